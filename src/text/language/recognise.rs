//! Which language a text is in: by its script and a few letters where these tell, and by its small words where they do not. May be asked of any
//! text; says nothing rather than something wrong.

use super::{
    super::{bare::bare, frozen::Frozen},
    LANGUAGES, Language,
};

// `COMMON`: which of the `SETS` of languages has each common word, as bits in the order of [`LANGUAGES`].
include!(concat!(env!("OUT_DIR"), "/common_words.rs"));

/// So many words and so many letters are looked at; more do not change it.
const WORDS: usize = 1_000;
const LETTERS: usize = 4_000;
/// The share of a text's words that must speak for its language. Among news texts of the languages listed none has less than .12; those of others
/// have up to .08 by chance.
const LEAST_SHARE: f32 = 0.1;
/// And how much more must speak for it than for the next one, as a factor.
const CLEARLY: f32 = 1.2;

/// The language of `text` as an ISO 639-1 code, none where it is not known, and the lists by which its sentences are found.
#[must_use]
pub fn recognise(text: &str) -> (Option<&'static str>, &'static Language) {
    let script = Script::of(text);
    match script {
        Script::Latin => by_words(text),
        Script::Other(code) => (code, code.and_then(Language::of).unwrap_or_else(|| &LANGUAGES[0])),
    }
}

/// The Latin language whose small words are most frequent in the beginning of `text`. A word that several languages have speaks for each of them, but
/// less.
fn by_words(text: &str) -> (Option<&'static str>, &'static Language) {
    let mut scores = [0.0_f32; LANGUAGES.len()];
    let mut words = 0.0_f32;
    for word in text.split_whitespace().map(bare).filter(|word| word.contains(char::is_alphabetic)).take(WORDS) {
        words += 1.0;
        let Some(set) = COMMON.get(word).or_else(|| small(word).and_then(|word| COMMON.get(&word))) else { continue };
        let mut languages = SETS[usize::from(set)];
        #[expect(clippy::cast_precision_loss, reason = "a count of languages")]
        let says = 1.0 / languages.count_ones() as f32;
        while languages != 0 {
            scores[languages.trailing_zeros() as usize] += says;
            languages &= languages - 1;
        }
    }
    let best = (0..scores.len()).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0);
    let next = (0..scores.len()).filter(|at| *at != best).map(|at| scores[at]).fold(0.0, f32::max);
    let known = scores[best] > 0.0 && scores[best] >= LEAST_SHARE * words && scores[best] >= CLEARLY * next;
    (known.then_some(LANGUAGES[best].code), &LANGUAGES[best])
}

/// `word` with a small letter where a sentence or a headline gives it a capital.
fn small(word: &str) -> Option<String> {
    word.starts_with(char::is_uppercase).then(|| word.to_lowercase())
}

/// The script that most letters of a text are of.
enum Script {
    /// Latin, or no letters.
    Latin,
    /// Another one, with the language that it tells by itself or by a few letters.
    Other(Option<&'static str>),
}

/// Scripts of one language, by the blocks of their letters (Unicode 16), with that language.
const OF_ONE: [(std::ops::RangeInclusive<char>, &str); 15] = [
    ('\u{370}'..='\u{3ff}', "el"),
    ('\u{531}'..='\u{587}', "hy"),
    ('\u{5d0}'..='\u{5ea}', "he"),
    ('\u{a01}'..='\u{a7f}', "pa"),
    ('\u{a81}'..='\u{aff}', "gu"),
    ('\u{b82}'..='\u{bff}', "ta"),
    ('\u{c00}'..='\u{c7f}', "te"),
    ('\u{c80}'..='\u{cff}', "kn"),
    ('\u{d00}'..='\u{d7f}', "ml"),
    ('\u{d81}'..='\u{dff}', "si"),
    ('\u{e01}'..='\u{e5b}', "th"),
    ('\u{e81}'..='\u{eff}', "lo"),
    ('\u{1000}'..='\u{109f}', "my"),
    ('\u{10a0}'..='\u{10ff}', "ka"),
    ('\u{1780}'..='\u{17ff}', "km"),
];

impl Script {
    fn of(text: &str) -> Self {
        // Most texts are Latin, and most Latin ones begin with it.
        let letters = || text.chars().filter(|c| c.is_alphabetic()).take(LETTERS);
        let mut counts = Counts::default();
        for letter in letters() {
            counts.add(letter);
            // However the rest is written, it is no more than so much.
            if counts.latin as usize * 2 >= LETTERS {
                return Self::Latin;
            }
        }
        let all: u32 = counts.latin + counts.others();
        if counts.latin * 2 >= all {
            return Self::Latin;
        }
        let has = |wanted: &str| letters().any(|c| wanted.contains(c));
        let count = |wanted: &str| letters().filter(|c| wanted.contains(*c)).count();
        let words =
            |wanted: &[&str]| text.split_whitespace().take(WORDS).filter(|word| wanted.contains(&bare(word))).count();
        let most = counts.most();
        Self::Other(match most {
            Group::OfOne(at) => Some(OF_ONE[at].1),
            Group::Cyrillic => cyrillic(has, words),
            Group::Arabic => arabic(count, words),
            Group::Devanagari => devanagari(words),
            Group::Bengali => (!has("ৰৱ")).then_some("bn"),
            Group::Hangul => Some("ko"),
            // Japanese has Chinese characters too, but never without kana for long.
            Group::Han if counts.kana * 20 > counts.han => Some("ja"),
            Group::Han => Some("zh"),
            Group::Kana => Some("ja"),
            Group::Unknown => None,
        })
    }
}

/// Letters by which one language in Cyrillic letters is known from the others.
fn cyrillic(has: impl Fn(&str) -> bool, words: impl Fn(&[&str]) -> usize) -> Option<&'static str> {
    if has("әғқңөұүһҗҡҫҳҷӣӯӑӗҥѝ") {
        return None;
    }
    if has("ўЎ") {
        return Some("be");
    }
    if has("іїєґІЇЄҐ") {
        // "і" is Belarusian too, which has "ы" and "э".
        return (!has("ыэё")).then_some("uk");
    }
    if has("ѓќѕЃЌЅ") {
        return Some("mk");
    }
    if has("јљњђћџЈЉЊЂЋЏ") {
        return Some("sr");
    }
    if has("ыэёЫЭЁ") {
        return Some("ru");
    }
    if words(&["ще", "се", "са", "със", "във", "като", "че", "беше"]) > 0 {
        return Some("bg");
    }
    (words(&["что", "как", "его", "это", "для", "или", "от", "не", "в", "и", "по", "на", "из", "с", "к"]) > 0
        && !has("ѣ"))
    .then_some("ru")
}

