use super::picture;

#[test]
fn one_word_in_two_spellings_is_typography() {
    for (left, right) in [
        ("organised", "organized"),
        ("travelled to", "traveled to"),
        ("analysed", "analyzed"),
        ("honoured", "honored"),
        ("did not see", "didn't see"),
    ] {
        let told = picture(
            &format!("The council {left} the feast on Monday in the town."),
            &format!("The council {right} the feast on Monday in the town."),
        );
        let (left, right) = (
            left.trim_end_matches(" to").trim_end_matches(" see"),
            right.trim_end_matches(" to").trim_end_matches(" see"),
        );
        assert_eq!(told, format!("typography: {left} -> {right}\n"));
    }
    assert_eq!(
        picture("They cannot be seen from the quay.", "They can’t be seen from the quay."),
        "typography: cannot -> can’t\n"
    );
    assert_eq!(
        picture("He filled the form on Monday in the town.", "He filed the form on Monday in the town."),
        "word: filled -> filed\n"
    );
}

#[test]
fn one_name_in_two_writings_is_one_change() {
    for (left, right, class) in [
        ("Köln", "Koeln", "typography"),
        ("Köln", "Cologne", "name"),
        ("Kiev", "Kyiv", "name"),
        ("United States", "U.S.", "name"),
        ("UN", "United Nations", "name"),
        ("McDonald", "Macdonald", "name"),
    ] {
        let told = picture(
            &format!("On Monday the {left} envoys told the council so in the town."),
            &format!("On Monday the {right} envoys told the council so in the town."),
        );
        assert_eq!(told, format!("{class}: {left} -> {right}\n"));
    }
}

#[test]
fn the_stop_of_a_title_is_no_part_of_the_name_behind_it() {
    assert_eq!(
        picture("On Monday Dr. Weber told the council so.", "On Monday Dr Brandt told the council so."),
        "punctuation: . -> ·\nname: Weber -> Brandt\n"
    );
}
