//! Why a mark is here: the evidence for the passage under the cursor, as paragraphs to read.

use super::Reading;
use crate::{
    align::{Evidence, Grade, Nearest},
    compare::{Finding, FindingKind},
    page::{
        Against, Column, Compared, Glyphs, Kind, Kinds, Marking, Piece, Role, Run, Sign, Standing, furniture_name,
        grade_sign, passage, wrap, wrap_in,
    },
    story::{Article, ArticleId, SentenceId, Side, Story},
    text::{bidi::Order, span::Span, width::columns},
};

/// Columns for the place of a passage, `A ¶12`, beside its words.
const PLACE: usize = 7;

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
    /// The side of the passage's article in its pair.
    side: Side,
    /// Where that article stands on the screen.
    shown: Side,
    reading: &'a Reading,
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
            let mut sheet = Sheet {
                story: &spread.story,
                compared,
                glyphs,
                side: *side,
                shown: column.place,
                reading,
                width,
                order,
                lines,
            };
            // Who went to a finding asks about that; who went to a passage asks about the passage.
            match sheet.finding_at(*side, sentence, reading.anchor.map_or(0, |anchor| anchor.offset)) {
                Some(asked) => {
                    sheet.findings(*side, sentence, |number| number == asked);
                    sheet.passage(*side, sentence);
                    sheet.findings(*side, sentence, |number| number != asked);
                    sheet.evidence(*side, sentence);
                }
                None => {
                    sheet.passage(*side, sentence);
                    sheet.evidence(*side, sentence);
                    sheet.findings(*side, sentence, |_| true);
                }
            }
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
        self.heading_of(sign, None, text);
    }

    /// A heading whose sign has the colour of the kind of finding that it tells of, as in the text.
    fn heading_of(&mut self, sign: Option<Sign>, cue: Option<FindingKind>, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push(Vec::new());
        }
        let sign = sign.map(|sign| (format!("{}\u{a0}", self.glyphs.sign(sign)), sign));
        let mut pieces: Vec<Piece<'_>> =
            sign.iter().map(|(text, sign)| Piece { cue, ..Piece::new(text, Role::Sign(*sign)) }).collect();
        pieces.push(Piece::new(text, Role::Panel));
        self.lines.extend(wrap_in(self.order, &pieces, self.width).lines);
    }

    fn say(&mut self, text: &str) {
        self.lines.extend(wrap_in(self.order, &[Piece::new(text, Role::PanelText)], self.width).lines);
    }

    fn note(&mut self, text: &str) {
        self.lines.extend(wrap_in(self.order, &[Piece::new(text, Role::Note)], self.width).lines);
    }

    /// The place and the whole text of the passages `ids`, marked as on the page where they are `marked`.
    fn quote(&mut self, side: Side, ids: &[SentenceId], marked: bool) {
        let article = &self.story.articles[self.compared.pair().on(side)];
        let paragraph = |id: &SentenceId| article.sentence(*id).paragraph;
        for ids in ids.chunk_by(|one, next| paragraph(one) == paragraph(next)) {
            self.quote_of_one(side, ids, marked);
        }
    }

    /// The same of sentences of one paragraph.
    fn quote_of_one(&mut self, side: Side, ids: &[SentenceId], marked: bool) {
        let Some(first) = ids.first() else { return };
        let (article, _) = self.article(side);
        let against = Against { compared: self.compared.clone(), side };
        let column = Column { article, place: self.shown_at(side), against: vec![against] };
        let Self { glyphs, order, .. } = *self;
        let marking = Marking { glyphs, order, clean: !marked, kinds: Kinds::default(), ..Marking::default() };
        let mut pieces = Vec::new();
        for (number, id) in ids.iter().enumerate() {
            if number > 0 {
                pieces.push(Piece::new(" ", Role::Plain));
            }
            pieces.extend(passage(self.story, &column, marking, *id));
        }
        let place = self.place(side, *first);
        let lead = usize::from(columns(&place).0) + 1;
        let indent = PLACE.max(lead).min(self.width / 3);
        let wrapped = wrap_in(order, &pieces, self.width.saturating_sub(indent));
        for (number, runs) in wrapped.lines.into_iter().enumerate() {
            let used: usize = runs.iter().map(Run::columns).sum();
            let left = if wrapped.from_right { self.width.saturating_sub(indent + used) } else { 0 };
            let mut line = match number {
                0 => vec![Run::new(&place, Role::Note), Run::blank((indent + 1).saturating_sub(lead) + left)],
                _ => vec![Run::blank(indent + left)],
            };
            line.extend(runs);
            self.lines.push(line);
        }
    }

    /// The side of the screen on which the article on `side` is shown.
    fn shown_at(&self, side: Side) -> Side {
        if side == self.side { self.shown } else { self.shown.other() }
    }

    fn place(&self, side: Side, id: SentenceId) -> String {
        let (_, article) = self.article(side);
        format!("{} {}{}", article.label, self.glyphs.paragraph(), article.sentence(id).paragraph.index() + 1)
    }

    /// What the passage is, and its words with those of its counterpart.
    fn passage(&mut self, side: Side, id: SentenceId) {
        let (own, article) = self.article(side);
        let (other_id, other) = self.article(side.other());
        let (label, other) = (article.label.clone(), other.label.clone());
        match self.compared.marks.standing(side, id) {
            Standing::Linked { link, grade } => {
                self.heading(Some(grade_sign(grade)), &of_grade(grade, &other));
                self.both(side, link);
            }
            Standing::Elsewhere { link, down, moved, grade, .. } => {
                let (sign, way) = if down { (Sign::MovedDown, "down") } else { (Sign::MovedUp, "up") };
                // What a headline sums up stands elsewhere too, and has not moved.
                match moved {
                    true => self.heading(Some(sign), &format!("moved: in {other} it stands further {way}")),
                    false => {
                        let what = of_grade(grade, &other);
                        self.heading(Some(grade_sign(grade)), &format!("{what}, where it stands further {way}"));
                    }
                }
                self.both(side, link);
            }
            Standing::Only { .. } => {
                let sign = Sign::Only(self.shown);
                self.heading(Some(sign), &self.reading.unlinked((own, id), other_id));
                self.quote(side, &[id], true);
            }
            Standing::Furniture { .. } => {
                let name = furniture_name(self.article(side).1.role_of(id), 1);
                self.heading(
                    None,
                    &format!("{name} of {label}: part of the page, not of the telling; it is no difference"),
                );
                self.quote(side, &[id], true);
            }
        }
    }

    fn both(&mut self, side: Side, index: usize) {
        let Some(link) = self.compared.comparison.alignment.links.get(index) else { return };
        self.quote(side, link.on(side), true);
        self.quote(side.other(), link.on(side.other()), true);
    }

    /// Why the passage has the counterpart it has, or none.
    fn evidence(&mut self, side: Side, id: SentenceId) {
        match self.compared.marks.standing(side, id) {
            Standing::Linked { link, .. } | Standing::Elsewhere { link, .. } => self.link(side, link),
            Standing::Only { unlinked } => self.unlinked(side, unlinked),
            Standing::Furniture { unlinked: None } => {}
            Standing::Furniture { unlinked } => self.unlinked(side, unlinked),
        }
    }

    fn link(&mut self, side: Side, index: usize) {
        let alignment = &self.compared.comparison.alignment;
        let Some(link) = alignment.links.get(index) else { return };
        let Evidence { words, runner_up, runner_up_left, reason } = alignment.evidence(self.story, link);
        self.heading(None, "why the two are linked");
        // Of a part that is shared, the number might be taken for its size.
        let scale = match link.grade {
            Grade::Partial => "how surely they belong together, from 0 to 1, not how much they share",
            Grade::Same | Grade::Reworded => "how surely they belong together, from 0 to 1",
        };
        self.say(&format!("score {} ({scale}): {reason}", hundredths(link.score)));
        if link.moved {
            let past = match link.distance.unsigned_abs() {
                0 => "it changed places with sentences beside it, and went past no whole paragraph".to_owned(),
                1 => "it stands on the other side of 1 paragraph that kept its place".to_owned(),
                by => format!("it stands on the other side of {by} paragraphs that kept their place"),
            };
            self.say(&past);
        }
        if !words.is_empty() {
            let [left, right] = [alignment.pair.left, alignment.pair.right].map(|id| &self.story.articles[id].text);
            let ends = words.iter().enumerate().map(|(number, word)| {
                let more = if number + 1 < words.len() { ", " } else { "" };
                format!(" {}{more}", hundredths(word.weight))
            });
            let ends: Vec<String> = ends.collect();
            let [said, foreign] = [Piece::new, Piece::foreign].map(|of| move |text| of(text, Role::PanelText));
            let mut pieces = vec![said("words that tie them, the rarest count most: ")];
            for (word, end) in words.iter().zip(&ends) {
                let (one, other) = (word.left.of(left), word.right.of(right));
                pieces.push(foreign(one));
                if !one.eq_ignore_ascii_case(other) {
                    pieces.extend([said(" ("), foreign(other), said(")")]);
                }
                pieces.push(said(end));
            }
            self.lines.extend(wrap_in(self.order, &pieces, self.width).lines);
        }
        let runner_up = if side == Side::Left { runner_up } else { runner_up_left };
        match runner_up {
            Some(near) => {
                let other = side.other();
                let of_near = alignment.links.iter().find(|link| link.on(other).contains(&near.sentence));
                let what = match of_near {
                    Some(rival) if rival.on(side).iter().any(|id| link.on(side).contains(id)) => "linked with it too",
                    _ if near.score <= link.score => "the runner-up",
                    Some(_) => "more alike, and the counterpart of another",
                    None => "more alike, and said elsewhere in the same words",
                };
                self.near(what, other, near);
            }
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
        let passages = if only.searched == 1 { "passage" } else { "passages" };
        self.say(&format!("{} {passages}; {why}", only.searched));
        if let Some(near) = only.nearest {
            self.near("the nearest", side.other(), near);
        }
    }

    fn near(&mut self, what: &str, side: Side, near: Nearest) {
        self.say(&format!("{what}, score {}:", hundredths(near.score)));
        self.quote(side, &[near.sentence], false);
    }

    /// The finding of the passage `id` that begins at byte `offset` of its article, where the passage itself does not, or findings of its
    /// kind are what the reader chose to see.
    fn finding_at(&self, side: Side, id: SentenceId, offset: u32) -> Option<usize> {
        let compared = self.compared;
        let span = self.article(side).1.sentence(id).span();
        let mut found = compared.marks.findings_in(&compared.comparison, side, span);
        let kinds = self.reading.marking.kinds;
        let chosen = |kind| kinds.is_on() && kinds.admits(Kind::Finding(kind));
        let asked = |finding: &Finding| finding.span.start == offset && (offset > span.start || chosen(finding.kind));
        found.find(|(_, finding)| asked(finding)).map(|(number, _)| number)
    }

    /// What was found in the passage, as far as it is `wanted` by its number.
    fn findings(&mut self, side: Side, id: SentenceId, wanted: impl Fn(usize) -> bool) {
        let compared = self.compared;
        let (_, article) = self.article(side);
        let span = article.sentence(id).span();
        let found = compared.marks.findings_in(&compared.comparison, side, span);
        for (_, finding) in found.filter(|(number, _)| wanted(*number)) {
            let words = |side: Side, at: Span| {
                let (_, article) = self.article(side);
                format!("{} in {}", self.glyphs.quoted(at.of(&article.text)), article.label)
            };
            let own = words(side, finding.span.into());
            let versus = self.glyphs.versus();
            let there =
                finding.counterpart.map_or(String::new(), |at| format!(" {versus} {}", words(side.other(), at)));
            self.heading_of(Some(Sign::Cue), Some(finding.kind), &format!("{}: {own}{there}", finding.name()));
            self.say(&finding.why);
            let dot = self.glyphs.dot();
            let order = finding.order.map_or_else(String::new, |order| format!(" {dot} ranked by: {order}"));
            self.note(&format!("rule: {}{order}", finding.short_rule()));
        }
    }
}

/// What a link of `grade` makes of a passage, held against the article `other`.
fn of_grade(grade: Grade, other: &str) -> String {
    match grade {
        Grade::Same => format!("the same in {other}"),
        Grade::Reworded => format!("reworded in {other}"),
        Grade::Partial => format!("{other} shares a part of it"),
    }
}

/// A number from 0 to 1 in hundredths, as `.82`.
#[must_use]
pub fn hundredths(number: f32) -> String {
    if number >= 0.995 { "1.00".to_owned() } else { format!("{number:.2}").trim_start_matches('0').to_owned() }
}
