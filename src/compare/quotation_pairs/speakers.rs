//! Whom two articles give one quotation to: never more than the text says.

use super::{Speakers, held::Holding};
use crate::{
    compare::quotations::{Quotation, Speaker, SpeakerKind},
    story::{SentenceId, Side},
    text::{fold::fold, token::TokenKind},
};

impl Holding<'_> {
    /// How the two sides say who speaks; `left` and `right`: the quotations of each.
    pub(super) fn speakers(&self, left: &[usize], right: &[usize]) -> Speakers {
        let (Some(l), Some(r)) = (self.speaker(Side::Left, left), self.speaker(Side::Right, right)) else {
            return Speakers::Alike;
        };
        let other = match (&l.name, &r.name) {
            (Some(_), Some(_)) => self.are_others((l, left), (r, right)).then_some(Speakers::Other),
            (Some(name), None) => self.is_unnamed(name, Side::Right, r, right).then_some(Speakers::Unnamed),
            (None, Some(name)) => self.is_unnamed(name, Side::Left, l, left).then_some(Speakers::Unnamed),
            (None, None) => self.are_other_offices(l, r).then_some(Speakers::Office),
        };
        other.unwrap_or_default()
    }

    /// Where several speak on a side: what is said of who speaks in the first two pieces with the same words that differ in it.
    pub(super) fn by_pieces(&self, pieces: &[(usize, usize)]) -> (Speakers, Option<(usize, usize)>) {
        let apart = pieces.iter().find_map(|(l, r)| {
            let speakers = self.speakers(&[*l], &[*r]);
            (speakers != Speakers::Alike).then_some((speakers, Some((*l, *r))))
        });
        apart.unwrap_or_default()
    }

    /// The one speaker of all the quotations `parts`; none where the text leaves it open, or several speak.
    fn speaker(&self, side: Side, parts: &[usize]) -> Option<&Speaker> {
        let quoted = self.quoted[side.index()];
        let mut speakers = parts.iter().map(|at| quoted[*at].speaker.as_ref());
        let first = speakers.next().flatten()?;
        let same = |other: &Speaker| other.is(first) || other == first;
        // Pieces with several speakers are several utterances.
        speakers.all(|other| other.is_none_or(same)).then_some(first).filter(|_| self.is_direct(side, parts, first))
    }

    /// Whether nobody else stands between the speaker and the quotation: "X welcomed the governor's remark that it was “a start”".
    fn is_direct(&self, side: Side, parts: &[usize], speaker: &Speaker) -> bool {
        let article = &self.story.articles[self.alignment.pair.on(side)];
        let Some(quotation) = parts.first().map(|at| &self.quoted[side.index()][*at]) else {
            return false;
        };
        let Some(verb) =
            quotation.verb.filter(|verb| verb.end <= quotation.span.start && speaker.span.end <= verb.start)
        else {
            return true;
        };
        let from = article.tokens.partition_point(|token| token.span.start < verb.end);
        let to = article.tokens.partition_point(|token| token.span.end <= quotation.span.start);
        let between = article.tokens.get(from..to.max(from)).unwrap_or_default();
        !between.iter().any(|token| {
            let form = self.story.vocabulary.form(token.word);
            let short = matches!(form, "it's" | "he's" | "she's" | "that's" | "there's" | "what's" | "who's" | "let's");
            token.kind == TokenKind::Word && form.ends_with("'s") && !short
        })
    }

    /// Whether two named speakers are two persons. A name where it stands is taken as it is, unless the other name stands in the same sentences;
    /// a pronoun or an office that stands for a name only where the other name is nowhere in that article.
    fn are_others(&self, (l, left): (&Speaker, &[usize]), (r, right): (&Speaker, &[usize])) -> bool {
        let (lw, rw) = (names(l), names(r));
        let alike = |a: &String| rw.iter().any(|b| a.starts_with(b.as_str()) || b.starts_with(a.as_str()));
        if l.is(r) || lw.iter().any(alike) {
            return false;
        }
        let apart = |side: Side, parts: &[usize], own: &Speaker, others: &[String]| match own.kind {
            SpeakerKind::Named => !self.is_near(side, parts, others),
            _ => !self.has_name(side, others),
        };
        apart(Side::Right, right, r, &lw) && apart(Side::Left, left, l, &rw)
    }

    /// Whether `speaker` of `side` goes by an office, as a body or as no one in particular, where the other article has `name`, which stands nowhere here.
    fn is_unnamed(&self, name: &str, side: Side, speaker: &Speaker, parts: &[usize]) -> bool {
        let names: Vec<String> = name.split_whitespace().map(fold).collect();
        let kind = matches!(speaker.kind, SpeakerKind::Office | SpeakerKind::Unnamed | SpeakerKind::Institution);
        kind && !self.is_near(side, parts, &names) && !self.has_name(side, &names)
    }

    /// Whether two speakers without a name have offices, or are bodies, that have no word in common.
    fn are_other_offices(&self, l: &Speaker, r: &Speaker) -> bool {
        let words = |side: Side, speaker: &Speaker| -> Vec<String> {
            let text = &self.story.articles[self.alignment.pair.on(side)].text;
            speaker.span.of(text).split_whitespace().map(fold).filter(|word| word.chars().count() > 3).collect()
        };
        let (lw, rw) = (words(Side::Left, l), words(Side::Right, r));
        let akin = |a: &String, b: &String| {
            a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= 4.min(a.chars().count())
        };
        l.kind == r.kind
            && matches!(l.kind, SpeakerKind::Office | SpeakerKind::Institution)
            && lw.len().min(rw.len()) >= 1
            && !lw.iter().any(|a| rw.iter().any(|b| akin(a, b)))
    }

    /// Whether one of `names` stands in the sentences of the quotations `parts`.
    fn is_near(&self, side: Side, parts: &[usize], names: &[String]) -> bool {
        let article = &self.story.articles[self.alignment.pair.on(side)];
        let quoted = self.quoted[side.index()];
        let sentences = |quotation: &Quotation| quotation.sentences.0.index()..=quotation.sentences.1.index();
        parts.iter().flat_map(|at| sentences(&quoted[*at])).any(|id| {
            article.sentence_tokens(SentenceId::new(id)).iter().any(|token| {
                let form = self.story.vocabulary.form(token.word);
                names.iter().any(|name| form.strip_suffix("'s").unwrap_or(form) == name)
            })
        })
    }

    /// Whether the last of `names` stands anywhere in the article on `side`.
    fn has_name(&self, side: Side, names: &[String]) -> bool {
        let Some(last) = names.last() else { return true };
        let words = [self.story.vocabulary.get(last), self.story.vocabulary.get(&format!("{last}'s"))];
        words.into_iter().flatten().any(|word| self.stands(side, word))
    }
}

fn names(speaker: &Speaker) -> Vec<String> {
    speaker.name.as_deref().unwrap_or_default().split_whitespace().map(fold).collect()
}
