//! Gives every sentence its speakers, in order of the text.

use std::rc::Rc;

use super::narration::Kind;
use super::opening::Opening;
use super::roster::Gender;
use super::script::{Paragraph, Script, Sentence, Told};
use crate::grammar::cue::{self, Clause, Level, Person, SubjectKind};
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
    pub(super) fn one(person: usize) -> Rc<Self> {
        Rc::new(Self { speakers: vec![person], candidates: Vec::new() })
    }

    pub(super) fn only(&self) -> Option<usize> {
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

/// Whom a sentence asked something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) person: usize,
    /// "The Minister was asked by Mr. Orlo": the next "he" is the Minister.
    pub(super) is_subject: bool,
}

/// What has been said so far.
#[derive(Debug)]
pub(super) struct Attribution<'s> {
    pub(super) text: &'s str,
    pub(super) script: &'s Script<'s>,
    pub(super) drafter: Option<usize>,
    /// Who speaks now.
    pub(super) voice: Option<Rc<Voice>>,
    pub(super) rule: Rule,
    /// The last who spoke alone, the latest last.
    pub(super) recent: Vec<usize>,
    /// What was last done, and to whom.
    pub(super) act: Option<SpeechAct>,
    pub(super) addressee: Option<usize>,
    /// Whom the last sentence asked something, where it ends with the question.
    pub(super) asked: Option<Asked>,
    /// What is known of the participants' being men or women.
    pub(super) genders: Vec<Gender>,
    /// Inside the drafter's comment.
    comment: bool,
    apart: bool,
    /// Whether the last sentence told what nobody says.
    told: bool,
    /// Whom the last sentences name, where nobody has spoken yet.
    pub(super) named: Option<usize>,
    /// Who the last sentence tells listened or smiled.
    pub(super) smiled: Option<usize>,
    stretches: Vec<Stretch>,
}

/// How many of the last speakers are remembered.
const RECENT: usize = 8;

impl<'s> Attribution<'s> {
    pub(super) fn new(text: &'s str, script: &'s Script<'s>, drafter: Option<usize>) -> Self {
        Self {
            text,
            script,
            drafter,
            voice: None,
            rule: Rule::Continued,
            recent: Vec::new(),
            act: None,
            addressee: None,
            asked: None,
            genders: script.genders(text),
            comment: false,
            apart: true,
            told: false,
            named: None,
            smiled: None,
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
                // "The Minister, Orlo said, would comment": a clause that is parted by another
                // opens nothing, for its beginning is before that other's.
                let within = |(_, last, _): &(usize, usize, Opening)| {
                    clause.start < script.clauses[*last].0.verb.end
                };
                if marks.last().is_some_and(within) {
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
            Some(Told::Manner(person)) => {
                // "Mr. Orlo laughed. He would, he said, …"
                self.smiled = Some(person);
                true
            }
            Some(Told::Deed | Told::Heading) => true,
            Some(Told::MannerOfHim) => self.told,
            None => false,
        }
    }

    /// A sentence without a reporting clause goes on with whoever speaks.
    fn go_on(&mut self, place: usize, sentence: &Sentence, opens: bool) {
        self.smiled = None;
        self.asked = None;
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
        self.smiled = None;
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
            self.asked = self.asked(told, addressee);
            if let Some(person) = opening.voice.only() {
                self.remember(person);
            }
            // Two whom the record withholds may be two people.
            self.apart |= opening.rule == Rule::Withheld;
            if told.kind == SubjectKind::Pronoun(Person::She)
                && let Some(known @ Gender::Unknown) =
                    opening.voice.only().and_then(|person| self.genders.get_mut(person))
            {
                *known = Gender::Woman;
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

    /// Gives whom a clause asks a question, and not for a deed.
    fn asked(&self, clause: &Clause, addressee: Option<usize>) -> Option<Asked> {
        let (person, written) = (addressee?, clause.addressee?);
        let is_subject = written.end <= clause.verb.start;
        let next = self.text[written.end..].trim_start().split([' ', '\n', '.', '?']).next();
        let asks = clause.act == SpeechAct::Ask && (is_subject || next.is_some_and(cue::asks));
        asks.then_some(Asked { person, is_subject })
    }

    fn remember(&mut self, person: usize) {
        self.recent.retain(|i| *i != person);
        self.recent.push(person);
        if self.recent.len() > RECENT {
            self.recent.remove(0);
        }
    }

    /// The last who spoke and is not who speaks now.
    pub(super) fn other(&self) -> Option<usize> {
        let now = self.voice.as_deref().and_then(Voice::only);
        self.recent.iter().rev().copied().find(|i| Some(*i) != now)
    }
}
