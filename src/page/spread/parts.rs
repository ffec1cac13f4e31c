//! Rows cut into parts, which are set level one by one. A row of several paragraphs is cut where paragraphs of all its columns begin
//! with the same; one too long to be laid out at once begins a part with linked sentences where it can, so that articles that
//! run side by side for megabytes without a paragraph are set level again and again. No part cuts a sentence.

use super::{Column, SpreadRow};
use crate::{
    page::marks::Standing,
    story::{Article, ParagraphId, SentenceId, Story},
    text::span::Span,
};

/// Bytes of an article in one row above which the row is cut: a hundred times a long paragraph, and laid out in a millisecond or two.
const MOST: u32 = 24_000;

/// The parts of `row`, from top to bottom: for each column the stretch of its text, empty where it has no more. None when the row
/// stays whole: it is short, and no further paragraphs of it answer each other.
pub fn parts(story: &Story, columns: &[Column], row: &SpreadRow) -> Option<Vec<Vec<Span>>> {
    parts_of(story, columns, row, MOST)
}

fn parts_of(story: &Story, columns: &[Column], row: &SpreadRow, most: u32) -> Option<Vec<Vec<Span>>> {
    let mut rest: Vec<Span> = columns
        .iter()
        .zip(&row.cells)
        .map(|(column, cell)| stretch(&story.articles[column.article], &cell.paragraphs))
        .collect();
    if rest.iter().all(|span| long(span) <= most) {
        return by_paragraphs(story, columns, row, rest);
    }
    let mut parts = Vec::new();
    while let Some(lead) = (0..rest.len()).max_by_key(|at| long(&rest[*at])).filter(|at| long(&rest[*at]) > most) {
        let cuts = level(story, columns, &rest, lead, most).unwrap_or_else(|| {
            // No counterpart to stand level with: each goes on for as long.
            let on = |(column, span): (&Column, &Span)| next_sentence(&story.articles[column.article], *span, most / 2);
            columns.iter().zip(&rest).map(on).collect()
        });
        parts.push(rest.iter().zip(&cuts).map(|(span, cut)| Span { start: span.start, end: *cut }).collect());
        for (span, cut) in rest.iter_mut().zip(cuts) {
            span.start = cut;
        }
    }
    parts.push(rest);
    Some(parts)
}

/// The parts of a short row: each but the first begins, in every column, with a paragraph whose first linked sentence is the
/// counterpart of the base's. None when there is but one.
fn by_paragraphs(story: &Story, columns: &[Column], row: &SpreadRow, mut rest: Vec<Span>) -> Option<Vec<Vec<Span>>> {
    let mut parts = Vec::new();
    for id in row.cells.first()?.paragraphs.iter().skip(1) {
        let others = (1..columns.len()).map(|index| answering(story, columns, row, index, *id));
        let Some(others) = others.collect::<Option<Vec<ParagraphId>>>() else { continue };
        let begins = |(column, id): (&Column, ParagraphId)| story.articles[column.article].paragraph(id).start;
        let cuts: Vec<u32> = columns.iter().zip([*id].into_iter().chain(others)).map(begins).collect();
        // In order in every column: a cut further up would set something out of its place.
        if cuts.len() < 2 || rest.iter().zip(&cuts).any(|(span, cut)| *cut <= span.start) {
            continue;
        }
        parts.push(rest.iter().zip(&cuts).map(|(span, cut)| Span { start: span.start, end: *cut }).collect());
        for (span, cut) in rest.iter_mut().zip(cuts) {
            span.start = cut;
        }
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(rest);
    Some(parts)
}

/// The paragraph of column `index` in `row` whose first linked sentence is the counterpart of that of the base's paragraph `id`.
fn answering(story: &Story, columns: &[Column], row: &SpreadRow, index: usize, id: ParagraphId) -> Option<ParagraphId> {
    let first = first_linked(story, columns, 0, index, id)?;
    let link = columns[0].against.iter().find(|against| against.other() == columns[index].article)?;
    let side = link.side;
    let there = *link.link(first)?.on(side.other()).first()?;
    let found = story.articles[columns[index].article].sentence(there).paragraph;
    let answers = row.cells.get(index)?.paragraphs.contains(&found)
        && first_linked(story, columns, index, 0, found) == Some(there)
        && counterpart(story, columns, 0, index, first.index()).is_some();
    answers.then_some(found)
}

/// The first sentence of paragraph `id` of column `at` that has a counterpart at the same place in column `index`.
fn first_linked(story: &Story, columns: &[Column], at: usize, index: usize, id: ParagraphId) -> Option<SentenceId> {
    let against = columns[at].against.iter().find(|against| against.other() == columns[index].article)?;
    let mut sentences = story.articles[columns[at].article].paragraph(id).sentence_ids();
    sentences.find(|sentence| matches!(against.standing(*sentence), Standing::Linked { .. }))
}

fn long(span: &Span) -> u32 {
    span.end.saturating_sub(span.start)
}

/// From the beginning of the first of `paragraphs` to the end of the last.
pub fn stretch(article: &Article, paragraphs: &[ParagraphId]) -> Span {
    let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) else { return Span::default() };
    Span { start: article.paragraph(*first).start, end: article.paragraph(*last).end }
}

