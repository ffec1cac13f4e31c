//! Names that differ in linked passages: another spelling of one name, told once for each pair of spellings, and one name put in the place of
//! another.

use rustc_hash::FxHashSet;

use super::{Held, finding, higher, said};
use crate::{
    align::Grade,
    compare::{
        change::{Change, ChangeClass},
        finding::{Finding, FindingKind},
        names::same_name,
    },
    story::Side,
    text::{token::Token, vocabulary::WordId},
};

/// The names that are spelt otherwise or exchanged.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let mut findings = spelt(held);
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
                if a != b && same_name(a, b) && known.insert((l.word, r.word)) {
                    let (side, here, there) = higher(l.span, r.span);
                    let why = format!(
                        "The same name in two spellings: {} here, {} in the other article.",
                        said(held.text(side, here)),
                        said(held.text(side.other(), there))
                    );
                    findings.push(finding(
                        side,
                        here,
                        FindingKind::Figure,
                        Some(there),
                        1,
                        "names: another spelling",
                        why,
                    ));
                }
            }
        }
    }
    findings
}

/// A folded name without a possessive ending.
fn bare<'a>(held: &'a Held, token: &Token) -> &'a str {
    let form = held.story.vocabulary.form(token.word);
    form.strip_suffix("'s").unwrap_or(form)
}

/// One name put in the place of another: not a longer or shorter form of it, and not another spelling.
fn exchanged(held: &Held, change: &Change) -> Option<Finding> {
    let (l, r) = change.left.zip(change.right).filter(|_| change.class == ChangeClass::Name)?;
    let words = |side: Side, span| -> Vec<String> {
        held.text(side, span).split_whitespace().map(crate::text::fold::fold).collect()
    };
    let (a, b) = (words(Side::Left, l), words(Side::Right, r));
    let alike = a.iter().any(|a| b.iter().any(|b| a == b || same_name(a, b) || same_stem(a, b)));
    if alike || a.len() > 3 || b.len() > 3 {
        return None;
    }
    let (side, here, there) = higher(l, r);
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
