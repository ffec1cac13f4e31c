//! Names that differ in linked passages: another spelling of one name, told once for each pair of spellings, and one name put in the place of
//! another.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Held, finding, said};
use crate::{
    align::Grade,
    compare::{
        change::{Change, ChangeClass},
        finding::{Finding, FindingKind},
        names::{is_open, one_letter_apart, same_beside, same_name, same_stem},
    },
    lexicon::WordSet,
    story::Side,
    text::{
        fold::fold,
        known_names::{self, Way, Writing, known_name},
        name_key::{bare, name_key},
        span::Span,
        spelling::without_umlauts,
        token::Token,
        vocabulary::WordId,
    },
};

/// The names that are spelt otherwise or exchanged.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let has = Side::BOTH.map(|side| words(held, side));
    let mut findings = spelt(held, &has);
    apart(held, &has, &mut findings);
    let others = held.changes.iter().filter_map(|change| exchanged(held, &has, change));
    // What is told as a spelling is no other name.
    let others = others.filter(|one| {
        !findings
            .iter()
            .any(|told: &Finding| (told.side, told.span, told.counterpart) == (one.side, one.span, one.counterpart))
    });
    let mut others: Vec<Finding> = others.collect();
    // Two names of one place are told once, where they stand first.
    let mut known: FxHashSet<(String, String)> = FxHashSet::default();
    let told = |one: &Finding, side: Side| {
        let span = if one.side == side { Some(Span::from(one.span)) } else { one.counterpart };
        span.map_or(String::new(), |span| fold(bare(held.text(side, span))))
    };
    others.sort_by_key(|one| (one.span.start.min(one.counterpart.map_or(0, |there| there.start)), one.span.start));
    others.retain(|one| {
        one.rule != "names: another writing" || known.insert((told(one, Side::Left), told(one, Side::Right)))
    });
    findings.extend(others);
    findings
}

/// By word: whether the article on `side` has it.
fn words(held: &Held, side: Side) -> Vec<bool> {
    let mut has = vec![false; held.story.vocabulary.len()];
    held.article(side).tokens.iter().for_each(|token| has[token.word.index()] = true);
    has
}

/// Whether an article has both of two spellings, the one on the left and the one on the right: it tells two persons apart then, unless the
/// spellings differ in what no name is told by.
fn are_told_apart(has: &[Vec<bool>; 2], left: WordId, right: WordId) -> bool {
    let both = |has: &Vec<bool>| [left, right].iter().all(|word| has.get(word.index()) == Some(&true));
    has.iter().any(both)
}

