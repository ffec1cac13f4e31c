//! The JSON that other programs read: schema 1, whose fields keep their names and meaning.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{folder, printed};

fn json(arguments: &[&str]) -> Value {
    let here = folder();
    serde_json::from_str(&printed(here.path(), arguments)).unwrap()
}

fn list<'a>(value: &'a Value, field: &str) -> &'a Vec<Value> {
    value[field].as_array().unwrap_or_else(|| panic!("{field} is a list in {value}"))
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("{value} is an index"))).unwrap()
}

/// `value` is null or a string.
fn maybe_text(value: &Value) -> bool {
    value.is_null() || value.is_string()
}

/// The span of `value` (`start` and `end`) lies in `text`, on character boundaries.
fn span(value: &Value, text: &str) -> (usize, usize) {
    let (start, end) = (number(&value["start"]), number(&value["end"]));
    assert!(start <= end && text.get(start..end).is_some(), "{value}");
    (start, end)
}

/// `value` is null, or `[start, end]` in `text`, on character boundaries.
fn maybe_pair(value: &Value, text: &str) {
    if !value.is_null() {
        let ends = value.as_array().unwrap();
        assert!(ends.len() == 2 && text.get(number(&ends[0])..number(&ends[1])).is_some(), "{value}");
    }
}

/// `value` is one of `names`.
fn one_of(value: &Value, names: &[&str]) {
    assert!(names.contains(&value.as_str().unwrap()), "{value} is one of {names:?}");
}

#[test]
fn every_pair_of_the_sample_keeps_the_contract() {
    let whole = json(&["--format", "json"]);
    assert_eq!((whole["parallax"].as_str(), whole["schema"].as_u64()), (Some(env!("CARGO_PKG_VERSION")), Some(1)));
    assert!(whole["settings"].is_object());
    let articles = list(&whole, "articles");
    assert_eq!(articles.len(), 5);
    articles.iter().for_each(article);
    let pairs = list(&whole, "pairs");
    assert_eq!(pairs.len(), 10);
    pairs.iter().for_each(|one| pair(one, articles));
}

#[test]
fn a_chosen_pair_stands_alone_with_its_first_article_on_the_left() {
    let whole = json(&["--format", "json", "--pair", "4,2"]);
    let pairs = list(&whole, "pairs");
    assert_eq!((pairs.len(), number(&pairs[0]["left"]), number(&pairs[0]["right"])), (1, 3, 1));
    pair(&pairs[0], list(&whole, "articles"));
}

#[test]
fn the_paper_names_every_field_and_no_other() {
    let mut written = BTreeSet::new();
    fields(&json(&["--format", "json"]), "", &mut written);
    let row = |line: &'static str| line.strip_prefix("| `")?.split_once('`').map(|(field, _)| field.to_owned());
    let named: BTreeSet<String> = include_str!("../../JSON.md").lines().filter_map(row).collect();
    assert_eq!(named.symmetric_difference(&written).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// Adds the paths of all fields of `value`, which stands at `path`: `pairs[].links[].grade`.
fn fields(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                fields(value, &path, found);
                found.insert(path);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| fields(value, &format!("{path}[]"), found)),
        _ => {}
    }
}

fn article(article: &Value) {
    let text = article["text"].as_str().unwrap();
    assert!(article["label"].is_string() && article["path"].is_string());
    let sha = article["sha256"].as_str().unwrap();
    assert!(sha.len() == 64 && sha.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)));
    assert!(["title", "date", "source"].iter().all(|field| maybe_text(&article[*field])));
    let paragraphs = list(article, "paragraphs");
    for paragraph in paragraphs {
        span(paragraph, text);
        one_of(&paragraph["role"], &["headline", "dateline", "caption", "body", "boilerplate"]);
    }
    let mut at = 0;
    for sentence in list(article, "sentences") {
        let (start, end) = span(sentence, text);
        assert!(start >= at && text[at..start].trim().is_empty(), "lost between sentences: {:?}", text.get(at..start));
        at = end;
        let (first, last) = span(&paragraphs[number(&sentence["paragraph"])], text);
        assert!(first <= start && end <= last, "a sentence lies in its paragraph");
    }
    assert!(text[at..].trim().is_empty(), "lost after the last sentence");
}

fn pair(pair: &Value, articles: &[Value]) {
    let sides = ["left", "right"].map(|side| &articles[number(&pair[side])]);
    let texts = sides.map(|article| article["text"].as_str().unwrap());
    let sentences = sides.map(|article| list(article, "sentences"));
    let ids = |value: &Value, side: usize| -> Vec<usize> {
        let ids: Vec<usize> = value.as_array().unwrap().iter().map(number).collect();
        assert!(ids.iter().all(|id| *id < sentences[side].len()));
        ids
    };
    let mut linked = [Vec::new(), Vec::new()];
    for link in list(pair, "links") {
        for (side, field) in ["left", "right"].into_iter().enumerate() {
            let ids = ids(&link[field], side);
            assert!(!ids.is_empty(), "a link has both sides");
            linked[side].extend(ids);
        }
        one_of(&link["grade"], &["same", "reworded", "partial"]);
        assert!((0.0..=1.0).contains(&link["score"].as_f64().unwrap()) && link["moved"].is_boolean(), "{link}");
    }
    for (side, field) in ["only_left", "only_right"].into_iter().enumerate() {
        let only = ids(&pair[field], side);
        for (id, sentence) in sentences[side].iter().enumerate() {
            let paragraph = number(&sentence["paragraph"]);
            let boilerplate = sides[side]["paragraphs"][paragraph]["role"] == "boilerplate";
            let expected = !boilerplate && !linked[side].contains(&id);
            assert_eq!(only.contains(&id), expected, "{field}: sentence {id}, boilerplate {boilerplate}");
        }
    }
    for change in list(pair, "changes") {
        maybe_pair(&change["left"], texts[0]);
        maybe_pair(&change["right"], texts[1]);
        assert!(!(change["left"].is_null() && change["right"].is_null()));
        one_of(&change["class"], &["word", "name", "number", "punctuation", "case", "typography"]);
    }
    for finding in list(pair, "findings") {
        one_of(&finding["side"], &["left", "right"]);
        let side = usize::from(finding["side"] == "right");
        span(finding, texts[side]);
        maybe_pair(&finding["counterpart"], texts[1 - side]);
        assert!((1..=3).contains(&number(&finding["strength"])));
        assert!(finding["rule"].is_string() && finding["why"].is_string());
        one_of(
            &finding["kind"],
            &[
                "attribution",
                "source",
                "hedge",
                "loaded",
                "naming",
                "evaluation",
                "interpretation",
                "background",
                "quotation",
                "figure",
                "placement",
                "headline",
            ],
        );
    }
}
