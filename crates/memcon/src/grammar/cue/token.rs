//! The words and marks of a sentence.

use crate::grammar::cue::is_double_office;
use crate::grammar::cue::lexicon::{Class, Lexicon, Word, lexicon, lower_into};
use crate::grammar::packed::Packed;
use crate::span::Span;

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) word: &'static Word,
    pub(crate) class: Class,
    /// `Orlo's`, `the Ministers'`.
    pub(crate) possessive: bool,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// Stands in quotation marks.
    pub(crate) quoted: bool,
}

/// What is known of a word in no list.
static UNKNOWN: Word = Word::UNKNOWN;

impl Token {
    fn mark(class: Class, start: usize, end: usize) -> Self {
        let word = &UNKNOWN;
        let span = Span::new(start, end);
        Self { span, word, class, possessive: false, capital: false, quoted: false }
    }

    /// Tells whether the word is one of these, in lower case.
    pub(crate) fn is(&self, text: &str, words: &[&str]) -> bool {
        words.iter().any(|word| self.span.of(text).eq_ignore_ascii_case(word))
    }
}

/// Divides a sentence into words and marks; what stands in brackets is left out.
pub(crate) fn tokens(text: &str, sentence: Span, found: &mut Vec<Token>, buffer: &mut String) {
    found.clear();
    let lexicon = lexicon();
    let bytes = &text.as_bytes()[..sentence.end];
    let mut at = sentence.start;
    let mut quoted = false;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        if byte == b' ' {
            at += 1;
            continue;
        }
        if byte.is_ascii_alphabetic()
            && let Some(mut token) = plain(text, bytes, at, found, lexicon)
        {
            token.quoted = quoted;
            at = token.span.end;
            found.push(token);
            continue;
        }
        let mark = match byte {
            b',' => Some(Class::Comma),
            b';' => Some(Class::Semicolon),
            b':' => Some(Class::Colon),
            b'"' => Some(Class::Quote),
            b'(' | b'[' => {
                let close = if byte == b'(' { b')' } else { b']' };
                at = past_bracket(bytes, at, close);
                if found.is_empty() && bytes[start..at].ends_with(WITHHELD) {
                    found.push(Token::mark(Class::Withheld, start, at));
                }
                continue;
            }
            b'-' => Some(Class::Dash),
            0..=0x7F if !byte.is_ascii_alphanumeric() => {
                at += 1;
                continue;
            }
            0xE2 => match &bytes[at + 1..] {
                [0x80, 0x9C..=0x9F, ..] => Some(Class::Quote),
                [0x80, 0x93 | 0x94, ..] => Some(Class::Dash),
                [0x80 | 0x84 | 0x86, ..] => {
                    at += 3;
                    continue;
                }
                _ => None,
            },
            0xC2 => {
                if let Some(0xAB | 0xBB) = bytes.get(at + 1) {
                    Some(Class::Quote)
                } else {
                    at += 2;
                    continue;
                }
            }
            _ => None,
        };
        if let Some(class) = mark {
            at += if byte == 0xE2 {
                3
            } else if byte == 0xC2 {
                2
            } else {
                1
            };
            quoted ^= class == Class::Quote;
            found.push(Token::mark(class, start, at));
            continue;
        }
        at = word_end(text, at, bytes.len());
        if byte.is_ascii_digit() && is_callout(bytes, sentence.start, start, at) {
            continue;
        }
        let mut token = word(text, Span::new(start, at), found, lexicon, buffer);
        token.quoted = quoted;
        found.push(token);
    }
    if quoted {
        // A quotation left open: whatever follows the last mark may be outside it.
        let open = found.iter().rposition(|token| token.class == Class::Quote).unwrap_or(0);
        found[open..].iter_mut().for_each(|token| token.quoted = false);
    }
}

