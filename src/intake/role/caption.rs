//! Captions that are told by their form: positions in the picture, or who took it.

use super::{
    LONGEST_LINE, Line,
    belief::is_name,
    lists::{self, LineKind, Match, normal},
};
use crate::{
    story::ParagraphRole,
    text::{bare::bare, fold::fold},
};

/// Captions told by their form: positions in the picture, or the photographer at the end. Before the headline is known, only those
/// count that no headline looks like.
pub(super) fn captions(lines: &[Line<'_>], roles: &mut [ParagraphRole], sure: bool) {
    for (line, role) in lines.iter().zip(roles) {
        let plain = *role == ParagraphRole::Body && line.text.len() <= 2 * LONGEST_LINE;
        if plain
            && !line.text.ends_with(['.', '!', '?', '”', '"'])
            && (has_credit(line.text, sure)
                || has_slash(line.text)
                || has_label(line.text, line.language)
                || has_dots(line.text, line.language)
                || !sure && has_position(line.text))
        {
            *role = ParagraphRole::Caption;
        }
    }
}

fn has_position(text: &str) -> bool {
    ["(R)", "(L)", "(C)", "(right)", "(left)", "(centre)", "(center)"].iter().any(|mark| text.contains(mark))
}

/// Whether `text` ends in brackets that name an agency, `full` with more than its name; or is nothing but such brackets.
fn has_credit(text: &str, full: bool) -> bool {
    let open = if text.ends_with(']') {
        '['
    } else if text.ends_with(')') {
        '('
    } else {
        return false;
    };
    let Some((before, credit)) = text.rsplit_once(open) else { return false };
    if credit.len() > 80 {
        return false;
    }
    let words = normal(credit);
    let words = || words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let named = words().any(|word| lists::all().any(|lists| lists.is_agency(word)));
    let count = words().count();
    let alone = before.trim().is_empty();
    // "(Jane Doe/The Post)" on a line of its own names its outlet behind a stroke.
    let outlet = alone && credit.split_once('/').is_some_and(|(name, outlet)| is_name(name) && is_name(outlet.trim()));
    (named && (!full || count >= 2) && (alone || before.split_whitespace().count() >= 3)) || outlet && count <= 10
}

/// Whether `text` ends in a photographer behind a word for pictures: `… Photo: Jane Doe`.
fn has_label(text: &str, language: &str) -> bool {
    let Some((before, name)) = text.rsplit_once(": ") else { return false };
    let Some(label) = before.split_whitespace().next_back() else { return false };
    let label = normal(&format!("{label}: x"));
    let credit = |found: Match<'_>| found.kind == LineKind::Credit && found.before.is_empty();
    is_name(name)
        && name.split_whitespace().count() <= 6
        && lists::of(language).any(|lists| lists.kind(&label).is_some_and(credit))
}

/// Whether `text` ends in a photographer behind a word for pictures and dots, with no space before it: `… on Tuesday.Credit...Jane Doe`.
fn has_dots(text: &str, language: &str) -> bool {
    let Some((before, name)) = text.rsplit_once("...") else { return false };
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    let label = normal(&format!("{}: x", before.get(start..).unwrap_or_default()));
    let credit = |found: Match<'_>| found.kind == LineKind::Credit && found.before.is_empty();
    is_name(name.trim_start())
        && name.split_whitespace().count() <= 10
        && lists::of(language).any(|lists| lists.kind(&label).is_some_and(credit))
}

/// Whether `text` ends in a photographer and an agency with a stroke between them: `Jane Doe / Getty Images`, `UPI/Jane Doe`.
fn has_slash(text: &str) -> bool {
    let Some((before, after)) = text.rsplit_once('/') else { return false };
    let is = |word: &str| {
        let bare = bare(word);
        is_name(word) && lists::all().any(|lists| lists.is_agency(&fold(bare)))
    };
    let (before, after) = (before.trim_end(), after.trim_start());
    let near = before.split_whitespace().next_back().is_some_and(is) || after.split_whitespace().take(2).any(is);
    near && after.split_whitespace().count() <= 6 && is_name(after)
}
