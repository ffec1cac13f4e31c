//! How alike two passages are: what they share, seen from both sides apart.

use super::{
    kindred::SENSES,
    passage::{KinId, MOST_TERMS, Measure, Passages, Scale, Sort, Sums},
    weight::ONE,
};
use crate::story::ParagraphRole;

/// What a term counts whose kin alone stands in the other passage (*Iran* for *Iranian*, *died* for *killed*), as a divisor of its weight.
const KIN_SHARE: u32 = 2;

/// How heavily a word that the other passage lacks counts against a stretch of words that it has, as a divisor of its weight.
const GAP_SHARE: u32 = 2;

/// From which weight on words shared in one place tell something.
const TELLING: u32 = ONE / 2;

/// What two passages have in common. Everything that has a side is kept as (lesser, greater), so that the sides may be swapped.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Likeness {
    /// The share of its weight that a passage finds in the other, for the passage that finds less.
    pub least: f32,
    /// The same for the passage that finds more: 1 when it is wholly contained.
    pub most: f32,
    /// The weight shared, in words that stand in one passage of each article; the mean of both sides.
    pub shared: f32,
    /// The weight of the heaviest stretch of a passage that the other knows, words it does not know taken off; the lesser side.
    pub stretch_least: f32,
    /// The same for the greater side.
    pub stretch_most: f32,
    /// The share of neighbouring pairs of words that are neighbours in both.
    pub neighbours: f32,
    /// The weight of the longest run of words that stands in both.
    pub run: f32,
    /// As `least`, by what is known of the words beforehand: the words of the whole story count as much as others.
    pub plain_least: f32,
    /// As `most`, by what is known of the words beforehand.
    pub plain_most: f32,
    /// In how many separate places the two share words that tell something; the lesser side.
    pub anchors: f32,
    /// How many terms the longest run has that stands in both.
    pub run_length: f32,
    /// The share of its words, however common, that a passage finds in the other; the lesser side.
    pub overlap: f32,
    /// The weight of what they share beforehand, however often the articles use it; the mean of both sides.
    pub plain: f32,
    /// The weight of the names that stand in both; the mean of both sides.
    pub names: f32,
    /// The share of the weight of their names that these are.
    pub names_share: f32,
    /// The weight of the words that stand in both and are neither names nor figures; the mean of both sides.
    pub words: f32,
    /// The share of the weight of such words that these are, for the passage that finds less; where there are next to none, little.
    pub words_least: f32,
    /// The same for the passage that finds more.
    pub words_most: f32,
    /// How many figures stand in both; the lesser side.
    pub figures: f32,
    /// 1 where both have figures and none in common, else 0.
    pub figures_differ: f32,
    /// 1 where one of the two is a headline, else 0.
    pub headline: f32,
    /// The weight of the lighter passage.
    pub lighter: f32,
    /// The weight of the heavier passage.
    pub heavier: f32,
    /// Which terms of the left passage the right one has, a bit each for the first 128 of them.
    pub left_found: u128,
    /// The same for the terms of the right passage.
    pub right_found: u128,
}

/// Where the terms of a passage stand, for looking up from other passages; reused from passage to passage. What the other passage has
/// of its terms is noted while that one is looked at, beside the passage's places, so that a pair costs one search and not two.
#[derive(Debug)]
pub struct Sight {
    /// How often it was turned, counted anew when there is no more room for the count.
    turn: u32,
    /// By term: its last place in the passage.
    terms: Vec<Noted>,
    /// By class of kin: which of `met` it is.
    kin: Vec<Noted>,
    /// By place of the passage.
    places: Vec<Place>,
    /// By place of the passage: the last place of its term in the other passage, or [`NOWHERE`]; only at the last place of a term.
    there: Vec<u32>,
    /// Which classes of kin the other passage has, of those of the passage; the first one is none, and nobody has it.
    met: Vec<bool>,
}

/// A number, and the turn of the sight at which it was noted: at another it says nothing. In 32 bits, because there is one for each term of
/// the story, and they are read in no order.
#[derive(Clone, Copy, Debug, Default)]
struct Noted(u32);

impl Noted {
    /// How many bits the number has: a passage has up to [`MOST_TERMS`] terms, each of up to four classes of kin.
    const BITS: u32 = 11;
    /// So many turns can be told apart.
    const TURNS: u32 = 1 << (u32::BITS - Self::BITS);

    fn new(turn: u32, number: u32) -> Self {
        Self(turn << Self::BITS | number)
    }

    /// The number, if it was noted at `turn`.
    fn at(self, turn: u32) -> Option<u32> {
        (self.0 >> Self::BITS == turn).then_some(self.0 & ((1 << Self::BITS) - 1))
    }
}

const _: () = assert!(MOST_TERMS * (1 + SENSES) < 1 << Noted::BITS, "a number of every class of a passage");

