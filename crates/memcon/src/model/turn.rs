//! Turns: what one speaker says until another does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{PersonId, SpeechAct, Written};
use crate::span::{Span, map_spans, no_spans};

/// Whether a turn gives the speaker's words or tells them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Under a label, in the speaker's words.
    #[default]
    Verbatim,
    /// Told: "The Secretary said that …".
    Reported,
}

/// By which rule a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Rule {
    /// The label is a participant's full name.
    FullName,
    /// Initials and surname agree.
    InitialsAndSurname,
    /// The surname belongs to one participant only.
    Surname,
    /// Title and surname agree where the surname alone is shared.
    TitleAndSurname,
    /// The role belongs to one participant only.
    Role,
    /// The initials are those of one participant only.
    Initials,
    /// The text defines the label: `Johnson [hereafter LBJ]:`.
    DefinedAlias,
    /// A near spelling of a participant's surname: `Callahan` for `Callaghan`.
    NearSpelling,
    /// The markup says who is named.
    Encoded,
    /// Nobody listed fits; the label made the participant.
    Label,
    /// Nobody listed fits; the subject of a reporting clause made the participant.
    Cue,
    /// The roster that was given tells who held the office on the day.
    Roster,
    /// A pronoun stands for whoever spoke last: `He added`.
    Pronoun,
    /// `I` is whoever drafted the record.
    Drafter,
    /// The people are named by their side: `the Valdorian side`.
    Side,
    /// Several speak jointly: `Both agreed`, `It was agreed`.
    Joint,
    /// Nobody is named; the talk goes between two: `Asked whether …, he replied`.
    Alternation,
    /// The record withholds who speaks: `[name not declassified] said`.
    Withheld,
    /// No clause of reporting; the talk goes on in back-shifted tense.
    Continued,
}

/// The reporting clause of a turn told in prose.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Cue {
    /// Who speaks, as written: `The Secretary`.
    pub subject: Written,
    /// The verb of speaking: `said`.
    pub verb: Written,
}

/// To whom a turn is addressed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Addressee {
    /// The words: `Colby`.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The participant, where one fits.
    pub person: Option<PersonId>,
}

/// What somebody else said, as the speaker of a turn tells it: "the King had promised tin",
/// "Vey told me: “No.”"
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Quoted {
    /// Who is quoted, as written: `the King`.
    pub subject: Written,
    /// The verb of speaking; none where only a label stands before the words: `“Vey: …`.
    pub verb: Option<Written>,
    /// The participant, where somebody at the table is quoted.
    pub person: Option<PersonId>,
    /// The words in quotation marks, where they are given, without the marks.
    pub words: Option<Span>,
}

impl Quoted {
    pub(crate) fn new(
        subject: Written,
        verb: Option<Written>,
        person: Option<PersonId>,
        words: Option<Span>,
    ) -> Self {
        Self { subject, verb, person, words }
    }
}

/// What one speaker says until another does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Turn {
    /// The place in the sequence of turns, from 0.
    pub index: usize,
    /// Whether the turn gives the words or tells them.
    pub mode: Mode,
    /// Who speaks; the first of several who speak jointly; none where nobody fits or several do.
    pub speaker: Option<PersonId>,
    /// Everybody who speaks the turn jointly.
    pub speakers: Vec<PersonId>,
    /// Who could be meant, where several could.
    pub candidates: Vec<PersonId>,
    /// By which rule the speaker was found.
    pub rule: Option<Rule>,
    /// How the turn is marked in a labelled record, without separator.
    pub label: Option<Written>,
    /// The reporting clause of a turn told in prose.
    pub cue: Option<Cue>,
    /// What the speaker does in speaking, by the verb of the cue: asks, answers, agrees.
    pub speech_act: Option<SpeechAct>,
    /// How sure the attribution of a reported turn is, from 0 to 1.
    pub confidence: Option<f32>,
    /// To whom it is said, where that is told.
    pub addressee: Option<Addressee>,
    /// Who gave it voice for the speaker: `(via interpreter)`, `(Chi)`.
    pub voiced_by: Option<Written>,
    /// The earlier turn that this one resumes after an interruption.
    pub resumes: Option<usize>,
    /// From the first character of the label to the last word.
    pub span: Span,
    /// The speech alone: no label, page marks, callouts or stage directions; lines joined,
    /// paragraphs apart by a blank line.
    pub text: String,
    /// The paragraphs; the first begins after the label.
    pub paragraphs: Vec<Span>,
    /// Words given verbatim within a reported turn, without their quotation marks. A page mark or
    /// another note may stand in them; none cuts them.
    #[serde(default)]
    pub quotations: Vec<Span>,
    /// Whom the speaker quotes, in order of the text. They are no speakers of the turn.
    #[serde(default)]
    pub quoted: Vec<Quoted>,
    /// The notes inside, as places in [`crate::Memorandum::notes`].
    pub notes: Vec<usize>,
}

impl Turn {
    /// Gives the turn as written, label and marks included; the text must be the record's.
    ///
    /// ```
    /// let text = "Orlo: It [laughter] holds.\n\nVey: Good.\n\nOrlo: Sit down.\n\nVey: Gladly.\n";
    /// let record = memcon::parse(text).memorandum;
    /// assert_eq!(record.turns[0].raw(&record.text), "Orlo: It [laughter] holds.");
    /// ```
    pub fn raw<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

no_spans!(Mode, Rule);
map_spans!(Cue { subject, verb });
map_spans!(Addressee { text, span, person });
map_spans!(Turn {
    index,
    mode,
    speaker,
    speakers,
    candidates,
    rule,
    label,
    cue,
    speech_act,
    confidence,
    addressee,
    voiced_by,
    resumes,
    span,
    text,
    paragraphs,
    quotations,
    quoted,
    notes
});
map_spans!(Quoted { subject, verb, person, words });
