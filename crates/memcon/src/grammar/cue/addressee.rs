//! To whom it is said: "told the Ambassador", "said to Mr. Orlo that".

use super::lexicon::Class;
use super::subject::{self, SubjectKind};
use super::token::Token;
use crate::model::SpeechAct;
use crate::span::Span;

/// Reads the person after a verb, with "to" or without.
pub(super) fn after(tokens: &[Token], verb: usize, verb_end: usize) -> Option<Span> {
    let mut first = verb + 1;
    let mut direct = tokens[verb].word.verb.is_some_and(|verb| is_transitive(verb.act));
    while tokens.get(first).is_some_and(|token| {
        token.class == Class::Adverb || token.class == Class::To || token.span.end <= verb_end
    }) {
        direct |= tokens[first].class == Class::To;
        first += 1;
    }
    if !direct {
        return None;
    }
    let token = tokens.get(first)?;
    if token.class == Class::ObjectPronoun {
        return Some(token.span);
    }
    let phrase = subject::starting_at(tokens, first)?;
    let addressed = match phrase.kind {
        SubjectKind::Named | SubjectKind::Role => true,
        SubjectKind::Pronoun(_)
        | SubjectKind::Side
        | SubjectKind::Both
        | SubjectKind::Everyone
        | SubjectKind::List
        | SubjectKind::Withheld
        | SubjectKind::Impersonal => false,
    };
    // "said the Minister would go", "told Mr. Orlo that": what follows a person addressed is a
    // clause of its own, not the person's verb.
    let next = tokens.get(phrase.last + 1).map(|token| token.class);
    let clause = matches!(
        next,
        None | Some(
            Class::That
                | Class::Whether
                | Class::To
                | Class::Relative
                | Class::Comma
                | Class::Preposition
                | Class::Quote
                | Class::And
                | Class::Colon
        )
    );
    (addressed && clause).then(|| super::finite::span(tokens, phrase))
}

/// Tells whether a verb names the person addressed without "to": "told him", not "said him".
fn is_transitive(act: SpeechAct) -> bool {
    match act {
        SpeechAct::Report
        | SpeechAct::Agree
        | SpeechAct::Ask
        | SpeechAct::Answer
        | SpeechAct::Urge
        | SpeechAct::Thank
        | SpeechAct::Warn
        | SpeechAct::Promise
        | SpeechAct::Interrupt
        | SpeechAct::HandOver => true,
        SpeechAct::Say
        | SpeechAct::Raise
        | SpeechAct::Refuse
        | SpeechAct::Propose
        | SpeechAct::Explain
        | SpeechAct::Stress
        | SpeechAct::Doubt
        | SpeechAct::Think
        | SpeechAct::Continue
        | SpeechAct::Open
        | SpeechAct::Close
        | SpeechAct::Decide => false,
    }
}
