//! Figures and days in a sentence: what number is meant, of what, how exactly; which day, as far as the article's date tells. Reads
//! digits in any language and number words in those of `assets/words/*/numbers.txt`.

mod days;

use rustc_hash::FxHashMap;

pub(super) use days::Day;

use crate::{
    story::Article,
    story::Story,
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// The bundled words for numbers.
const NUMBERS: &str = include_str!("../../assets/words/en/numbers.txt");

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    Number(f64),
    Ordinal(f64),
    Scale(f64),
    Vague(f64),
    About,
    Percent,
    Weekday(i8),
    Month(i8),
    Day(i64),
}

/// The meanings of the number words that occur in a story.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    meanings: FxHashMap<WordId, Meaning>,
}

impl Numbers {
    /// Looks the words up in the story's vocabulary.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        let mut meanings = FxHashMap::default();
        let mut kind = "";
        for line in NUMBERS.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                kind = name;
                continue;
            }
            for (word, value) in line.split(',').filter_map(|entry| entry.trim().split_once(' ')) {
                let (Some(id), Ok(value)) = (story.vocabulary.get(word), value.parse::<f64>()) else { continue };
                if let Some(meaning) = meaning(kind, value) {
                    meanings.insert(id, meaning);
                }
            }
        }
        Self { meanings }
    }

    pub(super) fn get(&self, word: WordId) -> Option<Meaning> {
        self.meanings.get(&word).copied()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the list's days and months are small whole numbers")]
fn meaning(kind: &str, value: f64) -> Option<Meaning> {
    Some(match kind {
        "number" => Meaning::Number(value),
        "ordinal" => Meaning::Ordinal(value),
        "scale" => Meaning::Scale(value),
        "vague" => Meaning::Vague(value),
        "about" => Meaning::About,
        "percent" => Meaning::Percent,
        "weekday" => Meaning::Weekday(value as i8),
        "month" => Meaning::Month(value as i8),
        "day" => Meaning::Day(value as i64),
        _ => return None,
    })
}

/// A figure of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    pub span: Span,
    pub value: Value,
    /// The noun that it counts: the first telling word after it, as far as one follows.
    pub of: Option<WordId>,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// So many, in which unit (`%`, `$`, nothing), and whether "about", "nearly" or a plural such as "dozens" leaves it open.
    Amount { amount: f64, unit: String, open: bool },
    /// The third, the 21st.
    Rank(f64),
    /// A day, a month or a year.
    Day(Day),
}

/// The figures and days of `tokens` in `article`, in order.
pub(super) fn quantities(story: &Story, article: &Article, tokens: &[Token], numbers: &Numbers) -> Vec<Quantity> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match days::day(story, article, tokens, at, numbers).or_else(|| amount(story, tokens, at, numbers)) {
            Some((value, taken)) => {
                let end = at + taken.max(1);
                let span = tokens[at].span.join(tokens[end - 1].span);
                let of = if matches!(value, Value::Day(_)) { None } else { counted(story, tokens, end, numbers) };
                out.push(Quantity { span, value, of });
                at = end;
            }
            None => at += 1,
        }
    }
    out
}

/// The first telling word after a figure, in the same clause.
fn counted(story: &Story, tokens: &[Token], from: usize, numbers: &Numbers) -> Option<WordId> {
    tokens[from..]
        .iter()
        .take(3)
        .take_while(|token| token.kind == TokenKind::Word && numbers.get(token.word).is_none())
        .find(|token| story.vocabulary.form(token.word).chars().count() > 3)
        .map(|token| token.word)
}

