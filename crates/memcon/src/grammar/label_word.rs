//! The words of a label: names and initials, and what joins them.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n, take_while1};
use nom::character::complete::{char, satisfy};
use nom::combinator::{opt, peek, recognize, verify};
use nom::multi::many0_count;
use nom::sequence::terminated;

use crate::grammar::PResult;
use crate::grammar::label_end::ASIDE;

/// A word of a label: a name, an initial, an abbreviation, with supplied letters in brackets.
pub(super) fn word(input: &str) -> PResult<'_, &str> {
    // Most are of plain letters; what stands after them tells whether that is all.
    if input.as_bytes().first().is_some_and(u8::is_ascii_uppercase) {
        let end = input.bytes().position(|byte| !(byte.is_ascii_alphanumeric() || is_mark(byte)));
        let end = end.unwrap_or(input.len());
        if input.as_bytes().get(end).is_none_or(|byte| byte.is_ascii() && *byte != b'[') {
            let (word, rest) = input.split_at(end);
            return Ok((rest, word));
        }
    }
    let number = verify(take_while_m_n(1, 2, |c: char| c.is_ascii_digit()), |_: &str| true);
    let body = many0_count(alt((
        take_while1(is_name_letter),
        recognize((char('['), take_while_m_n(1, ASIDE, |c| c != ']' && c != '\n'), char(']'))),
    )));
    let ayn = opt(satisfy(|c| matches!(c, '‘' | '’' | 'ʿ' | '\'' | '`')));
    let named = verify(take_while_m_n(1, ASIDE, |c| c != ']' && c != '\n'), is_name);
    let bracketed = (char('['), named, char(']'));
    alt((
        recognize((ayn, satisfy(opens_name), body)),
        recognize(bracketed),
        terminated(number, peek(alt((tag(":"), tag("："), tag("."))))),
        recognize(char('&')),
    ))
    .parse(input)
}

/// Tells whether a bracket in a label holds a name, supplied or withheld, and no remark.
fn is_name(inside: &str) -> bool {
    (inside.starts_with(opens_name) && !inside.starts_with("Page "))
        || inside.contains("not declassified")
        || inside.contains("deleted")
}

fn opens_name(c: char) -> bool {
    c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase())
}

/// The marks of ASCII inside names.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'\'' | b'-' | b'.' | b'/' | b'&' | b'_')
}

fn is_name_letter(c: char) -> bool {
    c.is_alphabetic()
        || c.is_ascii_digit()
        || matches!(c, '\'' | '’' | '‘' | 'ʼ' | '-' | '‑' | '.' | '/' | '&' | '_' | '\u{301}')
}

/// Words in lower case that stand inside names, offices and joint labels.
pub(super) fn joiner(input: &str) -> PResult<'_, &str> {
    let (rest, word) = take_while_m_n(1, 5, char::is_lowercase).parse(input)?;
    match word {
        "of" | "for" | "the" | "and" | "or" | "from" | "to" | "de" | "del" | "della" | "di"
        | "da" | "do" | "dos" | "du" | "la" | "le" | "von" | "van" | "der" | "den" | "ter"
        | "bin" | "ibn" | "ben" | "al" | "el" | "ul" | "y" | "e" | "et" | "und" | "zu" | "i"
        | "in" => Ok((rest, word)),
        _ => Err(nom::Err::Error(nom::error::Error::new(input, nom::error::ErrorKind::Tag))),
    }
}
