//! The quotations of a pair and the sources of a story as rows of words, which every format sets in its own way. The words are
//! strangers': whoever writes them makes them safe.

use super::marks::Marks;
use crate::{
    compare::{Fate, QuotationPair, Source},
    comparison::Comparison,
    story::{ArticleId, Side},
    text::span::Span,
};

/// A quotation and what became of it.
pub struct QuotationRow {
    /// What became of it, as a word or two.
    pub fate: String,
    /// The quotations of both articles with place, speaker and words, left first; then the words that one side alone has.
    pub lines: Vec<String>,
    /// From the first to the last of each side's quotations, or where it reports them.
    pub spans: [Option<Span>; 2],
}

/// A speaker.
pub struct SourceRow {
    /// Who speaks.
    pub name: String,
    /// What each article has of the speaker, in the order of the articles.
    pub lines: Vec<String>,
}

/// A speaker as the two articles of a pair have him.
pub struct SharedSource<'a> {
    /// Who speaks.
    pub name: &'a str,
    /// Whether some article names the speaker.
    pub named: bool,
    /// Where each article first names him.
    pub spans: [Option<Span>; 2],
    /// What each article has of him.
    pub lines: [String; 2],
}

/// The quotations of the pair.
pub fn quotations(comparison: &Comparison, marks: &Marks<'_>) -> Vec<QuotationRow> {
    marks.pair.quotations.iter().map(|pair| quotation(comparison, marks, pair)).collect()
}

fn quotation(comparison: &Comparison, marks: &Marks<'_>, pair: &QuotationPair) -> QuotationRow {
    let fate = pair.fate.name();
    let fate = if pair.other_speaker { format!("{fate}, another speaker") } else { fate.to_owned() };
    let mut lines = Vec::new();
    for side in Side::BOTH {
        let article = marks.article(side);
        let all = comparison.groundwork.quotations.get(marks.pair.alignment.pair.on(side));
        for quotation in pair.on(side).iter().filter_map(|index| all?.quoted.get(*index)) {
            let speaker = quotation.speaker.as_ref().map_or("nobody named", |speaker| {
                speaker.name.as_deref().unwrap_or_else(|| speaker.span.of(&article.text))
            });
            let words = quotation.span.of(&article.text);
            lines.push(format!("{}, {speaker}: {words}", place(marks, side, quotation.span)));
        }
    }
    for (side, words) in [(Side::Left, &pair.left_words), (Side::Right, &pair.right_words)] {
        let article = marks.article(side);
        // Words of a quotation that stands in one article only are all of it.
        if !words.is_empty() && pair.fate != Fate::Only {
            let words: Vec<String> = words.iter().map(|span| format!("\"{}\"", span.of(&article.text))).collect();
            lines.push(format!("only {} quotes {}", article.label, words.join(", ")));
        }
    }
    if let Some(reported) = pair.reported {
        let side = if pair.left.is_empty() { Side::Left } else { Side::Right };
        let words = reported.of(&marks.article(side).text);
        lines.push(format!("{}, not quoted: {words}", place(marks, side, reported)));
    }
    let spans = Side::BOTH.map(|side| {
        let all = comparison.groundwork.quotations.get(marks.pair.alignment.pair.on(side));
        let quoted = pair.on(side).iter().filter_map(|index| Some(all?.quoted.get(*index)?.span));
        quoted.reduce(Span::join).or(pair.reported)
    });
    QuotationRow { fate, lines, spans }
}

/// Who speaks in the articles compared.
pub fn sources(comparison: &Comparison) -> Vec<SourceRow> {
    let shown = comparison.shown();
    let row = |row: &crate::compare::SourceRow| {
        let of = |id: &ArticleId| row.articles.get(*id).and_then(Option::as_ref);
        shown.iter().any(|id| of(id).is_some()).then(|| SourceRow {
            name: row.name.clone(),
            lines: shown.iter().map(|id| line(comparison, *id, of(id))).collect(),
        })
    };
    comparison.sources.iter().filter_map(row).collect()
}

/// Who speaks in either article of the pair.
pub fn pair_sources<'a>(comparison: &'a Comparison, marks: &Marks<'_>) -> Vec<SharedSource<'a>> {
    let row = |row: &'a crate::compare::SourceRow| {
        let ids = Side::BOTH.map(|side| marks.pair.alignment.pair.on(side));
        let of = |id: ArticleId| row.articles.get(id).and_then(Option::as_ref);
        ids.iter().any(|id| of(*id).is_some()).then(|| SharedSource {
            name: &row.name,
            named: row.named,
            spans: ids.map(|id| of(id).map(|source| source.span)),
            lines: ids.map(|id| line(comparison, id, of(id))),
        })
    };
    comparison.sources.iter().filter_map(row).collect()
}

/// How often and how an article lets a speaker speak.
fn line(comparison: &Comparison, id: ArticleId, source: Option<&Source>) -> String {
    let article = &comparison.story.articles[id];
    let Some(source) = source else { return format!("{}: not quoted or reported", article.label) };
    let verbs: Vec<&str> = source.verbs.iter().map(|verb| verb.of(&article.text)).collect();
    let verbs = if verbs.is_empty() { String::new() } else { format!("; {}", verbs.join(", ")) };
    format!(
        "{}: {}, {}, {}; first at {:.0} % of the text{verbs}",
        article.label,
        counted(source.quotations, "quotation"),
        counted(source.reports, "report"),
        counted(source.quoted_words, "quoted word"),
        source.first * 100.0,
    )
}

/// `A ¶5`.
fn place(marks: &Marks<'_>, side: Side, span: Span) -> String {
    let number = marks.paragraph_at(side, span.start).map_or(0, |id| id.index() + 1);
    format!("{} {}{number}", marks.article(side).label, marks.glyphs.paragraph())
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
