//! What an element's markup says of the text in it: its name, its role, the words of its class.

use super::scan::Attributes;

/// The words of classes, in sections.
const CLASSES: &str = include_str!("../../../assets/roles/classes.txt");

/// A set of what markup says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(pub u16);

/// How many signs there are.
pub(super) const SIGNS: usize = 13;

impl Signs {
    pub(super) const LINK: Self = Self(1);
    /// About a picture, by the element's name.
    pub(super) const FIGURE: Self = Self(1 << 1);
    /// About a picture, by the element's class.
    pub(super) const CAPTION: Self = Self(1 << 2);
    pub(super) const BYLINE: Self = Self(1 << 3);
    /// About who wrote it, which may be more than the name.
    pub(super) const AUTHOR: Self = Self(1 << 4);
    pub(super) const DATE: Self = Self(1 << 5);
    pub(super) const COMMENT: Self = Self(1 << 6);
    /// Beside the article: an `aside`, or a class that says so.
    pub(super) const ASIDE: Self = Self(1 << 7);
    /// By its class alone part of the page.
    pub(super) const PAGE: Self = Self(1 << 8);
    pub(super) const PITCH: Self = Self(1 << 9);
    /// The foot of a page or of an article.
    pub(super) const FOOTER: Self = Self(1 << 10);
    pub(super) const HEADER: Self = Self(1 << 11);
    /// A name that the page sets apart: `cite`, `address`.
    pub(super) const ADDRESS: Self = Self(1 << 12);

    /// The signs that a class or an id gives, which are not believed of most of a page.
    const NAMED: Self = Self(
        Self::CAPTION.0
            | Self::BYLINE.0
            | Self::AUTHOR.0
            | Self::DATE.0
            | Self::COMMENT.0
            | Self::ASIDE.0
            | Self::PAGE.0
            | Self::PITCH.0,
    );

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Without those that are believed of small parts of a page only.
    pub(super) fn sure(self) -> Self {
        Self(self.0 & !Self::NAMED.0)
    }

    /// The signs of the element `name` by its name and its attributes.
    pub(super) fn of(name: &str, attributes: Attributes<'_>) -> Self {
        let mut signs = match name {
            "a" => Self::LINK,
            "figcaption" => Self::FIGURE,
            "aside" => Self::ASIDE,
            "footer" => Self::FOOTER,
            "header" => Self::HEADER,
            "time" => Self::DATE,
            "address" => Self::ADDRESS,
            _ => Self::default(),
        };
        for (attribute, value) in attributes {
            let more = match attribute {
                "class" | "id" => named(value),
                "rel" | "itemprop" if value == "author" => Self::AUTHOR,
                "itemprop" if value == "datePublished" || value == "dateModified" => Self::DATE,
                "role" if value == "complementary" => Self::ASIDE,
                "role" if value == "contentinfo" => Self::FOOTER,
                _ => Self::default(),
            };
            signs = signs.with(more);
        }
        signs
    }
}

/// The signs that the words of a class or an id give.
fn named(names: &str) -> Signs {
    let mut signs = Signs::default();
    for word in words(names) {
        signs = signs.with(section_of(word).map_or(Signs::default(), sign));
    }
    signs
}

fn sign(section: &str) -> Signs {
    match section {
        "caption" => Signs::CAPTION,
        "byline" => Signs::BYLINE,
        "author" => Signs::AUTHOR,
        "date" => Signs::DATE,
        "comments" => Signs::COMMENT,
        "aside" => Signs::ASIDE,
        "pitch" => Signs::PITCH,
        _ => Signs::PAGE,
    }
}

/// The section of the class words that has `word`.
fn section_of(word: &str) -> Option<&'static str> {
    let mut section = "";
    for line in CLASSES.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = name;
        } else if line.eq_ignore_ascii_case(word) && !line.is_empty() {
            return Some(section);
        }
    }
    None
}

/// Whether `names`, a class or an id, say that the element is not the telling.
pub(super) fn is_apart(names: &str) -> bool {
    words(names).any(|word| section_of(word).is_some_and(|section| !matches!(section, "author" | "pitch")))
}

/// The words of a class or id: `relatedLinks--wide` has `related`, `Links`, `wide`.
fn words(names: &str) -> impl Iterator<Item = &str> {
    names.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(|name| {
        let mut rest = name;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let hump = rest
                .char_indices()
                .skip(1)
                .zip(rest.chars())
                .find(|((_, c), before)| c.is_ascii_uppercase() && before.is_ascii_lowercase());
            let (word, after) = rest.split_at_checked(hump.map_or(rest.len(), |((at, _), _)| at))?;
            rest = after;
            Some(word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_apart_into_words() {
        let words = |names| super::words(names).collect::<Vec<_>>();
        assert_eq!(
            words("relatedLinks--wide wp-caption_text ID"),
            ["related", "Links", "wide", "wp", "caption", "text", "ID"]
        );
    }

    #[test]
    fn markup_says_what_it_is_for() {
        let signs = |name, attributes| Signs::of(name, Attributes(attributes));
        assert!(signs("p", " class=\"article-byline\"").has(Signs::BYLINE));
        assert!(signs("div", " id=\"Comments\"").has(Signs::COMMENT));
        assert!(signs("a", " rel=\"author\"").has(Signs::LINK));
        assert_eq!(signs("p", " class=\"lede\""), Signs::default());
        assert!(is_apart("newsletter-box") && !is_apart("author") && !is_apart("paywall"));
    }
}
