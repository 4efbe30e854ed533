//! Times of day: `3:30 p.m.`, `9–10:55 a.m.`, `2 and 5:15 p.m.`, `0945–1130`, `下午2:50—3:55`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::one_of;
use nom::combinator::{opt, recognize, verify};
use nom::sequence::{delimited, preceded};

use crate::grammar::face::{self, Clock, Face, Mark, face, half};
use crate::grammar::number::short;
use crate::grammar::{PResult, dash, decline, letters, space, space1, word_end, word_of};

/// When a sitting began and, where that is written, ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hours {
    pub(crate) from: Clock,
    pub(crate) to: Option<Clock>,
}

/// The times of one or more sittings, and the zone that is written with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Timed<'a> {
    pub(crate) hours: Vec<Hours>,
    pub(crate) zone: Option<&'a str>,
}

/// Recognises the times of one or more sittings.
///
/// ```text
/// hours   = sitting *( ("and" | "&" | ";" | ",") sitting ) [ zone ]
/// sitting = face [ dash face ]            ; one of them surely a time
/// ```
pub(crate) fn hours(input: &str) -> PResult<'_, Timed<'_>> {
    if !face::may_begin(input) {
        return decline(input);
    }
    let (rest, first) = sitting(input)?;
    let (mut faces, mut sure, mut end) = (vec![first], usize::from(first.is_sure()), rest);
    let mut rest = rest;
    while faces.len() < 8 {
        let Ok((after, next)) = preceded(listed, sitting).parse(rest) else { break };
        faces.push(next);
        rest = after;
        // Figures alone after the last sure time are something else: "3 p.m., 12 people".
        if next.is_sure() {
            (sure, end) = (faces.len(), after);
        }
    }
    faces.truncate(sure);
    if faces.is_empty() {
        return decline(input);
    }
    let (rest, zone) = opt(zone).parse(end)?;
    Ok((rest, Timed { hours: settle(&faces), zone }))
}

/// The faces of one sitting.
#[derive(Clone, Copy)]
struct Sitting {
    from: Face,
    to: Option<Face>,
}

impl Sitting {
    fn is_sure(self) -> bool {
        let marked = |mark| self.from.mark == mark || self.to.is_some_and(|to| to.mark == mark);
        let military = |face: Face| face.mark == Mark::Military;
        marked(Mark::Sure) || (military(self.from) && self.to.is_some_and(military))
    }
}

fn settle(faces: &[Sitting]) -> Vec<Hours> {
    let mut hours = Vec::new();
    for (at, Sitting { from, to }) in faces.iter().enumerate() {
        let next = (*to).or(faces.get(at + 1).map(|next| next.from));
        let began = next.map_or(from.own(), |next| from.before(next));
        let to = to.map(|to| to.after(*from, began));
        // A midnight that begins a sitting begins the day.
        let from = if began.hour == 24 { Clock { hour: 0, ..began } } else { began };
        hours.push(Hours { from, to });
    }
    hours
}

/// ```text
/// listed = "," | ";" | "/" | [","] "and"
/// ```
fn listed(input: &str) -> PResult<'_, &str> {
    let and =
        (space, opt(tag(",")), space, alt((tag_no_case("and "), tag("&"), tag("und "))), space);
    let stop = (space, one_of(",;/"), space);
    alt((recognize(and), recognize(stop))).parse(input)
}

fn sitting(input: &str) -> PResult<'_, Sitting> {
    let (rest, from) = face(input)?;
    match preceded(until, face).parse(rest) {
        Ok((rest, to)) => Ok((rest, Sitting { from, to: Some(to) })),
        Err(_) => Ok((rest, Sitting { from, to: None })),
    }
}

fn until(input: &str) -> PResult<'_, &str> {
    const UNTIL: &[&str] =
        &["to", "until", "till", "til", "through", "bis", "до", "à", "a", "hasta", "do"];
    let spelled = recognize((space1, word_of(UNTIL), space1));
    let cjk = recognize((space, alt((tag("至"), tag("到"))), space));
    alt((recognize((space, dash, space)), spelled, cjk)).parse(input)
}

/// Recognises a time zone after a time.
///
/// ```text
/// zone = "Z" | abbreviation | [ "local" | Name ] "time" | "(" zone ")"
/// ```
fn zone(input: &str) -> PResult<'_, &str> {
    const ZONES: &[&str] = &[
        "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "GMT", "UTC", "BST", "CET", "MEZ",
        "MSK", "Z",
    ];
    let short = || word_of(ZONES);
    let time = || {
        recognize((
            verify(letters, |w: &str| w == "local" || w.starts_with(char::is_uppercase)),
            space1,
            tag_no_case("time"),
            word_end,
        ))
    };
    let bare = preceded(space, alt((short(), time())));
    let bracketed = delimited((space, tag("(")), alt((short(), time())), tag(")"));
    alt((bare, bracketed)).parse(input)
}

