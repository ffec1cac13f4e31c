//! What is said when the arguments make no sense: one sentence that quotes the value, and a hint.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::{
    error::{Error, nearest as nearest_of},
    report::Form,
};

/// `error` in the program's own form.
pub fn refusal(error: &clap::Error) -> Error {
    let said = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument = said(ContextKind::InvalidArg).unwrap_or_default();
    let value = said(ContextKind::InvalidValue).unwrap_or_default();
    let option = argument.split_whitespace().next().unwrap_or_default();
    // clap's own notion of near is a generous one.
    let nearest = |kind, given: &str| {
        said(kind)
            .filter(|near| nearest_of(given, [near.as_str()]).is_some())
            .map(|near| format!("did you mean '{near}'?"))
    };
    let (message, hint) = match error.kind() {
        ErrorKind::UnknownArgument => (
            format!("unknown option '{argument}'"),
            nearest(ContextKind::SuggestedArg, &argument)
                .or_else(|| Some("'parallax --help' lists the options".into())),
        ),
        ErrorKind::InvalidValue if value.is_empty() && argument.starts_with('[') => {
            ("the name of an article is empty".into(), Some("'-' reads one article from standard input".into()))
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            (format!("{option} needs a value"), valid(error).or_else(|| Some(format!("write it as {argument}"))))
        }
        ErrorKind::InvalidValue => (
            format!("{option} cannot be '{value}'"),
            nearest(ContextKind::SuggestedValue, &value).or_else(|| valid(error)),
        ),
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            let range = why.split_once(" is not in ").and_then(|(_, range)| range.split_once("..="));
            (
                format!("{option} cannot be '{value}'"),
                match range {
                    Some((from, to)) => Some(format!("it may be {from} to {to}")),
                    // What is no number is told in the library's words only where there are no better ones.
                    None if option == "--width" => {
                        Some(format!("give a number of columns, from {}", Form::said_widths()))
                    }
                    None => (!why.is_empty()).then_some(why),
                },
            )
        }
        ErrorKind::ArgumentConflict => (format!("{option} is given twice"), Some("give it once".into())),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            (format!("{option} takes no such value '{value}'"), None)
        }
        ErrorKind::InvalidUtf8 => ("an option is not UTF-8".into(), None),
        _ => {
            let text = error.to_string();
            (text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(), None)
        }
    };
    Error::Usage { message, hint }
}

fn valid(error: &clap::Error) -> Option<String> {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => Some(format!("it may be {}", values.join(", "))),
        _ => None,
    }
}
