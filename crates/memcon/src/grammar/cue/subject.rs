//! Who speaks: the noun phrase that ends before a verb or begins after it.
//!
//! ```text
//! subject  = pronoun | everyone | side | person (("," | "and") person)*
//! person   = determiner? adjective* (honorific | office | name | "of")+
//! side     = determiner (name | word)* collective        ; "the Valdorian side", "both parties"
//! ```

use crate::grammar::cue::lexicon::{Class, Form, Person};
use crate::grammar::cue::token::Token;

/// What kind of phrase a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum SubjectKind {
    /// "he", "they", "I".
    Pronoun(Person),
    /// "Mr. Orlo", "President Vey", "Orlo".
    Named,
    /// "the Minister", "the Valdorian Ambassador".
    Role,
    /// "the Valdorian side", "the visitors"; "the Valdorians".
    Side,
    /// "both", "both sides".
    Both,
    /// "all".
    Everyone,
    /// "the Minister and Mr. Orlo".
    List,
    /// "it was agreed", "agreement was reached".
    Impersonal,
    /// "[name not declassified]": somebody whom the record withholds.
    Withheld,
}

/// A noun phrase, by the places of its first and last token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) kind: SubjectKind,
}

/// "Both" is two, "all" is all.
fn everyone(token: &Token) -> SubjectKind {
    if token.word.both { SubjectKind::Both } else { SubjectKind::Everyone }
}

/// The most tokens that a noun phrase has.
const LONGEST: usize = 14;

fn names(token: &Token) -> bool {
    match token.class {
        Class::Name | Class::Honorific | Class::Office => true,
        Class::Preposition | Class::And => token.capital,
        _ => false,
    }
}

/// Reads the noun phrase that ends with a token.
pub(crate) fn ending_at(tokens: &[Token], last: usize) -> Option<Phrase> {
    let token = tokens.get(last)?;
    if token.possessive || token.quoted {
        return None;
    }
    let found = |first, kind| Some(Phrase { first, last, kind });
    match token.class {
        Class::Pronoun(person) => found(last, SubjectKind::Pronoun(person)),
        Class::Everyone => {
            // "They both agreed".
            let earlier = last.checked_sub(1).filter(|i| tokens[*i].class != Class::Everyone);
            match earlier.and_then(|i| ending_at(tokens, i)) {
                Some(before) => found(before.first, before.kind),
                None => found(last, everyone(token)),
            }
        }
        // "The Chief of Staff".
        Class::Collective if is_of_an_office(tokens, last) => person(tokens, last),
        Class::Collective => side(tokens, last),
        Class::Name | Class::Office => person(tokens, last),
        // "The Sec. said", "The Judge said": a title for the person.
        Class::Honorific if token.capital && is_after_determiner(tokens, last) => {
            person(tokens, last)
        }
        // "Mr. Lord said", "Lord agreed": a surname that is a title as well.
        Class::Honorific if token.capital && token.span.len() >= 4 && is_surname(tokens, last) => {
            person(tokens, last)
        }
        Class::Withheld => found(last, SubjectKind::Withheld),
        _ => None,
    }
}

fn is_after_determiner(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| tokens[i].class == Class::Determiner && !tokens[i].possessive)
}

/// Tells whether a title is a name here: it opens the sentence, or a title stands before it.
fn is_surname(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| tokens[i]);
    before.is_none_or(|before| {
        matches!(before.class, Class::Honorific | Class::Office) && before.capital
    })
}

/// Reads back to the determiner of "the Valdorian side".
fn side(tokens: &[Token], last: usize) -> Option<Phrase> {
    let from = last.saturating_sub(4);
    let first = (from..last).rev().find(|i| {
        matches!(tokens[*i].class, Class::Determiner | Class::Everyone) && !tokens[*i].possessive
    })?;
    let between = &tokens[first + 1..last];
    let plain = between.iter().all(|token| {
        names(token)
            || matches!(token.class, Class::Lower | Class::Number) && token.word.verb.is_none()
    });
    let kind = if tokens[first].class == Class::Everyone {
        everyone(&tokens[first])
    } else {
        SubjectKind::Side
    };
    plain.then_some(Phrase { first, last, kind })
}

