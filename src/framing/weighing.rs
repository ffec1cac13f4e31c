//! What a clause weighs: plain news has asides and relative clauses too, and most say who or where. One is a cue by what is in it.

use super::{
    bare,
    cue::{Cue, LONGEST_CLAUSE, Origin, clause_end},
    pattern::Pattern,
    reading::Reading,
    sentences,
};
use crate::{
    compare::FindingKind,
    lexicon::{
        Sense,
        WordSet::{Amount, Charge, Day, Flood, Formula, Mood, Negation, Outcome, Slant},
    },
    story::SentenceId,
};

/// How near to its head a clause denies something of its own, in tokens.
const NEAR: usize = 5;

/// Takes out the clauses set beside the news in which nothing weighs: no other cue, nothing denied but by a formula, no word that slants (`only`, `once`)
/// or accuses.
pub fn idle(reading: &Reading<'_>, found: &mut Vec<Cue>) {
    // "who could not be reached", "who was not in court"
    let formula = |clause: &Cue| (clause.start..clause.reach).any(|at| reading.is(at, Formula));
    let weighs = |clause: &Cue| {
        let heavy = Slant.bit() | Amount.bit() | Charge.bit() | Flood.bit() | Mood.bit();
        let judged = || {
            found.iter().any(|cue| {
                clause.start < cue.start && cue.start < clause.reach && cue.origin != clause.origin && !is_light(cue)
                    // "which was expected to take two days"
                    && !(cue.shift && cue.kind == FindingKind::Hedge)
            })
        };
        // "Who never complained", not "who became concerned when he did not come".
        let denied = (clause.start..clause.reach.min(clause.start + NEAR)).any(|at| reading.is(at, Negation));
        !formula(clause) && (denied || (clause.start..clause.reach).any(|at| reading.any(at, heavy)) || judged())
    };
    let weights: Vec<Weight> = found
        .iter()
        .map(|cue| match () {
            () if !is_light(cue) || weighs(cue) => Weight::Own,
            () if !formula(cue) && bare::may_tell(reading, cue) => Weight::BesideBare,
            () => Weight::None,
        })
        .collect();
    let mut of = weights.iter();
    found.retain_mut(|cue| {
        let weight = of.next().copied().unwrap_or(Weight::Own);
        cue.bare = weight == Weight::BesideBare;
        weight != Weight::None
    });
}

/// What a clause set beside the news weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    None,
    /// Something, where the other article leaves bare what it is set beside.
    BesideBare,
    Own,
}

/// Whether it is a cue by its shape alone.
fn is_light(cue: &Cue) -> bool {
    use Pattern::{Act, Aside, Epithet, LookingBack, SetBeside};
    matches!(cue.origin, Origin::Pattern(LookingBack | Aside | SetBeside | Act | Epithet))
}

/// A clause set beside the news in words that judge is the writer's reading of it, and no bare background; so is one that `while` or `after`
/// hangs on to the news.
pub fn charge(reading: &Reading<'_>, sentence: SentenceId, found: &mut Vec<Cue>) {
    let (from, to) = reading.range(sentence);
    let judges = |cue: &Cue, start: usize, end: usize| {
        matches!(cue.kind, FindingKind::Loaded | FindingKind::Evaluation | FindingKind::Naming)
            && cue.strength >= 2
            && start < cue.start
            && cue.end <= end
    };
    for index in 0..found.len() {
        let clause = found[index];
        let beside = matches!(
            clause.origin,
            Origin::Pattern(Pattern::LookingBack | Pattern::Aside | Pattern::SetBeside | Pattern::Against)
        );
        let inside = found.get(index + 1..).unwrap_or_default().iter().take_while(|cue| cue.start < clause.reach);
        if beside && inside.into_iter().any(|cue| judges(cue, clause.start, clause.reach)) {
            found[index].kind = FindingKind::Interpretation;
            found[index].sense = Sense::Significance;
        }
    }
    charged_sentence(reading, sentence, found);
    if !found.iter().any(|cue| judges(cue, from, to)) {
        return;
    }
    for comma in (from..to).filter(|at| reading.form(*at) == ",") {
        let opens =
            matches!(reading.form(comma + 1), "while" | "whilst" | "after" | "when" | "where" | "because" | "as");
        let end = if opens { clause_end(reading, comma + 2, to.min(comma + 1 + LONGEST_CLAUSE), to) } else { 0 };
        let whole = Origin::Pattern(Pattern::ChargedSentence);
        let free = !found.iter().any(|cue| cue.origin != whole && cue.start <= comma + 1 && comma + 1 < cue.reach);
        let charged = |cue: &Cue| cue.kind != FindingKind::Naming && judges(cue, comma + 1, end);
        if !opens || !free || !found.iter().any(charged) {
            continue;
        }
        found.push(Cue { reach: end, ..Pattern::ChargedClause.cue(sentence, (comma + 1, comma + 2)) });
    }
    found.sort_by_key(|cue| cue.start);
}

/// Whether cues of a kind judge by a word.
pub fn judges(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Loaded | FindingKind::Evaluation | FindingKind::Hedge | FindingKind::Naming)
}

/// A short sentence of the writer's own that judges, without a figure or a day, is the writer's reading of the matter as a whole.
fn charged_sentence(reading: &Reading<'_>, sentence: SentenceId, found: &mut Vec<Cue>) {
    const LONGEST: usize = 24;
    /// Two mild words, or one that is clear.
    const LEAST: u32 = 2;
    let (from, to) = reading.range(sentence);
    // A bound or a guess judges nothing, and a label by itself little.
    let judging = found.iter().filter(|cue| match cue.kind {
        FindingKind::Loaded | FindingKind::Evaluation => true,
        FindingKind::Hedge => !cue.shift,
        _ => false,
    });
    let charge: u32 = judging.map(|cue| u32::from(cue.strength)).sum();
    let whole = found.iter().any(|cue| cue.kind == FindingKind::Interpretation && cue.reach - cue.start > 2);
    // With a figure, a day, or who was hurt, it tells what happened.
    let counted = || (from..to).any(|at| reading.is_figure(at) || reading.any(at, Day.bit() | Outcome.bit()));
    if charge < LEAST || whole || to - from > LONGEST || counted() || !sentences::is_own(reading, (from, to)) {
        return;
    }
    // A headline has no full stop.
    let last = to - usize::from(reading.is_sign(to - 1));
    found.push(Cue { reach: last, ..Pattern::ChargedSentence.cue(sentence, (from, from + 1)) });
    found.sort_by_key(|cue| (cue.start, std::cmp::Reverse(cue.reach)));
}
