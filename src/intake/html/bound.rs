//! Writes a page anew so that a parser's work on it is bounded: elements properly nested and not deeply, few attributes, no scripts, no
//! drawings, no misnested formatting for the parser to open again and again. What a reader sees stays as it was.
//!
//! The rules by which one element ends another are those of the HTML standard
//! (<https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>), as far as text depends on them.

use super::{
    kind::{Kind, kind},
    refer::resolve,
    scan::{Attributes, Piece, Scan},
};
use crate::text::span::boundary_before;

/// How deeply elements may be nested; what is deeper stands at this depth. News pages have some thirty levels.
pub(super) const DEEPEST: usize = 100;
/// The most bytes of an attribute's value that are kept.
const LONGEST_VALUE: usize = 2_000;
/// The most bytes of what a page says of itself in JSON-LD.
const LONGEST_DATA: usize = 256 << 10;

/// The attributes that say what an element is for. No other is kept.
const ATTRIBUTES: [&str; 22] = [
    "alt",
    "aria-hidden",
    "aria-modal",
    "class",
    "colspan",
    "content",
    "datatable",
    "datetime",
    "dir",
    "hidden",
    "href",
    "id",
    "itemprop",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "src",
    "style",
    "summary",
    "type",
];

/// A page that was written anew.
#[derive(Debug, Default)]
pub(super) struct Bounded {
    pub html: String,
    /// How many tags it has.
    pub tags: usize,
    /// How many character references a parser has to resolve in its text.
    pub references: usize,
    /// Whether elements stood deeper than [`DEEPEST`].
    pub flattened: bool,
    /// How many bytes were looked at and how many open elements were asked after.
    #[cfg(test)]
    pub steps: usize,
}

/// The page `html` written anew.
pub(super) fn bounded(html: &str) -> Bounded {
    let mut writer = Writer::new();
    if writer.page(html) {
        return writer.out;
    }
    // What never ends is not hidden, or an article behind it would be.
    shown(html)
}

/// The page `html` written anew with what only browsers without scripts show.
pub(super) fn shown(html: &str) -> Bounded {
    let mut writer = Writer { shows_all: true, ..Writer::new() };
    writer.page(html);
    writer.out
}

