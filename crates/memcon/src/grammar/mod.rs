//! What each part of a record looks like: parsers that recognise a form or decline.
//!
//! Every parser takes `&str` and gives back slices of it; none decides what a form means in its
//! document.

pub(crate) mod acts;
pub(crate) mod attendance;
pub(crate) mod attendance_list;
pub(crate) mod callout;
pub(crate) mod citation;
pub(crate) mod cjk;
pub(crate) mod clock;
pub(crate) mod cue;
pub(crate) mod date;
pub(crate) mod dated;
pub(crate) mod dateline;
pub(crate) mod day;
pub(crate) mod excision;
pub(crate) mod exemption;
pub(crate) mod face;
pub(crate) mod field;
pub(crate) mod field_head;
pub(crate) mod field_names;
pub(crate) mod first_person;
pub(crate) mod fold;
pub(crate) mod label;
pub(crate) mod label_end;
pub(crate) mod label_stop;
pub(crate) mod label_voice;
mod label_word;
pub(crate) mod lexicon;
pub(crate) mod mark;
pub(crate) mod mark_before;
pub(crate) mod mark_words;
pub(crate) mod meeting;
pub(crate) mod meeting_clock;
pub(crate) mod month;
pub(crate) mod movement;
pub(crate) mod name;
pub(crate) mod noise;
pub(crate) mod number;
pub(crate) mod numeric;
pub(crate) mod openings;
pub(crate) mod packed;
pub(crate) mod person;
pub(crate) mod place;
pub(crate) mod place_alone;
pub(crate) mod portion;
pub(crate) mod remark;
pub(crate) mod sentence;
pub(crate) mod source_note;
pub(crate) mod spelling;
pub(crate) mod title;
pub(crate) mod title_date;
pub(crate) mod venue;
pub(crate) mod visit;
pub(crate) mod when_where;
pub(crate) mod withheld;
pub(crate) mod words;

use nom::bytes::complete::take_while;
use nom::combinator::verify;
use nom::{IResult, Parser};

/// What a parser of this library gives: the rest of the input and what was recognised.
pub(crate) type PResult<'a, T> = IResult<&'a str, T>;

/// Skips white space of any kind, line ends and no-break spaces included.
pub(crate) fn space(input: &str) -> PResult<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}

/// Recognises white space, at least one character.
pub(crate) fn space1(input: &str) -> PResult<'_, &str> {
    verify(space, |white: &str| !white.is_empty()).parse(input)
}

/// Recognises any dash: hyphen, en, em, minus, fullwidth, wave.
pub(crate) fn dash(input: &str) -> PResult<'_, &str> {
    verify(take_while(is_dash), |dashes: &str| !dashes.is_empty() && dashes.len() <= 9).parse(input)
}

/// Tells whether a character is a dash of some kind.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '−' | '－' | '~' | '～' | '〜')
}

/// Says that the form is not recognised here.
pub(crate) fn decline<T>(input: &str) -> PResult<'_, T> {
    Err(nom::Err::Error(nom::error::make_error(input, nom::error::ErrorKind::Verify)))
}

/// Gives the part of `whole` that stands before `rest`, where `rest` is its tail.
pub(crate) fn taken<'a>(whole: &'a str, rest: &str) -> &'a str {
    whole.get(..whole.len().saturating_sub(rest.len())).unwrap_or(whole)
}

/// Tells whether two words are equal but for case.
#[inline]
pub(crate) fn same_word(one: &str, other: &str) -> bool {
    let apart = fold::begin_apart(one.as_bytes().first(), other.as_bytes().first());
    !apart && same_letters(one, other)
}

fn same_letters(one: &str, other: &str) -> bool {
    if one.eq_ignore_ascii_case(other) {
        return true;
    }
    if one.is_ascii() && other.is_ascii() {
        return false;
    }
    let fold = |word| str::chars(word).flat_map(char::to_lowercase);
    fold(one).eq(fold(other))
}

/// Recognises a word of letters.
pub(crate) fn letters(input: &str) -> PResult<'_, &str> {
    let (word, rest) = input.split_at(leading_letters(input));
    if word.is_empty() { decline(input) } else { Ok((rest, word)) }
}

/// Counts the bytes of the letters with which a text begins.
pub(crate) fn leading_letters(text: &str) -> usize {
    let ascii = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = &text[ascii..];
    if rest.as_bytes().first().is_none_or(u8::is_ascii) {
        return ascii;
    }
    ascii + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
}

/// Recognises one of the words, whole and in any case.
pub(crate) fn word_of<'a>(
    words: &'static [&'static str],
) -> impl FnMut(&'a str) -> PResult<'a, &'a str> {
    move |input| {
        verify(letters, |found: &str| words.iter().any(|word| same_word(word, found))).parse(input)
    }
}

/// Declines when a letter or digit goes on.
pub(crate) fn word_end(input: &str) -> PResult<'_, ()> {
    match input.chars().next() {
        Some(c) if c.is_alphanumeric() => decline(input),
        _ => Ok((input, ())),
    }
}

/// Tells whether words are in capitals.
pub(crate) fn is_capitals(words: &str) -> bool {
    words.contains(char::is_alphabetic) && !words.contains(char::is_lowercase)
}