/// Recognises a part of a day that no clock measures.
///
/// ```text
/// session = ("Morning" | "Afternoon" | …) ["Session"] | "Session" number | half
/// ```
pub(crate) fn session(input: &str) -> PResult<'_, &str> {
    const PARTS: &[&str] = &["morning", "afternoon", "evening", "night", "lunch", "dinner"];
    // By the first letter most words are none.
    if !matches!(
        input.as_bytes().first().map(u8::to_ascii_lowercase),
        Some(b'a' | b'd' | b'e' | b'l' | b'm' | b'n' | b'p' | b's' | 0x80..)
    ) {
        return decline(input);
    }
    let part = recognize((
        opt((tag_no_case("after"), space1)),
        word_of(PARTS),
        opt((space1, tag_no_case("session"))),
    ));
    let numbered = recognize((tag_no_case("session"), space1, alt((letters, recognize(short)))));
    let half = verify(recognize(half), |h: &str| h.contains('.'));
    alt((part, numbered, half)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(input: &str) -> Option<String> {
        let (rest, timed) = hours(input).ok()?;
        let clock = |c: Clock| format!("{:02}:{:02}", c.hour, c.minute);
        let mut told: Vec<String> = Vec::new();
        for Hours { from, to } in &timed.hours {
            told.push(to.map_or(clock(*from), |to| format!("{}-{}", clock(*from), clock(to))));
        }
        Some(format!(
            "{}|{}{rest}",
            told.join(" "),
            timed.zone.map(|z| format!("{z}|")).unwrap_or_default()
        ))
    }

    #[test]
    fn times() {
        for (input, expected) in [
            ("3:30 p.m.", "15:30|"),
            ("3 p. m. secret", "15:00| secret"),
            ("3 P.M.1", "15:00|1"),
            ("10:08-10:35 a.m.", "10:08-10:35|"),
            ("10: 08-10:35 a.m.", "10:08-10:35|"),
            ("09:30a.m.", "09:30|"),
            ("10–11p.m.", "22:00-23:00|"),
            ("11:45 a.m.–l:15 p.m.", "11:45-13:15|"),
            ("11–1:15 p.m.", "11:00-13:15|"),
            ("10 a.m–12:45", "10:00-12:45|"),
            ("8:30 p.m.–12:30 a.m.", "20:30-00:30|"),
            ("10:30 p.m.-midnight", "22:30-24:00|"),
            ("10-noon.", "10:00-12:00|."),
            ("noon", "12:00|"),
            ("12 noon–1 p.m.", "12:00-13:00|"),
            ("12–1:30 p.m.", "12:00-13:30|"),
            ("12:45–2:00 p.m.", "12:45-14:00|"),
            ("5:35 to 6:35 p.m.", "17:35-18:35|"),
            ("2 and 5:15 p.m.", "14:00 17:15|"),
            ("10:10 a.m.–12:30 p.m. and 5–6:30 p.m.", "10:10-12:30 17:00-18:30|"),
            ("12.30 p.m.", "12:30|"),
            ("11.10", "11:10|"),
            ("1530Z", "15:30|Z|"),
            ("1430 hours", "14:30|"),
            ("1030-1130", "10:30-11:30|"),
            ("0945–1130", "09:45-11:30|"),
            ("19:15 hours until 21:30 hours", "19:15-21:30|"),
            ("11:52 am until 2:00 pm", "11:52-14:00|"),
            ("10:15-12:20", "10:15-12:20|"),
            ("11:30-1:15", "11:30-13:15|"),
            ("09:34~11:45장소", "09:34-11:45|장소"),
            ("5:40 p.m.-6:20 p.m.", "17:40-18:20|"),
            ("17:00 and 18:00 hours", "17:00 18:00|"),
            ("15 час. 20 мин.", "15:20|"),
            ("11.30 Uhr", "11:30|"),
            ("14h30", "14:30|"),
            ("下午2:50—3:55", "14:50-15:55|"),
            ("二时五十分－三时五十五分", "02:50-03:55|"),
            ("上午九时", "09:00|"),
            ("오후 2시 30분", "14:30|"),
            ("2:30 p.m. (EST)", "14:30|EST|"),
            ("4 p.m. Moscow time", "16:00|Moscow time|"),
            ("4 p.m., 12 people", "16:00|, 12 people"),
        ] {
            assert_eq!(told(input).as_deref(), Some(expected), "{input:?}");
        }
    }

    #[test]
    fn no_times() {
        for input in [
            "3",
            "1962",
            "3 a map",
            "30.10.1988",
            "25:10",
            "9:75",
            "3rd",
            "10S",
            "a.m.",
            "",
            "13–15",
        ] {
            assert_eq!(told(input), None, "{input:?}");
        }
    }
}
