//! Comings and goings: what the record tells without anybody speaking.
//!
//! ```text
//! event = "the" talk doing                       ; "The meeting ended at 6 p.m."
//!       | person adverb* deed near               ; "Mr. Orlo entered the room"
//! ```

use super::lexicon::{Class, Person, lexicon};
use super::subject::{self, Phrase, SubjectKind};
use super::token::Token;

/// What a sentence tells without anybody speaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    /// The talk begins, ends, is cordial.
    Talk,
    /// Somebody comes or goes.
    Deed,
    /// Somebody listens, smiles: the places of the first and last token that name the person.
    Manner(Phrase),
}

/// Gives what the words of a sentence tell. That nobody speaks in it is for the caller to see.
pub(crate) fn event(text: &str, tokens: &[Token]) -> Option<Event> {
    let telling = tokens.iter().enumerate().filter(|(_, t)| t.word.tells && !t.quoted);
    let mut telling = telling;
    telling.find_map(|(at, token)| {
        if is_talk(text, tokens, at) {
            Some(Event::Talk)
        } else if is_deed(text, tokens, at) {
            Some(Event::Deed)
        } else if token.word.manner {
            let phrase = subject::ending_at(tokens, at.checked_sub(1)?)?;
            (phrase.first == 0).then_some(Event::Manner(phrase))
        } else {
            None
        }
    })
}

/// "The meeting ended", "The atmosphere of the conversation was friendly".
fn is_talk(text: &str, tokens: &[Token], at: usize) -> bool {
    if !tokens[at].word.talk || at > 14 {
        return false;
    }
    // "There was a brief discussion of tin"; "A discussion of tin ensued".
    let there = tokens[0].word.existence
        && tokens
            .get(1)
            .is_some_and(|t| t.class == Class::Be || t.word.ensuing || t.class == Class::Adverb);
    let ensues =
        at <= 3 && tokens.iter().skip(at + 1).take(40).any(|t| t.word.ensuing && t.word.doing);
    // "There was no hope of a meeting" tells of no talk.
    let plain = tokens[..at].iter().all(|t| t.class != Class::Preposition);
    if (there && plain && at <= 7) || (ensues && tokens[0].class == Class::Determiner) {
        return true;
    }
    // "An impasse having been reached, the meeting ended."
    let comma = tokens[..at].iter().rposition(|token| token.class == Class::Comma);
    let from = comma.map_or(0, |i| i + 1);
    let opened = at - from <= 6
        && tokens[from..at].iter().all(|token| {
            !matches!(
                token.class,
                Class::Pronoun(_) | Class::Be | Class::Modal | Class::Perfect | Class::That
            ) && token.word.verb.is_none()
        });
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|token| token.class == Class::Adverb) {
        next += 1;
    }
    let Some(token) = tokens.get(next) else { return false };
    if !opened || !token.word.doing {
        return false;
    }
    if token.class == Class::Be {
        // "The meeting was held"; but "The meeting was a mistake" may be somebody's opinion.
        return tokens.iter().skip(next + 1).take(3).any(|t| t.word.description);
    }
    token.is(text, &["ended", "adjourned", "lasted", "broke", "recessed", "rose"]) || at - from <= 3
}

fn is_deed(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(deed) = tokens[at].word.deed else { return false };
    let Some(deed) = lexicon().deeds.get(usize::from(deed)) else { return false };
    let mut last = at;
    while last > 0 && tokens[last - 1].class == Class::Adverb {
        last -= 1;
    }
    let Some(phrase) = last.checked_sub(1).and_then(|i| subject::ending_at(tokens, i)) else {
        return false;
    };
    let phrase = subject::listed(tokens, phrase);
    let person = match phrase.kind {
        SubjectKind::Named | SubjectKind::Role | SubjectKind::List | SubjectKind::Side => true,
        // "It came to one tank."
        SubjectKind::Pronoun(Person::It) => false,
        SubjectKind::Pronoun(_)
        | SubjectKind::Both
        | SubjectKind::Everyone
        | SubjectKind::Withheld => phrase.first == 0,
        SubjectKind::Impersonal => false,
    };
    if phrase.first > 40 {
        return false;
    }
    let told = tokens[..phrase.first].iter().any(|token| {
        matches!(token.class, Class::That | Class::Relative | Class::Whether | Class::Subordinator)
            || token.word.verb.is_some()
    });
    if !person || told {
        return false;
    }
    let mut after = tokens.iter().skip(at + 1).take(6);
    let has = |set: &rustc_hash::FxHashSet<String>, token: &Token| {
        set.contains(token.span.of(text))
            || set.contains(&super::lexicon::lower(token.span.of(text)))
    };
    let near = deed.near.is_empty() || after.any(|token| has(&deed.near, token));
    let unless = tokens.iter().skip(at + 1).take(6).any(|token| has(&deed.unless, token));
    near && !unless
}
