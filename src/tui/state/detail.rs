//! Why a mark is here: the evidence for the passage under the cursor, as paragraphs to read.

use super::Reading;
use crate::{
    align::{Evidence, Grade, Nearest},
    page::{
        Against, Compared, Glyphs, Marking, Piece, Role, Run, Sign, Standing, furniture_name, grade_sign, wrap, wrap_in,
    },
    story::{Article, ArticleId, SentenceId, Side, Story},
    text::{bidi::Order, span::Span},
};

/// The evidence for a passage, wrapped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The lines, at most as wide as the panel.
    pub lines: Vec<Vec<Run>>,
    /// The first line shown.
    pub top: usize,
    /// The passage it is about.
    pub about: Option<(ArticleId, SentenceId)>,
}

/// What is written, paragraph by paragraph.
struct Sheet<'a> {
    story: &'a Story,
    compared: &'a Compared,
    glyphs: Glyphs,
    /// Where the article of the passage stands on the screen.
    shown: Side,
    width: usize,
    order: Order,
    lines: Vec<Vec<Run>>,
}

impl Detail {
    /// The evidence for the passage under the cursor, `width` columns wide: against each article that its own is held against.
    #[must_use]
    pub fn of(reading: &Reading, width: usize) -> Self {
        let spread = &reading.page.spread;
        let about = reading.passage();
        let column = about.and_then(|(article, _)| spread.columns.get(spread.column_of(article)?));
        let against = column.map_or(&[][..], |column| &column.against);
        let (Some((_, sentence)), Some(column), Some(_)) = (about, column, against.first()) else {
            let note = if about.is_some() { "The two are not compared yet." } else { "There is no passage here." };
            let mut lines = wrap(&[Piece::new(note, Role::PanelText)], width);
            lines.extend(notes(reading, width));
            return Self { lines, top: 0, about };
        };
        let mut lines = Vec::new();
        for against in against {
            let Against { compared, side } = against;
            let Marking { glyphs, order, .. } = reading.marking;
            let mut sheet = Sheet { story: &spread.story, compared, glyphs, order, shown: column.place, width, lines };
            sheet.passage(*side, sentence);
            sheet.findings(*side, sentence);
            lines = sheet.lines;
        }
        lines.extend(notes(reading, width));
        Self { lines, top: 0, about }
    }
}

/// What was left out, cut or left coarser when the articles were opened and compared.
fn notes(reading: &Reading, width: usize) -> Vec<Vec<Run>> {
    let notes = reading.page.spread.notes();
    if notes.is_empty() {
        return Vec::new();
    }
    let wrapped = |text: &str, role| wrap_in(reading.marking.order, &[Piece::new(text, role)], width).lines;
    let said = notes.iter().flat_map(|note| wrapped(note, Role::PanelText));
    [Vec::new()].into_iter().chain(wrapped("How these articles were read", Role::Panel)).chain(said).collect()
}

