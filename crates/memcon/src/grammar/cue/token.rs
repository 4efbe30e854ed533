//! The words and marks of a sentence.

use crate::grammar::cue::lexicon::{Class, Word, lexicon, lower_into};
use crate::span::Span;

/// A word or a mark.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) class: Class,
    pub(crate) word: Word,
    /// `Orlo's`, `the Ministers'`.
    pub(crate) possessive: bool,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// Stands in quotation marks.
    pub(crate) quoted: bool,
}

impl Token {
    fn mark(class: Class, start: usize, end: usize) -> Self {
        Self { span: Span::new(start, end), class, ..Self::default() }
    }

    /// Tells whether the word is one of these, in lower case.
    pub(crate) fn is(&self, text: &str, words: &[&str]) -> bool {
        words.iter().any(|word| self.span.of(text).eq_ignore_ascii_case(word))
    }
}

/// Divides a sentence into words and marks; what stands in brackets is left out.
pub(crate) fn tokens(text: &str, sentence: Span, found: &mut Vec<Token>, buffer: &mut String) {
    found.clear();
    let bytes = &text.as_bytes()[..sentence.end];
    let mut at = sentence.start;
    let mut quoted = false;
    while at < bytes.len() {
        let start = at;
        let byte = bytes[at];
        let mark = match byte {
            b',' => Some(Class::Comma),
            b';' => Some(Class::Semicolon),
            b':' => Some(Class::Colon),
            b'"' => Some(Class::Quote),
            b'(' | b'[' => {
                let close = if byte == b'(' { b')' } else { b']' };
                at = past_bracket(bytes, at, close);
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
            0xC2 => match bytes.get(at + 1) {
                Some(0xAB | 0xBB) => Some(Class::Quote),
                _ => {
                    at += 2;
                    continue;
                }
            },
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
        if is_callout(bytes, sentence.start, start, at) {
            continue;
        }
        let mut token = word(text, Span::new(start, at), found, buffer);
        token.quoted = quoted;
        found.push(token);
    }
    if quoted {
        // A quotation left open: whatever follows the last mark may be outside it.
        let open = found.iter().rposition(|token| token.class == Class::Quote).unwrap_or(0);
        found[open..].iter_mut().for_each(|token| token.quoted = false);
    }
}

/// Tells a callout digit glued to what stands before it: `York,3 the`.
fn is_callout(bytes: &[u8], from: usize, start: usize, end: usize) -> bool {
    start > from
        && end - start <= 2
        && bytes[start..end].iter().all(u8::is_ascii_digit)
        && (matches!(bytes[start - 1], b',' | b'.' | b';' | b')' | b']')
            || bytes[start - 1] >= 0x80)
}

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
    let mut capital_alone = false;
    while at < end {
        let byte = bytes[at];
        if byte.is_ascii_alphanumeric() {
            capital_alone = byte.is_ascii_uppercase() && (at == start || bytes[at - 1] == b'.');
            at += 1;
            continue;
        }
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let joins = next.is_ascii_alphanumeric() || next >= 0x80;
        match byte {
            b'\'' | b'-' if joins => at += 1,
            b'.' if capital_alone && next.is_ascii_uppercase() => at += 1,
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
    at
}

fn word(text: &str, span: Span, before: &[Token], buffer: &mut String) -> Token {
    let mut token = Token { span, ..Token::default() };
    let written = span.of(text);
    for suffix in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = written.strip_suffix(suffix) {
            token.possessive = true;
            token.span.end = span.start + stem.len();
        }
    }
    let stem = token.span.of(text);
    let bare = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() < stem.len() && bare.len() >= 3 && bare.ends_with(char::is_lowercase) {
        // A callout glued to a name: `Orlo2 said`.
        token.span.end = span.start + bare.len();
    }
    let after = &text.as_bytes()[span.end..];
    if written.ends_with('s') && (after.starts_with(b"'") || after.starts_with("’".as_bytes())) {
        token.possessive = true;
    }
    let written = token.span.of(text);
    let first = written.chars().next().unwrap_or(' ');
    token.capital = first.is_uppercase();
    if first.is_ascii_digit() {
        token.class = Class::Number;
        return token;
    }
    lower_into(written, buffer);
    if let Some(word) = lexicon().word(buffer) {
        token.word = word;
        token.class = word.class;
    } else if !token.capital && buffer.ends_with("ly") {
        token.class = Class::Adverb;
    } else if token.capital && before.is_empty() && buffer.ends_with("ly") && buffer.len() > 5 {
        token.class = Class::Adverb;
    }
    let opens = before
        .last()
        .is_none_or(|t| matches!(t.class, Class::Quote | Class::Semicolon | Class::Colon));
    if token.capital && !opens {
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
        let capitals = written.len() > 1 && !written.contains(char::is_lowercase);
        if !stays && !(capitals && token.word.verb.is_some()) {
            token.class = Class::Name;
            token.word.verb = None;
        }
    } else if token.capital && token.class == Class::Lower && token.word.verb.is_none() {
        token.class = Class::Name;
    } else if !token.capital && token.class == Class::Honorific {
        // The `m` of `p.m.`; a comrade stays one.
        if written.len() <= 3 {
            token.class = Class::Lower;
        }
    }
    token
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
