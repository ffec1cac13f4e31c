//! A pair ready to be written: its comparison, its two articles, and the page's marks of each passage, so that the screen and
//! every report say the same of it.

use std::borrow::Cow;

use super::form::{Form, Format};
use crate::{
    align::{Cell, Grade, Link, Unlinked},
    compare::{Change, ChangeClass, Finding},
    comparison::PairComparison,
    page::{self, Glyphs, Kind, Kinds, Standing, is_minor},
    story::{Article, ParagraphId, ParagraphRole, SentenceId, Side, Story},
    text::{
        plain::plain,
        span::{Span, boundary_before},
        visible::visible,
    },
};

/// By so many words a passage is known beside others of its paragraph.
const FIRST_WORDS: usize = 4;

/// Where the counterpart of a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The paragraph there.
    paragraph: ParagraphId,
    /// Whether it moved.
    moved: bool,
    /// Which passage moved, and whether down, where others stand beside it.
    passage: Option<(SentenceId, bool)>,
}

/// A pair, ready to be written.
pub struct Marks<'a> {
    /// The comparison.
    pub pair: &'a PairComparison,
    story: &'a Story,
    marks: page::Marks,
    /// The report's own signs.
    pub glyphs: Glyphs,
    kinds: Kinds,
    /// The number that each finding is told by, from 1; none where its kind is not wanted.
    numbers: Vec<Option<usize>>,
}

impl<'a> Marks<'a> {
    /// The marks of `pair`, which is one of `story`: those of the kinds that `form` wants.
    pub fn new(story: &'a Story, pair: &'a PairComparison, form: &Form) -> Self {
        let glyphs = if form.ascii && form.format == Format::Text { Glyphs::ASCII } else { Glyphs::UNICODE };
        let kinds = form.kinds;
        let number = |before: &mut usize, finding: &Finding| {
            let wanted = kinds.admits(Kind::Finding(finding.kind));
            *before += usize::from(wanted);
            Some(wanted.then_some(*before))
        };
        let numbers = pair.findings.iter().scan(0, number).collect();
        Self { pair, story, marks: page::Marks::new(story, pair), glyphs, kinds, numbers }
    }

    /// What is marked and listed, where not every kind of difference is; in a sentence with how many of how many.
    pub fn chosen(&self) -> Option<String> {
        let all = &self.marks.differences;
        let shown = all.iter().filter(|difference| self.kinds.admits(Kind::of(difference.kind, Side::Left))).count();
        let kinds = self.kinds.said();
        self.kinds.is_on().then(|| format!("{kinds}: {shown} of {} differences; the others are not marked", all.len()))
    }

    /// The findings of the kinds wanted, with the numbers they are told by, from 1.
    pub fn findings(&self) -> impl Iterator<Item = (usize, &'a Finding)> {
        let wanted = |finding: &&Finding| self.kinds.admits(Kind::Finding(finding.kind));
        (1..).zip(self.pair.findings.iter().filter(wanted))
    }

    /// Whether the kinds wanted have `link` among them.
    pub fn admits_link(&self, link: &Link) -> bool {
        let of_grade = || link.grade != Grade::Same && self.kinds.admits_grade(link.grade);
        if link.moved { self.kinds.admits(Kind::Moved) } else { of_grade() }
    }

    /// Whether the kinds wanted have `change` among them.
    pub fn admits_change(&self, change: &Change) -> bool {
        let inside = |side: Side| {
            let standing = self.standing(side, self.article(side).sentence_at(change.on(side)?.start)?);
            Some(self.kinds.admits_change(change.class, standing, side))
        };
        // Typography is none of the kinds.
        !self.kinds.is_on()
            || !is_minor(change.class) && Side::BOTH.into_iter().any(|side| inside(side).unwrap_or_default())
    }

