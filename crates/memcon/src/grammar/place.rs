//! Names of places as datelines write them: `New York`, `Camp David, Maryland`, `En Route to
//! Saigon`, `Great Hall of the People, Peking`.

use std::sync::LazyLock;

use nom::Parser;
use nom::bytes::complete::take_while;
use nom::combinator::verify;

use crate::grammar::day::days;
use crate::grammar::fold::{Table, listed, table};
use crate::grammar::lexicon::words;
use crate::grammar::month::weekday;
use crate::grammar::{PResult, decline, same_word, space, taken};

/// A place as named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceName<'a> {
    /// The name, without brackets, stops and query marks.
    pub(crate) name: &'a str,
    /// Whether editors supplied it in brackets.
    pub(crate) supplied: bool,
    /// Whether it is queried: `Saigon?`.
    pub(crate) doubtful: bool,
}

/// The names of cities that the records often come from, one a line: what may stand alone.
static CITIES: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../data/cities.txt").lines()));
/// The states and countries that follow the name of a town, one a line.
static REGIONS: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../data/regions.txt").lines()));

/// Words that join the capitalised words of one name.
const JOINING: &[&str] = &[
    "of", "the", "de", "la", "le", "du", "des", "der", "den", "del", "da", "do", "dos", "di", "es",
    "el", "al", "am", "an", "and", "à", "a", "y", "im", "in", "at", "near", "on", "to", "sur",
    "van", "von", "upon", "en", "route", "aboard", "les", "bei", "es",
];

/// Words that open a line which is no dateline though a date may follow.
static NO_PLACE: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../data/lexicon/no-place.txt"))));

/// Words of one that is spoken to or of: a sentence, not a place.
const PEOPLE: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "said", "asked", "he", "she", "they", "i",
    "we", "was", "were", "is", "are", "had", "has", "will", "would", "that", "which", "who",
    "dated", "signed", "between", "with", "by",
];

/// Recognises the name of a place, as long as words go on that could belong to one.
///
/// ```text
/// name = part *3( "," part )
/// part = capitalised *6( [joining] capitalised | number )
/// ```
pub(crate) fn name(input: &str) -> PResult<'_, &str> {
    let (mut rest, first) = part(input)?;
    if listed(&NO_PLACE, first_word(first)) || is_of_a_date(first) {
        return decline(input);
    }
    for _ in 0..4 {
        let comma = space(rest)?.0.strip_prefix([',', '，']);
        let next = comma.and_then(|after| part(space(after).ok()?.0).ok());
        let Some((after, _)) = next.filter(|(_, next)| !is_of_a_date(next)) else { break };
        rest = after;
    }
    Ok((rest, taken(input, rest)))
}

/// A word that leads to a date or tells the part of the day, alone: `Den 5. November`, `Evening`.
fn is_of_a_date(part: &str) -> bool {
    const WORDS: [&str; 10] = [
        "den",
        "le",
        "am",
        "vom",
        "morning",
        "forenoon",
        "afternoon",
        "evening",
        "night",
        "midday",
    ];
    WORDS.iter().any(|word| same_word(word, part))
}

/// Words that tell of an hour, a session or a meal where a place might stand.
static HOURLY: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../data/lexicon/hourly.txt"))));

/// Tells whether a word tells an hour, a session or a meal, and so no place.
pub(crate) fn is_hourly(word: &str) -> bool {
    listed(&HOURLY, word)
}

fn first_word(part: &str) -> &str {
    part.split(|c: char| !c.is_alphanumeric() && c != '\'').next().unwrap_or(part)
}

/// ```text
/// part = word *( SP word )                ; begins and ends with a capitalised word or a number
/// ```
fn part(input: &str) -> PResult<'_, &str> {
    if let Ok(spaced) = letters_apart(input) {
        return Ok(spaced);
    }
    let mut end = input;
    let mut rest = input;
    for at in 0..10 {
        let Ok((after, word)) = word(rest) else { break };
        let capital = is_capital(word);
        let figures = if is_room(taken(input, end)) { 6 } else { 4 };
        let number = at > 0 && word.chars().all(|c| c.is_ascii_digit()) && word.len() < figures;
        let house = word.chars().all(|c| c.is_ascii_digit()) && word.len() < 4;
        let joins = || JOINING.iter().any(|joining| same_word(joining, word));
        if !(capital || number || (at == 0 && house) || joins()) {
            break;
        }
        if days(rest).is_ok() || weekday(rest).is_ok() {
            break;
        }
        if PEOPLE.iter().any(|person| same_word(person, word)) {
            return decline(input);
        }
        if capital || number {
            end = after;
        }
        rest = space(after)?.0;
        if rest.len() == after.len() && !after.starts_with(['-', '’', '\'']) {
            break;
        }
    }
    let name = taken(input, end);
    if name.is_empty() || !name.contains(char::is_alphabetic) {
        decline(input)
    } else {
        Ok((end, name))
    }
}

/// Tells whether words are of a room whose number follows: `Room 7228`.
fn is_room(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or(words);
    ["room", "suite", "zimmer", "комната"].iter().any(|room| same_word(room, last))
}

/// Recognises a name that a typist set in letters apart: `B e r l i n`.
///
/// ```text
/// apart = capital 3*( SP small )
/// ```
fn letters_apart(input: &str) -> PResult<'_, &str> {
    let mut count = 0;
    let mut end = 0;
    let mut white = true;
    for (at, c) in input.char_indices() {
        let letter = match count {
            0 => c.is_uppercase(),
            _ => c.is_lowercase(),
        };
        if white && letter {
            (count, end, white) = (count + 1, at + c.len_utf8(), false);
        } else if !white && matches!(c, ' ' | '\u{a0}') {
            white = true;
        } else if white || !c.is_alphanumeric() {
            break;
        } else {
            // The last of them begins a word.
            return decline(input);
        }
    }
    if count < 4 { decline(input) } else { Ok((&input[end..], &input[..end])) }
}

