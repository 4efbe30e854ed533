//! Clauses whose subject stands earlier in the sentence, before a verb that is none of speaking.
//!
//! ```text
//! clause = subject verb … ("," | "and") verb            ; "Orlo called at noon and expressed the hope"
//!        | subject verb … "," participle "that"         ; "Orlo drew a map, saying that …"
//! ```

use super::finite::{complement, reports, span};
use super::level::{Governed, Level, Medial};
use super::lexicon::{Class, Force, Form, Person, Verb};
use super::subject::{self, Phrase, SubjectKind};
use super::token::Token;
use super::{Clause, Tense, addressee};
use crate::model::SpeechAct;
use crate::span::Span;

/// "Orlo called at noon and expressed the hope", "Orlo drew a map, saying that": the subject
/// stands at the head of the sentence, before a verb that is none of speaking.
pub(super) fn clause(
    text: &str,
    tokens: &[Token],
    at: usize,
    verb: Verb,
    governed: Governed,
) -> Option<Clause> {
    let mut link = at.checked_sub(1)?;
    while tokens[link].class == Class::Adverb {
        link = link.checked_sub(1)?;
    }
    let participle = verb.form == Form::Participle;
    let joins = match tokens[link].class {
        Class::And | Class::But => !participle,
        Class::Comma => true,
        _ => false,
    };
    if governed == Governed::Yes || !joins || verb.form == Form::Base || verb.form == Form::Present
    {
        return None;
    }
    let (act, verb_end) = reports(text, tokens, at, verb, Medial::No)?;
    if participle && !complement(text, tokens, at) {
        return None;
    }
    let phrase = head(tokens, link)?;
    Some(Clause {
        subject: span(tokens, phrase),
        kind: phrase.kind,
        verb: Span::new(tokens[at].span.start, verb_end),
        act,
        level: Level::Main,
        tense: Tense::Past,
        addressee: addressee::after(tokens, at, verb_end),
        start: tokens[phrase.first].span.start,
        spoken: verb.force != Force::Weak && act != SpeechAct::Think,
    })
}

/// How far into a sentence its subject is looked for, in words and marks.
const HEAD: usize = 60;

/// Reads the subject at the head of a sentence, or after what leads it to its first comma, with
/// a verb in the past after it.
fn head(tokens: &[Token], before: usize) -> Option<Phrase> {
    let led = tokens.first().is_some_and(|token| {
        matches!(token.class, Class::Preposition | Class::Adverb | Class::When | Class::By)
            || !matches!(
                token.class,
                Class::Determiner
                    | Class::Name
                    | Class::Honorific
                    | Class::Office
                    | Class::Pronoun(_)
            )
    });
    let near = &tokens[..before.min(HEAD)];
    let commas = near.iter().enumerate().filter(|(_, t)| t.class == Class::Comma);
    let starts = commas.map(|(i, _)| i + 1).take(if led { 4 } else { 0 });
    std::iter::once(0).chain(starts).find_map(|first| {
        let phrase = subject::starting_at(tokens, first)?;
        let person = matches!(
            phrase.kind,
            SubjectKind::Named
                | SubjectKind::Role
                | SubjectKind::Pronoun(Person::He | Person::She | Person::I)
        );
        let mut verb = phrase.last + 1;
        while tokens.get(verb).is_some_and(|token| token.class == Class::Adverb) {
            verb += 1;
        }
        let token = tokens.get(verb).filter(|_| verb < before)?;
        let past = token.class == Class::Lower && !token.capital;
        (person && past).then_some(phrase)
    })
}