    /// The sign of a grade; empty where it is not of the kinds wanted.
    pub fn grade(&self, grade: Grade) -> &'static str {
        if self.kinds.admits_grade(grade) { self.glyphs.sign(page::grade_sign(grade)) } else { "" }
    }

    /// The article on `side`.
    pub fn article(&self, side: Side) -> &'a Article {
        &self.story.articles[self.pair.alignment.pair.on(side)]
    }

    /// What the sentence `id` on `side` is, held against the other article.
    pub fn standing(&self, side: Side, id: SentenceId) -> Standing {
        self.marks.standing(side, id)
    }

    /// Whether the sentence `id` on `side` is marked as one without a counterpart: the page's furniture is not.
    pub fn is_only(&self, side: Side, id: SentenceId) -> bool {
        let standing = self.standing(side, id);
        matches!(standing, Standing::Only { .. }) && self.kinds.admits_standing(standing, side)
    }

    /// Whether what `cell` on `side` holds is marked as standing there only: some passage of it, and none has a counterpart.
    pub fn stands_alone(&self, side: Side, cell: &Cell) -> bool {
        let article = self.article(side);
        let passages = || cell.paragraphs.iter().flat_map(|id| article.paragraph(*id).sentence_ids());
        let linked = |id| matches!(self.standing(side, id), Standing::Linked { .. } | Standing::Elsewhere { .. });
        passages().any(|id| self.is_only(side, id)) && !passages().any(linked)
    }

    /// The passages of `side` that have no counterpart, the page's furniture apart.
    pub fn only(&self, side: Side) -> Vec<&'a Unlinked> {
        let all = self.pair.alignment.only(side).iter();
        all.filter(|only| self.is_only(side, only.sentence)).collect()
    }

    /// Whether the paragraph `id` on `side` belongs to the page and not to the telling.
    pub fn is_furniture(&self, side: Side, id: ParagraphId) -> bool {
        self.marks.is_furniture(side, id)
    }

    /// Where the counterparts of the passages in `cell`, a cell on `side`, stand when they are in another row: paragraphs of the
    /// other article, in the order of the passages, each with whether the passage moved; what moved out of a paragraph of several by itself.
    pub fn elsewhere(&self, side: Side, cell: &Cell) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for id in cell.paragraphs.iter().flat_map(|id| self.article(side).paragraph(*id).sentence_ids()) {
            let standing = self.standing(side, id);
            if let Standing::Elsewhere { paragraph, down, moved, .. } = standing
                && self.kinds.admits_standing(standing, side)
            {
                let article = self.article(side);
                let beside = article.paragraph(article.sentence(id).paragraph).sentence_ids().count() > 1;
                let place = Place { paragraph, moved, passage: (moved && beside).then_some((id, down)) };
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        places
    }

    /// `moved: see B ¶9`, or `see B ¶9`: the note beside passages of `side` whose counterpart stands in another row or at another place of the row;
    /// `moved down: “The mayor left the …”, see B ¶9` where others stand beside it in its paragraph.
    pub fn pointer(&self, side: Side, place: Place) -> String {
        let (own, label) = (self.article(side), &self.article(side.other()).label);
        let moved = match place.passage {
            Some((id, down)) => {
                let words: Vec<&str> = own.sentence_text(id).split_whitespace().collect();
                let (open, more, close) =
                    if self.glyphs.is_ascii() { ("\"", " ...", "\"") } else { ("\u{201c}", " \u{2026}", "\u{201d}") };
                let more = if words.len() > FIRST_WORDS { more } else { "" };
                let first = words.get(..FIRST_WORDS).unwrap_or(&words).join(" ");
                let way = if down { "down" } else { "up" };
                format!("moved {way}: {open}{}{more}{close}, ", visible(&first))
            }
            None if place.moved => "moved: ".to_owned(),
            None => String::new(),
        };
        format!("{moved}see {label} {}{}", self.glyphs.paragraph(), place.paragraph.index() + 1)
    }

    /// The program's own `words`, in the report's own signs.
    pub fn own<'w>(&self, words: &'w str) -> Cow<'w, str> {
        if self.glyphs.is_ascii() { plain(words) } else { Cow::Borrowed(words) }
    }

    /// Why the passage `only` on `side` has no counterpart, as a short phrase.
    pub fn why_unlinked(&self, side: Side, only: &Unlinked) -> String {
        self.pair.alignment.why_unlinked(self.story, side, only)
    }

    /// The changed wording inside `span` on `side`, in reading order, without overlaps, cut to `span`.
    /// With each whether the words only moved inside their sentence.
    pub fn changed(&self, side: Side, span: Span) -> impl Iterator<Item = (Span, bool)> {
        let mut changed = self
            .marks
            .changes_in(self.pair, side, span)
            .filter(|(_, change)| is_marked(change) && self.admits_change(change))
            .map(|(place, change)| (place, change.moved))
            .peekable();
        let mut at = span.start;
        let text = &self.article(side).text;
        std::iter::from_fn(move || {
            let (mut whole, moved) = changed.next()?;
            // A passage of two links may be changed by each, word after word: one bracket is easier to read.
            let touches = |whole: Span, next: &Span| {
                next.start <= whole.end || Span { start: whole.end, end: next.start }.of(text).trim().is_empty()
            };
            while let Some((next, _)) = changed.next_if(|(next, other)| *other == moved && touches(whole, next)) {
                whole = whole.join(next);
            }
            let cut = Span { start: whole.start.max(at), end: whole.end.min(span.end).max(at) };
            at = cut.end;
            Some((cut, moved))
        })
        .filter(|(cut, _)| !cut.is_empty())
    }

    /// The clauses inside `span` on `side` that only the one passage of a partial link holds, in order and apart.
    pub fn unshared(&self, side: Side, span: Span) -> impl Iterator<Item = Span> {
        let sentence = self.article(side).sentence_at(span.start);
        let wanted = sentence.filter(|id| self.kinds.admits_standing(self.standing(side, *id), side));
        wanted.into_iter().flat_map(move |_| self.marks.unshared_in(side, span))
    }

    /// Where the findings on `side` end that end inside `span`, ascending, with the numbers they are told by, from 1.
    pub fn finding_ends(&self, side: Side, span: Span) -> Vec<(u32, usize)> {
        let found = self.marks.findings_in(self.pair, side, span);
        let mut ends: Vec<(u32, usize)> = found
            .filter_map(|(index, finding)| Some((finding.span.end, (*self.numbers.get(index)?)?)))
            .filter(|(end, _)| (span.start + 1..=span.end).contains(end))
            .collect();
        ends.sort_unstable();
        ends
    }

    /// The paragraph that holds the byte `at` of the article on `side`, or the last one that begins before it.
    pub fn paragraph_at(&self, side: Side, at: u32) -> Option<ParagraphId> {
        self.article(side).paragraph_at(at)
    }
}

