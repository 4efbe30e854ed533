//! The prose read once: sentences, their clauses, and whom each subject stands for.

use rustc_hash::FxHashMap;

use super::Prose;
use super::narration::{self, Kind};
use super::roster::{Gender, Match, Roster};
use crate::grammar::cue::{Clause, Event, Level, Person, Reader, SubjectKind, Tense};
use crate::grammar::sentence;
use crate::model::{Participant, Rule};
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
    /// Somebody at the table listens, smiles: this participant.
    Manner(usize),
    /// Whoever was just told of does.
    MannerOfHim,
    /// A heading that the paragraph runs on from.
    Heading,
}

/// Somebody whom a sentence names.
struct Mention {
    /// The place of the sentence in [`Script::sentences`].
    sentence: usize,
    kind: SubjectKind,
    span: Span,
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
pub(super) struct Script<'p> {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) clauses: Vec<(Clause, Match)>,
    pub(super) roster: Roster<'p>,
    /// Those whom the title names by an office alone, and whom the prose calls by name.
    pub(super) called: Vec<(usize, Participant)>,
    /// Whether "I said" opens a paragraph: the drafter is at the table.
    pub(super) first_person: bool,
}

impl<'p> Script<'p> {
    /// Reads every sentence.
    pub(super) fn read(prose: Prose<'p>) -> Self {
        let mut script = Self {
            paragraphs: Vec::with_capacity(prose.paragraphs.len()),
            sentences: Vec::new(),
            clauses: Vec::new(),
            roster: Roster::new(prose.people),
            called: Vec::new(),
            first_person: prose.drafter.is_some(),
        };
        let mut reader = Reader::default();
        let mut spoken = false;
        let mut known: FxHashMap<&str, Match> = FxHashMap::default();
        let mut mentions: Vec<Mention> = Vec::new();
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
                if !spoken {
                    let sentence = script.sentences.len();
                    let named = reader.named();
                    mentions.extend(named.map(|(kind, span)| Mention { sentence, kind, span }));
                }
                script.sentences.push(Sentence { span, clauses, event, names: None });
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
            script.run_on(prose.text, first);
            script.paragraphs.push(Paragraph {
                kind: narration::kind(paragraph, reports),
                is_point: sentence::point(paragraph) > 0,
                sentences,
            });
        }
        script.name(prose.text, &mentions);
        script.settle_tense();
        script.settle_namesakes(prose.text);
        script
    }

    /// Reads a record that is told in the present as one told in the past: "Mr. Orlo replies
    /// that …", in Soviet and French records.
    fn settle_tense(&mut self) {
        let (mut past, mut present) = (0, 0);
        for paragraph in &self.paragraphs {
            let Some(first) = self.sentences[paragraph.sentences.clone()].first() else { continue };
            let told = self.clauses[first.clauses.clone()].iter().find(|(clause, _)| {
                clause.level == Level::Main
                    && clause.spoken
                    && matches!(clause.kind, SubjectKind::Named | SubjectKind::Role)
            });
            match told.map(|(clause, _)| clause.tense) {
                Some(Tense::Past) => past += 1,
                Some(Tense::Present) => present += 1,
                None => {}
            }
        }
        if present >= 2 && present > 2 * past {
            for (clause, _) in &mut self.clauses {
                clause.tense = Tense::Past;
            }
        }
    }

    /// Finds of every sentence before which nobody spoke whom it names last. Only "he" without
    /// anybody before it asks for them.
    fn name(&mut self, text: &str, mentions: &[Mention]) {
        let he = SubjectKind::Pronoun(Person::He);
        if !self.clauses.iter().any(|(clause, _)| clause.kind == he) {
            return;
        }
        let mut known: FxHashMap<(SubjectKind, &str), Match> = FxHashMap::default();
        for Mention { sentence, kind, span } in mentions {
            let names = &mut self.sentences[*sentence].names;
            if names.is_some() {
                continue;
            }
            let subject = span.of(text);
            let find = || self.roster.find(*kind, subject);
            let found = known.entry((*kind, subject)).or_insert_with(find);
            if let Match::One(person, _) = found {
                *names = Some(*person);
            }
        }
    }

    /// Two of one surname under two titles are two people: where "Admiral Vey" is known, "Mr.
    /// Vey" is the other.
    pub(super) fn settle_namesakes(&mut self, text: &str) {
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

    /// Tells what is known of the participants' being men or women, by their titles in the list and
    /// in the prose; nothing where no pronoun asks for it.
    pub(super) fn genders(&self, text: &str) -> Vec<Gender> {
        let asks = |kind| matches!(kind, SubjectKind::Pronoun(Person::He | Person::She));
        if !self.clauses.iter().any(|(clause, _)| asks(clause.kind)) {
            return Vec::new();
        }
        let mut genders: Vec<Gender> =
            (0..self.roster.len()).map(|person| self.roster.gender(person)).collect();
        for (clause, whom) in &self.clauses {
            let Match::One(person, _) = whom else { continue };
            if genders.get(*person) == Some(&Gender::Unknown) {
                // A title before a name, and neither the name itself nor an initial.
                let title = clause.subject.of(text).split_once([' ', '\n']);
                let title = title.map_or("", |(title, _)| title);
                if title.trim_end_matches('.').len() > 1 {
                    genders[*person] = Gender::of_title(title);
                }
            }
        }
        genders
    }

    /// Tells what the sentence read last tells without anybody speaking.
    fn told(&self, reader: &Reader, text: &str) -> Option<Told> {
        let (event, subject) = reader.event(text)?;
        match (event, subject) {
            (Event::Talk, _) => Some(Told::Talk),
            (Event::Deed, _) => Some(Told::Deed),
            (Event::Manner(_), Some((SubjectKind::Pronoun(_), _))) => Some(Told::MannerOfHim),
            (Event::Manner(_), Some((kind, span))) => match self.roster.find(kind, span.of(text)) {
                Match::One(person, _) => Some(Told::Manner(person)),
                Match::Several(_) | Match::Nobody => None,
            },
            (Event::Manner(_), None) => None,
        }
    }

    /// Gives the clauses of a sentence.
    pub(super) fn clauses_of(&self, sentence: &Sentence) -> &[(Clause, Match)] {
        &self.clauses[sentence.clauses.clone()]
    }

    /// Tells of which participants the clauses tell.
    pub(super) fn told_of(&self) -> Vec<bool> {
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
