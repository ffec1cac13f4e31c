//! The ledger of sources: who speaks in each article, how often, in how many words, how early, named or not, with which verbs; the
//! same speaker of several articles side by side. Counts what the articles attribute, and says nothing of what they do not.

mod register;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::Serialize;

use self::register::Register;
use super::{
    groundwork::Groundwork,
    quotations::{Speaker, SpeakerKind},
};
use crate::{
    story::{ArticleId, PerArticle, Story},
    text::{fold::fold, span::Span},
};

/// One speaker in one article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// The words by which the article first names the speaker.
    pub span: Span,
    /// How many quotations are given to the speaker; pieces of one utterance count once.
    pub quotations: usize,
    /// How many times the article reports the speaker's words as its own text.
    pub reports: usize,
    /// How many words it quotes, white space apart.
    pub quoted_words: usize,
    /// The share of the text that stands before the first of these, from 0 to 1.
    pub first: f32,
    /// The reporting verbs used, each once, in reading order.
    pub verbs: Vec<Span>,
    /// Where each quotation or report stands.
    pub places: Vec<Span>,
}

/// A speaker, and what each article has of him.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceRow {
    /// The name, or the words used where no name is given. A stranger's text: show it through `text::visible`.
    pub name: String,
    /// Whether some article names the speaker.
    pub named: bool,
    /// What each article has; none where it does not let him speak.
    pub articles: PerArticle<Option<Source>>,
}

/// The ledger of `story`: named speakers of most articles first, then by how much they speak.
#[must_use]
pub fn sources(story: &Story, groundwork: &Groundwork) -> Vec<SourceRow> {
    let mut rows: Vec<Row> = Vec::new();
    let mut register = Register::default();
    // By what they say, so that neither a row nor its name hangs on which article was named first.
    let mut ids: Vec<ArticleId> = groundwork.quotations.iter().map(|(id, _)| id).collect();
    ids.sort_by(|a, b| story.articles[*a].text.cmp(&story.articles[*b].text));
    for id in ids {
        let quotations = &groundwork.quotations[id];
        let text = &story.articles[id].text;
        let mut utterance = None;
        let quoted = quotations.quoted.iter().filter(|quotation| !quotation.scare);
        let mut said: Vec<Said> = quoted
            .filter_map(|quotation| {
                let speaker = quotation.speaker.as_ref()?;
                let fresh = utterance.replace(quotation.utterance) != Some(quotation.utterance);
                let words = quotation.inner.of(text).split_whitespace().count();
                Some(Said {
                    speaker,
                    verb: quotation.verb,
                    place: quotation.span,
                    words,
                    quotation: fresh,
                    report: false,
                })
            })
            .collect();
        said.extend(quotations.reported.iter().filter_map(|reported| {
            let speaker = reported.speaker.as_ref()?;
            Some(Said {
                speaker,
                verb: Some(reported.verb),
                place: reported.span,
                words: 0,
                quotation: false,
                report: true,
            })
        }));
        said.sort_by_key(|said| said.place);
        for said in said {
            add(&mut rows, &mut register, story, id, text, &said);
        }
    }
    let mut rows: Vec<SourceRow> = rows
        .into_iter()
        .map(|row| SourceRow {
            name: commonest(&row.spellings).unwrap_or(row.name),
            named: row.named,
            articles: row.articles.into_iter().collect(),
        })
        .collect();
    let articles = |row: &SourceRow| row.articles.iter().filter(|(_, source)| source.is_some()).count();
    let speaks = |row: &SourceRow| -> usize {
        row.articles
            .iter()
            .filter_map(|(_, source)| source.as_ref())
            .map(|source| source.quotations + source.reports)
            .sum()
    };
    rows.sort_by(|a, b| {
        (b.named, articles(b), speaks(b)).cmp(&(a.named, articles(a), speaks(a))).then_with(|| a.name.cmp(&b.name))
    });
    rows
}

struct Row {
    /// The words of the first, where no name is given.
    name: String,
    named: bool,
    /// The names given, and the articles that give each.
    spellings: BTreeMap<String, BTreeSet<ArticleId>>,
    articles: Vec<Option<Source>>,
}

struct Said<'a> {
    speaker: &'a Speaker,
    verb: Option<Span>,
    place: Span,
    words: usize,
    quotation: bool,
    report: bool,
}