/// Reads a word of ASCII letters only; none if a mark that may belong to it follows.
fn plain(
    text: &str,
    bytes: &[u8],
    start: usize,
    before: &[Token],
    lexicon: &'static Lexicon,
) -> Option<Token> {
    let (packed, length) = match Packed::leading(&text.as_bytes()[start..]) {
        Some((packed, length)) if start + length <= bytes.len() => (Some(packed), length),
        _ => (None, bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count()),
    };
    let at = start + length;
    match text.as_bytes().get(at).copied().unwrap_or(b' ') {
        b'\'' | b'-' | b'0'..=b'9' | 0x80.. => return None,
        b'.' if at == start + 1 => return None,
        _ => {}
    }
    let span = Span::new(start, at);
    let known = match packed {
        Some(packed) => lexicon.packed(packed),
        None => lexicon.word(span.of(text)),
    };
    Some(classed(text, Token::mark(Class::Lower, start, at), known, before))
}

/// Tells a callout digit glued to what stands before it: `York,3 the`.
fn is_callout(bytes: &[u8], from: usize, start: usize, end: usize) -> bool {
    start > from
        && end - start <= 2
        && bytes[start..end].iter().all(u8::is_ascii_digit)
        && (matches!(bytes[start - 1], b',' | b'.' | b';' | b')' | b']')
            || bytes[start - 1] >= 0x80)
}

/// The end of a bracket that withholds what stood there.
const WITHHELD: &[u8] = b"not declassified]";

/// The farthest that a bracket is looked through, in bytes.
const BRACKET: usize = 400;

fn past_bracket(bytes: &[u8], open: usize, close: u8) -> usize {
    let last = bytes.len().min(open + BRACKET);
    memchr::memchr(close, &bytes[open..last]).map_or(open + 1, |n| open + n + 1)
}

/// Finds the end of a word: letters and digits, apostrophes and hyphens inside, stops between
/// single capitals.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    let mut at = start;
    loop {
        while at < end && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        let Some(byte) = bytes.get(at).copied() else { return end };
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        match byte {
            b'\'' | b'-' if next.is_ascii_alphanumeric() || next >= 0x80 => at += 1,
            b'.' if next.is_ascii_uppercase() && is_initial(bytes, start, at) => at += 1,
            0xE2 => match &bytes[at + 1..] {
                [0x80, 0x99 | 0x98, after, ..] if after.is_ascii_alphanumeric() => at += 3,
                [0x80 | 0x84 | 0x86, ..] => return at,
                _ => at += 3,
            },
            0xC2 => return at,
            0x80.. => at += text[at..end].chars().next().map_or(1, char::len_utf8),
            _ => return at,
        }
    }
}

/// Tells whether a single capital stands before a stop: the `U` of `U.S.`.
fn is_initial(bytes: &[u8], start: usize, stop: usize) -> bool {
    let before = stop.wrapping_sub(1);
    stop > start
        && bytes[before].is_ascii_uppercase()
        && (before == start || bytes[before - 1] == b'.')
}

fn word(
    text: &str,
    span: Span,
    before: &[Token],
    lexicon: &'static Lexicon,
    buffer: &mut String,
) -> Token {
    let mut token = Token::mark(Class::Lower, span.start, span.end);
    let bytes = &text.as_bytes()[span.start..span.end];
    if is_foreign_initial(text, span) || is_initial_of_name(text, span) {
        // `А. Орлов`: no conjunction; `I. S. Orlov`: no pronoun.
        (token.class, token.capital) = (Class::Name, true);
        return token;
    }
    if bytes[0].is_ascii_digit() {
        token.class = Class::Number;
        return token;
    }
    match bytes {
        [stem @ .., b'\'', b's' | b'S'] | [stem @ .., 0xE2, 0x80, 0x99, b's' | b'S'] => {
            token.possessive = true;
            token.span.end = span.start + stem.len();
        }
        [.., b's'] => {
            let after = &text.as_bytes()[span.end..];
            token.possessive = matches!(after, [b'\'', ..] | [0xE2, 0x80, 0x99, ..]);
        }
        [.., b'0'..=b'9'] => {
            // A callout glued to a name: `Orlo2 said`.
            let digits = bytes.iter().rev().take_while(|b| b.is_ascii_digit()).count();
            let bare = &bytes[..bytes.len() - digits];
            if bare.len() >= 3 && bare.last().is_some_and(u8::is_ascii_lowercase) {
                token.span.end = span.start + bare.len();
            }
        }
        _ => {}
    }
    let written = token.span.of(text);
    if let Some((stem, _)) = written.split_once(['\'', '’'])
        && lexicon.word(stem).is_some_and(|word| matches!(word.class, Class::Pronoun(_)))
    {
        // "I’ve", "he’d": somebody's own words, and no plain past.
        token.class = Class::Modal;
        return token;
    }
    let known = if written.is_ascii() {
        lexicon.word(written)
    } else {
        lower_into(written, buffer);
        lexicon.word(buffer)
    };
    if known.is_none() && is_double_office(written) {
        (token.class, token.capital) = (Class::Office, written.starts_with(char::is_uppercase));
        return token;
    }
    classed(text, token, known, before)
}

