//! The own reading of a page: its text block by block as it stands on the screen, each with what the markup around it says. One pass over
//! a page as [`super::bound::bounded`] writes it; linear in its length.

use std::ops::Range;

use super::{
    kind::{Kind, kind},
    scan::{Attributes, Piece, Scan},
    sign::{SIGNS, Signs},
    strip,
};

/// An element with more than this share of the page's text, in percent, is neither hidden nor is it what its class says.
const MOST: usize = 30;
/// A block is what nine tenths of its text are.
const SHARE: usize = 90;

/// A stretch of text that stands apart from others: a paragraph, a heading, an item, a row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// Its words, one space between them; a line break is a line feed.
    pub text: String,
    /// What its markup says of nearly all of it.
    pub signs: Signs,
    /// The share of its text that is links, in percent.
    pub linked: usize,
    /// The level of the heading it is; 0 if it is none.
    pub heading: u8,
    /// The element of [`Reading::elements`] that it stands in.
    pub element: usize,
}

/// An element that holds blocks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub area: Area,
    /// The element around it; itself if there is none.
    pub parent: usize,
    /// The blocks in it.
    pub blocks: Range<usize>,
    signs: Signs,
}

/// What part of a page an element says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Area {
    Article,
    Main,
    /// A paragraph, a heading, an item: no part, but text.
    Text,
    #[default]
    Other,
}

/// A page as it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading<'a> {
    pub blocks: Vec<Block>,
    /// In the order in which they begin; the first is the page.
    pub elements: Vec<Element>,
    /// The attributes of each `meta`.
    pub metas: Vec<Attributes<'a>>,
    /// What the page says of itself in JSON-LD.
    pub data: Vec<&'a str>,
    pub title: String,
    /// How many links there are.
    pub links: usize,
}

impl<'a> Reading<'a> {
    /// Of the page `html`.
    pub(super) fn of(html: &'a str) -> Self {
        let reader = Reader::read(html, true);
        let whole: usize = reader.page.blocks.iter().map(|block| block.text.len()).sum();
        // A page that hides its article shows it when its scripts run.
        let much = reader.hidden * 100 > (whole + reader.hidden) * MOST;
        if much { Self::of_all(html) } else { reader.finish() }
    }

    /// Of the page `html` with what it says is hidden.
    pub(super) fn of_all(html: &'a str) -> Self {
        Reader::read(html, false).finish()
    }

    /// How long the text of these blocks is, in bytes.
    pub(super) fn length(&self, blocks: Range<usize>) -> usize {
        self.blocks.get(blocks).unwrap_or_default().iter().map(|block| block.text.len()).sum()
    }

    /// The element in which the paragraph `element` stands; itself if it is none.
    pub(super) fn holder(&self, element: usize) -> usize {
        self.elements.get(element).map_or(element, |it| if it.area == Area::Text { it.parent } else { element })
    }

    /// Gives each block the signs of its elements and of what stands in it.
    fn weigh(&mut self, counts: &[[usize; SIGNS]]) {
        let mut before = vec![0];
        for block in &self.blocks {
            before.push(before.last().copied().unwrap_or(0) + block.text.len());
        }
        let whole = before.last().copied().unwrap_or(0);
        for index in 0..self.elements.len() {
            let Element { parent, signs, area, ref blocks } = self.elements[index];
            let at = |at: usize| before.get(at).copied().unwrap_or(whole);
            let large = (at(blocks.end) - at(blocks.start)) * 100 > whole * MOST;
            let own = if large || matches!(area, Area::Article | Area::Main) { signs.sure() } else { signs };
            let around = if parent == index { Signs::default() } else { self.elements[parent].signs };
            // What an article says at its foot and head is not the page's.
            let around = if area == Area::Article { around.without(Signs::FOOTER.with(Signs::HEADER)) } else { around };
            self.elements[index].signs = around.with(own);
        }
        for (block, counts) in self.blocks.iter_mut().zip(counts) {
            let length = block.text.len().max(1);
            block.signs = self.elements[block.element].signs;
            for (bit, count) in counts.iter().enumerate() {
                if count * 100 >= length * SHARE {
                    block.signs = block.signs.with(Signs(1 << bit));
                }
            }
            block.linked = counts[0] * 100 / length;
        }
    }
}

/// An open element.
#[derive(Clone, Copy, Debug)]
struct Open<'a> {
    name: &'a str,
    /// The signs of it, if it stands in a line, and of all lines around it.
    signs: Signs,
    /// Its place among the elements, if it is one that holds blocks.
    element: Option<usize>,
}

