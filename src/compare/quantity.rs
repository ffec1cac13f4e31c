//! Figures and days of an article: what number is meant, of what, how exactly (see [`crate::text::figure`]); which day, as far as the article's date
//! tells. Found once for each article. May be asked for those of a stretch; never holds two articles against each other.

mod ages;
mod counted;
mod days;

pub(super) use self::days::Day;

use self::counted::{counted, is_of_a_name, which};
use crate::{
    lexicon::Words,
    story::{Article, SentenceId, Story},
    text::{
        figure::{self, Figure, Key, Numbers},
        span::Span,
        vocabulary::WordId,
    },
};

/// A figure of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where it stands.
    pub span: Span,
    /// The span with the words before it that say how exact it is: "more than 100".
    pub whole: Span,
    /// Its tokens among the article's.
    pub tokens: (u32, u32),
    /// What it says.
    pub value: Value,
    /// The noun that it counts: the first telling word after it, as far as one follows.
    pub of: Option<WordId>,
    /// Which of them.
    pub which: Which,
}

/// Which of the things that it names a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// "Five soldiers".
    All,
    /// "Five of the soldiers".
    Some,
    /// "Five more soldiers", "five others".
    More,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// So many, the third, at three o'clock.
    Figure(figure::Value),
    /// A day, a month or a year.
    Day(Day),
}

impl Quantity {
    /// What it has in common with the same figure written otherwise; see [`figure::Value::key`].
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        match &self.value {
            Value::Figure(value) => value.key(),
            Value::Day(day) => day.month.map(|month| Key::of_day(day.year, month, day.day)),
        }
    }

    /// Whether it is an age that stands without a word for years.
    #[must_use]
    pub fn is_bare_age(&self) -> bool {
        let years = matches!(&self.value, Value::Figure(figure::Value::Amount(amount)) if amount.unit == "month" && amount.factor > 1.0);
        years && self.range().len() == 1
    }

    /// How many tokens it takes.
    #[must_use]
    pub fn range(&self) -> std::ops::Range<usize> {
        self.tokens.0 as usize..self.tokens.1 as usize
    }
}

/// The figures and days of `article`, in order.
#[must_use]
pub fn quantities(story: &Story, article: &Article, numbers: &Numbers, words: Option<&Words>) -> Vec<Quantity> {
    let tokens = &*article.tokens;
    let today = days::date(article);
    let mut out = Vec::new();
    let decimals = figure::Decimals::of(article.language.as_deref());
    let (mut at, mut floor, mut sentence) = (0, 0, 0);
    while at < tokens.len() {
        if !numbers.may_open(&tokens[at]) {
            at += 1;
            continue;
        }
        // No figure runs over the end of a sentence.
        while article.sentences.get(sentence).is_some_and(|known| known.tokens.end as usize <= at) {
            sentence += 1;
        }
        let end = article.sentences.get(sentence).map_or(tokens.len(), |known| known.tokens.end as usize);
        let start = article.sentences.get(sentence).map_or(0, |known| known.tokens.start as usize);
        let (within, first) = (&tokens[..end.max(at + 1)], floor.max(start));
        let day =
            days::day(story, article, today, within, at, numbers).map(|(day, taken)| (Value::Day(day), at, at + taken));
        let read = day.or_else(|| {
            let Figure { start, end, value } =
                figure::figure(&article.text, within, at, first, &story.vocabulary, numbers, decimals)?;
            Some((Value::Figure(value), start, end))
        });
        match read {
            // In a headline every word may have a capital.
            Some((_, start, end))
                if end == start + 1
                    && !article.is_headline(SentenceId::new(sentence))
                    && is_of_a_name(story, article, within, at) =>
            {
                at += 1;
            }
            Some((value, start, end)) => {
                let span = tokens[start].span.join(tokens[end - 1].span);
                let amount = matches!(value, Value::Figure(figure::Value::Amount(_)));
                let before = if amount { figure::before(within, start, numbers) } else { 0 };
                let whole = tokens[start - before].span.join(span);
                let of = if matches!(value, Value::Day(_)) {
                    None
                } else {
                    counted(story, within, &value, end, numbers, words)
                };
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let which = which(story, within, &value, (start - before, end));
                let age = match value {
                    Value::Figure(value) => ages::age(story, article, within, value, (start, end), words),
                    Value::Day(_) => None,
                };
                let (value, of) =
                    age.map_or((value, of), |(years, of)| (Value::Figure(figure::Value::Amount(years)), of));
                out.push(Quantity { span, whole, tokens: (count(start), count(end)), value, of, which });
                at = end.max(at + 1);
                floor = at;
            }
            None => at += 1,
        }
    }
    out
}

/// Those of `all` that lie in `span`.
pub(super) fn within(all: &[Quantity], span: Span) -> &[Quantity] {
    let from = all.partition_point(|quantity| quantity.span.start < span.start);
    let to = all.partition_point(|quantity| quantity.span.end <= span.end);
    all.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests;