/// Reads back over names, titles and offices.
fn person(tokens: &[Token], last: usize) -> Option<Phrase> {
    let mut first = last;
    let mut has_determiner = false;
    let floor = last.saturating_sub(LONGEST);
    while first > floor {
        let before = &tokens[first - 1];
        let earlier = first.checked_sub(2).and_then(|i| tokens.get(i));
        if before.quoted {
            break;
        }
        match before.class {
            // An honorific opens a phrase: "In Orban Mr. Vey", "the Minister Dr. Vey".
            Class::Name if tokens[first].class == Class::Honorific => break,
            Class::Name | Class::Honorific | Class::Office => {
                first -= 1;
                if before.possessive {
                    has_determiner = true;
                }
            }
            Class::Particle if tokens[first].class == Class::Name && earlier.is_some_and(names) => {
                first -= 1;
            }
            _ if is_of_an_office(tokens, first - 1) || makes_an_office(tokens, first) => {
                first -= 1;
            }
            // "Secretary of State", "Prince of the Isles".
            Class::Preposition
                if earlier.is_some_and(|t| names(t) && !t.possessive)
                    && before.span.len() == 2
                    && !before.capital
                    && is_of(tokens, first) =>
            {
                first -= 2;
            }
            Class::Determiner
                if is_of(tokens, first - 1) && first >= 3 && names(&tokens[first - 3]) =>
            {
                first -= 3;
            }
            Class::Determiner => {
                first -= 1;
                has_determiner = true;
                break;
            }
            // "the new Ambassador".
            Class::Lower | Class::Number | Class::Particle
                if earlier.is_some_and(|t| t.class == Class::Determiner)
                    && before.word.verb.is_none() =>
            {
                first -= 2;
                has_determiner = true;
                break;
            }
            _ => break,
        }
    }
    let inside = &tokens[first..=last];
    let office = inside.iter().any(|token| token.class == Class::Office);
    let honorific = inside.iter().any(|token| token.class == Class::Honorific);
    let name = inside.iter().any(|token| token.class == Class::Name);
    let kind = if honorific || (name && !has_determiner) {
        SubjectKind::Named
    } else if office && (tokens[last].class == Class::Office || is_titled(inside)) {
        SubjectKind::Role
    } else if office {
        SubjectKind::Named
    } else {
        SubjectKind::Side
    };
    let bare = kind == SubjectKind::Role && !has_determiner && !tokens[last].capital;
    (!bare).then_some(Phrase { first, last, kind })
}

/// The "Staff" of "Chief of Staff".
fn is_of_an_office(tokens: &[Token], at: usize) -> bool {
    tokens[at].class == Class::Collective
        && tokens[at].capital
        && is_of(tokens, at)
        && at.checked_sub(2).is_some_and(|i| tokens[i].class == Class::Office)
}

/// Tells whether the word before an office belongs to it: "Under Secretary", "Party Secretary",
/// "Group Captain"; at the head of a sentence "Press Secretary", which "pressed" nothing.
fn makes_an_office(tokens: &[Token], office: usize) -> bool {
    let Some(at) = office.checked_sub(1) else { return false };
    let (word, office) = (&tokens[at], &tokens[office]);
    if office.class != Class::Office || !office.capital || !word.capital || word.possessive {
        return false;
    }
    match word.class {
        Class::Collective => true,
        Class::Preposition => word.span.len() == "under".len(),
        Class::Lower => at == 0 && word.word.verb.is_some_and(|verb| verb.form == Form::Base),
        _ => false,
    }
}

/// Tells whether the token before `first` is "of".
fn is_of(tokens: &[Token], first: usize) -> bool {
    first.checked_sub(1).is_some_and(|i| {
        tokens[i].class == Class::Preposition && tokens[i].span.len() == 2 && !tokens[i].capital
    })
}

/// "the Minister of Mines": the office comes first and "of" joins it.
fn is_titled(inside: &[Token]) -> bool {
    inside.iter().any(|token| token.class == Class::Preposition)
}

