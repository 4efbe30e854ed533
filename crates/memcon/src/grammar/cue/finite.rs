//! Clauses with a verb: "The Minister then said that …", "…, said the Minister".

use super::level::{Governed, Level, Medial, level};
use super::lexicon::{Class, Force, Form, Person, Verb, lexicon};
use super::subject::{self, Phrase, SubjectKind};
use super::token::Token;
use super::{Clause, Tense, addressee, coordinated, inverted, passive};
use crate::model::SpeechAct;
use crate::span::Span;

/// Reads the clause whose verb is a token.
pub(super) fn clause(
    text: &str,
    tokens: &[Token],
    at: usize,
    governed: Governed,
) -> Option<Clause> {
    let verb = tokens[at].word.verb?;
    if verb.form == Form::Participle {
        return coordinated::clause(text, tokens, at, verb, governed);
    }
    let straight = || straight(text, tokens, at, verb, governed);
    let coordinated = || coordinated::clause(text, tokens, at, verb, governed);
    let passive = || passive::clause(tokens, at, verb, governed);
    let led = || asked(tokens, at, verb).or_else(passive);
    inverted::clause(text, tokens, at, verb).or_else(led).or_else(|| {
        if is_perfect(text, tokens, at) {
            coordinated().or_else(straight)
        } else {
            straight().or_else(coordinated)
        }
    })
}

/// "had said", "had also said".
fn is_perfect(text: &str, tokens: &[Token], verb: usize) -> bool {
    tokens[..verb]
        .iter()
        .rev()
        .find(|token| token.class != Class::Adverb)
        .is_some_and(|token| is_had(text, token))
}

