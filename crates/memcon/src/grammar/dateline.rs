//! The line that says where and when: `Kremlin, 14 March 1985`, `[Washington,] January 30,
//! 1951—3 p. m. top secret`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::one_of;
use nom::combinator::{eof, map, opt, recognize, verify};
use nom::multi::many0_count;
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::date::{self, written};
use crate::grammar::dated::{Dated, Precision};
use crate::grammar::number::year;
use crate::grammar::place::{self, PlaceName};
use crate::grammar::place_alone;
use crate::grammar::words::until_digit;
use crate::grammar::{PResult, dash, decline, same_word, space, space1, word_end, word_of};

/// Where and when, as one line states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dateline<'a> {
    /// The reference code before it: `US/MC/29`.
    pub(crate) code: Option<&'a str>,
    /// The place, where one is named.
    pub(crate) place: Option<PlaceName<'a>>,
    /// The date; none where the line is a supplied place alone.
    pub(crate) dated: Option<Dated<'a>>,
    /// The classification on the same line, before or after.
    pub(crate) marking: Option<&'a str>,
}

/// Recognises a whole line that says where and when, or only when.
///
/// ```text
/// dateline = [ code ] [ marking ] ( place link date | date [ link place ] [ link hours ] )
///            [ "." ] [ callout ] [ marking ] [ callout ]
///          | "[" place "]" | scene
/// ```
pub(crate) fn dateline(line: &str) -> Option<Dateline<'_>> {
    let line = line.trim();
    // No dateline fills a paragraph; this also keeps the reading linear in the text.
    if line.len() > 240 {
        return None;
    }
    if !may_tell(line) {
        let place = place_alone::scene(line)?;
        return Some(Dateline { code: None, place: Some(place), dated: None, marking: None });
    }
    let head = (opt(terminated(code, space)), opt(terminated(marking, head_link)));
    let (rest, (code, before)) = { head }.parse(line).ok()?;
    let body = alt((place_first, withheld, date_first, supplied_alone));
    let end = (
        space,
        opt(one_of("./,")),
        callouts,
        opt(preceded(tail_link, marking)),
        opt(tag(".")),
        callouts,
        eof,
    );
    let (_, ((place, dated), end)) = (body, end).parse(rest).ok()?;
    Some(Dateline { code, place, dated, marking: before.or(end.3) })
}

/// Tells whether a line has what a date is told with: a digit, a sign of another script, a bracket
/// or the letters of `undated`, `no date`, `n.d.`.
fn may_tell(line: &str) -> bool {
    let bytes = line.as_bytes();
    until_digit(bytes) < bytes.len()
        || !line.is_ascii()
        || line.contains('[')
        || bytes
            .windows(4)
            .any(|four| four.eq_ignore_ascii_case(b"date") || four.eq_ignore_ascii_case(b"n.d."))
}

type Body<'a> = (Option<PlaceName<'a>>, Option<Dated<'a>>);

fn place_first(input: &str) -> PResult<'_, Body<'_>> {
    let the = opt(terminated(word_of(&["the"]), space1));
    let held = (word_of(&["held"]), space1, word_of(&["at", "in"]), space1, the);
    let (rest, place) = preceded(opt(held), place).parse(input)?;
    let (rest, dated) = preceded(link, any_date).parse(rest)?;
    Ok((rest, (Some(place), Some(dated))))
}

/// ```text
/// withheld = "[" text "not declassified" "]" link date       ; no place is known
/// ```
fn withheld(input: &str) -> PResult<'_, Body<'_>> {
    let inside = verify(take_while1(|c: char| !matches!(c, '[' | ']')), |words: &str| {
        let words = words.trim_end();
        words.ends_with("not declassified") || words.ends_with("deleted")
    });
    let (rest, _) = delimited(tag("["), inside, tag("]")).parse(input)?;
    let (rest, dated) = preceded(link, any_date).parse(rest)?;
    Ok((rest, (None, Some(dated))))
}

/// ```text
/// any-date = written | year
/// ```
fn any_date(input: &str) -> PResult<'_, Dated<'_>> {
    let alone = |input| {
        let (rest, text) = recognize(year).parse(input)?;
        match date::dated(text) {
            Some(dated) => Ok((rest, dated)),
            None => decline(input),
        }
    };
    alt((written, alone)).parse(input)
}

