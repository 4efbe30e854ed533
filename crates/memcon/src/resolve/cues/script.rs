//! The prose read once: sentences, their clauses, and whom each subject stands for.

use rustc_hash::FxHashMap;

use super::Prose;
use super::entry::Words;
use super::narration::{self, Kind};
use super::roster::{Match, Roster};
use crate::grammar::cue::{Clause, Event, Level, Person, Reader, SubjectKind, Tense};
use crate::grammar::sentence;
use crate::model::{Carrier, Mention, Participant, PersonId, Rule};
use crate::span::Span;

/// A sentence with its clauses.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) span: Span,
    /// Its clauses, as places in [`Script::clauses`].
    pub(super) clauses: std::ops::Range<usize>,
    pub(super) event: Option<Told>,
    /// Whom the sentence names last, where nobody has spoken yet.
    pub(super) names: Option<usize>,
}

/// What a sentence tells without anybody speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// The talk begins, ends, is cordial.
    Talk,
    /// Somebody comes or goes.
    Deed,
    /// Somebody at the table listens, smiles.
    Manner,
    /// Whoever was just told of does.
    MannerOfHim,
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
        let mut spoken = false;
        let mut known: FxHashMap<&str, Match> = FxHashMap::default();
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
                let event = script.told(&reader, prose.text);
                spoken |= script.clauses[clauses.clone()]
                    .iter()
                    .any(|(clause, whom)| clause.spoken && matches!(whom, Match::One(..)));
                let names = if spoken { None } else { script.names(&reader, prose.text) };
                script.sentences.push(Sentence { span, clauses, event, names });
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
        script.settle_namesakes(prose.text);
        script
    }

    /// Two of one surname under two titles are two people: where "Admiral Vey" is known, "Mr.
    /// Vey" is the other.
    fn settle_namesakes(&mut self, text: &str) {
        let mut claimed: FxHashMap<usize, String> = FxHashMap::default();
        for (clause, whom) in &self.clauses {
            if let Match::One(person, Rule::TitleAndSurname) = whom {
                let written = clause.subject.of(text);
                claimed.entry(*person).or_insert_with(|| written.to_owned());
            }
        }
        if claimed.is_empty() {
            return;
        }
        for (clause, whom) in &mut self.clauses {
            let Match::Several(some) = whom else { continue };
            let written = clause.subject.of(text);
            let mut left = some.iter().filter(|i| claimed.get(i).is_none_or(|by| by == written));
            if let (Some(only), None) = (left.next(), left.next()) {
                *whom = Match::One(*only, Rule::TitleAndSurname);
            }
        }
    }

    /// Tells what the sentence read last tells without anybody speaking.
    fn told(&self, reader: &Reader, text: &str) -> Option<Told> {
        let (event, subject) = reader.event(text)?;
        match (event, subject) {
            (Event::Talk, _) => Some(Told::Talk),
            (Event::Deed, _) => Some(Told::Deed),
            (Event::Manner(_), Some((SubjectKind::Pronoun(_), _))) => Some(Told::MannerOfHim),
            (Event::Manner(_), Some((kind, span))) => {
                matches!(self.roster.find(kind, span.of(text)), Match::One(..))
                    .then_some(Told::Manner)
            }
            (Event::Manner(_), None) => None,
        }
    }

    /// Finds whom the sentence read last names last.
    fn names(&self, reader: &Reader, text: &str) -> Option<usize> {
        reader.named().find_map(|(kind, span)| match self.roster.find(kind, span.of(text)) {
            Match::One(person, _) => Some(person),
            Match::Several(_) | Match::Nobody => None,
        })
    }

    /// Gives the clauses of a sentence.
    pub(super) fn clauses_of(&self, sentence: &Sentence) -> &[(Clause, Match)] {
        &self.clauses[sentence.clauses.clone()]
    }

    /// Admits to the table whoever is unlisted and yet speaks there.
    pub(super) fn admit(&mut self, prose: Prose<'_>) -> Vec<Participant> {
        let mut unlisted: FxHashMap<String, Unlisted> = FxHashMap::default();
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
        let mut named = false;
        for key in order {
            let Some(found) = unlisted.get(&key) else { continue };
            if people.len() == MOST || !found.is_at_the_table(prose.people.is_empty()) {
                continue;
            }
            if let Some(person) = self.roster.titled(&found.words) {
                self.roster.call(person, &found.words);
                named = true;
                continue;
            }
            let person = found.person(prose.text, prose.people.len() + people.len());
            self.roster.add(&person);
            people.push(person);
        }
        if let [only] = &people[..]
            && unlisted.values().any(|found| found.is_plain_and_speaks_of(only))
            && let Some(person) = self.known_by_role_only(prose.people.len())
        {
            let words = Words::of(&only.name);
            self.roster.forget_last();
            self.roster.call(person, &words);
            people.clear();
            named = true;
        }
        if named || !people.is_empty() {
            for (clause, whom) in &mut self.clauses {
                if *whom == Match::Nobody {
                    *whom = self.roster.find(clause.kind, clause.subject.of(prose.text));
                }
            }
        }
        people
    }

    /// Finds the one participant listed by an office alone of whom no clause tells: where one
    /// unlisted name speaks, it is that person's.
    fn known_by_role_only(&self, listed: usize) -> Option<usize> {
        let told = self.told_of();
        let mut left = (0..listed).filter(|i| self.roster.is_role_only(*i) && !told[*i]);
        let only = left.next()?;
        left.next().is_none().then_some(only)
    }

    /// Tells of which participants the clauses tell.
    fn told_of(&self) -> Vec<bool> {
        let mut told = vec![false; self.roster.len()];
        for (clause, whom) in &self.clauses {
            if clause.level == Level::Main
                && let Match::One(i, _) = whom
            {
                told[*i] = true;
            }
        }
        told
    }

    /// Guesses who wrote "I": the one listed person whom the record never tells of.
    pub(super) fn drafter(&self) -> Option<usize> {
        if !self.first_person {
            return None;
        }
        let told = self.told_of();
        let mut left = self.roster.speakers().filter(|i| !told[*i]);
        let only = left.next()?;
        left.next().is_none().then_some(only)
    }
}

/// The most people whom reporting clauses may add to the table.
const MOST: usize = 64;

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

    /// Tells whether this is the person, with no office of its own, and speaks more than once.
    fn is_plain_and_speaks_of(&self, person: &Participant) -> bool {
        self.words.offices.is_empty()
            && self.speaks > 1
            && person.mentions.iter().any(|mention| mention.span == self.first)
    }

    fn person(&self, text: &str, index: usize) -> Participant {
        let written = self.first.of(text);
        let name = if self.words.names.is_empty() {
            written.to_owned()
        } else {
            let bare = written.trim_start_matches(|c: char| !c.is_alphanumeric());
            self.words.without_titles(bare).to_owned()
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

            refs: Vec::new(),
            mentions: vec![Mention {
                text: written.to_owned(),
                span: self.first,
                carrier: Carrier::Cue,
            }],
        }
    }
}
