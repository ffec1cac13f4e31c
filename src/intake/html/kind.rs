//! What an element is, as far as it decides where others end.

/// The kinds of elements that end one another, or end alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Ended by any block.
    Paragraph,
    /// An item of a list, ended by the next one.
    Item,
    /// A term or what it means, ended by the next one.
    Term,
    List,
    Heading,
    Table,
    RowGroup,
    Row,
    Cell,
    /// A part of the page without a meaning of its own.
    Division,
    Block,
    Link,
    /// An element of the page's own making.
    Custom,
    /// Stands in a line.
    Inline,
    /// Has no content.
    Void,
    /// Its content is not shown: drawings, templates, menus.
    Silent,
    /// Holds nothing but text.
    Raw,
    /// A page has one: the page, its head, its body.
    Once(usize),
    /// Only its content counts.
    Dropped,
}

/// The kind of the element `name`, in any case. What the standard does not know stands in a line.
pub(super) fn kind(name: &str) -> Kind {
    if name.contains('-') {
        return Kind::Custom;
    }
    let mut lower = [0_u8; 12];
    let Some(lower) = lower.get_mut(..name.len()) else { return Kind::Inline };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"p" => Kind::Paragraph,
        b"li" => Kind::Item,
        b"dt" | b"dd" => Kind::Term,
        b"ul" | b"ol" | b"dl" | b"menu" | b"dir" => Kind::List,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Kind::Heading,
        b"table" => Kind::Table,
        b"tbody" | b"thead" | b"tfoot" => Kind::RowGroup,
        b"tr" => Kind::Row,
        b"td" | b"th" | b"caption" => Kind::Cell,
        b"div" | b"section" | b"center" => Kind::Division,
        b"address" | b"article" | b"aside" | b"blockquote" | b"button" | b"details" | b"dialog" | b"fieldset"
        | b"figcaption" | b"figure" | b"footer" | b"header" | b"hgroup" | b"legend" | b"main" | b"nav" | b"object"
        | b"pre" | b"search" | b"summary" => Kind::Block,
        b"a" => Kind::Link,
        b"area" | b"base" | b"br" | b"col" | b"embed" | b"hr" | b"img" | b"input" | b"link" | b"meta" | b"source"
        | b"track" | b"wbr" => Kind::Void,
        b"svg" | b"math" | b"noscript" | b"template" | b"select" => Kind::Silent,
        b"script" | b"style" | b"title" | b"textarea" | b"xmp" | b"iframe" | b"noembed" | b"noframes"
        | b"plaintext" => Kind::Raw,
        b"html" => Kind::Once(0),
        b"head" => Kind::Once(1),
        b"body" => Kind::Once(2),
        b"form" | b"frameset" | b"frame" | b"colgroup" | b"applet" | b"marquee" | b"listing" => Kind::Dropped,
        _ => Kind::Inline,
    }
}

impl Kind {
    /// Whether it ends the lines and links around it rather than standing among them.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Link | Self::Inline | Self::Void)
    }

    /// Whether nothing inside of it ends what stands around it.
    pub(super) fn is_scope(self) -> bool {
        matches!(self, Self::Table | Self::Cell)
    }

    /// Whether its beginning ends an open paragraph.
    pub(super) fn closes_paragraph(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Item
                | Self::Term
                | Self::List
                | Self::Heading
                | Self::Table
                | Self::Division
                | Self::Custom
                | Self::Block
        )
    }

    /// Whether authors may leave its end out.
    pub(super) fn may_stay_open(self) -> bool {
        matches!(self, Self::Paragraph | Self::Item | Self::Term | Self::RowGroup | Self::Row | Self::Cell)
    }
}
