//! Whether two figures speak of the same thing: by the noun that they count, by what happened to it, by the telling words beside them, by the place
//! that one takes of the other.

use super::{
    super::{
        Held,
        directions::{Direction, direction},
    },
    fates::fate,
    relation::{Relation, relation},
};
use crate::{
    compare::{
        change::ChangeClass,
        quantity::{Quantity, Value, Which},
    },
    lexicon::WordSet,
    story::Side,
    text::{
        figure::{self, Meaning},
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// A figure in its place.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    pub side: Side,
    pub quantity: &'a Quantity,
    /// The same in another unit beside it.
    pub converted: Option<&'a Quantity>,
    /// Telling words of its clause, before and after it, without the noun and without names.
    context: Vec<WordId>,
    /// Names of its clause.
    names: Vec<WordId>,
    /// How it is meant, by the word right before it or after it.
    role: Option<Role>,
    /// Whether it rises or falls.
    way: Option<Direction>,
    /// What happened to those whom it counts.
    fate: Option<u8>,
    /// Whether it is so much in a stretch of time: "100m euros a day".
    is_rate: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    From,
    To,
    /// "For two days", "within two days", "until Friday".
    Frame(u8),
}

/// What speaks for two figures being the same thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tie {
    /// Whether both count the same noun; none where one of them names none.
    pub noun: Option<bool>,
    /// Whether the same happened to what they count; none where neither says so.
    pub fate: Option<bool>,
    /// Whether a telling word stands beside both; none where one of them has none.
    pub context: Option<bool>,
    /// Whether both are meant alike: where a change begins, or ends; for so long; until then.
    pub role: Option<bool>,
    /// Whether one stands in the place of the other.
    pub exchanged: bool,
    /// Whether one counts some, or more, of what the other counts.
    pub other_part: bool,
    /// Whether one rises and the other falls.
    pub opposed: bool,
    /// Whether both stand beside names, and have none in common.
    pub elsewhere: bool,
}

impl Tie {
    /// How much, as points.
    pub fn score(self) -> i32 {
        let points = |tie: Option<bool>, yes: i32, no: i32| tie.map_or(0, |is| if is { yes } else { no });
        points(self.noun, 3, -2)
            + points(self.fate, 2, -4)
            + points(self.context, 2, -1)
            + points(self.role, 2, -3)
            + if self.exchanged { 3 } else { 0 }
            + if self.other_part { -3 } else { 0 }
    }

    /// Whether anything says that they are two things.
    fn conflicts(self) -> bool {
        self.role == Some(false) || self.fate == Some(false)
    }

    /// Whether two figures of linked stretches that have another value are the same thing.
    pub fn is_close(self, unit: bool, reworded: bool) -> bool {
        let noun = self.noun == Some(true) && !self.other_part;
        let conflict = self.noun == Some(false) && self.context != Some(true);
        !self.conflicts()
            && ((self.exchanged
                && !self.other_part
                && (!conflict || self.context.is_none())
                && (reworded || noun || self.context != Some(false)))
                || (noun && (self.context == Some(true) || self.fate == Some(true)))
                || (unit
                    && (self.context == Some(true) || self.role == Some(true) && self.context.is_none())
                    && self.noun != Some(false)
                    && !self.opposed
                    && !self.other_part)
                || self.is_toll() && !self.other_part && !self.elsewhere && reworded)
    }

    /// A toll needs no noun: "758 dead", "1,130 people were killed".
    fn is_toll(self) -> bool {
        self.fate == Some(true) && self.noun != Some(false)
    }

    /// The same for figures of linked passages that stand outside of what these share.
    pub fn is_closest(self, unit: bool) -> bool {
        let told = self.context == Some(true) && (self.noun == Some(true) || (unit && self.noun.is_none()));
        !self.conflicts() && !self.other_part && !self.opposed && !self.elsewhere && (told || self.is_toll())
    }
}

/// How many tokens before a figure, and after it, are its context.
const BEFORE: usize = 5;
const AFTER: usize = 6;

