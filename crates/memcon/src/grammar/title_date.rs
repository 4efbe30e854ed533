//! Where and when, as a title tells at its end: `…, Camp David, Maryland, December 8, 1955`.

use nom::Parser;
use nom::bytes::complete::tag;
use nom::combinator::opt;
use nom::sequence::preceded;

use crate::grammar::dateline::Dateline;
use crate::grammar::place::{self, PlaceName};
use crate::grammar::place_alone::within;
use crate::grammar::{date, same_word, space};

/// Finds where and when at the end of a title: `…, Camp David, Maryland, December 8, 1955`.
pub(crate) fn in_title(title: &str) -> Option<Dateline<'_>> {
    let dated = date::dated(title)?;
    let start = dated.offset(title);
    let whole = title.get(..start)?;
    let after = title.get(start + dated.text.len()..)?;
    let (before, linked) = before_link(whole);
    let located = linked || whole.contains(',') || whole.to_ascii_lowercase().starts_with("held ");
    let name = place::last(before)
        .filter(|name| located || name.len() == before.trim().len())
        .or_else(|| after_date(after))
        .map(without_link);
    let place = name.map(|name| PlaceName { name, supplied: false, doubtful: false });
    Some(Dateline { code: None, place, dated: Some(dated), marking: None })
}

/// A place at the end of a title: `…, February 5, 1945, 4 p.m., Lake Palace`, `…, in Taver`.
fn after_date(after: &str) -> Option<&str> {
    let (rest, comma) = preceded(space, opt((tag(","), space))).parse(after).ok()?;
    let (rest, led) = opt(within).parse(rest).ok()?;
    if comma.is_none() && led.is_none() {
        return None;
    }
    let (rest, name) = place::name(rest).ok()?;
    let end = rest.trim_matches(|c: char| c == '.' || c.is_ascii_digit() || c.is_whitespace());
    end.is_empty().then_some(name)
}

/// Takes a small word from the front of a place: `the Pentagon`, `AT 10 Downing Street`.
fn without_link(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if ["the", "at", "in"].iter().any(|w| same_word(w, first)) => rest,
        _ => name,
    }
}

/// Takes `on` and `at` from the end of the words before a date: `in New York on`.
pub(crate) fn before_link(before: &str) -> (&str, bool) {
    let mut kept = before.trim_end_matches([' ', ',', '\n']);
    // `on the 7th of February 1951`.
    if let Some(on) = kept.strip_suffix(" the").or_else(|| kept.strip_suffix(" THE"))
        && on.rsplit(' ').next().is_some_and(is_link)
    {
        kept = on;
    }
    let mut linked = false;
    while let Some((words, _)) =
        kept.rsplit_once(char::is_whitespace).filter(|(_, last)| is_link(last))
    {
        kept = words.trim_end_matches([' ', ',', '\n']);
        linked = true;
    }
    (kept, linked)
}

/// Tells whether a word links a place to a date.
pub(crate) fn is_link(word: &str) -> bool {
    same_word(word, "on") || same_word(word, "at")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (title, place, start) in [
            (
                "159. Memorandum of a Conversation, Taipei, March 6, 1956, 9:30 p.m.1",
                Some("Taipei"),
                "1956-03-06T21:30",
            ),
            (
                "Memorandum of Discussion at the 9th Meeting, Camp David, Maryland, December 6, 19551",
                Some("Camp David, Maryland"),
                "1955-12-06",
            ),
            (
                "Call Between the Consul in Rome and the Envoy (Orlov) in New York, May 3, 1962",
                Some("New York"),
                "1962-05-03",
            ),
            (
                "Exchange Between the Mission in Rome and the Department of State, May 3, 1962",
                None,
                "1962-05-03",
            ),
            (
                "RECORD OF A MEETING BETWEEN A AND B IN NEW YORK ON 3 MAY 1962, 0945–1130",
                Some("NEW YORK"),
                "1962-05-03T09:45",
            ),
            ("Vermerk über ein Gespräch am 3. Mai 1962 in Taver", Some("Taver"), "1962-05-03"),
            ("SECOND MEETING, MAY 3, 1962, LAKE PALACE", Some("LAKE PALACE"), "1962-05-03"),
            ("Meeting, Held in the Lake House, May 3, 1962", Some("Lake House"), "1962-05-03"),
            (
                "Record of Talk of Orlov with Vey on the 3rd of May 1962, at 6 p.m., in Taver",
                Some("Taver"),
                "1962-05-03T18:00",
            ),
            ("Record of a Talk With Orlov, May 3, 1962", None, "1962-05-03"),
            (
                "Gespräch des Kanzlers mit Orlow am 3. Mai 1962 im Bundeskanzleramt",
                Some("Bundeskanzleramt"),
                "1962-05-03",
            ),
            ("Record of Talks, May 3, 1962 and later", None, "1962-05-03"),
        ] {
            let found = in_title(title).unwrap();
            assert_eq!(found.place.map(|p| p.name), place, "{title:?}");
            assert_eq!(found.dated.unwrap().start().unwrap().to_string(), start, "{title:?}");
        }
    }
}
