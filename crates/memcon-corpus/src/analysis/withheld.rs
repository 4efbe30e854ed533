//! How much was withheld, added up.

use std::collections::{BTreeMap, BTreeSet};

use memcon::write::tables::integer;
use memcon::{Excision, Unit, Withheld, Withholding, table_row};

use super::persons::{PersonPlace, Persons, person_id};
use super::{Analysis, year};
use crate::record::Record;

table_row! {
    /// A total of what was withheld. What it is not counted by is absent.
    #[derive(Clone, Debug, Default, PartialEq)]
    WithheldRow in "withheld" {
        /// The record.
        document_id: Option<String>,
        /// The year in which the conversation began.
        year: Option<i64>,
        /// The person of the collection whose words are interrupted, as in `people`.
        person_id: Option<String>,
        /// The person's name; absent too outside speech, and where nobody is known to speak.
        person: Option<String>,
        /// In how many records.
        documents: i64,
        /// How many excisions.
        cuts: i64,
        /// How many of them do not say how much.
        unmeasured: i64,
        /// How many withhold words of the text.
        of_text: i64,
        /// How many withhold names.
        of_names: i64,
        /// How many withhold sums or numbers.
        of_amounts: i64,
        /// How many withhold something else, or do not say what.
        of_others: i64,
        /// How many lines; a bound counts as its number, here and below.
        lines: f32,
        /// How many paragraphs; lines that measure a paragraph too count in both.
        paragraphs: f32,
        /// How many pages.
        pages: f32,
        /// How many sentences.
        sentences: f32,
        /// How many words.
        words: f32,
        /// How many letters or digits.
        characters: f32,
        /// How many names, where the mark counts them.
        names: f32,
        /// How many of whatever else the marks count.
        items: f32,
    }
}

/// What totals of the withheld are made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WithheldBy {
    /// The record.
    Document,
    /// The year in which the conversation began.
    Year,
    /// The speaker who is interrupted.
    Person,
}

impl WithheldBy {
    /// Gives what has a name: `document`, `year`, `person`.
    pub fn of(name: &str) -> Option<WithheldBy> {
        match name {
            "document" => Some(WithheldBy::Document),
            "year" => Some(WithheldBy::Year),
            "person" => Some(WithheldBy::Person),
            _ => None,
        }
    }
}

/// Adds up what was withheld.
#[derive(Clone, Debug)]
pub struct Totals {
    by: BTreeSet<WithheldBy>,
    persons: Persons,
    documents: Vec<(String, Option<i64>)>,
    /// Each excision: the record, the speaker by place among those met.
    cuts: Vec<(usize, Option<usize>, Excision)>,
}

impl Totals {
    /// Adds up by what is asked; by nothing, everything is one total.
    pub fn new(by: impl IntoIterator<Item = WithheldBy>) -> Self {
        let by = by.into_iter().collect();
        Self { by, persons: Persons::default(), documents: Vec::new(), cuts: Vec::new() }
    }
}

/// What one total is of: record, year, person.
type Group = (Option<usize>, Option<i64>, Option<PersonPlace>);

impl Analysis for Totals {
    type Row = WithheldRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        let memorandum = &parsed.memorandum;
        let people = &memorandum.participants;
        let met: Vec<usize> = people.iter().map(|person| self.persons.meet(person)).collect();
        let place = self.documents.len();
        self.documents.push((record.id.clone(), year(memorandum)));
        for entry in memorandum.ledger().entries {
            let speaker = entry.speaker.and_then(|id| met.get(id.index()).copied());
            self.cuts.push((place, speaker, entry.excision));
        }
    }

    fn rows(self) -> Vec<WithheldRow> {
        let joined = self.persons.join();
        let asked = |by| self.by.contains(&by);
        let mut sums: BTreeMap<Group, (Withholding, BTreeSet<usize>)> = BTreeMap::new();
        for (document, met, excision) in &self.cuts {
            let person = met.and_then(|met| joined.people.get(met)).map(|(place, _)| *place);
            let group = (
                Some(*document).filter(|_| asked(WithheldBy::Document)),
                self.documents[*document].1.filter(|_| asked(WithheldBy::Year)),
                person.filter(|_| asked(WithheldBy::Person)),
            );
            let (sum, documents) = sums.entry(group).or_default();
            sum.add(excision);
            documents.insert(*document);
        }
        let rows = sums.into_iter().map(|((document, year, person), (sum, documents))| {
            let row = WithheldRow {
                document_id: document.map(|document| self.documents[document].0.clone()),
                year,
                person_id: person.map(person_id),
                person: person.map(|place| joined.names[place].clone()),
                documents: integer(documents.len()),
                ..WithheldRow::default()
            };
            filled(row, &sum)
        });
        let mut rows: Vec<WithheldRow> = rows.collect();
        // Records stay in their order, years in theirs; people with the most come first.
        if !asked(WithheldBy::Document) {
            rows.sort_by(|one, other| one.year.cmp(&other.year).then(other.cuts.cmp(&one.cuts)));
        }
        rows
    }
}

/// Fills in the sums.
fn filled(row: WithheldRow, sum: &Withholding) -> WithheldRow {
    let of = |what| sum.what.get(&what).copied().unwrap_or(0);
    let (text, names, amounts) = (of(Withheld::Text), of(Withheld::Name), of(Withheld::Amount));
    WithheldRow {
        cuts: integer(sum.cuts),
        unmeasured: integer(sum.unmeasured),
        of_text: integer(text),
        of_names: integer(names),
        of_amounts: integer(amounts),
        of_others: integer(sum.cuts.saturating_sub(text + names + amounts)),
        lines: much(sum, Unit::Line),
        paragraphs: much(sum, Unit::Paragraph),
        pages: much(sum, Unit::Page),
        sentences: much(sum, Unit::Sentence),
        words: much(sum, Unit::Word),
        characters: much(sum, Unit::Character),
        names: much(sum, Unit::Name),
        items: much(sum, Unit::Item),
        ..row
    }
}

#[allow(clippy::cast_possible_truncation)] // Hundredths of lines need no more.
fn much(sum: &Withholding, unit: Unit) -> f32 {
    sum.much.get(&unit).map_or(0.0, |much| much.value() as f32)
}