impl<'a> Placed<'a> {
    pub fn of(held: &Held<'a>, side: Side, quantity: &'a Quantity) -> Self {
        let article = held.article(side);
        let range = quantity.range();
        let sentence = article.sentences.partition_point(|sentence| sentence.tokens.end as usize <= range.start);
        let within = article
            .sentences
            .get(sentence)
            .map_or(0..0, |known| known.tokens.start as usize..known.tokens.end as usize);
        let before =
            article.tokens.get(within.start.max(range.start.saturating_sub(BEFORE))..range.start).unwrap_or_default();
        let after = article.tokens.get(range.end..within.end.min(range.end + AFTER)).unwrap_or_default();
        // "A man, 35, was hurt": the commas belong to the age.
        let (before, after) = match (before, after) {
            ([lead @ .., comma], [other, rest @ ..])
                if quantity.is_bare_age() && [comma, other].iter().all(|sign| sign.kind == TokenKind::Sign) =>
            {
                (lead, rest)
            }
            both => both,
        };
        let ends = |token: &&Token| token.kind == TokenKind::Word && !is_number(held, side, token);
        let mut placed = Self {
            side,
            quantity,
            converted: None,
            context: Vec::new(),
            names: Vec::new(),
            role: role(held, side, quantity, before, after),
            way: direction(held, side, quantity).map(|(way, _)| way),
            fate: fate(held, side, quantity, (within.start, within.end)),
            is_rate: is_rate(held, side, after),
        };
        for token in before.iter().rev().take_while(ends).chain(after.iter().take_while(ends)) {
            if Some(token.word) == quantity.of || !tells(held, side, token) {
            } else if held.groundwork.weights.is_name(token.word) {
                placed.names.push(token.word);
            } else {
                placed.context.push(token.word);
            }
        }
        placed
    }

    /// What ties it to `other`, of the other article.
    pub fn tie(&self, held: &Held, other: &Self) -> Tie {
        let form = |word: &WordId| held.story.vocabulary.form(*word);
        let akin = |a: &WordId, b: &WordId| a == b || same_stem(form(a), form(b));
        // "12 dead" and "12 people died": what happened to them is no noun.
        let noun = |placed: &Self| placed.quantity.of.filter(|of| !is_fate(held, placed.side, *of));
        let noun = noun(self).zip(noun(other)).map(|(a, b)| akin(&a, &b));
        // "15 killed" and "killed 15": the noun of the one is the verb of the other.
        let crossed = self.quantity.of.is_some_and(|of| other.context.iter().any(|word| akin(&of, word)))
            || other.quantity.of.is_some_and(|of| self.context.iter().any(|word| akin(&of, word)));
        let shared = crossed || self.context.iter().any(|a| other.context.iter().any(|b| akin(a, b)));
        let known = !(self.context.is_empty() || other.context.is_empty());
        let named = !(self.names.is_empty() || other.names.is_empty());
        Tie {
            noun,
            fate: (self.fate.is_some() || other.fate.is_some()).then_some(self.fate == other.fate),
            context: (known || shared).then_some(shared),
            role: self.role.zip(other.role).map(|(a, b)| a == b).or_else(|| self.is_framed_alone(other)),
            exchanged: exchanged(held, self.quantity, other.quantity),
            other_part: self.quantity.which != other.quantity.which,
            opposed: self.way.zip(other.way).is_some_and(|(a, b)| a != b),
            elsewhere: named && !self.names.iter().any(|a| other.names.iter().any(|b| akin(a, b))),
        }
    }

    /// "Until Friday" and "on Friday" are not meant alike.
    fn is_framed_alone(&self, other: &Self) -> Option<bool> {
        let days = matches!((&self.quantity.value, &other.quantity.value), (Value::Day(_), Value::Day(_)));
        (days && self.role.is_some() != other.role.is_some()).then_some(false)
    }

    /// How "since 2021" of one article stands to "for five years" of the other, by the date of the one that has the former; none of other figures.
    pub fn since(&self, other: &Self) -> Option<Relation> {
        const SINCE: Option<Role> = Some(Role::Frame(4));
        const FOR: Option<Role> = Some(Role::Frame(1));
        let (day, amount) = match (&self.quantity.value, &other.quantity.value) {
            (Value::Day(day), Value::Figure(figure::Value::Amount(amount)))
                if (self.role, other.role) == (SINCE, FOR) =>
            {
                (day, amount)
            }
            (Value::Figure(figure::Value::Amount(amount)), Value::Day(day))
                if (self.role, other.role) == (FOR, SINCE) =>
            {
                (day, amount)
            }
            _ => return None,
        };
        let (least, most) = day.months_since()?;
        if amount.unit != "month" {
            return None;
        }
        // Who has been there for five years has been for nearly five, or not yet six.
        let (from, to) = amount.bounds();
        let fits = from - 0.5 * amount.step <= most && least < to + amount.step;
        Some(if fits { Relation::Same } else { Relation::Other })
    }

    /// How the two stand to one another by their values; the same where they agree in one of the units beside one another.
    pub fn relation(&self, other: &Self) -> Relation {
        let plain = relation(&self.quantity.value, &other.quantity.value);
        if self.converted.or(other.converted).is_none() || plain.agrees() && plain != Relation::Unit {
            return plain;
        }
        let values = |placed: &Self| [Some(placed.quantity), placed.converted].into_iter().flatten();
        let agrees = |l: &Quantity| values(other).any(|r| relation(&l.value, &r.value).agrees());
        if values(self).any(agrees) { Relation::Same } else { plain }
    }

