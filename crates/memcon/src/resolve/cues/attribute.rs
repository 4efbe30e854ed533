//! Gives every sentence its speakers, in order of the text.

use std::rc::Rc;

use super::narration::Kind;
use super::roster::Match;
use super::script::{Paragraph, Script, Sentence, Told};
use crate::grammar::cue::{Clause, Level, Person, SubjectKind, Tense};
use crate::model::{Rule, SpeechAct};
use crate::span::Span;

/// Who speaks, as places among the participants.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Voice {
    /// Everybody who speaks jointly; empty where nobody fits.
    pub(super) speakers: Vec<usize>,
    /// Who could be meant, where several could.
    pub(super) candidates: Vec<usize>,
}

impl Voice {
    fn one(person: usize) -> Rc<Self> {
        Rc::new(Self { speakers: vec![person], candidates: Vec::new() })
    }

    fn only(&self) -> Option<usize> {
        match self.speakers[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// A stretch of text and who speaks it.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) span: Span,
    pub(super) voice: Rc<Voice>,
    pub(super) rule: Rule,
    /// The clause that opens it, as a place in [`Script::clauses`].
    pub(super) clause: Option<usize>,
    pub(super) addressee: Option<usize>,
    pub(super) confidence: f32,
    /// Whether something that nobody says stands before it.
    pub(super) apart: bool,
    pub(super) paragraph: usize,
}

/// What has been said so far.
#[derive(Debug)]
pub(super) struct Attribution<'s> {
    text: &'s str,
    script: &'s Script,
    drafter: Option<usize>,
    /// Who speaks now.
    voice: Option<Rc<Voice>>,
    rule: Rule,
    /// The last who spoke alone, the latest last.
    recent: Vec<usize>,
    /// What was last done, and to whom.
    act: Option<SpeechAct>,
    addressee: Option<usize>,
    /// Inside the drafter's comment.
    comment: bool,
    apart: bool,
    /// Whether the last sentence told what nobody says.
    told: bool,
    /// Whom the last sentences name, where nobody has spoken yet.
    named: Option<usize>,
    stretches: Vec<Stretch>,
}

/// Whom a clause makes speak.
struct Opening {
    voice: Rc<Voice>,
    rule: Rule,
    confidence: f32,
}

/// How many of the last speakers are remembered.
const RECENT: usize = 8;

impl<'s> Attribution<'s> {
    pub(super) fn new(text: &'s str, script: &'s Script, drafter: Option<usize>) -> Self {
        Self {
            text,
            script,
            drafter,
            voice: None,
            rule: Rule::Continued,
            recent: Vec::new(),
            act: None,
            addressee: None,
            comment: false,
            apart: true,
            told: false,
            named: None,
            stretches: Vec::new(),
        }
    }

    /// Gives the stretches that somebody speaks, in order.
    pub(super) fn run(mut self) -> Vec<Stretch> {
        let script = self.script;
        for (place, paragraph) in script.paragraphs.iter().enumerate() {
            self.paragraph(place, paragraph);
        }
        self.stretches
    }

    fn paragraph(&mut self, place: usize, paragraph: &Paragraph) {
        let script = self.script;
        match paragraph.kind {
            Kind::Heading | Kind::Aside => {
                self.apart = true;
                return;
            }
            Kind::Comment => {
                self.comment = true;
                self.apart = true;
                return;
            }
            Kind::Omission => {
                self.apart = true;
                for i in paragraph.sentences.clone().skip(1) {
                    self.sentence(place, &script.sentences[i], false);
                }
                self.apart = true;
                return;
            }
            Kind::Talk => {}
        }
        self.apart |= paragraph.is_point;
        for i in paragraph.sentences.clone() {
            let opens = i == paragraph.sentences.start;
            self.sentence(place, &script.sentences[i], opens);
        }
    }

    fn sentence(&mut self, place: usize, sentence: &Sentence, opens: bool) {
        let script = self.script;
        let mut marks: Vec<(usize, usize, Opening)> = Vec::new();
        let mut governed = false;
        for (n, (clause, whom)) in script.clauses_of(sentence).iter().enumerate() {
            let before = marks
                .last()
                .map(|(_, i, opening)| (opening.voice.clone(), script.clauses[*i].0.level));
            if let Some(opening) = self.opening(clause, whom, opens, governed, before.as_ref()) {
                governed |= clause.level == Level::Main;
                if before.is_some_and(|(voice, _)| voice == opening.voice) {
                    continue;
                }
                marks.push((clause.start, sentence.clauses.start + n, opening));
            }
        }
        if self.comment {
            let speaks = opens
                && marks.iter().any(|(_, i, opening)| {
                    let clause = &script.clauses[*i].0;
                    clause.spoken
                        && clause.level == Level::Main
                        && !opening.voice.speakers.is_empty()
                });
            if !speaks {
                self.apart = true;
                return;
            }
            self.comment = false;
        }
        let written = sentence.span.of(self.text).trim_end_matches('.');
        let parenthesis = written.starts_with('(') && written.find(')') == Some(written.len() - 1);
        if parenthesis {
            self.apart = true;
            return;
        }
        if marks.is_empty() {
            self.named = sentence.names.or(self.named);
            if self.is_told(sentence, opens) || self.voice.is_none() {
                self.apart = true;
                self.told = true;
                return;
            }
            self.told = false;
            self.go_on(place, sentence, opens);
            return;
        }
        self.open(place, sentence, marks);
    }

