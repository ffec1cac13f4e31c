//! Reads a source file as the walls see it: without comments, literals and test modules, as words and paths.

/// A path that a source names, from its root: `["crate", "text", "span"]` or `["similar", "TextDiff"]`.
pub type Path = Vec<String>;

/// `source` with comments, strings, characters and lifetimes' ticks blanked; line breaks stay where they are.
pub fn bare(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        let end = match (chars[at], chars.get(at + 1)) {
            ('/', Some('/')) => until(&chars, at, |rest| rest[0] == '\n'),
            ('/', Some('*')) => until(&chars, at + 2, |rest| rest.starts_with(&['*', '/'])) + 2,
            ('"', _) => string_end(&chars, at + 1),
            ('r', Some('"' | '#')) if !at.checked_sub(1).is_some_and(|before| is_word(chars[before])) => {
                let hashes = chars[at + 1..].iter().take_while(|c| **c == '#').count();
                if chars.get(at + 1 + hashes) == Some(&'"') {
                    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                    until(&chars, at + 2 + hashes, |rest| rest.starts_with(&close)) + close.len()
                } else {
                    at
                }
            }
            ('\'', Some('\\')) => until(&chars, at + 3, |rest| rest[0] == '\'') + 1,
            ('\'', Some(_)) if chars.get(at + 2) == Some(&'\'') => at + 3,
            _ => at,
        };
        if end == at {
            out.push(chars[at]);
            at += 1;
        } else {
            let end = end.min(chars.len());
            out.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

/// The part of a bare source that ships: what stands under `#[cfg(test)]` is blanked.
pub fn without_tests(bare: &str) -> String {
    let mut out = bare.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let rest = &out[start..];
        let (brace, semicolon) = (rest.find('{'), rest.find(';'));
        let length = match (brace, semicolon) {
            (Some(open), stop) if stop.is_none_or(|stop| open < stop) => block(rest, open),
            (_, Some(stop)) => stop + 1,
            _ => rest.len(),
        };
        let blank: String = rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..start + length, &blank);
    }
    out
}

/// Every path that a bare source names: in `use` trees, and wherever words stand joined by `::`. `super` and `self` are
/// resolved against `module`, the path of the module that the source is.
pub fn paths(bare: &str, module: &[String]) -> Vec<Path> {
    let words = words(bare);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // `impl Trait + use<>` names no path.
        if words[at] == "use" && words.get(at + 1).is_some_and(|w| w != "<") {
            at = tree(&words, at + 1, &Vec::new(), &mut found);
        } else if is_word_str(&words[at]) && words.get(at + 1).is_some_and(|w| w == "::") {
            let mut path = vec![words[at].clone()];
            at += 1;
            while words.get(at).is_some_and(|w| w == "::") && words.get(at + 1).is_some_and(|w| is_word_str(w)) {
                path.push(words[at + 1].clone());
                at += 2;
            }
            found.push(path);
        } else {
            at += 1;
        }
    }
    found.into_iter().map(|path| resolve(path, module)).collect()
}

/// Whether a bare source calls the macro `name!`.
pub fn calls(bare: &str, name: &str) -> bool {
    words(bare).windows(2).any(|pair| pair[0] == name && pair[1] == "!")
}

fn resolve(path: Path, module: &[String]) -> Path {
    let supers = path.iter().take_while(|word| *word == "super").count();
    if supers > 0 {
        let up = module[..module.len().saturating_sub(supers)].iter().cloned();
        return up.chain(path.into_iter().skip(supers)).collect();
    }
    if path.first().is_some_and(|word| word == "self") {
        return module.iter().cloned().chain(path.into_iter().skip(1)).collect();
    }
    path
}

/// Reads a `use` tree from `at`, adds its paths to `found`, and gives the place after it.
fn tree(words: &[String], mut at: usize, before: &Path, found: &mut Vec<Path>) -> usize {
    let mut path = before.clone();
    while let Some(word) = words.get(at) {
        match word.as_str() {
            "::" => at += 1,
            "{" => {
                at += 1;
                while words.get(at).is_some_and(|w| w != "}" && w != ";") {
                    at = tree(words, at, &path, found);
                    at += usize::from(words.get(at).is_some_and(|w| w == ","));
                }
                return at + 1;
            }
            "as" => at += 2,
            "," | ";" | "}" => break,
            _ => {
                path.push(word.clone());
                at += 1;
            }
        }
    }
    found.push(path);
    at
}

fn words(bare: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut chars = bare.chars().peekable();
    while let Some(c) = chars.next() {
        if is_word(c) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        if c == ':' && chars.peek() == Some(&':') {
            chars.next();
            out.push("::".to_owned());
        } else if !c.is_whitespace() {
            out.push(c.to_string());
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_word_str(word: &str) -> bool {
    word.chars().all(is_word)
}

fn until(chars: &[char], from: usize, stop: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|at| stop(&chars[*at..])).unwrap_or(chars.len())
}

fn string_end(chars: &[char], mut at: usize) -> usize {
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn block(text: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}
