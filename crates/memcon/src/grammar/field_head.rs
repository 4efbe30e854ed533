//! What the head of a field stands for: `DATE, TIME & PLACE`, `PARTICIPANTS FOR PAKISTAN`.

use nom::Parser;
use nom::bytes::complete::take_while;

use crate::grammar::field_names::{
    FieldName, OF_DATE, OF_MEETING, OF_PLACE, OF_TIME, misspelled, named,
};
use crate::grammar::lexicon::{is_country, is_group_word};
use crate::grammar::spelling::is_word;
use crate::grammar::{is_capitals, same_word};

/// Gives the name of the field that a head stands for, and the side that it names.
pub(crate) fn known(head: &str) -> Option<(FieldName, Option<&str>)> {
    let words: Vec<&str> = words(head);
    if words.is_empty() || words.len() > 9 {
        return None;
    }
    spaced_letters(&words)
        .or_else(|| named(&words))
        .or_else(|| when_and_where(&words))
        .or_else(|| misspelled(&words))
        .map(|name| (name, None))
        .or_else(|| of_a_side(head))
        .or_else(|| attendance(head, &words).map(|name| (name, None)))
}

fn words(head: &str) -> Vec<&str> {
    let mut words = Vec::with_capacity(10);
    let mut start = 0;
    for (at, c) in head.char_indices().chain([(head.len(), ' ')]) {
        if c.is_alphanumeric() {
            continue;
        }
        let word = &head[start..at];
        start = (at + c.len_utf8()).min(head.len());
        // "Notetaker(s)" is one word.
        if !word.is_empty() && word != "s" {
            words.push(word);
            if words.len() == 10 {
                break;
            }
        }
    }
    words
}

/// `S U B J E C T`.
fn spaced_letters(words: &[&str]) -> Option<FieldName> {
    let single = words.len() > 3 && words.iter().all(|word| word.chars().count() == 1);
    if single { named(&[words.concat().as_str()]) } else { None }
}

/// A heading in capitals that tells who was there: `PARTICIPANTS IN TAVER`, `PRESENT FOR PART OF
/// CONVERSATION`, `ALSO ATTENDING THE TALKS`.
fn attendance(head: &str, words: &[&str]) -> Option<FieldName> {
    const TOLD: [&str; 7] = [
        "participants",
        "participation",
        "attending",
        "attended",
        "attendance",
        "attendees",
        "present",
    ];
    const LINKS: [&str; 6] = ["for", "from", "in", "at", "were", "during"];
    let is = |list: &[&str], word: &str| list.iter().any(|known| same_word(known, word));
    let at = words.iter().position(|word| is(&TOLD, word))?;
    let goes_on = words.get(at + 1).is_none_or(|next| is(&LINKS, next));
    let told = !same_word("present", words.get(at)?) || goes_on;
    (told && is_capitals(head) && !head.contains('.')).then_some(FieldName::Participants)
}

/// Reads heads that say when and where, in any order: `DATE, TIME & PLACE`, `Date of Meeting`.
///
/// ```text
/// when-and-where = ["and"] thing *( ("and" | "&" | "," | "/") thing ) ["of" ["the"] meeting]
/// ```
fn when_and_where(words: &[&str]) -> Option<FieldName> {
    let one_of = |list: &[&str], word: &str| list.iter().any(|known| same_word(known, word));
    let (mut date, mut time, mut place) = (false, false, false);
    let mut rest = words.iter();
    let mut of = false;
    for word in rest.by_ref() {
        if one_of(OF_DATE, word) {
            date = true;
        } else if one_of(OF_TIME, word) {
            time = true;
        } else if one_of(OF_PLACE, word) {
            place = true;
        } else if same_word(word, "of") && (date || time || place) {
            of = true;
            break;
        } else if !same_word(word, "and") {
            return None;
        }
    }
    let of_meeting = rest.all(|word| same_word(word, "the") || one_of(OF_MEETING, word));
    match (date, time, place) {
        _ if of && !of_meeting => None,
        (true, true, true) => Some(FieldName::DateTimeAndPlace),
        (true, true, false) => Some(FieldName::DateAndTime),
        (true, false, true) => Some(FieldName::DateAndPlace),
        (false, true, true) => Some(FieldName::TimeAndPlace),
        (true, false, false) => Some(FieldName::Date),
        (false, true, false) => Some(FieldName::Time),
        (false, false, true) => Some(FieldName::Place),
        (false, false, false) => None,
    }
}

/// Reads heads that name a side: `U.S. PARTICIPANTS`, `PARTICIPANTS FOR PAKISTAN`, `Present from
/// the Polish side`.
///
/// ```text
/// of-a-side = side "participants" | ("participants" | "present") ("for" | "from" | …) side
/// ```
fn of_a_side(head: &str) -> Option<(FieldName, Option<&str>)> {
    const LINKS: [&str; 6] = ["for", "from", "in", "on", "of", "at"];
    let (first, rest) = head.split_once(char::is_whitespace)?;
    let linked = rest.trim_start().split_once(char::is_whitespace);
    let people = |word: &str| is_word(word, "participants") || same_word(word, "present");
    if let Some((link, side)) = linked
        && people(first)
        && LINKS.iter().any(|known| same_word(known, link))
    {
        // "Present from the beginning" is no side; a side is a name.
        let named = side.contains(char::is_uppercase);
        return named.then_some((FieldName::Participants, Some(side.trim())));
    }
    if let Some(side) = rest.trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && people(first)
        && is_side(side)
    {
        return Some((FieldName::Participants, Some(side)));
    }
    let (side, last) = head.rsplit_once(char::is_whitespace)?;
    let (_, word) =
        take_while::<_, _, nom::error::Error<&str>>(char::is_alphabetic).parse(last).ok()?;
    let side = side.trim();
    let short = words(side).len() <= 4 && side.starts_with(char::is_uppercase);
    let told = is_word(word, "participants")
        || ["present", "attendees"].iter().any(|list| same_word(list, word)) && is_side(side);
    (short && told).then_some((FieldName::Participants, Some(side)))
}

/// Tells whether words name a country or a group of people: `Vestan Side`, `U.S.`.
fn is_side(words: &str) -> bool {
    !words.is_empty()
        && words.split_whitespace().all(|word| is_country(word) || is_group_word(word))
}