    /// Tells whether a sentence tells what nobody says.
    fn is_told(&mut self, sentence: &Sentence, opens: bool) -> bool {
        match sentence.event {
            Some(Told::Talk) => {
                // After a paragraph on how the talk went nobody goes on.
                if opens {
                    self.voice = None;
                }
                true
            }
            Some(Told::Deed | Told::Manner) => true,
            Some(Told::MannerOfHim) => self.told,
            None => false,
        }
    }

    /// A sentence without a reporting clause goes on with whoever speaks.
    fn go_on(&mut self, place: usize, sentence: &Sentence, opens: bool) {
        let Some(voice) = self.voice.clone() else { return };
        self.stretches.push(Stretch {
            span: sentence.span,
            voice,
            rule: Rule::Continued,
            clause: None,
            addressee: None,
            confidence: if opens { 0.7 } else { 0.85 },
            apart: self.apart,
            paragraph: place,
        });
        self.apart = false;
    }

    /// Divides a sentence among those whom its clauses make speak.
    fn open(&mut self, place: usize, sentence: &Sentence, marks: Vec<(usize, usize, Opening)>) {
        let starts: Vec<usize> = marks.iter().map(|(start, ..)| *start).collect();
        for (n, (_, clause, opening)) in marks.into_iter().enumerate() {
            let start = if n == 0 { sentence.span.start } else { starts[n] };
            let end = starts.get(n + 1).copied().unwrap_or(sentence.span.end);
            let written = Span::new(start, end).of(self.text);
            let end = start + written.trim_end_matches([' ', '\n', '\t']).len();
            let told = &self.script.clauses[clause].0;
            let addressee = told.addressee.and_then(|span| self.addressee(span, &opening.voice));
            self.act = Some(told.act);
            self.addressee = addressee;
            if let Some(person) = opening.voice.only() {
                self.remember(person);
            }
            self.voice = Some(opening.voice.clone());
            self.rule = opening.rule;
            self.stretches.push(Stretch {
                span: Span::new(start, end),
                voice: opening.voice,
                rule: opening.rule,
                clause: Some(clause),
                addressee,
                confidence: opening.confidence,
                apart: self.apart,
                paragraph: place,
            });
            self.apart = false;
        }
    }

    fn remember(&mut self, person: usize) {
        self.recent.retain(|i| *i != person);
        self.recent.push(person);
        if self.recent.len() > RECENT {
            self.recent.remove(0);
        }
    }

    /// The last who spoke and is not who speaks now.
    fn other(&self) -> Option<usize> {
        let now = self.voice.as_deref().and_then(Voice::only);
        self.recent.iter().rev().copied().find(|i| Some(*i) != now)
    }

    fn addressee(&self, span: Span, voice: &Voice) -> Option<usize> {
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
    fn opening(
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
                let speakers: Vec<usize> =
                    self.recent.iter().rev().take(2).rev().copied().collect();
                let voice = Rc::new(Voice { speakers, candidates: Vec::new() });
                Some(Opening { voice, rule: Rule::Joint, confidence: 0.6 })
            }
            SubjectKind::Side if clause.spoken && !second => self.side(clause, opens),
            SubjectKind::Everyone | SubjectKind::Side => None,
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

    fn pronoun(
        &self,
        person: Person,
        clause: &Clause,
        opens: bool,
        second: bool,
        before: Option<&(Rc<Voice>, Level)>,
    ) -> Option<Opening> {
        let roster = &self.script.roster;
        if let Some((asker, Level::Prelude)) = before
            && matches!(person, Person::He | Person::She)
        {
            // "Asked by Mr. Orlo whether …, he said": anybody but Mr. Orlo.
            let now = self.voice.as_deref().and_then(Voice::only);
            let other = now.into_iter().chain(self.recent.iter().rev().copied());
            let person = other.into_iter().find(|i| !asker.speakers.contains(i))?;
            let voice = Voice::one(person);
            return Some(Opening { voice, rule: Rule::Pronoun, confidence: 0.7 });
        }
        let now = before.map(|(voice, _)| voice).or(self.voice.as_ref());
        let found = |person: usize, confidence| {
            Some(Opening { voice: Voice::one(person), rule: Rule::Pronoun, confidence })
        };
        match person {
            Person::He => {
                let asked = matches!(self.act, Some(SpeechAct::Ask | SpeechAct::Urge));
                if asked && clause.act == SpeechAct::Answer && before.is_none() {
                    let other = self.addressee.or_else(|| self.other());
                    if let Some(other) = other {
                        return found(other, 0.75);
                    }
                }
                let Some(now) = now else { return found(self.named?, 0.6) };
                match now.only() {
                    Some(one) if Some(one) != self.drafter || !self.script.first_person => {
                        found(one, 0.9)
                    }
                    Some(_) if !second => found(self.other()?, 0.75),
                    _ if !second && !now.speakers.is_empty() => {
                        let candidates = now.speakers.clone();
                        let voice = Rc::new(Voice { speakers: Vec::new(), candidates });
                        Some(Opening { voice, rule: Rule::Pronoun, confidence: 0.4 })
                    }
                    _ => None,
                }
            }
            Person::She => {
                let women = roster.women();
                let one = now.and_then(|voice| voice.only());
                match (one, &women[..]) {
                    (Some(one), _) if roster.is_woman(one) => found(one, 0.9),
                    (_, [only]) => found(*only, 0.85),
                    (Some(one), []) => found(one, 0.7),
                    _ => None,
                }
            }
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

    /// Whoever wrote "I".
    fn drafted(&self) -> Rc<Voice> {
        let speakers = self.drafter.into_iter().collect();
        Rc::new(Voice { speakers, candidates: Vec::new() })
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
