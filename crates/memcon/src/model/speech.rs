//! What a speaker does in speaking, as the verb of the record tells it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::no_spans;

/// What a speaker does in speaking: the class of the reporting verb.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SpeechAct {
    /// Said, stated, remarked, observed.
    Say,
    /// Raised, mentioned, referred to, reverted to.
    Raise,
    /// Asked, inquired, wondered.
    Ask,
    /// Replied, answered, responded.
    Answer,
    /// Agreed, concurred, confirmed.
    Agree,
    /// Disagreed, refused, denied, objected.
    Refuse,
    /// Proposed, suggested, recommended.
    Propose,
    /// Urged, requested, demanded, advised.
    Urge,
    /// Explained, outlined, summarized.
    Explain,
    /// Stressed, emphasized, reiterated.
    Stress,
    /// Doubted, questioned, regretted, complained.
    Doubt,
    /// Thanked, congratulated, welcomed.
    Thank,
    /// Warned, cautioned, reminded.
    Warn,
    /// Promised, assured, undertook.
    Promise,
    /// Told, informed, reported.
    Report,
    /// Thought, believed, felt, hoped, wanted.
    Think,
    /// Continued, added, went on.
    Continue,
    /// Interrupted, interjected.
    Interrupt,
    /// Opened, began.
    Open,
    /// Concluded, closed.
    Close,
    /// Handed a paper over.
    HandOver,
    /// Decided, resolved: what all agreed to do.
    Decide,
}

impl SpeechAct {
    /// Gives the name of the act in JSON.
    pub fn name(self) -> &'static str {
        match self {
            SpeechAct::Say => "say",
            SpeechAct::Raise => "raise",
            SpeechAct::Ask => "ask",
            SpeechAct::Answer => "answer",
            SpeechAct::Agree => "agree",
            SpeechAct::Refuse => "refuse",
            SpeechAct::Propose => "propose",
            SpeechAct::Urge => "urge",
            SpeechAct::Explain => "explain",
            SpeechAct::Stress => "stress",
            SpeechAct::Doubt => "doubt",
            SpeechAct::Thank => "thank",
            SpeechAct::Warn => "warn",
            SpeechAct::Promise => "promise",
            SpeechAct::Report => "report",
            SpeechAct::Think => "think",
            SpeechAct::Continue => "continue",
            SpeechAct::Interrupt => "interrupt",
            SpeechAct::Open => "open",
            SpeechAct::Close => "close",
            SpeechAct::HandOver => "hand-over",
            SpeechAct::Decide => "decide",
        }
    }
}

no_spans!(SpeechAct);
