//! Which paragraphs of an article belong to the page and not to the telling: newspapers call datelines, bylines, captions, credits
//! and what stands around them the page's furniture. It is folded and counted, and is no difference.

use super::PairComparison;
use crate::{
    story::{Article, ParagraphRole, Side},
    text::span::Span,
};

/// Whether each paragraph of `article`, on `side` of `pair`, is furniture. Boilerplate always is; a dateline, a caption or a credit is
/// while the other article has nothing of it and nothing is found in it: a caption that is told in both is part of the telling.
#[must_use]
pub fn furniture(article: &Article, pair: &PairComparison, side: Side) -> Vec<bool> {
    let mut furniture: Vec<bool> = article.paragraphs.iter().map(|paragraph| is_foldable(paragraph.role)).collect();
    let mut tells = |place: usize| {
        let told = article.paragraphs.get(place).is_some_and(|there| there.role != ParagraphRole::Boilerplate);
        if let Some(furniture) = furniture.get_mut(place).filter(|_| told) {
            *furniture = false;
        }
    };
    for id in pair.alignment.links.iter().flat_map(|link| link.on(side)) {
        if let Some(sentence) = article.sentences.get(id.index()) {
            tells(sentence.paragraph.index());
        }
    }
    for finding in &pair.findings {
        let here = if finding.side == side { Some(Span::from(finding.span)) } else { finding.counterpart };
        if let Some(span) = here {
            article.paragraph_at(span.start).into_iter().for_each(|id| tells(id.index()));
        }
    }
    furniture
}

/// Whether paragraphs of `role` may be folded away though the other article lacks them.
fn is_foldable(role: ParagraphRole) -> bool {
    matches!(role, ParagraphRole::Dateline | ParagraphRole::Caption | ParagraphRole::Boilerplate)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        comparison::{Comparison, Settings},
        intake,
        lexicon::Lexicon,
        page::{DifferenceKind, Marks, Standing},
    };

    /// The paragraphs of both articles, `-` before what is furniture, and how many differences there are.
    fn told(left: &str, right: &str) -> (String, usize) {
        let story = Arc::new(intake::from_bytes([("a.txt", left), ("b.txt", right)]));
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(Arc::clone(&story), &pairs, Settings::default(), &Lexicon::bundled());
        let pair = &comparison.pairs[0];
        let marks = Marks::new(&story, pair);
        let mut out = String::new();
        for side in Side::BOTH {
            let article = &story.articles[pair.alignment.pair.on(side)];
            for (id, is) in article.paragraph_ids().zip(furniture(article, pair, side)) {
                let text: String = article.paragraph(id).span().of(&article.text).chars().take(40).collect();
                out += &format!("{} {text}\n", if is { '-' } else { ' ' });
                let standing = marks.standing(side, article.paragraph(id).sentence_ids().next().unwrap());
                assert_eq!(matches!(standing, Standing::Furniture { .. }), is, "{text}: {standing:?}");
            }
        }
        let only = |kind: DifferenceKind| matches!(kind, DifferenceKind::Only(_));
        (out, marks.differences.iter().filter(|difference| only(difference.kind)).count())
    }

    #[test]
    fn what_only_one_page_has_around_its_telling_is_no_difference() {
        let left = "March 1, 2019 at 1:45 pm\n\nPhoto: Courtesy of the embassy in Oslo\n\n\
                    The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
                    Leave a Reply";
        let right = "Mar 2, 2019\n\nThe minister said on Monday that 15 soldiers died in the attack near the border.\n\n\
                     Oil prices rose sharply afterwards in all markets.";
        let (picture, only) = told(left, right);
        assert_eq!(only, 1, "oil prices alone");
        insta::assert_snapshot!(picture, @r"
        - March 1, 2019 at 1:45 pm
        - Photo: Courtesy of the embassy in Oslo
          The minister said on Monday that 15 sold
        - Leave a Reply
        - Mar 2, 2019
          The minister said on Monday that 15 sold
          Oil prices rose sharply afterwards in al
        ");
    }

    #[test]
    fn a_caption_that_both_tell_is_part_of_the_telling() {
        let caption = "Photo: The minister greets the envoy of the northern islands at the harbour of Oslo on Friday";
        let body = "The minister said on Monday that 15 soldiers were killed in the attack near the border.";
        let (picture, only) = told(&format!("{caption}\n\n{body}"), &format!("{body}\n\n{caption}"));
        assert_eq!(only, 0);
        insta::assert_snapshot!(picture, @r"
          Photo: The minister greets the envoy of 
          The minister said on Monday that 15 sold
          The minister said on Monday that 15 sold
          Photo: The minister greets the envoy of 
        ");
    }
}
