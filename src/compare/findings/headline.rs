//! Headline and lede against one another: the two headlines, a headline's words that its own text does not have, and what became of one
//! article's first passage in the other.

mod against;

use super::{Held, finding, said};
use crate::{
    align::Grade,
    compare::finding::{Finding, FindingKind},
    story::{Article, ParagraphId, ParagraphRole, SentenceId, Side},
    text::token::{Token, TokenKind},
};

/// What headlines and ledes say of one another.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let mut findings: Vec<Finding> = against::headlines(held).into_iter().collect();
    for side in Side::BOTH {
        findings.extend(own_words(held, side));
        findings.extend(lede(held, side));
    }
    findings
}

fn headline(article: &Article) -> Option<ParagraphId> {
    article.paragraph_ids().find(|id| article.paragraph(*id).role == ParagraphRole::Headline)
}

fn tokens(article: &Article, paragraph: ParagraphId) -> impl Iterator<Item = &Token> {
    article.paragraph(paragraph).sentence_ids().flat_map(|id| article.sentence_tokens(id))
}

/// Words are taken for forms of one another by this many letters at their start; shorter ones say little.
const STEM: usize = 5;

/// Words of more bytes show whether a headline has capitals throughout.
const LONG: usize = 3;

/// The letters by which `form` is known in whatever form.
fn stem(form: &str) -> impl Iterator<Item = char> {
    // "kills" and "killed", "leaves" and "leaving".
    let bare = form.strip_suffix("es").or_else(|| form.strip_suffix('s')).or_else(|| form.strip_suffix("ed"));
    let bare = bare.or_else(|| form.strip_suffix("ing")).unwrap_or(form);
    // "close" and "closed"
    let bare = bare.strip_suffix('e').unwrap_or(bare);
    bare.chars().filter(|c| c.is_alphanumeric()).take(STEM)
}

/// The names of a headline that stand nowhere in the text under it, in whatever form, nor in the other article. Other words are told
/// in other words below every headline; those that judge are cues wherever they stand.
fn own_words(held: &Held, side: Side) -> Option<Finding> {
    let article = held.article(side);
    let id = headline(article)?;
    let form = |token: &Token| held.story.vocabulary.form(token.word);
    let raw = |token: &Token| held.text(side, token.span);
    let capital = |token: &Token| raw(token).starts_with(char::is_uppercase);
    // Capitals tell a name where most words have none.
    let long = || tokens(article, id).skip(1).filter(|token| token.kind == TokenKind::Word && raw(token).len() > LONG);
    let title_case = long().filter(|token| capital(token)).count() * 2 >= long().count().max(1);
    let first = tokens(article, id).find(|token| token.kind == TokenKind::Word).map(|token| token.span);
    let telling = |token: &&Token| {
        // A word in capitals throughout is stressed, or stands for several.
        let loud = raw(token).chars().all(|c| !c.is_lowercase());
        let named = token.kind == TokenKind::Word && capital(token) && !loud && Some(token.span) != first;
        named && !title_case && form(token).chars().count() >= STEM
    };
    let wanted: Vec<(&Token, String)> =
        tokens(article, id).filter(telling).map(|token| (token, stem(form(token)).collect())).collect();
    // What both headlines say does not tell one from the other, nor what the other opens with where no line of it is known for a headline.
    let other = held.article(side.other());
    let opening = headline(other).or_else(|| other.paragraph_ids().next());
    let theirs: Vec<String> =
        opening.into_iter().flat_map(|id| tokens(other, id)).map(|token| stem(form(token)).collect()).collect();
    let mut told: Vec<bool> = wanted.iter().map(|(_, stem)| theirs.contains(stem)).collect();
    let mut here = String::new();
    // A word of the vocabulary is looked at once, however often the text has it.
    let mut looked_at = vec![false; held.story.vocabulary.len()];
    let body = |article: &'_ Article| {
        let told = |id: &ParagraphId| article.paragraph(*id).role == ParagraphRole::Body;
        article.paragraph_ids().filter(told).flat_map(|id| tokens(article, id).copied()).collect::<Vec<Token>>()
    };
    let own = body(article);
    if own.is_empty() {
        return None;
    }
    for token in own.iter().chain(&body(other)) {
        if !std::mem::replace(&mut looked_at[token.word.index()], true) {
            here.clear();
            here.extend(stem(form(token)));
            wanted.iter().zip(&mut told).for_each(|((_, wanted), told)| *told |= *wanted == here);
        }
    }
    let missing: Vec<&Token> =
        wanted.iter().zip(&told).filter(|(_, told)| !**told).map(|((token, _), _)| *token).collect();
    let (first, last) = (missing.first()?, missing.last()?);
    let words: Vec<String> = missing.iter().map(|token| said(held.text(side, token.span))).collect();
    let span = if missing.len() == 1 { first.span } else { first.span.join(last.span) };
    let why = format!(
        "The headline says {}; neither article has {} in its text.",
        words.join(", "),
        if words.len() == 1 { "it" } else { "them" }
    );
    Some(finding(side, span, FindingKind::Headline, None, 1, "headline: not in the text", why))
}

/// The first passage of the telling, if it has one.
fn first_told(held: &Held, side: Side) -> Option<SentenceId> {
    held.article(side).sentence_ids().find(|id| held.is_told(side, *id))
}

/// An article's first passage that stands well below the first paragraph of the other, or has no counterpart there.
fn lede(held: &Held, side: Side) -> Option<Finding> {
    let (article, other) = (held.article(side), held.article(side.other()));
    let (first, other_first) = (first_told(held, side)?, first_told(held, side.other())?);
    let partners = || {
        held.alignment
            .links
            .iter()
            .filter(|link| link.on(side).contains(&first))
            .flat_map(|link| link.on(side.other()).iter().map(|id| (*id, link.grade)))
    };
    let here = article.sentence(first).span();
    let told: Vec<ParagraphId> =
        other.paragraph_ids().filter(|id| other.paragraph(*id).role == ParagraphRole::Body).collect();
    if told.len() < 4 {
        return None;
    }
    match partners().min() {
        None => {
            let lead = said(other.sentence_text(other_first));
            let why = format!(
                "This article opens with a passage for which no counterpart was found in the other, which opens with {lead}."
            );
            Some(finding(side, here, FindingKind::Headline, None, 2, "lede: no counterpart found", why))
        }
        // A shared clause does not make one passage of two.
        Some((_, Grade::Partial)) => None,
        Some((partner, _)) => {
            let paragraph = other.sentence(partner).paragraph;
            let place = told.iter().position(|id| *id == paragraph)?;
            if place < 2 {
                return None;
            }
            let why = format!(
                "This article opens with it; in the other it comes in paragraph {} of {}, which opens with {}.",
                place + 1,
                told.len(),
                said(other.sentence_text(other_first))
            );
            let there = other.sentence(partner).span();
            Some(finding(side, here, FindingKind::Headline, Some(there), 2, "lede: further down there", why))
        }
    }
}
