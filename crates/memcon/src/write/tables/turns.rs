//! The table of turns.

use super::column::kind_name;
use super::{RecordRow, integer, word_count};
use crate::model::PersonId;
use crate::span::CharIndex;
use crate::write::{Document, Part, turn_ids};

crate::table_row! {
    /// A turn.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    TurnRow in "turns" {
        /// The record.
        document_id: String,
        /// The turn within the record, made of its label and words; unique there.
        turn_id: String,
        /// The place in the sequence of turns, from 0.
        index: i64,
        /// `verbatim` or `reported`.
        mode: String,
        /// Who speaks: `p1`, as in `participants`; absent where nobody fits or several do.
        speaker_id: Option<String>,
        /// The speaker's name.
        speaker_name: Option<String>,
        /// The side under whose heading the speaker is listed.
        delegation: Option<String>,
        /// Everybody who speaks the turn jointly.
        speaker_ids: Vec<String>,
        /// Their names.
        speaker_names: Vec<String>,
        /// Who could be meant, where several could.
        candidate_ids: Vec<String>,
        /// By which rule the speaker was found.
        rule: Option<String>,
        /// How sure the attribution of a reported turn is, from 0 to 1.
        confidence: Option<f32>,
        /// How the turn is marked in a labelled record, as written.
        label: Option<String>,
        /// Who speaks, as the reporting clause has it: `The Secretary`.
        cue_subject: Option<String>,
        /// The verb of the reporting clause: `said`.
        cue_verb: Option<String>,
        /// What the speaker does in speaking: `ask`, `answer`.
        speech_act: Option<String>,
        /// To whom it is said, as written.
        addressee: Option<String>,
        /// The participant to whom it is said.
        addressee_id: Option<String>,
        /// Who gave it voice for the speaker, as written.
        voiced_by: Option<String>,
        /// The id of the earlier turn that this one resumes after an interruption.
        resumes: Option<String>,
        /// Where the turn begins, in code points of the text; its label included.
        char_start: i64,
        /// Where it ends.
        char_end: i64,
        /// How many paragraphs it has.
        paragraphs: i64,
        /// How many words the speech has.
        words: i64,
        /// How many notes stand inside.
        notes: i64,
        /// Words given verbatim within a reported turn.
        quotations: Vec<String>,
        /// The speech alone: no label, page marks, callouts or stage directions.
        text: String,
    }
}

impl RecordRow for TurnRow {
    const CARRIES: &'static [Part] = &[
        Part::Places,
        Part::JointSpeakers,
        Part::Candidates,
        Part::Rules,
        Part::Confidence,
        Part::Labels,
        Part::Cues,
        Part::SpeechActs,
        Part::Addressees,
        Part::Voices,
        Part::Resumptions,
        Part::Quotations,
    ];

    fn of(document: &Document<'_>) -> Vec<Self> {
        turns(document)
    }
}

/// Gives a row for each turn, in order.
pub fn turns(document: &Document<'_>) -> Vec<TurnRow> {
    let memorandum = &document.parsed().memorandum;
    let index = CharIndex::new(&memorandum.text);
    let ids = turn_ids(memorandum);
    let person = |id: PersonId| memorandum.participant(id);
    let name = |id: PersonId| person(id).map(|person| person.name.clone());
    let list = |people: &[PersonId]| people.iter().map(ToString::to_string).collect();
    let row = |(turn, id): (&crate::model::Turn, &String)| {
        let place = index.chars(turn.span);
        TurnRow {
            document_id: document.id().to_owned(),
            turn_id: id.clone(),
            index: integer(turn.index),
            mode: kind_name(&turn.mode),
            speaker_id: turn.speaker.map(|id| id.to_string()),
            speaker_name: turn.speaker.and_then(name),
            delegation: turn.speaker.and_then(person).and_then(|it| it.delegation.clone()),
            speaker_ids: list(&turn.speakers),
            speaker_names: turn.speakers.iter().filter_map(|id| name(*id)).collect(),
            candidate_ids: list(&turn.candidates),
            rule: turn.rule.as_ref().map(kind_name),
            confidence: turn.confidence,
            label: turn.label.as_ref().map(|label| label.text.clone()),
            cue_subject: turn.cue.as_ref().map(|cue| cue.subject.text.clone()),
            cue_verb: turn.cue.as_ref().map(|cue| cue.verb.text.clone()),
            speech_act: turn.speech_act.map(|act| act.name().to_owned()),
            addressee: turn.addressee.as_ref().map(|addressee| addressee.text.clone()),
            addressee_id: turn.addressee.as_ref().and_then(|it| it.person).map(|id| id.to_string()),
            voiced_by: turn.voiced_by.as_ref().map(|voice| voice.text.clone()),
            resumes: turn.resumes.and_then(|earlier| ids.get(earlier).cloned()),
            char_start: integer(place.start),
            char_end: integer(place.end),
            paragraphs: integer(turn.paragraphs.len()),
            words: integer(word_count(&turn.text)),
            notes: integer(turn.notes.len()),
            quotations: turn
                .quotations
                .iter()
                .map(|span| span.of(&memorandum.text).to_owned())
                .collect(),
            text: turn.text.clone(),
        }
    };
    memorandum.turns.iter().zip(&ids).map(row).collect()
}
