//! Labels made of any words: epithets set beside a name, `pro-` and `anti-`, `-backed` and its like.

use super::reading::Reading;
use crate::lexicon::WordSet::{
    Be, BoundEnd, Conjunction, Determiner, Have, Institution, Modal, Office, PlainNoun, Preposition, Pronoun, Rank,
    Relative, Speaker,
};

/// `, X's <one to four plain words>` up to a sign.
pub fn apposition(reading: &Reading<'_>, comma: usize, to: usize) -> Option<(usize, usize)> {
    let owner = comma + 1;
    if !reading.is_capital(owner) || !reading.form(owner).ends_with("'s") {
        return None;
    }
    let mut end = owner + 1;
    while end < to && end < owner + 7 && !reading.is_sign(end) || reading.form(end) == "-" {
        end += 1;
    }
    let inside = owner + 1..end;
    let plain = inside.clone().all(|at| reading.is_sign(at) || !reading.is_capital(at) && !is_verbal(reading, at));
    let words = inside.clone().filter(|at| reading.is_word(*at)).count();
    let last = end.checked_sub(1)?;
    let ranked = |at: usize| reading.is(at, Rank) || reading.form(at).ends_with("est");
    let idle = inside.clone().any(|at| reading.is(at, Office) || ranked(at))
        || reading.is(last, PlainNoun)
        || reading.form(last).ends_with("ist");
    let closed = end >= to || matches!(reading.form(end), "," | "." | ";" | ")" | "-");
    ((2..=5).contains(&words) && plain && !idle && closed).then_some((owner, end))
}

/// `, a Ruritanian ally,`, `, a Democrat who …`: what the writer calls the one that is named before the comma, when it is no trade, place
/// or kin.
pub fn epithet(reading: &Reading<'_>, comma: usize, to: usize) -> Option<(usize, usize)> {
    /// The words behind the article.
    const MOST: usize = 5;
    let (article, noun) = (comma + 1, comma + 2);
    let named = comma > 0 && reading.is_capital(comma - 1);
    if !named || !matches!(reading.form(article), "a" | "an") {
        return None;
    }
    let closes = |at: usize| at >= to || reading.is_sign(at) && reading.form(at) != "-";
    let head_ends = |at: usize| closes(at) || reading.any(at, Relative.bit() | Preposition.bit());
    let end = (noun..=noun + MOST).find(|at| head_ends(*at)).filter(|end| *end > noun)?;
    let head = end - 1;
    let trade = ["er", "or", "ist", "ian", "man", "ant", "ic", "ee", "woman", "chief", "ent", "ing", "ship"];
    let plain = trade.iter().any(|end| reading.form(head).ends_with(end))
        || reading.any(head, PlainNoun.bit() | Office.bit() | Institution.bit() | Speaker.bit() | Rank.bit());
    let verbal = (noun..end).any(|at| reading.any(at, Be.bit() | Have.bit() | Modal.bit()) || reading.is_figure(at));
    // A party or a people alone, or what somebody is to another: "a Democrat who", "a Russian ally".
    let of_a_side = reading.is_capital(noun) && (end == noun + 1) == reading.is_capital(head);
    let said = closes(end) || matches!(reading.form(end), "who" | "of");
    (of_a_side && said && !plain && !verbal).then_some((article, end))
}

fn is_verbal(reading: &Reading<'_>, at: usize) -> bool {
    reading.any(at, Be.bit() | Have.bit() | Modal.bit() | Pronoun.bit() | Preposition.bit() | Determiner.bit())
}

/// `pro-X forces`, with the noun.
pub fn sided(reading: &Reading<'_>, at: usize, to: usize) -> Option<(usize, usize)> {
    let form = reading.form(at);
    let after = if form.starts_with("pro-") || form.starts_with("anti-") {
        at + 1
    } else if matches!(form, "pro" | "anti") && reading.form(at + 1) == "-" && reading.is_word(at + 2) {
        at + 3
    } else {
        return None;
    };
    if after > to || !reading.is_capital(after - 1) && !form.contains("pro") {
        return None;
    }
    let noun =
        reading.is_word(after) && !reading.any(after, Conjunction.bit() | Preposition.bit() | Be.bit() | Have.bit());
    Some((at, if noun && after < to { after + 1 } else { after }))
}

/// `X-backed` and its like, in one token or three.
pub fn compound(reading: &Reading<'_>, at: usize, from: usize) -> Option<(usize, usize)> {
    let form = reading.form(at);
    if form.contains('-') {
        return reading.is(at, BoundEnd).then_some((at, at + 1));
    }
    let hyphen = at.checked_sub(1).filter(|hyphen| *hyphen > from && reading.form(*hyphen) == "-")?;
    let split = reading.is(at, BoundEnd) && reading.is_word(hyphen - 1);
    let tight = split && reading.token(hyphen)?.span.start == reading.token(hyphen - 1)?.span.end;
    tight.then_some((at - 2, at + 1))
}
