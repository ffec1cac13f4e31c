//! Two groups of utterances held against each other, word by word: what became of the quotation, and whether another speaks.

use std::cell::OnceCell;

use super::{Edit, Fate, Group, QuotationPair, Speakers, TELLING, Utterance, kept, kept::at_phrases};
use crate::{
    align::PairAlignment,
    compare::{groundwork::Groundwork, quotations::Quotation},
    lexicon::WordSet,
    story::{Side, Story},
    text::{
        span::Span,
        spelling::{american, in_full},
        token::Token,
        vocabulary::WordId,
    },
};

/// Utterances of two articles that are held against each other.
pub(super) struct Holding<'a> {
    pub story: &'a Story,
    pub alignment: &'a PairAlignment,
    pub groundwork: &'a Groundwork,
    /// On the left and on the right.
    pub utterances: [&'a [Utterance]; 2],
    /// All quotations, on the left and on the right.
    pub quoted: [&'a [Quotation]; 2],
    /// By word, whether it stands in the article, on the left and on the right; found when it is first asked for.
    standing: [OnceCell<Vec<bool>>; 2],
}

impl<'a> Holding<'a> {
    pub fn new(
        story: &'a Story,
        alignment: &'a PairAlignment,
        groundwork: &'a Groundwork,
        utterances: [&'a [Utterance]; 2],
        quoted: [&'a [Quotation]; 2],
    ) -> Self {
        Self { story, alignment, groundwork, utterances, quoted, standing: Default::default() }
    }

    /// Whether `word` stands in the article on `side`.
    pub fn stands(&self, side: Side, word: WordId) -> bool {
        let standing = self.standing[side.index()].get_or_init(|| {
            let mut standing = vec![false; self.story.vocabulary.len()];
            for token in &self.story.articles[self.alignment.pair.on(side)].tokens {
                if let Some(stands) = standing.get_mut(token.word.index()) {
                    *stands = true;
                }
            }
            standing
        });
        standing.get(word.index()) == Some(&true)
    }

    pub fn against(&self, group: &Group) -> QuotationPair {
        let (ls, rs) = (&group.left, &group.right);
        let gather = |ids: &[usize], all: &[Utterance], whole: &[Utterance], others: &[usize]| {
            let mut ids = ids.to_vec();
            ids.sort_unstable();
            if let ([whole_at], 2..) = (others, ids.len()) {
                // What stands in one quotation there is held against it in its order.
                let words = &whole[*whole_at].words;
                let place = |id: &usize| kept(&all[*id].words, words).iter().max_by_key(|run| run.2).map(|run| run.1);
                ids.sort_by_cached_key(place);
            }
            let of = || ids.iter().map(|id| &all[*id]);
            let mut parts: Vec<usize> = of().flat_map(|u| u.parts.iter().copied()).collect();
            parts.sort_unstable();
            let gathered: (Vec<usize>, Vec<Token>, Vec<WordId>) = (
                parts,
                of().flat_map(|u| u.tokens.iter().copied()).collect(),
                of().flat_map(|u| u.words.iter().copied()).collect(),
            );
            gathered
        };
        let (left, lt, lw) = gather(ls, self.utterances[0], self.utterances[1], rs);
        let (right, rt, rw) = gather(rs, self.utterances[1], self.utterances[0], ls);
        let begins = |side: usize, tokens: &[Token], at: usize| {
            tokens.get(at).is_none_or(|token| self.begins_phrase(side, token))
        };
        let mut pieces = Vec::new();
        let known = group.runs.clone().filter(|_| ls.len() == 1 && rs.len() == 1);
        let shared = known.unwrap_or_else(|| kept(&lw, &rw));
        let runs = at_phrases(shared, (&lw, &rw), (|at: usize| begins(0, &lt, at), |at: usize| begins(1, &rt, at)));
        let mut at = (0, 0);
        let mut edits = Vec::new();
        // Of one quotation on either side there are no pieces to be told apart.
        let divided = left.len() > 1 || right.len() > 1;
        for (a, b, len) in runs.iter().filter(|_| divided) {
            pieces.extend(self.pieces_of((&lt[*a..a + len], &left), (&rt[*b..b + len], &right)));
        }
        for (a, b, len) in runs.into_iter().chain([(lw.len(), rw.len(), 0)]) {
            let (lc, rc) = (&lt[at.0..a], &rt[at.1..b]);
            if !(lc.is_empty() && rc.is_empty()) {
                // An article may quote the same words twice.
                let again =
                    (rc.is_empty() && stands_in(&lw[at.0..a], &rw)) || (lc.is_empty() && stands_in(&rw[at.1..b], &lw));
                let slight = again || self.is_slight(lc, rc) || (at == (0, 0) && self.is_lead(lc, rc));
                // No edit reaches over words that stand between two pieces of the quotation.
                let (ls, rs) = (self.pieces(0, lc), self.pieces(1, rc));
                let count = ls.len().max(rs.len());
                edits.extend((0..count).map(|n| Edit { left: ls.get(n).copied(), right: rs.get(n).copied(), slight }));
            }
            at = (a + len, b + len);
        }
        let mut counted = edits.iter().filter(|edit| !edit.slight).peekable();
        let fate = if counted.peek().is_none() {
            if left.len() == right.len() || ls.len() == rs.len() { Fate::Full } else { Fate::Merged }
        } else if counted.any(Edit::exchanges) {
            Fate::Altered
        } else {
            Fate::Trimmed
        };
        let (speakers, apart) = match self.speakers(&left, &right) {
            Speakers::Alike => self.by_pieces(&pieces),
            speakers => (speakers, None),
        };
        let other_speaker = speakers == Speakers::Other;
        let left_words = edits.iter().filter_map(|edit| edit.left).collect();
        let right_words = edits.iter().filter_map(|edit| edit.right).collect();
        QuotationPair {
            left,
            right,
            fate,
            other_speaker,
            speakers,
            apart,
            repeat: group.repeat,
            left_words,
            right_words,
            edits,
            reported: None,
        }
    }

    /// Which quotations of each side hold a run of words that both keep: those that hold enough of it to be compared.
    fn pieces_of(&self, left: (&[Token], &[usize]), right: (&[Token], &[usize])) -> Vec<(usize, usize)> {
        let part = |side: usize, token: &Token, parts: &[usize]| {
            parts.iter().copied().find(|at| self.quoted[side][*at].inner.covers(token.span))
        };
        let both = left.0.iter().zip(right.0).filter_map(|(l, r)| Some((part(0, l, left.1)?, part(1, r, right.1)?)));
        let both: Vec<(usize, usize)> = both.collect();
        both.chunk_by(|a, b| a == b).filter(|run| run.len() >= TELLING).filter_map(|run| run.first().copied()).collect()
    }

    /// Whether two stretches differ in articles, conjunctions and short forms alone: "it's" and "it is".
    fn is_slight(&self, left: &[Token], right: &[Token]) -> bool {
        let Some(words) = self.groundwork.words.of(self.alignment.pair.left) else { return false };
        let is = |tokens: &[Token], sets: &[WordSet]| {
            tokens.iter().all(|token| sets.iter().any(|set| words.is(token.word, *set)))
        };
        let long = |tokens: &[Token]| -> String {
            let form = |token: &Token| self.story.vocabulary.form(token.word);
            tokens.iter().map(|token| written_out(form(token))).collect::<Vec<_>>().join(" ")
        };
        let light = [WordSet::Article, WordSet::Conjunction, WordSet::Relative, WordSet::Be];
        match (left.is_empty(), right.is_empty()) {
            (false, false) => (is(left, &light[..3]) && is(right, &light[..3])) || long(left) == long(right),
            _ => is(left, &light) && is(right, &light),
        }
    }

    /// Whether only one side has words at the beginning, and these are a pronoun: "he said that he “will stay”", "“I will stay”".
    fn is_lead(&self, left: &[Token], right: &[Token]) -> bool {
        let Some(words) = self.groundwork.words.of(self.alignment.pair.left) else { return false };
        match (left, right) {
            ([one], []) | ([], [one]) => words.is(one.word, WordSet::Pronoun),
            _ => false,
        }
    }

    /// Whether a sign or another part of the quotation stands before `token`.
    fn begins_phrase(&self, side: usize, token: &Token) -> bool {
        let pair = self.alignment.pair;
        let text = &self.story.articles[if side == 0 { pair.left } else { pair.right }].text;
        let lead = text.get(..token.span.start as usize).unwrap_or_default();
        lead.trim_end().ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}' | '%'))
    }

    /// The stretches that `tokens` cover, one in each part of the quotation.
    fn pieces(&self, side: usize, tokens: &[Token]) -> Vec<Span> {
        let part = |token: &Token| self.quoted[side].partition_point(|known| known.span.end <= token.span.start);
        tokens.chunk_by(|a, b| part(a) == part(b)).filter_map(cover).collect()
    }
}

/// Whether `words` stand side by side in `all`; not for a word or two.
fn stands_in(words: &[WordId], all: &[WordId]) -> bool {
    words.len() > 2 && words.len() <= all.len() && all.windows(words.len()).any(|run| run == words)
}

/// A folded English word without a short form, in American spelling: "it's" as "it is", "centralise" as "centralize".
fn written_out(form: &str) -> String {
    if let Some((before, after)) = in_full(form) {
        return format!("{before} {after}");
    }
    match form.split_once('\'') {
        // Behind any other word it is a genitive.
        Some((who @ ("it" | "he" | "she" | "that" | "this" | "there" | "here" | "what" | "who" | "where"), "s")) => {
            format!("{who} is")
        }
        Some((who @ ("i" | "you" | "he" | "she" | "it" | "we" | "they"), "d")) => format!("{who} would"),
        _ if form == "cannot" => "can not".to_owned(),
        _ => american(form).into_owned(),
    }
}

fn cover(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.join(tokens.last()?.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_british_spellings_are_written_out_and_genitives_are_not() {
        let written: Vec<String> =
            ["it's", "army's", "won't", "i'm", "they'd", "cannot", "centralised", "tour", "filled"]
                .map(written_out)
                .into();
        assert_eq!(
            written,
            ["it is", "army's", "will not", "i am", "they would", "can not", "centralized", "tour", "filled"]
        );
    }
}
