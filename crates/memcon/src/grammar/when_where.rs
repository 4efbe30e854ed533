//! What a field of the head says of when and where: its value is a dateline, or parts of one.

use nom::Offset;

use crate::grammar::date::{self, timed};
use crate::grammar::dated::Dated;
use crate::grammar::dateline::{Dateline, dateline};
use crate::grammar::lexicon::is_prose_word;
use crate::grammar::month::is_named;
use crate::grammar::place::{self, PlaceName, is_hourly};
use crate::grammar::same_word;
use crate::grammar::source_note::is_classification;
use crate::grammar::words::{self, words};

/// The name of a place has no more words.
const LONGEST: usize = 12;

/// Reads the value of a field that says when, where, or both; lines of one value may be joined.
///
/// ```text
/// when-and-where = dateline | [ place ] ( date | hours ) [ place ] | place
/// ```
pub(crate) fn when_and_where(value: &str) -> Option<Dateline<'_>> {
    if let Some(found) = dateline(value) {
        return Some(found);
    }
    let Some(found) = date::dated(value).or_else(|| timed(value)) else {
        return where_only(value).map(|place| Dateline {
            code: None,
            place: Some(place),
            dated: None,
            marking: None,
        });
    };
    let start = value.offset(found.text);
    let before = value.get(..start)?;
    let after = value.get(start + found.text.len()..)?;
    let place = whole(before).or_else(|| whole(after));
    Some(Dateline { code: None, place, dated: Some(found), marking: None })
}

/// Gives the place beside the date or the hours in the value of a field that says where among
/// other things: `May 3, 1974, Foreign Ministry, Sarn`, whether its first word is known or not.
pub(crate) fn beside<'t>(value: &'t str, found: &Dated<'t>) -> Option<PlaceName<'t>> {
    let start = value.offset(found.text);
    let after = value.get(start + found.text.len()..)?;
    [value.get(..start)?, after].into_iter().find_map(|words_beside| {
        // `Foreign Ministry, Sarn, 3 p.m.`.
        let hours =
            timed(words_beside).map_or(words_beside.len(), |hours| words_beside.offset(hours.text));
        let supplied = words_beside.trim_start_matches([' ', ',', ';']).starts_with('[');
        let name = bare(without_secrecy(bare(words_beside.get(..hours)?)));
        if words(name).any(is_of_time) || name.starts_with("Part ") {
            return None;
        }
        let named = name.starts_with(char::is_uppercase)
            && words(name).nth(LONGEST).is_none()
            && !name.contains([':', '\n'])
            && !words(name).any(|word| word.starts_with(char::is_lowercase) && is_prose_word(word));
        named.then_some(PlaceName { name, supplied, doubtful: false })
    })
}

/// Takes a classification and its comma off the front: `Secret, Paris`.
fn without_secrecy(name: &str) -> &str {
    match name.split_once(',') {
        Some((first, rest)) if is_classification(first.trim()) => rest.trim_start(),
        None if is_classification(name) => "",
        Some(_) | None => name,
    }
}

/// Tells whether a word tells a day, an hour, a session or a meal, and no place.
fn is_of_time(word: &str) -> bool {
    let word = words::bare(word);
    is_named(word) && !same_word("may", word) && !same_word("march", word) || is_hourly(word)
}

/// Reads the value of a field that says where: all of it, as far as it names a place.
pub(crate) fn where_only(value: &str) -> Option<PlaceName<'_>> {
    whole(value).or_else(|| {
        // The field itself says that this is a place: "the garden of the residence".
        let name = bare(value.lines().next().unwrap_or(value));
        let supplied = value.trim_start().starts_with('[');
        name.contains(char::is_alphabetic).then_some(PlaceName { name, supplied, doubtful: false })
    })
}

fn whole(words: &str) -> Option<PlaceName<'_>> {
    let supplied = words.trim_start().starts_with('[');
    let name = bare(words);
    let (rest, _) = place::name(name).ok()?;
    let doubtful = words.trim_end().ends_with('?');
    rest.is_empty().then_some(PlaceName { name, supplied, doubtful })
}

/// Gives words without the stops and brackets about them.
fn bare(words: &str) -> &str {
    let name = words.trim_matches(|c: char| !c.is_alphanumeric());
    // "Washington, D.C." keeps its stop, "Tripoli." does not.
    let dotted = name.rsplit_once('.').is_some_and(|(_, last)| last.len() == 1);
    let end = words.offset(name) + name.len();
    if dotted && words.get(end..).is_some_and(|rest| rest.starts_with('.')) {
        return words.get(words.offset(name)..=end).unwrap_or(name);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_beside_a_date() {
        for (value, expected) in [
            ("May 3, 1974; Foreign Ministry, Sarn", Some("Foreign Ministry, Sarn")),
            ("Foreign Ministry, Sarn, May 3, 1974, 3 p.m.", Some("Foreign Ministry, Sarn")),
            ("May 3, 1974, Foreign Ministry, 3 p.m.", Some("Foreign Ministry")),
            ("May 3, 1974, after which he was late", None),
            ("May 3, 1974", None),
            ("Wednesday, May 3, 1974, 10 a.m.", None),
            ("Monday Afternoon, May 3, 1974 (Second Meeting)", None),
            ("Between 3 and 4 p.m., May 3, 1974", None),
            ("May 3, 1974, First Session", None),
            ("May 3, 1974, Part I", None),
            ("May 3, 1974, EST", None),
            ("Luncheon for the Envoy, May 3, 1974", None),
            ("May 3, 1974, Secret, Sarn", Some("Sarn")),
            ("May 3, 1974, First Avenue, Sarn", Some("First Avenue, Sarn")),
        ] {
            let dated = date::dated(value).unwrap_or_default();
            assert_eq!(beside(value, &dated).map(|place| place.name), expected, "{value:?}");
        }
    }

    #[test]
    fn values() {
        for (value, place, start, hours) in [
            ("Tripoli, May 3, 1962, 4 p.m.", Some("Tripoli"), "1962-05-03T16:00", 1),
            (
                "May 3, 1962, 3:30 - 4:00 p.m. EDT\n  The Oval Office",
                Some("The Oval Office"),
                "1962-05-03T15:30",
                1,
            ),
            ("Thursday, May 3, 1962", None, "1962-05-03", 0),
            ("3:30 p.m., Oval Office", Some("Oval Office"), "", 1),
            ("The Oval Office, 3:30–4 p.m.", Some("The Oval Office"), "", 1),
            ("Washington, D.C.", Some("Washington, D.C."), "", 0),
            ("The Oval Office.", Some("The Oval Office"), "", 0),
            ("garden of the residence", Some("garden of the residence"), "", 0),
            ("", None, "", 0),
        ] {
            let found = when_and_where(value);
            let told = found.as_ref().and_then(|f| f.place).map(|p| p.name);
            assert_eq!(told, place, "{value:?}");
            let date = found.and_then(|f| f.dated).unwrap_or_default();
            let at = date.start().map(|m| m.to_string()).unwrap_or_default();
            assert_eq!((&*at, date.hours.len()), (start, hours), "{value:?}");
        }
    }
}