impl Sheet<'_> {
    fn article(&self, side: Side) -> (ArticleId, &Article) {
        let id = self.compared.pair().on(side);
        (id, &self.story.articles[id])
    }

    fn heading(&mut self, sign: Option<Sign>, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push(Vec::new());
        }
        let sign = sign.map(|sign| (format!("{}\u{a0}", self.glyphs.sign(sign)), sign));
        let mut pieces: Vec<Piece<'_>> = sign.iter().map(|(text, sign)| Piece::new(text, Role::Sign(*sign))).collect();
        pieces.push(Piece::new(text, Role::Panel));
        self.lines.extend(wrap_in(self.order, &pieces, self.width).lines);
    }

    fn say(&mut self, text: &str) {
        self.lines.extend(wrap_in(self.order, &[Piece::new(text, Role::PanelText)], self.width).lines);
    }

    /// "A ¶5: “…”", the whole text of the passages.
    fn quote(&mut self, side: Side, ids: &[SentenceId]) {
        let Some(first) = ids.first() else { return };
        let (id, article) = self.article(side);
        let place = self.place(side, *first);
        let spans: Vec<Span> = ids.iter().map(|id| article.sentence(*id).span()).collect();
        let (open, close) = self.glyphs.quotes(article.sentence_text(*first));
        let lead = format!("{place}  {open}");
        let mut pieces = vec![Piece::new(&lead, Role::Note)];
        for (number, span) in spans.iter().enumerate() {
            if number > 0 {
                pieces.push(Piece::new(" ", Role::Plain));
            }
            let text = span.of(&article.text);
            pieces.push(Piece { text, role: Role::Plain, cue: None, at: Some((id, span.start)) });
        }
        pieces.push(Piece::new(close, Role::Note));
        let lines = wrap_in(self.order, &pieces, self.width).lines;
        self.lines.extend(lines);
    }

    fn place(&self, side: Side, id: SentenceId) -> String {
        let (_, article) = self.article(side);
        format!("{} {}{}", article.label, self.glyphs.paragraph(), article.sentence(id).paragraph.index() + 1)
    }

    fn passage(&mut self, side: Side, id: SentenceId) {
        let (_, own) = self.article(side);
        let other = self.article(side.other()).1.label.clone();
        let label = own.label.clone();
        match self.compared.marks.standing(side, id) {
            Standing::Linked { link, grade } => {
                let what = match grade {
                    Grade::Same => format!("the same in {other}"),
                    Grade::Reworded => format!("reworded in {other}"),
                    Grade::Partial => format!("{other} shares a part of it"),
                };
                self.heading(Some(grade_sign(grade)), &what);
                self.link(side, link);
            }
            Standing::Moved { link, down, .. } => {
                let (sign, way) = if down { (Sign::MovedDown, "down") } else { (Sign::MovedUp, "up") };
                self.heading(Some(sign), &format!("moved: in {other} it stands further {way}"));
                self.link(side, link);
            }
            Standing::Only { unlinked } => {
                let sign = Sign::Only(self.shown);
                self.heading(Some(sign), &format!("only in {label}: no counterpart found in {other}"));
                self.quote(side, &[id]);
                self.unlinked(side, unlinked);
            }
            Standing::Furniture { unlinked } => {
                let name = furniture_name(self.article(side).1.role_of(id), 1);
                self.heading(None, &format!("{name}: part of the page, not of the telling; it is no difference"));
                self.quote(side, &[id]);
                if unlinked.is_some() {
                    self.unlinked(side, unlinked);
                }
            }
        }
    }

    fn link(&mut self, side: Side, index: usize) {
        let alignment = &self.compared.comparison.alignment;
        let Some(link) = alignment.links.get(index) else { return };
        self.quote(side, link.on(side));
        self.quote(side.other(), link.on(side.other()));
        let Evidence { words, runner_up, runner_up_left, reason } = alignment.evidence(self.story, link);
        self.heading(None, "why the two are linked");
        self.say(&format!("score {}: {reason}", hundredths(link.score)));
        if link.moved {
            let by = link.distance.unsigned_abs();
            self.say(&format!("it crosses the order of the others by {by} paragraphs"));
        }
        if !words.is_empty() {
            let [left, right] = [alignment.pair.left, alignment.pair.right].map(|id| &self.story.articles[id].text);
            let list: Vec<String> = words
                .iter()
                .map(|word| match (word.left.of(left), word.right.of(right)) {
                    (one, other) if one.eq_ignore_ascii_case(other) => format!("{one} {}", hundredths(word.weight)),
                    (one, other) => format!("{one} ({other}) {}", hundredths(word.weight)),
                })
                .collect();
            self.say(&format!("words that tie them, the rarest count most: {}", list.join(", ")));
        }
        let runner_up = if side == Side::Left { runner_up } else { runner_up_left };
        match runner_up {
            Some(near) => self.near("the runner-up", side.other(), near),
            None => self.say("no other passage came near"),
        }
    }

    fn unlinked(&mut self, side: Side, unlinked: Option<usize>) {
        let alignment = &self.compared.comparison.alignment;
        self.heading(None, "what was searched");
        let Some(only) = unlinked.and_then(|index| alignment.only(side).get(index)) else {
            self.say("the passages of the other article, in vain");
            return;
        };
        let why = alignment.why_unlinked(self.story, side, only);
        self.say(&format!("{} passages; {why}", only.searched));
        if let Some(near) = only.nearest {
            self.near("the nearest", side.other(), near);
        }
    }

    fn near(&mut self, what: &str, side: Side, near: Nearest) {
        self.say(&format!("{what}, score {}:", hundredths(near.score)));
        self.quote(side, &[near.sentence]);
    }

    fn findings(&mut self, side: Side, id: SentenceId) {
        let compared = self.compared;
        let (_, article) = self.article(side);
        let span = article.sentence(id).span();
        for (_, finding) in compared.marks.findings_in(&compared.comparison, side, span) {
            self.heading(Some(Sign::Cue), finding.kind.name());
            let words = Span::from(finding.span).of(&self.article(side).1.text).to_owned();
            let label = self.article(side).1.label.clone();
            let counterpart = finding.counterpart.map_or(String::new(), |there| {
                let (_, other) = self.article(side.other());
                format!(" against {} in {}", self.glyphs.quoted(there.of(&other.text)), other.label)
            });
            self.say(&format!("{} in {label}{counterpart}", self.glyphs.quoted(&words)));
            self.say(&finding.why);
            let strength = ["mild", "mild", "clear", "strong"][usize::from(finding.strength.min(3))];
            self.say(&format!("{strength}; rule {}", finding.short_rule()));
        }
    }
}

/// A number from 0 to 1 in hundredths, as `.82`.
#[must_use]
pub fn hundredths(number: f32) -> String {
    if number >= 0.995 { "1.00".to_owned() } else { format!("{number:.2}").trim_start_matches('0').to_owned() }
}
