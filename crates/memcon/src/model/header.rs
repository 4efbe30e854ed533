//! The head of a record: its title, its kind and its markings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Written;
use crate::span::{Span, map_spans, no_spans};

/// What kind of record a title names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum RecordKind {
    /// Memorandum of (a) conversation.
    MemorandumOfConversation,
    /// Memorandum, record or transcript of a telephone conversation.
    TelephoneConversation,
    /// Conversation between or among people: a recording, a teletype exchange.
    Conversation,
    /// Memorandum of discussion, of the substance of discussions.
    Discussion,
    /// Memorandum of a conference, of a meeting.
    Meeting,
    /// Minutes.
    Minutes,
    /// Notes, personal notes, summary notes.
    Notes,
    /// Record, summary record, verbatim record.
    Record,
    /// Memorandum for the record, for the files.
    MemorandumForTheRecord,
    /// Transcript, stenographic record.
    Transcript,
    /// Summary.
    Summary,
    /// From the diary or journal of someone.
    Diary,
}

impl RecordKind {
    /// Gives the kind in plain words.
    pub fn words(self) -> &'static str {
        match self {
            RecordKind::MemorandumOfConversation => "memorandum of conversation",
            RecordKind::TelephoneConversation => "telephone conversation",
            RecordKind::Conversation => "conversation",
            RecordKind::Discussion => "memorandum of discussion",
            RecordKind::Meeting => "memorandum of meeting",
            RecordKind::Minutes => "minutes",
            RecordKind::Notes => "notes",
            RecordKind::Record => "record",
            RecordKind::MemorandumForTheRecord => "memorandum for the record",
            RecordKind::Transcript => "transcript",
            RecordKind::Summary => "summary",
            RecordKind::Diary => "diary",
        }
    }
}

/// A title as printed, with what it tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Title {
    /// The words, without the document's number and footnote callouts.
    pub text: String,
    /// Where it stands, number and callouts included.
    pub span: Span,
    /// What kind of record it names.
    pub kind: Option<RecordKind>,
    /// The people between whom the conversation was, as written.
    pub parties: Vec<Written>,
}

/// What a marking does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MarkingKind {
    /// Who may read it: `Secret`, `绝密`.
    Classification,
    /// How it is to be handled: `Nodis`, `To be returned`.
    Handling,
    /// To whom it goes.
    Distribution,
    /// The office that issued it.
    Office,
    /// A registry or series number: `No. P440`, `US/MC/29`.
    Number,
    /// A copy number.
    Copy,
    /// A declassification stamp or exemption.
    Declassification,
}

/// A marking of secrecy, handling or registry.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Marking {
    /// What the marking does.
    pub kind: MarkingKind,
    /// The words; where a list is broken by other markings, its parts joined by spaces.
    pub text: String,
    /// Where each part stands.
    pub spans: Vec<Span>,
}

impl Title {
    pub(crate) fn new(
        text: String,
        span: Span,
        kind: Option<RecordKind>,
        parties: Vec<Written>,
    ) -> Self {
        Self { text, span, kind, parties }
    }
}

no_spans!(RecordKind, MarkingKind);
map_spans!(Title { text, span, kind, parties });
map_spans!(Marking { kind, text, spans });
