//! What the two headlines differ in: how sure they are, whether they name a source, a figure, which name comes first; or that they have no telling
//! word in common. Says nothing where they only choose other words, for the two lines show that themselves.

use super::{
    super::{Held, figures::disagree, finding, said},
    headline, tokens,
};
use crate::{
    align::Link,
    compare::{
        finding::{Finding, FindingKind},
        quantity::{Quantity, Value, within},
    },
    lexicon::{WordSet, Words},
    story::{ParagraphId, Side},
    text::{
        figure,
        fold::fold,
        span::Span,
        token::{Token, TokenKind},
    },
};

/// Verbs of those who are cited in headlines, besides the verbs of saying.
const SHOWING: [&str; 11] =
    ["suggest", "suggests", "finds", "find", "shows", "show", "reveals", "confirm", "confirms", "believe", "fear"];

/// What the headlines differ in.
pub(super) fn headlines(held: &Held) -> Option<Finding> {
    let left = Headline::of(held, Side::Left)?;
    let right = Headline::of(held, Side::Right)?;
    if left.words().eq(right.words()) {
        return None;
    }
    let (side, here, there) = held.higher(left.span, right.span);
    let (own, other) = if side == Side::Left { (&left, &right) } else { (&right, &left) };
    let mut differ = Vec::new();
    differ.extend(one_alone("in how sure they are", own, own.unsure(), other, other.unsure()));
    differ.extend(sources(own, other));
    differ.extend(figures(own, other));
    let strong = !differ.is_empty();
    differ.extend(first_names(own, other));
    if differ.is_empty() {
        // Words that may be put for one another tie the two as well, and are shown.
        if own.shares_a_word(other) || own.is_linked(other) {
            return None;
        }
        differ.push("they have no telling word in common".to_owned());
    }
    let why = format!("The headlines differ: {}.", differ.join("; "));
    let strength = if strong { 2 } else { 1 };
    Some(finding(side, here, FindingKind::Headline, Some(there), strength, "headline: other headline", why))
}

/// A headline.
struct Headline<'a, 'h> {
    held: &'h Held<'a>,
    side: Side,
    span: Span,
    tokens: Vec<Token>,
}

impl<'a, 'h> Headline<'a, 'h> {
    fn of(held: &'h Held<'a>, side: Side) -> Option<Self> {
        let article = held.article(side);
        let id: ParagraphId = headline(article)?;
        let tokens = tokens(article, id).copied().collect();
        Some(Self { held, side, span: article.paragraph(id).span(), tokens })
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().filter(|token| token.kind != TokenKind::Sign).map(|token| self.form(token))
    }

    fn form(&self, token: &Token) -> &'a str {
        self.held.story.vocabulary.form(token.word)
    }

    fn label(&self) -> &'a str {
        self.held.label(self.side)
    }

    fn lists(&self) -> Option<&'a Words> {
        self.held.groundwork.words.of(self.held.alignment.pair.on(self.side))
    }

    fn is(&self, token: &Token, set: WordSet) -> bool {
        token.kind == TokenKind::Word && self.lists().is_some_and(|words| words.is(token.word, set))
    }

    fn said(&self, span: Span) -> String {
        said(self.held.text(self.side, span))
    }

    /// The word that leaves it open whether the thing is so.
    fn unsure(&self) -> Option<String> {
        let asks = |token: &Token| token.kind == TokenKind::Sign && self.form(token) == "?";
        // Theresa May has a capital in a headline where other words have none.
        let small = |token: &Token| self.held.text(self.side, token.span).starts_with(char::is_lowercase);
        let titled = !self.tokens.iter().any(|token| small(token) && self.form(token).len() > 4);
        let unsure = |token: &Token| {
            self.is(token, WordSet::Unsure) && (small(token) || titled || token.span.start == self.span.start)
        };
        let token = self.tokens.iter().find(|token| unsure(token) || asks(token))?;
        Some(self.said(token.span))
    }

    /// Who is said to say it: "Netanyahu: …", "…, study suggests", "Police say …".
    fn source(&self) -> Option<Span> {
        const LEAD: usize = 4;
        let says = |token: &Token| {
            [WordSet::Saying, WordSet::Inverting].iter().any(|set| self.is(token, *set))
                || SHOWING.contains(&self.form(token))
        };
        let span = |from: usize, to: usize| {
            let all = self.tokens.get(from..=to)?;
            Some(all.first()?.span.join(all.last()?.span))
        };
        // What stands before a colon is as often the topic.
        let colon =
            self.tokens.iter().take(LEAD + 1).position(|token| self.form(token) == ":").filter(|colon| *colon > 0);
        if let Some(colon) = colon.filter(|colon| self.tokens[..*colon].iter().any(|token| self.speaks(token))) {
            return span(0, colon - 1);
        }
        let to = |two: &[Token]| self.form(&two[0]) == "according" && self.form(&two[1]) == "to";
        if let Some(at) = self.tokens.windows(2).position(to) {
            return span(at, (at + LEAD).min(self.tokens.len() - 1));
        }
        let at = self.tokens.iter().position(says).filter(|at| *at > 0)?;
        let word = |at: usize| self.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
        let subject = word(at - 1)?;
        // "Real Madrid confirm", "lead researcher says"; "… visit Iran insists".
        let longer =
            at.checked_sub(2).and_then(word).is_some_and(|before| self.is_name(before) == self.is_name(subject));
        span(if longer { at - 2 } else { at - 1 }, at)
    }

    /// Whether the word is one of a body or an office, or the last name of someone who speaks in the text.
    fn speaks(&self, token: &Token) -> bool {
        let listed = [WordSet::Institution, WordSet::Office, WordSet::Speaker].iter().any(|set| self.is(token, *set));
        let quotations = self.held.groundwork.quotations.get(self.held.alignment.pair.on(self.side));
        let mut speakers = quotations.into_iter().flat_map(|all| {
            all.quoted.iter().map(|one| &one.speaker).chain(all.reported.iter().map(|one| &one.speaker))
        });
        let named =
            |name: &str| name.split_whitespace().next_back().map(fold).is_some_and(|last| last == self.form(token));
        listed
            || speakers.any(|speaker| speaker.as_ref().and_then(|speaker| speaker.name.as_deref()).is_some_and(named))
    }

    fn is_name(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word
            && self.held.groundwork.weights.is_name(token.word)
            && !self.is(token, WordSet::Day)
    }

    /// The name that the headline begins with.
    fn first_name(&self) -> Option<&Token> {
        let words = self.tokens.iter().filter(|token| token.kind == TokenKind::Word);
        words.clone().find(|token| !self.is(token, WordSet::Determiner)).filter(|token| self.is_name(token))
    }

    fn has(&self, word: &str) -> bool {
        const STEM: usize = 4;
        let start = |form: &str| form.chars().take(STEM).collect::<String>();
        self.tokens.iter().any(|token| start(self.form(token)) == start(word))
    }

    /// Its amounts: days and ranks are as often left to the text.
    fn amounts(&self) -> Vec<&'a Quantity> {
        let all = self.held.groundwork.quantities.get(self.held.alignment.pair.on(self.side));
        let amount = |quantity: &&Quantity| matches!(quantity.value, Value::Figure(figure::Value::Amount(_)));
        within(all.map_or(&[], |all| all), self.span).iter().filter(amount).collect()
    }

    fn stems(&self) -> Vec<String> {
        const STEM: usize = 5;
        let small = |token: &Token| WordSet::SMALL.iter().any(|set| self.is(token, *set));
        let telling = self.tokens.iter().filter(|token| token.kind != TokenKind::Sign && !small(token));
        telling.map(|token| self.form(token).chars().take(STEM).collect()).collect()
    }

    /// Whether some link ties the two headlines.
    fn is_linked(&self, other: &Self) -> bool {
        let holds = |headline: &Self, link: &Link| {
            let article = headline.held.article(headline.side);
            link.on(headline.side).iter().any(|id| headline.span.covers(article.sentence(*id).span()))
        };
        self.held.alignment.links.iter().any(|link| holds(self, link) && holds(other, link))
    }

    fn shares_a_word(&self, other: &Self) -> bool {
        let theirs = other.stems();
        self.stems().iter().any(|stem| theirs.contains(stem))
    }
}

