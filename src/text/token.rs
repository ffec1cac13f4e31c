//! Words, figures and signs of a text. May be asked for the tokens of a stretch; they cover all of it but white space.

mod scan;

use super::{
    fold::fold_into,
    span::Span,
    vocabulary::{Vocabulary, WordId},
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word: letters, with the hyphens and apostrophes inside it (`de-confliction`, `Netanyahu’s`, `U.S-Israeli`). In scripts
    /// without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) every cluster of letters is a word.
    Word,
    /// A figure: digits, with its separators, currency sign and unit (`$3.5m`, `15%`, `1,200`, `2019-03-05`, `1:45`).
    Figure,
    /// Anything else that is not white space: one sign, a run of full stops or hyphens, or a symbol with all that belongs to it.
    Sign,
}

/// A token and where it stands, in bytes of the text it was cut from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its folded form, as a number of the story's vocabulary.
    pub word: WordId,
    /// What it is.
    pub kind: TokenKind,
}

/// Whether a sign says something, as an emoji does, rather than set off what is said.
#[must_use]
pub fn is_symbol(sign: &str) -> bool {
    // Miscellaneous symbols and dingbats without their quotation marks; emoji, flags and pictographs.
    sign.chars().any(|c| matches!(c, '\u{2600}'..='\u{275a}' | '\u{275f}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}'))
}

/// Whether the token at `at` of `tokens` is a minus sign: directly before a figure and after nothing.
#[must_use]
pub fn is_minus(text: &str, tokens: &[Token], at: usize) -> bool {
    let sign = &tokens[at];
    sign.kind == TokenKind::Sign
        && matches!(sign.span.of(text), "-" | "\u{2212}" | "\u{2013}")
        && tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Figure && next.span.start == sign.span.end)
        && (at == 0 || tokens[at - 1].span.end != sign.span.start || tokens[at - 1].kind == TokenKind::Sign)
}

/// The tokens of `within` in `text`, in order; together they cover all but white space. Their folded forms are
/// added to `vocabulary`.
#[must_use]
pub fn tokens(text: &str, within: Span, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let mut out = Vec::new();
    tokens_into(text, within, vocabulary, &mut out);
    out
}

/// Adds the tokens of `within` in `text` to `out`, as [`tokens`] gives them.
pub fn tokens_into(text: &str, within: Span, vocabulary: &mut Vocabulary, out: &mut Vec<Token>) {
    let stretch = within.of(text);
    let base = within.start as usize;
    // Longer than nearly all words, so that it need not grow.
    let mut folded = String::with_capacity(32);
    let mut at = 0;
    while let Some(found) = scan::next(stretch, at) {
        at = found.end;
        let token = stretch.get(found.start..found.end).unwrap_or_default();
        if found.ascii && token.len() == 1 && found.kind == TokenKind::Sign && token != "`" {
            out.push(Token { span: found.span(base), word: vocabulary.intern(token), kind: found.kind });
            continue;
        }
        // Most words are folded as they stand.
        if found.ascii && found.kind == TokenKind::Word && !token.bytes().any(|byte| byte.is_ascii_uppercase()) {
            out.push(Token { span: found.span(base), word: vocabulary.intern(token), kind: found.kind });
            continue;
        }
        folded.clear();
        if found.ascii && found.kind != TokenKind::Sign {
            folded.push_str(token);
            folded.make_ascii_lowercase();
        } else {
            fold_into(token, &mut folded);
        }
        // A figure may have a space before its unit, or between its digits.
        if found.kind == TokenKind::Figure {
            folded.retain(|c| !c.is_whitespace());
        }
        // What folds to nothing, such as a lone zero-width space, is itself.
        let word = vocabulary.intern(if folded.is_empty() { token } else { &folded });
        out.push(Token { span: found.span(base), word, kind: found.kind });
    }
}

#[cfg(test)]
mod tests;
