//! Starts the reading screen and does for it what it may not do itself: open articles, and write what the reader exports.

use std::{
    io::{self, Write},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, mpsc::channel},
    thread,
    time::Duration,
};

use super::{
    args::Args,
    deliver, memory,
    pairs::pairs,
    resolved::Resolved,
    settings::{self, Environment, Settings},
};
use crate::{
    comparison::Comparison,
    error::{Error, Result},
    intake::{self, Fingerprint},
    lexicon::Lexicon,
    page::Kinds,
    progress::Progress,
    report::{self, Form, Format},
    story::{PairId, Story},
    text::visible::visible,
    tui::{self, Ending, ExportRequest, Opened, Opening, Options, Screen, Setup},
};

/// How long articles may take to be read before the reader is told that they are.
const AT_ONCE: Duration = Duration::from_millis(100);

/// Opens the articles and shows them until the reader leaves; gives the exit status.
///
/// # Errors
/// When the articles cannot be read or the pair is not to be found, when the terminal cannot be used, or when the reader's own keys or
/// colours are wrong.
pub fn show(args: &Args, settings: &Settings, environment: &Environment, lexicon: Lexicon) -> Result<u8> {
    let opening = open(&args.articles);
    match opening.opened.recv_timeout(AT_ONCE) {
        Ok(story) => read(args, settings, environment, (story?, None), options(args, settings, environment)?, lexicon),
        Err(_) => {
            let options = options(args, settings, environment)?;
            match tui::open(&options, &opening)? {
                Opened::Story(opened) => {
                    let (story, screen) = *opened;
                    read(args, settings, environment, (story, Some(screen)), options, lexicon)
                }
                Opened::Left(ending) => Ok(ending.map_or(0, Ending::exit_code)),
            }
        }
    }
}

/// Begins to read the articles in a thread of its own.
fn open(articles: &[PathBuf]) -> Opening {
    let (send, opened) = channel();
    let (articles, progress) = (articles.to_vec(), Progress::watched());
    let watched = progress.clone();
    thread::spawn(move || {
        let story = if articles.is_empty() { Ok(intake::sample()) } else { intake::open_watched(&articles, &watched) };
        let _ = send.send(story);
    });
    Opening { progress, opened }
}

/// How the screen looks and listens.
fn options(args: &Args, settings: &Settings, environment: &Environment) -> Result<Options> {
    let keymap = match &environment.config {
        Some(folder) => settings::own_file(&folder.join("keymap.toml"))?,
        None => None,
    };
    let (memory, notice) = memory::read(environment.state.as_deref());
    // What is remembered the screen looks up itself: a theme that is gone since is no error.
    let Resolved { theme, no_color, ascii, mouse, order, .. } = Resolved::of(args, settings, environment, None, true);
    Ok(Options {
        ascii: ascii.is,
        order: order.is,
        mouse: mouse.is,
        theme: theme.is,
        no_color: no_color.is,
        colorterm: environment.colorterm.clone(),
        colorfgbg: environment.colorfgbg.clone(),
        term: environment.term.clone(),
        keymap: keymap.map(|(text, path)| (path, text)),
        themes: settings::themes(environment.config.as_deref())?,
        memory,
        notice,
    })
}

