//! Names that differ in linked passages: another spelling of one name, told once for each pair of spellings, and one name put in the place of
//! another.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Held, finding, higher, said};
use crate::{
    align::Grade,
    compare::{
        change::{Change, ChangeClass},
        finding::{Finding, FindingKind},
        names::{one_letter_apart, same_beside, same_name},
    },
    story::Side,
    text::{name_key::name_key, span::Span, token::Token, vocabulary::WordId},
};

/// The names that are spelt otherwise or exchanged.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let mut findings = spelt(held);
    apart(held, &mut findings);
    findings.extend(held.changes.iter().filter_map(|change| exchanged(held, change)));
    findings
}

fn spelt(held: &Held) -> Vec<Finding> {
    let mut known: FxHashSet<(WordId, WordId)> = FxHashSet::default();
    let mut findings = Vec::new();
    for link in held.alignment.links.iter().filter(|link| link.grade != Grade::Same) {
        let names = |side: Side| -> Vec<Token> {
            let article = held.article(side);
            let tokens = link.on(side).iter().flat_map(|id| article.sentence_tokens(*id));
            tokens.filter(|token| held.groundwork.weights.is_name(token.word)).take(200).copied().collect()
        };
        let (ls, rs) = (names(Side::Left), names(Side::Right));
        for l in ls.iter().filter(|l| !rs.iter().any(|r| r.word == l.word)) {
            for r in rs.iter().filter(|r| !ls.iter().any(|l| l.word == r.word)) {
                let (a, b) = (bare(held, l), bare(held, r));
                let same = || same_name(a, b) || beside(held, l, r) && same_beside(a, b);
                if a != b && same() && known.insert((l.word, r.word)) {
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
fn apart(held: &Held, findings: &mut Vec<Finding>) {
    let lone = |side: Side| -> Vec<(Token, Option<WordId>)> {
        let (tokens, others) = (&held.article(side).tokens, &held.article(side.other()).tokens);
        // By word: whether the other article has it, or it was looked at before.
        let mut settled = vec![false; held.story.vocabulary.len()];
        others.iter().for_each(|token| settled[token.word.index()] = true);
        let name = |(_, token): &(usize, &Token)| {
            held.groundwork.weights.is_name(token.word) && !std::mem::replace(&mut settled[token.word.index()], true)
        };
        let before = |at: usize| at.checked_sub(1).and_then(|before| tokens.get(before)).map(|token| token.word);
        tokens.iter().enumerate().filter(name).map(|(at, token)| (*token, before(at))).collect()
    };
    let mut by_key: FxHashMap<String, Vec<(Token, Option<WordId>)>> = FxHashMap::default();
    for (token, before) in lone(Side::Right) {
        by_key.entry(name_key(bare(held, &token))).or_default().push((token, before));
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
        for (r, r_before) in by_key.get(&name_key(bare(held, &l))).into_iter().flatten().take(MOST_ALIKE) {
            let (a, b) = (bare(held, &l), bare(held, r));
            let near = one_letter_apart(a, b)
                || l_before == *r_before && l_before.is_some_and(|word| held.groundwork.weights.is_name(word));
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
    let (side, here, there) = higher(left, right);
    let why = format!(
        "The same name in two spellings: {} here, {} in the other article.",
        said(held.text(side, here)),
        said(held.text(side.other(), there))
    );
    finding(side, here, FindingKind::Figure, Some(there), 1, "names: another spelling", why)
}

/// A folded name without a possessive ending.
fn bare<'a>(held: &'a Held, token: &Token) -> &'a str {
    let form = held.story.vocabulary.form(token.word);
    let form = form.strip_suffix("'s").unwrap_or(form);
    // The Arabic article is written or left out at will.
    form.strip_prefix("al-").or_else(|| form.strip_prefix("el-")).unwrap_or(form)
}

/// One name put in the place of another: not a longer or shorter form of it, and not another spelling.
fn exchanged(held: &Held, change: &Change) -> Option<Finding> {
    let (l, r) = change.left.zip(change.right).filter(|_| change.class == ChangeClass::Name)?;
    let words = |side: Side, span| -> Vec<String> {
        held.text(side, span).split_whitespace().map(crate::text::fold::fold).collect()
    };
    let (a, b) = (words(Side::Left, l), words(Side::Right, r));
    let (side, here, there) = higher(l, r);
    if let ([.., a], [.., b]) = (&*a, &*b)
        && a.chars().count() == b.chars().count()
        && one_letter_apart(a, b)
        && !same_name(a, b)
    {
        let why = format!(
            "Two names a letter apart in the same place: {} here, {} in the other article.",
            said(held.text(side, here)),
            said(held.text(side.other(), there))
        );
        return Some(finding(side, here, FindingKind::Figure, Some(there), 2, "names: a letter apart", why));
    }
    let alike = a.iter().any(|a| b.iter().any(|b| a == b || same_name(a, b) || same_stem(a, b)));
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

/// "Israel" and "Israeli's".
fn same_stem(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    shared >= 4
}
