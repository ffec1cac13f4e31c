//! The text report, made to be read and quoted by a person. Word changes are marked in plain ASCII, which survives e-mail.
//! Nothing of an article is left out: what the rows fold away stands in full at the end. Characters that a terminal would obey
//! are shown by stand-ins wherever the report goes, since a text is sent to a terminal sooner or later; JSON keeps them.

mod findings;
mod flow;
mod ledger;
mod marked;
mod only;
mod rows;

use std::{fmt::Write as _, io};

use super::{
    counts::Counts,
    facts::{facts, headline},
    form::{Form, Section},
    ledger::{quotations, sources},
    marks::Marks,
};
use crate::{
    comparison::{Comparison, PairComparison},
    page::{Glyphs, Kind},
    story::{Article, Side},
    text::visible::visible,
};
use flow::paragraph;

/// Writes the report as text, pair by pair: what is built up is never more than one of them.
pub fn write(comparison: &Comparison, form: &Form, out: &mut dyn io::Write) -> io::Result<()> {
    let story = &comparison.story;
    let longest = story.articles.iter().map(|(_, article)| article.text.len()).max().unwrap_or(0);
    let mut page = String::with_capacity(4096 + longest * 5);
    let _ = writeln!(page, "parallax {}\n\nArticles", env!("CARGO_PKG_VERSION"));
    let width = usize::from(form.width);
    let glyphs = if form.ascii { Glyphs::ASCII } else { Glyphs::UNICODE };
    for id in comparison.shown() {
        head(&mut page, &story.articles[id], glyphs, width);
    }
    for note in &story.notes {
        paragraph(&mut page, &visible(note), "  note  ", "        ", width);
    }
    legend(&mut page, form, width);
    let pairs = comparison.pair_ids().count();
    if pairs > 1 {
        let _ = writeln!(page, "\nPairs ({pairs})");
        for pair in comparison.each_pair() {
            overview(&mut page, comparison, &pair, width);
        }
    }
    for pair in comparison.each_pair() {
        one_pair(&mut page, comparison, &pair, form);
        // The blank lines at the end wait for what follows: a report ends without any.
        let written = page.trim_end().len();
        out.write_all(page.get(..written).unwrap_or_default().as_bytes())?;
        page.drain(..written);
    }
    if form.wants(Section::Sources) {
        page.clear();
        page.push_str("\n\n");
        ledger::sources(&mut page, &sources(comparison), width);
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    out.write_all(page.as_bytes())
}

/// The article's headline and what is known of it.
fn head(out: &mut String, article: &Article, glyphs: Glyphs, width: usize) {
    let first = format!("  {}  ", article.label);
    paragraph(out, &visible(&headline(article, glyphs)), &first, "     ", width);
    for line in facts(article) {
        paragraph(out, &visible(&line), "     ", "     ", width);
    }
}

/// What the marks mean.
fn legend(out: &mut String, form: &Form, width: usize) {
    if !form.wants(Section::Rows) {
        return;
    }
    out.push_str("\nLegend\n");
    let lines = [
        ("=", "same: equal but for quotation marks, case, white space and punctuation"),
        ("~", "reworded: mostly the same content in other words"),
        (
            if form.ascii { "%" } else { "\u{2248}" },
            "partial: a clause, a quotation or a fact is shared, and at least one holds more; what changed in the shared part is marked, what only one \
             holds is not",
        ),
        ("-", "the paragraph stands only in the first article, the base; + only in the second"),
        ("[-x-]", "x stands only in the base; {+x+} only in the second: a changed word, or a whole passage"),
        ("[~x~]", "x stands in both, at another place of the sentence"),
        ("x^3", "the finding 3, told below, is about x or the words before it"),
        (
            "see",
            "the counterpart stands in the paragraph named, not beside the passage; moved: against the order of the others",
        ),
        ("score", "from 0, nothing shared, to 1: how surely two passages tell the same"),
    ];
    for (sign, meaning) in lines.into_iter().filter(|(sign, _)| match *sign {
        "x^3" => form.wants(Section::Findings),
        "score" => form.wants(Section::OnlyHere),
        _ => true,
    }) {
        paragraph(out, meaning, &format!("  {sign:<6} "), "         ", width);
    }
}

/// How much the articles of a pair share, in one line.
fn overview(out: &mut String, comparison: &Comparison, pair: &PairComparison, width: usize) {
    let labels = Side::BOTH.map(|side| comparison.story.articles[pair.alignment.pair.on(side)].label.as_str());
    let first = format!("  {} and {}  ", labels[0], labels[1]);
    let line = Counts::new(&comparison.story, pair).line(labels);
    paragraph(out, &line, &first, &" ".repeat(first.len()), width);
}

fn one_pair(out: &mut String, comparison: &Comparison, pair: &PairComparison, form: &Form) {
    let width = usize::from(form.width);
    let marks = Marks::new(&comparison.story, pair, form);
    let labels = Side::BOTH.map(|side| marks.article(side).label.as_str());
    let _ = writeln!(out, "\n{} (base) and {}", labels[0], labels[1]);
    for (what, count) in Counts::new(&comparison.story, pair).lines(labels) {
        paragraph(out, &count, &format!("  {what:<11} "), "              ", width);
    }
    if let Some(chosen) = marks.chosen() {
        paragraph(out, &chosen, "  shown       ", "              ", width);
    }
    for note in &pair.alignment.notes {
        paragraph(out, &visible(note), "  note        ", "              ", width);
    }
    out.push('\n');
    if form.wants(Section::Rows) {
        rows::rows(out, &marks, form);
    }
    if form.wants(Section::OnlyHere) {
        for side in Side::BOTH.into_iter().filter(|side| form.kinds.admits(Kind::Only(*side))) {
            only::only(out, &marks, side, width);
        }
    }
    if form.wants(Section::Findings) {
        findings::findings(out, &marks, width);
    }
    if form.wants(Section::Quotations) {
        ledger::quotations(out, &quotations(comparison, &marks), width);
    }
    if form.wants(Section::Rows) {
        only::folded(out, &marks, width);
    }
}
