//! Styles of words on a page.

use anstyle::{AnsiColor, Style};

/// What words are, so that they look alike everywhere.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ink {
    /// The title of a record.
    Title,
    /// The name of a field.
    Field,
    /// A speaker; each has a colour of six.
    Speaker(usize),
    /// Somebody who speaks but is not known.
    Stranger,
    /// What stands beside the words.
    Aside,
    /// What was accepted.
    Yes,
    /// What was refused.
    No,
}

/// Dresses words, or leaves them plain.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Paint {
    Plain,
    Colour,
}

const SPEAKERS: [AnsiColor; 6] = [
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Green,
    AnsiColor::Magenta,
    AnsiColor::Blue,
    AnsiColor::Red,
];

impl Paint {
    pub(crate) fn of(colour: bool) -> Self {
        if colour { Paint::Colour } else { Paint::Plain }
    }

    pub(crate) fn dress(self, ink: Ink, words: &str) -> String {
        let style = match ink {
            Ink::Title => Style::new().bold(),
            Ink::Field | Ink::Aside => Style::new().dimmed(),
            Ink::Speaker(index) => SPEAKERS[index % SPEAKERS.len()].on_default().bold(),
            Ink::Yes => AnsiColor::Green.on_default(),
            Ink::No => AnsiColor::Yellow.on_default(),
            Ink::Stranger => Style::new().bold().italic(),
        };
        match self {
            Paint::Plain => words.to_owned(),
            Paint::Colour if words.is_empty() => String::new(),
            Paint::Colour => format!("{style}{words}{style:#}"),
        }
    }
}
