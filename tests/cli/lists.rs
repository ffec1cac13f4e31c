//! The reader's own word lists, read from the configuration folder by the program itself.

use std::fs;

use super::{folder, printed};

/// The findings of two texts as `rule` after `rule`.
fn rules(left: &str, right: &str, lists: &[(&str, &str)]) -> String {
    let json = compared(left, right, lists);
    let findings = json["pairs"][0]["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect::<Vec<_>>().join(", ")
}

/// What is written of the findings of two texts, with the reader's own `lists`.
fn compared(left: &str, right: &str, lists: &[(&str, &str)]) -> serde_json::Value {
    let here = folder();
    for (list, text) in lists {
        let path = here.path().join(".config/parallax/words").join(list);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    fs::write(here.path().join("left.txt"), left).unwrap();
    fs::write(here.path().join("right.txt"), right).unwrap();
    let json = printed(here.path(), &["left.txt", "right.txt", "--only", "findings", "--format", "json"]);
    serde_json::from_str(&json).unwrap()
}

const PLAIN: &str = "The bridge over the river was closed for the summer; the mayor said on Monday that it was old.\n";
const LOADED: &str =
    "The rickety bridge over the river was zonked for the summer; the mayor claimed on Monday that it was old.\n";

#[test]
fn own_entries_are_added_and_bundled_ones_taken_out() {
    assert_eq!(rules(PLAIN, LOADED, &[]), "words/en/attribution: claim, words/en/evaluation: rickety");
    let own = [("en/attribution.txt", "-claim\n"), ("en/loaded.txt", "[partisan 3 verb]\nzonk = close\n")];
    assert_eq!(rules(PLAIN, LOADED, &own), "own/en/loaded: zonk, words/en/evaluation: rickety");
}

#[test]
fn another_language_is_another_folder() {
    let plain = "Der Bürgermeister sagte am Montag, dass die alte Brücke über den Fluss im Sommer geschlossen wird.\n";
    let loaded =
        "Der Bürgermeister behauptete am Montag, dass die alte Brücke über den Fluss im Sommer geschlossen wird.\n";
    assert_eq!(rules(plain, loaded, &[]), "");
    let german = [
        (
            "de/grammar.txt",
            "[determiner]\nder die das den dem ein eine\n[preposition]\nam über im\n[be]\nist wird\n[conjunction]\ndass\n",
        ),
        ("de/attribution.txt", "[doubt 2 verb]\nbehauptete = sagte\n[neutral 0 verb]\nsagte\n"),
    ];
    assert_eq!(rules(plain, loaded, &german), "own/de/attribution: behauptete");
}

#[test]
fn own_lists_and_parts_are_among_the_settings_that_are_written() {
    let written = |lists: &[(&str, &str)]| compared(PLAIN, LOADED, lists)["settings"].to_string();
    assert_eq!(written(&[]), r#"{"only":["findings"],"pair_chosen":false,"words":[]}"#);
    // The sum is that of `printf -- '-claim\n' | sha256sum`.
    assert_eq!(
        written(&[("en/attribution.txt", "-claim\n")]),
        r#"{"only":["findings"],"pair_chosen":false,"words":[{"list":"en/attribution","sha256":"3d5d44c6b815f7f41fc14726d26765d2e6340076207951b75eb121c9129d3052"}]}"#
    );
}

#[test]
fn one_list_is_enough_for_a_language_of_which_none_is_bundled() {
    let plain = "Die Regierung in Berlin hat am Montag ein neues Gesetz beschlossen, das die Einreise regelt. \
                 Der Minister sagte, das Gesetz sei notwendig und die Opposition habe den Entwurf gekannt.\n";
    let loaded = "Das Regime in Berlin hat am Montag ein skandal\u{f6}ses Gesetz beschlossen, das den Asyltourismus regelt. \
                  Der Minister sagte, das Gesetz sei notwendig und die Opposition habe den Entwurf gekannt.\n";
    let german = [("de/loaded.txt", "[partisan 2]\nRegime = Regierung, Asyl*, skandal\u{f6}s*\n")];
    assert_eq!(
        rules(plain, loaded, &german),
        "own/de/loaded: regime, own/de/loaded: skandal\u{f6}ses, own/de/loaded: asyltourismus"
    );
}
