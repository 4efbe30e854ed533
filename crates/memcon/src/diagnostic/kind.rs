//! What may be doubtful: the kinds, their codes, and how grave they are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Severity;
use crate::span::{MapSpans, Span};

/// What is doubtful. `Display` says it in a sentence.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize, JsonSchema,
)]
#[serde(tag = "code", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// A speaker is not named anywhere as a participant.
    #[error("{name:?} speaks but is not among the participants")]
    UnlistedSpeaker {
        /// The label.
        name: String,
    },
    /// A label fits several participants.
    #[error("{name:?} could be {}", .among.join(" or "))]
    AmbiguousSpeaker {
        /// The label.
        name: String,
        /// The participants whom it fits.
        among: Vec<String>,
    },
    /// A label is near, not equal, to a participant's name.
    #[error("{name:?} is taken for {other:?}")]
    NearSpelling {
        /// The label.
        name: String,
        /// The participant.
        other: String,
    },
    /// Two dates of the document differ.
    #[error("this date does not agree with {other:?}")]
    DateConflict {
        /// The other date as written.
        other: String,
        /// Where it stands.
        at: Span,
    },
    /// A date that no calendar has.
    #[error("{written:?} is in no calendar")]
    ImpossibleDate {
        /// The date as written.
        written: String,
    },
    /// A date in figures whose day and month nothing in the document tells apart.
    #[error("{written:?} can be {}", .readings.join(" or "))]
    AmbiguousDate {
        /// The date as written.
        written: String,
        /// The days that it can be, `YYYY-MM-DD`.
        readings: Vec<String>,
    },
    /// A day whose year neither the title nor any other date of the head tells.
    #[error("{written:?} has no year, and no other date of the head tells it")]
    DateWithoutYear {
        /// The date as written.
        written: String,
    },
    /// The roster gives an office of the document to somebody else.
    #[error("{name:?} is {office:?} here; the roster has {roster}")]
    RosterConflict {
        /// Who holds the office by the document.
        name: String,
        /// The office as the document writes it.
        office: String,
        /// What the roster has, in words.
        roster: String,
    },
    /// Several people of the roster can be meant.
    #[error("{name:?} could be {} of the roster", .among.join(" or "))]
    AmbiguousRoster {
        /// The name or office as the document writes it.
        name: String,
        /// The people of the roster.
        among: Vec<String>,
    },
    /// Two expansions of one abbreviation, or of two that the text uses alike, differ.
    #[error("{abbreviation:?} is expanded here as {expansion:?}, elsewhere {other:?}")]
    GlossaryConflict {
        /// The abbreviation.
        abbreviation: String,
        /// Its expansion here.
        expansion: String,
        /// The abbreviation or expansion elsewhere.
        other: String,
        /// Where that stands.
        at: Span,
    },
    /// The markup encodes another date than it prints.
    #[error("this date is encoded as {encoded}")]
    EncodedDate {
        /// The date as encoded.
        encoded: String,
    },
    /// Bytes of the file stand for nothing in its encoding.
    #[error("{bytes} bytes of the file are nothing in {encoding}")]
    ReplacedBytes {
        /// How many.
        bytes: usize,
        /// The encoding.
        encoding: String,
    },
    /// Nothing in the file says what encoding it is in.
    #[error("the file is taken to be in {encoding}; nothing in it says so")]
    GuessedEncoding {
        /// The encoding.
        encoding: String,
    },
    /// A reference of the markup stands for nothing that is known; it was left as it is written.
    #[error("nobody explains the reference {written:?}")]
    UnknownEntity {
        /// The reference as written: `&who;`.
        written: String,
    },
    /// A page of the file has no text: it is empty, or an image.
    #[error("page {page} of the file has no text")]
    PageWithoutText {
        /// By what the file calls the page.
        page: String,
    },
    /// A bracket is opened and not closed.
    #[error("a bracket is opened and not closed")]
    UnclosedBracket,
    /// The editors say that the brackets are the source's own.
    #[error("the brackets of this document are said to stand in the source")]
    BracketsInSource,
    /// A callout without its footnote, in a document that has footnotes.
    #[error("footnote {number} is called for and not there")]
    MissingFootnote {
        /// The number.
        number: u32,
    },
    /// A footnote that nothing calls for.
    #[error("nothing calls for footnote {number}")]
    UncalledFootnote {
        /// The number.
        number: u32,
    },
    /// A running head or page number cuts through a paragraph.
    #[error("a running head cuts through a paragraph")]
    RunningHead,
    /// A word stands twice.
    #[error("{word:?} stands twice")]
    DoubledWord {
        /// The word.
        word: String,
    },
    /// A word is set in letters apart.
    #[error("{word:?} is set in letters apart")]
    SpacedLetters {
        /// The word, its letters together.
        word: String,
    },
    /// Letters were lost or changed by a wrong encoding.
    #[error("{written:?} looks damaged by a wrong encoding")]
    Mojibake {
        /// What is written.
        written: String,
    },
    /// A word mixes alphabets whose letters look alike.
    #[error("{word:?} mixes letters of two alphabets")]
    LookAlikeLetters {
        /// The word.
        word: String,
    },
    /// Nothing in the document is speech.
    #[error("no one speaks in this document")]
    NoTurns,
    /// The file is a page that holds no document: a list, an error, a scan without text.
    #[error("the page is {page}, not a document")]
    NotADocument {
        /// What it is.
        page: String,
    },
}

