//! Reads a key file: TOML, a section for each view, an entry for each command.

use toml::de::{DeTable, DeValue};

use super::View;
use crate::tui::{command::Command, key::Key};

/// The keys of a command in a view.
#[derive(Clone, Debug)]
pub(super) struct Binding {
    pub view: View,
    pub command: Command,
    pub keys: Vec<Key>,
    pub hint: Option<HintWord>,
    /// Where it stands in its file, counted from 1.
    pub line: usize,
}

/// How a command is named in the hint line.
#[derive(Clone, Debug)]
pub(super) struct HintWord {
    pub word: String,
    pub rank: u8,
}

/// What is wrong with a key file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Counted from 1.
    pub line: usize,
    pub problem: String,
}

/// The bindings of the key file `text`, in the order of views and commands.
pub(super) fn read(text: &str) -> Result<Vec<Binding>, Fault> {
    let line_of = |at: usize| text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let fault = |at: usize, problem: String| Fault { line: line_of(at), problem };
    let table = DeTable::parse(text).map_err(|error| {
        let span = error.span().unwrap_or_default();
        let problem = match text.get(span.clone()).map(str::trim) {
            // "key" would be taken for one of the keyboard.
            Some(name) if error.message() == "duplicate key" && !name.is_empty() => {
                format!("'{name}' stands there twice")
            }
            _ => error.message().to_owned(),
        };
        fault(span.start, problem)
    })?;
    let mut bindings = Vec::new();
    for (section, entries) in table.get_ref() {
        let view = View::named(section.get_ref()).ok_or_else(|| {
            let known: Vec<&str> = View::ALL.iter().map(|view| view.name()).collect();
            fault(
                section.span().start,
                format!("there is no view '{}'; there are {}", section.get_ref(), known.join(", ")),
            )
        })?;
        let entries = entries.get_ref().as_table().ok_or_else(|| {
            fault(section.span().start, format!("'{}' should be a section: [{}]", section.get_ref(), view.name()))
        })?;
        for (name, value) in entries {
            let at = name.span().start;
            let command = Command::named(name.get_ref()).ok_or_else(|| {
                fault(at, format!("there is no command '{}'{}", name.get_ref(), nearest(name.get_ref())))
            })?;
            let (keys, hint) = entry(value.get_ref())
                .map_err(|problem| fault(value.span().start, format!("'{}': {problem}", command.name())))?;
            if let Some(key) = keys.iter().find(|key| view.is_typed() && key.letter().is_some()) {
                return Err(fault(
                    value.span().start,
                    format!(
                        "'{}': the key '{key}' is a letter, and in [{}] letters are typed",
                        command.name(),
                        view.name()
                    ),
                ));
            }
            bindings.push(Binding { view, command, keys, hint, line: line_of(at) });
        }
    }
    bindings.sort_by_key(|binding| (binding.view, binding.command));
    refuse_doubles(&bindings)?;
    Ok(bindings)
}

/// Refuses a key that two commands of one view claim. The fault names both, and the line of the later one.
pub(super) fn refuse_doubles(bindings: &[Binding]) -> Result<(), Fault> {
    for (index, first) in bindings.iter().enumerate() {
        for second in bindings.iter().skip(index + 1).take_while(|second| second.view == first.view) {
            if let Some(key) = first.keys.iter().find(|key| second.keys.contains(key)) {
                let problem = format!(
                    "in [{}] the key '{key}' is given to both '{}' and '{}'",
                    first.view.name(),
                    first.command.name(),
                    second.command.name()
                );
                return Err(Fault { line: first.line.max(second.line), problem });
            }
        }
    }
    Ok(())
}

fn entry(value: &DeValue<'_>) -> Result<(Vec<Key>, Option<HintWord>), String> {
    let Some(table) = value.as_table() else {
        return Ok((keys(value)?, None));
    };
    if let Some(other) =
        table.keys().map(|key| key.get_ref()).find(|key| !["keys", "hint", "rank"].contains(&key.as_ref()))
    {
        return Err(format!("'{other}' is none of keys, hint, rank"));
    }
    let bound = table.get("keys").ok_or("its keys are missing: keys = [\"…\"]")?;
    let word = table
        .get("hint")
        .map(|hint| hint.get_ref().as_str().ok_or("its hint should be a word in quotation marks"))
        .transpose()?;
    let rank = match table.get("rank") {
        None => 0,
        Some(rank) => {
            rank.get_ref().as_integer().and_then(|n| n.as_str().parse().ok()).ok_or("its rank should be 0 to 255")?
        }
    };
    Ok((keys(bound.get_ref())?, word.map(|word| HintWord { word: word.to_owned(), rank })))
}

fn keys(value: &DeValue<'_>) -> Result<Vec<Key>, String> {
    let one = |value: &DeValue<'_>| {
        let notation = value.as_str().ok_or("a key should stand in quotation marks")?;
        Key::parse(notation).ok_or_else(|| format!("there is no key '{notation}'"))
    };
    match value.as_array() {
        Some(several) => several.iter().map(|value| one(value.get_ref())).collect(),
        None => Ok(vec![one(value)?]),
    }
}

/// A suggestion for a name that is almost a command's.
fn nearest(name: &str) -> String {
    let shares = |known: &str| known.chars().zip(name.chars()).take_while(|(a, b)| a == b).count();
    let best = Command::ALL
        .iter()
        .map(|command| command.name())
        .max_by_key(|known| (shares(known), std::cmp::Reverse(known.len())));
    best.filter(|known| shares(known) >= 3).map_or_else(String::new, |known| format!("; is '{known}' meant?"))
}
