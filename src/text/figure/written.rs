//! Figures in digits, one token each: `1,200`, `$3.5m`, `15%`, `21st`, `150km`, `10-15`, `52-48`, `1990s`, `1½`.

use super::Decimals;

/// What a token in digits is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Written<'a> {
    /// A number or a range, with what is written before and after its digits.
    Amount { least: f64, most: f64, step: f64, signed: bool, prefix: &'a str, suffix: &'a str },
    /// `21st`.
    Rank(f64),
    /// `1990s`.
    Decade(u16),
    /// `52-48`.
    Score(f64, f64),
    /// `2/3`: of a whole.
    Part(f64, f64),
    /// `72-hour`: the number, and the words joined to it.
    Joined(f64, &'a str),
    /// `2:21:40`: seconds.
    Duration(f64),
}

/// A figure in digits, folded. None for what counts nothing: `2015-18`, `24/7`, `1:2:3:4`.
pub(super) fn written(form: &str, decimals: Decimals) -> Option<Written<'_>> {
    let from = form.find(char::is_numeric)?;
    let (before, rest) = form.split_at_checked(from)?;
    let (signed, negative, prefix) = match (before.strip_prefix('-'), before.strip_prefix('+')) {
        (Some(rest), _) => (true, true, rest),
        (_, Some(rest)) => (true, false, rest),
        _ => (false, false, before),
    };
    let (number, step, after) = leading(rest, decimals)?;
    let number = if negative { -number } else { number };
    if let Some(joined) = after.strip_prefix(['-', '\u{2013}']) {
        return joined_to(number, step, signed, prefix, (joined, decimals));
    }
    if let Some(other) = after.strip_prefix('/') {
        let whole: f64 = other.parse().ok()?;
        let part = prefix.is_empty()
            && !signed
            && number > 0.0
            && number < whole
            && [2, 3, 4, 5, 6, 8, 10].map(f64::from).contains(&whole);
        return part.then_some(Written::Part(number, whole));
    }
    if after.starts_with(':') {
        return duration(rest).map(Written::Duration);
    }
    match after {
        "st" | "nd" | "rd" | "th" => return Some(Written::Rank(number)),
        "s" if number % 10.0 == 0.0 && (number < 100.0 || (1000.0..2200.0).contains(&number)) => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
            return Some(Written::Decade(number as u16));
        }
        _ => {}
    }
    Some(Written::Amount { least: number, most: number, step, signed, prefix, suffix: after })
}

/// `10-15`, `52-48`, `$10-15m`, `15-year-old`, `$3-million`.
fn joined_to<'a>(
    number: f64,
    step: f64,
    signed: bool,
    prefix: &'a str,
    (joined, decimals): (&'a str, Decimals),
) -> Option<Written<'a>> {
    if !joined.starts_with(|c: char| c.is_numeric() || !c.is_alphabetic()) {
        return Some(match joined {
            "million" | "billion" | "trillion" | "thousand" | "strong" | "plus" => {
                Written::Amount { least: number, most: number, step, signed, prefix, suffix: joined }
            }
            _ => Written::Joined(number, joined),
        });
    }
    let Written::Amount { least: other, most, step: other_step, prefix: sign, suffix, .. } = written(joined, decimals)?
    else {
        return None;
    };
    if other < most || signed {
        return None;
    }
    let plain =
        prefix.is_empty() && sign.is_empty() && suffix.is_empty() && number.fract() == 0.0 && other.fract() == 0.0;
    // "2015-18", "1914-1918": from year to year.
    if plain && (1000.0..3000.0).contains(&number) {
        return None;
    }
    let prefix = if prefix.is_empty() { sign } else { prefix };
    if number < other {
        Some(Written::Amount { least: number, most: other, step: step.min(other_step), signed, prefix, suffix })
    } else {
        (plain && number < 1000.0).then_some(Written::Score(number, other))
    }
}

/// The number that `text` begins with, what its last digit counts, and what follows.
fn leading(text: &str, decimals: Decimals) -> Option<(f64, f64, &str)> {
    let inside = |c: char| c.is_numeric() || matches!(c, '.' | ',' | '\'');
    let end = text.find(|c: char| !inside(c)).unwrap_or(text.len());
    let (digits, after) = text.split_at_checked(end)?;
    let bare = digits.trim_end_matches(['.', ',', '\'']);
    let after = text.get(bare.len()..).filter(|_| bare.len() < digits.len()).unwrap_or(after);
    if bare.bytes().all(|b| b.is_ascii_digit()) {
        return bare.parse().ok().map(|number| (number, step(bare), after));
    }
    // "1.200,5" as "1,200.5".
    let sign = |c| match (decimals, c) {
        (Decimals::Comma, '.') => ',',
        (Decimals::Comma, ',') => '.',
        _ => c,
    };
    let plain: String = bare.chars().filter(|c| *c != '\'').map(|c| ascii(sign(c))).collect::<Option<String>>()?;
    let groups: Vec<&str> = plain.split(',').collect();
    let thousands =
        groups.len() > 1 && groups[1..].iter().all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    let plain = if thousands { plain.replace(',', "") } else { plain.replace(',', ".") };
    let plain = if plain.matches('.').count() > 1 { plain.replace('.', "") } else { plain };
    Some((plain.parse().ok()?, step(&plain), after))
}

/// What the last digit of a number counts, where it is written as if others had been left out: `4.2` a tenth, `1200` a hundred, `60` one.
fn step(digits: &str) -> f64 {
    if let Some((_, decimals)) = digits.split_once('.') {
        return 0.1_f64.powi(i32::try_from(decimals.len()).unwrap_or(9));
    }
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    if zeros >= 2 && digits.len() >= 4 { 10_f64.powi(i32::try_from(zeros).unwrap_or(9)) } else { 1.0 }
}

/// A digit of any script as ASCII.
fn ascii(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    // Unicode keeps the ten digits of a script together, the zeros of these at the code points named.
    let zeros = [
        0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
        0x1040, 0x17e0,
    ];
    let code = u32::from(c);
    zeros.iter().find_map(|zero| char::from_digit(code.checked_sub(*zero).filter(|digit| *digit < 10)?, 10))
}

/// Seconds of `2:21:40`.
fn duration(text: &str) -> Option<f64> {
    let parts: Vec<f64> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match *parts {
        [hours, minutes, seconds] if minutes < 60.0 && seconds < 60.0 => {
            Some(hours * 3600.0 + minutes * 60.0 + seconds)
        }
        _ => None,
    }
}

/// The whole and the part of a vulgar fraction: `1½` as 1 and 1/2.
pub(super) fn vulgar(raw: &str) -> Option<(f64, f64, f64)> {
    let sign = raw.chars().next_back().filter(|c| !c.is_ascii())?;
    let (part, whole) = match sign {
        '½' => (1.0, 2.0),
        '¼' => (1.0, 4.0),
        '¾' => (3.0, 4.0),
        '⅓' => (1.0, 3.0),
        '⅔' => (2.0, 3.0),
        '⅕' => (1.0, 5.0),
        '⅖' => (2.0, 5.0),
        '⅗' => (3.0, 5.0),
        '⅘' => (4.0, 5.0),
        '⅙' => (1.0, 6.0),
        '⅛' => (1.0, 8.0),
        '⅜' => (3.0, 8.0),
        '⅝' => (5.0, 8.0),
        '⅞' => (7.0, 8.0),
        _ => return None,
    };
    let lead = raw.get(..raw.len() - sign.len_utf8())?;
    let units = if lead.is_empty() { 0.0 } else { lead.parse().ok()? };
    Some((units, part, whole))
}
