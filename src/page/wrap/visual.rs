//! A line with letters that are written from right to left, in the order it is drawn from left to right.

use super::{Atom, Piece, Run, run};
use crate::text::{
    bidi::{Levels, drawn, order},
    joining::joined,
};

/// As [`super::line`], in visual order. A run is a stretch of one piece that goes one way; its source is the stretch of the
/// article that it shows, whichever way it is drawn.
pub(super) fn line(pieces: &[Piece<'_>], shown: &str, atoms: &[Atom], hyphen: bool, levels: &Levels) -> Vec<Run> {
    let levels_of: Vec<u8> = atoms.iter().map(|atom| levels.at(atom.start)).collect();
    let places = order(&levels_of);
    let letter = |at: Option<usize>| {
        let atom = atoms.get(at?)?;
        shown.get(atom.start..atom.end)
    };
    let goes_on = |a: &usize, b: &usize| {
        atoms[*a].piece == atoms[*b].piece && a.abs_diff(*b) == 1 && levels_of[*a] == levels_of[*b]
    };
    let mut runs: Vec<Run> = places
        .chunk_by(goes_on)
        .filter_map(|group| {
            let (first, last) = (group.iter().min()?, group.iter().max()?);
            let letters = group.iter().map(|at| {
                let (before, after) = (letter(at.checked_sub(1)), letter(at.checked_add(1)));
                joined(before, drawn(letter(Some(*at)).unwrap_or_default(), levels_of[*at]), after)
            });
            Some(run(&pieces[atoms[*first].piece], letters.collect(), atoms[*first].from, atoms[*last].to))
        })
        .collect();
    if hyphen {
        // At the end of what is read, which is the left where the line goes from right to left.
        if levels.from_right {
            runs.first_mut().into_iter().for_each(|run| run.text.insert(0, '-'));
        } else {
            runs.last_mut().into_iter().for_each(|run| run.text.push('-'));
        }
    }
    runs
}
