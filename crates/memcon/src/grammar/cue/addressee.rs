//! To whom it is said: "told the Ambassador", "said to Mr. Orlo that".

use super::lexicon::Class;
use super::subject::{self, SubjectKind};
use super::token::Token;
use crate::span::Span;

/// Reads the person after a verb, with "to" or without.
pub(super) fn after(tokens: &[Token], verb: usize, verb_end: usize) -> Option<Span> {
    let mut first = verb + 1;
    while tokens.get(first).is_some_and(|token| {
        token.class == Class::Adverb || token.class == Class::To || token.span.end <= verb_end
    }) {
        first += 1;
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
