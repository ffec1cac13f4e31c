//! The stages of the work, each alone, in this process.

use std::{fs, hint::black_box, sync::Arc, time::Instant};

use parallax::{
    align,
    compare::{self, Groundwork},
    comparison::{Comparison, Settings},
    framing, intake,
    lexicon::Lexicon,
    page::{self, Marking, Page, Spread},
    progress::Progress,
    report::{self, Form, Format},
    story::{Article, Side, Story},
    text::vocabulary::Vocabulary,
    tui::still::Still,
};

use crate::{
    Options,
    pairs::Pair,
    table::{Table, seconds},
};

const STAGES: [&str; 10] =
    ["decode", "segment", "align", "lexicon", "words", "findings", "lay out", "draw", "report", "json"];
/// How many frames the time of one is taken from.
const FRAMES: u32 = 20;

/// One line a pair: the median time on the clock of each stage.
pub fn table(options: &Options, pairs: &[&Pair]) -> String {
    let mut table = Table::new(&[&["pair"], &STAGES[..]].concat());
    for pair in pairs {
        let bytes = pair.files.each_ref().map(|file| fs::read(file).unwrap());
        let mut times: [Vec<f64>; STAGES.len()] = Default::default();
        let start = Instant::now();
        loop {
            for (all, time) in times.iter_mut().zip(once(&bytes)) {
                all.push(time);
            }
            let enough = if options.quick { 3 } else { 15 };
            if times[0].len() >= enough || start.elapsed().as_secs_f64() > 4.0 {
                break;
            }
        }
        let medians = times.map(|mut all| {
            all.sort_by(f64::total_cmp);
            seconds(all[all.len() / 2])
        });
        let cells: Vec<&str> = std::iter::once(&pair.name).chain(&medians).map(String::as_str).collect();
        table.row(&cells);
    }
    table.markdown("Stages, time on the clock")
}

/// Seconds of each stage, on one pass through the house.
fn once(bytes: &[Vec<u8>; 2]) -> [f64; STAGES.len()] {
    let bytes = bytes.clone();
    let mut clock = Clock { times: Vec::new(), since: Instant::now() };
    let texts = bytes.map(|bytes| intake::decode(bytes).0);
    clock.stop();
    let mut vocabulary = Vocabulary::default();
    let articles = texts.map(|text| {
        let mut article = Article { text, ..Article::default() };
        intake::segment(&mut article, &intake::Said::default(), &mut vocabulary, &Progress::default());
        article
    });
    let story = Story { articles: articles.into_iter().collect(), vocabulary, ..Story::default() };
    clock.stop();
    let Some(pair) = story.pairs().next() else { return [0.0; STAGES.len()] };
    let alignment = align::align(&story, pair, &Progress::default());
    clock.stop();
    let lexicon = Lexicon::bundled();
    let groundwork = Groundwork::of(&story, &lexicon);
    clock.stop();
    let wordings = compare::wordings(&story, &alignment, &groundwork, &Progress::default());
    let changes = compare::changes(&wordings);
    clock.stop();
    black_box(framing::cues(&story, &alignment, &changes, &groundwork));
    let quotations = compare::quotation_pairs(&story, &alignment, &wordings, &groundwork);
    black_box(compare::findings(&story, &alignment, &wordings, &changes, &quotations, &groundwork));
    clock.stop();
    let comparison = Comparison::new(Arc::new(story), &[pair], Settings::default(), &lexicon);
    clock.lap();
    let compared = page::Compared::new(&comparison.story, Arc::clone(&comparison.pairs[0]));
    let spread = Arc::new(Spread::pair(Arc::clone(&comparison.story), &compared, Side::Left));
    let page = Page::new(spread, 120, false, Marking::default(), &[]);
    for block in 0..page.blocks().len() {
        black_box(page.lines(block));
    }
    clock.stop();
    // A key that moves the cursor on, and the whole frame that follows: what a reader waits for at every key.
    let mut still = Still::new(Arc::clone(&comparison.story), Arc::new(lexicon), (120, 40)).unwrap();
    assert!(still.press("j"));
    clock.lap();
    (0..FRAMES).for_each(|_| assert!(still.press("j")));
    let frames = clock.lap();
    clock.times.push(frames / f64::from(FRAMES));
    for format in [Format::Text, Format::Json] {
        let form = Form { format, width: 100, ..Form::default() };
        report::write(&comparison, &form, &mut std::io::sink()).unwrap();
        clock.stop();
    }
    clock.times.try_into().unwrap()
}

/// A stop watch.
struct Clock {
    times: Vec<f64>,
    since: Instant,
}

impl Clock {
    fn lap(&mut self) -> f64 {
        let time = self.since.elapsed().as_secs_f64();
        self.since = Instant::now();
        time
    }

    fn stop(&mut self) {
        let time = self.lap();
        self.times.push(time);
    }
}
