//! Where an insertion could stand in two places, the one that a reader would choose: "he said [on Monday] that" and not "he [said on
//! Monday] said that"; whole phrases, from sign to sign. The idea is diff-match-patch's semantic alignment (Fraser 2006), on words.

use super::{blocks::Block, passage::Passage};
use crate::text::token::{Token, TokenKind};

/// `kept` with every insertion that is ambiguous moved to the borders of a phrase.
pub(super) fn to_phrases(left: &Passage, right: &Passage, mut kept: Vec<Block>) -> Vec<Block> {
    for at in 1..kept.len() {
        let (before, after) = (kept[at - 1], kept[at]);
        let left_gap = after.left - before.left - before.len;
        let right_gap = after.right - before.right - before.len;
        let (side, start, gap) = match (left_gap, right_gap) {
            (0, gap) if gap > 0 => (right, before.right + before.len, gap),
            (gap, 0) if gap > 0 => (left, before.left + before.len, gap),
            _ => continue,
        };
        let words = &side.words;
        // How far the insertion can go up and down: its last word then equals the one before it, or its first the one after it. A
        // kept block never vanishes.
        let up = (1..before.len).take_while(|n| words[start - n] == words[start + gap - n]).count();
        let down = (0..after.len.saturating_sub(1)).take_while(|n| words[start + n] == words[start + gap + n]).count();
        let mut best = (border(side, start) + border(side, start + gap), 0_isize);
        for shift in (1..=down).map(usize::cast_signed).chain((1..=up).map(|n| -n.cast_signed())) {
            let Some(from) = start.checked_add_signed(shift) else { continue };
            let score = border(side, from) + border(side, from + gap);
            if score > best.0 {
                best = (score, shift);
            }
        }
        let shift = best.1;
        let moved = |n: usize| n.saturating_add_signed(shift);
        kept[at - 1].len = moved(before.len);
        kept[at] =
            Block { left: moved(after.left), right: moved(after.right), len: after.len.saturating_add_signed(-shift) };
    }
    kept
}

/// How good a border of a phrase the gap before the token `at` is.
fn border(passage: &Passage, at: usize) -> u8 {
    let sign = |token: &Token| -> Option<char> {
        (token.kind == TokenKind::Sign).then(|| token.span.of(&passage.article.text).chars().next()).flatten()
    };
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|at| passage.tokens.get(at)), passage.tokens.get(at))
    else {
        return 4;
    };
    if before.span.end == after.span.start {
        // No white space: a word and its comma, a quotation mark and its word.
        return if sign(after).is_some_and(|c| matches!(c, ',' | ';' | ':' | '.' | '!' | '?')) { 2 } else { 0 };
    }
    match sign(before) {
        Some('.' | '!' | '?' | '\u{201d}' | '"') => 4,
        Some(_) => 3,
        None if sign(after).is_some() => 3,
        None => 1,
    }
}