/// Puts the letters of such a name together; gives other names as they are.
pub(crate) fn together(name: &str) -> String {
    match letters_apart(name) {
        Ok(("", spaced)) => spaced.chars().filter(|c| !c.is_whitespace()).collect(),
        Ok(_) | Err(_) => name.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// Tells whether a word is written as a name: `Paris`, `d’Iéna`, `al-Khobar`, `北京`.
fn is_capital(word: &str) -> bool {
    let capital = |part: &str| part.starts_with(|c: char| c.is_uppercase() || is_caseless(c));
    let elided = word.split(['’', '\'', '-']).nth(1);
    capital(word) || (word.starts_with(char::is_alphabetic) && elided.is_some_and(capital))
}

fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// ```text
/// word = 1*( letter | digit | "'" | "-" | "." between or after initials | "/" )
/// ```
fn word(input: &str) -> PResult<'_, &str> {
    let inner =
        |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ' | '`' | '‘' | '-' | '.');
    let (_, word) = verify(take_while(inner), |w: &str| !w.is_empty()).parse(input)?;
    // A stop belongs to initials and short titles, "D.C.", "St."; after a longer word it ends all.
    let stop = word.find('.').filter(|at| word.get(..*at).is_some_and(|w| w.chars().count() > 3));
    let word =
        stop.and_then(|at| word.get(..at)).unwrap_or(word).trim_end_matches(['-', '’', '\'']);
    if word.starts_with(['.', '-']) || word.is_empty() {
        return decline(input);
    }
    Ok((input.get(word.len()..).unwrap_or(""), word))
}

/// Tells whether a name is that of a city known to the library.
pub(crate) fn is_city(name: &str) -> bool {
    listed(&CITIES, name)
}

/// Tells whether a name is that of a state or country that follows a town's.
pub(crate) fn is_region(name: &str) -> bool {
    listed(&REGIONS, name)
}

/// Finds the place at the end of words that go on to something else, as in a title: the last
/// part, and the town before a state or country.
///
/// ```text
/// last = [ town "," ] part                ; after ",", "in", "at" or the beginning
/// ```
pub(crate) fn last(words: &str) -> Option<&str> {
    let words =
        words.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '—' | '–'));
    let mut from = tail(words)?;
    let part = words.get(from..)?;
    if is_region(part)
        && !is_city(part)
        && let Some(before) = words.get(..from)?.trim_end().strip_suffix(',')
    {
        from = tail(before).unwrap_or(from);
    }
    let (rest, name) = name(words.get(from..)?).ok()?;
    // "Between the Legation in A and the Department of B" is two places or none.
    (rest.is_empty() && !name.contains(" and ")).then_some(name)
}

/// Gives where the last part of `words` begins.
fn tail(words: &str) -> Option<usize> {
    let comma = words.rfind(',').map_or(0, |at| at + 1);
    let part = words.get(comma..)?;
    let small = part.to_ascii_lowercase();
    let place = |word: &str| small.rfind(word).map(|at| comma + at + word.len());
    let from = place(" in ").or(place(" at ")).unwrap_or(comma);
    let white = words.get(from..)?.len() - words.get(from..)?.trim_start().len();
    Some(from + white)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (input, expected) in [
            ("Washington, May 3", Some("Washington")),
            ("Camp David, Maryland, May 3", Some("Camp David, Maryland")),
            ("Dar es Salaam, 3 May", Some("Dar es Salaam")),
            ("En Route to Saigon, May 3", Some("En Route to Saigon")),
            ("Washington, D.C., May 3", Some("Washington, D.C.")),
            ("St. Gallen—May 3", Some("St. Gallen")),
            ("Guest House, Villa 2, Peking", Some("Guest House, Villa 2, Peking")),
            ("10 Downing Street, London", Some("10 Downing Street, London")),
            ("Hotel d’Iéna, Paris", Some("Hotel d’Iéna, Paris")),
            ("Kremlin, 14 March", Some("Kremlin")),
            ("Washington May 3", Some("Washington")),
            ("北京，一九七二年", Some("北京")),
            ("B e r l i n , 3 May", Some("B e r l i n")),
            ("B e r l i n an 3", Some("B")),
            ("Room 7228, May 3", Some("Room 7228")),
            ("Taver, Evening, 5 November", Some("Taver")),
            ("Den Haag, 5 November", Some("Den Haag")),
            ("Den 5. November", None),
            ("Evening 5 November", None),
            ("Telegram 1234, May 3", None),
            ("On May 3", None),
            ("In Washington on May 3", None),
            ("Mr. Orlov, May 3", None),
            ("the city", None),
            ("123", None),
        ] {
            let got = name(input).ok().map(|(_, name)| name);
            assert_eq!(got, expected, "{input:?}");
        }
    }

    #[test]
    fn at_the_end_of_a_title() {
        for (input, expected) in [
            ("Memorandum of a Conversation, Department of State, Washington, ", Some("Washington")),
            ("Discussion at the 9th Meeting, Camp David, Maryland, ", Some("Camp David, Maryland")),
            ("Between A in Rome and the Consul (Orlov) in New York, ", Some("New York")),
            ("Minutes of a Meeting of the Council with others, ", None),
        ] {
            assert_eq!(last(input), expected, "{input:?}");
        }
    }
}