/// What one headline has and the other has not.
fn one_alone(
    what: &str,
    own: &Headline,
    mine: Option<String>,
    other: &Headline,
    theirs: Option<String>,
) -> Option<String> {
    match (mine, theirs) {
        (Some(words), None) => Some(format!("{what} ({words} in {} alone)", own.label())),
        (None, Some(words)) => Some(format!("{what} ({words} in {} alone)", other.label())),
        _ => None,
    }
}

/// Figures of which the other headline has another, or none.
fn figures(own: &Headline, other: &Headline) -> Option<String> {
    let (mine, theirs) = (own.amounts(), other.amounts());
    let lone = |from: &[&'_ Quantity], to: &[&'_ Quantity]| {
        from.iter().position(|one| to.iter().all(|other| disagree(&one.value, &other.value)))
    };
    let (l, r) = (lone(&mine, &theirs), lone(&theirs, &mine));
    let words =
        |headline: &Headline, quantity: &Quantity| format!("{} {}", headline.label(), headline.said(quantity.whole));
    match (l.map(|at| mine[at]), r.map(|at| theirs[at])) {
        (Some(l), Some(r)) => Some(format!("in the figure ({}, {})", words(own, l), words(other, r))),
        (Some(lone), None) => Some(format!("in the figure ({} in {} alone)", own.said(lone.whole), own.label())),
        (None, Some(lone)) => Some(format!("in the figure ({} in {} alone)", other.said(lone.whole), other.label())),
        (None, None) => None,
    }
}

/// The sources that they name: one of them alone, or two.
fn sources(own: &Headline, other: &Headline) -> Option<String> {
    const WHAT: &str = "in the source they name";
    match (own.source(), other.source()) {
        (Some(l), Some(r)) => {
            let shared = |token: &Token| l.covers(token.span) && other.has(own.form(token));
            (!own.tokens.iter().any(shared))
                .then(|| format!("{WHAT} ({} {}, {} {})", own.label(), own.said(l), other.label(), other.said(r)))
        }
        (l, r) => one_alone(WHAT, own, l.map(|l| own.said(l)), other, r.map(|r| other.said(r))),
    }
}

/// The names that they begin with, where neither headline has the other's.
fn first_names(own: &Headline, other: &Headline) -> Option<String> {
    let (l, r) = (own.first_name()?, other.first_name()?);
    let words = |headline: &Headline, token: &Token| format!("{} {}", headline.label(), headline.said(token.span));
    (!own.has(other.form(r)) && !other.has(own.form(l)))
        .then(|| format!("in the name they begin with ({}, {})", words(own, l), words(other, r)))
}
