//! Scratch: dumps what the judges see.
#![allow(clippy::all, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]
use super::{candidates::candidates, passage::*, same::*, terms::Terms};
use crate::{intake, progress::Progress};
use serde_json::{Value, json};
use std::{fs, path::Path};

#[test]
#[ignore]
fn dump() {
    let root = Path::new("/tmp/fit/pairs");
    fs::create_dir_all("/tmp/fit/dump").unwrap();
    for entry in fs::read_dir(root).unwrap() {
        let dir = entry.unwrap().path();
        let out = Path::new("/tmp/fit/dump").join(format!("{}.json", dir.file_name().unwrap().to_str().unwrap()));
        if out.exists() {
            continue;
        }
        let story = intake::open(&[dir.join("a.txt"), dir.join("b.txt")]).unwrap();
        let pair = story.pairs().next().unwrap();
        let (la, ra) = (&story.articles[pair.left], &story.articles[pair.right]);
        let (left, right, scale, _) = passages(&story, la, ra);
        let same = same(&left, &right);
        let open = |p: &Passages, s: &[u32]| -> Vec<u32> {
            (0..count(p.len()))
                .filter(|i| s[*i as usize] == NONE && p.is_telling(*i) && !p.terms(*i).is_empty())
                .collect()
        };
        let c = candidates(
            (&left, &open(&left, &same.of_left)),
            (&right, &open(&right, &same.of_right)),
            &scale,
            &Progress::default(),
        );
        let mut terms = Terms::new(&story.vocabulary);
        let art = |a: &crate::story::Article, p: &Passages, terms: &mut Terms| -> Value {
            let s: Vec<Value> = a.sentence_ids().map(|id| {
                let s = a.sentence(id);
                let span = s.span();
                let i = count(id.index());
                let mut before = None;
                let mut caps: Vec<Value> = Vec::new();
                for t in a.sentence_tokens(id) {
                    let sp = t.span; 
                    if t.kind == crate::text::token::TokenKind::Sign { caps.push(json!([sp.of(&a.text)])); continue; }
                    let mut out = Vec::new();
                    terms.of(t.word, before, &mut out);
                    before = Some(t.word);
                    caps.push(json!([sp.of(&a.text), out]));
                }
                json!({"text": span.of(&a.text), "start": span.start, "end": span.end, "paragraph": s.paragraph.index(), "role": format!("{:?}", p.role[i as usize]),
                    "terms": p.terms(i), "whole": p.whole[i as usize].to_string(), "weight": p.weight[i as usize], "tokens": caps})
            }).collect();
            json!({"text": a.text.to_string(), "sentences": s})
        };
        let (l, r) = (art(la, &left, &mut terms), art(ra, &right, &mut terms));
        let t: Vec<Value> = (0..scale.terms.len() as u32)
            .map(|t| {
                let m = scale.of(t);
                json!([terms.stem(t), m.weight(), m.plain(), m.kin, m.kindred, format!("{:?}", m.sort)])
            })
            .collect();
        let v = json!({"left": l, "right": r, "terms": t, "same": same.of_left.iter().map(|r| if *r == NONE { -1 } else { *r as i64 }).collect::<Vec<_>>(), "candidates": if c.len() > 120_000 || left.len()*right.len() > 120_000 { json!(c) } else { Value::Null }});
        fs::write(out, v.to_string()).unwrap();
    }
}