fn add(rows: &mut Vec<Row>, register: &mut Register, story: &Story, id: ArticleId, text: &str, said: &Said) {
    let name = said.speaker.name.as_ref();
    // A pronoun that nothing resolves names nobody.
    if name.is_none() && said.speaker.kind == SpeakerKind::Pronoun {
        return;
    }
    let row = match name {
        Some(name) => register.named(name, rows.len()),
        None => register.unnamed(said.speaker.span.of(text), rows.len()),
    };
    if row == rows.len() {
        let articles = story.articles.iter().map(|_| None).collect();
        let words = || shown(said.speaker.span.of(text));
        rows.push(Row {
            name: name.cloned().unwrap_or_else(words),
            named: said.speaker.kind == SpeakerKind::Named || name.is_some(),
            spellings: BTreeMap::new(),
            articles,
        });
    }
    let row = &mut rows[row];
    if let Some(name) = name {
        row.spellings.entry(name.clone()).or_default().insert(id);
    }
    let Some(cell) = row.articles.get_mut(id.index()) else { return };
    #[expect(clippy::cast_precision_loss, reason = "a share of a text")]
    let source = cell.get_or_insert_with(|| Source {
        span: said.speaker.span,
        quotations: 0,
        reports: 0,
        quoted_words: 0,
        first: said.place.start as f32 / text.len().max(1) as f32,
        verbs: Vec::new(),
        places: Vec::new(),
    });
    source.quotations += usize::from(said.quotation);
    source.reports += usize::from(said.report);
    source.quoted_words += said.words;
    source.places.push(said.place);
    if let Some(verb) = said.verb
        && !source.verbs.iter().any(|known| known.of(text) == verb.of(text))
    {
        let folded = fold(verb.of(text));
        if !source.verbs.iter().any(|known| fold(known.of(text)) == folded) {
            source.verbs.push(verb);
        }
    }
}

/// Of the `spellings` of a name those of the most words, as a last name alone says less; of these the one that most articles write.
fn commonest(spellings: &BTreeMap<String, BTreeSet<ArticleId>>) -> Option<String> {
    let fullness = |name: &str| name.split_whitespace().count();
    let rank = |(name, articles): &(&String, &BTreeSet<ArticleId>)| {
        (fullness(name), articles.len(), name.chars().count(), Reverse((*name).clone()))
    };
    spellings.iter().max_by_key(rank).map(|(name, _)| name.clone())
}

/// The folded `words` for a speaker without a name, without an article: "a ministry" is one speaker, "the ministry" and "ministry"
/// another.
fn unnamed(words: &str) -> String {
    let folded = fold(words);
    folded.strip_prefix("the ").unwrap_or(&folded).to_owned()
}

/// The `words` for a speaker without a name as a line of a table shows them: with the capitals that they were written with, but for those
/// of an article that begins a sentence.
fn shown(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    match words.as_slice() {
        ["the" | "The", rest @ ..] if !rest.is_empty() => rest.join(" "),
        [article @ ("A" | "An"), rest @ ..] => format!("{} {}", article.to_lowercase(), rest.join(" ")),
        all => all.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_not_named_is_shown_as_written() {
        for (words, expected) in [
            ("An Israeli\ndiplomatic source", "an Israeli diplomatic source"),
            ("The defence ministry", "defence ministry"),
            ("Critics", "Critics"),
            ("The", "The"),
        ] {
            assert_eq!(shown(words), expected);
        }
    }

    #[test]
    fn outlets_and_persons_at_once_are_named() {
        let first =
            "The pier was unsafe, i24news and AFP reported.\n\nThe ANSA news agency said that the pier had been shut.";
        let second = "The pier was unsafe, Anna Keller and her lawyers said.";
        let story = crate::compare::pictures::story(&[first, second]);
        let rows = sources(&story, &Groundwork::of(&story, &crate::lexicon::Lexicon::bundled()));
        let told: Vec<String> =
            rows.iter().map(|row| format!("{}{}", row.name, if row.named { "" } else { " (not named)" })).collect();
        assert_eq!(told, ["ANSA news agency", "i24news and AFP", "Anna Keller and her lawyers (not named)"]);
    }

    #[test]
    fn a_name_in_two_spellings_is_headed_as_most_articles_write_it() {
        let says = |name: &str| format!("The pier was unsafe, {name} said.\n\nThe pier had been shut, {name} added.");
        let texts = [says("Mohammed Qassemi"), says("Mohammed Ghasemi"), says("Mohammed Ghasemi")];
        let story = crate::compare::pictures::story(&[&texts[0], &texts[1], &texts[2]]);
        let rows = sources(&story, &Groundwork::of(&story, &crate::lexicon::Lexicon::bundled()));
        assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Mohammed Ghasemi"]);
    }
}
