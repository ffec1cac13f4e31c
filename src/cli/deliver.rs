//! Brings a report to where it was asked for: whole, or not at all.

mod part;

use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, IsTerminal as _, Write},
    path::{Path, PathBuf},
};

use self::part::Part;
pub use self::part::{leave_no_part, remove_parts};
use crate::{
    error::{Error, Result},
    progress::Progress,
    report::Format,
    story::Story,
    text::visible::visible,
};

/// So many bytes are gathered before they are written. Text, which comes in one piece, is longer as a rule and needs no copy.
const AT_ONCE: usize = 1 << 14;

/// What writes a report.
pub type Fill<'a> = dyn FnOnce(&mut dyn Write) -> io::Result<()> + 'a;

/// Takes what is written for as long as somebody waits for it, and then fails.
pub struct Wanted<'a> {
    /// Where it is written to.
    pub out: &'a mut dyn Write,
    /// Whether somebody waits.
    pub progress: &'a Progress,
}

impl Write for Wanted<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Not `Interrupted`, which means to try again.
        if self.progress.is_stopped() { Err(io::Error::other("stopped")) } else { self.out.write(bytes) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes what `fill` writes to standard output.
///
/// # Errors
/// When standard output does not take it; see [`is_broken_pipe`].
pub fn to_stdout(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let stdout = io::stdout().lock();
    let on_terminal = stdout.is_terminal();
    let mut out = BufWriter::with_capacity(AT_ONCE, stdout);
    let filled = if on_terminal { shown(fill, &mut out) } else { fill(&mut out) };
    filled.and_then(|()| out.flush()).map_err(|source| Error::Write { path: PathBuf::from("standard output"), source })
}

/// Writes what `fill` writes to the file `path`. It is written beside its place under another name, brought to the disk, and
/// only then put in place, so that a reader sees the old file or the new one and never a part. The permissions of an old file
/// are kept; of a link, the file it points to is replaced. What is no file (a device, a pipe) is written to directly.
///
/// # Errors
/// When the file cannot be written, and when it exists and `overwrite` is false. What stood there is untouched then.
pub fn to_file(path: &Path, overwrite: bool, fill: Box<Fill<'_>>) -> Result<()> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    let old = fs::metadata(path).ok();
    if old.as_ref().is_some_and(|old| !old.is_file()) || is_device(path) {
        return into_device(path, fill).map_err(failed);
    }
    if old.is_some() && !overwrite {
        return Err(Error::Exists { path: path.to_owned() });
    }
    replace(&target(path).map_err(failed)?, old.map(|old| old.permissions()), fill).map_err(failed)
}

/// The format that the ending of `path` chooses: text where there is none.
///
/// # Errors
/// When no report ends so; `instead` is what the reader may do besides giving another name.
pub fn format_of(path: &Path, instead: &str) -> Result<Format> {
    let Some(ending) = path.extension() else { return Ok(Format::Text) };
    let ending = ending.to_string_lossy();
    Format::ending(&ending).ok_or_else(|| {
        let known: Vec<String> = Format::ENDINGS.iter().map(|(known, _)| format!(".{known}")).collect();
        Error::Usage {
            message: format!("no report ends in '.{ending}'"),
            hint: Some(format!("give a name in {}{instead}", known.join(" "))),
        }
    })
}

/// Refuses to write a report over one of the articles it is about; `instead` is what the reader may do.
///
/// # Errors
/// When `path` leads to one of the articles of `story`, also to one that is read through standard input (`- < article`).
pub fn refuse_article(path: &Path, story: &Story, instead: &str) -> Result<()> {
    let standard = Path::new("/dev/stdin");
    let mut files = story.articles.iter().map(|(_, article)| article.file.as_deref().unwrap_or(standard));
    if files.any(|file| is_same_file(file, path)) {
        return Err(Error::Usage {
            message: format!("'{}' is one of the articles, and a report is not written over it", path.display()),
            hint: Some(instead.to_owned()),
        });
    }
    Ok(())
}

/// Whether both paths lead to one file. What is no file is never the same: a report may go to the terminal that articles came from.
fn is_same_file(one: &Path, other: &Path) -> bool {
    let (Ok(about_one), Ok(about_other)) = (fs::metadata(one), fs::metadata(other)) else { return false };
    if !about_one.is_file() {
        return false;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        (about_one.dev(), about_one.ino()) == (about_other.dev(), about_other.ino())
    }
    #[cfg(not(unix))]
    {
        about_other.is_file()
            && fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
    }
}

/// Whether `error` says that whoever read the output has left, which is no trouble.
pub fn is_broken_pipe(error: &Error) -> bool {
    matches!(error, Error::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
}

/// Devices that may lead to a file (`/dev/stdout` does when it is redirected) and must not be replaced by one.
fn is_device(path: &Path) -> bool {
    ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder))
}

fn into_device(path: &Path, fill: Box<Fill<'_>>) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(path)?;
    let on_terminal = file.is_terminal();
    let mut out = BufWriter::new(file);
    if on_terminal { shown(fill, &mut out) } else { fill(&mut out) }?;
    out.flush()
}

/// Writes what `fill` writes as a terminal may have it, whichever format it is: an export keeps the articles' letters as they
/// are, and a terminal would obey some of them.
fn shown(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>, out: &mut dyn Write) -> io::Result<()> {
    let mut bytes = Vec::new();
    fill(&mut bytes)?;
    for line in String::from_utf8_lossy(&bytes).split_inclusive('\n') {
        let text = line.strip_suffix('\n');
        out.write_all(visible(text.unwrap_or(line)).as_bytes())?;
        if text.is_some() {
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// Where the file really stands: links are followed, also one whose file is not there yet.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        let Ok(next) = fs::read_link(&path) else { return Ok(path) };
        path = path.parent().unwrap_or(Path::new("")).join(next);
    }
    Err(io::Error::other("too many links"))
}

fn replace(target: &Path, permissions: Option<fs::Permissions>, fill: Box<Fill<'_>>) -> io::Result<()> {
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let part = Part::beside(target, folder, permissions.clone().or_else(plain_permissions))?;
    let mut out = BufWriter::with_capacity(AT_ONCE, part.file());
    fill(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?;
    // The umask was taken off when the file was made; an old file's permissions are kept as they were.
    if let Some(kept) = permissions {
        part.file().set_permissions(kept)?;
    }
    part.file().sync_all()?;
    part.become_whole(target)?;
    // The rename itself is on the disk only when the folder is. Not every file system allows this, and none needs it to be right.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// What a new file may be used for: what the umask leaves, as for any file the reader makes.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there is none")]
fn plain_permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn plain_permissions() -> Option<fs::Permissions> {
    None
}
