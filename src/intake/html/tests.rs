#![allow(clippy::string_slice)]
use super::*;

const TOLD: &str = "The harbour council told reporters on Monday that the ferry would sail again, and that the crew was safe and well.";

#[test]
fn a_page_is_known_by_its_beginning_or_its_name() {
    let known = |path: &str, text: &str| is_html(Path::new(path), text);
    assert!(known("a.txt", "\u{feff}\n<!DOCTYPE html><p>x"));
    assert!(known("a", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"));
    assert!(known("a.HTM", "<p>x</p>"));
    assert!(!known("a.txt", "He said <p> is a tag of HTML."));
    assert!(!known("a.html", "No tag at all."));
}

#[test]
fn an_article_is_taken_out_with_its_title() {
    let body = format!("<p>{TOLD}</p>").repeat(30);
    let page = article(&format!(
        "<html><head><title>Ferry sails again | The Harbour</title><meta property=\"og:site_name\" content=\"The Harbour\">\
         <meta property=\"article:published_time\" content=\"2019-03-05T10:00:00Z\"></head><body><nav><a href=/>Home</a></nav>\
         <article><h1>Ferry sails again</h1><figure><figcaption>A ferry</figcaption></figure>{body}\
         <div class=\"related-links\"><p>Storm hits the coast of the country again</p></div></article></body></html>"
    ));
    assert_eq!(page.title.as_deref(), Some("Ferry sails again"));
    assert_eq!((page.source.as_deref(), page.date.as_deref()), (Some("The Harbour"), Some("2019-03-05")));
    assert_eq!(page.text.matches(TOLD).count(), 30);
    assert!(
        page.text.starts_with("Ferry sails again\n\nA ferry\n\nThe harbour") && !page.text.contains("Storm"),
        "{}",
        page.text
    );
}

#[test]
fn a_small_page_says_all_it_says() {
    let page = article(
        "<html><head><title>Minister quits over deal - BBC News</title></head><body><nav>Home</nav><h1>Minister quits over deal</h1>\
         <p class=byline>By Jane Doe</p><figure><figcaption>The port. Photo: John Roe</figcaption></figure><p>She resigned on Monday.</p>\
         <ul><li>One.</li><li>Two.</li></ul><blockquote>I am done.</blockquote><table><tr><td>Malmo</td><td>12</td></tr></table>",
    );
    let blocks: Vec<&str> = page.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(
        blocks,
        [
            "Minister quits over deal",
            "By Jane Doe",
            "The port. Photo: John Roe",
            "She resigned on Monday.",
            "One.",
            "Two.",
            "I am done.",
            "Malmo 12"
        ]
    );
}

#[test]
fn an_article_is_found_in_a_page_that_is_large_for_its_scripts_and_pictures() {
    let body = format!("<p>{TOLD}</p>").repeat(20);
    let picture = format!("<img alt=x src=\"data:image/png;base64,{}\">", "QUJD".repeat(LARGEST / 8));
    let script = format!("<script>var a = '{}';</script>", "<p>x</p>".repeat(LARGEST / 16));
    let page = article(&format!(
        "<html><head><title>Ferry sails again</title><style>p {{}}</style></head><body>{script}<nav>Home</nav><article>{picture}\
         <h1>Ferry sails again</h1>{body}</article></body></html>"
    ));
    assert_eq!(page.note(10_000_000), format!("taken out of an HTML page: {} of 10000000 bytes", page.text.len()));
    assert_eq!(page.title.as_deref(), Some("Ferry sails again"));
    assert_eq!(page.text.matches(TOLD).count(), 20);
    assert!(!page.text.contains("var a") && !page.text.contains("QUJD"));
}

#[test]
fn what_was_not_searched_for_an_article_is_said_to_be_so() {
    let large = format!("<html><body>{}", format!("<p>{TOLD}</p>").repeat(LARGEST / TOLD.len()));
    for (page, note) in [
        (large, "all the text of an HTML page, which is too large to be searched for an article: "),
        (
            format!("<html><p>{TOLD}{}", "<br>".repeat(MOST_TAGS + 1)),
            "all the text of an HTML page, which has too many tags to be searched for an article: ",
        ),
        (
            format!("<html><p>{TOLD}{}", "&".repeat(MOST_REFERENCES + 1)),
            "all the text of an HTML page, which has too many character references to be searched for an article: ",
        ),
    ] {
        assert!(article(&page).note(page.len()).starts_with(note), "{}", article(&page).note(page.len()));
    }
}

#[test]
fn short_and_broken_pages_still_give_their_text() {
    let text = |html: &str| article(html).text.trim().to_owned();
    assert_eq!(text("<html><body><p>One.</p><p>Two &amp; three.</p></body></html>"), "One.\n\nTwo & three.");
    assert_eq!(
        text("<html><p>lone &#xD800; surrogate &#0; and &#x1b;[31m"),
        "lone \u{fffd} surrogate \u{fffd} and \u{1b}[31m"
    );
    assert_eq!(text("<html><head><title></title></head><body></body></html>"), "");
    let deep = article(&format!("<html><body>{}<p>{TOLD}</p>", "<div>".repeat(5_000)));
    assert!(deep.text.contains("ferry would sail"));
    assert!(deep.note(1).ends_with("; elements nested more than 100 deep are not told apart"), "{}", deep.note(1));
}

/// A page with the menus and the foot of a site around `body`: the role of each paragraph, then its text.
fn picture(body: &str) -> String {
    let links =
        |names: &str| names.split(' ').map(|name| format!("<li><a href=/{name}>{name}</a></li>")).collect::<String>();
    let menu = links("Home World Politics Sport Culture");
    let html = format!(
        "<html><head><title>Council shuts bridge | The Daily Post</title></head><body><nav><ul>{menu}</ul></nav>{body}\
         <footer><p>© 2024 The Daily Post. All rights reserved.</p><a href=/p>Privacy</a> <a href=/t>Terms</a></footer></body></html>"
    );
    let story = crate::intake::from_bytes([("a.html", html)]);
    let article = &story.articles[crate::story::ArticleId::new(0)];
    let line = |paragraph: &crate::story::Paragraph| {
        let text = Span::new(paragraph.start as usize, paragraph.end as usize).of(&article.text);
        format!("{}: {}", format!("{:?}", paragraph.role).to_lowercase(), text.chars().take(40).collect::<String>())
    };
    article.paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn short_pages_galleries_and_lists_are_not_lost_for_the_foot_of_the_page() {
    for around in ["article", "main", "div"] {
        assert_eq!(
            picture(&format!(
                "<{around}><h1>Council shuts bridge</h1><p>The bridge is shut.</p><p>A ferry runs.</p></{around}>"
            )),
            "headline: Council shuts bridge\nbody: The bridge is shut.\nbody: A ferry runs."
        );
    }
    let gallery = "<figure><img src=x><figcaption>Cars wait at the quay.</figcaption></figure><figure><img src=x><figcaption>The ferry leaves.</figcaption></figure>";
    assert_eq!(
        picture(&format!("<h1>Council shuts bridge</h1><div class=gallery>{gallery}</div>")),
        "headline: Council shuts bridge\nbody: Cars wait at the quay.\nbody: The ferry leaves."
    );
    assert_eq!(
        picture(&format!(
            "<article><h1>Council shuts bridge</h1><p>{TOLD}</p><div class=gallery>{gallery}</div></article>"
        )),
        format!(
            "headline: Council shuts bridge\nbody: {}\ncaption: Cars wait at the quay.\ncaption: The ferry leaves.",
            &TOLD[..40]
        )
    );
    assert_eq!(
        picture(
            "<h1>Council shuts bridge</h1><ul><li><a href=1>The bridge is shut.</a><li><a href=2>A ferry runs.</a></ul>"
        ),
        "headline: Council shuts bridge\nbody: The bridge is shut.\nbody: A ferry runs."
    );
    assert_eq!(picture(&format!("<div id=app></div><noscript><p>{TOLD}</p></noscript>")).lines().count(), 2);
}

#[test]
fn what_an_article_holds_beside_its_paragraphs_is_kept_and_folded() {
    let above = "<h1>Council shuts bridge over cracks</h1><p>Ferry to carry passengers until autumn</p><p class=byline>By <a href=/a>Jane Doe</a></p>\
                 <time datetime=2024-03-05>March 5, 2024</time><figure><img src=x><figcaption>The bridge on Tuesday. Photo: Max Roe</figcaption></figure>";
    for count in [1, 4, 20] {
        for tag in ["div", "section"] {
            let told: String = (0..count).map(|n| format!("<p>{TOLD} It was said {n} times.</p>")).collect();
            let inside = "<p><a href=q>READ: Ferry plan draws anger in the town</a></p>";
            let body = format!("<article>{above}<{tag}>{told}{inside}<p>{TOLD}</p></{tag}></article>");
            let picture = picture(&body);
            let others: Vec<&str> = picture.lines().filter(|line| !line.contains("harbour council")).collect();
            assert_eq!(
                others,
                [
                    "headline: Council shuts bridge over cracks",
                    "body: Ferry to carry passengers until autumn",
                    "boilerplate: By Jane Doe",
                    "dateline: March 5, 2024",
                    "caption: The bridge on Tuesday. Photo: Max Roe",
                    "boilerplate: READ: Ferry plan draws anger in the town",
                ],
                "{count} {tag}"
            );
            assert_eq!(picture.matches("harbour council").count(), count + 1);
        }
    }
}

#[test]
fn the_outlet_is_no_part_of_the_headline_and_the_heading_is_not_said_twice() {
    for (title, heading) in
        [("Council closes bridge | The Daily Post", "Council closes bridge"), ("Mayor quits - BBC News", "Mayor quits")]
    {
        for menu in ["<nav><a href=1>A</a><a href=2>B</a><a href=3>C</a><a href=4>D</a></nav>", ""] {
            let page = article(&format!(
                "<html><head><title>{title}</title></head><body>{menu}<article><h1>{heading}</h1><p>{TOLD}</p></article></body></html>"
            ));
            assert_eq!(page.text, format!("{heading}\n\n{TOLD}\n"));
            assert_eq!(page.source.as_deref(), title.rsplit([':', '|', '-']).next().map(str::trim));
        }
    }
}

#[test]
fn what_is_hidden_is_not_told_and_what_is_told_is_not_hidden_by_a_class() {
    let real = "The petition against the plan gathered nine thousand names within three days, its organisers said on Wednesday in the town hall.";
    for class in ["promo", "caption", "tags", "social"] {
        let body = format!(
            "<article><h1>Council shuts bridge</h1><p>{TOLD}</p><div class={class}><p>{real}</p></div><p>{TOLD} Yes.</p></article>"
        );
        assert!(picture(&body).contains(&format!("body: {}", &real[..40])), "{class}: {}", picture(&body));
    }
    let body = format!(
        "<article><h1>Council shuts bridge</h1><p style='display:none'>Nobody should see this in the article at all.</p><p>{TOLD}</p><p>{TOLD} Yes.</p>\
         <div class=paywall><h3>Subscribe to go on</h3><p>Read all of The Daily Post for just 1 euro a month. Cancel at any time.</p></div></article>\
         <section id=comments><h2>Comments (1)</h2><div class=comment><p>This is a disgrace, I have crossed this bridge for forty years.</p></div></section>"
    );
    let picture = picture(&body);
    assert!(!picture.contains("Nobody") && !picture.contains("disgrace"), "{picture}");
    assert!(picture.contains("boilerplate: Read all of"), "{picture}");
}

#[test]
fn a_page_says_its_date_and_author_in_its_data() {
    let page = article(&format!(
        "<html><head><title>Mayor quits</title><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-03-05\",\
         \"author\":{{\"name\":\"Jane Doe\"}},\"publisher\":{{\"name\":\"The Daily Post\"}}}}</script></head><body><article><h1>Mayor quits</h1><p>{TOLD}</p></article>"
    ));
    assert_eq!(
        [page.date, page.byline, page.source].map(Option::unwrap_or_default),
        ["2024-03-05", "Jane Doe", "The Daily Post"]
    );
}

#[test]
fn labels_above_the_heading_and_links_below_the_text_are_folded() {
    let labels = "<div><span>Politics</span></div><div><span>Malta</span></div>";
    let letter =
        "<p><a href=nl><em>Our editors send out a selection of the news. Sign up to receive it here.</em></a></p>";
    for count in [1, 20] {
        let told: String = (0..count).map(|n| format!("<p>{TOLD} It was said {n} times.</p>")).collect();
        let body = format!("<article>{labels}<h1>Council shuts bridge</h1><div>{told}{letter}</div></article>");
        let picture = picture(&body);
        let others: Vec<&str> = picture.lines().filter(|line| !line.contains("harbour council")).collect();
        let folded = |line: &&&str| line.starts_with("boilerplate: ");
        assert_eq!(others.iter().filter(folded).count() + 1, others.len(), "{picture}");
        assert!(others.contains(&"boilerplate: Our editors send out a selection of the "), "{picture}");
        assert_eq!(picture.matches("body: The harbour council").count(), count);
    }
}