    /// Its unit, if it has one.
    pub fn unit(&self) -> &'static str {
        match &self.quantity.value {
            Value::Figure(figure::Value::Amount(amount)) => amount.unit,
            _ => "",
        }
    }

    /// Whether one measures and the other counts: "three days", "three men"; or one is so much in a time, and the other another sum.
    pub fn is_apart(&self, other: &Self, relation: Relation) -> bool {
        if self.is_rate != other.is_rate && relation == Relation::Other {
            return true;
        }
        let counts =
            |one: &Self, other: &Self| one.unit().is_empty() && !other.unit().is_empty() && one.quantity.of.is_some();
        counts(self, other) || counts(other, self)
    }

    pub fn is_slight(&self) -> bool {
        self.quantity.which == Which::Some
    }
}

/// How the figure is meant, by the words right before it and after it.
fn role(held: &Held, side: Side, quantity: &Quantity, before: &[Token], after: &[Token]) -> Option<Role> {
    let numbers = held.numbers(side)?;
    let timed = match &quantity.value {
        Value::Day(_) => true,
        Value::Figure(figure::Value::Amount(amount)) => matches!(amount.unit, "s" | "month"),
        Value::Figure(_) => false,
    };
    let lead = before.iter().rev().find(|token| token.span.end <= quantity.whole.start);
    let meaning = |token: Option<&Token>| token.and_then(|token| numbers.get(token.word));
    if timed {
        if let Some(Meaning::Frame(frame @ 5..)) = meaning(after.first()) {
            return Some(Role::Frame(frame));
        }
        match meaning(lead) {
            Some(Meaning::Frame(frame)) => return Some(Role::Frame(frame)),
            Some(Meaning::In) if !matches!(quantity.value, Value::Day(_)) => return Some(Role::Frame(2)),
            _ => {}
        }
    }
    match before.last().map(|token| (numbers.get(token.word), held.story.vocabulary.form(token.word))) {
        Some((Some(Meaning::From), _)) => Some(Role::From),
        Some((Some(Meaning::To), "to")) => Some(Role::To),
        _ => None,
    }
}

/// Whether a length of time stands behind the figure: "a day", "per hour", "/year".
fn is_rate(held: &Held, side: Side, after: &[Token]) -> bool {
    let meaning = |token: &Token| held.numbers(side).and_then(|numbers| numbers.get(token.word));
    let [per, time, ..] = after else { return false };
    matches!(meaning(per), Some(Meaning::Per | Meaning::Article))
        && matches!(meaning(time), Some(Meaning::Unit(measure)) if matches!(measure.name, "s" | "month"))
}

/// Whether the word says what happened to those who are counted.
fn is_fate(held: &Held, side: Side, word: WordId) -> bool {
    held.numbers(side).is_some_and(|numbers| matches!(numbers.get(word), Some(Meaning::Fate(_))))
}

/// Numbers end the context of a figure; units, prepositions and the like do not.
fn is_number(held: &Held, side: Side, token: &Token) -> bool {
    let number = held.numbers(side).and_then(|numbers| numbers.get(token.word));
    matches!(number, Some(Meaning::Number(_) | Meaning::Vague(_) | Meaning::Weekday(_) | Meaning::Day(_)))
}

/// Whether a word says something beside a figure: long enough, and of no small class.
fn tells(held: &Held, side: Side, token: &Token) -> bool {
    let form = held.story.vocabulary.form(token.word);
    let small = || WordSet::SMALL.into_iter().chain([WordSet::Number]);
    let number = held.numbers(side).and_then(|numbers| numbers.get(token.word));
    form.chars().count() >= 4
        && matches!(number, None | Some(Meaning::Fate(_) | Meaning::Votes | Meaning::Times(_)))
        && !held
            .groundwork
            .words
            .of(held.alignment.pair.on(side))
            .is_some_and(|words| small().any(|set| words.is(token.word, set)))
}

/// "Killed" and "killing", "seats" and "seat".
pub(super) fn same_stem(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    shared >= 3 && (shared == short && long <= short + 3 || shared >= 4 && long - shared <= 3)
}

/// Whether the one was put in the place of the other.
fn exchanged(held: &Held, l: &Quantity, r: &Quantity) -> bool {
    let from = held.changes.partition_point(|change| change.left.is_some_and(|span| span.end <= l.span.start));
    held.changes[from..].iter().take_while(|change| change.left.is_some_and(|span| span.start < l.span.end)).any(
        |change| {
            change.class == ChangeClass::Number
                && change.left.is_some_and(|span| span.meets(l.span))
                && change.right.is_some_and(|span| span.meets(r.span))
        },
    )
}
