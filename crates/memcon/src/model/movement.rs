//! Who came in and who left while the conversation went on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{PersonId, Written};
use crate::span::{Span, map_spans, no_spans};

/// Whether somebody comes or goes.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MovementKind {
    /// Comes in, joins, comes back.
    Enter,
    /// Goes, withdraws.
    Leave,
}

/// An entrance or an exit that the record tells: "At this point Mr. Orlo left the room."
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Movement {
    /// Whether the people come or go.
    pub kind: MovementKind,
    /// The people, as far as they are participants.
    pub people: Vec<PersonId>,
    /// The words that name them.
    pub subject: Written,
    /// The clock time, as written, where one is told.
    pub time: Option<Written>,
    /// The sentence that tells it.
    pub span: Span,
    /// How many turns begin before it: the place in [`crate::Memorandum::turns`] of the turn
    /// that comes next.
    pub next_turn: usize,
}

impl Movement {
    pub(crate) fn new(
        kind: MovementKind,
        people: Vec<PersonId>,
        subject: Written,
        time: Option<Written>,
        span: Span,
        next_turn: usize,
    ) -> Self {
        Self { kind, people, subject, time, span, next_turn }
    }
}

no_spans!(MovementKind);
map_spans!(Movement { kind, people, subject, time, span, next_turn });