/// ```text
/// date-first = ["on" | "le" | "den" | …] written [ link place [ link hours ] ]
/// ```
fn date_first(input: &str) -> PResult<'_, Body<'_>> {
    // `On May 3, 1962` begins a sentence more often.
    let small = alt((tag("on"), tag("vom"), tag("el"), tag("El")));
    let other = alt((tag("le"), tag("Le"), tag("den"), tag("Den"), tag("am"), tag("Am")));
    let lead = terminated(alt((small, other)), space1);
    let (rest, mut dated) = preceded(opt(lead), written).parse(input)?;
    let Ok((after, place)) = preceded(link, place).parse(rest) else {
        // A day without its year and place, "February 21.", is a note or a heading.
        let yearless = dated.precision() == Precision::Yearless;
        return if yearless { decline(input) } else { Ok((rest, (None, Some(dated)))) };
    };
    let at_hours = preceded(link, crate::grammar::clock::hours);
    let (after, times) = opt(at_hours).parse(after)?;
    if let Some(times) = times {
        dated.hours.extend(times.hours);
        dated.zone = dated.zone.or(times.zone);
    }
    Ok((after, (Some(place), Some(dated))))
}

/// ```text
/// supplied-alone = "[" city [","] "]"     ; a city that is known: "[Laughter]" is none
/// ```
fn supplied_alone(input: &str) -> PResult<'_, Body<'_>> {
    let (rest, place) =
        verify(place, |place| place.supplied && place::is_city(place.name)).parse(input)?;
    Ok((rest, (Some(place), None)))
}

/// ```text
/// place = name [ "?" ] | "[" [SP] name [SP] [","] [SP] "]"
/// ```
fn place(input: &str) -> PResult<'_, PlaceName<'_>> {
    let named = |supplied| {
        map((place::name, opt((space, tag("?")))), move |(name, query)| PlaceName {
            name,
            supplied,
            doubtful: query.is_some(),
        })
    };
    let bracketed =
        delimited((tag("["), space), named(true), (space, opt(one_of(",?.")), space, tag("]")));
    alt((bracketed, named(false))).parse(input)
}

/// ```text
/// link = [SP] [ "," | "." | ";" | dash ] [SP] [ "on" ] [SP]
/// ```
fn link(input: &str) -> PResult<'_, &str> {
    let stop = alt((recognize(one_of(",.;/，")), dash));
    let word = opt((word_of(&["on", "den", "le", "am"]), space1));
    recognize((space, opt(stop), space, opt((tag(","), space)), word)).parse(input)
}

/// ```text
/// code = token 1*( "/" token ) with a digit       ; "US/MC/29", "SecDel/MC/72"
/// ```
fn code(input: &str) -> PResult<'_, &str> {
    let token = || take_while1(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'));
    let code = recognize((token(), tag("/"), token(), many0_count((tag("/"), token()))));
    let is_code = |c: &str| {
        c.contains(|c: char| c.is_ascii_digit()) && c.starts_with(|c: char| c.is_uppercase())
    };
    terminated(verify(code, is_code), space1).parse(input)
}

/// Recognises a classification that stands on the line of the date.
///
/// ```text
/// marking = ["["] 1*( word [SP | ";" | "," | "/" | "—"] ) ["]"]
/// ```
fn marking(input: &str) -> PResult<'_, &str> {
    const WORDS: &[&str] = &[
        "top",
        "secret",
        "confidential",
        "restricted",
        "unclassified",
        "official",
        "use",
        "only",
        "limited",
        "limit",
        "distribution",
        "eyes",
        "personal",
        "private",
        "and",
        "nodis",
        "exdis",
        "limdis",
        "noforn",
        "sensitive",
        "strictly",
        "exclusively",
        "priority",
        "us",
        "most",
        "immediate",
        "plain",
    ];
    let word = |input| {
        let (rest, word) = crate::grammar::letters(input)?;
        let known = WORDS.iter().any(|known| same_word(known, word));
        if known { word_end(rest) } else { decline(input) }
    };
    let joined = recognize((space, opt(one_of(";,/—–-")), space));
    let words = recognize((word, many0_count((joined, word))));
    alt((
        delimited(tag("["), words, tag("]")),
        recognize((word, many0_count((recognize((space, opt(one_of(";,/—–-")), space)), word)))),
    ))
    .parse(input)
}

fn head_link(input: &str) -> PResult<'_, &str> {
    recognize((space, opt(one_of(".,;—–")), space)).parse(input)
}

fn tail_link(input: &str) -> PResult<'_, &str> {
    recognize((space, opt(one_of(".,;—–-")), space)).parse(input)
}