impl DiagnosticKind {
    /// Gives the stable code, as in JSON and Python.
    pub fn code(&self) -> &'static str {
        match self {
            DiagnosticKind::UnlistedSpeaker { .. } => "unlisted-speaker",
            DiagnosticKind::AmbiguousSpeaker { .. } => "ambiguous-speaker",
            DiagnosticKind::NearSpelling { .. } => "near-spelling",
            DiagnosticKind::DateConflict { .. } => "date-conflict",
            DiagnosticKind::ImpossibleDate { .. } => "impossible-date",
            DiagnosticKind::AmbiguousDate { .. } => "ambiguous-date",
            DiagnosticKind::DateWithoutYear { .. } => "date-without-year",
            DiagnosticKind::RosterConflict { .. } => "roster-conflict",
            DiagnosticKind::AmbiguousRoster { .. } => "ambiguous-roster",
            DiagnosticKind::GlossaryConflict { .. } => "glossary-conflict",
            DiagnosticKind::EncodedDate { .. } => "encoded-date",
            DiagnosticKind::ReplacedBytes { .. } => "replaced-bytes",
            DiagnosticKind::GuessedEncoding { .. } => "guessed-encoding",
            DiagnosticKind::UnknownEntity { .. } => "unknown-entity",
            DiagnosticKind::PageWithoutText { .. } => "page-without-text",
            DiagnosticKind::UnclosedBracket => "unclosed-bracket",
            DiagnosticKind::BracketsInSource => "brackets-in-source",
            DiagnosticKind::MissingFootnote { .. } => "missing-footnote",
            DiagnosticKind::UncalledFootnote { .. } => "uncalled-footnote",
            DiagnosticKind::RunningHead => "running-head",
            DiagnosticKind::DoubledWord { .. } => "doubled-word",
            DiagnosticKind::SpacedLetters { .. } => "spaced-letters",
            DiagnosticKind::Mojibake { .. } => "mojibake",
            DiagnosticKind::LookAlikeLetters { .. } => "look-alike-letters",
            DiagnosticKind::NoTurns => "no-turns",
            DiagnosticKind::NotADocument { .. } => "not-a-document",
        }
    }

    /// Gives how grave the doubt is.
    pub fn severity(&self) -> Severity {
        match self {
            DiagnosticKind::UnlistedSpeaker { .. }
            | DiagnosticKind::AmbiguousSpeaker { .. }
            | DiagnosticKind::DateConflict { .. }
            | DiagnosticKind::ImpossibleDate { .. }
            | DiagnosticKind::AmbiguousDate { .. }
            | DiagnosticKind::RosterConflict { .. }
            | DiagnosticKind::GlossaryConflict { .. }
            | DiagnosticKind::MissingFootnote { .. }
            | DiagnosticKind::Mojibake { .. }
            | DiagnosticKind::LookAlikeLetters { .. }
            | DiagnosticKind::NotADocument { .. }
            | DiagnosticKind::EncodedDate { .. }
            | DiagnosticKind::UnknownEntity { .. }
            | DiagnosticKind::PageWithoutText { .. }
            | DiagnosticKind::ReplacedBytes { .. } => Severity::Warning,
            DiagnosticKind::NearSpelling { .. }
            | DiagnosticKind::AmbiguousRoster { .. }
            | DiagnosticKind::DateWithoutYear { .. }
            | DiagnosticKind::GuessedEncoding { .. }
            | DiagnosticKind::UnclosedBracket
            | DiagnosticKind::BracketsInSource
            | DiagnosticKind::UncalledFootnote { .. }
            | DiagnosticKind::RunningHead
            | DiagnosticKind::DoubledWord { .. }
            | DiagnosticKind::SpacedLetters { .. }
            | DiagnosticKind::NoTurns => Severity::Note,
        }
    }

    /// Lists every code, for a catalogue.
    pub const CODES: &'static [&'static str] = &[
        "unlisted-speaker",
        "ambiguous-speaker",
        "near-spelling",
        "date-conflict",
        "impossible-date",
        "ambiguous-date",
        "date-without-year",
        "roster-conflict",
        "ambiguous-roster",
        "glossary-conflict",
        "encoded-date",
        "replaced-bytes",
        "guessed-encoding",
        "unknown-entity",
        "page-without-text",
        "unclosed-bracket",
        "brackets-in-source",
        "missing-footnote",
        "uncalled-footnote",
        "running-head",
        "doubled-word",
        "spaced-letters",
        "mojibake",
        "look-alike-letters",
        "no-turns",
        "not-a-document",
    ];
}

