//! Fits words into a width: whole words, and of several statements the ones that matter most. Never draws.

use crate::text::width::{columns, graphemes};

/// As much of `text` as fits `width` columns, with the sign `more` where it goes on: whole words, but where that would leave less
/// than a third of the width.
#[must_use]
pub fn cut(text: &str, width: usize, more: &str) -> String {
    if wide(text) <= width {
        return text.to_owned();
    }
    let (mut taken, mut end, mut word) = (0, 0, 0);
    for (at, cluster, columns) in graphemes(text) {
        taken += usize::from(columns.0);
        if taken + wide(more) > width {
            // A word that ends just where the room does is whole.
            word = if cluster == " " { at } else { word };
            break;
        }
        if cluster == " " {
            word = at;
        }
        end = at + cluster.len();
    }
    let whole = text.get(..word).unwrap_or_default();
    let kept = if wide(whole) * 3 >= width { whole } else { text.get(..end).unwrap_or_default() };
    // A stop or a comma before the sign would say that something ends there.
    let kept = kept.trim_end_matches([' ', '.', ',', ';', ':']);
    if width >= wide(more) { format!("{kept}{more}") } else { String::new() }
}

/// `text` in lines of at most `width` columns, `most` of them: whole words, but where one is wider than a line. The last one is cut with
/// the sign `more` where the text goes on.
#[must_use]
pub fn lines(text: &str, width: usize, most: usize, more: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && width > 0 {
        if lines.len() + 1 >= most {
            lines.push(cut(rest, width, more));
            break;
        }
        let (mut taken, mut end, mut word) = (0, rest.len(), None);
        for (at, cluster, columns) in graphemes(rest) {
            word = if cluster == " " { Some(at) } else { word };
            taken += usize::from(columns.0);
            if taken > width && at > 0 {
                // A path fills its lines: it stays whole where a blank would leave most of a line empty.
                end = word.filter(|word| word * 3 >= at).unwrap_or(at);
                break;
            }
        }
        let (line, further) = rest.split_at(end);
        lines.push(line.trim_end().to_owned());
        rest = further.trim_start();
    }
    lines
}

/// A statement in several wordings, from the fullest to the shortest; an empty one leaves it out.
#[derive(Clone, Debug)]
pub struct Statement {
    wordings: Vec<String>,
    /// What weighs least is shortened first.
    weight: u8,
}

impl Statement {
    /// A statement of `wordings`, the fullest first.
    pub fn new<T: Into<String>>(weight: u8, wordings: impl IntoIterator<Item = T>) -> Self {
        Self { wordings: wordings.into_iter().map(Into::into).collect(), weight }
    }
}

/// The wordings of `statements` that together, with `between` columns between two of them, fit `width` columns, each as full as that
/// allows: all shortest when even those do not fit. One that is left out is empty.
#[must_use]
pub fn wordings(statements: &[Statement], between: usize, width: usize) -> Vec<&str> {
    let words = |chosen: &[usize]| -> Vec<&str> {
        let words = statements.iter().zip(chosen);
        words.map(|(statement, at)| statement.wordings.get(*at).map_or("", String::as_str)).collect()
    };
    let fits = |chosen: &[usize]| {
        let words = words(chosen);
        let there = words.iter().filter(|word| !word.is_empty());
        there.clone().map(|word| wide(word)).sum::<usize>() + there.count().saturating_sub(1) * between <= width
    };
    let mut chosen = vec![0; statements.len()];
    while !fits(&chosen) {
        let shorter = |index: &usize| chosen[*index] + 1 < statements[*index].wordings.len();
        let lightest =
            (0..statements.len()).filter(shorter).min_by_key(|index| (chosen[*index], statements[*index].weight));
        match lightest {
            Some(index) => chosen[index] += 1,
            None => return words(&chosen),
        }
    }
    // What was shortened in vain, because something lighter made the room later, is given back.
    let mut heaviest: Vec<usize> = (0..statements.len()).collect();
    heaviest.sort_by_key(|index| std::cmp::Reverse(statements[*index].weight));
    loop {
        let before = chosen.clone();
        for index in heaviest.iter().copied().filter(|index| before[*index] > 0) {
            chosen[index] -= 1;
            if !fits(&chosen) {
                chosen[index] += 1;
            }
        }
        if chosen == before {
            return words(&chosen);
        }
    }
}

/// The [`wordings`] of `statements` with `between` between them. Only when even the shortest do not fit `width` columns is the line
/// cut, with the sign `more`.
#[must_use]
pub fn line(statements: &[Statement], between: &str, width: usize, more: &str) -> String {
    let mut words = wordings(statements, wide(between), width);
    words.retain(|word| !word.is_empty());
    cut(&words.join(between), width, more)
}

fn wide(text: &str) -> usize {
    usize::from(columns(text).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_words_where_that_leaves_enough() {
        let text = "Iran insists Moscow ties are strong";
        let cuts: Vec<String> = [35, 34, 20, 18, 12, 6, 1, 0].map(|width| cut(text, width, "…")).into();
        assert_eq!(
            cuts,
            [
                "Iran insists Moscow ties are strong",
                "Iran insists Moscow ties are…",
                "Iran insists Moscow…",
                "Iran insists…",
                "Iran…",
                "Iran…",
                "…",
                ""
            ]
        );
        assert_eq!(cut("Donaudampfschifffahrt stockt", 12, "…"), "Donaudampfs…");
        assert_eq!(cut("伊朗外交部发言人", 7, "~"), "伊朗外~");
    }

    #[test]
    fn a_message_takes_as_many_lines_as_it_needs_and_no_more_than_it_may() {
        let path = "cannot write '/a/rather/long/path/report.html': no such folder";
        assert_eq!(lines(path, 80, 4, "…"), [path]);
        assert_eq!(lines(path, 34, 4, "…"), ["cannot write", "'/a/rather/long/path/report.html':", "no such folder"]);
        assert_eq!(
            lines(path, 20, 4, "…"),
            ["cannot write", "'/a/rather/long/path", "/report.html': no", "such folder"]
        );
        assert_eq!(lines(path, 20, 2, "…"), ["cannot write", "'/a/rather/long/pat…"]);
        assert!(lines("", 20, 4, "…").is_empty());
    }

    #[test]
    fn what_matters_least_is_shortened_first_and_nothing_is_cut_inside_a_word() {
        let statements = [
            Statement::new(90, ["A ⇄ B, pair 1/10", "A ⇄ B 1/10"]),
            Statement::new(80, ["difference 2/26", "diff 2/26", "2/26"]),
            Statement::new(20, ["54 findings", ""]),
        ];
        let lines: Vec<String> = [60, 40, 36, 30, 24, 18].map(|width| line(&statements, " · ", width, "…")).into();
        assert_eq!(
            lines.join("\n"),
            "A ⇄ B, pair 1/10 · difference 2/26 · 54 findings\n\
             A ⇄ B, pair 1/10 · difference 2/26\n\
             A ⇄ B, pair 1/10 · difference 2/26\n\
             A ⇄ B, pair 1/10 · diff 2/26\n\
             A ⇄ B 1/10 · diff 2/26\n\
             A ⇄ B 1/10 · 2/26"
        );
    }
}
