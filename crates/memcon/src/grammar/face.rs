//! One time of day as its clock face shows it: `3:30 p.m.`, `noon`, `1430 hours`, `14h30`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::one_of;
use nom::combinator::{map, opt, recognize, verify};
use nom::sequence::preceded;

use crate::grammar::cjk;
use crate::grammar::number::{self, digits, short};
use crate::grammar::{PResult, decline, letters, same_word, space, word_end, word_of};

/// A time of day on the 24-hour clock; 24:00 is the midnight that ends a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: u8,
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

    /// Gives the time as it stands.
    pub(crate) fn own(self) -> Clock {
        self.at(self.half)
    }

    /// Gives this time in the half of the day of a later one, or in the other if it were later.
    pub(crate) fn before(self, next: Face) -> Clock {
        let Some(half) = next.half.filter(|_| self.half.is_none()) else { return self.own() };
        let same = self.at(Some(half));
        if same <= next.own() { same } else { self.at(Some(half.other())) }
    }

    /// Gives this time as the end of a sitting that began at `from`.
    pub(crate) fn after(self, from: Face, began: Clock) -> Clock {
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

/// Tells by the first letters whether a time may begin here: `noon` and `mittag` have words, all
/// others begin with figures or in another script.
pub(crate) fn may_begin(input: &str) -> bool {
    match input.as_bytes().first() {
        Some(b'n' | b'N' | b'm' | b'M') => true,
        Some(b'a'..=b'z' | b'A'..=b'Z') => number::may_begin(input),
        Some(b'0'..=b'9' | b'|' | 0x80..) => true,
        Some(_) | None => false,
    }
}

/// Recognises one time.
pub(crate) fn face(input: &str) -> PResult<'_, Face> {
    let (rest, face) = alt((cjk::face, named, military, spelled, numeric)).parse(input)?;
    if face.hour > 24 || face.minute > 59 {
        return decline(input);
    }
    Ok((rest, face))
}

/// More letters than the name of a time has.
const LONGEST_NAME: usize = 16;

/// ```text
/// named = ["12" [":00"]] ("noon" | "midnight")
/// ```
fn named(input: &str) -> PResult<'_, Face> {
    let (rest, _) = opt((tag("12"), opt(tag(":00")), space)).parse(input)?;
    // A word without end is asked at each of its letters: no more is read of it than a name has.
    let end = rest.char_indices().nth(LONGEST_NAME).map_or(rest.len(), |(at, _)| at);
    let (_, word) = letters(&rest[..end])?;
    let rest = &rest[word.len()..];
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
        if rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return decline(input);
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces() {
        for (input, expected) in [
            ("3:30 p.m.", Some((15, 30))),
            ("12:15 a.m.", Some((0, 15))),
            ("12 noon", Some((12, 0))),
            ("midnight", Some((24, 0))),
            ("1430 hours", Some((14, 30))),
            ("3 o’clock", Some((3, 0))),
            ("24:10 p.m", Some((24, 10))),
            ("noonday", None),
            ("3rd", None),
            ("25:10", None),
            ("x", None),
        ] {
            let found = face(input).ok().map(|(_, f)| (f.own().hour, f.own().minute));
            assert_eq!(found, expected, "{input:?}");
        }
    }
}
