//! Cues that are found by the shape of a word, a clause or a sentence, as pictures.

use insta::assert_snapshot;

use super::picture;

#[test]
fn what_the_writer_says_to_the_reader_denies_and_shouts() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. No committee is going to mend this. No one was hurt. Our readers know the place well. \
         It cost SIX YEARS of work. It was treated like a common thief. What a day!",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R No committee is going to mend this.
      iiiiiiiiiiiiiiiiiiiiiiiiiiiii
    R No one was hurt.
    R Our readers know the place well.
      iiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
    R It cost SIX YEARS of work.
              lllllllll
    R It was treated like a common thief.
                     eeeeeeeeeeeeeeeeeee
    R What a day!
      eeeeeeeeeee
    ");
}

#[test]
fn plain_clauses_are_left_alone_and_those_in_which_something_weighs_are_told() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. Ada Brun, who teaches music at the school, was there. \
         Ada Brun, who never paid the fine, was there. Ada Brun, who conveniently left the room, was there. \
         The library, owned by the town, stood open. The hall, which would be the end of the market, stood open.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R Ada Brun, who teaches music at the school, was there.
    R Ada Brun, who never paid the fine, was there.
                bbbbbbbbbbbbbbbbbbbbbbb
    R Ada Brun, who conveniently left the room, was there.
                iiiieeeeeeeeeeeeiiiiiiiiiiiiii
    R The library, owned by the town, stood open.
    R The hall, which would be the end of the market, stood open.
                      iiiiiiiiiiiiiiiiiiiiiiiiiiiiii
    ");
}

#[test]
fn words_in_a_clause_and_the_clause_are_two_cues() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The town waited in a bid to appease the ruthless owners. The mayor, who has been accused of a brazen theft, left.",
    ), @r"
    L Prices rose.
    R The town waited in a bid to appease the ruthless owners.
                      iiiiiiiiiiiillllllliiiiieeeeeeeeiiiiiii
    R The mayor, who has been accused of a brazen theft, left.
                 bbbbbbbbbbbbbbbbbbbbbbbbbbeeeeeebbbbbb
    ");
}

#[test]
fn earlier_troubles_are_told_by_their_year() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. Ada Brun was cleared of theft in 2011. The roof was mended in 2011.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R Ada Brun was cleared of theft in 2011.
               bbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The roof was mended in 2011.
    ");
}

#[test]
fn descriptions_and_comparisons_set_beside_the_news() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. Ada Brun, one of the owners of the mill, spoke. Ada Brun, a regular guest at the castle, spoke. \
         Ada Brun, a teacher at the school, spoke. They offered two pounds, less than the price of a loaf.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R Ada Brun, one of the owners of the mill, spoke.
                bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R Ada Brun, a regular guest at the castle, spoke.
                bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R Ada Brun, a teacher at the school, spoke.
    R They offered two pounds, less than the price of a loaf.
                               bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    ");
}

#[test]
fn adjectives_judge_by_their_endings() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. It was an unforgettable, murmurous place. The previous owner spoke to a homeless reader.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R It was an unforgettable, murmurous place.
      iiiiiiiiiieeeeeeeeeeeeeeeeeeeeeeeeiiiiii
    R The previous owner spoke to a homeless reader.
    ");
}

#[test]
fn headlines_set_the_news_beside_something() {
    assert_snapshot!(picture(
        "Council closes library\n\nThe council closed the library on Monday. The mayor said it would open again.",
        "Council closes library as readers weep\n\nThe council closed the library on Monday. The mayor said it would open again.",
    ), @r"
    L Council closes library
    L The council closed the library on Monday.
    L The mayor said it would open again.
    R Council closes library as readers weep
                             iiiiiiiiiiiiiii
    R The council closed the library on Monday.
    R The mayor said it would open again.
    ");
}