/// Reads the noun phrase that begins with a token.
pub(crate) fn starting_at(tokens: &[Token], first: usize) -> Option<Phrase> {
    let token = tokens.get(first)?;
    match token.class {
        Class::Pronoun(person) if !token.possessive => {
            return Some(Phrase { first, last: first, kind: SubjectKind::Pronoun(person) });
        }
        Class::Everyone => {
            return Some(Phrase { first, last: first, kind: everyone(token) });
        }
        _ => {}
    }
    let mut last = None;
    for (i, token) in tokens.iter().enumerate().skip(first).take(LONGEST) {
        match token.class {
            Class::Name | Class::Office | Class::Honorific | Class::Collective => {
                last = Some(i);
                if token.possessive {
                    return None;
                }
            }
            Class::Determiner if i == first => {}
            Class::Lower | Class::Number if last.is_none() && i <= first + 2 => {}
            Class::Particle if last.is_some() => {}
            Class::Preposition
                if last.is_some()
                    && token.span.len() == 2
                    && is_of(tokens, i + 1)
                    && tokens.get(i + 1).is_some_and(names) => {}
            _ => break,
        }
    }
    let phrase = ending_at(tokens, last?)?;
    (phrase.first == first).then_some(phrase)
}

/// Extends a phrase over the persons listed before it: "the Minister and Mr. Orlo".
pub(crate) fn listed(tokens: &[Token], phrase: Phrase) -> Phrase {
    let mut whole = phrase;
    while whole.first >= 2 {
        let joint = matches!(tokens[whole.first - 1].class, Class::And | Class::Comma);
        let first_joint =
            whole.first == phrase.first && tokens[whole.first - 1].class != Class::And;
        if !joint || first_joint {
            break;
        }
        let mut before = whole.first - 2;
        if tokens[before].class == Class::Comma && before > 0 {
            before -= 1;
        }
        let Some(earlier) = ending_at(tokens, before) else { break };
        if !matches!(
            earlier.kind,
            SubjectKind::Named | SubjectKind::Role | SubjectKind::Pronoun(Person::He | Person::I)
        ) {
            break;
        }
        let opens = earlier.first == 0
            || matches!(
                tokens[earlier.first - 1].class,
                Class::Comma | Class::Adverb | Class::And | Class::Everyone
            );
        if !opens {
            break;
        }
        whole = Phrase { first: earlier.first, last: phrase.last, kind: SubjectKind::List };
        if whole.first > 0 && tokens[whole.first - 1].class == Class::Everyone {
            whole.first -= 1;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::cue::token;
    use crate::span::Span;

    fn check(words: &str, expected: Option<(&str, SubjectKind)>) {
        let (mut tokens, mut buffer) = (Vec::new(), String::new());
        token::tokens(words, Span::new(0, words.len()), &mut tokens, &mut buffer);
        let found =
            tokens.len().checked_sub(1).and_then(|last| ending_at(&tokens, last)).map(|p| {
                let p = listed(&tokens, p);
                (Span::new(tokens[p.first].span.start, tokens[p.last].span.end).of(words), p.kind)
            });
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn who_may_speak() {
        use SubjectKind::{Both, Everyone, List, Named, Pronoun, Role, Side};
        for (words, found, kind) in [
            ("In Orban Mr. Vey", "Mr. Vey", Named),
            ("he", "he", Pronoun(Person::He)),
            ("that the Minister", "the Minister", Role),
            ("The Valdorian Ambassador", "The Valdorian Ambassador", Role),
            ("Foreign Minister Orlo", "Foreign Minister Orlo", Named),
            ("The Minister of Mines", "The Minister of Mines", Role),
            ("Secretary of State Orlo", "Secretary of State Orlo", Named),
            ("M. Couve de Rivel", "M. Couve de Rivel", Named),
            ("the other side", "the other side", Side),
            ("the Valdorian delegation", "the Valdorian delegation", Side),
            ("The Valdorians", "The Valdorians", Side),
            ("Both", "Both", Both),
            ("All", "All", Everyone),
            ("Both sides", "Both sides", Both),
            ("The Minister and Mr. Orlo", "The Minister and Mr. Orlo", List),
            ("Both the Minister and Mr. Orlo", "Both the Minister and Mr. Orlo", List),
            ("Comrade Ilie Vasar", "Comrade Ilie Vasar", Named),
            ("A.I. ORLOV", "A.I. ORLOV", Named),
        ] {
            check(words, Some((found, kind)));
        }
    }

    #[test]
    fn who_may_not() {
        for words in ["the report", "Orlo's", "the", "a note of protest", "him"] {
            check(words, None);
        }
    }
}
