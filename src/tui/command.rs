//! Everything the reader can ask of the screen, each thing once: its name in key files and in the palette, and what it does in
//! words. Says nothing of keys (`assets/keymap.toml` does) and does nothing (`update` does).

/// Makes the enum, its names and its words from one table, so that none of them can disagree.
macro_rules! commands {
    ($($variant:ident $name:literal $help:literal,)*) => {
        /// What the reader can ask for. Each has a name for the key table and the palette, and a few words for the help.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = $help] $variant,)*
        }

        impl Command {
            /// All of them, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the key table, as in `next-difference`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does, for the help and the palette: without a capital and without a stop.
            #[must_use]
            pub fn help(self) -> &'static str {
                match self { $(Self::$variant => $help,)* }
            }
        }
    };
}

commands! {
    Down "down" "one line down",
    Up "up" "one line up",
    HalfDown "half-down" "half a screen down",
    HalfUp "half-up" "half a screen up",
    PageDown "page-down" "a screen down",
    PageUp "page-up" "a screen up",
    Top "top" "to the beginning",
    Bottom "bottom" "to the end",
    NextRow "next-row" "to the next row",
    PreviousRow "previous-row" "to the previous row",
    LeftSide "left-side" "to the left side",
    RightSide "right-side" "to the right side",
    Next "next" "to the next difference, or the next hit of a search",
    Previous "previous" "to the previous difference, or the previous hit of a search",
    NextFinding "next-finding" "to the next finding",
    PreviousFinding "previous-finding" "to the previous finding",
    Follow "follow" "to the counterpart of the passage, wherever it stands",
    Back "back" "back to where the last jump began",
    Forward "forward" "forward again, after back",
    NextPair "next-pair" "the next pair of articles",
    PreviousPair "previous-pair" "the previous pair of articles",
    PickPair "pick-pair" "choose two of the articles",
    Swap "swap" "swap the two sides: the right article becomes the base",
    MakeBase "make-base" "make the current article the base",
    Fold "fold" "open or fold what is unchanged here",
    FoldAll "fold-all" "open or fold everything unchanged",
    OnlyLeft "only-left" "read the left article alone, or both again",
    OnlyRight "only-right" "read the right article alone, or both again",
    Third "third" "a third article beside the two, then the next one, then none",
    Stacked "stacked" "one below the other instead of side by side, or back",
    Clean "clean" "clean text without marks, or with them again",
    Minor "minor" "show differences of punctuation, case and typography, or fold them",
    Detail "detail" "why: the evidence for this mark",
    List "list" "the list of every difference",
    Dock "dock" "the list beside the text on wide screens, or not",
    Story "story" "the story: which article has what",
    Sources "sources" "the sources: who speaks, how often, how early",
    Search "search" "search in all articles",
    ToggleRegex "toggle-regex" "search for a regular expression, or for plain words",
    Export "export" "write a report to a file",
    CopyPassage "copy-passage" "copy the passage, with its source",
    CopyPair "copy-pair" "copy both passages, with their sources",
    Theme "theme" "change the colours",
    Mouse "mouse" "let the mouse go, so that the terminal can select text, or take it back",
    Palette "palette" "find an action by its name, or a paragraph by its number",
    Help "help" "the keys of this view",
    Reload "reload" "read the files again, or go on with what was stopped",
    Cancel "cancel" "close, cancel, end the search",
    Accept "accept" "do what the chosen line says",
    Toggle "toggle" "mark or change this",
    NextChoice "next-choice" "the next choice",
    PreviousChoice "previous-choice" "the previous choice",
    Older "older" "what was typed here before",
    Newer "newer" "what was typed here after that",
    Suspend "suspend" "back to the shell for a while (fg returns)",
    Redraw "redraw" "draw the screen anew",
    Quit "quit" "leave",
    ShowAll "show-all" "every kind of difference",
    ShowReworded "show-reworded" "reworded passages",
    ShowPartial "show-partial" "passages that share a part",
    ShowOnlyLeft "show-only-left" "passages that only the base has",
    ShowOnlyRight "show-only-right" "passages that only the other article has",
    ShowMoved "show-moved" "passages that stand elsewhere",
    ShowHeadline "show-headline" "headline and lede",
    ShowAttribution "show-attribution" "reporting verbs that take a stance",
    ShowSource "show-source" "sources that are vague, missing or dropped",
    ShowHedge "show-hedge" "distance, doubt, certainty",
    ShowLoaded "show-loaded" "emotive or one-sided terms",
    ShowNaming "show-naming" "labels for a person, group or state",
    ShowEvaluation "show-evaluation" "evaluating words",
    ShowInterpretation "show-interpretation" "claims of motive, cause or significance",
    ShowBackground "show-background" "background placed beside the news",
    ShowQuotation "show-quotation" "quotations trimmed, altered or given to another speaker",
    ShowFigure "show-figure" "figures, dates and names that differ",
    ShowPlacement "show-placement" "the same passage much higher or lower",
}

impl Command {
    /// The command that goes by `name`, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Command;

    #[test]
    fn every_command_is_found_by_its_own_name_and_no_name_is_given_twice() {
        let names: BTreeSet<&str> = Command::ALL.iter().map(|command| command.name()).collect();
        assert_eq!(names.len(), Command::ALL.len());
        for command in Command::ALL {
            assert_eq!(Command::named(command.name()), Some(*command));
        }
    }

    #[test]
    fn descriptions_are_phrases_not_sentences() {
        for command in Command::ALL {
            let help = command.help();
            assert!(!help.is_empty() && !help.ends_with('.'), "{help}");
            assert!(help.starts_with(|c: char| c.is_lowercase()), "{help}");
        }
    }
}
