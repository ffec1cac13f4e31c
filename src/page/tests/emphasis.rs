//! What is marked of a partial link, and which words of a finding are underlined.

use super::*;

/// The words of column `index` that `wanted` runs show, each run by itself.
fn words(page: &Page, index: usize, wanted: impl Fn(&Run) -> bool) -> Vec<String> {
    let article = page.spread.columns[index].article;
    let lines = (0..page.blocks().len()).flat_map(|block| page.lines(block));
    let runs = lines.flat_map(|line| line.runs);
    let of_article = runs.filter(|run| run.source.is_some_and(|source| source.article == article));
    of_article.filter(wanted).map(|run| run.text).collect()
}

fn page(left: &str, right: &str) -> Page {
    let (story, compared) = compared(left, right);
    Page::new(Arc::new(Spread::pair(story, &compared, Side::Left)), 300, false, Marking::default(), &[])
}

#[test]
fn a_clause_that_one_side_of_a_partial_link_holds_looks_like_what_is_only_there() {
    let left = "After a heated debate that dragged on past midnight, the council of Aldford voted to close the old harbour baths.\n";
    let right = "The council of Aldford voted to close the old harbour baths, ending a dispute that has divided the town for years.\n";
    let page = page(left, right);
    let only = |run: &Run| matches!(run.role, Role::Only(_));
    assert_eq!(words(&page, 0, only).concat(), "After a heated debate that dragged on past midnight,");
    assert_eq!(words(&page, 1, only).join(" "), ", ending a dispute that has divided the town for years.");
    let clean = Marking { clean: true, ..Marking::default() };
    let page = Page::new(page.spread, 300, false, clean, &[]);
    assert_eq!(words(&page, 0, only), [""; 0]);
}

#[test]
fn of_a_trimmed_quotation_the_words_that_were_cut_are_underlined() {
    let left =
        "The mayor spoke.\n\n“We are sorry for the long wait, and we will pay for the buses,” said mayor Ada Brandl.\n";
    let right = "The mayor spoke.\n\n“We are sorry for the long wait,” said mayor Ada Brandl.\n";
    let page = page(left, right);
    let underlined = |run: &Run| run.cue == Some(crate::compare::FindingKind::Quotation);
    assert_eq!(words(&page, 0, underlined).concat().trim_start_matches(", "), "and we will pay for the buses");
    assert_eq!(words(&page, 1, underlined), [""; 0]);
}

#[test]
fn of_a_quotation_in_other_pieces_the_first_and_the_last_word_are_underlined() {
    let left = "“We are sorry for the long wait in the cold. We will pay for all of the buses that are needed,” said mayor Ada Brandl.\n";
    let right = "“We are sorry for the long wait in the cold,” said mayor Ada Brandl on Monday. “We will pay for all of the buses that are needed.”\n";
    let page = page(left, right);
    let underlined = |run: &Run| run.cue == Some(crate::compare::FindingKind::Quotation);
    let marked: Vec<String> = [0, 1].into_iter().flat_map(|index| words(&page, index, underlined)).collect();
    assert_eq!(marked, ["“We", "needed,”"]);
}

#[test]
fn what_a_headline_sums_up_has_the_sign_of_its_grade_and_no_arrow() {
    let left = "Council of Aldford votes to close the old harbour baths\n\nA long evening ended with applause and with tears.\n\n\
        Nobody had expected such a crowd in the small hall.\n";
    let right = "A quiet week\n\nNobody had expected such a crowd in the small hall.\n\n\
        The council of Aldford voted to close the old harbour baths.\n";
    let page = page(left, right);
    let signs = |page: &Page| -> Vec<Sign> {
        let runs = (0..page.blocks().len()).flat_map(|block| page.lines(block)).flat_map(|line| line.runs);
        runs.filter_map(|run| match run.role {
            Role::Sign(sign) => Some(sign),
            _ => None,
        })
        .collect()
    };
    let found = signs(&page);
    assert!(!found.iter().any(|sign| matches!(sign, Sign::MovedUp | Sign::MovedDown)), "{}", picture(&page));
    assert!(picture(&page).contains("B ¶3 Council"), "its place is told: {}", picture(&page));
}

#[test]
fn nothing_of_what_belongs_to_both_pages_is_marked() {
    let body = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
        Nobody claimed responsibility for the attack. Schools in the region stayed closed.\n";
    let (left, right) = (
        format!("Attack near the border\n\nBy Maria Keller\n\n{body}"),
        format!("Attack near the border\n\n{body}\nBy MARIA KELLER\n"),
    );
    let (story, compared) = compared(&left, &right);
    let roles: Vec<_> = story
        .articles
        .iter()
        .map(|(_, article)| article.paragraphs.iter().any(|p| p.role == crate::story::ParagraphRole::Boilerplate))
        .collect();
    assert_eq!(roles, [true, true]);
    assert_eq!((compared.marks.differences.len(), compared.marks.minor), (0, 0), "{:?}", compared.marks.differences);
}
