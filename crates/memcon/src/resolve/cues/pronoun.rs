//! Whom a pronoun makes speak: whoever speaks already, unless the words tell that it is another.

use std::rc::Rc;

use super::attribute::{Asked, Attribution, Voice};
use super::opening::Opening;
use super::roster::{Gender, Match};
use crate::grammar::cue::{Clause, Level, Person, SubjectKind, Tense};
use crate::model::{Rule, SpeechAct};

impl Attribution<'_> {
    /// Tells whom a clause with a pronoun for its subject makes speak.
    pub(super) fn pronoun(
        &self,
        person: Person,
        clause: &Clause,
        opens: bool,
        second: bool,
        before: Option<&(Rc<Voice>, Level)>,
    ) -> Option<Opening> {
        let now = before.map(|(voice, _)| voice).or(self.voice.as_ref());
        match person {
            Person::He => self.third(Gender::Man, clause, second, before),
            // Of a society French says "elle": whoever speaks tells of it.
            Person::She if !clause.subject.of(self.text).eq_ignore_ascii_case("she") => {
                Some(found(now?.only()?, 0.7))
            }
            Person::She => self.third(Gender::Woman, clause, second, before),
            Person::I => {
                let told = clause.tense == Tense::Past && (clause.spoken || opens);
                if second || !told || !self.script.first_person {
                    return None;
                }
                let voice = self.drafted();
                Some(Opening { voice, rule: Rule::Drafter, confidence: 0.9 })
            }
            Person::They => match now {
                Some(now) if now.speakers.len() > 1 && !second => {
                    Some(Opening { voice: now.clone(), rule: Rule::Pronoun, confidence: 0.7 })
                }
                _ => None,
            },
            Person::We => {
                let told =
                    clause.tense == Tense::Past && clause.spoken && clause.addressee.is_some();
                if second || !told || !(opens && self.script.first_person) {
                    return None;
                }
                let voice = self.drafted();
                Some(Opening { voice, rule: Rule::Drafter, confidence: 0.6 })
            }
            Person::It => None,
        }
    }

    /// Tells whom "he" or "she" makes speak.
    fn third(
        &self,
        gender: Gender,
        clause: &Clause,
        second: bool,
        before: Option<&(Rc<Voice>, Level)>,
    ) -> Option<Opening> {
        // Nobody tells himself.
        let told = clause.addressee.filter(|span| is_whole(&self.text[span.end..]));
        let told = told.map(|span| span.of(self.text)).and_then(|written| {
            match self.script.roster.find(SubjectKind::Named, written) {
                Match::One(person, _) => Some(person),
                Match::Several(_) | Match::Nobody => None,
            }
        });
        let may = |i: &usize| Some(*i) != told && self.gender(*i).may_be(gender);
        if let Some((asker, Level::Prelude)) = before {
            // "Asked by Mr. Orlo whether …, he said": anybody but Mr. Orlo.
            let now = self.voice.as_deref().and_then(Voice::only);
            let mut other = now.into_iter().chain(self.recent.iter().rev().copied());
            return Some(found(other.find(|i| !asker.speakers.contains(i) && may(i))?, 0.7));
        }
        if before.is_none() {
            if let Some(answer) = self.answer(clause, &may) {
                return Some(answer);
            }
            if let Some(person) = self.smiled.filter(may) {
                return Some(found(person, 0.8));
            }
        }
        let Some(now) = before.map(|(voice, _)| voice).or(self.voice.as_ref()) else {
            return Some(found(self.named.filter(may)?, 0.6));
        };
        match now.only() {
            Some(one) if Some(one) == self.drafter && self.script.first_person => {
                if second {
                    return None;
                }
                let known = self.known(Gender::Woman).filter(|_| gender == Gender::Woman);
                Some(found(known.or_else(|| self.other().filter(may))?, 0.75))
            }
            // What another thinks the speaker may tell.
            Some(one) if !may(&one) && (second || !clause.spoken) => None,
            Some(one) if told == Some(one) => self.whoever_else(one, &may),
            Some(one) if !may(&one) => self.another(gender, one, &may),
            Some(one) if gender == Gender::Man || self.gender(one) == gender => {
                Some(found(one, 0.9))
            }
            // Whoever was just named may be a woman; one who is known to be comes before.
            Some(one) => Some(found(self.known(gender).unwrap_or(one), 0.7)),
            None => {
                let some: Vec<usize> = now.speakers.iter().copied().filter(may).collect();
                match (second, self.known(gender), &some[..]) {
                    (_, Some(woman), _) if gender == Gender::Woman => Some(found(woman, 0.7)),
                    (true, ..) | (false, _, []) => None,
                    (false, _, [one]) if now.speakers.len() > 1 => Some(found(*one, 0.6)),
                    (false, ..) => either(some),
                }
            }
        }
    }

    /// Tells who answers where the last sentence asked: whom it asked, or the other of two, if the
    /// verb says so; if not, whoever asked may as well go on, unless with "also".
    fn answer(&self, clause: &Clause, may: &dyn Fn(&usize) -> bool) -> Option<Opening> {
        let asker = self.voice.as_deref().and_then(Voice::only);
        let was_asked = matches!(self.act, Some(SpeechAct::Ask | SpeechAct::Urge));
        if was_asked && clause.act == SpeechAct::Answer {
            let other = self.addressee.or_else(|| self.other()).filter(may);
            let other = other.or_else(|| self.only_other(asker?, may));
            return other.map(|other| found(other, 0.75));
        }
        let told = matches!(clause.act, SpeechAct::Say | SpeechAct::Explain | SpeechAct::Think);
        let between = self.text.get(clause.subject.end..clause.verb.start).unwrap_or_default();
        let goes_on = ["also", "then", "further"].iter().any(|word| between.contains(word));
        if !told || goes_on || clause.tense != Tense::Past {
            return None;
        }
        let wrote = |person: &usize| self.script.first_person && Some(*person) == self.drafter;
        let Asked { person, is_subject } = self.asked?;
        if !may(&person) || wrote(&person) {
            return None;
        }
        match asker.filter(|asker| may(asker) && !wrote(asker) && !is_subject) {
            Some(asker) => either(vec![person, asker]),
            None => Some(found(person, 0.75)),
        }
    }

    /// The only one at the table besides a person who may be meant.
    fn only_other(&self, person: usize, may: &dyn Fn(&usize) -> bool) -> Option<usize> {
        let mut left = self.others(person).filter(may);
        left.next().filter(|_| left.next().is_none())
    }

    /// Those at the table besides a person; whoever writes "I" is no "he".
    fn others(&self, person: usize) -> impl Iterator<Item = usize> {
        let drafter = self.drafter.filter(|_| self.script.first_person);
        let all = self.script.roster.speakers();
        all.filter(move |i| *i != person && Some(*i) != drafter)
    }

    /// Somebody else than who speaks now: who spoke last, or the only one who may be meant. "She"
    /// is a country or a ship where nobody is known to be a woman, unless somebody just named may
    /// be one.
    fn another(&self, gender: Gender, now: usize, may: &dyn Fn(&usize) -> bool) -> Option<Opening> {
        if gender == Gender::Woman && !self.genders.contains(&Gender::Woman) {
            let named = self.addressee.filter(|i| *i != now && may(i));
            return Some(found(named.unwrap_or(now), 0.7));
        }
        let drafter = self.drafter.filter(|_| self.script.first_person);
        let is_other = |i: &usize| *i != now && Some(*i) != drafter && may(i);
        let last = self.recent.iter().rev().copied().find(is_other);
        if let Some(person) = self.known(gender).filter(is_other).or(last) {
            return Some(found(person, 0.75));
        }
        self.whoever_else(now, may)
    }

    /// The only one who may be meant besides whoever speaks now, or all of them.
    fn whoever_else(&self, now: usize, may: &dyn Fn(&usize) -> bool) -> Option<Opening> {
        if let Some(person) = self.only_other(now, may) {
            return Some(found(person, 0.7));
        }
        either(self.others(now).filter(may).collect())
    }

    /// Who is known to be a woman, or a man, and spoke last.
    fn known(&self, gender: Gender) -> Option<usize> {
        let is = |i: &usize| self.gender(*i) == gender;
        self.recent.iter().rev().copied().find(is)
    }

    /// What is known of a person's being a man or a woman.
    fn gender(&self, person: usize) -> Gender {
        self.genders.get(person).copied().unwrap_or(Gender::Unknown)
    }

    /// Whoever wrote "I".
    fn drafted(&self) -> Rc<Voice> {
        let speakers = self.drafter.into_iter().collect();
        Rc::new(Voice { speakers, candidates: Vec::new() })
    }
}

/// One person, by a pronoun.
fn found(person: usize, confidence: f32) -> Opening {
    Opening { voice: Voice::one(person), rule: Rule::Pronoun, confidence }
}

/// Somebody of several, if there are any.
fn either(candidates: Vec<usize>) -> Option<Opening> {
    if candidates.is_empty() {
        return None;
    }
    let voice = Rc::new(Voice { speakers: Vec::new(), candidates });
    Some(Opening { voice, rule: Rule::Pronoun, confidence: 0.4 })
}

/// Tells whether words that stand for somebody end where this begins: no "of the Senate" and no
/// "Brothers" comes after them.
fn is_whole(after: &str) -> bool {
    let next = after.split([' ', '\n']).nth(1).unwrap_or_default();
    !after.starts_with([' ', '\n']) || next != "of" && !next.starts_with(char::is_uppercase)
}
