//! What clauses say besides, as pictures.

use insta::assert_snapshot;

use super::{picture, table};

#[test]
fn clauses_of_motive_cause_and_significance() {
    assert_snapshot!(picture(
        "Prices rose.",
        "The council closed the library in a bid to save money, raising questions about its plans for the park. \
         The vote was a blow to the mayor, marking a new low in her term.",
    ), @r"
    L Prices rose.
    R The council closed the library in a bid to save money, raising questions about its plans for the park.
                                     iiiiiiiiiiiiiiiiiiiiii  iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii
    R The vote was a blow to the mayor, marking a new low in her term.
                   iiiiiiiiiiiiiiiiiii  iiiiiiiiiiiiiiiiiiiiiiiiiiiii
    ");
}

#[test]
fn clauses_set_beside_the_news_are_told_from_the_plain_course_of_events() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday, robbing readers of a warm room. \
         It did so at night, a habit that many know. \
         The mayor, many of whose friends were there, spoke, despite a petition of readers. \
         The library, paid for with gifts, stood there. \
         That would have been the end. \
         She did not say where the books went. \
         The council met on Monday, beginning at noon. The vote was held in June, followed by a meal.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday, robbing readers of a warm room.
                                                iiiiiiiiiiiiiiiiiiiiiiiiiiiiii
    R It did so at night, a habit that many know.
                          iiiiiiiiiiiiiiiiiiiiii
    R The mayor, many of whose friends were there, spoke, despite a petition of readers.
                         bbbbbbbbbbbbbbbbbb               bbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The library, paid for with gifts, stood there.
                   bbbbbbbbbbbbbbbbbbb
    R That would have been the end.
      iiiiiiiiiiiiiiiiiiiiiiiiiiii
    R She did not say where the books went.
          bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The council met on Monday, beginning at noon.
    R The vote was held in June, followed by a meal.
    ");
}

#[test]
fn a_clause_in_words_that_judge_is_no_bare_background() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. The firm, which has sold two ships, left. The firm, which has been led by a ruthless clan, left. \
         The town waited, while the ruthless owners left. The town waited, while the owners left. \
         Two were hurt, guests claimed. It was the biggest fire in the town for years.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R The firm, which has sold two ships, left.
    R The firm, which has been led by a ruthless clan, left.
                iiiiiiiiiiiiiiiiiiiiiiiieeeeeeeeiiiii
    R The town waited, while the ruthless owners left.
                       iiiiiiiiiieeeeeeeeiiiiiiiiiiii
    R The town waited, while the owners left.
    R Two were hurt, guests claimed.
                     ssssssssssssss
    R It was the biggest fire in the town for years.
             eeeeeeeeeee
    ");
}

#[test]
fn what_was_not_done_is_the_writers_remark_unless_somebody_says_so() {
    assert_snapshot!(picture(
        "The council closed the library on Monday.",
        "The council closed the library on Monday. It did not open the doors again. The mayor said that it did not open the doors. \
         The clause, a device used four times, was read out. Ada Brun, a baker of the town, was there.",
    ), @r"
    L The council closed the library on Monday.
    R The council closed the library on Monday.
    R It did not open the doors again.
         bbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R The mayor said that it did not open the doors.
    R The clause, a device used four times, was read out.
    R Ada Brun, a baker of the town, was there.
    ");
}

#[test]
fn a_clause_that_the_other_article_leaves_out_is_told_in_its_words() {
    let told = table(
        "The company said it had followed all rules, but rejected any blame in the matter of the leases. The council met on Tuesday in the town hall.",
        "The company said it had followed all rules. The council met on Tuesday in the town hall.",
    );
    assert!(told.contains("leaves out \u{201c}but rejected any blame in the matter of the leases\u{201d}"), "{told}");
    let told = table(
        "The police arrested Tom Reed, who denies the charges, at his home in Leeds on Monday.",
        "The police arrested Tom Reed at his home in Leeds on Monday.",
    );
    assert!(!told.contains("source dropped"), "{told}");
}

#[test]
fn what_is_set_beside_a_name_tells_something_where_the_other_leaves_it_bare() {
    assert_snapshot!(picture(
        "Mr Karim, the president of Ruritania, who has ruled the country since 2003, signed the law on Monday.\n\n\
         Ruritania, a Strelsovian ally, rejected the criticism of the court.\n\n\
         Seven soldiers, most of them conscripts, were killed near the bridge.\n\n\
         Mr Reed – who was convicted of fraud in 2003 – left the meeting early.",
        "Mr Karim signed the law on Monday.\n\n\
         Ruritania rejected the criticism of the court.\n\n\
         Seven soldiers were killed near the bridge.\n\n\
         Mr Reed left the meeting early.",
    ), @r"
    L Mr Karim, the president of Ruritania, who has ruled the country since 2003, signed the law on Monday.
                                            bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    L Ruritania, a Strelsovian ally, rejected the criticism of the court.
                 nnnnnnnnnnnnnnnnnn
    L Seven soldiers, most of them conscripts, were killed near the bridge.
                      bbbbbbbbbbbbbbbbbbbbbbb
    L Mr Reed – who was convicted of fraud in 2003 – left the meeting early.
                bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
    R Mr Karim signed the law on Monday.
    R Ruritania rejected the criticism of the court.
    R Seven soldiers were killed near the bridge.
    R Mr Reed left the meeting early.
    ");
}

#[test]
fn what_both_set_beside_a_name_or_who_somebody_is_tells_nothing() {
    assert_snapshot!(picture(
        "Mr Karim, who has ruled the country since 2003, signed the law on Monday.\n\n\
         Anna Weber, who is the mayor of Strelsau, opened the bridge on Friday.\n\n\
         The harbour law, which the opposition says was passed in haste, starts in May.",
        "Mr Karim signed the law on Monday.\n\nHe has ruled the country since 2003.\n\n\
         Anna Weber opened the bridge on Friday.\n\n\
         The harbour law starts in May.",
    ), @r"
    L Mr Karim, who has ruled the country since 2003, signed the law on Monday.
    L Anna Weber, who is the mayor of Strelsau, opened the bridge on Friday.
    L The harbour law, which the opposition says was passed in haste, starts in May.
    R Mr Karim signed the law on Monday.
    R He has ruled the country since 2003.
    R Anna Weber opened the bridge on Friday.
    R The harbour law starts in May.
    ");
}

#[test]
fn what_did_not_happen_recalls_nothing() {
    assert_snapshot!(picture(
        "The company had not been accused of wrongdoing before the inquiry began.",
        "The inquiry began on Monday.",
    ), @r"
    L The company had not been accused of wrongdoing before the inquiry began.
    R The inquiry began on Monday.
    ");
}