/// Words that stand before any name.
const ADDRESS: [&str; 9] = ["mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "."];

/// Whether a name or an office stands right before both, and is the same, in whatever spelling: then they are one person, though a vowel differs.
fn is_beside_one(held: &Held, left: &Token, right: &Token) -> bool {
    let before = |side: Side, token: &Token| {
        let tokens = &held.article(side).tokens;
        let at = held.article(side).token_at(token.span.start);
        let before = tokens.get(at.checked_sub(1)?)?;
        if ADDRESS.contains(&held.story.vocabulary.form(before.word)) {
            return None;
        }
        let words = held.groundwork.words.of(held.alignment.pair.on(side));
        let tells = held.groundwork.weights.is_name(before.word)
            || words.is_some_and(|words| words.is(before.word, WordSet::Office));
        tells.then_some(before.word)
    };
    let form = |word| held.story.vocabulary.form(word);
    let (l, r) = (before(Side::Left, left), before(Side::Right, right));
    l.zip(r).is_some_and(|(l, r)| l == r || same_name(form(l), form(r)))
}

fn spelt(held: &Held, has: &[Vec<bool>; 2]) -> Vec<Finding> {
    let mut known: FxHashSet<(WordId, WordId)> = FxHashSet::default();
    let mut findings = Vec::new();
    for link in held.alignment.links.iter().filter(|link| link.grade != Grade::Same) {
        let names = |side: Side| -> Vec<Token> {
            let article = held.article(side);
            let tokens = link.on(side).iter().flat_map(|id| article.sentence_tokens(*id));
            tokens.filter(|token| held.groundwork.weights.is_name(token.word)).take(200).copied().collect()
        };
        let (ls, rs) = (names(Side::Left), names(Side::Right));
        // The names of one that the other has not, each with how the list has it.
        let lone = |side: Side, of: &[Token], other: &[Token]| -> Vec<(Token, Option<Way>)> {
            let alone = of.iter().filter(|token| !other.iter().any(|known| known.word == token.word));
            alone.map(|token| (*token, known_name(held.text(side, token.span)))).collect()
        };
        let (lone_l, lone_r) = (lone(Side::Left, &ls, &rs), lone(Side::Right, &rs, &ls));
        for (l, l_listed) in &lone_l {
            for (r, r_listed) in &lone_r {
                let (a, b) = (form(held, l), form(held, r));
                let listed = || l_listed.zip(*r_listed).and_then(|(l, r)| l.same(r));
                let one = || {
                    listed() == Some(Writing::Spelling)
                        || same_name(a, b) && (!is_open(a, b) || is_beside_one(held, l, r))
                };
                let short = || beside(held, l, r) && same_beside(bare(a), bare(b));
                let apart = || are_told_apart(has, l.word, r.word);
                let umlaut = || {
                    without_umlauts(held.text(Side::Left, l.span)) == without_umlauts(held.text(Side::Right, r.span))
                };
                if a != b && (one() || short()) && !umlaut() && !apart() && known.insert((l.word, r.word)) {
                    findings.push(other_spelling(held, l.span, r.span));
                }
            }
        }
    }
    findings
}

/// Whether an equal name stands right before both, or right after both.
fn beside(held: &Held, left: &Token, right: &Token) -> bool {
    let next = |side: Side, token: &Token, back: bool| -> Option<WordId> {
        let tokens = &held.article(side).tokens;
        let at = held.article(side).token_at(token.span.start);
        let word = tokens.get(if back { at.checked_sub(1)? } else { at + 1 })?.word;
        held.groundwork.weights.is_name(word).then_some(word)
    };
    [true, false]
        .into_iter()
        .any(|back| next(Side::Left, left, back).is_some_and(|word| next(Side::Right, right, back) == Some(word)))
}

/// The same in passages that are not linked, where it takes more to tell one name from two: the same word before both, or a single letter.
fn apart(held: &Held, has: &[Vec<bool>; 2], findings: &mut Vec<Finding>) {
    let lone = |side: Side| -> Vec<(Token, Option<WordId>)> {
        let tokens = &held.article(side).tokens;
        // By word: whether the other article has it, or it was looked at before.
        let mut settled = has[if side == Side::Left { 1 } else { 0 }].clone();
        let name = |(_, token): &(usize, &Token)| {
            held.groundwork.weights.is_name(token.word) && !std::mem::replace(&mut settled[token.word.index()], true)
        };
        let before = |at: usize| at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.word);
        tokens.iter().enumerate().filter(name).map(|(at, token)| (*token, before(at))).collect()
    };
    let mut by_key: FxHashMap<String, Vec<(Token, Option<WordId>)>> = FxHashMap::default();
    for (token, before) in lone(Side::Right) {
        by_key.entry(name_key(form(held, &token))).or_default().push((token, before));
    }
    let known: FxHashSet<(Side, u32)> = findings
        .iter()
        .flat_map(|finding| {
            let there = finding.counterpart.map(|span| (finding.side.other(), span.start));
            [Some((finding.side, finding.span.start)), there]
        })
        .flatten()
        .collect();
    let told = |side: Side, token: &Token| known.contains(&(side, token.span.start));
    for (l, l_before) in lone(Side::Left) {
        for (r, r_before) in by_key.get(&name_key(form(held, &l))).into_iter().flatten().take(MOST_ALIKE) {
            let (a, b) = (form(held, &l), form(held, r));
            let beside = l_before == *r_before && l_before.is_some_and(|word| held.groundwork.weights.is_name(word));
            let near = beside || one_letter_apart(a, b) && !is_open(a, b);
            if a == b || !near || !same_name(a, b) || told(Side::Left, &l) || told(Side::Right, r) {
                continue;
            }
            findings.push(other_spelling(held, l.span, r.span));
        }
    }
}

