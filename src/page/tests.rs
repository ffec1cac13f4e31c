//! Pages as pictures: under each line of text, a line of letters that names the role of every column.
#![allow(clippy::unwrap_used)]

mod emphasis;
mod level;
mod right_to_left;

use std::sync::Arc;

use proptest::prelude::*;

use super::{
    spread::{SpreadCell, SpreadRow},
    *,
};
use crate::{
    comparison::{Comparison, Settings},
    intake,
    lexicon::Lexicon,
    story::{Side, Story},
};

/// `left` and `right`, compared.
fn compared(left: &str, right: &str) -> (Arc<Story>, Compared) {
    let story = Arc::new(intake::from_bytes([("a.txt", left), ("b.txt", right)]));
    let pairs: Vec<_> = story.pairs().collect();
    let comparison = Comparison::new(Arc::clone(&story), &pairs, Settings::default(), &Lexicon::default());
    let compared = Compared::new(&story, Arc::clone(&comparison.pairs[0]));
    (story, compared)
}

fn letter(role: Role) -> char {
    match role {
        Role::Plain => '.',
        Role::Headline => 'h',
        Role::Removed => 'r',
        Role::Added => 'a',
        Role::Figure(_) => 'f',
        Role::Minor => 'm',
        Role::Only(_) => 'o',
        Role::Moved => 'v',
        Role::Boilerplate => 'b',
        Role::Note => 'n',
        Role::Number => '#',
        Role::Sign(_) => 's',
        Role::Rule => '|',
        _ => ' ',
    }
}

/// All lines of the page, each between bars and over the letters of its roles.
fn picture(page: &Page) -> String {
    let mut out = String::new();
    for line in (0..page.blocks().len()).flat_map(|block| page.lines(block)) {
        let letters: String = line.runs.iter().map(|run| letter(run.role).to_string().repeat(run.columns())).collect();
        out.push_str(line.text().trim_end());
        out.push('\n');
        if !line.text().trim().is_empty() {
            out.push_str(letters.trim_end());
            out.push('\n');
        }
    }
    out
}

const LEFT: &str = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
    Nobody claimed responsibility for the attack. Schools in the region stayed closed.\n\n\
    The president will visit the wounded on Friday morning.\n";
const RIGHT: &str = "The minister said on Monday that 17 soldiers were killed in the raid near the border.\n\n\
    Nobody claimed responsibility for the attack.\n\n\
    The president will visit the wounded on Friday morning.\n\nOil prices rose sharply afterwards.\n";

#[test]
fn two_articles_stand_level_with_their_changes_marked() {
    let (story, compared) = compared(LEFT, RIGHT);
    let spread = Arc::new(Spread::pair(story, &compared, Side::Left));
    let page = Page::new(spread, 80, false, Marking::default(), &[RowKind::Alike]);
    insta::assert_snapshot!(picture(&page), @"
    ~ 1 The minister said on Monday that  ~  ~ 1 The minister said on Monday that
    s###................................  s  s###................................
        15 soldiers were killed in the    │      17 soldiers were killed in the
        ff............................    |      ff............................
        attack near the border.           │      raid near the border.
        rrrrrr.................           |      aaaa.................
                                          │
                                          |
      2 Nobody claimed responsibility for =  = 2 Nobody claimed responsibility for
     ###................................. s  s###.................................
    −   the attack. − Schools in the      │      the attack.
    s   ............ssoooooooooooooo      |      ...........
        region stayed closed.             │
        ooooooooooooooooooooo             |
                                          │
                                          |
    ⋯   1 paragraph alike · “The president will visit the wounded on Friday…”
    s   nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
                                          │
                                          |
                                          │  + 4 Oil prices rose sharply
                                          |  s###ooooooooooooooooooooooo
                                          │      afterwards.
                                          |      ooooooooooo
                                          │
                                          |
    ");
}

#[test]
fn the_page_s_furniture_is_one_line_that_says_whose_it_is() {
    let body = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n";
    let (left, right) = ("March 1, 2019 at 1:45 pm\n\nPhoto: Courtesy of the embassy in Oslo\n\n", "Mar 2, 2019\n\n");
    let (story, compared) = compared(&format!("{left}{body}"), &format!("{right}{body}"));
    let spread = Arc::new(Spread::pair(story, &compared, Side::Left));
    let mut page = Page::new(spread, 80, false, Marking::default(), &[RowKind::Furniture]);
    let first = |page: &Page| page.lines(0)[0].text().trim_end().to_owned();
    assert_eq!(first(&page), " ⋯   A: 1 dateline, 1 caption; B: 1 dateline · “March 1, 2019 at 1:45 pm”");
    assert_eq!(page.hidden(RowKind::Furniture), 3);
    page.set_folded(0, false);
    assert_eq!(first(&page), "   1 March 1, 2019 at 1:45 pm          │", "unmarked: it is no difference");
}

#[test]
fn without_room_the_articles_stand_one_above_the_other_with_their_letters() {
    let (story, compared) = compared(LEFT, RIGHT);
    let spread = Arc::new(Spread::pair(story, &compared, Side::Right));
    let marking = Marking { glyphs: Glyphs::ASCII, brackets: true, ..Marking::default() };
    let page = Page::new(spread, 50, false, marking, &[RowKind::Alike]);
    insta::assert_snapshot!(picture(&page), @r#"
    B ~ 1 The minister said on Monday that [-17-]
    ##s###.................................nnffnn
          soldiers were killed in the [-raid-] near
    ##    ............................nnrrrrnn.....
          the border.
    ##    ...........
    A ~ 1 The minister said on Monday that {+15+}
    ##s###.................................nnffnn
          soldiers were killed in the {+attack+} near
    ##    ............................nnaaaaaann.....
          the border.
    ##    ...........

    B = 2 Nobody claimed responsibility for the
    ##s###.....................................
          attack.
    ##    .......
    A   2 Nobody claimed responsibility for the
    ## ###.....................................
      +   attack. + Schools in the region stayed
    ##s   ........ssoooooooooooooooooooooooooooo
          closed.
    ##    ooooooo

    :     1 paragraph alike | "The president will.."
    s     nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn

    B - 4 Oil prices rose sharply afterwards.
    ##s###ooooooooooooooooooooooooooooooooooo
    "#);
}

fn prose() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "minister",
        "said",
        "15",
        "外交部",
        "killed.",
        "Nobody",
        "attack,",
        "👩‍👩‍👧",
        "قال",
        "e\u{301}t\u{e9}",
        "\u{1b}[31m",
        "Donau\u{ad}dampf",
        "“no”",
        "–",
        "border.\n\n",
        "Friday.",
        "\t",
        "averyveryverylongwordwithoutanyend",
    ]);
    prop::collection::vec(word, 1..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_line_is_as_wide_as_the_page_and_nothing_is_left_out(left in prose(), right in prose(), width in 30..200_usize) {
        let (story, compared) = compared(&left, &right);
        let spread = Arc::new(Spread::pair(Arc::clone(&story), &compared, Side::Left));
        let page = Page::new(spread, width, false, Marking::default(), &[]);
        let mut seen = [0; 2];
        for line in (0..page.blocks().len()).flat_map(|block| page.lines(block)) {
            prop_assert_eq!(line.columns(), width);
            prop_assert!(!line.text().chars().any(char::is_control));
            for source in line.runs.iter().filter_map(|run| run.source) {
                seen[source.article.index()] += source.span.of(&story.articles[source.article].text).split_whitespace().map(str::len).sum::<usize>();
            }
        }
        for (id, article) in story.articles.iter() {
            let all: usize = article.paragraphs.iter().flat_map(|paragraph| paragraph.span().of(&article.text).split_whitespace()).map(str::len).sum();
            prop_assert_eq!(seen[id.index()], all);
        }
    }
}

