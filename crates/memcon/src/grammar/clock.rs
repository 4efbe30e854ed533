//! Times of day: `3:30 p.m.`, `9–10:55 a.m.`, `2 and 5:15 p.m.`, `0945–1130`, `下午2:50—3:55`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::one_of;
use nom::combinator::{map, opt, recognize, verify};
use nom::sequence::{delimited, preceded};

use crate::grammar::cjk;
use crate::grammar::number::{digits, short};
use crate::grammar::{
    PResult, dash, decline, letters, same_word, space, space1, word_end, word_of,
};

/// A time of day on the 24-hour clock; 24:00 is the midnight that ends a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
}

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

/// Which half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    Before,
    After,
}

/// How sure it is that figures are a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A half of the day, a unit, a colon: a time.
    Sure,
    /// Figures alone: a time only beside one.
    Bare,
    /// Four figures: a time only beside four others.
    Military,
}

/// A time as its clock face shows it, before its neighbours tell the half of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Face {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    pub(crate) half: Option<Half>,
    pub(crate) mark: Mark,
}

impl Face {
    fn at(self, half: Option<Half>) -> Clock {
        let hour = match (self.hour, half) {
            (12, Some(Half::Before)) => 0,
            (hour @ 0..12, Some(Half::After)) => hour + 12,
            (hour, _) => hour,
        };
        Clock { hour, minute: self.minute }
    }

    fn own(self) -> Clock {
        self.at(self.half)
    }

    /// Gives this time in the half of the day of a later one, or in the other if it were later.
    fn before(self, next: Face) -> Clock {
        let Some(half) = next.half.filter(|_| self.half.is_none()) else { return self.own() };
        let same = self.at(Some(half));
        if same <= next.own() { same } else { self.at(Some(half.other())) }
    }

    /// Gives this time as the end of a sitting that began at `from`.
    fn after(self, from: Face, began: Clock) -> Clock {
        let half = self.half.or(from.half);
        let same = self.at(half);
        match (self.half, half) {
            (None, Some(half)) if same < began => self.at(Some(half.other())),
            (None, None) if same < began && self.hour < 12 && began.hour < 13 => {
                self.at(Some(Half::After))
            }
            (_, _) => same,
        }
    }
}

impl Half {
    fn other(self) -> Self {
        match self {
            Half::Before => Half::After,
            Half::After => Half::Before,
        }
    }
}

/// Recognises the times of one or more sittings.
///
/// ```text
/// hours   = sitting *( ("and" | "&" | ";" | ",") sitting ) [ zone ]
/// sitting = face [ dash face ]            ; one of them surely a time
/// ```
pub(crate) fn hours(input: &str) -> PResult<'_, Timed<'_>> {
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

/// Recognises one time.
pub(crate) fn face(input: &str) -> PResult<'_, Face> {
    let (rest, face) = alt((cjk::face, named, military, spelled, numeric)).parse(input)?;
    if face.hour > 24 || face.minute > 59 {
        return decline(input);
    }
    Ok((rest, face))
}

/// ```text
/// named = ["12" [":00"]] ("noon" | "midnight")
/// ```
fn named(input: &str) -> PResult<'_, Face> {
    let (rest, _) = opt((tag("12"), opt(tag(":00")), space)).parse(input)?;
    let (rest, word) = letters(rest)?;
    let face = |hour, half| Face { hour, minute: 0, half, mark: Mark::Sure };
    for (names, hour, half) in [
        (["noon", "mittag", "midi", "mediodía", "полдень"], 12, Half::After),
        (["midnight", "mitternacht", "minuit", "medianoche", "полночь"], 24, Half::After),
    ] {
        if names.iter().any(|name| same_word(name, word)) {
            return Ok((rest, face(hour, Some(half))));
        }
    }
    decline(input)
}

/// ```text
/// military = 4digit [ "Z" | "hours" | "hrs" | "h" ]
/// ```
fn military(input: &str) -> PResult<'_, Face> {
    const UNITS: &[&str] = &["hours", "hrs", "hr", "h", "uhr", "z"];
    let (rest, number) = digits(4).parse(input)?;
    // The zone letter is left for the zone.
    let zulu = rest.starts_with('Z') && word_end(rest.get(1..).unwrap_or("")).is_ok();
    let (after, unit) = opt((space, word_of(UNITS))).parse(rest)?;
    let rest = if zulu { rest } else { after };
    if !zulu {
        word_end(rest)?;
    }
    let sure = zulu || unit.is_some() || number.written.starts_with('0');
    let mark = if sure { Mark::Sure } else { Mark::Military };
    let [hour, minute] =
        [number.value / 100, number.value % 100].map(|n| u8::try_from(n).unwrap_or(99));
    Ok((rest, Face { hour, minute, half: None, mark }))
}