impl MapSpans for DiagnosticKind {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        match self {
            DiagnosticKind::DateConflict { at, .. }
            | DiagnosticKind::GlossaryConflict { at, .. } => *at = to(*at),
            DiagnosticKind::UnlistedSpeaker { .. }
            | DiagnosticKind::AmbiguousSpeaker { .. }
            | DiagnosticKind::NearSpelling { .. }
            | DiagnosticKind::ImpossibleDate { .. }
            | DiagnosticKind::AmbiguousDate { .. }
            | DiagnosticKind::DateWithoutYear { .. }
            | DiagnosticKind::RosterConflict { .. }
            | DiagnosticKind::AmbiguousRoster { .. }
            | DiagnosticKind::EncodedDate { .. }
            | DiagnosticKind::ReplacedBytes { .. }
            | DiagnosticKind::GuessedEncoding { .. }
            | DiagnosticKind::UnknownEntity { .. }
            | DiagnosticKind::PageWithoutText { .. }
            | DiagnosticKind::UnclosedBracket
            | DiagnosticKind::BracketsInSource
            | DiagnosticKind::MissingFootnote { .. }
            | DiagnosticKind::UncalledFootnote { .. }
            | DiagnosticKind::RunningHead
            | DiagnosticKind::DoubledWord { .. }
            | DiagnosticKind::SpacedLetters { .. }
            | DiagnosticKind::Mojibake { .. }
            | DiagnosticKind::LookAlikeLetters { .. }
            | DiagnosticKind::NoTurns
            | DiagnosticKind::NotADocument { .. } => {}
        }
    }
}