#[test]
fn paragraphs_of_one_row_stand_level_with_their_counterparts() {
    let (story, compared) = compared(LEFT, RIGHT);
    let pair = Spread::pair(Arc::clone(&story), &compared, Side::Left);
    let cells = (0..2).map(|column| {
        let paragraphs = pair.rows.iter().flat_map(|row| row.cells[column].paragraphs.clone()).collect();
        SpreadCell { paragraphs, pointers: Vec::new() }
    });
    let row = SpreadRow { cells: cells.collect(), grades: vec![None], kind: RowKind::Differs };
    let spread = Arc::new(Spread::of(story, pair.columns, vec![row]));
    let numbered = |width, stack| -> Vec<String> {
        let page = Page::new(Arc::clone(&spread), width, stack, Marking::default(), &[]);
        let lines = (0..page.blocks().len()).flat_map(|block| page.lines(block)).map(|line| line.text());
        let words = |line: String| line.split_whitespace().collect::<Vec<_>>().join(" ");
        lines.map(words).filter(|line| ["minister", "Nobody", "visit"].iter().any(|word| line.contains(word))).collect()
    };
    let level = numbered(80, false);
    assert_eq!(level.len(), 3, "{level:#?}");
    assert!(
        level.iter().all(|line| ["minister", "Nobody", "visit"].iter().any(|word| line.matches(word).count() == 2))
    );
    let letters: String = numbered(80, true).iter().filter_map(|line| line.chars().next()).collect();
    assert_eq!(letters, "ABABAB");
}

#[test]
fn a_sentence_that_moved_inside_its_paragraph_is_no_paragraph_alike() {
    let said = [
        "The minister said on Monday that 15 soldiers were killed in the attack near the border.",
        "Schools in the region stayed closed.",
        "The president will visit the wounded on Friday morning.",
    ];
    let (story, compared) = compared(&said.join(" "), &[said[0], said[2], said[1]].join(" "));
    assert_eq!(compared.marks.differences.len(), 1, "one move is one difference");
    let spread = Arc::new(Spread::pair(story, &compared, Side::Left));
    assert!(spread.groups.is_empty(), "nothing is folded away");
    let page = Page::new(spread, 100, false, Marking::default(), &[RowKind::Alike]);
    insta::assert_snapshot!(picture(&page), @"
      1 The minister said on Monday that 15         =    1 The minister said on Monday that 15
     ###...................................         s   ###...................................
        soldiers were killed in the attack near the │      soldiers were killed in the attack near the
        ........................................... |      ...........................................
    ↓   border. ↓B ¶1 Schools in the region stayed  │      border. The president will visit the
    s   ........ssssssvvvvvvvvvvvvvvvvvvvvvvvvvvvv  |      ....................................
        closed. The president will visit the        │  ↑   wounded on Friday morning. ↑A ¶1 Schools in
        vvvvvvv.............................        |  s   ...........................ssssssvvvvvvvvvv
        wounded on Friday morning.                  │      the region stayed closed.
        ..........................                  |      vvvvvvvvvvvvvvvvvvvvvvvvv
                                                    │
                                                    |
    ");
}
