//! Clauses that tell of a person what somebody else said to him.
//!
//! ```text
//! passive = person "was" verb "by" person            ; "The Ambassador was asked by Mr. Orlo why"
//! ```

use super::finite::span;
use super::level::{Governed, Level, Medial, level};
use super::lexicon::{Class, Form, Verb};
use super::subject::{self, SubjectKind};
use super::token::Token;
use super::{Clause, Tense};
use crate::model::SpeechAct;

/// Reads the clause whose verb is a token, where the person after "by" speaks.
pub(super) fn clause(
    tokens: &[Token],
    at: usize,
    verb: Verb,
    governed: Governed,
) -> Option<Clause> {
    let addresses = matches!(verb.act, SpeechAct::Ask | SpeechAct::Report);
    let by = tokens.get(at + 1)?.class == Class::By;
    let be = at.checked_sub(1)?;
    if !addresses || !by || verb.form != Form::Past || tokens[be].class != Class::Be {
        return None;
    }
    let told = subject::ending_at(tokens, be.checked_sub(1)?)?;
    let speaker = subject::starting_at(tokens, at + 2)?;
    let person = |kind| matches!(kind, SubjectKind::Named | SubjectKind::Role);
    let is_told = person(told.kind) || matches!(told.kind, SubjectKind::Pronoun(_));
    let main = level(tokens, told.first, governed, Medial::No) == Level::Main;
    (person(speaker.kind) && is_told && main).then(|| Clause {
        subject: span(tokens, speaker),
        kind: speaker.kind,
        verb: tokens[at].span,
        act: verb.act,
        level: Level::Main,
        tense: Tense::Past,
        addressee: person(told.kind).then(|| span(tokens, told)),
        start: tokens[told.first].span.start,
        spoken: true,
    })
}
