//! The same person with another office: treasurer Anna Weber here, mayor Anna Weber there. Looks at the whole of both articles, for a person is
//! introduced once; tells a difference only where each article gives an office and none of them is the other's.

use rustc_hash::FxHashMap;

use super::{Held, finding, said};
use crate::{
    compare::{
        finding::{Finding, FindingKind},
        names::same_name,
    },
    lexicon::{WordSet, Words},
    story::Side,
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// Words of address, of rank, and of no office in particular: beside a name they deny no other office.
const PLAIN: [&str; 30] = [
    "mr",
    "mrs",
    "ms",
    "sir",
    "lord",
    "lady",
    "dr",
    "leader",
    "leaders",
    "head",
    "chief",
    "official",
    "officer",
    "candidate",
    "nominee",
    "lawmaker",
    "mp",
    "aide",
    "professor",
    "doctor",
    "chair",
    "private",
    "corporal",
    "sergeant",
    "lieutenant",
    "captain",
    "major",
    "colonel",
    "general",
    "admiral",
];

/// Each person who has one office here and another there, at the first of each.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let (left, right) = (people(held, Side::Left), people(held, Side::Right));
    let mut findings = Vec::new();
    for (name, here) in &left.order {
        let namesake = right.order.iter().find(|(other, _)| held.is_one_name(*name, *other));
        let Some(theirs) = namesake.map(|(_, offices)| offices) else {
            continue;
        };
        if here.iter().any(|a| theirs.iter().any(|b| alike(held, a.office, b.office))) {
            continue;
        }
        let (Some(l), Some(r)) = (here.first(), theirs.first()) else { continue };
        let (side, span, there) = held.higher(l.span, r.span);
        let why = format!(
            "The same name with another office: {} has {}, {} {}.",
            held.label(side),
            said(held.text(side, span)),
            held.label(side.other()),
            said(held.text(side.other(), there))
        );
        findings.push(finding(side, span, FindingKind::Figure, Some(there), 2, "names: another office", why));
    }
    findings
}

/// An office given to a name.
struct Office {
    office: WordId,
    /// The office and the name.
    span: Span,
}

/// The first and the last word of a name.
type Name = (WordId, WordId);

/// The persons of an article by their names, in reading order, with the offices that it gives them.
#[derive(Default)]
struct People {
    order: Vec<(Name, Vec<Office>)>,
    of: FxHashMap<Name, usize>,
}

impl Held<'_> {
    /// Whether the two are one name, the first ones in whatever spelling: two persons may have one last name.
    fn is_one_name(&self, (first, last): Name, (other_first, other_last): Name) -> bool {
        let form = |word| self.story.vocabulary.form(word);
        last == other_last && (first == other_first || same_name(form(first), form(other_first)))
    }
}

fn people(held: &Held, side: Side) -> People {
    let mut people = People::default();
    let Some(words) = held.groundwork.words.of(held.alignment.pair.on(side)) else { return people };
    let article = held.article(side);
    let quoted = held.groundwork.quotations.get(held.alignment.pair.on(side));
    for (at, token) in article.tokens.iter().enumerate() {
        let office = words.is(token.word, WordSet::Office) && !PLAIN.contains(&held.story.vocabulary.form(token.word));
        if !office || quoted.is_some_and(|quoted| quoted.is_statement(token.span)) {
            continue;
        }
        let Some((first, last)) = name_after(held, side, words, &article.tokens, at + 1) else { continue };
        // "former president", "deputy minister": another office than the bare word.
        let bare =
            at.checked_sub(1).is_none_or(|before| !is_prefix(held.story.vocabulary.form(article.tokens[before].word)));
        if !bare || last == first {
            continue;
        }
        let key = (article.tokens[first].word, article.tokens[last].word);
        let place = *people.of.entry(key).or_insert_with(|| {
            people.order.push((key, Vec::new()));
            people.order.len() - 1
        });
        let span = token.span.join(article.tokens[last].span);
        people.order[place].1.push(Office { office: token.word, span });
    }
    people
}

/// The first and the last token of the name that begins at `from`: two to four words with capitals, in the text's own reckoning names.
fn name_after(held: &Held, side: Side, words: &Words, tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 4;
    let capital = |token: &&Token| {
        let raw = held.text(side, token.span);
        token.kind == TokenKind::Word
            && raw.chars().next().is_some_and(char::is_uppercase)
            && !raw.ends_with("'s")
            && !raw.ends_with("\u{2019}s")
            && !words.is(token.word, WordSet::Office)
            && !words.is(token.word, WordSet::Day)
    };
    let length = tokens.get(from..)?.iter().take(LONGEST).take_while(capital).count();
    (length >= 2).then(|| (from, from + length - 1))
}

fn is_prefix(word: &str) -> bool {
    matches!(word, "former" | "ex" | "-" | "deputy" | "vice" | "acting" | "assistant" | "then" | "late" | "ex-")
}

/// Whether the two words say the same office: alike at their beginning ("spokesman", "spokeswoman") or two words for one.
fn alike(held: &Held, left: WordId, right: WordId) -> bool {
    const SAME: [[&str; 2]; 6] = [
        ["premier", "minister"],
        ["premier", "chancellor"],
        ["envoy", "ambassador"],
        ["officer", "detective"],
        ["judge", "justice"],
        ["prosecutor", "attorney"],
    ];
    let (a, b) = (held.story.vocabulary.form(left), held.story.vocabulary.form(right));
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    left == right || shared >= 5 || SAME.contains(&[a, b]) || SAME.contains(&[b, a])
}
