//! How the columns of a page share its width.

/// No column of text is wider: a line of more than about 80 letters is hard to read back from.
pub const MEASURE: usize = 80;

/// Below this many columns of the page, articles stand one above the other: a window of 80 columns with an overview bar still
/// has room for two of 31.
pub const STACK_BELOW: usize = 76;

/// How the articles stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Next to one another.
    Beside,
    /// One above the other, row by row, each with its letter.
    Stacked,
}

/// The widths of a page's parts, in columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The whole width.
    pub width: usize,
    /// How the articles stand.
    pub arrangement: Arrangement,
    /// Empty columns at the left; what the page does not use is at its right.
    pub margin: usize,
    /// The gutter before each column of text: a blank for the cursor's bar, letter when stacked, sign, number, a blank.
    pub gutter: usize,
    /// A column of text.
    pub text: usize,
    /// How many columns of text.
    pub columns: usize,
}

/// Between two columns of text: a blank, the row's grade or a line, a blank.
pub const BETWEEN: usize = 3;

impl Layout {
    /// Shares `width` among `columns` articles whose paragraphs need `digits` digits to number. `stack` asks for one above
    /// the other even where there is room; without room it is so anyway.
    #[must_use]
    pub fn new(width: usize, columns: usize, digits: usize, stack: bool) -> Self {
        let columns = columns.max(1);
        let gutter = digits + 3;
        let used = columns * gutter + (columns - 1) * BETWEEN;
        let beside = columns == 1 || (!stack && width >= STACK_BELOW && width >= used + columns * 24);
        if beside {
            let text = ((width.saturating_sub(used)) / columns).min(MEASURE);
            let taken = used + columns * text;
            let margin = (width - taken.min(width)) / 2;
            return Self { width, arrangement: Arrangement::Beside, margin, gutter, text, columns };
        }
        let gutter = gutter + 2;
        let text = width.saturating_sub(gutter).min(MEASURE);
        let margin = width.saturating_sub(gutter + text) / 2;
        Self { width, arrangement: Arrangement::Stacked, margin, gutter, text, columns }
    }

    /// How many columns are used from the first letter of the first gutter to the end of the last text.
    #[must_use]
    pub fn used(&self) -> usize {
        match self.arrangement {
            Arrangement::Beside => self.columns * (self.gutter + self.text) + (self.columns - 1) * BETWEEN,
            Arrangement::Stacked => self.gutter + self.text,
        }
    }

    /// Where the text of column `index` begins, in columns from the left.
    #[must_use]
    pub fn text_at(&self, index: usize) -> usize {
        match self.arrangement {
            Arrangement::Beside => self.margin + self.gutter + index * (self.gutter + self.text + BETWEEN),
            Arrangement::Stacked => self.margin + self.gutter,
        }
    }
}
