//! Whom a reporting clause makes speak.

use std::rc::Rc;

use super::attribute::{Attribution, Voice};
use super::roster::Match;
use crate::grammar::cue::{Clause, Level, SubjectKind, Tense};
use crate::model::{Rule, SpeechAct};
use crate::span::Span;

/// Whom a clause makes speak.
pub(super) struct Opening {
    pub(super) voice: Rc<Voice>,
    pub(super) rule: Rule,
    pub(super) confidence: f32,
}

impl Attribution<'_> {
    pub(super) fn addressee(&self, span: Span, voice: &Voice) -> Option<usize> {
        let written = span.of(self.text);
        if matches!(written, "me" | "us") {
            return self.drafter;
        }
        if matches!(written, "him" | "her" | "them") {
            return self.recent.iter().rev().copied().find(|i| !voice.speakers.contains(i));
        }
        match self.script.roster.find(SubjectKind::Named, written) {
            Match::One(person, _) if !voice.speakers.contains(&person) => Some(person),
            Match::One(..) | Match::Several(_) | Match::Nobody => None,
        }
    }

    /// Tells whom a clause makes speak; nobody if it is told by the speaker.
    pub(super) fn opening(
        &self,
        clause: &Clause,
        whom: &Match,
        opens: bool,
        governed: bool,
        before: Option<&(Rc<Voice>, Level)>,
    ) -> Option<Opening> {
        let second = match clause.level {
            Level::Embedded => return None,
            Level::Main => governed,
            Level::Prelude | Level::Succession => true,
        };
        // Only plain speech of somebody at the table divides a sentence.
        let plain = clause.spoken && clause.tense == Tense::Past;
        if second && !plain {
            return None;
        }
        let found = |person: usize, rule, confidence| {
            Some(Opening { voice: Voice::one(person), rule, confidence })
        };
        let sure = if clause.spoken { 0.95 } else { 0.8 };
        match clause.kind {
            SubjectKind::Named | SubjectKind::Role => match whom {
                Match::One(person, rule) => found(*person, *rule, sure),
                Match::Several(some) => self.several(some, clause, second),
                Match::Nobody => None,
            },
            SubjectKind::Pronoun(person) => self.pronoun(person, clause, opens, second, before),
            SubjectKind::List => self.list(clause),
            SubjectKind::Everyone if clause.spoken && !second => {
                Some(Opening { voice: Rc::default(), rule: Rule::Joint, confidence: 0.8 })
            }
            SubjectKind::Both if clause.spoken && !second => {
                let speakers: Vec<usize> =
                    self.recent.iter().rev().take(2).rev().copied().collect();
                let voice = Rc::new(Voice { speakers, candidates: Vec::new() });
                Some(Opening { voice, rule: Rule::Joint, confidence: 0.6 })
            }
            SubjectKind::Side => match whom {
                // An office that only the record's list tells.
                Match::One(person, rule @ Rule::Role) => found(*person, *rule, sure),
                // "The latter".
                Match::One(person, rule) => found(*person, *rule, 0.7),
                Match::Several(_) | Match::Nobody if clause.spoken && !second => {
                    self.side(clause, opens)
                }
                Match::Several(_) | Match::Nobody => None,
            },
            SubjectKind::Withheld if plain && !second => {
                Some(Opening { voice: Rc::default(), rule: Rule::Withheld, confidence: 0.9 })
            }
            SubjectKind::Withheld => None,
            SubjectKind::Both | SubjectKind::Everyone => None,
            SubjectKind::Impersonal => self.impersonal(clause, opens),
        }
    }

    fn several(&self, some: &[usize], clause: &Clause, second: bool) -> Option<Opening> {
        let last = self.recent.iter().rev().copied().find(|i| some.contains(i));
        match last {
            Some(person) => {
                Some(Opening { voice: Voice::one(person), rule: Rule::Role, confidence: 0.75 })
            }
            None if second || !clause.spoken => None,
            None => {
                let voice = Rc::new(Voice { speakers: Vec::new(), candidates: some.to_vec() });
                Some(Opening { voice, rule: Rule::Role, confidence: 0.4 })
            }
        }
    }

    fn list(&self, clause: &Clause) -> Option<Opening> {
        let written = clause.subject.of(self.text);
        let mut speakers = Vec::new();
        for part in written.split(", ").flat_map(|part| part.split(" and ")) {
            let part = part.trim_start_matches("and ").trim_start_matches("Both ");
            let person = match part {
                "I" => self.drafter,
                "he" | "He" => self.voice.as_deref().and_then(Voice::only),
                _ => match self.script.roster.find(SubjectKind::Named, part) {
                    Match::One(person, _) => Some(person),
                    Match::Several(_) | Match::Nobody => None,
                },
            };
            speakers.extend(person.filter(|person| !speakers.contains(person)));
        }
        if speakers.is_empty() || !clause.spoken {
            return None;
        }
        let voice = Rc::new(Voice { speakers, candidates: Vec::new() });
        Some(Opening { voice, rule: Rule::Joint, confidence: 0.85 })
    }

    fn side(&self, clause: &Clause, opens: bool) -> Option<Opening> {
        let written = clause.subject.of(self.text);
        if !opens || clause.tense != Tense::Past {
            return None;
        }
        let members = self.script.roster.side(written);
        let before = self.text[..clause.start].trim_end();
        if members.is_empty() && before.ends_with(char::is_alphabetic) {
            // "Tin is dear, but the Vestans asked for it": nobody of theirs is at the table.
            return None;
        }
        let voice = match members[..] {
            // "The two Ministers agreed": all who speak.
            [] if written.ends_with('s') => {
                return Some(Opening { voice: Rc::default(), rule: Rule::Joint, confidence: 0.5 });
            }
            [] => return None,
            [one] => Voice::one(one),
            _ => match self.recent.iter().rev().find(|i| members.contains(i)) {
                Some(last) => Voice::one(*last),
                None => Rc::new(Voice { speakers: Vec::new(), candidates: members }),
            },
        };
        Some(Opening { voice, rule: Rule::Side, confidence: 0.5 })
    }

    /// "It was agreed that": all who speak.
    fn impersonal(&self, clause: &Clause, opens: bool) -> Option<Opening> {
        if clause.level == Level::Prelude {
            // "Asked whether …, he replied": the other of two.
            let voice = Voice::one(self.other()?);
            return Some(Opening { voice, rule: Rule::Alternation, confidence: 0.4 });
        }
        let jointly = self.rule == Rule::Joint;
        let agreed = matches!(clause.act, SpeechAct::Agree | SpeechAct::Decide);
        if !(agreed || jointly || opens) {
            return None;
        }
        let voice = Rc::default();
        Some(Opening { voice, rule: Rule::Joint, confidence: 0.7 })
    }
}
