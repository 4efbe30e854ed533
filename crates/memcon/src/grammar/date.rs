//! When a meeting was: days with their times, in either order.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::one_of;
use nom::combinator::{map, opt, peek, recognize, verify};
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::clock::{Hours, Timed, hours, session};
use crate::grammar::dated::{Dated, Precision};
use crate::grammar::day::{Calendar, Joint, days};
use crate::grammar::face::{Mark, face};
use crate::grammar::number::year;
use crate::grammar::{PResult, cjk, dash, decline, space, taken, word_end, word_of};

/// Finds the date of a line: the first that names a day, or else the most precise.
///
/// ```text
/// dated = *any ( sittings | "undated" )   ; a year alone only where it is the whole line
/// ```
pub(crate) fn dated(line: &str) -> Option<Dated<'_>> {
    let mut best: Option<Dated<'_>> = None;
    let rank = |d: &Dated<'_>| d.precision().min(Precision::Day);
    for found in every(line) {
        if best.as_ref().is_none_or(|best| rank(best) < rank(&found)) {
            best = Some(found);
        }
    }
    best.or_else(|| whole_year(line))
}

/// Finds every date of a line, in order.
pub(crate) fn every(line: &str) -> Vec<Dated<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let starts = match c {
            _ if at < from => false,
            _ if cjk::is_figure(c) => !cjk::is_figure(before) && !before.is_ascii_alphabetic(),
            _ => (c.is_alphanumeric() && !before.is_alphanumeric()) || c == '(',
        };
        before = c;
        if !starts {
            continue;
        }
        let Some(input) = line.get(at..) else { continue };
        if let Ok((rest, date)) = written(input) {
            from = line.len() - rest.len();
            found.push(date);
        }
    }
    found
}

/// Finds the times of a field that holds a time alone: `TIME: 10:03 – 11:45 a.m.`.
pub(crate) fn timed(line: &str) -> Option<Dated<'_>> {
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        // A run of letters or figures is tried once, where it begins.
        let starts = match (cjk::is_figure(c), cjk::is_figure(before)) {
            (true, within) => !within && !before.is_ascii_alphabetic(),
            (false, _) => c.is_alphabetic() && !before.is_ascii_alphanumeric(),
        };
        before = c;
        if let Some(input) = line.get(at..).filter(|_| starts)
            && let Ok((rest, Timed { hours, zone })) = hours(input)
        {
            return Some(Dated { text: taken(input, rest), hours, zone, ..Dated::default() });
        }
    }
    None
}

fn whole_year(line: &str) -> Option<Dated<'_>> {
    let text = line.trim_matches(|c: char| !c.is_alphanumeric());
    let (_, found) = terminated(year, nom::combinator::eof).parse(text).ok()?;
    let day = Calendar { year: Some(found), ..Calendar::default() };
    Some(Dated { text, days: vec![day], ..Dated::default() })
}

/// Recognises a date with its times.
///
/// ```text
/// written  = sittings | "undated"
/// sittings = sitting *( joint sitting )
/// sitting  = days [ link hours ] | hours link days
/// ```
pub(crate) fn written(input: &str) -> PResult<'_, Dated<'_>> {
    if let Ok((rest, _)) = undated(input) {
        return Ok((rest, Dated::default().finish(taken(input, rest))));
    }
    let mut all = Dated::default();
    let mut rest = sitting(input, &mut all, Joint::And)?.0;
    while all.days.len() < 16 {
        let Ok((next, joint)) = joint(rest) else { break };
        let Ok((next, ())) = sitting(next, &mut all, joint) else { break };
        rest = next;
    }
    Ok((rest, all.finish(taken(input, rest))))
}

fn sitting<'a>(input: &'a str, all: &mut Dated<'a>, joint: Joint) -> PResult<'a, ()> {
    if let Ok((rest, days)) = days(input) {
        all.add_days(days, joint);
        let stop = recognize((space, opt(one_of(",;.")), space));
        let (rest, _) = opt((alt((terminated(stop, peek(session)), link)), session)).parse(rest)?;
        let Ok((rest, times)) = alt((preceded(link, hours), at_four_figures)).parse(rest) else {
            return Ok((rest, ()));
        };
        all.add_hours(times);
        return Ok((rest, ()));
    }
    let (rest, (times, _, days)) = (clocked, link, days).parse(input)?;
    all.add_hours(times);
    all.add_days(days, joint);
    Ok((rest, ()))
}

