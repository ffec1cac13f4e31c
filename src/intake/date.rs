//! Days in a line of text. May be asked whether a line names a day and which; never guesses a year, nor which of 03/05 is the month.

use jiff::civil::Date;

use super::role::lists;
use crate::text::{bare::bare, fold::fold};

/// A day as a line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NamedDay {
    /// How many of the words were used.
    pub words: usize,
    /// The day, if the year is named too.
    pub date: Option<Date>,
}

/// The number of the month that `word` names or shortens, 1 to 12.
pub(super) fn month(word: &str) -> Option<i8> {
    if word.len() < 3 || word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    lists::month(&fold(bare(word)))
}

/// The day that `words` begin with: `2019-03-05`, `March 1, 2019`, `27 February 2019`, `1er mars`, `5. März`, `2019年3月5日`.
pub(super) fn day_at(words: &[&str]) -> Option<NamedDay> {
    let first = *words.first()?;
    if let Some(date) = numeric(first) {
        return Some(NamedDay { words: 1, date: Some(date) });
    }
    let (number, mut used) = match month(first) {
        Some(number) => (number, 1),
        None => {
            day_number(first)?;
            let filler = usize::from(words.get(1).is_some_and(|word| matches!(*word, "de" | "of" | "di")));
            (words.get(1 + filler).and_then(|word| month(word))?, 2 + filler)
        }
    };
    let day = if used == 1 { day_number(words.get(1)?)? } else { day_number(first)? };
    used = used.max(2);
    used += usize::from(words.get(used).is_some_and(|word| matches!(*word, "de" | "del" | "of")));
    let date = words.get(used).and_then(|word| year(word)).and_then(|year| Date::new(year, number, day).ok());
    Some(NamedDay { words: used + usize::from(date.is_some()), date })
}

/// The first day with its year that `line` names, as `YYYY-MM-DD`.
pub(super) fn day_in(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().take(40).collect();
    (0..words.len()).find_map(|at| day_at(words.get(at..)?)?.date).map(|date| date.to_string())
}

/// A day written in digits alone, where they leave no doubt.
fn numeric(word: &str) -> Option<Date> {
    let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | ',' | ';' | ':' | '.'));
    let word = word
        .split_once('T')
        .filter(|(_, time)| time.starts_with(|c: char| c.is_ascii_digit()))
        .map_or(word, |(day, _)| day);
    let dayfirst = word.contains('.');
    let parts: Vec<&str> = word.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let small = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() <= 2);
    if let Some(year) = year(a) {
        return Date::new(year, small(b)?, small(c)?).ok();
    }
    let (year, a, b) = (year(c)?, small(a)?, small(b)?);
    match (a > 12, b > 12) {
        (true, false) => Date::new(year, b, a).ok(),
        (false, true) => Date::new(year, a, b).ok(),
        (false, false) if dayfirst || a == b => Date::new(year, b, a).ok(),
        _ => None,
    }
}

fn day_number(word: &str) -> Option<i8> {
    let word = word.trim_end_matches([',', '.', ':', ';']);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, ending) = word.split_at_checked(digits)?;
    let fits = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°");
    number.parse().ok().filter(|day| fits && (1..=31).contains(day))
}

fn year(word: &str) -> Option<i16> {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    word.parse().ok().filter(|year| word.len() == 4 && (1500..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_many_forms_and_never_guessed() {
        for (line, day) in [
            ("Thu. Nov 21st, 2024", Some("2024-11-21")),
            ("March 1, 2019 at 1:45 pm", Some("2019-03-01")),
            ("on 27 February 2019 in Moscow", Some("2019-02-27")),
            ("date 2019-03-05 TEHRAN", Some("2019-03-05")),
            ("2019-03-05T10:00:00Z", Some("2019-03-05")),
            ("Publié le 1er août 2020", Some("2020-08-01")),
            ("5. März 2019", Some("2019-03-05")),
            ("5 de marzo de 2019", Some("2019-03-05")),
            ("05.03.2019", Some("2019-03-05")),
            ("2019年3月5日", Some("2019-03-05")),
            ("13/03/2019", Some("2019-03-13")),
            ("03/05/2019", None),
            ("March 1", None),
            ("February 30, 2019", None),
            ("in 2015 he went", None),
        ] {
            assert_eq!(day_in(line).as_deref(), day, "{line}");
        }
        assert_eq!(day_at(&["March", "1", "at"]), Some(NamedDay { words: 2, date: None }));
    }
}
