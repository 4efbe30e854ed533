//! Clauses without a verb of speaking: "In the Minister's view", "He was certain that",
//! "It was agreed that".

use super::finite::span;
use super::level::{Governed, Level, Medial, level};
use super::lexicon::{Class, Form, Person};
use super::subject::{self, Phrase, SubjectKind};
use super::token::Token;
use super::{Clause, Tense};
use crate::model::SpeechAct;
use crate::span::Span;

/// Reads the clause of which a token is the chief word.
pub(super) fn clause(
    text: &str,
    tokens: &[Token],
    at: usize,
    governed: Governed,
) -> Option<Clause> {
    let token = &tokens[at];
    let joins = token.word.joint.is_some() || token.word.verb.is_some();
    if joins && let Some(clause) = joint(tokens, at, governed) {
        return Some(clause);
    }
    if (token.word.predicate.is_some() || token.word.nominal.is_some())
        && let Some(clause) = predicate(tokens, at, governed)
    {
        return Some(clause);
    }
    if token.word.nominal.is_some()
        && let Some(clause) = nominal(text, tokens, at, governed)
    {
        return Some(clause);
    }
    if token.word.according {
        return according(tokens, at + 1);
    }
    if token.word.agreement {
        return agreement(text, tokens, at);
    }
    None
}

/// "It was generally agreed that".
fn joint(tokens: &[Token], at: usize, governed: Governed) -> Option<Clause> {
    let word = tokens[at].word;
    let act = word.joint.or(word.verb.filter(|verb| verb.form == Form::Past).map(|v| v.act))?;
    let mut be = at.checked_sub(1)?;
    while tokens[be].class == Class::Adverb {
        be = be.checked_sub(1)?;
    }
    let it = be.checked_sub(1)?;
    if tokens[be].class != Class::Be || tokens[it].class != Class::Pronoun(Person::It) {
        return None;
    }
    let past = tokens[be].span.len() == 3;
    if !past || level(tokens, it, governed, Medial::No) != Level::Main {
        return None;
    }
    let by = (at + 1..tokens.len().min(at + 5)).find(|i| tokens[*i].class == Class::By);
    if let Some(agent) = by.and_then(|by| subject::starting_at(tokens, by + 1))
        && matches!(agent.kind, SubjectKind::Named | SubjectKind::Role)
    {
        // "It was pointed out by Mr. Orlo that": he speaks.
        let verb = Span::new(tokens[be].span.start, tokens[at].span.end);
        let start = tokens[it].span.start;
        return Some(Clause {
            spoken: true,
            start,
            ..thought(tokens, agent, verb, act, Level::Main)
        });
    }
    word.joint?;
    Some(Clause {
        subject: tokens[it].span,
        kind: SubjectKind::Impersonal,
        verb: Span::new(tokens[be].span.start, tokens[at].span.end),
        act,
        level: Level::Main,
        tense: Tense::Past,
        addressee: None,
        start: tokens[it].span.start,
        spoken: true,
    })
}

/// "There was general agreement that", "Agreement was reached".
fn agreement(text: &str, tokens: &[Token], at: usize) -> Option<Clause> {
    if at > 4 {
        return None;
    }
    let there = tokens[0].is(text, &["there"]) && tokens.get(1)?.class == Class::Be;
    let reached = tokens.get(at + 1).is_some_and(|token| token.class == Class::Be)
        && tokens.get(at + 2)?.is(text, &["reached", "expressed"]);
    (there || (reached && at <= 1)).then(|| Clause {
        subject: Span::new(tokens[0].span.start, tokens[at].span.end),
        kind: SubjectKind::Impersonal,
        verb: tokens[at].span,
        act: SpeechAct::Agree,
        level: Level::Main,
        tense: Tense::Past,
        addressee: None,
        start: tokens[0].span.start,
        spoken: true,
    })
}

