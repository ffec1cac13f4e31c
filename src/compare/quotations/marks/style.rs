//! The styles of quotation marks.

/// Which mark closes what another opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// “ ”, and `` ''.
    Curly,
    /// „ “ and „ ”.
    Low,
    Straight,
    /// « ».
    Angle,
    /// » «.
    AngleInwards,
    /// ‹ ›, › ‹.
    SingleAngle,
    /// ‚ ‘ and ‚ ’.
    SingleLow,
    /// ‘ ’.
    Single,
    /// '.
    SingleStraight,
    /// 「 」.
    Corner,
    /// 『 』.
    WhiteCorner,
}

impl Style {
    pub fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::SingleStraight)
    }

    /// Whether it stands for one of the words in quotation marks of another style, and never runs over paragraphs.
    pub fn is_inner(self) -> bool {
        self.is_single() || matches!(self, Self::SingleAngle | Self::SingleLow)
    }
}

/// Whether a paragraph opens with a mark that takes up a quotation.
pub(super) fn opens(paragraph: &str) -> bool {
    paragraph.trim_start().starts_with(['\u{201c}', '"', '\u{ab}', '\u{bb}', '\u{201e}', '\u{300c}', '\u{201d}'])
}

/// The style of the single mark with which a paragraph opens.
pub(super) fn opens_single(paragraph: &str) -> Option<Style> {
    let mut chars = paragraph.trim_start().chars();
    let style = match chars.next()? {
        '\u{2018}' => Style::Single,
        '\'' => Style::SingleStraight,
        _ => return None,
    };
    chars.next().filter(|next| next.is_alphabetic()).map(|_| style)
}

pub(super) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '\u{2014}'
            | '\u{2013}'
            | '-'
            | '\u{201c}'
            | '"'
            | '\u{2018}'
            | '\''
            | '\u{ab}'
            | '/'
            | '\u{bf}'
            | '\u{a1}'
    )
}

pub(super) fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '\u{201d}' | '\u{2019}' | '\u{bb}')
}
