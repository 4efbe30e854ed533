//! People across records.

use memcon::table_row;
use memcon::write::tables::{integer, word_count};

use super::persons::{Persons, person_id};
use super::{Analysis, year};
use crate::record::Record;

table_row! {
    /// A participant of one record, and which person of the collection it is.
    #[derive(Clone, Debug, Default, PartialEq)]
    PersonRow in "people" {
        /// The person of the collection: `q1`.
        person_id: String,
        /// The person's name where it is written most fully.
        person: String,
        /// The record.
        document_id: String,
        /// The participant within the record, as in `participants`.
        participant_id: String,
        /// The name in this record.
        name: String,
        /// Offices held, as written in this record.
        roles: Vec<String>,
        /// The institution or country named beside the person.
        affiliation: Option<String>,
        /// The side under whose heading the person is listed.
        delegation: Option<String>,
        /// The year in which the conversation began.
        year: Option<i64>,
        /// How many turns the person speaks, joint ones included.
        turns: i64,
        /// How many words those turns have.
        words: i64,
        /// By what the participant is taken for the person: `same-name`, `initials`; or why it is joined with nobody: `surname-alone`, `role-alone`, `withheld`.
        evidence: String,
        /// Who else of the collection could be meant, by the name.
        candidates: Vec<String>,
    }
}

/// Finds the people of a collection: who takes part in which records.
///
/// Only full names join participants of several records, and initials that fit one person alone.
/// A surname or an office alone joins nobody: who could be meant stands beside it.
#[derive(Clone, Debug, Default)]
pub struct People {
    persons: Persons,
    rows: Vec<PersonRow>,
}

impl Analysis for People {
    type Row = PersonRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        let memorandum = &parsed.memorandum;
        let mut spoken = vec![(0, 0); memorandum.participants.len()];
        for turn in &memorandum.turns {
            let words = word_count(&turn.text);
            for id in &turn.speakers {
                if let Some((turns, said)) = spoken.get_mut(id.index()) {
                    *turns += 1;
                    *said += words;
                }
            }
        }
        for (person, (turns, words)) in memorandum.participants.iter().zip(spoken) {
            self.persons.meet(person);
            self.rows.push(PersonRow {
                document_id: record.id.clone(),
                participant_id: person.id.to_string(),
                name: person.name.clone(),
                roles: person.roles.iter().map(|role| role.text.clone()).collect(),
                affiliation: person.affiliation.clone(),
                delegation: person.delegation.clone(),
                year: year(memorandum),
                turns: integer(turns),
                words: integer(words),
                ..PersonRow::default()
            });
        }
    }

    fn rows(mut self) -> Vec<PersonRow> {
        let joined = self.persons.join();
        let people = joined.people.iter().zip(&joined.candidates);
        for (row, ((place, evidence), candidates)) in self.rows.iter_mut().zip(people) {
            row.person_id = person_id(*place);
            row.person.clone_from(&joined.names[*place]);
            evidence.name().clone_into(&mut row.evidence);
            let others = candidates.iter().filter(|other| *other != place);
            row.candidates = others.map(|other| person_id(*other)).collect();
        }
        self.rows
    }
}
