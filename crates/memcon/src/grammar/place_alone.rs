//! A place alone on its line, as heads have it beside the date: `Cabinet Room`, `im
//! Bundeskanzleramt`, `Taver`; and the scene that stands for a dateline.

use std::sync::LazyLock;

use nom::Parser;
use nom::combinator::opt;
use nom::sequence::terminated;

use crate::grammar::fold::{Table, listed, table};
use crate::grammar::lexicon::{self, Classes, words};
use crate::grammar::place::{self, PlaceName, is_city, is_region, together};
use crate::grammar::{PResult, same_word, space1, word_of};

/// No place alone on its line has more words, or is longer in bytes.
const WORDS: usize = 8;
const LONGEST: usize = 90;

/// Buildings and rooms that end a name: `Lake House`.
static BUILDINGS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../data/lexicon/place-words.txt"))));
/// Buildings and rooms that open one: `Villa Adra`.
static OPENINGS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../data/lexicon/place-openings.txt"))));
/// Parts of the day and of the year.
static SCENES: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../data/lexicon/scene-words.txt"))));

/// What lets a line alone be taken for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alone<'a> {
    /// A city that is known, a building or a room.
    Known(PlaceName<'a>),
    /// A word that may be the name of a town, a person or a subject; what stands beside decides.
    Word(PlaceName<'a>),
}

/// Recognises a whole line that can name a place and tells nothing else.
///
/// ```text
/// alone = [ "in" | "at" | … ] [ "the" ] name [ "." ]
/// ```
pub(crate) fn alone(line: &str) -> Option<Alone<'_>> {
    let line = line.trim().trim_end_matches([',', ' ']);
    if line.len() > LONGEST || line.split_whitespace().nth(WORDS).is_some() {
        return None;
    }
    let (rest, led) = opt(within).parse(line).ok()?;
    let (rest, name) = place::name(rest).ok()?;
    if !matches!(rest, "" | ".") || is_of_people(name) {
        return None;
    }
    let place = PlaceName { name, supplied: false, doubtful: false };
    if is_known(name) {
        return Some(Alone::Known(place));
    }
    let word = name.split(',').next().unwrap_or(name).trim();
    let plain = led.is_none() && rest.is_empty() && !word.contains([' ', '.', '-', '\'', '’']);
    let lists = lexicon::of(word);
    let spoken = Classes::COUNTRIES.or(Classes::AGENCIES).or(Classes::GROUPS).or(Classes::TOPICS);
    let spoken = spoken.or(Classes::SENTENCE).or(Classes::CODES).or(Classes::GIVEN);
    let short = word.chars().count() < 4 || !word.chars().any(char::is_lowercase);
    (plain && !short && !lists.has(spoken) && word.chars().all(char::is_alphabetic))
        .then_some(Alone::Word(place))
}

/// Recognises a line that sets a scene where others have a dateline: parts of the day or the year,
/// and a place.
///
/// ```text
/// scene = 1*( part "," ) within name [ "." ]     ; "After dinner, autumn, at the Lake House"
/// ```
pub(crate) fn scene(line: &str) -> Option<PlaceName<'_>> {
    if line.len() > LONGEST {
        return None;
    }
    let (before, last) = line.rsplit_once(',')?;
    let (rest, ()) = within(last.trim_start()).ok()?;
    let (rest, name) = place::name(rest).ok()?;
    let mut told = before.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let of_scene = told.all(|word| listed(&SCENES, word)) && before.contains(char::is_alphabetic);
    (matches!(rest, "" | ".") && of_scene && !is_of_people(name)).then_some(PlaceName {
        name,
        supplied: false,
        doubtful: false,
    })
}

/// Recognises the small words that lead to a place.
pub(crate) fn within(input: &str) -> PResult<'_, ()> {
    const IN: &[&str] =
        &["in", "at", "im", "bei", "beim", "auf", "à", "au", "aux", "en", "в", "на", "aboard"];
    const THE: &[&str] = &["the", "der", "dem", "den", "la", "le", "les", "el"];
    let (rest, _) = (word_of(IN), space1, opt(terminated(word_of(THE), space1))).parse(input)?;
    // `à l’Élysée`.
    Ok((rest.strip_prefix("l’").or_else(|| rest.strip_prefix("l'")).unwrap_or(rest), ()))
}

/// Tells whether a name is of a place by itself: `Vienna`, `Camp Orl, Maryland`, `Lake House`.
fn is_known(name: &str) -> bool {
    let mut parts = name.split(',').map(str::trim);
    let first = parts.next().unwrap_or(name);
    if is_city(&together(first))
        || parts.clone().next().is_some_and(|part| is_region(part) || is_city(part))
    {
        return true;
    }
    let building = |part: &str| {
        let part = part.strip_prefix("The ").unwrap_or(part);
        let mut all = part.split_whitespace();
        let Some(opening) = all.next() else { return false };
        let Some(last) = all.next_back() else {
            // `Kremlin`, `Bundeskanzleramt`, and no `House` by itself.
            return listed(&BUILDINGS, opening) && opening.chars().count() > 5;
        };
        let numbered = last.chars().all(|c| c.is_ascii_digit());
        let office =
            same_word(last, "office") && (part.contains(['\'', '’']) || same_word(opening, "oval"));
        listed(&OPENINGS, opening) || office || !numbered && listed(&BUILDINGS, last)
    };
    building(first) || parts.any(building)
}

/// Tells whether a word is of somebody: an office or a title that is no possessive.
fn is_of_people(name: &str) -> bool {
    name.split(|c: char| c.is_whitespace() || c == ',').any(|word| {
        let title = Classes::HONORIFICS.or(Classes::RANKS).or(Classes::ROLES).or(Classes::COMRADES);
        !word.contains(['\'', '’']) && lexicon::of(word).has(title)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_alone() {
        for (line, expected) in [
            ("Cabinet Room", Some("Cabinet Room")),
            ("The Oval Office", Some("The Oval Office")),
            ("Room 7228", Some("Room 7228")),
            ("im Bundeskanzleramt", Some("Bundeskanzleramt")),
            ("The Secretary’s Office", Some("The Secretary’s Office")),
            ("Villa Adra, Port Rivel", Some("Villa Adra, Port Rivel")),
            ("Vienna", Some("Vienna")),
            ("at the Hotel Royal, Geneva.", Some("Hotel Royal, Geneva")),
            ("B e r l i n", Some("B e r l i n")),
            ("Foreign Office", None),
            ("White House Staff", None),
            ("President’s Visit", None),
            ("Marn Orlo", None),
            ("The Secretary", None),
        ] {
            let found = match alone(line) {
                Some(Alone::Known(place)) => Some(place.name),
                Some(Alone::Word(_)) | None => None,
            };
            assert_eq!(found, expected, "{line:?}");
        }
    }

    #[test]
    fn words_that_may_be_places() {
        for (line, expected) in [
            ("Castelu", true),
            ("Вилинск", true),
            ("France", false),
            ("SECRET", false),
            ("Minister", false),
            ("Orlo and Rivel", false),
            ("Mr. Orlo", false),
        ] {
            assert_eq!(matches!(alone(line), Some(Alone::Word(_))), expected, "{line:?}");
        }
    }

    #[test]
    fn scenes() {
        for (line, expected) in [
            ("After dinner, autumn, at the Summer House", Some("Summer House")),
            ("Evening, in the Villa Adra.", Some("Villa Adra")),
            ("After the war, at the Summer House", None),
            ("Evening, at the Minister", None),
            ("at the Summer House", None),
        ] {
            assert_eq!(scene(line).map(|place| place.name), expected, "{line:?}");
        }
    }
}
