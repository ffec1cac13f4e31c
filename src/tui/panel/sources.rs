//! Who speaks: for each speaker a line an article, side by side, then the quotations of the pair that is shown and what became of
//! each. Every line leads to the passage it speaks of.

mod counts;

use std::borrow::Cow;

use self::counts::{Counts, heads};
use super::{
    Outcome, Place,
    lines::{filled, fitted, heading, one_line},
    sentences_at, so_far,
};
use crate::{
    compare::{Fate, Groundwork, Source, SourceRow},
    comparison::PairComparison,
    page::{Glyphs, Line, Role, Run},
    story::{Article, ArticleId, PairId, ParagraphId, Side, Story},
    text::{bidi::isolated, span::Span},
    tui::{command::Command, state::Anchor},
};

/// The speakers of a story, and what was found in its articles alone.
#[derive(Debug)]
pub struct Speakers {
    /// Who speaks.
    pub rows: Vec<SourceRow>,
    /// What was found in each article alone: the quotations.
    pub groundwork: std::sync::Arc<Groundwork>,
}

/// The ledger of sources.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The pair whose quotations are listed; none while the speakers are still being counted.
    pair: Option<PairId>,
    speakers: usize,
    entries: Vec<Entry>,
    place: Place,
    /// Whether its numbers are of the beginning of long articles alone.
    pub beginning: bool,
}

/// A line.
#[derive(Clone, Debug)]
struct Entry {
    kind: Kind,
    text: Text,
    at: Option<Anchor>,
}

/// What a line says.
#[derive(Clone, Debug)]
enum Text {
    /// This, safe for a terminal.
    Said(String),
    /// How much a speaker says.
    Counted(Counts),
    /// A lead, safe for a terminal, and the words of an article: a long text has tens of thousands of quotations, and only those that are seen are made safe.
    Quoted(String, ArticleId, Span),
}

impl Entry {
    /// Whether it belongs to an entry of `kind` that stands above it.
    fn is_below(&self, kind: Kind) -> bool {
        kind == Kind::Name && matches!(self.kind, Kind::Line | Kind::Note)
    }

    /// The words that it speaks of.
    fn words(&self) -> Option<(ArticleId, Span)> {
        match (&self.text, self.at) {
            (Text::Quoted(_, article, span), _) => Some((*article, *span)),
            (_, Some(Anchor { article, offset })) => Some((article, Span { start: offset, end: offset + 1 })),
            (_, None) => None,
        }
    }

