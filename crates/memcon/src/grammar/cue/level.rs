//! Where in its sentence a reporting clause stands: does it tell who speaks here, or is it told?

use crate::grammar::cue::lexicon::{Class, Form};
use crate::grammar::cue::token::Token;

/// The place of a reporting clause in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Governs the sentence: "The Minister said that …", "…, he continued, …".
    Main,
    /// Before the main clause, and speech of its own: "When Mr. Orlo asked …, …".
    Prelude,
    /// After another clause that governs: "…, and Mr. Orlo agreed".
    Succession,
    /// Told by the speaker: "… that the King had promised …".
    Embedded,
}

/// Tells the level of a clause whose subject begins at a token.
///
/// `governed` tells whether a clause before it in the sentence is a main one; `medial` whether
/// the clause stands between marks.
pub(crate) fn level(tokens: &[Token], subject: usize, governed: Governed, medial: Medial) -> Level {
    let mut at = subject;
    // ", and then Mr. Orlo", "However the Minister".
    while at > 0 && tokens[at - 1].class == Class::Adverb {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1) else { return Level::Main };
    let token = &tokens[before];
    let free = governed == Governed::No;
    match token.class {
        Class::That | Class::Whether => Level::Embedded,
        Class::Relative => {
            let which = before >= 1
                && (tokens[before - 1].class == Class::To || tokens[before - 1].span.len() == 2)
                && before >= 2
                && tokens[before - 2].class == Class::Comma;
            if which && !free { Level::Succession } else { Level::Embedded }
        }
        Class::When if before == 0 => Level::Prelude,
        Class::When => Level::Embedded,
        Class::Whereupon => Level::Succession,
        Class::Subordinator => Level::Embedded,
        Class::And | Class::But | Class::Semicolon | Class::Dash | Class::Colon if before == 0 => {
            Level::Main
        }
        Class::And | Class::But | Class::Semicolon | Class::Dash => {
            if free {
                Level::Main
            } else {
                Level::Succession
            }
        }
        Class::Colon => {
            if free {
                Level::Main
            } else {
                Level::Embedded
            }
        }
        Class::Quote => Level::Main,
        Class::Comma => {
            if free || medial == Medial::Yes {
                if inside_relative(tokens, before) { Level::Embedded } else { Level::Main }
            } else {
                Level::Embedded
            }
        }
        // "The Dam Mr. Orlo said": a heading run into the paragraph.
        Class::Name
            if free
                && at <= HEADING
                && tokens[subject].class == Class::Honorific
                && tokens[..at].iter().all(|token| token.class == Class::Name) =>
        {
            Level::Main
        }
        _ if free && is_adjunct(&tokens[..at]) => Level::Main,
        _ => Level::Embedded,
    }
}

/// The most words of a heading that a paragraph runs on from.
const HEADING: usize = 5;

/// Whether a main clause stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Governed {
    Yes,
    No,
}

/// Whether a clause stands between commas or at the end: "…, he said, …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Medial {
    Yes,
    No,
}

/// "who, as the Minister said,": a comma that opens a clause inside another.
fn inside_relative(tokens: &[Token], comma: usize) -> bool {
    comma.checked_sub(1).is_some_and(|i| {
        matches!(tokens[i].class, Class::That | Class::Relative | Class::Subordinator)
            && tokens[0].class != tokens[i].class
    })
}

/// "At this point", "In the long run": a few words without a clause of their own.
fn is_adjunct(tokens: &[Token]) -> bool {
    let opens = tokens.first().is_some_and(|token| {
        matches!(
            token.class,
            Class::Preposition | Class::Adverb | Class::To | Class::By | Class::TurnOfPhrase
        ) || token.word.verb.is_some_and(|verb| verb.form == Form::Participle)
    });
    opens
        && tokens.len() <= 12
        && !tokens.iter().any(|token| {
            matches!(
                token.class,
                Class::That
                    | Class::Whether
                    | Class::Relative
                    | Class::Subordinator
                    | Class::Be
                    | Class::Modal
                    | Class::Perfect
            )
        })
        && tokens.last().is_some_and(|token| {
            !matches!(token.class, Class::Preposition | Class::To | Class::By | Class::Determiner)
        })
}