/// So many names of one sound are held against a name: there are no more but on hostile input.
const MOST_ALIKE: usize = 8;

/// One name at two places in two spellings.
fn other_spelling(held: &Held, left: Span, right: Span) -> Finding {
    written_twice(held, (left, right), "names: another spelling", "The same name in two spellings")
}

/// One place or body under two names.
fn other_writing(held: &Held, left: Span, right: Span) -> Finding {
    written_twice(held, (left, right), "names: another writing", "Two names of the same place or body")
}

/// What is written in two ways, as a finding that opens with `what`.
fn written_twice(held: &Held, (left, right): (Span, Span), rule: &str, what: &str) -> Finding {
    let (side, here, there) = held.higher(left, right);
    let [own, other] = [(side, here), (side.other(), there)].map(|(side, span)| said(held.text(side, span)));
    let why = format!("{what}: {own} here, {other} in the other article.");
    finding(side, here, FindingKind::Figure, Some(there), 1, rule, why)
}

/// The folded name that `token` is.
fn form<'a>(held: &'a Held, token: &Token) -> &'a str {
    bare(held.story.vocabulary.form(token.word))
}

/// One name put in the place of another: not a longer or shorter form of it, and not another spelling.
fn exchanged(held: &Held, has: &[Vec<bool>; 2], change: &Change) -> Option<Finding> {
    let (l, r) = change.left.zip(change.right).filter(|_| change.class == ChangeClass::Name)?;
    match known_names::same_name(held.text(Side::Left, l), held.text(Side::Right, r)) {
        Some(Writing::Short | Writing::Spelling) => return None,
        Some(Writing::Other) => return Some(other_writing(held, l, r)),
        None => {}
    }
    let words = |side: Side, span| -> Vec<String> { held.text(side, span).split_whitespace().map(fold).collect() };
    // One name in two spellings, unless an article has both, or a vowel alone would make it one.
    let apart = |a: &str, b: &str| {
        let ids = held.story.vocabulary.get(a).zip(held.story.vocabulary.get(b));
        ids.is_some_and(|(a, b)| are_told_apart(has, a, b))
    };
    let last = |side: Side, span: Span| held.article(side).tokens.get(held.article(side).token_at(span.end - 1));
    let beside = || last(Side::Left, l).zip(last(Side::Right, r)).is_some_and(|(l, r)| is_beside_one(held, l, r));
    let one = |a: &str, b: &str| same_name(a, b) && !apart(a, b) && (!is_open(a, b) || beside());
    let (a, b) = (words(Side::Left, l), words(Side::Right, r));
    let (side, here, there) = held.higher(l, r);
    if let ([.., a], [.., b]) = (&*a, &*b)
        && a.chars().count() == b.chars().count()
        && one_letter_apart(a, b)
        && !one(a, b)
    {
        let why = format!(
            "Two names a letter apart in the same place: {} here, {} in the other article.",
            said(held.text(side, here)),
            said(held.text(side.other(), there))
        );
        return Some(finding(side, here, FindingKind::Figure, Some(there), 2, "names: a letter apart", why));
    }
    let alike = a.iter().any(|a| b.iter().any(|b| a == b || one(a, b) || same_stem(a, b) || is_short_for(a, b)));
    if alike || a.len() > 3 || b.len() > 3 {
        return None;
    }
    let why = format!(
        "Another name in the same place: {} here, {} in the other article.",
        said(held.text(side, here)),
        said(held.text(side.other(), there))
    );
    Some(finding(side, here, FindingKind::Figure, Some(there), 2, "names: another name", why))
}

/// `Col` and `Colonel`: a title cut short.
fn is_short_for(a: &str, b: &str) -> bool {
    const SHORT: usize = 4;
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let short = short.trim_end_matches('.');
    (2..=SHORT).contains(&short.len()) && long.len() > short.len() + 1 && long.starts_with(short)
}
