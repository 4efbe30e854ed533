//! Who met whom, and who answered whom.

use std::collections::{BTreeMap, BTreeSet};

use memcon::write::tables::integer;
use memcon::{Capacity, Participant, PersonId, table_row};

use super::persons::{PersonPlace, Persons, person_id};
use super::{Analysis, year};
use crate::record::Record;

table_row! {
    /// A tie between two people of the collection.
    #[derive(Clone, Debug, Default, PartialEq)]
    TieRow in "ties" {
        /// The person, as in `people`; of those who met, the one with the lower number.
        from_id: String,
        /// The name.
        from_name: String,
        /// The other person.
        to_id: String,
        /// The name.
        to_name: String,
        /// How often: in how many records they met, or how many turns answer a turn.
        times: i64,
        /// In how many records.
        documents: i64,
        /// The first year.
        first_year: Option<i64>,
        /// The last year.
        last_year: Option<i64>,
        /// The records.
        document_ids: Vec<String>,
    }
}

/// What ties people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// They took part in the same conversation.
    Met,
    /// One spoke next after the other, or to the other by name.
    Answered,
}

/// Finds who is tied to whom.
#[derive(Clone, Debug)]
pub struct Ties {
    tie: Tie,
    persons: Persons,
    documents: Vec<(String, Option<i64>)>,
    /// A tie between two that were met, in a record, so many times.
    found: Vec<(usize, usize, usize, usize)>,
}

impl Ties {
    /// Finds ties of a kind.
    pub fn new(tie: Tie) -> Self {
        Self { tie, persons: Persons::default(), documents: Vec::new(), found: Vec::new() }
    }
}

impl Analysis for Ties {
    type Row = TieRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        let memorandum = &parsed.memorandum;
        let people = &memorandum.participants;
        let places: Vec<usize> = people.iter().map(|person| self.persons.meet(person)).collect();
        let document = self.documents.len();
        self.documents.push((record.id.clone(), year(memorandum)));
        match self.tie {
            Tie::Met => {
                let there: Vec<usize> = people
                    .iter()
                    .zip(&places)
                    .filter(|(person, _)| was_there(person))
                    .map(|(_, place)| *place)
                    .collect();
                for (number, one) in there.iter().enumerate() {
                    let others = &there[number + 1..];
                    self.found.extend(others.iter().map(|other| (*one, *other, document, 1)));
                }
            }
            Tie::Answered => {
                let mut times: BTreeMap<(usize, usize), usize> = BTreeMap::new();
                let place = |id: PersonId| places.get(id.index()).copied();
                for (before, turn) in memorandum.turns.iter().zip(memorandum.turns.iter().skip(1)) {
                    let named = turn.addressee.as_ref().and_then(|whom| whom.person);
                    let whom = named.or(before.speaker).and_then(place);
                    if let (Some(who), Some(whom)) = (turn.speaker.and_then(place), whom)
                        && who != whom
                    {
                        *times.entry((who, whom)).or_default() += 1;
                    }
                }
                let counted = times.into_iter();
                self.found.extend(counted.map(|((who, whom), times)| (who, whom, document, times)));
            }
        }
    }

    fn rows(self) -> Vec<TieRow> {
        let joined = self.persons.join();
        let person = |met: usize| joined.people.get(met).map_or(0, |(place, _)| *place);
        let mut sums: BTreeMap<(PersonPlace, PersonPlace), (usize, BTreeSet<usize>)> =
            BTreeMap::new();
        for (one, other, document, times) in &self.found {
            let (one, other) = (person(*one), person(*other));
            if one == other {
                continue;
            }
            let key = match self.tie {
                Tie::Met => (one.min(other), one.max(other)),
                Tie::Answered => (one, other),
            };
            let (sum, documents) = sums.entry(key).or_default();
            *sum += times;
            documents.insert(*document);
        }
        let row =
            |((one, other), (times, documents)): ((usize, usize), (usize, BTreeSet<usize>))| {
                let years = documents.iter().filter_map(|document| self.documents[*document].1);
                TieRow {
                    from_id: person_id(one),
                    from_name: joined.names[one].clone(),
                    to_id: person_id(other),
                    to_name: joined.names[other].clone(),
                    times: integer(times),
                    documents: integer(documents.len()),
                    first_year: years.clone().min(),
                    last_year: years.max(),
                    document_ids: documents
                        .iter()
                        .map(|it| self.documents[*it].0.clone())
                        .collect(),
                }
            };
        sums.into_iter().map(row).collect()
    }
}

/// Tells whether a person was in the room: who only drafted the record, or is only named in
/// somebody's office, need not have been.
fn was_there(person: &Participant) -> bool {
    person.capacities.is_empty()
        || person
            .capacities
            .iter()
            .any(|capacity| !matches!(capacity, Capacity::Drafter | Capacity::Named))
}
