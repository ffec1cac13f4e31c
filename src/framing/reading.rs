//! An article as the rules of framing read it: its tokens with the small classes of words, and what is quoted.

use super::{shape::Shape, voices};
use crate::{
    compare::{Quotation, Quotations},
    lexicon::{SetBits, WordSet, Words},
    story::{Article, ParagraphRole, SentenceId, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::Vocabulary,
    },
};

/// Whose words a token belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The writer's.
    Narration,
    /// Quotation marks around one to three words.
    Scare,
    /// A source's.
    Statement,
}

/// Quotation marks and what stands between them, as indices into the article's tokens; the marks are outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    pub start: usize,
    pub end: usize,
    pub scare: bool,
    /// Whether somebody is said, by a plain verb of saying, to have said it.
    pub attributed: bool,
}

/// An article with what its tokens are.
pub struct Reading<'a> {
    pub article: &'a Article,
    pub words: &'a Words,
    pub quotes: Vec<Quote>,
    /// Whether the small words of its language are listed.
    pub has_grammar: bool,
    /// Who is quoted and reported.
    pub quotations: &'a Quotations,
    vocabulary: &'a Vocabulary,
    voices: Vec<Voice>,
    /// For each token whether somebody is reported to say it.
    reported: Vec<bool>,
    /// By word, for those of the article.
    shapes: Vec<Shape>,
    /// Whether a capital letter inside a sentence tells a name: not where every noun has one, as in German.
    capitals: bool,
}

/// So near before `as 'a scrape'` stands the verb that gives a thing that name, in tokens.
const AS: usize = 8;
/// At most so many words stand in scare quotes.
const SCARE: usize = 3;
/// Quotation marks as near as this to a plain verb of saying, in tokens, show whose words they hold.
const BESIDE: usize = 16;

impl<'a> Reading<'a> {
    pub fn new(story: &'a Story, article: &'a Article, words: &'a Words, quotations: &'a Quotations) -> Self {
        let quotes = quotes(article, words, &story.vocabulary, quotations);
        let mut voices = vec![Voice::Narration; article.tokens.len()];
        for quote in &quotes {
            voices[quote.start..quote.end].fill(if quote.scare { Voice::Scare } else { Voice::Statement });
        }
        let mut shapes = vec![Shape::default(); story.vocabulary.len()];
        for token in &article.tokens {
            if let Some(shape) = shapes.get_mut(token.word.index()).filter(|shape| !shape.is_told()) {
                *shape = Shape::of(story.vocabulary.form(token.word));
            }
        }
        let capitals = capitals_tell_names(article);
        let has_grammar = words.has_grammar();
        let (vocabulary, reported) = (&story.vocabulary, Vec::new());
        let mut reading =
            Self { article, words, quotes, has_grammar, quotations, vocabulary, voices, reported, shapes, capitals };
        reading.reported = voices::reported(&reading);
        reading
    }

    /// The sentences that tell the news, in order.
    pub fn told(&self) -> impl Iterator<Item = SentenceId> {
        let role = |id: &SentenceId| self.article.role_of(*id);
        self.article.sentence_ids().filter(move |id| matches!(role(id), ParagraphRole::Body | ParagraphRole::Headline))
    }

    /// The indices of a sentence's tokens.
    pub fn range(&self, id: SentenceId) -> (usize, usize) {
        let range = &self.article.sentence(id).tokens;
        (range.start as usize, range.end as usize)
    }