/// Whether a change is shown in the text: one of words, names, figures or accents. Those of typography, case and punctuation are
/// counted only.
pub fn is_marked(change: &Change) -> bool {
    !is_minor(change.class)
}

/// Whether the link says that the articles differ: in wording, or in where the passage stands.
pub fn is_difference(link: &Link) -> bool {
    link.grade != Grade::Same || link.moved
}

/// The words of a finding, without the middle where they are many: the rows have them all.
pub fn shortened(words: &str) -> Cow<'_, str> {
    const BEGINNING: usize = 400;
    const END: usize = 150;
    if words.len() <= 2 * BEGINNING {
        return Cow::Borrowed(words);
    }
    let start = words.get(..boundary_before(words, BEGINNING)).unwrap_or_default();
    let end = words.get(boundary_before(words, words.len() - END)..).unwrap_or_default();
    // Whole words on both sides of the gap.
    let start = start.rsplit_once(char::is_whitespace).map_or(start, |(start, _)| start);
    let end = end.split_once(char::is_whitespace).map_or(end, |(_, end)| end);
    Cow::Owned(format!("{start} \u{2026} {end}"))
}

/// The name of a change's class, as in JSON.
pub fn class_name(class: ChangeClass) -> &'static str {
    match class {
        ChangeClass::Number => "number",
        ChangeClass::Name => "name",
        ChangeClass::Word => "word",
        ChangeClass::Accent => "accent",
        ChangeClass::Punctuation => "punctuation",
        ChangeClass::Case => "case",
        ChangeClass::Typography => "typography",
    }
}

/// The name of a grade for the reader.
pub fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Same => "same",
        Grade::Reworded => "reworded",
        Grade::Partial => "partial",
    }
}

/// The name of a paragraph's role for the reader; none for the telling itself.
pub fn role_name(role: ParagraphRole) -> Option<&'static str> {
    match role {
        ParagraphRole::Headline => Some("headline"),
        ParagraphRole::Dateline => Some("dateline"),
        ParagraphRole::Caption => Some("caption"),
        ParagraphRole::Body => None,
        ParagraphRole::Boilerplate => Some("boilerplate"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        compare::FindingKind,
        comparison::{Comparison, Settings},
        intake,
        lexicon::Lexicon,
        report::{Section, write},
    };

    #[test]
    fn only_the_kinds_chosen_are_marked_and_listed() {
        let left = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
                    Schools in the region stayed closed.";
        let right = "The minister said on Monday that 17 soldiers were killed in the raid near the border.\n\n\
                     Oil prices rose sharply afterwards.";
        let story = Arc::new(intake::from_bytes([("a.txt", left), ("b.txt", right)]));
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(story, &pairs, Settings::default(), &Lexicon::bundled());
        let report = |kinds: Kinds, format: Format| {
            let form =
                Form { format, width: 200, kinds, only: vec![Section::Rows, Section::OnlyHere], ..Form::default() };
            let mut out = Vec::new();
            write(&comparison, &form, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let figures = report(Kinds::default().toggled(Kind::Finding(FindingKind::Figure)), Format::Text);
        assert!(figures.contains("[-15-]") && figures.contains("{+17+}"), "{figures}");
        assert!(!figures.contains("[-attack-]") && !figures.contains("Only in"), "{figures}");
        let added = report(Kinds::default().toggled(Kind::Only(Side::Right)), Format::Text);
        assert!(added.contains("Only in B (1 passage)") && added.contains("1 of 4 differences"), "{added}");
        assert!(!added.contains("[-15-]") && !added.contains("Only in A"), "{added}");
        let rows = report(Kinds::default().toggled(Kind::Only(Side::Left)), Format::Csv);
        assert_eq!(rows.lines().count(), 2, "the heading and the schools: {rows}");
    }
}