/// Four figures after `at`, which alone are a time only there: `3 May 1962 at 2030`.
fn at_four_figures(input: &str) -> PResult<'_, Timed<'_>> {
    let at = (space, opt(tag(",")), space, word_of(&["at"]), space);
    let figures = terminated(verify(face, |face| face.mark == Mark::Military), word_end);
    let (rest, face) = preceded(at, figures).parse(input)?;
    Ok((rest, Timed { hours: vec![Hours { from: face.own(), to: None }], zone: None }))
}

/// A time before its date, or the part of the day: `Evening 5 November 1962`.
fn clocked(input: &str) -> PResult<'_, Timed<'_>> {
    let nothing = |_| Timed { hours: Vec::new(), zone: None };
    alt((hours, map(terminated(session, word_end), nothing))).parse(input)
}

/// ```text
/// link = [SP] [ stop ] [SP] [ "at" | "from" | "on" | … ] [SP]
/// ```
fn link(input: &str) -> PResult<'_, &str> {
    const WORDS: &[&str] =
        &["at", "from", "on", "beginning", "um", "von", "à", "de", "a", "am", "в", "с", "of"];
    let stop = alt((recognize(one_of(",;.:，；/")), recognize((dash, space)), tag("["), tag("(")));
    let words = recognize((word_of(WORDS), space, opt((word_of(&["las", "the", "about"]), space))));
    recognize((space, opt(stop), space, opt(words))).parse(input)
}

/// ```text
/// joint = "and" | "or" | ";" | "." | "," | dash | "to" | "through"
/// ```
fn joint(input: &str) -> PResult<'_, Joint> {
    const THROUGH: &[&str] = &["to", "through", "until", "bis"];
    let through = alt((dash, word_of(THROUGH)));
    let or = recognize((alt((tag("and/or"), tag("or"))), word_end));
    let and = alt((word_of(&["and", "und", "et", "y", "и"]), tag("&")));
    let words =
        alt((map(through, |_| Joint::Through), map(or, |_| Joint::Or), map(and, |_| Joint::And)));
    let stops = opt((one_of(",;."), space));
    let (rest, (_, stop, word)) = (space, stops, opt(words)).parse(input)?;
    match (stop, word) {
        (_, Some(joint)) => Ok((space(rest)?.0, joint)),
        (Some(_), None) => Ok((rest, Joint::And)),
        (None, None) => decline(input),
    }
}