    /// Its text in a panel of `width` columns.
    fn text(&self, story: &Story, width: usize, glyphs: Glyphs) -> Cow<'_, str> {
        match &self.text {
            Text::Said(text) => Cow::Borrowed(text),
            Text::Counted(counts) => counts.line(width, glyphs).into(),
            Text::Quoted(lead, article, span) => {
                let words = story.articles.get(*article).map_or("", |article| span.of(&article.text));
                format!("   {lead}{}", isolated(&one_line(words))).into()
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Heading,
    Name,
    Line,
    Note,
}

impl Sources {
    /// Whether the lines are those of `pair`.
    #[must_use]
    pub fn is_of(&self, pair: PairId) -> bool {
        self.pair == Some(pair)
    }

    /// What it lists is of a story that is gone: the speakers are awaited anew.
    pub fn forget(&mut self) {
        self.pair = None;
    }

    /// Makes the lines of `speakers`, with the quotations of `pair`; the chosen line stays.
    pub fn fill(&mut self, story: &Story, speakers: &Speakers, pair: &PairComparison, glyphs: Glyphs) {
        self.pair = Some(pair.alignment.pair);
        self.speakers = speakers.rows.len();
        self.entries.clear();
        for row in &speakers.rows {
            self.speaker(story, row, glyphs);
        }
        if !pair.quotations.is_empty() {
            let [a, b] = Side::BOTH.map(|side| story.articles[pair.alignment.pair.on(side)].label.as_str());
            self.push(Kind::Heading, format!("What became of the quotations, {a} {} {b}", glyphs.versus()), None);
            self.quotations(story, speakers, pair, glyphs);
        }
    }

    /// A line of `text`, safe for a terminal.
    fn push(&mut self, kind: Kind, text: String, at: Option<Anchor>) {
        self.entries.push(Entry { kind, text: Text::Said(text), at });
    }

    /// A line of the words at `span` of `article`, behind `lead`.
    fn quote(&mut self, lead: String, article: ArticleId, span: Span) {
        let (text, at) = (Text::Quoted(lead, article, span), Anchor { article, offset: span.start });
        self.entries.push(Entry { kind: Kind::Line, text, at: Some(at) });
    }

    fn speaker(&mut self, story: &Story, row: &SourceRow, glyphs: Glyphs) {
        let all = || story.articles.iter().map(|(id, article)| (id, article, row.articles.get(id)));
        let first = all().find_map(|(article, _, source)| Some(place_of(article, source?.as_ref()?)));
        let name = foreign(&row.name);
        let name = if row.named { name } else { format!("{name} (not named)") };
        self.push(Kind::Name, name, first);
        let mut silent = Vec::new();
        for (id, article, source) in all() {
            let Some(source) = source.and_then(Option::as_ref) else {
                silent.push(article.label.as_str());
                continue;
            };
            let number = paragraph(article, place_of(id, source).offset);
            let place = format!("{} {}{number}", article.label, glyphs.paragraph());
            let verbs: Vec<String> = source.verbs.iter().map(|verb| foreign(verb.of(&article.text))).collect();
            let counts = Counts {
                place,
                early: format!("{:.0} %", source.first * 100.0),
                quoted: source.quotations,
                words: source.quoted_words,
                reported: source.reports,
                verbs: verbs.join(", "),
            };
            self.entries.push(Entry { kind: Kind::Line, text: Text::Counted(counts), at: Some(place_of(id, source)) });
        }
        if !silent.is_empty() {
            self.push(Kind::Note, format!("not quoted or reported in {}", silent.join(", ")), None);
        }
    }

    fn quotations(&mut self, story: &Story, speakers: &Speakers, pair: &PairComparison, glyphs: Glyphs) {
        for quotation in &pair.quotations {
            let fate = quotation.fate.name();
            let speaker = if quotation.other_speaker { ", another speaker" } else { "" };
            let from = self.entries.len();
            self.push(Kind::Name, format!("{fate}{speaker}"), None);
            for side in Side::BOTH {
                let id = pair.alignment.pair.on(side);
                let article = &story.articles[id];
                let place = |at: u32| format!("{} {}{}", article.label, glyphs.paragraph(), paragraph(article, at));
                let all = speakers.groundwork.quotations.get(id);
                for quoted in quotation.on(side).iter().filter_map(|index| all?.quoted.get(*index)) {
                    let who = quoted.speaker.as_ref().map_or("nobody named", |speaker| {
                        speaker.name.as_deref().unwrap_or_else(|| speaker.span.of(&article.text))
                    });
                    let lead = format!("{}, {}: ", place(quoted.span.start), foreign(who));
                    self.quote(lead, id, quoted.span);
                }
                let words = if side == Side::Left { &quotation.left_words } else { &quotation.right_words };
                if let Some(first) = words.first().filter(|_| quotation.fate != Fate::Only) {
                    let said = words.iter().map(|span| glyphs.quoted_apart(&one_line(span.of(&article.text))));
                    let said = said.collect::<Vec<_>>().join(", ");
                    let text = Text::Said(format!("   only {} quotes {said}", article.label));
                    let at = Anchor { article: id, offset: first.start };
                    self.entries.push(Entry { kind: Kind::Line, text, at: Some(at) });
                }
                // The words that stand without quotation marks are those of the side that quotes nothing.
                if let Some(reported) = quotation.reported.filter(|_| quotation.on(side).is_empty()) {
                    self.quote(format!("{}, not quoted: ", place(reported.start)), id, reported);
                }
            }
            let first = self.entries.iter().skip(from).find_map(|entry| entry.at);
            if let Some(name) = self.entries.get_mut(from) {
                name.at = first;
            }
        }
    }

    /// The passage that the chosen line speaks of.
    #[must_use]
    pub fn chosen(&self) -> Option<Anchor> {
        self.entries.get(self.place.at)?.at
    }

    /// Copies the passages that the chosen line speaks of; of a name, those of the lines below it.
    fn copied(&self, story: &Story) -> Outcome {
        let Some(chosen) = self.entries.get(self.place.at) else { return Outcome::Stay };
        let below = self.entries.iter().skip(self.place.at + 1).take_while(|entry| entry.is_below(chosen.kind));
        let mut passages = Vec::new();
        for (id, span) in below.filter_map(Entry::words).chain(chosen.words()) {
            let passage = sentences_at(story, id, span);
            if !passages.contains(&passage) {
                passages.push(passage);
            }
        }
        if passages.is_empty() { Outcome::Say("no passage in this line".to_owned()) } else { Outcome::Copy(passages) }
    }

    /// What `command` does to it, when it is shown in `height` lines.
    pub fn apply(&mut self, command: Command, count: usize, story: &Story, height: usize) -> Outcome {
        match command {
            Command::Cancel => return Outcome::Close,
            Command::Accept => return self.chosen().map_or(Outcome::Stay, Outcome::Passage),
            Command::CopyPassage => return self.copied(story),
            _ => self.place.step(command, count, self.entries.len(), rows_in(height)),
        };
        Outcome::Stay
    }

    /// Chooses the line at `row` of its lines, as a click does. Says whether there is one.
    pub fn click(&mut self, row: usize, height: usize) -> bool {
        self.place.click(row, 2, self.entries.len(), height)
    }

    /// Its lines: exactly `height` of `width` columns.
    #[must_use]
    pub fn lines(&self, story: &Story, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let said = match (self.pair, self.speakers) {
            (None, _) => format!("counting{}", glyphs.ellipsis()),
            (_, 1) => so_far("1 speaker".to_owned(), self.beginning),
            (_, speakers) => so_far(format!("{speakers} speakers"), self.beginning),
        };
        let mut lines = vec![heading("Who speaks", &said, width, glyphs)];
        lines.push(fitted(
            [Run::new(format!(" {}", heads(width.saturating_sub(1))), Role::Hint)],
            width,
            Role::Blank,
            glyphs,
        ));
        if self.pair.is_some() && self.entries.is_empty() {
            let text = " Nobody is quoted or reported by name or office.";
            lines.push(fitted([Run::new(text, Role::Note)], width, Role::Blank, glyphs));
        }
        for index in self.place.shown(self.entries.len(), rows_in(height)) {
            let Some(entry) = self.entries.get(index) else { continue };
            lines.push(line(entry, story, index == self.place.at, width, glyphs));
        }
        filled(lines, width, height)
    }
}

fn line(entry: &Entry, story: &Story, chosen: bool, width: usize, glyphs: Glyphs) -> Line {
    let role = match entry.kind {
        _ if chosen => Role::Selected,
        Kind::Heading => Role::Panel,
        Kind::Name => Role::Headline,
        Kind::Line => Role::PanelText,
        Kind::Note => Role::Note,
    };
    let indent = if entry.kind == Kind::Note { "  " } else { "" };
    let text = entry.text(story, width.saturating_sub(1), glyphs);
    let text = format!("{}{indent}{text}", if chosen { '>' } else { ' ' });
    fitted([Run::new(text, role)], width, if chosen { Role::Selected } else { Role::Blank }, glyphs)
}

/// Words of an article, safe for a terminal and in their own order.
fn foreign(words: &str) -> String {
    isolated(&one_line(words)).into_owned()
}

fn rows_in(height: usize) -> usize {
    height.saturating_sub(2).max(1)
}

/// The number, counted from 1, of the paragraph that holds the byte `at` of `article`.
fn paragraph(article: &Article, at: u32) -> usize {
    article.paragraph_at(at).map_or(0, ParagraphId::index) + 1
}

/// Where `source` is first quoted or reported.
fn place_of(article: ArticleId, source: &Source) -> Anchor {
    Anchor { article, offset: source.places.first().unwrap_or(&source.span).start }
}
