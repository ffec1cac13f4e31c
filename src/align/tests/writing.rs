//! What may be written otherwise in passages that are the same.

use super::{aligned, picture};

#[test]
fn a_hyphen_for_a_blank_leaves_a_passage_the_same_and_an_accent_does_not() {
    let of = |one: &str, other: &str| {
        let rest = "The council will meet again on Friday to hear the mayor.";
        picture(&aligned(&format!("{one}\n\n{rest}"), &format!("{other}\n\n{rest}")).1)
    };
    for (one, other) in [
        ("The vice-president and the attorney-general met.", "The vice president and the attorney general met."),
        ("The cease-fire along the coast holds.", "The ceasefire along the coast holds."),
        ("Это мой дом.", "ЭТО «МОЙ» ДОМ."),
    ] {
        assert_eq!(of(one, other), "L1=R1 L2=R2", "{one}");
    }
    for (one, other) in [
        ("Das Haus am Hafen ist schon alt.", "Das Haus am Hafen ist schön alt."),
        ("Tiene un año de vida en el puerto.", "Tiene un ano de vida en el puerto."),
        ("Это мой большой дом у реки.", "Это мои большой дом у реки."),
        ("He may be here on Monday for talks.", "He maybe here on Monday for talks."),
    ] {
        assert_eq!(of(one, other), "L1~R1 L2=R2", "{one}");
    }
}