/// Shows `story` until the reader leaves, on the `screen` that was taken to wait for it, if one was.
fn read(
    args: &Args,
    settings: &Settings,
    environment: &Environment,
    (story, screen): (Story, Option<Screen>),
    options: Options,
    lexicon: Lexicon,
) -> Result<u8> {
    let (story, lexicon) = (Arc::new(story), Arc::new(lexicon));
    let mut pairs = pairs(&story, args.pair.as_deref())?;
    // A file that is written from the screen is as wide as the settings say, and not as this terminal.
    let Resolved { width, layout, .. } = Resolved::of(args, settings, environment, None, false);
    let memory = options.memory.clone();
    if args.pair.is_none()
        && let Some(spot) = memory.spot(&story)
    {
        memory::first(&mut pairs, spot.pair);
    }
    let reopen = reopen(&args.articles);
    let form = Form {
        format: Format::default(),
        width: width.is,
        layout: layout.is,
        ascii: options.ascii,
        only: Vec::new(),
        kinds: Kinds::default(),
    };
    let setup = Setup {
        changed: reopen.as_ref().map(|_| changed(&story)),
        reopen,
        export: export(form, environment.home.clone(), pairs.clone(), Arc::clone(&lexicon)),
        options,
        story,
        pairs,
        lexicon,
    };
    let left = tui::run(setup, screen)?;
    if left.memory != memory
        && let Err(error) = memory::write(environment.state.as_deref(), &memory, &left.memory)
    {
        tell(&error);
    }
    if left.ending.is_some() {
        // A signal does not wait for a report.
        deliver::remove_parts();
    }
    Ok(left.ending.map_or(0, Ending::exit_code))
}

/// Says on standard error that nothing is remembered. It is no failure: the reader has read.
fn tell(error: &Error) {
    let error = error.to_string();
    let _ = writeln!(io::stderr(), "parallax: the place where you were is not remembered: {}", visible(&error));
}

/// How the articles are opened again; none when one of them is standard input, or when they are the sample.
fn reopen(articles: &[PathBuf]) -> Option<tui::Open> {
    let from_stdin = articles.iter().any(|article| article.as_os_str() == "-");
    if articles.is_empty() || from_stdin {
        return None;
    }
    let articles = articles.to_vec();
    Some(Arc::new(move |progress: &Progress| intake::open_watched(&articles, progress)))
}

/// Tells which article's file is no longer what it was when this was asked last.
fn changed(story: &Story) -> tui::Changed {
    let prints = |path: PathBuf| (Fingerprint::of(&path), path);
    let known = story.articles.iter().filter_map(|(_, article)| article.file.clone()).map(prints).collect::<Vec<_>>();
    let known = Mutex::new(known);
    Arc::new(move || {
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        let (found, path) = known.iter_mut().find(|(known, path)| *known != Fingerprint::of(path))?;
        *found = Fingerprint::of(path);
        let what = if found.is_some() { "changed" } else { "is no longer there" };
        let name = path.file_name().unwrap_or(path.as_os_str());
        Some(format!("{} {what}", name.to_string_lossy()))
    })
}

/// How an export is written, in the `form` of the reader's settings: the pair asked for, or every pair, compared afresh so that it is whole however far the screen is.
fn export(form: Form, home: Option<PathBuf>, pairs: Vec<PairId>, lexicon: Arc<Lexicon>) -> tui::Export {
    Arc::new(move |request: &ExportRequest, story: &Arc<Story>, progress: &Progress| {
        let typed = request.path.trim();
        let path = &match (typed.strip_prefix("~/"), &home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => PathBuf::from(typed),
        };
        let form = Form { format: deliver::format_of(path, "")?, kinds: request.kinds, ..form.clone() };
        deliver::refuse_article(path, story, "type another name")?;
        let wanted = if request.pairs.is_empty() { pairs.clone() } else { request.pairs.clone() };
        let chosen = settings::of_comparison(&lexicon, request.pairs.len() == 1);
        let comparison = Comparison::watched(Arc::clone(story), &wanted, chosen, &lexicon, progress);
        let fill = |out: &mut dyn Write| report::write(&comparison, &form, &mut deliver::Wanted { out, progress });
        deliver::to_file(path, request.overwrite, Box::new(fill))?;
        let what = match wanted.len() {
            1 => "this pair".to_owned(),
            count => format!("{count} pairs"),
        };
        let kinds = match form.kinds.said() {
            kinds if kinds.is_empty() || form.format == Format::Json => String::new(),
            kinds => format!(" ({kinds})"),
        };
        Ok(format!("wrote {what}{kinds} as {} to '{}'", form.format.name(), path.display()))
    })
}