    /// Whether the sentence is the first of its paragraph.
    pub fn opens_paragraph(&self, id: SentenceId) -> bool {
        let paragraph = self.article.paragraph(self.article.sentence(id).paragraph);
        paragraph.sentence_ids().next() == Some(id)
    }

    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.article.tokens.get(at)
    }

    /// The folded word at `at`; empty beyond the end.
    pub fn form(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.vocabulary.form(token.word))
    }

    /// The shape of the word at `at`.
    pub fn shape(&self, at: usize) -> Shape {
        self.token(at).and_then(|token| self.shapes.get(token.word.index())).copied().unwrap_or_default()
    }

    /// The word at `at` as written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(&self.article.text))
    }

    pub fn is(&self, at: usize, set: WordSet) -> bool {
        self.any(at, set.bit())
    }

    /// Whether the word is of one of the sets, given as bits.
    pub fn any(&self, at: usize, sets: SetBits) -> bool {
        self.token(at).is_some_and(|token| self.words.any(token.word, sets))
    }

    /// The sets that some word of a stretch is of.
    pub fn sets(&self, (from, to): (usize, usize)) -> SetBits {
        let tokens = self.article.tokens.get(from..to).unwrap_or_default();
        tokens.iter().fold(0, |sets, token| sets | self.words.sets(token.word))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub fn is_figure(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Figure)
    }

    pub fn is_sign(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.kind == TokenKind::Sign)
    }

    /// Whether a dash stands there that parts what it stands between: not the hyphen of a compound.
    pub fn is_dash(&self, at: usize) -> bool {
        let spaced = || match (at.checked_sub(1).and_then(|before| self.token(before)), self.token(at)) {
            (Some(before), Some(dash)) => before.span.end < dash.span.start,
            _ => false,
        };
        match self.form(at) {
            "\u{2013}" | "\u{2014}" | "--" => true,
            "-" => spaced() || self.raw(at) == "\u{2014}",
            _ => false,
        }
    }

    /// Whether the word begins with a capital letter, in a text where that tells a name.
    pub fn is_capital(&self, at: usize) -> bool {
        self.capitals && self.is_word(at) && self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the word is in capitals, and no abbreviation of two letters.
    pub fn is_loud(&self, at: usize) -> bool {
        let span = self.token(at).map(|token| token.span).unwrap_or_default();
        let raw = self.article.text.as_bytes().get(span.start as usize..span.end as usize).unwrap_or_default();
        raw.len() > 2 && raw[0].is_ascii_uppercase() && raw[raw.len() - 1].is_ascii_uppercase()
    }

    pub fn voice(&self, at: usize) -> Voice {
        self.voices.get(at).copied().unwrap_or(Voice::Narration)
    }

    /// Whether somebody is reported to say the word at `at`, without quotation marks.
    pub fn is_reported(&self, at: usize) -> bool {
        self.reported.get(at).is_some_and(|reported| *reported)
    }

    /// Whether it has no full stop and most of its words of four letters or more begin with a capital, as in headlines of American
    /// papers: capitals tell nothing there.
    pub fn is_title_case(&self, id: SentenceId) -> bool {
        let (from, to) = self.range(id);
        if to.checked_sub(1).is_some_and(|last| self.form(last) == ".") {
            return false;
        }
        let long = (from..to).filter(|at| self.is_word(*at) && self.raw(*at).len() > 3);
        let (mut capital, mut all) = (0, 0);
        for at in long {
            all += 1;
            capital += usize::from(self.is_capital(at));
        }
        all > 2 && capital * 4 > all * 3
    }

    /// What the tokens cover.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.token(from), to.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}

/// Whether few enough words inside its sentences begin with a capital letter. English news has one in six, seldom one in four;
/// German, which writes every noun so, one in three.
fn capitals_tell_names(article: &Article) -> bool {
    const LOOKED_AT: usize = 1_500;
    const MOST: (usize, usize) = (3, 10);
    let inside = article.sentences.iter().flat_map(|sentence| sentence.tokens.clone().skip(1)).take(LOOKED_AT);
    let (mut capital, mut all) = (0, 0);
    for token in inside.filter_map(|at| article.tokens.get(at as usize)).filter(|token| token.kind == TokenKind::Word) {
        all += 1;
        capital += usize::from(token.span.of(&article.text).chars().next().is_some_and(char::is_uppercase));
    }
    all < SHORTEST || capital * MOST.1 < all * MOST.0
}

/// A text of fewer words tells nothing of its language's capitals.
const SHORTEST: usize = 20;

/// What stands in quotation marks. Up to three words are scare quotes even beside a verb of saying ("said the ties were 'strong'"): the
/// writer chose to quote no more; a whole exclamation or question is not.
fn quotes(article: &Article, lists: &Words, vocabulary: &Vocabulary, quotations: &Quotations) -> Vec<Quote> {
    let edges = |quotation: &Quotation| [quotation.inner.start, quotation.inner.end];
    let mut places = article.tokens_at(quotations.quoted.iter().flat_map(edges));
    let mut quote = |quotation: &Quotation| {
        let (start, end) = (places.next()?, places.next()?);
        let tokens = article.tokens.get(start..end)?;
        let words = tokens.iter().filter(|token| token.kind != TokenKind::Sign).count();
        let whole = tokens.last().is_some_and(|token| matches!(token.span.of(&article.text), "!" | "?"));
        let attributed = quotation.verb.is_some_and(|verb| {
            let at = article.token_at(verb.start);
            // "what they call 'safe routes'" keeps its distance.
            let before = article.tokens.get(at.saturating_sub(4)..at).unwrap_or_default();
            let calls = before.iter().any(|token| vocabulary.form(token.word) == "what");
            let plain = lists.reporting(&article.tokens, at).is_none_or(|(entry, _)| entry.group.strength < 2);
            !calls && plain && start.abs_diff(at) <= BESIDE
        });
        // "added that it was 'behind us'", whoever it is that adds.
        let form = |token: &Token| vocabulary.form(token.word);
        let mut before =
            article.tokens.get(start.saturating_sub(BESIDE)..start.saturating_sub(1)).unwrap_or_default().iter().rev();
        let said = before
            .by_ref()
            .take_while(|token| !matches!(form(token), "." | ";" | "!" | "?" | "what"))
            .any(|token| lists.is(token.word, WordSet::Saying));
        // "dismissed the blow as 'a scrape'": a source's word for it.
        let place = start.saturating_sub(2);
        let named = article.tokens.get(place).is_some_and(|token| form(token) == "as") && {
            let governs = |at: usize| lists.reporting(&article.tokens, at).is_some();
            let near = (place.saturating_sub(AS)..place).rev();
            near.take_while(|at| !matches!(form(&article.tokens[*at]), "that" | "what" | "," | ".")).any(governs)
        };
        let attributed = attributed || said || named;
        Some(Quote { start, end, scare: (1..=SCARE).contains(&words) && !whole, attributed })
    };
    quotations.quoted.iter().filter_map(&mut quote).collect()
}
