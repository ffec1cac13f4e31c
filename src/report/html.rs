//! One page of HTML to read and to print. It needs nothing but itself: no script, no font, no picture, nothing from the net; a
//! content security policy in its head says so. Everything of an article is escaped.

mod cells;
mod escape;

use std::{fmt::Write as _, io};

use super::{
    counts::Counts,
    facts::{facts, headline},
    form::{Form, Section},
    ledger,
    marks::{Marks, shortened},
};
use crate::{
    comparison::{Comparison, PairComparison},
    page::{Glyphs, Kind},
    story::{Article, Side},
    text::span::Span,
};
use cells::{Numbered, rows};
use escape::escape;

const STYLE: &str = include_str!("../../assets/report.css");

/// Writes the report as a page of HTML, pair by pair: what is built up is never more than one of them.
pub fn write(comparison: &Comparison, form: &Form, file: &mut dyn io::Write) -> io::Result<()> {
    let story = &comparison.story;
    let mut out = String::with_capacity(1 << 16);
    let names: Vec<String> = comparison.shown().into_iter().map(|id| name(&story.articles[id])).collect();
    out.push_str("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    let _ = writeln!(out, "<meta name=\"generator\" content=\"parallax {}\">", env!("CARGO_PKG_VERSION"));
    out.push_str("<title>");
    escape(&mut out, &names.join(" \u{b7} "));
    let _ = writeln!(
        out,
        "</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>One story, {} tellings</h1>",
        names.len()
    );
    for id in comparison.shown() {
        head(&mut out, &story.articles[id]);
    }
    for note in &story.notes {
        said(&mut out, note);
    }
    if comparison.pair_ids().count() > 1 {
        out.push_str("<nav><ul>\n");
        for pair in comparison.pair_ids() {
            let both = Side::BOTH.map(|side| &story.articles[pair.on(side)]);
            let _ = write!(out, "<li><a href=\"#{}\">", both.map(|article| article.label.as_str()).concat());
            escape(&mut out, &heading(both));
            out.push_str("</a></li>\n");
        }
        out.push_str("</ul></nav>\n");
    }
    for pair in comparison.each_pair() {
        one_pair(&mut out, comparison, &pair, form);
        file.write_all(out.as_bytes())?;
        out.clear();
    }
    if form.wants(Section::Sources) {
        let rows = ledger::sources(comparison);
        list(&mut out, "Sources", rows.iter().map(|row| (row.name.as_str(), row.lines.as_slice())));
    }
    out.push_str("</body>\n</html>\n");
    file.write_all(out.as_bytes())
}

fn name(article: &Article) -> String {
    article.title.as_deref().unwrap_or(article.file_name()).to_owned()
}

fn heading([left, right]: [&Article; 2]) -> String {
    format!("{}: {} \u{21c4} {}: {}", left.label, name(left), right.label, name(right))
}

/// The attribute that says which language an article is in, where it is another than the page's own; empty quotes where it is not known.
fn lang(article: &Article) -> String {
    match article.language.as_deref() {
        Some("en") => String::new(),
        known => format!(" lang=\"{}\"", known.unwrap_or_default()),
    }
}

/// The article's headline and what is known of it.
fn head(out: &mut String, article: &Article) {
    let _ = write!(out, "<dl class=\"article\"><dt>{}</dt><dd{}>", article.label, lang(article));
    escape(out, &headline(article, Glyphs::UNICODE));
    out.push_str("</dd>");
    for line in facts(article) {
        out.push_str("<dt></dt><dd class=\"quiet\">");
        escape(out, &line);
        out.push_str("</dd>");
    }
    out.push_str("</dl>\n");
}

fn one_pair(out: &mut String, comparison: &Comparison, pair: &PairComparison, form: &Form) {
    let marks = Marks::new(&comparison.story, pair, form);
    let numbered = Numbered::new(&marks);
    let _ = write!(out, "<h2 id=\"{}\">", numbered.id());
    escape(out, &heading(Side::BOTH.map(|side| marks.article(side))));
    out.push_str("</h2>\n<table class=\"counts\">\n");
    let labels = Side::BOTH.map(|side| marks.article(side).label.as_str());
    for (what, count) in Counts::new(&comparison.story, pair).lines(labels) {
        let _ = write!(out, "<tr><th>{what}</th><td>");
        escape(out, &count);
        out.push_str("</td></tr>\n");
    }
    if let Some(chosen) = marks.chosen() {
        out.push_str("<tr><th>shown</th><td>");
        escape(out, &chosen);
        out.push_str("</td></tr>\n");
    }
    out.push_str("</table>\n");
    for note in &pair.alignment.notes {
        said(out, note);
    }
    if form.wants(Section::Rows) {
        legend(out, labels);
        rows(out, &marks, &numbered);
    }
    if form.wants(Section::OnlyHere) {
        for side in Side::BOTH.into_iter().filter(|side| form.kinds.admits(Kind::Only(*side))) {
            only(out, &marks, side);
        }
    }
    if form.wants(Section::Findings) {
        findings(out, &marks, &numbered, form.wants(Section::Rows));
    }
    if form.wants(Section::Quotations) {
        let rows = ledger::quotations(comparison, &marks);
        list(out, "Quotations", rows.iter().map(|row| (row.fate.as_str(), row.lines.as_slice())));
    }
}

