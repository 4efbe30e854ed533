//! The prose read once: sentences, their clauses, and whom each subject stands for.

use std::collections::HashMap;

use super::Prose;
use super::narration::{self, Kind};
use super::roster::{Match, Roster, Words};
use crate::grammar::cue::{self, Clause, Level, Person, Reader, SubjectKind, Tense};
use crate::grammar::sentence;
use crate::model::{Carrier, Mention, Participant, PersonId};
use crate::span::Span;

/// A sentence with its clauses.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) span: Span,
    /// Its clauses, as places in [`Script::clauses`].
    pub(super) clauses: std::ops::Range<usize>,
    pub(super) is_event: bool,
}

/// A paragraph with its sentences.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) kind: Kind,
    /// Whether a number or letter stands before it.
    pub(super) is_point: bool,
    /// Its sentences, as places in [`Script::sentences`].
    pub(super) sentences: std::ops::Range<usize>,
}

/// The prose, read.
#[derive(Debug)]
pub(super) struct Script {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) clauses: Vec<(Clause, Match)>,
    pub(super) roster: Roster,
    /// Whether "I said" opens a paragraph: the drafter is at the table.
    pub(super) first_person: bool,
}

impl Script {
    /// Reads every sentence.
    pub(super) fn read(prose: Prose<'_>) -> Self {
        let mut script = Self {
            paragraphs: Vec::with_capacity(prose.paragraphs.len()),
            sentences: Vec::new(),
            clauses: Vec::new(),
            roster: Roster::new(prose.people),
            first_person: prose.drafter.is_some(),
        };
        let mut reader = Reader::default();
        let mut known: HashMap<&str, Match> = HashMap::new();
        for within in prose.paragraphs {
            let paragraph = within.of(prose.text);
            let first = script.sentences.len();
            for span in sentence::sentences(prose.text, *within) {
                let from = script.clauses.len();
                for clause in reader.clauses(prose.text, span) {
                    let subject = clause.subject.of(prose.text);
                    let whom = known
                        .entry(subject)
                        .or_insert_with(|| script.roster.find(clause.kind, subject))
                        .clone();
                    script.clauses.push((*clause, whom));
                }
                let clauses = from..script.clauses.len();
                let is_event = cue::is_event_among(prose.text, reader.tokens());
                script.sentences.push(Sentence { span, clauses, is_event });
            }
            let sentences = first..script.sentences.len();
            let opens = script.sentences[sentences.clone()].first();
            let reports = opens.is_some_and(|sentence| {
                script.clauses[sentence.clauses.clone()]
                    .iter()
                    .any(|(clause, _)| clause.level == Level::Main && clause.spoken)
            });
            let is_first_person = opens.is_some_and(|sentence| {
                script.clauses[sentence.clauses.clone()].iter().any(|(clause, _)| {
                    clause.level == Level::Main
                        && clause.kind == SubjectKind::Pronoun(Person::I)
                        && clause.tense == Tense::Past
                })
            });
            script.first_person |= is_first_person;
            script.paragraphs.push(Paragraph {
                kind: narration::kind(paragraph, reports),
                is_point: sentence::point(paragraph) > 0,
                sentences,
            });
        }
        script
    }

    /// Gives the clauses of a sentence.
    pub(super) fn clauses_of(&self, sentence: &Sentence) -> &[(Clause, Match)] {
        &self.clauses[sentence.clauses.clone()]
    }

    /// Admits to the table whoever is unlisted and yet speaks there.
    pub(super) fn admit(&mut self, prose: Prose<'_>) -> Vec<Participant> {
        let mut unlisted: HashMap<String, Unlisted> = HashMap::new();
        let mut order: Vec<String> = Vec::new();
        for paragraph in &self.paragraphs {
            for i in paragraph.sentences.clone() {
                for place in self.sentences[i].clauses.clone() {
                    let (clause, whom) = &self.clauses[place];
                    let speaks = clause.level == Level::Main
                        && clause.spoken
                        && clause.tense == Tense::Past
                        && matches!(clause.kind, SubjectKind::Named | SubjectKind::Role)
                        && *whom == Match::Nobody;
                    if !speaks {
                        continue;
                    }
                    let words = Words::of(clause.subject.of(prose.text));
                    let entry = unlisted.entry(words.key()).or_insert_with_key(|key| {
                        order.push(key.clone());
                        Unlisted { first: clause.subject, opens: 0, speaks: 0, words }
                    });
                    entry.speaks += 1;
                    entry.opens += usize::from(i == paragraph.sentences.start);
                }
            }
        }
        let mut people: Vec<Participant> = Vec::new();
        for key in order {
            let Some(found) = unlisted.get(&key) else { continue };
            if !found.is_at_the_table(prose.people.is_empty()) {
                continue;
            }
            let person = found.person(prose.text, prose.people.len() + people.len());
            self.roster.add(&person);
            people.push(person);
        }
        if !people.is_empty() {
            for (clause, whom) in &mut self.clauses {
                if *whom == Match::Nobody {
                    *whom = self.roster.find(clause.kind, clause.subject.of(prose.text));
                }
            }
        }
        people
    }

    /// Guesses who wrote "I": the one listed person whom the record never tells of.
    pub(super) fn drafter(&self) -> Option<usize> {
        if !self.first_person {
            return None;
        }
        let mut told = vec![false; self.roster.len()];
        for (clause, whom) in &self.clauses {
            if clause.level == Level::Main
                && let Match::One(i, _) = whom
            {
                told[*i] = true;
            }
        }
        let mut left = self.roster.speakers().filter(|i| !told[*i]);
        let only = left.next()?;
        left.next().is_none().then_some(only)
    }
}

/// Somebody who speaks and is not listed.
struct Unlisted {
    first: Span,
    opens: usize,
    speaks: usize,
    words: Words,
}

impl Unlisted {
    /// Whoever opens a paragraph with a verb of speaking, or speaks twice, is at the table.
    fn is_at_the_table(&self, nobody_listed: bool) -> bool {
        self.opens > 0 || self.speaks > 1 || nobody_listed
    }

    fn person(&self, text: &str, index: usize) -> Participant {
        let written = self.first.of(text);
        let name = match self.words.names.is_empty() {
            true => written.to_owned(),
            false => {
                let bare = written.trim_start_matches(|c: char| !c.is_alphanumeric());
                self.words.without_titles(bare).to_owned()
            }
        };
        Participant {
            id: PersonId::from_index(index),
            honorific: written
                .strip_suffix(name.as_str())
                .map(str::trim)
                .filter(|title| !title.is_empty())
                .map(str::to_owned),
            name,
            roles: Vec::new(),
            affiliation: None,
            delegation: None,
            capacities: Vec::new(),
            mentions: vec![Mention {
                text: written.to_owned(),
                span: self.first,
                carrier: Carrier::Cue,
            }],
        }
    }
}
