//! What of a row begins level, so that a reader of two columns need not search for a counterpart.
//!
//! Paragraphs begin level with their counterparts. Long ones are set level inside too, as on the screen (`page/page/level`): there the lines
//! are known, here a report only guesses them, since a browser sets them as it likes.

use std::{iter::Peekable, ops::Range, vec::IntoIter};

use crate::{
    align::Cell,
    page::Standing,
    report::marks::Marks,
    story::{Article, ParagraphId, SentenceId, Side},
    text::{span::Span, width::columns},
};

/// What is shorter than so many lines stays as it is: all of it is in sight at once.
const LONG: usize = 12;

/// Linked passages that stand fewer lines apart stay so.
const APART: usize = 4;

/// A paragraph or a part of one: which, and its stretch of the article's text, in bytes.
pub type Piece = (ParagraphId, Span);

/// The parts of a row, from top to bottom: what each holds of its left and of its right cell, where `width` columns of text make a line. Every
/// part but the first begins with counterparts. Never empty.
pub fn parts(marks: &Marks<'_>, left: &Cell, right: &Cell, width: usize) -> Vec<[Vec<Piece>; 2]> {
    let mut parts = Vec::new();
    for [lefts, rights] in by_paragraphs(marks, left, right) {
        let [lefts, rights] = [left.paragraphs.get(lefts), right.paragraphs.get(rights)].map(Option::unwrap_or_default);
        let mut columns = [Column::new(marks, Side::Left, lefts), Column::new(marks, Side::Right, rights)];
        if columns.iter().any(|column| column.is_longer_than(LONG * width)) {
            for (there, answer) in ties(marks, lefts, rights) {
                let [left, right] = &mut columns;
                if left.line_of(there, width).abs_diff(right.line_of(answer, width)) >= APART {
                    parts.push([left.cut(there), right.cut(answer)]);
                }
            }
        }
        parts.push(columns.map(|column| column.pieces));
    }
    parts
}

/// Whether the piece begins its paragraph.
pub fn is_beginning(marks: &Marks<'_>, side: Side, (id, within): Piece) -> bool {
    within.start == marks.article(side).paragraph(id).start
}

/// Whether a paragraph begins with the part, on either side.
pub fn begins_paragraph(marks: &Marks<'_>, part: &[Vec<Piece>; 2]) -> bool {
    Side::BOTH
        .into_iter()
        .zip(part)
        .any(|(side, pieces)| pieces.first().is_some_and(|piece| is_beginning(marks, side, *piece)))
}

/// Which paragraphs of either cell each part holds, if none is parted. Every part but the first begins with two paragraphs whose first linked
/// passages are each other's counterparts.
fn by_paragraphs(marks: &Marks<'_>, left: &Cell, right: &Cell) -> Vec<[Range<usize>; 2]> {
    let mut parts = Vec::new();
    let (mut from, mut there) = (0, 0);
    for (at, id) in left.paragraphs.iter().enumerate().skip(1) {
        let answer = answering(marks, *id).and_then(|id| right.paragraphs.iter().position(|other| *other == id));
        if let Some(answer) = answer.filter(|answer| *answer > there) {
            parts.push([from..at, there..answer]);
            (from, there) = (at, answer);
        }
    }
    parts.push([from..left.paragraphs.len(), there..right.paragraphs.len()]);
    parts
}

/// The paragraph on the right that begins with the counterpart of what the paragraph `id` on the left begins with.
fn answering(marks: &Marks<'_>, id: ParagraphId) -> Option<ParagraphId> {
    let (first, there) = first_linked(marks, Side::Left, id)?;
    let found = marks.article(Side::Right).sentence(there).paragraph;
    let back = first_linked(marks, Side::Right, found)?;
    (back == (there, first)).then_some(found)
}

/// The first passage of the paragraph that has a counterpart at the same place, and that counterpart.
fn first_linked(marks: &Marks<'_>, side: Side, id: ParagraphId) -> Option<(SentenceId, SentenceId)> {
    marks.article(side).paragraph(id).sentence_ids().find_map(|id| match marks.standing(side, id) {
        Standing::Linked { link, .. } => Some((id, *marks.pair.alignment.links.get(link)?.on(side.other()).first()?)),
        _ => None,
    })
}

/// The linked passages of paragraphs that stand side by side, in the order of both; the first of either article's is none, as both begin level anyway.
fn ties(
    marks: &Marks<'_>,
    lefts: &[ParagraphId],
    rights: &[ParagraphId],
) -> impl Iterator<Item = (SentenceId, SentenceId)> {
    let rights = sentences(marks.article(Side::Right), rights);
    let mut reached = 0;
    sentences(marks.article(Side::Left), lefts).into_iter().skip(1).filter_map(move |id| {
        let Standing::Linked { link, .. } = marks.standing(Side::Left, id) else { return None };
        let answer = *marks.pair.alignment.links.get(link)?.on(Side::Right).first()?;
        let at = rights.binary_search(&answer).ok().filter(|at| *at > reached)?;
        reached = at;
        Some((id, answer))
    })
}

/// One side of a part while it is looked through.
struct Column<'a> {
    article: &'a Article,
    /// What is not cut off yet; the first of them perhaps in part.
    pieces: Vec<Piece>,
    /// The passages that are not counted yet.
    ahead: Peekable<IntoIter<SentenceId>>,
    /// Lines of the paragraphs that are counted whole, each with the empty line below it.
    lines: usize,
    /// Columns of the one that is not.
    begun: usize,
}

