//! Reporting clauses: who speaks, with which verb, and where in the sentence that is told.
//!
//! ```text
//! clause    = subject adverb* auxiliary? verb complement?     ; "The Minister then said that …"
//!           | verb subject                                    ; "…, said the Minister, …"
//!           | subject "," … "," verb                          ; "Mr. Orlo, who seemed pleased, said"
//!           | "asked" ("by" subject)? …                       ; "Asked by Mr. Orlo whether …"
//!           | subject be predicate                            ; "He was certain that …"
//!           | ("in" | "it was")? subject "'s" nominal         ; "In the Minister's view"
//!           | "according to" subject
//!           | "it" be joint | "there was agreement"           ; "It was agreed that …"
//! ```
//!
//! Whether the subject is at the table is not asked here; `resolve::cues` does.

mod addressee;
mod coordinated;
mod data;
mod event;
mod finite;
mod inverted;
mod level;
pub(crate) mod lexicon;
mod nominal;
mod passive;
mod subject;
mod table;
mod token;

pub(crate) use self::event::Event;
pub(crate) use self::level::Level;
pub(crate) use self::lexicon::Person;
pub(crate) use self::subject::SubjectKind;

use self::level::Governed;
use self::token::Token;
use crate::grammar::sentence;
use crate::model::SpeechAct;
use crate::span::Span;

/// A reporting clause, by its places in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Who speaks, as written; empty where nobody is named: "Asked whether …".
    pub(crate) subject: Span,
    pub(crate) kind: SubjectKind,
    /// The verb of speaking with the words that make it one: "took the position".
    pub(crate) verb: Span,
    pub(crate) act: SpeechAct,
    pub(crate) level: Level,
    pub(crate) tense: Tense,
    /// To whom, as written.
    pub(crate) addressee: Option<Span>,
    /// The byte at which the clause begins.
    pub(crate) start: usize,
    /// Whether the verb alone tells of speech, or of thought and manner too.
    pub(crate) spoken: bool,
}

/// The tense of a reporting clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Present,
}

/// Room for the words of a sentence, used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    clauses: Vec<Clause>,
    buffer: String,
}

impl Reader {
    /// Reads a sentence: gives its reporting clauses in order.
    pub(crate) fn clauses(&mut self, text: &str, sentence: Span) -> &[Clause] {
        self.clauses.clear();
        token::tokens(text, sentence, &mut self.tokens, &mut self.buffer);
        let tokens = &self.tokens;
        let mut governed = Governed::No;
        for at in 0..tokens.len() {
            if !tokens[at].word.reports || tokens[at].quoted {
                continue;
            }
            let found = finite::clause(text, tokens, at, governed)
                .or_else(|| nominal::clause(text, tokens, at, governed));
            if let Some(clause) = found {
                if clause.level == Level::Main {
                    governed = Governed::Yes;
                }
                self.clauses.push(clause);
            }
        }
        &self.clauses
    }

    /// Gives what the sentence read last tells without anybody speaking, and who does it where
    /// that matters.
    pub(crate) fn event(&self, text: &str) -> Option<(Event, Option<(SubjectKind, Span)>)> {
        let found = event::event(text, &self.tokens)?;
        let subject = match found {
            Event::Manner(phrase) => Some((phrase.kind, finite::span(&self.tokens, phrase))),
            Event::Talk | Event::Deed => None,
        };
        Some((found, subject))
    }

    /// Gives the persons that the sentence read last names, the last first.
    pub(crate) fn named(&self) -> impl Iterator<Item = (SubjectKind, Span)> {
        let tokens = &self.tokens;
        (0..tokens.len()).rev().filter_map(|last| {
            let phrase = subject::ending_at(tokens, last)?;
            let person = matches!(phrase.kind, SubjectKind::Named | SubjectKind::Role);
            person.then(|| (phrase.kind, finite::span(tokens, phrase)))
        })
    }
}

/// Tells whether a paragraph opens with somebody else's report of speech: "The Minister said
/// that …", "Turning to the dam, Mr. Orlo replied …".
///
/// Near-forms that do not: "I said that …", "He told us …" in a speaker's own words are told
/// from it by their pronouns, "The report said" by its subject.
pub(crate) fn opens_report(paragraph: &str) -> bool {
    reported_by(paragraph).is_some()
}

/// Gives who speaks in the report with which a paragraph opens, as [`opens_report`] finds it.
pub(crate) fn reported_by(paragraph: &str) -> Option<&str> {
    let within = Span::new(0, paragraph.len());
    let first = sentence::sentences(paragraph, within).next()?;
    let mut reader = Reader::default();
    let told = reader.clauses(paragraph, first).iter().find(|clause| {
        clause.level == Level::Main
            && clause.spoken
            && clause.tense == Tense::Past
            && !is_ours(clause.subject.of(paragraph))
            && !clause.addressee.is_some_and(|to| matches!(to.of(paragraph), "me" | "us" | "you"))
            && matches!(
                clause.kind,
                SubjectKind::Named
                    | SubjectKind::Role
                    | SubjectKind::List
                    | SubjectKind::Pronoun(Person::He | Person::She)
            )
    })?;
    Some(told.subject.of(paragraph))
}

/// "My Minister", "our Ambassador": whoever says so speaks for himself.
fn is_ours(subject: &str) -> bool {
    let first = subject.split(' ').next().unwrap_or("");
    ["my", "our", "your"].iter().any(|word| first.eq_ignore_ascii_case(word))
}

/// Tells whether a sentence says that somebody came or went, or that the talk began or ended.
pub(crate) fn is_event(sentence: &str) -> bool {
    let mut reader = Reader::default();
    let within = Span::new(0, sentence.len());
    let spoken = reader
        .clauses(sentence, within)
        .iter()
        .any(|clause| clause.level == Level::Main && clause.spoken);
    !spoken && matches!(reader.event(sentence), Some((Event::Talk | Event::Deed, _)))
}

/// Tells whether a word names several people: `leaders`, `Officials`.
pub(crate) fn is_collective(word: &str) -> bool {
    lexicon::lexicon().word(word).is_some_and(|known| known.class == lexicon::Class::Collective)
}

/// Tells whether a word is an office: `Ambassador`.
pub(crate) fn is_office(word: &str) -> bool {
    lexicon::lexicon().word(word).is_some_and(|known| known.class == lexicon::Class::Office)
}

/// Tells whether a word after the person asked opens a question: "asked him why".
pub(crate) fn asks(word: &str) -> bool {
    lexicon::lexicon().word(word).is_some_and(|known| {
        matches!(
            known.class,
            lexicon::Class::Whether | lexicon::Class::Relative | lexicon::Class::When
        )
    }) || word == "about"
}

/// Tells whether a word is an office of two parts, one of which is an office by itself:
/// "Secretary-General", "Vice-Chancellor".
pub(crate) fn is_double_office(word: &str) -> bool {
    word.split_once('-').is_some_and(|(first, last)| is_office(first) || is_office(last))
}

#[cfg(test)]
mod tests;