/// "He was quite certain that".
fn predicate(tokens: &[Token], at: usize, governed: Governed) -> Option<Clause> {
    let mut be = at.checked_sub(1)?;
    let mut act = tokens[at].word.predicate;
    if act.is_none() {
        // "He was of the opinion that".
        let of = be.checked_sub(1)?;
        if [tokens[of].class, tokens[be].class] != [Class::Preposition, Class::Determiner] {
            return None;
        }
        be = of.checked_sub(1)?;
        act = tokens[at].word.nominal;
    }
    let act = act?;
    while matches!(tokens[be].class, Class::Adverb | Class::Negation) {
        be = be.checked_sub(1)?;
    }
    if tokens[be].class != Class::Be {
        return None;
    }
    let mut last = be.checked_sub(1)?;
    while tokens[last].class == Class::Adverb {
        last = last.checked_sub(1)?;
    }
    let phrase = subject::ending_at(tokens, last)?;
    if phrase.kind == SubjectKind::Pronoun(Person::It) {
        return None;
    }
    let phrase = subject::listed(tokens, phrase);
    let verb = Span::new(tokens[be].span.start, tokens[at].span.end);
    Some(thought(tokens, phrase, verb, act, level(tokens, phrase.first, governed, Medial::No)))
}

/// "In the Minister's view", "The Minister's view was", "It was the Minister's view that".
fn nominal(text: &str, tokens: &[Token], at: usize, governed: Governed) -> Option<Clause> {
    let act = tokens[at].word.nominal?;
    let from = at.saturating_sub(3);
    let last = (from..at).rev().find(|i| tokens[*i].possessive)?;
    let mut bare = tokens[last];
    bare.possessive = false;
    let mut before: Vec<Token> = tokens[last.saturating_sub(8)..=last].to_vec();
    let moved = last + 1 - before.len();
    *before.last_mut()? = bare;
    let found = subject::ending_at(&before, before.len() - 1)?;
    let phrase = Phrase { first: found.first + moved, last: found.last + moved, kind: found.kind };
    if !matches!(phrase.kind, SubjectKind::Named | SubjectKind::Role | SubjectKind::Side) {
        return None;
    }
    let is = tokens.get(at + 1).is_some_and(|token| token.class == Class::Be);
    let led = phrase.first.checked_sub(1).map(|i| &tokens[i]);
    let place = match led {
        None if is => Level::Main,
        Some(token)
            if token.is(text, &["in"]) && phrase.first <= 3 && !is
            // "In answer to Mr. Orlo's question" has its own clause to come.
            && act == SpeechAct::Think =>
        {
            Level::Main
        }
        Some(token) if token.class == Class::Be && phrase.first == 2 => {
            let it = tokens[0].class == Class::Pronoun(Person::It);
            if it { Level::Main } else { return None }
        }
        Some(_) if is => level(tokens, phrase.first, governed, Medial::No),
        _ => return None,
    };
    Some(thought(tokens, phrase, tokens[at].span, act, place))
}

/// "According to Mr. Orlo".
fn according(tokens: &[Token], to: usize) -> Option<Clause> {
    if tokens.get(to)?.class != Class::To {
        return None;
    }
    let phrase = subject::starting_at(tokens, to + 1)?;
    if !matches!(phrase.kind, SubjectKind::Named | SubjectKind::Role) {
        return None;
    }
    let first = to - 1;
    let opens = first == 0 || tokens[first - 1].class == Class::Comma;
    let place = if opens { Level::Main } else { Level::Embedded };
    let verb = Span::new(tokens[first].span.start, tokens[to].span.end);
    Some(Clause { start: verb.start, ..thought(tokens, phrase, verb, SpeechAct::Say, place) })
}

fn thought(tokens: &[Token], phrase: Phrase, verb: Span, act: SpeechAct, level: Level) -> Clause {
    Clause {
        subject: span(tokens, phrase),
        kind: phrase.kind,
        verb,
        act,
        level,
        tense: Tense::Past,
        addressee: None,
        start: tokens[phrase.first].span.start,
        spoken: false,
    }
}