impl<'a> Column<'a> {
    fn new(marks: &Marks<'a>, side: Side, paragraphs: &[ParagraphId]) -> Self {
        let article = marks.article(side);
        let pieces = paragraphs.iter().map(|id| (*id, article.paragraph(*id).span())).collect();
        let ahead = sentences(article, paragraphs).into_iter().peekable();
        Self { article, pieces, ahead, lines: 0, begun: 0 }
    }

    fn is_longer_than(&self, bytes: usize) -> bool {
        self.pieces.iter().map(|(_, span)| span.len()).sum::<usize>() > bytes
    }

    /// In which line of the part the passage `to` begins, about.
    fn line_of(&mut self, to: SentenceId, width: usize) -> usize {
        while let Some(id) = self.ahead.next_if(|id| *id < to) {
            let sentence = self.article.sentence(id);
            self.begun += usize::from(columns(sentence.span().of(&self.article.text)).0);
            if self.ahead.peek().is_some_and(|next| self.article.sentence(*next).paragraph != sentence.paragraph) {
                self.lines += self.begun.div_ceil(width) + 1;
                self.begun = 0;
            }
        }
        self.lines + self.begun / width
    }

    /// Takes off what stands above the passage `to`, so that the part begins there.
    fn cut(&mut self, to: SentenceId) -> Vec<Piece> {
        (self.lines, self.begun) = (0, 0);
        let end = self.article.sentence(to).start;
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for (id, span) in self.pieces.drain(..) {
            let parted = [Span { end: span.end.min(end), ..span }, Span { start: span.start.max(end), ..span }];
            for (pieces, part) in [&mut above, &mut below].into_iter().zip(parted) {
                pieces.extend((part.start < part.end).then_some((id, part)));
            }
        }
        self.pieces = below;
        above
    }
}

fn sentences(article: &Article, paragraphs: &[ParagraphId]) -> Vec<SentenceId> {
    paragraphs.iter().flat_map(|id| article.paragraph(*id).sentence_ids()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::sync::Arc;

    use crate::{
        comparison::{Comparison, Settings},
        intake,
        lexicon::Lexicon,
        report::{Form, Section, write},
    };

    /// The rows of the text report.
    fn rows_of(left: &str, right: &str) -> String {
        let story = Arc::new(intake::from_bytes([("a.txt", left), ("b.txt", right)]));
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(story, &pairs, Settings::default(), &Lexicon::default());
        let form = Form { width: 78, only: vec![Section::Rows], ..Form::default() };
        let mut out = Vec::new();
        write(&comparison, &form, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let rows: Vec<&str> = text.lines().skip_while(|line| !line.contains('¶')).collect();
        rows.join("\n")
    }

    #[test]
    fn linked_passages_of_a_long_paragraph_stand_level_again_where_they_have_slipped_apart() {
        let tide = "The tide rose over the quay at noon and the ferries stayed in the harbour for the day.";
        let fair = "The fair in the old town was put off until Sunday, said Ann Bell, who has run it since 2011.";
        let more = "Nobody had asked the ferrymen, whose union wrote to the council twice in the spring about the sea \
                    wall, about its gates, about the pumps that broke in March, and about the money that was voted \
                    for all of them and never spent, as three of its members told this paper on Friday evening.";
        let left = format!("{tide} {fair} Volunteers carried sandbags to the houses by the river until midnight.");
        let right = format!("{tide} {more} {fair} Volunteers carried sandbags to the houses by the river.");
        insta::assert_snapshot!(rows_of(&left, &right), @r"
        ¶1 The tide rose over the quay at     ~ ¶1 The tide rose over the quay at
           noon and the ferries stayed in the      noon and the ferries stayed in the
           harbour for the day.                    harbour for the day. {+Nobody had
                                                   asked the ferrymen, whose union
                                                   wrote to the council twice in the
                                                   spring about the sea wall, about
                                                   its gates, about the pumps that
                                                   broke in March, and about the
                                                   money that was voted for all of
                                                   them and never spent, as three of
                                                   its members told this paper on
                                                   Friday evening.+}
           The fair in the old town was put        The fair in the old town was put
           off until Sunday, said Ann Bell,        off until Sunday, said Ann Bell,
           who has run it since 2011.              who has run it since 2011.
           Volunteers carried sandbags to the      Volunteers carried sandbags to the
           houses by the river [-until             houses by the river.
           midnight-].
        ");
    }

    #[test]
    fn paragraphs_that_share_a_row_begin_level_with_their_counterparts() {
        let left = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
                    Schools in the region stayed closed on Tuesday, the mayor of the border town told reporters.";
        let right = "The minister said on Monday that 15 soldiers were killed in the attack near the border. Oil \
                     prices rose sharply over the weekend, traders in Singapore expect.\n\n\
                     Schools in the region stayed closed on Tuesday, the mayor of the border town claimed.";
        insta::assert_snapshot!(rows_of(left, right), @r"
        ¶1 The minister said on Monday that   = ¶1 The minister said on Monday that
           15 soldiers were killed in the          15 soldiers were killed in the
           attack near the border.                 attack near the border. {+Oil
                                                   prices rose sharply over the
                                                   weekend, traders in Singapore
                                                   expect.+}

        ¶2 Schools in the region stayed       ~ ¶2 Schools in the region stayed
           closed on Tuesday, the mayor of         closed on Tuesday, the mayor of
           the border town [-told                  the border town {+claimed+}.
           reporters-].
        ");
    }
}