/// What stands between subject and verb.
struct Before {
    /// The place after the subject's last token.
    end: usize,
    auxiliary: Auxiliary,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Auxiliary {
    None,
    /// "did not say", "had to say", "would like to say".
    Support,
    /// "this led Mr. Orlo to comment".
    Caused,
    /// "had said": told of an earlier talk.
    Perfect,
}

/// Steps back from a verb over adverbs and auxiliaries; none if they make it no report.
fn before(text: &str, tokens: &[Token], verb: usize) -> Option<Before> {
    let mut end = verb;
    let mut auxiliary = Auxiliary::None;
    while let Some(i) = end.checked_sub(1) {
        match tokens[i].class {
            Class::Adverb | Class::Negation => end = i,
            Class::Do => {
                auxiliary = Auxiliary::Support;
                end = i;
            }
            Class::Perfect if auxiliary == Auxiliary::None && is_had(text, &tokens[i]) => {
                auxiliary = Auxiliary::Perfect;
                end = i;
            }
            // "could not say whether".
            Class::Modal
                if tokens[i + 1].class == Class::Negation
                    && tokens[verb].is(text, &["say"])
                    && tokens.get(verb + 1).is_some_and(|t| t.class == Class::Whether) =>
            {
                auxiliary = Auxiliary::Support;
                end = i;
            }
            Class::Be | Class::Perfect | Class::Modal => return None,
            Class::To => {
                let earlier = i.checked_sub(1)?;
                match tokens[earlier].class {
                    Class::Perfect => end = earlier,
                    Class::Subordinator if tokens[earlier].is(text, &["like"]) => {
                        let modal = earlier.checked_sub(1)?;
                        if tokens[modal].class != Class::Modal {
                            return None;
                        }
                        end = modal;
                    }
                    _ => {
                        let phrase = subject::ending_at(tokens, earlier)?;
                        let cause = phrase.first.checked_sub(1)?;
                        if tokens[cause].class != Class::Cause {
                            return None;
                        }
                        return Some(Before { end: i, auxiliary: Auxiliary::Caused });
                    }
                }
                auxiliary = Auxiliary::Support;
            }
            Class::TurnOfPhrase => {
                let from = i.saturating_sub(3);
                let preposition = (from..i)
                    .rev()
                    .find(|p| matches!(tokens[*p].class, Class::Preposition | Class::To))?;
                end = preposition;
            }
            _ => break,
        }
    }
    Some(Before { end, auxiliary })
}

/// `had` or `has`: what follows may have been said before.
fn is_had(text: &str, token: &Token) -> bool {
    token.is(text, &["had", "has"])
}

fn straight(
    text: &str,
    tokens: &[Token],
    at: usize,
    verb: Verb,
    governed: Governed,
) -> Option<Clause> {
    // "M. Orlo a déclaré que".
    let helped = at.checked_sub(1).filter(|i| verb.foreign && tokens[*i].is(text, HELPERS));
    let Before { end, auxiliary } = before(text, tokens, helped.unwrap_or(at))?;
    let last = end.checked_sub(1)?;
    let token = &tokens[last];
    let (phrase, relative) = match token.class {
        Class::Relative if token.is(text, &["who"]) => (antecedent(tokens, last)?, true),
        Class::Comma => (interrupted(tokens, last)?, false),
        _ => (subject::ending_at(tokens, last)?, false),
    };
    let phrase = if relative { phrase } else { subject::listed(tokens, phrase) };
    let plural = matches!(
        phrase.kind,
        SubjectKind::Pronoun(Person::They | Person::I | Person::We)
            | SubjectKind::Side
            | SubjectKind::Both
            | SubjectKind::Everyone
            | SubjectKind::List
    );
    // "Le Président propose": a base in English is a present elsewhere.
    let article = tokens[phrase.first].is(text, &["le", "la", "el", "m", "mme"]);
    if verb.form == Form::Base && auxiliary == Auxiliary::None && !plural && !article {
        return None;
    }
    if phrase.kind == SubjectKind::Pronoun(Person::It) {
        return None;
    }
    let medial = medial(tokens, phrase.first, at);
    let (act, verb_end) = reports(text, tokens, at, verb, medial).or_else(|| {
        let person = matches!(phrase.kind, SubjectKind::Named | SubjectKind::Role);
        (phrase.first == 0 && person && tells(verb)).then_some((verb.act, tokens[at].span.end))
    })?;
    let place = if auxiliary == Auxiliary::Perfect {
        Level::Embedded
    } else if auxiliary == Auxiliary::Caused {
        if governed == Governed::No { Level::Main } else { Level::Succession }
    } else if relative {
        Level::Succession
    } else {
        level(tokens, phrase.first, governed, medial)
    };
    let tense = match verb.form {
        Form::Past => Tense::Past,
        _ if auxiliary != Auxiliary::None => Tense::Past,
        Form::Base | Form::Present | Form::Participle => Tense::Present,
    };
    Some(Clause {
        subject: span(tokens, phrase),
        kind: phrase.kind,
        verb: Span::new(tokens[at].span.start, verb_end),
        act,
        level: place,
        tense,
        addressee: addressee::after(tokens, at, verb_end)
            .or_else(|| addressee::answered(text, tokens, phrase.first)),
        start: start(tokens, phrase.first),
        spoken: verb.force == Force::Strong && act != SpeechAct::Think
            || verb.force == Force::Phrase,
    })
}

/// Verbs with which other languages tell the past.
const HELPERS: &[&str] = &["a", "ont", "ha", "han", "hat", "haben"];

/// "Asked by Mr. Orlo whether …"; "Asked whether …".
fn asked(tokens: &[Token], at: usize, verb: Verb) -> Option<Clause> {
    let opens = at == 0 || (at == 1 && matches!(tokens[0].class, Class::When | Class::Adverb));
    if !opens || verb.form != Form::Past || verb.act != SpeechAct::Ask {
        return None;
    }
    let next = at + 1 + usize::from(tokens.get(at + 1)?.class == Class::Adverb);
    let token = tokens.get(next)?;
    let (subject, kind) = match token.class {
        Class::By => {
            let phrase = subject::starting_at(tokens, next + 1)?;
            (span(tokens, phrase), phrase.kind)
        }
        Class::Whether | Class::Preposition | Class::To | Class::Relative => {
            (Span::new(tokens[at].span.start, tokens[at].span.start), SubjectKind::Impersonal)
        }
        _ => return None,
    };
    Some(Clause {
        subject,
        kind,
        verb: tokens[at].span,
        act: verb.act,
        level: Level::Prelude,
        tense: Tense::Past,
        addressee: None,
        start: tokens[0].span.start,
        spoken: true,
    })
}

/// Tells whether a verb with the words after it reports, what it does, and where it ends.
pub(super) fn reports(
    text: &str,
    tokens: &[Token],
    at: usize,
    verb: Verb,
    medial: Medial,
) -> Option<(SpeechAct, usize)> {
    let end = tokens[at].span.end;
    if let Some(phrases) = verb.phrases {
        for phrase in lexicon().phrases.get(usize::from(phrases))? {
            let next = phrase.next.iter().find(|words| {
                words.iter().enumerate().all(|(i, word)| {
                    tokens.get(at + 1 + i).is_some_and(|t| t.span.of(text) == word.as_str())
                })
            });
            if let Some(words) = next {
                let last = tokens.get(at + words.len())?;
                return Some((phrase.act, last.span.end));
            }
            let near = tokens.iter().skip(at + 1).take(5);
            let mut near = near.take_while(|token| token.class != Class::Comma);
            if let Some(word) = near.find(|t| phrase.near.contains(t.span.of(text))) {
                return Some((phrase.act, word.span.end));
            }
        }
    }
    match verb.force {
        Force::Strong => Some((verb.act, end)),
        Force::Weak => {
            let told = medial == Medial::Yes || complement(text, tokens, at);
            told.then_some((verb.act, end))
        }
        Force::Phrase => None,
    }
}

/// Tells whether a weak verb tells of speech when it opens a sentence: "Mr. Orlo listed the
/// mines". Thought, and what may be no talk at all, does not.
fn tells(verb: Verb) -> bool {
    verb.force == Force::Weak
        && verb.form == Form::Past
        && matches!(
            verb.act,
            SpeechAct::Explain
                | SpeechAct::Urge
                | SpeechAct::Propose
                | SpeechAct::Refuse
                | SpeechAct::Doubt
                | SpeechAct::Promise
                | SpeechAct::Warn
        )
}

/// Tells whether "that", "whether", an infinitive, a quotation or a mark follows a verb.
pub(super) fn complement(text: &str, tokens: &[Token], at: usize) -> bool {
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|token| token.class == Class::Adverb) {
        next += 1;
    }
    let Some(token) = tokens.get(next) else { return false };
    match token.class {
        Class::That
        | Class::Whether
        | Class::Quote
        | Class::Comma
        | Class::Colon
        | Class::Relative => true,
        Class::To => {
            tokens.get(next + 1).is_some_and(|t| t.class == Class::Lower || t.class == Class::Be)
        }
        Class::Pronoun(_) | Class::Determiner => {
            // "knew he would", "considered it", "thought the dam was".
            token.is(text, &["it", "he", "they", "we", "there", "this", "she", "I"])
                || tokens.iter().skip(next).take(9).any(|t| {
                    matches!(t.class, Class::Be | Class::Modal | Class::Perfect | Class::Do)
                })
        }
        _ => false,
    }
}

