//! Labels and single words, as pictures.

use insta::assert_snapshot;

use super::{picture, table};

#[test]
fn scare_quotes_are_a_hedge_even_where_the_other_has_the_word_bare() {
    assert_snapshot!(table(
        "The guards serve as military advisers in the northern town.",
        "The guards serve as \u{2018}military advisers\u{2019} in the northern town.",
    ), @r"
    ‘military advisers’ | military advisers | pattern: scare quotes | ‘military advisers’ keeps a distance from what is told; A has “military advisers” there.
    ");
}

#[test]
fn labels_made_of_any_words() {
    assert_snapshot!(picture(
        "Prices rose.",
        "Ruritania, Strelsau\u{2019}s most loyal protector, sent troops. Rebel-held towns and pro-Ruritanian militias were hit. \
         The ministry, which has long been at odds with the court, dismissed reported contacts with them.",
    ), @r"
    L Prices rose.
    R Ruritania, Strelsau’s most loyal protector, sent troops.
                 nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
    R Rebel-held towns and pro-Ruritanian militias were hit.
      nnnnnnnnnn           nnnnnnnnnnnnnnnnnnnnnnn
    R The ministry, which has long been at odds with the court, dismissed reported contacts with them.
                    bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb  aaaaaaaaa
    ");
}

#[test]
fn capitals_make_names_and_not_cues() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The Radical Party met in Grim Hall with Noble Energy and the Brave Institute.",
    ), @r"
    L Prices rose.
    R The Radical Party met in Grim Hall with Noble Energy and the Brave Institute.
    ");
}

#[test]
fn neighbouring_evaluations_are_one_cue() {
    assert_snapshot!(picture("Prices rose.", "It was a ruthless and bloody campaign, utterly disastrous for the town."), @r"
    L Prices rose.
    R It was a ruthless and bloody campaign, utterly disastrous for the town.
               eeeeeeeeeeeeeeeeeee           eeeeeeeeeeeeeeeeee
    ");
}

#[test]
fn a_label_beside_a_name_names_and_alone_it_is_loaded() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The Ruritanian regime met. The regime met. They quietly left, with the cruelly small sum paid daily.",
    ), @r"
    L Prices rose.
    R The Ruritanian regime met.
          nnnnnnnnnnnnnnnnn
    R The regime met.
          llllll
    R They quietly left, with the cruelly small sum paid daily.
           eeeeeee                eeeeeee
    ");
}

#[test]
fn plain_uses_of_telling_words_are_left_alone() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The army admitted stunning the guards. It became apparent to them. The match, which began at noon, was held there. \
         Ada Brun, who has two children, came. The envoy, adding that the talks were \u{201c}behind us\u{201d}, left. \
         The port, established under the old law, stood. She saw a stunning view and the apparent harm.",
    ), @r"
    L Prices rose.
    R The army admitted stunning the guards.
                        llllllll
    R It became apparent to them.
    R The match, which began at noon, was held there.
    R Ada Brun, who has two children, came.
    R The envoy, adding that the talks were “behind us”, left.
    R The port, established under the old law, stood.
    R She saw a stunning view and the apparent harm.
                eeeeeeee          hhhhhhhhhhhh
    ");
}

#[test]
fn words_in_their_own_sense_are_left_alone() {
    assert_snapshot!(picture(
        "Prices rose.",
        "They stood on a rocky hillside. Twisted metal lay there. The water was shallow water. The Ruritania quake was felt. \
         The word \u{201c}climate\u{201d} was used. He starred in the film \u{201c}Red Rose\u{201d}. They came \u{201c}within minutes\u{201d}. \
         The plan was shallow.",
    ), @r"
    L Prices rose.
    R They stood on a rocky hillside.
    R Twisted metal lay there.
    R The water was shallow water.
    R The Ruritania quake was felt.
    R The word “climate” was used.
    R He starred in the film “Red Rose”.
    R They came “within minutes”.
    R The plan was shallow.
                   eeeeeee
    ");
}