/// Where the first sentence of `article` begins that stands `after` bytes or more behind the beginning of `span`; its end, if
/// none does.
fn next_sentence(article: &Article, span: Span, after: u32) -> u32 {
    let at = article.sentences.partition_point(|sentence| sentence.start < span.start.saturating_add(after));
    article.sentences.get(at).map_or(span.end, |sentence| sentence.start).clamp(span.start, span.end)
}

/// Where each column is cut so that linked sentences begin the next part, if there are such a little further on.
fn level(story: &Story, columns: &[Column], rest: &[Span], lead: usize, most: u32) -> Option<Vec<u32>> {
    let article = &story.articles[columns[lead].article];
    let from = rest[lead].start.saturating_add(most / 3);
    let first = article.sentences.partition_point(|sentence| sentence.start < from);
    let near = article.sentences[first..].iter().zip(first..);
    near.take_while(|(sentence, _)| sentence.start < from.saturating_add(most / 2).min(rest[lead].end)).find_map(
        |(sentence, at)| {
            rest.iter()
                .enumerate()
                .map(|(index, span)| {
                    if index == lead {
                        return Some(sentence.start);
                    }
                    let there = counterpart(story, columns, lead, index, at)?;
                    (span.start < there && there < span.end && there - span.start < 2 * most).then_some(there)
                })
                .collect()
        },
    )
}

/// Where the sentence begins that column `index` has for sentence `at` of column `lead`; none where its counterpart is not level with it, or it
/// only goes on with what a sentence before it began.
pub fn counterpart(story: &Story, columns: &[Column], lead: usize, index: usize, at: usize) -> Option<u32> {
    let against = columns[lead].against.iter().find(|against| against.other() == columns[index].article)?;
    let sentence = SentenceId::new(at);
    // What moved stands level with something else.
    if !matches!(against.standing(sentence), Standing::Linked { .. }) {
        return None;
    }
    let side = against.side;
    let link = against.link(sentence).filter(|link| link.on(side).first() == Some(&sentence))?;
    let there = link.on(side.other()).first()?;
    Some(story.articles[columns[index].article].sentence(*there).start)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::Arc;

    use super::*;
    use crate::{
        comparison::{Comparison, Settings},
        intake,
        lexicon::Lexicon,
        page::{Compared, Spread},
        story::Side,
    };

    #[test]
    fn parts_begin_with_counterparts_and_hold_everything() {
        let say = |verb: &str, extra: &str| -> String {
            (0..40).map(|n| format!("On day {n} envoy {n} {verb} that {n} ships left port {n}. {extra}")).collect()
        };
        let story = Arc::new(intake::from_bytes([("a", say("said", "")), ("b", say("claimed", "Nobody minded. "))]));
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(Arc::clone(&story), &pairs, Settings::default(), &Lexicon::default());
        let compared = Compared::new(&story, Arc::clone(&comparison.pairs[0]));
        let spread = Spread::pair(Arc::clone(&story), &compared, Side::Left);
        assert_eq!(parts(&story, &spread.columns, &spread.rows[0]), None, "a paragraph of 2 KB is whole");
        let parts = parts_of(&story, &spread.columns, &spread.rows[0], 600).unwrap();
        assert!(parts.len() > 4, "{parts:?}");
        for (column, place) in spread.columns.iter().zip(0..) {
            let article = &story.articles[column.article];
            let whole: String = parts.iter().map(|part| part[place].of(&article.text)).collect();
            assert_eq!(whole, article.text.trim_end());
        }
        for part in &parts[1..] {
            let begins = |place: usize| {
                let text = part[place].of(&story.articles[spread.columns[place].article].text);
                text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(begins(0), begins(1));
        }
    }

    #[test]
    fn what_has_no_counterpart_is_cut_all_the_same() {
        let story = Arc::new(intake::from_bytes([("a", "One thing. ".repeat(400)), ("b", "Short.".to_owned())]));
        let pair = story.pairs().next().unwrap();
        let spread = Spread::unaligned(Arc::clone(&story), pair.left, pair.right);
        let parts = parts_of(&story, &spread.columns, &spread.rows[0], 1000).unwrap();
        assert!(parts.iter().all(|part| part.iter().all(|span| long(span) <= 1000)), "{parts:?}");
        assert!(parts.iter().skip(1).all(|part| part[1].is_empty()), "{parts:?}");
    }
}