/// "Mr. Orlo, who seemed pleased, said": steps back over what stands between commas.
fn interrupted(tokens: &[Token], comma: usize) -> Option<Phrase> {
    let from = comma.saturating_sub(28);
    let commas = (from..comma).rev().filter(|i| tokens[*i].class == Class::Comma);
    for open in commas.take(3) {
        let Some(phrase) = open.checked_sub(1).and_then(|i| subject::ending_at(tokens, i)) else {
            continue;
        };
        let placed = phrase.first == 0
            || matches!(
                tokens[phrase.first - 1].class,
                Class::Comma | Class::And | Class::But | Class::Adverb | Class::That | Class::When
            );
        let person = matches!(
            phrase.kind,
            SubjectKind::Named | SubjectKind::Role | SubjectKind::Pronoun(_) | SubjectKind::Side
        );
        if placed && person {
            return Some(phrase);
        }
    }
    None
}

/// "referred this to Mr. Orlo, who explained": the person before "who".
fn antecedent(tokens: &[Token], who: usize) -> Option<Phrase> {
    let mut last = who.checked_sub(1)?;
    if tokens[last].class == Class::Comma {
        last = last.checked_sub(1)?;
    }
    let phrase = subject::ending_at(tokens, last)?;
    let before = phrase.first.checked_sub(1)?;
    let given = matches!(tokens[before].class, Class::To | Class::By | Class::Preposition)
        || tokens[before].word.verb.is_some();
    let person = matches!(phrase.kind, SubjectKind::Named | SubjectKind::Role);
    (given && person).then_some(phrase)
}

fn medial(tokens: &[Token], first: usize, verb: usize) -> Medial {
    let opens = first
        .checked_sub(1)
        .is_none_or(|i| matches!(tokens[i].class, Class::Comma | Class::Quote | Class::Dash));
    let mut next = verb + 1;
    while tokens.get(next).is_some_and(|token| token.class == Class::Adverb) {
        next += 1;
    }
    let closes = tokens.get(next).is_none_or(|token| {
        matches!(token.class, Class::Comma | Class::Quote | Class::Dash | Class::Semicolon)
    });
    if opens && closes { Medial::Yes } else { Medial::No }
}

/// The byte at which a clause begins: its subject, or the words that lead to it.
fn start(tokens: &[Token], first: usize) -> usize {
    let mut at = first;
    while let Some(i) = at.checked_sub(1) {
        match tokens[i].class {
            Class::Adverb | Class::Relative | Class::Whereupon => at = i,
            Class::To | Class::Preposition if at < first && tokens[at].class == Class::Relative => {
                at = i;
            }
            _ => break,
        }
    }
    tokens[at].span.start
}

pub(super) fn span(tokens: &[Token], phrase: Phrase) -> Span {
    Span::new(tokens[phrase.first].span.start, tokens[phrase.last].span.end)
}