#[derive(Debug, Default)]
struct Writer<'a> {
    out: Bounded,
    /// The open elements: the name each was written with, and its kind.
    open: Vec<(&'a str, Kind)>,
    /// How many elements that were not written, because they are too deep, are open.
    beyond: usize,
    /// The element whose content is not shown, and how many of its name are open.
    silent: Option<(&'a str, usize)>,
    /// Whether also what hides its content shows it.
    shows_all: bool,
    /// Which of the elements that a page has once were written: html, head, body, title.
    once: [bool; 4],
    steps: usize,
}

impl<'a> Writer<'a> {
    fn new() -> Self {
        // With a declaration the parser keeps to the standard.
        Self { out: Bounded { html: "<!DOCTYPE html>".to_owned(), ..Bounded::default() }, ..Self::default() }
    }

    /// Writes the page; false if it ends inside of something silent.
    fn page(&mut self, html: &'a str) -> bool {
        let mut scan = Scan::new(html);
        let mut raw: Option<(&str, Attributes<'_>)> = None;
        for piece in scan.by_ref() {
            match piece {
                Piece::Start(name, attributes) => {
                    let kind = kind(name);
                    if kind == Kind::Raw {
                        raw = Some((name, attributes));
                    } else if !self.hushes(name, kind, attributes) {
                        self.start(name, kind, attributes);
                    }
                }
                Piece::End(name) => match &mut self.silent {
                    Some((hushed, depth)) => {
                        if name.eq_ignore_ascii_case(hushed) {
                            *depth -= 1;
                            if *depth == 0 {
                                self.silent = None;
                            }
                        }
                    }
                    None => self.end(name),
                },
                Piece::Text(text) if self.silent.is_none() => self.text(text),
                Piece::Raw(text) if self.silent.is_none() => {
                    if let Some((name, attributes)) = raw.take() {
                        self.raw(name, attributes, text);
                    }
                }
                Piece::Text(_) | Piece::Raw(_) => {}
            }
        }
        #[cfg(test)]
        {
            self.out.steps = self.steps + scan.steps();
        }
        self.silent.is_none()
    }

    /// Whether the element is not to be written, because it is, or stands in, one whose content is not shown.
    fn hushes(&mut self, name: &'a str, kind: Kind, attributes: Attributes<'_>) -> bool {
        if let Some((hushed, depth)) = &mut self.silent {
            // Drawings and menus are over where a block of text begins, closed or not.
            let breaks = matches!(
                kind,
                Kind::Paragraph | Kind::Heading | Kind::Table | Kind::Division | Kind::List | Kind::Item
            );
            if breaks && !matches!(hushed.as_bytes().first(), Some(b'n' | b'N' | b't' | b'T')) {
                self.silent = None;
                return false;
            }
            *depth += usize::from(name.eq_ignore_ascii_case(hushed) && !attributes.0.ends_with('/'));
            return true;
        }
        let silent = kind == Kind::Silent && !self.shows_all;
        if silent && !attributes.0.ends_with('/') {
            self.silent = Some((name, 1));
        }
        silent
    }

    fn raw(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("title") {
            if !std::mem::replace(&mut self.once[3], true) {
                self.out.html.push_str("<title>");
                self.text(text);
                self.out.html.push_str("</title>");
                self.out.tags += 2;
            }
        } else if is("xmp") || is("plaintext") {
            self.start("pre", Kind::Block, Attributes(""));
            // Nothing in it is a reference.
            for (index, piece) in text.split('&').enumerate() {
                self.text(if index > 0 { "&amp;" } else { "" });
                self.text(piece);
            }
            self.end("pre");
        } else if is("script") {
            let data =
                attributes.clone().any(|(name, value)| name.eq_ignore_ascii_case("type") && value.contains("ld+json"));
            // A comment in a script could hide its end from the parser.
            if data && text.len() <= LONGEST_DATA && !text.contains("<!--") {
                self.out.html.extend(["<script type=\"application/ld+json\">", text, "</script>"]);
                self.out.tags += 2;
            }
        }
    }

    fn start(&mut self, name: &'a str, kind: Kind, attributes: Attributes<'a>) {
        // An element of the page's own stands in a line only where there is one.
        let lined = || {
            self.open.iter().rev().find(|(_, kind)| kind.is_block()).is_some_and(|(_, kind)| {
                matches!(kind, Kind::Paragraph | Kind::Heading | Kind::Item | Kind::Term | Kind::Cell)
            })
        };
        let kind = if kind == Kind::Custom && lined() { Kind::Inline } else { kind };
        match kind {
            Kind::Dropped | Kind::Raw => return,
            Kind::Once(which) => {
                if !std::mem::replace(&mut self.once[which], true) {
                    self.tag(name, kind, attributes, false);
                }
                return;
            }
            Kind::Void => return self.tag(name, kind, attributes, false),
            Kind::Heading => {
                if let Some((_, Kind::Heading)) = self.open.last() {
                    self.close(self.open.len() - 1);
                }
            }
            _ => {}
        }
        if kind.closes_paragraph() {
            self.close_first(Kind::Paragraph, |_, kind| kind.is_scope());
        }
        match kind {
            Kind::Item | Kind::Term => {
                self.close_first(kind, |name, kind| {
                    kind.is_block() && kind != Kind::Paragraph && !name.eq_ignore_ascii_case("div")
                });
            }
            Kind::Cell | Kind::Row | Kind::RowGroup => self.close_first(kind, |_, kind| kind == Kind::Table),
            _ => {}
        }
        let mut plain = kind == Kind::Inline;
        if kind == Kind::Link {
            let linked = attributes.clone().any(|(name, _)| name.eq_ignore_ascii_case("href"));
            // Of a link in a link the outer one ends; an open block between them is worth more than the inner link.
            self.close_first(kind, |_, kind| kind.is_block());
            plain = !linked || self.open.iter().any(|(_, kind)| *kind == Kind::Link);
            self.steps += self.open.len();
        }
        if self.open.len() >= DEEPEST {
            self.out.flattened = true;
            self.beyond += usize::from(!kind.may_stay_open());
            return;
        }
        let kind = if plain { Kind::Inline } else { kind };
        self.open.push((name, kind));
        self.tag(name, kind, attributes, plain);
    }

    fn end(&mut self, name: &'a str) {
        let kind = kind(name);
        match kind {
            Kind::Void if name.eq_ignore_ascii_case("br") => return self.tag("br", kind, Attributes(""), false),
            Kind::Void | Kind::Dropped | Kind::Once(_) | Kind::Raw => return,
            _ => {}
        }
        if self.beyond > 0 && !kind.may_stay_open() {
            self.beyond -= 1;
            return;
        }
        let stops = |other: Kind| match kind {
            Kind::Inline | Kind::Link | Kind::Silent | Kind::Custom => other.is_block() && other != Kind::Custom,
            Kind::Table => false,
            Kind::Cell | Kind::Row | Kind::RowGroup => other == Kind::Table,
            Kind::Item => other.is_scope() || other == Kind::List,
            _ => other.is_scope(),
        };
        let mut found = None;
        for (index, (open, other)) in self.open.iter().enumerate().rev() {
            self.steps += 1;
            if open.eq_ignore_ascii_case(name) || kind == Kind::Heading && *other == kind {
                found = Some(index);
                break;
            }
            if stops(*other) {
                break;
            }
        }
        if let Some(index) = found {
            self.close(index);
        }
    }

    /// Closes the innermost open element of `kind`, unless one that `stops` the search is further in.
    fn close_first(&mut self, kind: Kind, stops: impl Fn(&str, Kind) -> bool) {
        let mut found = None;
        for (index, (name, open)) in self.open.iter().enumerate().rev() {
            self.steps += 1;
            if *open == kind {
                found = Some(index);
                break;
            }
            if stops(name, *open) {
                break;
            }
        }
        if let Some(index) = found {
            self.close(index);
        }
    }

    /// Closes all open elements from the one at `index` on.
    fn close(&mut self, index: usize) {
        while self.open.len() > index {
            if let Some((name, kind)) = self.open.pop() {
                self.out.tags += 1;
                self.out.html.push_str("</");
                self.name(name, kind);
                self.out.html.push('>');
            }
        }
    }

    fn name(&mut self, name: &str, kind: Kind) {
        let start = self.out.html.len();
        match kind {
            Kind::Inline if name.eq_ignore_ascii_case("time") => self.out.html.push_str("time"),
            // Bold and small letters say nothing, and a parser opens them again in every paragraph where they were not closed.
            Kind::Inline => self.out.html.push_str("span"),
            Kind::Silent | Kind::Custom => self.out.html.push_str("div"),
            _ => self.out.html.push_str(name),
        }
        if let Some(written) = self.out.html.get_mut(start..) {
            written.make_ascii_lowercase();
        }
    }

    fn tag(&mut self, name: &str, kind: Kind, attributes: Attributes<'_>, plain: bool) {
        self.out.tags += 1;
        self.out.html.push('<');
        self.name(name, kind);
        let mut seen = 0_u32;
        for (name, value) in attributes {
            let Some(known) = ATTRIBUTES.iter().position(|known| name.eq_ignore_ascii_case(known)) else { continue };
            if seen & 1 << known != 0 || plain && ATTRIBUTES[known] == "href" {
                continue;
            }
            seen |= 1 << known;
            let value = value.get(..boundary_before(value, LONGEST_VALUE)).unwrap_or(value);
            self.out.html.extend([" ", ATTRIBUTES[known], "=\""]);
            for (index, piece) in value.split('"').enumerate() {
                self.out.html.extend([if index > 0 { "&quot;" } else { "" }, piece]);
            }
            self.out.html.push('"');
        }
        self.out.html.push('>');
    }

    /// Writes text; what needs no reference is written as it is.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '\0']) {
            let (before, sign) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.out.html.push_str(before);
            let (written, length) = match resolve(sign) {
                _ if sign.starts_with('\0') => (Some('\u{fffd}'), 1),
                _ if sign.starts_with('<') => (None, 1),
                // The numbers of C1 controls stand for letters of Windows-1252, which the parser knows.
                Some((c, length)) if !matches!(c, '<' | '&' | '\0'..='\u{9f}') => (Some(c), length),
                _ => (None, 1),
            };
            match written {
                Some(c) => self.out.html.push(c),
                None => {
                    self.out.references += 1;
                    self.out.html.push_str(if sign.starts_with('<') { "&lt;" } else { "&" });
                }
            }
            rest = sign.get(length..).unwrap_or_default();
        }
        self.out.html.push_str(rest);
    }
}

#[cfg(test)]
mod tests;
