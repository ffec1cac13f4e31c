//! Which paragraphs of a row begin level with one another, so that a reader of two columns need not search for a counterpart.

use std::ops::Range;

use crate::{
    align::Cell,
    page::Standing,
    report::marks::Marks,
    story::{ParagraphId, SentenceId, Side},
};

/// The parts of a row, from top to bottom: which paragraphs of its left and of its right cell each holds. Every part but the first begins
/// with two paragraphs whose first linked passages are each other's counterparts. Never empty.
pub fn parts(marks: &Marks<'_>, left: &Cell, right: &Cell) -> Vec<[Range<usize>; 2]> {
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

    #[test]
    fn paragraphs_that_share_a_row_begin_level_with_their_counterparts() {
        let left = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
                    Schools in the region stayed closed on Tuesday, the mayor of the border town told reporters.";
        let right = "The minister said on Monday that 15 soldiers were killed in the attack near the border. Oil \
                     prices rose sharply over the weekend, traders in Singapore expect.\n\n\
                     Schools in the region stayed closed on Tuesday, the mayor of the border town claimed.";
        let story = Arc::new(intake::from_bytes([("a.txt", left), ("b.txt", right)]));
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(story, &pairs, Settings::default(), &Lexicon::default());
        let form = Form { width: 78, only: vec![Section::Rows], ..Form::default() };
        let mut out = Vec::new();
        write(&comparison, &form, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let rows: Vec<&str> = text.lines().skip_while(|line| !line.contains('¶')).collect();
        insta::assert_snapshot!(rows.join("\n"), @r"
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