/// A place of the passage that a sight is turned to.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// The last place of the same term.
    last: u32,
    /// The term's classes of kin, as indices into [`Sight::met`].
    kin: [u32; 1 + SENSES],
}

/// No place.
const NOWHERE: u32 = u32::MAX;

impl Sight {
    /// A sight for as many terms as `scale` has.
    #[must_use]
    pub fn new(scale: &Scale) -> Self {
        let most = |measure: &Measure| classes_of(measure).into_iter().max().unwrap_or(0);
        let classes = scale.terms.iter().map(|measure| most(measure) as usize + 1).max().unwrap_or(1);
        let (terms, kin) = (vec![Noted::default(); scale.terms.len()], vec![Noted::default(); classes]);
        Self { turn: 0, terms, kin, places: Vec::new(), there: Vec::new(), met: Vec::new() }
    }

    /// Turns to `passage` of `passages`.
    pub fn turn_to(&mut self, passages: &Passages, passage: u32) {
        self.turn += 1;
        if self.turn == Noted::TURNS {
            self.terms.fill(Noted::default());
            self.kin.fill(Noted::default());
            self.turn = 1;
        }
        let turn = self.turn;
        let (terms, measures) = (passages.terms(passage), passages.measures(passage));
        for (at, term) in (0..).zip(terms) {
            self.terms[*term as usize] = Noted::new(turn, at);
        }
        let mut classes = 0;
        self.places.clear();
        for (term, measure) in terms.iter().zip(measures) {
            let kin = classes_of(measure).map(|class| {
                if class == 0 {
                    return 0;
                }
                let noted = &mut self.kin[class as usize];
                noted.at(turn).unwrap_or_else(|| {
                    classes += 1;
                    *noted = Noted::new(turn, classes);
                    classes
                })
            });
            self.places.push(Place { last: self.terms[*term as usize].at(turn).unwrap_or(NOWHERE), kin });
        }
        self.there.resize(terms.len(), NOWHERE);
        self.met.resize(classes as usize + 1, false);
    }

    /// What the passage `other` of `passages` sees of this one, and then what this one, `own`, sees of it.
    fn both_views(&mut self, own: &[Measure], (passages, other): (&Passages, u32)) -> (View, View) {
        self.there.fill(NOWHERE);
        self.met.fill(false);
        let terms = passages.terms(other);
        let theirs = view(passages.measures(other), |place, measure| {
            let at = self.terms[terms[place] as usize].at(self.turn);
            if let Some(at) = at {
                self.there[at as usize] = place as u32;
            }
            let mut has_kin = false;
            for class in some(classes_of(measure)) {
                if let Some(known) = self.kin[class as usize].at(self.turn) {
                    self.met[known as usize] = true;
                    has_kin = true;
                }
            }
            (at, has_kin)
        });
        let ours = view(own, |place, _| {
            let Place { last, kin } = &self.places[place];
            let at = self.there[*last as usize];
            // Whoever has the term itself is not asked for its kin.
            let has_kin = at == NOWHERE && some(*kin).any(|class| self.met[class as usize]);
            ((at != NOWHERE).then_some(at), has_kin)
        });
        (theirs, ours)
    }
}

/// Those of `classes` that are none but the first one, which may be: the classes by the list fill their places from the first on.
fn some(classes: [KinId; 1 + SENSES]) -> impl Iterator<Item = KinId> {
    let [first, listed @ ..] = classes;
    std::iter::once(first).chain(listed.into_iter().take_while(|class| *class != 0))
}

/// The classes of kin that a term is of; 0 for none.
fn classes_of(measure: &Measure) -> [KinId; 1 + SENSES] {
    let [first, second, third] = measure.kindred.map(KinId::from);
    [measure.kin, first, second, third]
}

/// What one passage sees of the other.
#[derive(Clone, Copy, Debug, Default)]
struct View {
    found: u32,
    stretch: u32,
    neighbours: u32,
    run: u32,
    places: u128,
    plain: u32,
    anchors: u32,
    length: u32,
    exact: u32,
    names: u32,
    words: u32,
    figures: u32,
}

