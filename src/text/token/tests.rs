#![allow(clippy::string_slice)]
use proptest::prelude::*;

use super::*;

/// The tokens with a bar between, figures in angle brackets, signs in square ones.
fn cut(text: &str) -> String {
    let found = tokens(text, Span::new(0, text.len()), &mut Vocabulary::default());
    let show = |token: &Token| match token.kind {
        TokenKind::Word => token.span.of(text).to_owned(),
        TokenKind::Figure => format!("<{}>", token.span.of(text)),
        TokenKind::Sign => format!("[{}]", token.span.of(text)),
    };
    found.iter().map(show).collect::<Vec<_>>().join(" ")
}

#[test]
fn words_keep_their_hyphens_and_apostrophes() {
    assert_eq!(
        cut("Netanyahu’s U.S-Israeli de-confliction, isn't it?"),
        "Netanyahu’s U.S-Israeli de-confliction [,] isn't it [?]"
    );
    assert_eq!(cut("the U.S. (said.The end.)"), "the U.S [.] [(] said [.] The end [.] [)]");
    assert_eq!(cut("‘strong’ “ties”—so--what..."), "[‘] strong [’] [“] ties [”] [—] so [--] what [...]");
    assert_eq!(cut("AT&T i24news COVID-19 example.com a_b"), "AT&T i24news COVID-19 example.com a_b");
    assert_eq!(cut("see https://example.com/a?b=c. @you #tag"), "see https://example.com/a?b=c [.] [@] you [#] tag");
    assert_eq!(cut("pass\u{200b}word naïve"), "pass\u{200b}word naïve");
    assert_eq!(
        cut("a volun-\n tary in\u{2010}\r\njury, the plan -\nor pre- and post-war"),
        "a volun-\n tary in\u{2010}\r\njury [,] the plan [-] or pre [-] and post-war"
    );
    assert_eq!(cut("Israeli–Russian well–said"), "Israeli–Russian well–said");
}

#[test]
fn figures_keep_their_currency_and_unit() {
    assert_eq!(
        cut("$3.5m 15% 1,200 2019-03-05 1:45 pm 3rd 15-year-old €20 20 % −5°C 1 200 men"),
        "<$3.5m> <15%> <1,200> <2019-03-05> <1:45> pm <3rd> <15-year-old> <€20> <20 %> <−5°C> <1 200> men"
    );
    assert_eq!(
        cut("from 14 200 to 1 234 567. March 4 200 men"),
        "from <14 200> to <1 234 567> [.] March <4> <200> men"
    );
    assert_eq!(cut("rows 120 340 12 and 12 3456, 0 200"), "rows <120> <340> <12> and <12> <3456> [,] <0> <200>");
    assert_eq!(
        cut("1\u{a0}200 in 2015, 10–15 1/2 (3). 1914-"),
        "<1\u{a0}200> in <2015> [,] <10–15> <1/2> [(] <3> [)] [.] <1914> [-]"
    );
}

#[test]
fn scripts_without_spaces_are_cut_by_letter() {
    assert_eq!(cut("東京2020は、"), "東 京 <2020> は [、]");
    assert_eq!(cut("ที่นี่"), "ที่ นี่");
    assert_eq!(cut("हिन्दी में"), "हिन्दी में");
    assert_eq!(cut("안녕하세요 여러분"), "안녕하세요 여러분");
    assert_eq!(cut("👩‍👩‍👧 ok 🇮🇱"), "[👩‍👩‍👧] ok [🇮🇱]");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn tokens_cover_all_but_white_space(text in "([a-z0-9 \\n.,:'$%\u{2019}\u{200d}-]|\\PC){0,80}") {
        let mut end = 0;
        for token in tokens(&text, Span::new(0, text.len()), &mut Vocabulary::default()) {
            let start = token.span.start as usize;
            prop_assert!(start >= end && !token.span.is_empty() && text.is_char_boundary(token.span.end as usize));
            prop_assert!(text[end..start].trim().is_empty());
            end = token.span.end as usize;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
