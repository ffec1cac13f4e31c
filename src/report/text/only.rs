//! What stands in one article only, each passage with how near anything came; and what was folded away.

use std::fmt::Write as _;

use super::flow::{paragraph, push_visible};
use crate::{
    report::marks::{Marks, role_name},
    story::Side,
};

/// Adds the passages of the article on `side` that have no counterpart.
pub fn only(out: &mut String, marks: &Marks<'_>, side: Side, width: usize) {
    let (here, there) = (marks.article(side), marks.article(side.other()));
    let only = marks.only(side);
    let plural = if only.len() == 1 { "" } else { "s" };
    let _ = writeln!(out, "Only in {} ({} passage{plural})\n", here.label, only.len());
    let sign = marks.glyphs.paragraph();
    let (mut buffer, mut first) = (String::new(), String::new());
    for passage in only {
        first.clear();
        let number = here.sentence(passage.sentence).paragraph.index() + 1;
        let _ = write!(first, "{:>4} ", format!("{sign}{number}"));
        buffer.clear();
        push_visible(&mut buffer, here.sentence_text(passage.sentence));
        paragraph(out, &buffer, &first, "     ", width);
        buffer.clear();
        let plural = if passage.searched == 1 { "" } else { "s" };
        let _ = write!(buffer, "no counterpart found: {} passage{plural} searched", passage.searched);
        if let Some(nearest) = &passage.nearest {
            let number = there.sentence(nearest.sentence).paragraph.index() + 1;
            let _ = write!(buffer, ", the nearest is {} {sign}{number} (score {:.2})", there.label, nearest.score);
        }
        buffer.push_str("; ");
        push_visible(&mut buffer, &marks.own(&marks.why_unlinked(side, passage)));
        paragraph(out, &buffer, "       ", "       ", width);
    }
    out.push('\n');
}

/// Adds, in full, the page's furniture, which the rows fold away.
pub fn folded(out: &mut String, marks: &Marks<'_>, width: usize) {
    let mut buffer = String::new();
    for side in Side::BOTH {
        let article = marks.article(side);
        let furniture = || article.paragraph_ids().filter(|id| marks.is_furniture(side, *id));
        if furniture().next().is_none() {
            continue;
        }
        let _ = writeln!(out, "Folded in {}: page furniture ({})\n", article.label, furniture().count());
        for id in furniture() {
            buffer.clear();
            if let Some(role) = role_name(article.paragraph(id).role) {
                let _ = write!(buffer, "({role}) ");
            }
            push_visible(&mut buffer, article.paragraph(id).span().of(&article.text));
            paragraph(
                out,
                &buffer,
                &format!("{:>4} ", format!("{}{}", marks.glyphs.paragraph(), id.index() + 1)),
                "     ",
                width,
            );
        }
        out.push('\n');
    }
}