/// ```text
/// undated = "undated" | "n.d." | "no date" | "[undated]"
/// ```
fn undated(input: &str) -> PResult<'_, &str> {
    if !matches!(input.as_bytes().first(), Some(b'[' | b'u' | b'U' | b'n' | b'N')) {
        return decline(input);
    }
    let words = || alt((tag_no_case("undated"), tag_no_case("n.d."), tag_no_case("no date")));
    terminated(alt((delimited(tag("["), words(), tag("]")), words())), word_end).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::day::Order;
    use crate::model::Moment;

    fn told(line: &str) -> Option<String> {
        let found = dated(line)?;
        let part = |moment: Option<Moment>| moment.map(|m| m.to_string()).unwrap_or_default();
        Some(format!("{}/{}|{}", part(found.start()), part(found.end()), found.text))
    }

    #[test]
    fn forms() {
        for (line, expected) in [
            ("May 3, 1962.", "1962-05-03/|May 3, 1962"),
            ("3 May 1962 at 2030", "1962-05-03T20:30/|3 May 1962 at 2030"),
            ("3 May 1962, 2030 people", "1962-05-03/|3 May 1962"),
            ("May 13, 1952, 9:30 a.m.", "1952-05-13T09:30/|May 13, 1952, 9:30 a.m."),
            ("9:30 a.m., May 13, 1952", "1952-05-13T09:30/|9:30 a.m., May 13, 1952"),
            ("4 April 1951—11 a. m.", "1951-04-04T11:00/|4 April 1951—11 a. m."),
            (
                "June 24, 1976, 9:30 a.m.–1:15 p.m.",
                "1976-06-24T09:30/1976-06-24T13:15|June 24, 1976, 9:30 a.m.–1:15 p.m.",
            ),
            (
                "May 3, 1962, 8:30 p.m.–12:30 a.m.",
                "1962-05-03T20:30/1962-05-04T00:30|May 3, 1962, 8:30 p.m.–12:30 a.m.",
            ),
            (
                "December 31, 1962, 10:30 p.m.-midnight",
                "1962-12-31T22:30/1963-01-01T00:00|December 31, 1962, 10:30 p.m.-midnight",
            ),
            (
                "May 3, 1962, 10:10 a.m.–12:30 p.m. and 5–6:30 p.m.",
                "1962-05-03T10:10/1962-05-03T18:30|May 3, 1962, 10:10 a.m.–12:30 p.m. and 5–6:30 p.m.",
            ),
            (
                "May 3, 1962 (4:00-5:10 p.m.)",
                "1962-05-03T16:00/1962-05-03T17:10|May 3, 1962 (4:00-5:10 p.m.",
            ),
            ("May 3, 1962 (10 pages)", "1962-05-03/|May 3, 1962"),
            ("May 3, 1962, 2 and 5:15 p.m.", "1962-05-03T14:00/|May 3, 1962, 2 and 5:15 p.m."),
            (
                "September 22, 1969. 10–11p.m.",
                "1969-09-22T22:00/1969-09-22T23:00|September 22, 1969. 10–11p.m.",
            ),
            (
                "January 6 and 7, 1951. January 12 and 13, 1951. top secret",
                "1951-01-06/1951-01-13|January 6 and 7, 1951. January 12 and 13, 1951",
            ),
            ("November 30–December 2, 1961", "1961-11-30/1961-12-02|November 30–December 2, 1961"),
            (
                "Friday, February 25-Saturday, February 26, 1972; 10 p.m.–1 a.m.",
                "1972-02-25T22:00/1972-02-26T01:00|Friday, February 25-Saturday, February 26, 1972; 10 p.m.–1 a.m.",
            ),
            (
                "Monday, February 21, 1972 - 2:30-2:40 p.m.",
                "1972-02-21T14:30/1972-02-21T14:40|Monday, February 21, 1972 - 2:30-2:40 p.m.",
            ),
            ("11:45 PM, January 7, 1971", "1971-01-07T23:45/|11:45 PM, January 7, 1971"),
            ("AT 5:00 P.M., ON 29 JUNE 1962", "1962-06-29T17:00/|5:00 P.M., ON 29 JUNE 1962"),
            (
                "Nov. 3, 1972 10:15-12:20",
                "1972-11-03T10:15/1972-11-03T12:20|Nov. 3, 1972 10:15-12:20",
            ),
            ("Evening 5 November 1962", "1962-11-05/|Evening 5 November 1962"),
            ("May 3, 1962, Morning Session", "1962-05-03/|May 3, 1962, Morning Session"),
            (
                "1972年2月21日，星期一，下午2:50—3:55",
                "1972-02-21T14:50/1972-02-21T15:55|1972年2月21日，星期一，下午2:50—3:55",
            ),
            (
                "1 декабря 1943 года, 15 час. 20 мин.",
                "1943-12-01T15:20/|1 декабря 1943 года, 15 час. 20 мин.",
            ),
            ("Tripoli, undated.", "/|undated"),
            ("July 17, 2:30 p.m.", "/|July 17, 2:30 p.m."),
            ("October 1976", "1976-10/|October 1976"),
            ("(1976)", "1976/|1976"),
            ("31 September 1962", "1962-09/|31 September 1962"),
            ("Monday, 5.4.1964", "1964-05-04/|Monday, 5.4.1964"),
            ("Sunday, 5.4.1964", "1964-04-05/|Sunday, 5.4.1964"),
            (
                "Talks of December 6, 1955, 9–11 A.M.1",
                "1955-12-06T09:00/1955-12-06T11:00|December 6, 1955, 9–11 A.M.",
            ),
        ] {
            assert_eq!(told(line).as_deref(), Some(expected), "{line:?}");
        }
    }

    #[test]
    fn near_forms() {
        for line in [
            "he may, 3 of them",
            "Order of March",
            "in 1962 he went",
            "NSC 5428/1",
            "3:30 p.m.",
            "Part 3, page 12",
            "1-1/2 lines",
            "",
        ] {
            assert_eq!(told(line), None, "{line:?}");
        }
    }

    #[test]
    fn order_of_figures() {
        for (line, settled) in
            [("11.7.1964", false), ("11.29.1960", true), ("Monday, 5.4.1964", true)]
        {
            let order = dated(line).unwrap().order;
            assert_eq!(!matches!(order, Order::Either { .. }), settled, "{line:?}");
        }
    }

    #[test]
    fn impossible_days() {
        for (line, expected) in
            [("31 September 1962", true), ("February 29, 1963", true), ("February 29", false)]
        {
            assert_eq!(dated(line).unwrap().is_impossible(), expected, "{line:?}");
        }
    }
}
