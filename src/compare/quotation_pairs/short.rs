//! Quotations of a few words that are taken from a longer one of the other article: "the talks were no more than “a start”".

use super::{Group, Touching, Utterance};
use crate::{align::PairAlignment, compare::quotations::Quotation, story::Side};

/// Fewer words are a word that the writer keeps at a distance.
const FEWEST: usize = 2;

/// Adds to `groups` the short quotations whose words stand together in a quotation of a linked passage that has no answer yet. Of each side's `utterances`
/// those from `telling` on are short.
pub(super) fn short_answers(
    groups: &mut Vec<Group>,
    alignment: &PairAlignment,
    utterances: [&[Utterance]; 2],
    telling: [usize; 2],
    quoted: [&[Quotation]; 2],
    touching: &[Touching; 2],
) {
    let mut paired = [vec![false; utterances[0].len()], vec![false; utterances[1].len()]];
    for group in &*groups {
        group.left.iter().for_each(|at| paired[0][*at] = true);
        group.right.iter().for_each(|at| paired[1][*at] = true);
    }
    for side in Side::BOTH {
        let (own, other) = if side == Side::Left { (0, 1) } else { (1, 0) };
        for long in 0..telling[own] {
            if paired[own][long] {
                continue;
            }
            let parts: Vec<&Quotation> = utterances[own][long].parts.iter().map(|at| &quoted[own][*at]).collect();
            let mut answers = Vec::new();
            for link in touching[own].by(&parts) {
                let Some(there) = alignment.links.get(link as usize).map(|link| link.on(side.other())) else {
                    continue;
                };
                let (Some(first), Some(last)) = (there.first(), there.last()) else { continue };
                let shorts = &utterances[other][telling[other]..];
                let from = shorts.partition_point(|short| last_sentence(short, quoted[other]) < first.index());
                let near =
                    (from..shorts.len()).take_while(|at| first_sentence(&shorts[*at], quoted[other]) <= last.index());
                answers.extend(near.map(|at| at + telling[other]).filter(|at| {
                    !paired[other][*at] && is_taken_from(&utterances[other][*at], &utterances[own][long])
                }));
            }
            answers.sort_unstable();
            answers.dedup();
            if !answers.is_empty() {
                paired[own][long] = true;
                answers.iter().for_each(|at| paired[other][*at] = true);
                let (left, right) = if side == Side::Left { (vec![long], answers) } else { (answers, vec![long]) };
                groups.push(Group { left, right, repeat: false, runs: None });
            }
        }
    }
}

fn first_sentence(utterance: &Utterance, quoted: &[Quotation]) -> usize {
    utterance.parts.first().map_or(usize::MAX, |at| quoted[*at].sentences.0.index())
}

fn last_sentence(utterance: &Utterance, quoted: &[Quotation]) -> usize {
    utterance.parts.last().map_or(0, |at| quoted[*at].sentences.1.index())
}

/// Whether the words of `short` stand side by side in `long`.
fn is_taken_from(short: &Utterance, long: &Utterance) -> bool {
    short.words.len() >= FEWEST && long.words.windows(short.words.len()).any(|words| words == short.words)
}