#[derive(Debug, Default)]
struct Reader<'a> {
    page: Reading<'a>,
    /// How much of each block stands under each sign, by lines.
    counts: Vec<[usize; SIGNS]>,
    open: Vec<Open<'a>>,
    now: Block,
    count: [usize; SIGNS],
    /// How many elements are open whose text is not shown, and how much that was.
    shut: usize,
    hidden: usize,
    /// Whether a line ended just before, and whether another one has begun since.
    ended: bool,
    joined: bool,
    in_title: bool,
}

impl<'a> Reader<'a> {
    /// Reads `html`; what it says is hidden is left out if it `hides`.
    fn read(html: &'a str, hides: bool) -> Self {
        let mut reader = Self::default();
        reader.page.elements.push(Element::default());
        let mut data = false;
        for piece in Scan::new(html) {
            match piece {
                Piece::Text(text) => reader.text(text),
                Piece::Raw(text) if reader.in_title => {
                    strip::text(text, &mut reader.page.title);
                    reader.in_title = false;
                }
                Piece::Raw(text) if data => reader.page.data.push(text),
                Piece::Raw(_) => {}
                Piece::Start(name, attributes) => {
                    data = name == "script";
                    reader.start(name, attributes, hides);
                }
                Piece::End(name) => reader.end(name),
            }
        }
        reader.flush();
        let count = reader.page.blocks.len();
        reader.open.iter().filter_map(|open| open.element).chain([0]).for_each(|index| {
            if let Some(element) = reader.page.elements.get_mut(index) {
                element.blocks.end = count;
            }
        });
        reader
    }