/// How alike `l` of `left` and `r` of `right` are. `from_left` must be turned to `l`.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "weights of a sentence")]
pub fn likeness((left, l, from_left): (&Passages, u32, &mut Sight), (right, r): (&Passages, u32)) -> Likeness {
    let (ours, theirs) = (left.terms(l), right.terms(r));
    let (on_right, on_left) = from_left.both_views(left.measures(l), (right, r));
    let (weight_l, weight_r) = (left.weight[l as usize].max(1), right.weight[r as usize].max(1));
    let (share_l, share_r) = (on_left.found as f32 / weight_l as f32, on_right.found as f32 / weight_r as f32);
    let (sums_l, sums_r) = (&left.sums[l as usize], &right.sums[r as usize]);
    let plain = |view: &View, sums: &Sums| view.plain as f32 / sums.plain.max(1) as f32;
    let (plain_l, plain_r) = (plain(&on_left, sums_l), plain(&on_right, sums_r));
    let words = |weight: u32| weight as f32 / ONE as f32;
    let known = |view: &View, sums: &Sums| words(view.words) / words(sums.words).max(0.5);
    let (known_l, known_r) = (known(&on_left, sums_l), known(&on_right, sums_r));
    let pairs = (ours.len() + theirs.len()).saturating_sub(2).max(1) as f32;
    Likeness {
        least: share_l.min(share_r),
        most: share_l.max(share_r),
        shared: words(on_left.found + on_right.found) / 2.0,
        stretch_least: words(on_left.stretch.min(on_right.stretch)),
        stretch_most: words(on_left.stretch.max(on_right.stretch)),
        neighbours: (on_left.neighbours + on_right.neighbours) as f32 / pairs,
        run: words(on_left.run.max(on_right.run)),
        plain_least: plain_l.min(plain_r),
        plain_most: plain_l.max(plain_r),
        anchors: on_left.anchors.min(on_right.anchors) as f32,
        run_length: on_left.length.max(on_right.length) as f32,
        overlap: (on_left.exact as f32 / ours.len().max(1) as f32)
            .min(on_right.exact as f32 / theirs.len().max(1) as f32),
        plain: words(on_left.plain + on_right.plain) / 2.0,
        names: words(on_left.names + on_right.names) / 2.0,
        names_share: words(on_left.names + on_right.names) / words(sums_l.names + sums_r.names).max(0.1),
        words: words(on_left.words + on_right.words) / 2.0,
        words_least: known_l.min(known_r),
        words_most: known_l.max(known_r),
        figures: on_left.figures.min(on_right.figures) as f32,
        figures_differ: f32::from(u8::from(
            sums_l.figures > 0 && sums_r.figures > 0 && on_left.figures + on_right.figures == 0,
        )),
        headline: f32::from(u8::from(is_headline(left, l) || is_headline(right, r))),
        lighter: words(weight_l.min(weight_r)),
        heavier: words(weight_l.max(weight_r)),
        left_found: on_left.places,
        right_found: on_right.places,
    }
}

fn is_headline(passages: &Passages, passage: u32) -> bool {
    passages.role[passage as usize] == ParagraphRole::Headline
}

/// What a passage of such terms sees of another one: `sees` tells of a term by its place where it stands there, if it does, and whether a
/// word stands there that begins like it, or that may be put for it.
fn view(measures: &[Measure], mut sees: impl FnMut(usize, &Measure) -> (Option<u32>, bool)) -> View {
    let mut view = View::default();
    let (mut stretch, mut run, mut length, mut told, mut before) = (0_u32, 0_u32, 0_u32, 0_u32, None);
    for (place, measure) in measures.iter().enumerate() {
        let weight = measure.weight();
        let (at, kin) = sees(place, measure);
        let (found, known) = match at {
            Some(at) => {
                let follows = before.is_some_and(|before: u32| at == before + 1);
                view.neighbours += u32::from(follows);
                (run, length) = if follows { (run + weight, length + 1) } else { (weight, 1) };
                view.run = view.run.max(run);
                view.length = view.length.max(length);
                view.exact += 1;
                match measure.sort {
                    Sort::Name => view.names += weight,
                    Sort::Figure => view.figures += 1,
                    Sort::Word | Sort::Sign => view.words += weight,
                }
                (weight, measure.plain())
            }
            None if kin => (weight / KIN_SHARE, measure.plain() / KIN_SHARE),
            None => (0, 0),
        };
        before = at;
        // The heaviest stretch is a maximum subarray (Kadane's scan, in Bentley 1984) over words found less words missed.
        if found > 0 {
            view.found += found;
            view.places |= 1_u128.checked_shl(place as u32).unwrap_or(0);
            stretch += found;
            view.stretch = view.stretch.max(stretch);
            view.plain += known;
            view.anchors += u32::from(told < TELLING && told + measure.plain() >= TELLING);
            told += measure.plain();
        } else {
            stretch = stretch.saturating_sub(weight / GAP_SHARE);
            told = if weight > 0 { 0 } else { told };
        }
    }
    view
}

/// The weight of the terms whose bits are set in `places`.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "weights of a sentence")]
pub fn weight_at(measures: &[Measure], places: u128) -> f32 {
    let (mut places, mut sum) = (places, 0);
    while places != 0 {
        sum += measures.get(places.trailing_zeros() as usize).map_or(0, |measure| measure.weight());
        places &= places - 1;
    }
    sum as f32 / ONE as f32
}