/// ```text
/// spelled = hour ("Uhr" | "heures" | "час." | "h" | "o'clock") [ minute ["мин."] ] [ half ]
/// ```
fn spelled(input: &str) -> PResult<'_, Face> {
    const MINUTES: &[&str] = &["мин", "минут", "минуты", "min", "minutes", "minuten", "м"];
    const HOURS: &[&str] = &[
        "uhr",
        "heures",
        "heure",
        "h",
        "hs",
        "horas",
        "hora",
        "hours",
        "hrs",
        "час",
        "часов",
        "часа",
        "ч",
        "godz",
        "ore",
    ];
    let clock = recognize(alt((tag_no_case("o'clock"), tag_no_case("o’clock"))));
    let (rest, (hour, _, _, _)) =
        (short, space, alt((clock, word_of(HOURS))), opt(tag("."))).parse(input)?;
    let (rest, minute) = opt(preceded(space, minutes(MINUTES))).parse(rest)?;
    let (rest, half) = opt(preceded(space, half)).parse(rest)?;
    let hour = u8::try_from(hour.value).unwrap_or(99);
    Ok((rest, Face { hour, minute: minute.unwrap_or(0), half, mark: Mark::Sure }))
}

fn minutes<'a>(units: &'static [&'static str]) -> impl FnMut(&'a str) -> PResult<'a, u8> {
    move |input| {
        let (rest, number) = digits(2).parse(input)?;
        let (rest, _) = opt((space, word_of(units), opt(tag(".")))).parse(rest)?;
        Ok((rest, u8::try_from(number.value).unwrap_or(99)))
    }
}

/// ```text
/// numeric = hour [ (":" | ".") minute ] [ half ] [ "hours" ]
/// ```
fn numeric(input: &str) -> PResult<'_, Face> {
    const UNITS: &[&str] = &["hours", "hrs", "uhr", "horas", "hs", "часов", "час"];
    let (rest, hour) = short(input)?;
    let (rest, colon) = opt(preceded((tag(":"), space), pair)).parse(rest)?;
    let (rest, stop) = match colon {
        Some(_) => (rest, None),
        None => opt(preceded(one_of(".·"), pair)).parse(rest)?,
    };
    let (rest, half) = opt(preceded(space, half)).parse(rest)?;
    let (rest, unit) = opt((space, word_of(UNITS), opt(tag(".")))).parse(rest)?;
    if half.is_none() && unit.is_none() {
        // "10S" and "3rd" are no times; neither is a figure that a dotted date goes on with.
        word_end(rest)?;
        if stop.is_some()
            && rest.strip_prefix('.').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
        {
            return decline(input);
        }
    }
    let minute = colon.or(stop);
    let sure = half.is_some() || unit.is_some() || minute.is_some();
    let mark = if sure { Mark::Sure } else { Mark::Bare };
    let hour = u8::try_from(hour.value).unwrap_or(99);
    Ok((rest, Face { hour, minute: minute.unwrap_or(0), half, mark }))
}

/// Two figures of minutes.
fn pair(input: &str) -> PResult<'_, u8> {
    let two = verify(short, |n| n.written.chars().count() == 2);
    map(two, |n| u8::try_from(n.value).unwrap_or(99)).parse(input)
}

/// Recognises a half of the day.
///
/// ```text
/// half = ("a" | "p") ["." | ","] [SP] "m" ["."]
/// ```
pub(crate) fn half(input: &str) -> PResult<'_, Half> {
    let (rest, (letter, _, _, _)) =
        (one_of("aApP"), opt(one_of(".,")), space, one_of("mM")).parse(input)?;
    let (after, stop) = opt(tag(".")).parse(rest)?;
    // "a map" is no half of the day; "p.m.1" is, with the callout of a note.
    if stop.is_none() && rest.starts_with(char::is_alphabetic) {
        return decline(input);
    }
    let half = if matches!(letter, 'a' | 'A') { Half::Before } else { Half::After };
    Ok((after, half))
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
            ("09:34~11:45", "09:34-11:45|"),
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
