//! Takes out of a page what its own markup says is not the article: captions, galleries, related links, newsletters, share bars.
//! The extraction that follows scores what is left; it was measured to be right more often so.

use dom_smoothie::Readability;

/// Elements that never hold the telling.
const CAPTIONS: &str = "figcaption";
const ELEMENTS: &str =
    "button, dialog, nav, [hidden], [role=navigation], [role=dialog], [role=complementary], [aria-hidden=true]";

/// Blocks that are dropped when all they hold is a link.
const LINKED: &str = "p, li, h2, h3, h4, h5";

/// Words in a class or an id that tell what an element is for.
const WORDS: &str = include_str!("../../../assets/roles/classes.txt");

/// An element with more than this share of the page's text, in percent, is never taken out, whatever it is called.
const MOST: usize = 30;

/// What is to be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// What is told.
    Article,
    /// What the page says but for its menus.
    Page,
}

/// Takes what is not to be kept out of `page` and returns how much of its text that was, in percent.
pub(super) fn prune(page: &Readability, keep: Keep) -> usize {
    let body = page.doc.select("body");
    let Some(whole) = body.nodes().first().map(|node| node.normalized_char_count()) else { return 0 };
    let small = |count: usize| count * 100 <= whole * MOST;
    let elements = match keep {
        Keep::Article => format!("{CAPTIONS}, {ELEMENTS}"),
        Keep::Page => format!("script, {ELEMENTS}"),
    };
    for node in page.doc.select(&elements).nodes() {
        if keep == Keep::Page || small(node.normalized_char_count()) {
            node.remove_from_parent();
        }
    }
    let known = |word: &str| WORDS.lines().any(|line| !line.starts_with('#') && line.eq_ignore_ascii_case(word));
    for node in page.doc.select("[class], [id]").nodes() {
        if keep == Keep::Page {
            break;
        }
        let names = [node.class(), node.id_attr()];
        let named = names.iter().flatten().any(|names| words(names).any(known));
        let whole = node.node_name().is_none_or(|name| matches!(&*name, "html" | "body" | "main" | "article"));
        if named && !whole && small(node.normalized_char_count()) {
            node.remove_from_parent();
        }
    }
    for node in page.doc.select(LINKED).nodes() {
        if node.element_children().is_empty() {
            continue;
        }
        let links: usize = node.find(&["a"]).iter().map(|link| link.normalized_char_count()).sum();
        let text = node.normalized_char_count();
        if text > 0 && links * 10 >= text * 9 && !node.text().trim_end().ends_with(['.', '”', '"']) {
            node.remove_from_parent();
        }
    }
    let left = body.nodes().first().map_or(0, |node| node.normalized_char_count());
    whole.saturating_sub(left) * 100 / whole.max(1)
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
    #[test]
    fn names_fall_apart_into_words() {
        let words = |names| super::words(names).collect::<Vec<_>>();
        assert_eq!(
            words("relatedLinks--wide wp-caption_text ID"),
            ["related", "Links", "wide", "wp", "caption", "text", "ID"]
        );
    }
}
