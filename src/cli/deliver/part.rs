//! A report that is not whole yet, in a file beside its place that is named for it: `.NAME.XXXXXX.parallax-part`. It is gone
//! when the writing fails, when it is given up, and when a signal ends the program. What a killed program or a lost machine
//! left behind is removed by the next report to the same place: a file that is being written is locked, and one that nobody
//! holds locked is nobody's.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tempfile::NamedTempFile;

/// The end of every such name.
const ENDING: &str = ".parallax-part";

/// How many characters of a report's name the name of its part begins with: the rest of what a file system allows is for our own.
const MOST_LETTERS: usize = 50;

/// Every part that is on the disk now. A signal comes to the program as a whole, so this is the program's.
static PARTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Whether a report stands in its place: a signal that comes after has stopped nothing.
static WHOLE: AtomicBool = AtomicBool::new(false);

/// A report that is not whole yet.
pub struct Part(NamedTempFile);

impl Part {
    /// A new one in `folder` for the report `target`, after those that nobody writes any more are removed.
    ///
    /// # Errors
    /// When no file can be made there.
    pub fn beside(target: &Path, folder: &Path, permissions: Option<fs::Permissions>) -> io::Result<Self> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let prefix = format!(".{}.", name.chars().take(MOST_LETTERS).collect::<String>());
        remove_abandoned(folder, &prefix);
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix).suffix(ENDING);
        if let Some(permissions) = permissions {
            builder.permissions(permissions);
        }
        loop {
            // Made and noted in one go: a signal finds both or none.
            let mut parts = parts();
            let file = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
            parts.push(file.path().to_owned());
            drop(parts);
            let part = Self(file);
            // Between the making and the locking another program may take it for abandoned: then there is to be another. Where files cannot be
            // locked, none is ever taken so.
            match part.file().try_lock() {
                Err(TryLockError::WouldBlock) => {}
                Ok(()) if !part.0.path().exists() => {}
                _ => return Ok(part),
            }
        }
    }

    /// What it is written into.
    pub fn file(&self) -> &File {
        self.0.as_file()
    }

    /// Puts it in the place of `target`.
    ///
    /// # Errors
    /// When it cannot stand there; it is gone then.
    pub fn become_whole(mut self, target: &Path) -> io::Result<()> {
        let mut parts = parts();
        parts.retain(|path| path != self.0.path());
        fs::rename(self.0.path(), target)?;
        WHOLE.store(true, Ordering::SeqCst);
        // It has another name now, and nothing is to be removed.
        self.0.disable_cleanup(true);
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // The file itself is removed by its own drop, after this.
        parts().retain(|path| path != self.0.path());
    }
}

fn parts() -> MutexGuard<'static, Vec<PathBuf>> {
    PARTS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes the parts in `folder` whose names begin with `prefix` and that nobody holds locked.
fn remove_abandoned(folder: &Path, prefix: &str) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let random = name.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(ENDING));
        let ours = random.is_some_and(|random| random.len() == 6 && random.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let free = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        if free {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Removes every part that is being written. No report becomes whole after this: the program is about to end.
pub fn remove_parts() {
    let parts = parts();
    for part in &*parts {
        let _ = fs::remove_file(part);
    }
    // Kept locked, so that nobody begins another.
    std::mem::forget(parts);
}

/// From now on a signal that ends the program removes what is not whole before. Ends at once, whatever it is doing; without a
/// part there is nothing to wait for.
#[cfg(unix)]
pub fn leave_no_part() -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM},
        iterator::Signals,
        low_level::emulate_default_handler,
    };
    // What the parent has the program ignore (`nohup`) stays ignored.
    let ignored = ignored();
    let wanted = [SIGTERM, SIGHUP, SIGINT, SIGQUIT].into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let mut signals = Signals::new(wanted)?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            remove_parts();
            if !WHOLE.load(Ordering::SeqCst) {
                let name = signal_hook::low_level::signal_name(signal).unwrap_or("a signal");
                let _ = writeln!(io::stderr(), "parallax: ended by {name}: the report was not written");
            }
            let _ = emulate_default_handler(signal);
        }
    })?;
    Ok(())
}

/// The signals that whoever started the program asked to be ignored, a bit for each.
#[cfg(unix)]
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Elsewhere there are no such signals.
#[cfg(not(unix))]
pub fn leave_no_part() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn only_abandoned_parts_of_the_same_report_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in
            [".a.txt.Ab12Cd.parallax-part", ".b.txt.Ab12Cd.parallax-part", ".a.txt.notes.parallax-part", "a.txt"]
        {
            fs::write(at(name), "x").unwrap();
        }
        let written = Part::beside(&at("a.txt"), folder.path(), None).unwrap();
        let other = Part::beside(&at("a.txt"), folder.path(), None).unwrap();
        assert!(written.0.path().exists(), "what is being written is nobody else's to remove");
        drop(other);
        written.become_whole(&at("a.txt")).unwrap();
        assert_eq!(names(folder.path()), [".a.txt.notes.parallax-part", ".b.txt.Ab12Cd.parallax-part", "a.txt"]);
        assert_eq!(fs::read(at("a.txt")).unwrap(), b"");
    }

    #[test]
    fn the_longest_name_has_room_for_its_part() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["ü".repeat(127), "x".repeat(255), "報".repeat(85)] {
            let target = folder.path().join(name);
            Part::beside(&target, folder.path(), None).unwrap().become_whole(&target).unwrap();
            assert!(target.exists());
        }
    }
}
