//! The lists that come with the program: language, name, text.

macro_rules! lists {
    ($language:literal: $($name:literal)*) => {
        &[$(($language, $name, include_str!(concat!("../../assets/words/", $language, "/", $name, ".txt"))),)*]
    };
}

/// Language, list, text.
pub static BUNDLED: &[(&str, &str, &str)] = lists! {
    "en": "grammar" "irregular" "attribution" "source" "hedge" "loaded" "naming" "evaluation" "interpretation" "background"
};
