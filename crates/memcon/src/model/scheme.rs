//! Why a string is or is not a speaker's label.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{Span, map_spans, no_spans};

/// What stands between a label and the speech.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Separator {
    /// `Orlo:`, also with a space before.
    Colon,
    /// `毛主席：`.
    FullwidthColon,
    /// `M. S. ORLOV.`.
    Stop,
    /// `RN—`.
    Dash,
    /// `Mansfield - `.
    SpacedHyphen,
    /// `김 위원장 =`.
    Equals,
    /// The label alone on its line.
    LineEnd,
    /// Nothing but a space.
    None,
}

/// Whether a candidate was taken for a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It opens a turn.
    Label,
    /// It does not.
    NotALabel,
}

/// One reason for or against a candidate.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Evidence {
    /// The same label opens other paragraphs.
    Recurs,
    /// Labels of this separator alternate in the document.
    SchemeSeparator,
    /// The name or role is among the participants.
    Listed,
    /// The name stands in the title.
    InTitle,
    /// A name that also occurs as, or within, an accepted label.
    KnownSpeaker,
    /// It begins with a title or an honorific.
    Titled,
    /// A role: `The President`.
    Role,
    /// It names a sender, as in a teletype exchange: `From Orlo`, `Vey from Orlo`.
    Sender,
    /// Initials and capitals as a Soviet record sets them.
    Capitals,
    /// One to four capitals.
    Initials,
    /// The document's title names a record of a conversation.
    ConversationTitle,
    /// A parenthesis between name and separator says who speaks to whom or how.
    SpokenParenthesis,
    /// A form field or heading: `DATE:`, `Note:`.
    FieldWord,
    /// An enumerator: `II.`, `(b)`.
    Enumerator,
    /// A clock time.
    ClockTime,
    /// A vocative or salutation: `Dear Mr. President:`.
    Vocative,
    /// A verb or a word of lower case follows or stands in it: prose.
    Prose,
    /// It stands in the header.
    InHeader,
    /// It stands once, and nothing else speaks for it.
    Alone,
    /// It stands inside quotation marks in another's words.
    Quoted,
    /// The document's other labels have another separator.
    OtherSeparator,
    /// It names a body, not a person: `The National Security Council:`.
    Body,
}

impl Evidence {
    /// Gives the reason in plain words.
    pub fn words(self) -> &'static str {
        match self {
            Evidence::Recurs => "recurs in the document",
            Evidence::SchemeSeparator => "has the separator of the document's labels",
            Evidence::Listed => "is among the participants",
            Evidence::InTitle => "stands in the title",
            Evidence::KnownSpeaker => "is a form of an accepted label",
            Evidence::Titled => "begins with a title or an honorific",
            Evidence::Role => "is a role",
            Evidence::Sender => "names a sender",
            Evidence::Capitals => "initials and capitals",
            Evidence::Initials => "one to four capitals",
            Evidence::ConversationTitle => "the title names a record of conversation",
            Evidence::SpokenParenthesis => "a parenthesis says how or to whom",
            Evidence::FieldWord => "is a field or heading word",
            Evidence::Enumerator => "is an enumerator",
            Evidence::ClockTime => "is a clock time",
            Evidence::Vocative => "is a vocative or salutation",
            Evidence::Prose => "reads as prose",
            Evidence::InHeader => "stands in the header",
            Evidence::Alone => "stands once and nothing else speaks for it",
            Evidence::Quoted => "stands inside a quotation",
            Evidence::OtherSeparator => "the document's labels have another separator",
            Evidence::Body => "names a body, not a person",
        }
    }
}

/// A string that could have been a speaker's label, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LabelReading {
    /// The string, without separator.
    pub span: Span,
    /// What stands after it.
    pub separator: Separator,
    /// Whether it was taken for a label.
    pub verdict: Verdict,
    /// The reasons that decided.
    pub evidence: Vec<Evidence>,
}

impl LabelReading {
    pub(crate) fn new(
        span: Span,
        separator: Separator,
        verdict: Verdict,
        evidence: Vec<Evidence>,
    ) -> Self {
        Self { span, separator, verdict, evidence }
    }
}

no_spans!(Separator, Verdict, Evidence);
map_spans!(LabelReading { span, separator, verdict, evidence });