    fn finish(mut self) -> Reading<'a> {
        self.page.weigh(&self.counts);
        self.page
    }

    fn start(&mut self, name: &'a str, attributes: Attributes<'a>, hides: bool) {
        let kind = kind(name);
        match kind {
            Kind::Void if name == "meta" => self.page.metas.push(attributes),
            Kind::Void if name == "br" => self.line_break(),
            Kind::Void if name == "hr" => self.flush(),
            Kind::Raw => self.in_title = name == "title",
            Kind::Void | Kind::Once(_) | Kind::Dropped | Kind::Silent => {}
            _ => {
                let signs = Signs::of(name, attributes);
                // What pops up over a word stands inside of what holds the word.
                let pops = signs.has(Signs::PAGE) && self.carried().has(Signs::PAGE) && self.in_paragraph();
                let shut = self.shut > 0 || pops || is_menu(name, attributes) || hides && is_hidden(attributes);
                if shut {
                    self.flush_before(kind);
                    self.shut += 1;
                    self.open.push(Open { name, signs: Signs::default(), element: None });
                    return;
                }
                self.page.links += usize::from(kind == Kind::Link);
                if kind.is_block() && kind != Kind::Cell {
                    self.block(name, kind, attributes, signs);
                } else {
                    if kind == Kind::Cell {
                        self.space();
                    } else if name == "time" && !self.in_paragraph() {
                        self.flush();
                    }
                    self.joined = self.ended;
                    let signs = self.carried().with(signs);
                    self.open.push(Open { name, signs, element: None });
                }
            }
        }
    }

    fn block(&mut self, name: &'a str, kind: Kind, attributes: Attributes<'a>, signs: Signs) {
        self.flush();
        let index = self.page.elements.len();
        let parent = self.element();
        let start = self.page.blocks.len();
        let area = area(name, kind, attributes);
        self.page.elements.push(Element { area, parent, blocks: start..start, signs });
        self.open.push(Open { name, signs: self.carried(), element: Some(index) });
        self.now.heading = match name.as_bytes() {
            [b'h', level @ b'1'..=b'6'] => level - b'0',
            _ => 0,
        };
    }

    fn end(&mut self, name: &str) {
        if !self.open.iter().rev().any(|open| open.name == name) {
            return;
        }
        while let Some(open) = self.open.last().copied() {
            if open.element.is_some() || open.name == "time" && self.shut == 0 && !self.in_paragraph() {
                self.flush();
            }
            self.open.pop();
            if let Some(element) = open.element.and_then(|index| self.page.elements.get_mut(index)) {
                element.blocks.end = self.page.blocks.len();
                self.now.heading = 0;
            } else if self.shut > 0 {
                self.shut -= 1;
            } else {
                self.ended = true;
            }
            if open.name == name {
                return;
            }
        }
    }

    fn text(&mut self, raw: &str) {
        if self.shut > 0 {
            self.hidden += raw.trim().len();
            return;
        }
        if std::mem::take(&mut self.joined) && raw.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            // Two lines that stand beside each other without a space are set apart by the page's style; letters of one word are not.
            let glued = |c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '!' | '?' | ',' | ')');
            if self.now.text.ends_with(glued) {
                if self.in_paragraph() { self.space() } else { self.flush() }
            }
        } else if self.ended
            && raw.starts_with(|c: char| c.is_ascii_digit())
            && self.now.text.ends_with(|c: char| c.is_ascii_digit())
        {
            self.space();
        }
        self.ended &= raw.is_empty();
        let before = self.now.text.len();
        if raw.contains('\n') && self.open.iter().any(|open| open.name == "pre") {
            return self.lines(raw);
        }
        strip::text(raw, &mut self.now.text);
        let added = self.now.text.len() - before;
        let signs = self.carried();
        for (_, count) in self.count.iter_mut().enumerate().filter(|(bit, _)| signs.has(Signs(1 << *bit))) {
            *count += added;
        }
    }

    /// The signs of the lines around this place: a link around a whole block is a link.
    fn carried(&self) -> Signs {
        self.open.last().map_or(Signs::default(), |open| open.signs)
    }

    /// Text whose line breaks count.
    fn lines(&mut self, raw: &str) {
        for (index, line) in raw.split('\n').enumerate() {
            if index > 0 {
                self.line_break();
            }
            strip::text(line, &mut self.now.text);
        }
    }

    fn space(&mut self) {
        if !self.now.text.is_empty() && !self.now.text.ends_with(char::is_whitespace) {
            self.now.text.push(' ');
        }
    }

    /// A line break; two of them end the block.
    fn line_break(&mut self) {
        let kept = self.now.text.trim_end_matches(' ').len();
        self.now.text.truncate(kept);
        if self.now.text.ends_with('\n') {
            self.flush();
        } else if !self.now.text.is_empty() {
            self.now.text.push('\n');
        }
        self.ended = false;
    }

    /// The innermost open element that holds blocks.
    fn element(&self) -> usize {
        self.open.iter().rev().find_map(|open| open.element).unwrap_or(0)
    }

    /// Whether what stands in a line here is part of running text.
    fn in_paragraph(&self) -> bool {
        self.page.elements.get(self.element()).is_some_and(|element| element.area == Area::Text)
    }

    fn flush_before(&mut self, kind: Kind) {
        if kind.is_block() && kind != Kind::Cell {
            self.flush();
        }
    }

    fn flush(&mut self) {
        (self.ended, self.joined) = (false, false);
        let inside = self.open.last().is_some_and(|open| kind(open.name) == Kind::Heading);
        let heading = if inside { self.now.heading } else { 0 };
        let mut block = std::mem::take(&mut self.now);
        let count = std::mem::take(&mut self.count);
        let kept = block.text.trim_end().len();
        block.text.truncate(kept);
        if block.text.is_empty() {
            self.now.heading = heading;
            return;
        }
        block.heading = heading;
        block.element = self.element();
        self.page.blocks.push(block);
        self.counts.push(count);
        // What stands in the heading goes on being one until it ends.
        self.now.heading = heading;
    }
}

fn area(name: &str, kind: Kind, attributes: Attributes<'_>) -> Area {
    let says = |attribute: &str, value: &str| attributes.clone().any(|(name, is)| name == attribute && is == value);
    match kind {
        _ if name == "article" || says("role", "article") || says("itemprop", "articleBody") => Area::Article,
        _ if name == "main" || says("role", "main") => Area::Main,
        Kind::Paragraph | Kind::Heading | Kind::Item | Kind::Term | Kind::Row => Area::Text,
        _ if matches!(name, "figcaption" | "blockquote" | "pre" | "summary" | "address") => Area::Text,
        _ => Area::Other,
    }
}

/// Whether an element is a means to use the page and no text of it.
fn is_menu(name: &str, attributes: Attributes<'_>) -> bool {
    let menu = ["navigation", "dialog", "menu", "menubar", "alertdialog", "search", "tooltip"];
    matches!(name, "nav" | "button" | "dialog")
        || attributes.clone().any(|(name, value)| name == "role" && menu.contains(&value))
}

/// Whether an element says that it is not shown.
fn is_hidden(attributes: Attributes<'_>) -> bool {
    attributes.clone().any(|(name, value)| match name {
        "hidden" => true,
        "aria-hidden" => value == "true",
        "style" => {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).take(2_000).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests;