fn amount(story: &Story, tokens: &[Token], at: usize, numbers: &Numbers) -> Option<(Value, usize)> {
    let token = &tokens[at];
    let form = story.vocabulary.form(token.word);
    let meaning = numbers.get(token.word);
    let open = at.checked_sub(1).and_then(|before| numbers.get(tokens[before].word)) == Some(Meaning::About);
    let (mut amount, mut unit, mut taken) = match (token.kind, meaning) {
        (TokenKind::Figure, _) => match written(form)? {
            Written::Amount(amount, unit) => (amount, unit, 1),
            Written::Rank(rank) => return Some((Value::Rank(rank), 1)),
        },
        // "One" and "second" are words like others as often as figures.
        (_, Some(Meaning::Number(value))) if value >= 2.0 => (value, String::new(), 1),
        (_, Some(Meaning::Ordinal(rank))) => return Some((Value::Rank(rank), 1)),
        (_, Some(Meaning::Vague(value))) => {
            return Some((Value::Amount { amount: value, unit: String::new(), open: true }, 1));
        }
        (TokenKind::Word, None) => (composite(story, token, numbers)?, String::new(), 1),
        _ => return None,
    };
    // "15 million", "two hundred", "fifteen per cent".
    while let Some(next) = tokens.get(at + taken) {
        match numbers.get(next.word) {
            Some(Meaning::Scale(scale)) => amount *= scale,
            Some(Meaning::Percent) => unit = "%".to_owned(),
            _ if matches!(story.vocabulary.form(next.word), "per")
                && tokens.get(at + taken + 1).is_some_and(|cent| story.vocabulary.form(cent.word) == "cent") =>
            {
                unit = "%".to_owned();
                taken += 1;
            }
            _ => break,
        }
        taken += 1;
    }
    Some((Value::Amount { amount, unit, open }, taken))
}

/// "twenty-five".
fn composite(story: &Story, token: &Token, numbers: &Numbers) -> Option<f64> {
    let (tens, ones) = story.vocabulary.form(token.word).split_once('-')?;
    let value = |word: &str| match story.vocabulary.get(word).and_then(|id| numbers.get(id)) {
        Some(Meaning::Number(value)) => Some(value),
        _ => plain_number(word),
    };
    let (tens, ones) = (value(tens)?, value(ones)?);
    (tens >= 20.0 && ones < 10.0).then_some(tens + ones)
}

/// Number words that the story holds only inside a composite are not of its vocabulary.
fn plain_number(word: &str) -> Option<f64> {
    let numbers = NUMBERS.split("[number]").nth(1)?.split('[').next()?;
    let mut entries = numbers.split([',', '\n']).filter_map(|entry| entry.trim().split_once(' '));
    entries.find(|(known, _)| *known == word)?.1.parse().ok()
}

enum Written {
    Amount(f64, String),
    Rank(f64),
}

/// A figure in digits: `1,200`, `$3.5m`, `15%`, `21st`. None for what counts nothing: `8:30`, `2015-18`, `3/4`.
fn written(form: &str) -> Option<Written> {
    let digits_from = form.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = form.split_at_checked(digits_from)?;
    let digits_to = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(digits_to)?;
    let digits = digits.trim_end_matches(['.', ',']);
    let value: f64 = number(digits)?;
    let after = after.trim();
    let scale = match after {
        "" | "%" => 1.0,
        "st" | "nd" | "rd" | "th" => return Some(Written::Rank(value)),
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        "tn" => 1e12,
        unit if unit.chars().all(char::is_alphabetic) => return Some(Written::Amount(value, unit.to_owned())),
        _ => return None,
    };
    let unit = if after == "%" { "%".to_owned() } else { before.to_owned() };
    Some(Written::Amount(value * scale, unit))
}

/// Digits with separators: a comma or stop before exactly three digits parts thousands, unless a lone stop may be a decimal.
fn number(digits: &str) -> Option<f64> {
    let groups: Vec<&str> = digits.split(',').collect();
    let thousands =
        groups.len() > 1 && groups[1..].iter().all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    let plain = if thousands { digits.replace(',', "") } else { digits.replace(',', ".") };
    if plain.matches('.').count() > 1 { plain.replace('.', "").parse().ok() } else { plain.parse().ok() }
}

#[cfg(test)]
mod tests;
