//! Who has how much of the talk.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use memcon::table_row;
use memcon::write::tables::{integer, word_count};

use super::kwic::mode;
use super::persons::{Persons, person_id};
use super::{Analysis, share, year};
use crate::record::Record;

table_row! {
    /// A share of what is said in the collection. What it is not counted by is absent.
    #[derive(Clone, Debug, Default, PartialEq)]
    ShareRow in "shares" {
        /// The year in which the conversations began.
        year: Option<i64>,
        /// The side: the delegation, else the affiliation.
        side: Option<String>,
        /// The person of the collection, as in `people`.
        person_id: Option<String>,
        /// The person's name; absent too for what nobody is known to have said.
        person: Option<String>,
        /// `verbatim` or `reported`.
        mode: Option<String>,
        /// In how many records.
        documents: i64,
        /// How many turns.
        turns: i64,
        /// How many words.
        words: i64,
        /// The share of all words of the collection, from 0 to 1.
        share: f32,
        /// The share of the words of the year.
        share_of_year: f32,
    }
}

/// What shares are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum By {
    /// The year in which the conversation began.
    Year,
    /// The speaker's side.
    Side,
    /// The speaker.
    Person,
    /// Whether words are given or told.
    Mode,
}

impl By {
    /// Gives what has a name: `year`, `side`, `person`, `mode`.
    pub fn of(name: &str) -> Option<By> {
        match name {
            "year" => Some(By::Year),
            "side" => Some(By::Side),
            "person" => Some(By::Person),
            "mode" => Some(By::Mode),
            _ => None,
        }
    }
}

/// Counts who has how much of the talk.
///
/// A joint turn counts for its first speaker, so that the sum of the shares is 1.
#[derive(Clone, Debug)]
pub struct Shares {
    by: BTreeSet<By>,
    persons: Persons,
    documents: usize,
    counts: HashMap<Key, Count>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    year: Option<i64>,
    side: Option<String>,
    /// The speaker, by place among those met.
    met: Option<usize>,
    mode: &'static str,
}

#[derive(Clone, Debug, Default)]
struct Count {
    documents: BTreeSet<usize>,
    turns: usize,
    words: usize,
}

impl Shares {
    /// Counts by what is asked.
    pub fn new(by: impl IntoIterator<Item = By>) -> Self {
        let by = by.into_iter().collect();
        Self { by, persons: Persons::default(), documents: 0, counts: HashMap::new() }
    }
}

impl Analysis for Shares {
    type Row = ShareRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        let memorandum = &parsed.memorandum;
        let people = &memorandum.participants;
        let met: Vec<usize> = people.iter().map(|person| self.persons.meet(person)).collect();
        for turn in &memorandum.turns {
            let speaker = turn.speaker.and_then(|id| memorandum.participant(id));
            let side = |it: &memcon::Participant| it.delegation.clone().or(it.affiliation.clone());
            let key = Key {
                year: year(memorandum),
                side: speaker.and_then(side),
                met: turn.speaker.and_then(|id| met.get(id.index()).copied()),
                mode: mode(turn.mode),
            };
            let count = self.counts.entry(key).or_default();
            count.documents.insert(self.documents);
            count.turns += 1;
            count.words += word_count(&turn.text);
        }
        self.documents += 1;
    }

    fn rows(self) -> Vec<ShareRow> {
        let joined = self.persons.join();
        let mut of_year: HashMap<Option<i64>, usize> = HashMap::new();
        let mut sums = BTreeMap::new();
        let mut all = 0;
        for (key, count) in self.counts {
            all += count.words;
            *of_year.entry(key.year).or_default() += count.words;
            let asked = |by| self.by.contains(&by);
            let person = key.met.and_then(|met| joined.people.get(met)).map(|(place, _)| *place);
            let group = (
                key.year.filter(|_| asked(By::Year)),
                key.side.filter(|_| asked(By::Side)),
                person.filter(|_| asked(By::Person)),
                Some(key.mode).filter(|_| asked(By::Mode)),
            );
            let sum: &mut Count = sums.entry(group).or_default();
            sum.documents.extend(count.documents);
            sum.turns += count.turns;
            sum.words += count.words;
        }
        let by_year = self.by.contains(&By::Year);
        let mut rows: Vec<ShareRow> = sums
            .into_iter()
            .map(|((year, side, person, mode), count)| ShareRow {
                year,
                side,
                person_id: person.map(person_id),
                person: person.map(|place| joined.names[place].clone()),
                mode: mode.map(str::to_owned),
                documents: integer(count.documents.len()),
                turns: integer(count.turns),
                words: integer(count.words),
                share: share(count.words, all),
                share_of_year: share(
                    count.words,
                    if by_year { of_year.get(&year).copied().unwrap_or(0) } else { all },
                ),
            })
            .collect();
        rows.sort_by(|one, other| one.year.cmp(&other.year).then(other.words.cmp(&one.words)));
        rows
    }
}
