//! Everything that was withheld in a collection, one mark a row.

use memcon::write::tables::integer;
use memcon::{CharIndex, table_row};

use super::persons::{Persons, person_id};
use super::{Analysis, year};
use crate::record::Record;

table_row! {
    /// Something withheld: the mark, what it says, whose words it interrupts.
    #[derive(Clone, Debug, Default, PartialEq)]
    ExcisionRow in "excisions" {
        /// The record.
        document_id: String,
        /// The year in which the conversation began.
        year: Option<i64>,
        /// The place of the mark in the sequence of notes, as `index` of `notes`.
        note: i64,
        /// The mark as written, without its brackets.
        text: String,
        /// What was withheld: `text`, `name`, `amount`, `initials`.
        withheld: String,
        /// How much, by every measure that the mark gives: `less than 1 line`, `4 paragraphs`.
        measures: Vec<String>,
        /// The exemption that is given for it: `25X1A`.
        exemption: Option<String>,
        /// The turn that it interrupts, as `index` of `turns`.
        turn: Option<i64>,
        /// Who speaks that turn, as in `participants`; the first of several.
        participant_id: Option<String>,
        /// The speaker's name in this record.
        speaker_name: Option<String>,
        /// The person of the collection, as in `people`.
        person_id: Option<String>,
        /// Where the mark begins, in code points of the text; its bracket included.
        char_start: i64,
        /// Where it ends.
        char_end: i64,
    }
}

/// Lists what was withheld in the records of a collection, in the order of the records.
#[derive(Clone, Debug, Default)]
pub struct Excisions {
    persons: Persons,
    /// Each row, and its speaker by place among those met.
    rows: Vec<(ExcisionRow, Option<usize>)>,
}

impl Analysis for Excisions {
    type Row = ExcisionRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        let memorandum = &parsed.memorandum;
        let people = &memorandum.participants;
        let met: Vec<usize> = people.iter().map(|person| self.persons.meet(person)).collect();
        let ledger = memorandum.ledger();
        if ledger.entries.is_empty() {
            return;
        }
        let index = CharIndex::new(&memorandum.text);
        for entry in ledger.entries {
            let span = index.chars(entry.span);
            let speaker = entry.speaker.and_then(|id| memorandum.participant(id));
            let row = ExcisionRow {
                document_id: record.id.clone(),
                year: year(memorandum),
                note: integer(entry.note),
                text: memorandum.notes[entry.note].text.clone(),
                withheld: entry.excision.withheld.words().to_owned(),
                measures: entry.excision.measures.iter().map(ToString::to_string).collect(),
                exemption: entry.excision.exemption.clone(),
                turn: entry.turn.map(integer),
                participant_id: speaker.map(|person| person.id.to_string()),
                speaker_name: speaker.map(|person| person.name.clone()),
                person_id: None,
                char_start: integer(span.start),
                char_end: integer(span.end),
            };
            self.rows.push((row, entry.speaker.and_then(|id| met.get(id.index()).copied())));
        }
    }

    fn rows(self) -> Vec<ExcisionRow> {
        let joined = self.persons.join();
        let place = |met: usize| joined.people.get(met).map(|(place, _)| *place);
        let rows = self
            .rows
            .into_iter()
            .map(|(row, met)| ExcisionRow { person_id: met.and_then(place).map(person_id), ..row });
        rows.collect()
    }
}