/// The same for Arabic letters.
fn arabic(count: impl Fn(&str) -> usize, words: impl Fn(&[&str]) -> usize) -> Option<&'static str> {
    // Pashto, Kurdish, Uighur, Sindhi.
    if count("ټډړښګڼېۍۆەێڵڕۇۈۋڄڃڪڳڱ") > 0 {
        return None;
    }
    if count("ٹڈڑںےہھ") > 0 {
        return Some("ur");
    }
    let persian = count("پچژگیک") + 3 * words(&["است", "که", "را", "این"]);
    let arabic = count("ةىيكأإ") + 3 * words(&["في", "من", "على", "أن", "إلى"]);
    match persian.cmp(&arabic) {
        std::cmp::Ordering::Greater => Some("fa"),
        std::cmp::Ordering::Less => Some("ar"),
        std::cmp::Ordering::Equal => None,
    }
}

/// The same for Devanagari, by small words: the letters are those of all.
fn devanagari(words: impl Fn(&[&str]) -> usize) -> Option<&'static str> {
    let hindi = words(&["है", "हैं", "में", "के", "की", "का", "और", "से", "ने", "को", "गया", "था"]);
    let marathi = words(&["आहे", "आहेत", "आणि", "होते", "व", "या", "केले"]);
    let nepali = words(&["छ", "छन्", "भएको", "गरेको", "हो", "पनि", "तथा", "भने"]);
    match hindi > marathi.max(nepali) {
        true => Some("hi"),
        false if marathi > nepali => Some("mr"),
        false if nepali > marathi && nepali > hindi => Some("ne"),
        false => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    OfOne(usize),
    Cyrillic,
    Arabic,
    Devanagari,
    Bengali,
    Hangul,
    Han,
    Kana,
    Unknown,
}

/// How many letters of each script.
#[derive(Default)]
struct Counts {
    latin: u32,
    of_one: [u32; OF_ONE.len()],
    cyrillic: u32,
    arabic: u32,
    devanagari: u32,
    bengali: u32,
    hangul: u32,
    han: u32,
    kana: u32,
    unknown: u32,
}

