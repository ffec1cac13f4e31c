//! The text report, made to be read and quoted by a person. Word changes are marked in plain ASCII, which survives e-mail.
//! Nothing of an article is left out: what the rows fold away stands in full at the end. Characters that a terminal would obey
//! are shown by stand-ins wherever the report goes, since a text is sent to a terminal sooner or later; JSON keeps them.

mod findings;
mod flow;
mod ledger;
mod marked;
mod only;
mod rows;

use std::fmt::Write as _;

use super::{
    counts::Counts,
    facts::{facts, headline},
    form::{Form, Section},
    ledger::{quotations, sources},
    marks::Marks,
};
use crate::{
    comparison::{Comparison, PairComparison},
    page::Glyphs,
    story::{Article, Side},
    text::visible::visible,
};
use flow::paragraph;

/// The report as text.
pub fn text(comparison: &Comparison, form: &Form) -> String {
    let story = &comparison.story;
    let long: usize = story.articles.iter().map(|(_, article)| article.text.len()).sum();
    let mut out = String::with_capacity(4096 + long * 4 * comparison.pairs.len() / story.articles.len().max(1));
    let _ = writeln!(out, "parallax {}\n\nArticles", env!("CARGO_PKG_VERSION"));
    let width = usize::from(form.width);
    for id in comparison.shown() {
        head(&mut out, &story.articles[id], width);
    }
    for note in &story.notes {
        paragraph(&mut out, &visible(note), "  note  ", "        ", width);
    }
    legend(&mut out, form, width);
    if comparison.pairs.len() > 1 {
        overview(&mut out, comparison, width);
    }
    for pair in &comparison.pairs {
        one_pair(&mut out, comparison, pair, form);
    }
    if form.wants(Section::Sources) {
        out.push('\n');
        ledger::sources(&mut out, &sources(comparison), width);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The article's headline and what is known of it.
fn head(out: &mut String, article: &Article, width: usize) {
    let first = format!("  {}  ", article.label);
    paragraph(out, &visible(headline(article)), &first, "     ", width);
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
            "partial: a clause, a quotation or a fact is shared, and at least one holds more",
        ),
        ("-", "the paragraph stands only in the first article, the base; + only in the second"),
        ("[-x-]", "x stands only in the base; {+x+} only in the second: a changed word, or a whole passage"),
        ("x^3", "the finding 3, told below, is about x or the words before it"),
        (
            "see",
            "the counterpart stands in another row, that of the paragraph named; moved: against the order of the others",
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

/// How much the articles of each pair share, a line for each.
fn overview(out: &mut String, comparison: &Comparison, width: usize) {
    let _ = writeln!(out, "\nPairs ({})", comparison.pairs.len());
    for pair in &comparison.pairs {
        let labels = Side::BOTH.map(|side| comparison.story.articles[pair.alignment.pair.on(side)].label.as_str());
        let first = format!("  {} and {}  ", labels[0], labels[1]);
        let line = Counts::new(&comparison.story, pair).line(labels);
        paragraph(out, &line, &first, &" ".repeat(first.len()), width);
    }
}

fn one_pair(out: &mut String, comparison: &Comparison, pair: &PairComparison, form: &Form) {
    let width = usize::from(form.width);
    let glyphs = if form.ascii { Glyphs::ASCII } else { Glyphs::UNICODE };
    let mut marks = Marks::new(&comparison.story, pair);
    marks.glyphs = glyphs;
    let labels = Side::BOTH.map(|side| marks.article(side).label.as_str());
    let _ = writeln!(out, "\n{} (base) and {}", labels[0], labels[1]);
    for (what, count) in Counts::new(&comparison.story, pair).lines(labels) {
        paragraph(out, &count, &format!("  {what:<11} "), "              ", width);
    }
    for note in &pair.alignment.notes {
        paragraph(out, &visible(note), "  note        ", "              ", width);
    }
    out.push('\n');
    if form.wants(Section::Rows) {
        rows::rows(out, &marks, form);
    }
    if form.wants(Section::OnlyHere) {
        for side in Side::BOTH {
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
