//! The people of a conversation, those who keep silent included.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Identity, NameParts, Written};
use crate::span::{Span, map_spans, no_spans};

/// A participant's id within one record: `p1` is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PersonId(u32);

impl PersonId {
    /// Gives the id of the participant at a place in the list, counted from 0.
    #[allow(clippy::cast_possible_truncation)]
    pub const fn from_index(index: usize) -> Self {
        Self(index as u32)
    }

    /// Gives the place in [`crate::Memorandum::participants`], counted from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}", self.0 + 1)
    }
}

impl From<PersonId> for String {
    fn from(id: PersonId) -> String {
        id.to_string()
    }
}

/// The string is not a participant's id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a participant's id; expected p1, p2, …")]
pub struct NotAPersonId(String);

impl TryFrom<String> for PersonId {
    type Error = NotAPersonId;

    fn try_from(s: String) -> Result<Self, NotAPersonId> {
        match s.strip_prefix('p').and_then(|n| n.parse::<u32>().ok()) {
            Some(n) if n > 0 => Ok(Self(n - 1)),
            _ => Err(NotAPersonId(s)),
        }
    }
}

impl JsonSchema for PersonId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PersonId".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A participant's id within one record: p1 is the first.",
            "pattern": "^p[1-9][0-9]*$"
        })
    }
}

/// In what capacity somebody took part.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Capacity {
    /// One of the parties between whom the conversation was held.
    Principal,
    /// Took part.
    Attendee,
    /// Was there; not said to have spoken.
    Present,
    /// Interpreted.
    Interpreter,
    /// Took notes.
    Notetaker,
    /// Recorded the conversation.
    Recorder,
    /// Drafted the record.
    Drafter,
    /// Is named in the office of somebody listed, as in `Private Secretary to Mr. Orlo`; not said
    /// to have been there.
    Named,
}

impl Capacity {
    /// Gives the capacity in plain words.
    pub fn words(self) -> &'static str {
        match self {
            Capacity::Principal => "principal",
            Capacity::Attendee => "attendee",
            Capacity::Present => "present",
            Capacity::Interpreter => "interpreter",
            Capacity::Notetaker => "notetaker",
            Capacity::Recorder => "recorder",
            Capacity::Drafter => "drafter",
            Capacity::Named => "named",
        }
    }
}

/// Which part of a document names a participant.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Carrier {
    /// A list of participants.
    List,
    /// The title.
    Title,
    /// A sentence: "X took part in the conversation."
    Sentence,
    /// The source note.
    SourceNote,
    /// A speaker's label only.
    Label,
    /// The subject of a reporting clause only: "Mr. X said".
    Cue,
    /// The signature below the record.
    Signature,
}

/// One place where a participant is named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The words, title and office included.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Which part of the document it is.
    pub carrier: Carrier,
}

/// Somebody who took part in the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Participant {
    /// The id: `p1`, `p2`, … in order of first mention.
    pub id: PersonId,
    /// The name as most fully written, without honorific and office; the role where no name
    /// is given (`The Secretary`).
    pub name: String,
    /// The name taken apart and normalised; none where the person is called by an office.
    #[serde(default)]
    pub name_parts: Option<NameParts>,
    /// `Mr.`, `Cde.`, `General`.
    pub honorific: Option<String>,
    /// Offices held, as written.
    pub roles: Vec<Written>,
    /// The institution or country named beside the person.
    pub affiliation: Option<String>,
    /// The side or agency under whose heading the person is listed.
    pub delegation: Option<String>,
    /// In what capacities the person took part, in fixed order.
    pub capacities: Vec<Capacity>,
    /// When the person was there, where that was not all the time: `(part-time)`, `(for Item 2)`.
    #[serde(default)]
    pub presence: Vec<Written>,
    /// Who the person is, by the roster that was given.
    #[serde(default)]
    pub identity: Option<Identity>,
    /// Ids by which the file's markup names the person, as written there: `p_OM1`.
    #[serde(default)]
    pub refs: Vec<String>,
    /// Every place that names the person in header, title, closing or label.
    pub mentions: Vec<Mention>,
}

impl Participant {
    /// Gives somebody of whom nothing but the name is known.
    pub(crate) fn new(id: PersonId, name: String) -> Self {
        Self {
            id,
            name,
            name_parts: None,
            honorific: None,
            roles: Vec::new(),
            affiliation: None,
            delegation: None,
            capacities: Vec::new(),
            presence: Vec::new(),
            identity: None,
            refs: Vec::new(),
            mentions: Vec::new(),
        }
    }
}

no_spans!(PersonId, Capacity, Carrier);
map_spans!(Mention { text, span, carrier });
map_spans!(Participant {
    id,
    name,
    name_parts,
    honorific,
    roles,
    affiliation,
    delegation,
    capacities,
    presence,
    identity,
    refs,
    mentions
});