/// A note on how the articles were opened or compared.
fn said(out: &mut String, note: &str) {
    out.push_str("<p class=\"quiet\">note: ");
    escape(out, note);
    out.push_str("</p>\n");
}

fn legend(out: &mut String, labels: [&str; 2]) {
    let [left, right] = labels;
    let _ = writeln!(
        out,
        "<p class=\"quiet\"><b>=</b> same, <b>~</b> reworded, <b>\u{2248}</b> partial: what changed in \
         the shared part is marked, and <del class=\"unshared\">clauses that only one holds</del>; <b>\u{2212}</b> the paragraph stands \
         only in {left}, <b>+</b> only in {right}. <del>Words or passages only in {left}</del>, <ins>only in {right}</ins>, <del class=\"moved\">words of both</del>, at another place of the \
         sentence. \
         <span class=\"cue\">A finding</span><sup>1</sup> is told below, with its number. It is a fact of wording, not a verdict. A score says how \
         surely two passages tell the same, from 0, nothing shared, to 1.</p>"
    );
}

/// The passages of the article on `side` that have no counterpart.
fn only(out: &mut String, marks: &Marks<'_>, side: Side) {
    let (here, there) = (marks.article(side), marks.article(side.other()));
    let only = marks.only(side);
    let _ = writeln!(out, "<h3>Only in {} ({} passages)</h3>\n<ul class=\"only\">", here.label, only.len());
    for passage in only {
        let number = here.sentence(passage.sentence).paragraph.index() + 1;
        let _ = write!(out, "<li dir=\"auto\"><span class=\"number\">\u{b6}{number}</span> ");
        escape(out, here.sentence_text(passage.sentence));
        let _ = write!(out, "<br><span class=\"why\">no counterpart found: {} searched", passage.searched);
        if let Some(nearest) = &passage.nearest {
            let number = there.sentence(nearest.sentence).paragraph.index() + 1;
            let _ = write!(out, ", the nearest is {} \u{b6}{number} (score {:.2})", there.label, nearest.score);
        }
        out.push_str("; ");
        escape(out, &marks.why_unlinked(side, passage));
        out.push_str("</span></li>\n");
    }
    out.push_str("</ul>\n");
}

/// A list under a heading: what each thing is, and lines about it.
fn list<'a>(out: &mut String, heading: &str, things: impl ExactSizeIterator<Item = (&'a str, &'a [String])>) {
    let _ = writeln!(out, "<h3>{heading} ({})</h3>\n<ul class=\"only\">", things.len());
    for (name, lines) in things {
        out.push_str("<li><span class=\"kind\">");
        escape(out, name);
        out.push_str("</span>");
        for line in lines {
            out.push_str("<br><span dir=\"auto\">");
            escape(out, line);
            out.push_str("</span>");
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// The findings, the most telling first; each leads back to its place when the rows are there (`linked`).
fn findings(out: &mut String, marks: &Marks<'_>, numbered: &Numbered<'_>, linked: bool) {
    let _ = writeln!(out, "<h3>Findings ({})</h3>\n<ol class=\"findings\">", marks.findings().count());
    for (number, finding) in marks.findings() {
        let _ =
            write!(out, "<li id=\"{}\"><span class=\"kind\">{}</span> ", numbered.finding(number), finding.kind.name());
        place(out, marks, finding.side, finding.span.into(), linked.then(|| numbered.mark(number)).as_deref());
        if let Some(counterpart) = finding.counterpart {
            out.push_str(" \u{2194} ");
            place(out, marks, finding.side.other(), counterpart, None);
        }
        out.push_str("<br><span class=\"why\">");
        escape(out, &finding.why);
        out.push_str("</span> <span class=\"rule\">");
        escape(out, &finding.short_rule());
        if let Some(order) = finding.order {
            let _ = write!(out, "; ranked by: {order}");
        }
        out.push_str("</span></li>\n");
    }
    out.push_str("</ol>\n");
}

/// `A ¶5 “insisted”`, the place leading to `target`.
fn place(out: &mut String, marks: &Marks<'_>, side: Side, span: Span, target: Option<&str>) {
    let article = marks.article(side);
    let number = marks.paragraph_at(side, span.start).map_or(0, |id| id.index() + 1);
    match target {
        Some(target) => {
            let _ = write!(out, "<a class=\"place\" href=\"#{target}\">{} \u{b6}{number}</a>", article.label);
        }
        None => {
            let _ = write!(out, "<span class=\"place\">{} \u{b6}{number}</span>", article.label);
        }
    }
    let words = span.of(&article.text);
    // A quotation brings its own marks.
    let quoted = if Glyphs::UNICODE.quotes(words).0.is_empty() { "<q class=\"own\">" } else { "<q>" };
    let _ = write!(out, " {quoted}");
    escape(out, &shortened(words));
    out.push_str("</q>");
}