impl Counts {
    fn add(&mut self, letter: char) {
        let count = match letter {
            '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{ff21}'..='\u{ff5a}' => &mut self.latin,
            '\u{400}'..='\u{52f}' => &mut self.cyrillic,
            '\u{620}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                &mut self.arabic
            }
            '\u{900}'..='\u{97f}' => &mut self.devanagari,
            '\u{980}'..='\u{9ff}' => &mut self.bengali,
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => &mut self.hangul,
            '\u{3041}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => &mut self.kana,
            '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}' => &mut self.han,
            '\u{1f00}'..='\u{1fff}' => &mut self.of_one[0],
            _ => match OF_ONE.iter().position(|(range, _)| range.contains(&letter)) {
                Some(at) => &mut self.of_one[at],
                None => &mut self.unknown,
            },
        };
        *count += 1;
    }

    fn groups(&self) -> impl Iterator<Item = (u32, Group)> {
        let of_one = self.of_one.iter().enumerate().map(|(at, count)| (*count, Group::OfOne(at)));
        of_one.chain([
            (self.cyrillic, Group::Cyrillic),
            (self.arabic, Group::Arabic),
            (self.devanagari, Group::Devanagari),
            (self.bengali, Group::Bengali),
            (self.hangul, Group::Hangul),
            (self.han, Group::Han),
            (self.kana, Group::Kana),
            (self.unknown, Group::Unknown),
        ])
    }

    fn others(&self) -> u32 {
        self.groups().map(|(count, _)| count).sum()
    }

    fn most(&self) -> Group {
        self.groups().max_by_key(|(count, _)| *count).map_or(Group::Unknown, |(_, group)| group)
    }
}

#[cfg(test)]
mod tests {
    use super::recognise;

    #[track_caller]
    fn are(code: &str, texts: &[&str]) {
        for text in texts {
            assert_eq!(recognise(text).0, (!code.is_empty()).then_some(code), "{text}");
        }
    }

    #[test]
    fn a_language_is_known_by_its_small_words() {
        are(
            "en",
            &[
                "The ties of the two states are strong, he said on Monday.",
                "Prices rose again in the capital.",
                "Nobody was hurt.",
                "The council voted.",
                "Police made no arrests after the storm.",
            ],
        );
        are(
            "de",
            &[
                "Das Treffen der beiden Minister ist nicht geplant und wird noch geprüft.",
                "Die Brücke wurde am Montag gesperrt.",
                "Am 3. März sprach Dr. Müller. Er kam aus Berlin. Die Halle war voll.",
            ],
        );
        are(
            "fr",
            &[
                "Le ministre a déclaré que les liens avec la Russie sont une priorité pour son pays.",
                "Le pont est fermé.",
            ],
        );
        are("es", &["El ministro dijo que las relaciones con los rusos no se han roto por la guerra."]);
        are("it", &["Il ministro ha detto che il ponte è chiuso.", "Il ponte della città è chiuso."]);
        are("pt", &["O ministro disse que não é uma prioridade para os dois, mas foi ao Brasil."]);
        are(
            "da",
            &[
                "Ministeren sagde, at det ikke er den bedste vej, og at han ville tale med de andre, blev det sagt af ham nu.",
            ],
        );
        are("no", &["Statsråden sa at det ikke er den beste veien, og at hun ville snakke med seg selv etter møtet."]);
        are("sv", &["Ministern sade att det inte är den bästa vägen och att han ville tala med de andra."]);
        are("fi", &["Ministeri sanoi, että se ei ole totta ja että hän on jo matkalla."]);
        are("cs", &["Ministr řekl, že to není pravda a že se o tom jednalo i na schůzce."]);
        are("pl", &["Minister powiedział, że to nie jest prawda i że nie był na spotkaniu."]);
        are("hu", &["A miniszter szerint ez nem igaz, és az sem, hogy már volt ott egy ember."]);
        are("ro", &["Ministrul a spus că nu este adevărat și că relațiile cu rușii sunt bune."]);
        are("tr", &["Bakan bunun doğru olmadığını ve bir daha görüşme için çok erken olduğunu söyledi."]);
    }

    #[test]
    fn a_script_and_a_few_letters_tell_the_language() {
        are("ru", &["Министр сказал, что это не так и что он не был на встрече.", "Мост закрыт на лето."]);
        are("uk", &["Міністр сказав, що міст закрито на літо."]);
        are("el", &["Θα παραιτηθεί ο υπουργός;"]);
        are("he", &["השר אמר כי הגשר ייסגר בקיץ."]);
        are("ar", &["قال الوزير إن الجسر سيغلق في الصيف."]);
        are("fa", &["وزیر گفت که پل در تابستان بسته می‌شود."]);
        are("ur", &["وزیر نے کہا کہ پل گرمیوں میں بند رہے گا۔"]);
        are("hi", &["मंत्री ने कहा कि पुल गर्मियों में बंद रहेगा।"]);
        are("bn", &["মন্ত্রী বলেছেন সেতু বন্ধ থাকবে।"]);
        are("th", &["รัฐมนตรีกล่าวว่าสะพานจะปิด"]);
        are("ko", &["장관은 다리가 폐쇄될 것이라고 말했다."]);
        are("ja", &["大臣は橋が閉鎖されると述べた。"]);
        are("zh", &["部长表示大桥将关闭。"]);
    }

    #[test]
    fn what_nothing_speaks_for_is_not_known() {
        are("", &["12345", "", "Bridge closed", "Waziri alisema kwamba daraja litafungwa wakati wote.", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ"]);
    }
}
