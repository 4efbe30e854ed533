//! Clauses whose subject stands after the verb.
//!
//! ```text
//! inverted = mark verb adverb* subject mark          ; "…, said the Minister, …"; "…,” replied Mr. Orlo."
//!          | adverb* verb subject                    ; German: "Abschließend dankte er"
//! ```

use super::finite::span;
use super::level::Level;
use super::lexicon::{Class, Force, Form, Person, Verb};
use super::subject::{self, Phrase, SubjectKind};
use super::token::Token;
use super::{Clause, Tense};

/// Reads the clause whose verb is a token and whose subject stands after it.
pub(super) fn clause(text: &str, tokens: &[Token], at: usize, verb: Verb) -> Option<Clause> {
    if verb.foreign
        && at > 0
        && verb.form == Form::Past
        && verb.force == Force::Strong
        && let Some(phrase) = subject::starting_at(tokens, at + 1)
        && is_led(tokens, at, phrase)
    {
        return Some(Clause {
            subject: span(tokens, phrase),
            kind: phrase.kind,
            verb: tokens[at].span,
            act: verb.act,
            level: Level::Main,
            tense: Tense::Past,
            addressee: None,
            start: tokens[0].span.start,
            spoken: true,
        });
    }
    let opens = match at.checked_sub(1) {
        Some(i) => matches!(tokens[i].class, Class::Comma | Class::Quote | Class::Dash),
        None => true,
    };
    if !opens || verb.force != Force::Strong || verb.form == Form::Base {
        return None;
    }
    let mut first = at + 1;
    while tokens.get(first).is_some_and(|token| token.class == Class::Adverb) {
        first += 1;
    }
    let phrase = subject::starting_at(tokens, first)?;
    let after = tokens.get(phrase.last + 1).map(|token| token.class);
    let closes = matches!(
        after,
        None | Some(Class::Comma | Class::Quote | Class::Semicolon | Class::Colon | Class::Dash)
    );
    let addressed = tokens[at].is(text, &["told", "thanked", "assured"]);
    if !closes || addressed || (at == 0 && after != Some(Class::Colon)) {
        return None;
    }
    Some(Clause {
        subject: span(tokens, phrase),
        kind: phrase.kind,
        verb: tokens[at].span,
        act: verb.act,
        level: Level::Main,
        tense: Tense::Past,
        addressee: None,
        start: tokens[at].span.start,
        spoken: true,
    })
}

/// "Abschließend dankte er", "Auf diese Frage sagte Genosse Orlo": no subject stands before the
/// verb, and one after it.
fn is_led(tokens: &[Token], at: usize, after: Phrase) -> bool {
    let before = at.checked_sub(1).and_then(|last| subject::ending_at(tokens, last));
    let pronoun = matches!(after.kind, SubjectKind::Pronoun(Person::He | Person::She));
    let titled = matches!(tokens[after.first].class, Class::Honorific | Class::Determiner);
    match before {
        None => pronoun || titled,
        Some(word) => pronoun && word.first == 0 && word.last == 0,
    }
}
