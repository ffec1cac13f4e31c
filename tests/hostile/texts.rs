//! Texts and names written to do harm, each with what it tries.

/// What a terminal would obey, a reader would not see, or a program might stumble over. Never found in honest text next to each
/// other, and each one alone is tried too.
pub const POISON: [&str; 38] = [
    "\x1b[2J\x1b[H",
    "\x1b]0;owned\x07",
    "\x1b]52;c;b3duZWQ=\x1b\\",
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\",
    "\x1bPq#0;2;0;0;0\x1b\\",
    "\x1b_Gi=1;AAAA\x1b\\",
    "\x1b^private\x1b\\",
    "\x1b[?1049l\x1b[?25h\x1bc",
    "\x1b[6n\x1b[c\x1b[21t",
    "\x1b]1337;File=inline=1:AAAA\x07\x1b]777;notify;a;b\x07",
    "\x1b(0qqq\x1b(B\x1b#8\x1bN\x1bM",
    "\u{9b}31mred",
    "\u{90}dcs\u{9c}",
    "\u{9d}0;title\u{9c}",
    "\u{85}\u{84}\u{8d}",
    "\x07\x08\x0b\x0c\x0e\x0f",
    "a\rb",
    "x\x08\x08\x08y",
    "\0",
    "\x7f",
    "\u{202e}desrever\u{202c}",
    "\u{202a}\u{202b}\u{202d}",
    "\u{2066}\u{2067}\u{2068}\u{2069}",
    "\u{200e}\u{200f}\u{61c}",
    "zero\u{200b}width\u{2060}joined\u{feff}marked",
    "tags\u{e0001}\u{e0041}\u{e0042}\u{e007f}",
    "\u{2028}\u{2029}",
    "\u{fff9}note\u{fffa}ruby\u{fffb}",
    "\u{206a}\u{206f}",
    "\u{180e}\u{115f}\u{3164}\u{ffa0}",
    "\u{13000}\u{13430}\u{1343f}",
    "pass\u{1161}word",
    "soft\u{ad}hy\u{ad}phen",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}\u{30c}\u{30d}\u{30e}\u{30f}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{fe0f}",
    "שלום עולם مرحبا",
    "\u{fdd0}\u{ffff}\u{10ffff}\u{f8ff}",
];

/// An article with every poison in its headline, its paragraphs and its quotations.
pub fn article(told: &str) -> Vec<u8> {
    let mut text = format!("{}Ministers meet {} in Tehran\n\n", '\u{feff}', POISON.concat());
    for (index, poison) in POISON.iter().enumerate() {
        text += &format!(
            "The minister {told} on day {index} that {poison} the talks went on. “Never {poison} again,” he {told}.\n\n"
        );
    }
    text.into_bytes()
}

/// Names for files that try the same; without the letters a file name cannot have.
pub fn names() -> Vec<String> {
    vec![
        "evil\x1b[2J\x1b]0;owned\x07.txt".to_owned(),
        "\u{202e}txt.live\u{9b}31m".to_owned(),
        "line\nbreak\rback\ttab.txt".to_owned(),
        "zero\u{200b}\u{e0041}\u{2066}.txt".to_owned(),
        "'quoted' \"twice\" --flag.txt".to_owned(),
    ]
}
