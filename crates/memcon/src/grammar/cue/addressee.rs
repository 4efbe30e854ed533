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

/// Reads the person whose question a sentence says at its head that it answers: "In answer to a
/// question from Mr. Orlo, he said".
pub(super) fn answered(text: &str, tokens: &[Token], subject: usize) -> Option<Span> {
    let last = subject.checked_sub(2)?;
    let answers = match tokens {
        [first, second, ..] if first.is(text, &["in"]) => {
            second.is(text, &["answer", "reply", "response"])
        }
        [first, ..] => first.is(text, &["answering", "replying", "responding"]),
        [] => false,
    };
    if !answers || tokens[last + 1].class != Class::Comma || last > ANSWERED {
        return None;
    }
    // "In answer to Mr. Orlo's question".
    let mut head = tokens.get(..=last)?.to_vec();
    for token in &mut head {
        token.possessive = false;
    }
    (0..=last).find_map(|i| {
        let led = i.checked_sub(1).is_some_and(|before| {
            matches!(head[before].class, Class::To | Class::By | Class::Preposition)
        });
        let phrase = subject::starting_at(&head, i).filter(|_| led)?;
        let person = matches!(phrase.kind, SubjectKind::Named | SubjectKind::Role);
        person.then(|| super::finite::span(&head, phrase))
    })
}

/// The most words of what leads to an answer.
const ANSWERED: usize = 16;

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
