//! Takes out of a page what its own markup says is not the article: captions, galleries, related links, newsletters, share bars.
//! The extraction that follows scores what is left; it was measured to be right more often so.

use dom_smoothie::Readability;

use super::sign;

/// Elements that never hold the telling.
const ELEMENTS: &str = "figcaption, button, dialog, nav, [hidden], [role=navigation], [role=dialog], [role=complementary], [aria-hidden=true]";

/// Blocks that are dropped when all they hold is a link.
const LINKED: &str = "p, li, h2, h3, h4, h5";

/// An element with more than this share of the page's text, in percent, is never taken out, whatever it is called.
const MOST: usize = 30;

/// Takes what is not to be kept out of `page` and returns how much of its text that was, in percent.
pub(super) fn prune(page: &Readability) -> usize {
    let body = page.doc.select("body");
    let Some(whole) = body.nodes().first().map(|node| node.normalized_char_count()) else { return 0 };
    let small = |count: usize| count * 100 <= whole * MOST;
    for node in page.doc.select(ELEMENTS).nodes() {
        if small(node.normalized_char_count()) {
            node.remove_from_parent();
        }
    }
    for node in page.doc.select("[class], [id]").nodes() {
        let names = [node.class(), node.id_attr()];
        let named = names.iter().flatten().any(|names| sign::is_apart(names));
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