/// The callouts of notes: `1`, `*`, `†`, `[1]`.
fn callouts(input: &str) -> PResult<'_, usize> {
    let digits = || verify(take_while1(|c: char| c.is_ascii_digit()), |d: &str| d.len() < 3);
    let sign = alt((
        recognize(one_of("*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰")),
        digits(),
        recognize((tag("["), digits(), tag("]"))),
    ));
    many0_count(preceded(space, sign)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Option<String> {
        let found = dateline(line)?;
        let part = |s: Option<&str>| s.unwrap_or("-").to_owned();
        let place = found.place.map_or("-".to_owned(), |p| {
            let [open, close] = if p.supplied { ["[", "]"] } else { ["", ""] };
            format!("{open}{}{}{close}", p.name, if p.doubtful { "?" } else { "" })
        });
        let date = found.dated.as_ref().and_then(Dated::start).map(|m| m.to_string());
        Some(format!(
            "{}|{place}|{}|{}",
            part(found.code),
            date.unwrap_or_default(),
            part(found.marking)
        ))
    }

    #[test]
    fn forms() {
        for (line, expected) in [
            ("Kremlin, 14 March 1985", "-|Kremlin|1985-03-14|-"),
            ("Washington, May 3, 1962, 6:10 p.m.", "-|Washington|1962-05-03T18:10|-"),
            ("Washington May 3, 1962, 5:30 p.m.", "-|Washington|1962-05-03T17:30|-"),
            ("Washington,May 3, 1962", "-|Washington|1962-05-03|-"),
            (
                "[ Washington ,] January 30, 1951. top secret",
                "-|[Washington]|1951-01-30|top secret",
            ),
            (
                "[Washington,] January 30, 1951—3 p. m. top secret",
                "-|[Washington]|1951-01-30T15:00|top secret",
            ),
            ("on 29 June 1962, at 5:00 p.m.", "-|-|1962-06-29T17:00|-"),
            ("le 5 novembre 1962, à 16 heures 30", "-|-|1962-11-05T16:30|-"),
            ("Den 5. November 1962, 10.00 Uhr", "-|-|1962-11-05T10:00|-"),
            ("Evening 5 November 1962", "-|-|1962-11-05|-"),
            ("[ Hong Kong ,] May 9, 1951.* top secret", "-|[Hong Kong]|1951-05-09|top secret"),
            ("[place not declassified], June 21, 1954, 0648Z", "-|-|1954-06-21T06:48|-"),
            ("[Washington]", "-|[Washington]||-"),
            ("Saigon?, March 19, 1962", "-|Saigon?|1962-03-19|-"),
            ("En Route to Saigon, May 3, 1962.", "-|En Route to Saigon|1962-05-03|-"),
            ("New York—October 1, 1963", "-|New York|1963-10-01|-"),
            ("Camp David, Maryland, May 3, 1962", "-|Camp David, Maryland|1962-05-03|-"),
            ("LBJ Ranch, Texas,December 28, 1963", "-|LBJ Ranch, Texas|1963-12-28|-"),
            ("US/MC/29 Athens, May 3, 1962", "US/MC/29|Athens|1962-05-03|-"),
            ("December 22, 1972, New York, 3:45-4:15 p.m.", "-|New York|1972-12-22T15:45|-"),
            ("May 3, 1962.1", "-|-|1962-05-03|-"),
            ("December 3, 1958, 2:30–4:35 p.m. 1", "-|-|1958-12-03T14:30|-"),
            ("April 14, 1960/", "-|-|1960-04-14|-"),
            ("Washington, undated.", "-|Washington||-"),
            ("Saigon, January 1963", "-|Saigon|1963-01|-"),
            ("Moscow, 1963", "-|Moscow|1963|-"),
            ("Seoul , February 7, 1949. confidential", "-|Seoul|1949-02-07|confidential"),
            ("Washington, July 17, 2:30 p.m.", "-|Washington||-"),
            ("北京，1972年2月21日", "-|北京|1972-02-21|-"),
            ("Berlin, 30.10.1988", "-|Berlin|1988-10-30|-"),
            ("Berlin, den 5. Mai 1976", "-|Berlin|1976-05-05|-"),
            ("Москва, 1 ноября 1989 года", "-|Москва|1989-11-01|-"),
            ("Port Amran, 16 June 1953, a.m.", "-|Port Amran|1953-06-16|-"),
            ("Held at Taver House, on 12th March, 1948", "-|Taver House|1948-03-12|-"),
            ("Washington, May 6, 1957, Noon", "-|Washington|1957-05-06T12:00|-"),
        ] {
            assert_eq!(told(line).as_deref(), Some(expected), "{line:?}");
        }
    }

    #[test]
    fn near_forms() {
        for line in [
            "In Washington on May 3, 1962, the President said that it was late.",
            "Paris, he said, was far.",
            "Telegram 1234, May 3, 1962",
            "Telegram 1234 to Moscow, May 3, 1962",
            "Dear Mr. Orlov, May 3, 1962",
            "May 3 was too late.",
            "On May 3, 1962",
            "[Laughter]",
            "[PARTICIPANTS]",
            "Washington",
            "Paris, France",
            "1962",
            "Mr. Orlov: May 3, 1962.",
            "Orlov: May 3, 1962.",
            "May 3.",
            "May 3–5.",
            "See Bulletin, May 3, 1962, p. 55.",
            "",
        ] {
            assert_eq!(told(line), None, "{line:?}");
        }
    }
}
