//! Marks of editors, translators and typists in the text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Excision, Written};
use crate::span::{Span, map_spans, no_spans};

/// What a mark in the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum NoteKind {
    /// Words that an editor or translator put in: `national-democratic [revolution]`.
    Supplied,
    /// An abbreviation spelled out: `PDPA [People's …]`, `DRA (Democratic …)`.
    Expansion,
    /// Another reading offered with a query: `[learned of this??]`.
    Query,
    /// A doubtful reading: `[Butz?]`.
    Doubtful,
    /// A correction of the word before: `took [taken]`.
    Correction,
    /// `[sic]`.
    Sic,
    /// The word of the original language.
    Original,
    /// Something left out by editors: `[Here follows …]`.
    Omission,
    /// Something withheld: `[1½ lines not declassified]`.
    Excision,
    /// `[unclear]`, `[inaudible]`.
    Unclear,
    /// What happened, not what was said: `(Laughter)`.
    Stage,
    /// A bracket by an editor that is none of these.
    Editorial,
    /// A parenthesis in the source.
    Parenthesis,
    /// A footnote's number in the text.
    Callout,
    /// A footnote.
    Footnote,
    /// The beginning of a page: `[Page 79]`.
    PageMark,
    /// A running head, page number or classification line that cuts through the text.
    RunningHead,
    /// `(U)`, `(C)`, `(S)` at a paragraph's end.
    PortionMark,
    /// What an interpreter or translator remarks: `(through interpreter)`, `[Translator's note: …]`.
    Interpreter,
    /// Where something attached begins: `[Attachment]`, `Tab A`.
    Attachment,
    /// A signature, or the word of a typist for one: `/s/ Orlo`, `[initialed]`.
    Signature,
}

impl NoteKind {
    /// Tells whether the mark is no part of what the speaker said.
    pub fn is_outside_speech(self) -> bool {
        match self {
            NoteKind::Stage
            | NoteKind::Callout
            | NoteKind::Footnote
            | NoteKind::PageMark
            | NoteKind::RunningHead
            | NoteKind::PortionMark
            | NoteKind::Omission
            | NoteKind::Excision
            | NoteKind::Interpreter
            | NoteKind::Attachment
            | NoteKind::Signature => true,
            NoteKind::Unclear
            | NoteKind::Supplied
            | NoteKind::Expansion
            | NoteKind::Query
            | NoteKind::Doubtful
            | NoteKind::Correction
            | NoteKind::Sic
            | NoteKind::Original
            | NoteKind::Editorial
            | NoteKind::Parenthesis => false,
        }
    }

    /// Gives the kind in plain words.
    pub fn words(self) -> &'static str {
        match self {
            NoteKind::Supplied => "supplied",
            NoteKind::Expansion => "expansion",
            NoteKind::Query => "query",
            NoteKind::Doubtful => "doubtful",
            NoteKind::Correction => "correction",
            NoteKind::Sic => "sic",
            NoteKind::Original => "original",
            NoteKind::Omission => "omission",
            NoteKind::Excision => "excision",
            NoteKind::Unclear => "unclear",
            NoteKind::Stage => "stage",
            NoteKind::Editorial => "editorial",
            NoteKind::Parenthesis => "parenthesis",
            NoteKind::Callout => "callout",
            NoteKind::Footnote => "footnote",
            NoteKind::PageMark => "page mark",
            NoteKind::RunningHead => "running head",
            NoteKind::PortionMark => "portion mark",
            NoteKind::Interpreter => "interpreter",
            NoteKind::Attachment => "attachment",
            NoteKind::Signature => "signature",
        }
    }
}

/// Whose mark it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Hand {
    /// An editor's or translator's, as square brackets are where nothing says otherwise.
    #[default]
    Editor,
    /// The source's own: parentheses, and brackets where the editors say that they stand in the
    /// source.
    Source,
}

/// A mark of an editor, translator or typist.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Note {
    /// What the mark is.
    pub kind: NoteKind,
    /// The mark whole, brackets included.
    pub span: Span,
    /// What stands inside the brackets, or the footnote's words.
    pub text: String,
    /// The words it explains, corrects or questions, where they are told apart: `PDPA`.
    pub of: Option<Written>,
    /// The turn it stands in, as a place in [`crate::Memorandum::turns`].
    pub turn: Option<usize>,
    /// Whose mark it is.
    #[serde(default)]
    pub hand: Hand,
    /// What was withheld, where the mark is an excision.
    #[serde(default)]
    pub excision: Option<Excision>,
    /// The footnote of a callout, or the callout of a footnote, as a place in
    /// [`crate::Memorandum::notes`].
    #[serde(default)]
    pub joined: Option<usize>,
}

impl Note {
    pub(crate) fn new(kind: NoteKind, span: Span, text: String, of: Option<Written>) -> Self {
        let (hand, excision, joined) = (Hand::Editor, None, None);
        Self { kind, span, text, of, turn: None, hand, excision, joined }
    }
}

no_spans!(NoteKind, Hand);
map_spans!(Note { kind, span, text, of, turn, hand, excision, joined });