/// `I` or `A` before a stop and another capital.
fn is_initial_of_name(text: &str, span: Span) -> bool {
    matches!(span.of(text), "I" | "A")
        && matches!(text.as_bytes()[span.end..], [b'.', b' ', after, ..] if after.is_ascii_uppercase())
}

/// A single capital beyond ASCII before a stop.
fn is_foreign_initial(text: &str, span: Span) -> bool {
    let mut letters = span.of(text).chars();
    let first = letters.next().filter(|letter| !letter.is_ascii() && letter.is_uppercase());
    first.is_some() && letters.next().is_none() && text[span.end..].starts_with('.')
}

/// Gives a word its class, by what is known of it and by what stands before.
#[inline]
fn classed(text: &str, mut token: Token, known: Option<&'static Word>, before: &[Token]) -> Token {
    let written = text.as_bytes().get(token.span.start..token.span.end).unwrap_or_default();
    let first = written.first().copied().unwrap_or(b' ');
    token.capital = if first < 0x80 {
        first.is_ascii_uppercase()
    } else {
        token.span.of(text).starts_with(char::is_uppercase)
    };
    match known {
        Some(word) => {
            token.word = word;
            token.class = word.class;
        }
        None if written.ends_with(b"ly")
            && (!token.capital || (before.is_empty() && written.len() > 5)) =>
        {
            token.class = Class::Adverb;
        }
        None => {}
    }
    if token.capital {
        let opens = before
            .last()
            .is_none_or(|t| matches!(t.class, Class::Quote | Class::Semicolon | Class::Colon));
        settle_capital(&mut token, text, opens);
    } else if token.class == Class::Honorific && written.len() <= 3 {
        // The `m` of `p.m.`; a comrade stays one.
        token.class = Class::Lower;
    }
    token
}

/// A capitalised word within a sentence is a name, whatever else it could be.
fn settle_capital(token: &mut Token, text: &str, opens: bool) {
    if opens {
        if token.class == Class::Lower && token.word.verb.is_none() {
            token.class = Class::Name;
        }
        return;
    }
    let stays = matches!(
        token.class,
        Class::Honorific
            | Class::Office
            | Class::Pronoun(_)
            | Class::Determiner
            | Class::Everyone
            | Class::Collective
            | Class::Preposition
            | Class::And
    );
    let capitals = token.word.verb.is_some()
        && token.span.len() > 1
        && !token.span.of(text).contains(char::is_lowercase);
    if !stays && !capitals {
        token.class = Class::Name;
        token.word = &UNKNOWN;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, expected: &[&str]) {
        let (mut found, mut buffer) = (Vec::new(), String::new());
        tokens(sentence, Span::new(0, sentence.len()), &mut found, &mut buffer);
        let words: Vec<_> = found.iter().map(|token| token.span.of(sentence)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_and_marks() {
        check("Mr. Orlo-Vey said, no.", &["Mr", "Orlo-Vey", "said", ",", "no"]);
        check("the U.S. and Ch’en’s note", &["the", "U.S", "and", "Ch’en", "note"]);
        check("He [Page 4] said “yes”", &["He", "said", "“", "yes", "”"]);
        check("Орлов сказал: да", &["Орлов", "сказал", ":", "да"]);
        check("at 4:30—then", &["at", "4", ":", "30", "—", "then"]);
    }
}
