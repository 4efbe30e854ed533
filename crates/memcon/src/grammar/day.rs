//! Days of the calendar as they are written: `May 3, 1962`, `3 мая 1962 года`, `13–15 December
//! 1961`, `11.7.1964`, `Saigon, January 1963`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case};
use nom::character::complete::one_of;
use nom::combinator::{map, not, opt, peek, recognize, verify};
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::month::{self, month, weekday};
use crate::grammar::number::{self, Number, after_ordinal, digits, short, short_year, year};
use crate::grammar::numeric::{iso, korean, numeric};
use crate::grammar::{
    PResult, cjk, dash, decline, face, leading_letters, space, space1, word_end, word_of,
};

/// A day, a month or a year, as far as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Calendar {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

/// How several days stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A list, or one day alone: `6 and 7`.
    #[default]
    And,
    /// One of them: `9 and/or 10`.
    Or,
    /// From the first to the last: `13–15`.
    Through,
}

/// Which of two figures is the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// The month is named, or stands by itself.
    #[default]
    Named,
    /// The day first: `30.10.1988`.
    DayFirst,
    /// The month first: `11.29.1960`.
    MonthFirst,
    /// Nothing in the date tells: `11.7.1964`.
    Either {
        /// The reading with the day first.
        day_first: Calendar,
        /// The reading with the month first.
        month_first: Calendar,
    },
}

/// One or more days, as one expression names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) named: Vec<Calendar>,
    pub(crate) joint: Joint,
    pub(crate) order: Order,
    pub(crate) weekday: Option<u8>,
}

impl Calendar {
    /// Tells whether nothing written of the two differs: May 1962 and 3 May 1962 may be one.
    pub(crate) fn may_be(self, other: Self) -> bool {
        fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        !differ(self.year, other.year)
            && !differ(self.month, other.month)
            && !differ(self.day, other.day)
    }

    /// Gives a day of its parts.
    pub(crate) fn of(year: Option<i16>, month: Option<u8>, day: Option<u8>) -> Self {
        Self { year, month, day }
    }
}

impl From<Calendar> for Days {
    fn from(day: Calendar) -> Self {
        Days { named: vec![day], ..Days::default() }
    }
}

/// Recognises a day or several, with the day of the week before or after.
///
/// ```text
/// days = [ weekday [","] ] ( numbered | named ) [ "(" weekday ")" | "," weekday ]
/// ```
pub(crate) fn days(input: &str) -> PResult<'_, Days> {
    if !may_begin(input) {
        return decline(input);
    }
    let lead = terminated(weekday, (space, opt(one_of(",;.—–-")), space, opt(article)));
    let (rest, before) = opt(lead).parse(input)?;
    let (rest, mut days) = alt((
        map(cjk::date, Days::from),
        iso,
        numeric,
        map(korean, Days::from),
        month_first,
        day_first,
        map(month_alone, Days::from),
    ))
    .parse(rest)?;
    let after = alt((
        preceded((space, opt(one_of(",，")), space), cjk::weekday),
        delimited((space, tag("(")), weekday, tag(")")),
        terminated(preceded((space, tag(","), space), weekday), peek(not_a_date)),
    ));
    let (rest, after) = opt(after).parse(rest)?;
    days.weekday = before.or(after);
    Ok((rest, days))
}

/// Tells by the first word whether a day may begin here: nearly every word of a text is declined
/// by this alone.
fn may_begin(input: &str) -> bool {
    match input.as_bytes().first() {
        Some(b'a'..=b'z' | b'A'..=b'Z') => {
            month::is_named(&input[..leading_letters(input)]) || number::may_begin(input)
        }
        // Spaces and figures of other scripts are settled by the rules themselves.
        Some(b'0'..=b'9' | b'|' | b' ' | b'\t'..=b'\r' | 0x80..) => true,
        Some(_) | None => false,
    }
}

/// Declines when the weekday just read belongs to the next date.
fn not_a_date(input: &str) -> PResult<'_, ()> {
    not((space, opt(one_of(",.")), space, alt((month, map(short, |_| 0))))).parse(input)
}

fn article(input: &str) -> PResult<'_, &str> {
    const ARTICLES: &[&str] = &["the", "den", "der", "dem", "le", "el", "am"];
    terminated(word_of(ARTICLES), space1).parse(input)
}

/// ```text
/// month-first = month [SP] numbers [ [","] year ]
/// ```
fn month_first(input: &str) -> PResult<'_, Days> {
    let (rest, month) = month(input)?;
    let (rest, _) = (space, opt(terminated(tag(","), space)), opt(article)).parse(rest)?;
    let (rest, (numbers, joint)) = numbers(rest)?;
    let (rest, year) = opt(preceded(before_year, year)).parse(rest)?;
    // "May I, 1962" may be a first of May; "May I ask" is not.
    if year.is_none() && numbers.iter().any(|n| !n.has_digit()) {
        return decline(input);
    }
    Ok((rest, several(&numbers, joint, month, year)))
}

/// ```text
/// day-first = numbers [ "of" | "de" ] month [ "," ] [ year [ "года" | "г." ] ]
/// ```
fn day_first(input: &str) -> PResult<'_, Days> {
    const OF: &[&str] = &["of", "de", "di", "del"];
    let (rest, (numbers, joint)) = numbers(input)?;
    let (rest, _) = (space, opt(one_of("-–./")), space).parse(rest)?;
    let (rest, _) = opt((word_of(OF), space1)).parse(rest)?;
    let (rest, month) = month(rest)?;
    if !rest.starts_with(char::is_alphabetic) && numbers.iter().all(Number::has_digit) {
        let link = (space, opt(one_of(",-–/'’")), space, opt((word_of(OF), space1)));
        let (rest, year) =
            opt(preceded(link, alt((year, terminated(short_year, abbreviated))))).parse(rest)?;
        let (rest, _) = opt((space, alt((tag("года"), tag("году"), tag("г."))))).parse(rest)?;
        return Ok((rest, several(&numbers, joint, month, year)));
    }
    decline(input)
}

/// A year of two figures ends the expression: "3 May 62", not "3 May 10:30" or "3 May 10 a.m.".
fn abbreviated(input: &str) -> PResult<'_, ()> {
    peek((word_end, not(preceded(space, clock_mark)))).map(|_| ()).parse(input)
}

/// ```text
/// before-year = [SP] [ "," | "." | "of" ] [SP]
/// ```
fn before_year(input: &str) -> PResult<'_, &str> {
    recognize((space, opt(alt((recognize(one_of(",.;/")), tag("of")))), space)).parse(input)
}

fn several(numbers: &[Number<'_>], joint: Joint, month: u8, year: Option<i16>) -> Days {
    let day = |n: &Number<'_>| Some(u8::try_from(n.value).unwrap_or(99));
    let named = numbers.iter().map(|n| Calendar::of(year, Some(month), day(n))).collect();
    Days { named, joint, ..Days::default() }
}

/// Recognises the numbers of one or more days of a month.
///
/// ```text
/// numbers = number [ dash number | *( "," number ) ("and" | "and/or" | "or" | "&") number ]
/// ```
fn numbers(input: &str) -> PResult<'_, (Vec<Number<'_>>, Joint)> {
    let (rest, first) = number(input)?;
    if let Ok((rest, last)) = preceded((space, through, space), number).parse(rest)
        && first.value < last.value
    {
        return Ok((rest, (vec![first, last], Joint::Through)));
    }
    let mut numbers = vec![first];
    let mut end = rest;
    while let Ok((after, next)) = preceded((space, tag(","), space), number).parse(end) {
        if numbers.len() > 6 {
            break;
        }
        numbers.push(next);
        end = after;
    }
    let and = preceded((space, opt((tag(","), space))), conjunction);
    match (and, preceded(space, number)).parse(end) {
        Ok((rest, (joint, last))) => {
            numbers.push(last);
            Ok((rest, (numbers, joint)))
        }
        // Without a conjunction the commas are of the year or the hour.
        Err(_) => Ok((rest, (vec![first], Joint::And))),
    }
}

fn through(input: &str) -> PResult<'_, &str> {
    let spelled = word_of(&["to", "through", "thru", "bis"]);
    alt((dash, spelled)).parse(input)
}

fn conjunction(input: &str) -> PResult<'_, Joint> {
    let word = |word, joint| map(terminated(tag_no_case(word), word_end), move |_| joint);
    alt((
        word("and/or", Joint::Or),
        word("or", Joint::Or),
        word("and", Joint::And),
        word("und", Joint::And),
        word("et", Joint::And),
        word("y", Joint::And),
        word("и", Joint::And),
        map(tag("&"), |_| Joint::And),
    ))
    .parse(input)
}

/// A day of the month; an hour is none: `2 p.m.`, `2:30`, `2–3 p.m.`.
fn number(input: &str) -> PResult<'_, Number<'_>> {
    let (rest, number) =
        verify(short, |n: &Number<'_>| (1..=39).contains(&n.value)).parse(input)?;
    peek(not(preceded(space, clock_mark))).parse(rest)?;
    let rest = after_ordinal(rest);
    if rest.starts_with(|c: char| c.is_ascii_digit()) { decline(input) } else { Ok((rest, number)) }
}

fn clock_mark(input: &str) -> PResult<'_, ()> {
    let colon = map((one_of(":."), digits(2)), |_| ());
    let half = map(face::half, |_| ());
    let unit = map(word_of(&["hours", "hrs", "h", "uhr", "noon", "час", "heures"]), |_| ());
    alt((colon, half, unit)).parse(input)
}

/// ```text
/// month-alone = month [ "," | "of" ] year
/// ```
fn month_alone(input: &str) -> PResult<'_, Calendar> {
    let (rest, (month, _, year)) = (month, before_year, year).parse(input)?;
    Ok((rest, Calendar::of(Some(year), Some(month), None)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(input: &str) -> Option<String> {
        let (rest, days) = days(input).ok()?;
        let part = |n: Option<String>| n.unwrap_or_else(|| "-".to_owned());
        let day = |d: &Calendar| {
            let two = |n: Option<u8>| part(n.map(|n| format!("{n:02}")));
            format!("{}.{}.{}", part(d.year.map(|y| y.to_string())), two(d.month), two(d.day))
        };
        let told: Vec<_> = days.named.iter().map(day).collect();
        let joint = match days.joint {
            Joint::And => " ",
            Joint::Or => "|",
            Joint::Through => "..",
        };
        Some(format!("{};{rest}", told.join(joint)))
    }

    #[test]
    fn forms() {
        for (input, expected) in [
            ("May 3, 1962", "1962.05.03;"),
            ("May 3, 1962.", "1962.05.03;."),
            ("May 3 1962", "1962.05.03;"),
            ("May3,1962,6 p.m.", "1962.05.03;,6 p.m."),
            ("December 6, 19551", "1955.12.06;"),
            ("Saturday, June lO, 1972", "1972.06.10;"),
            ("Nov. 3rd, 1972", "1972.11.03;"),
            ("January 6 and 7, 1951.", "1951.01.06 1951.01.07;."),
            ("January 6, 7 and 8, 1951", "1951.01.06 1951.01.07 1951.01.08;"),
            ("March 9 and/or 10, 1956", "1956.03.09|1956.03.10;"),
            ("December 13 – 15, 1961", "1961.12.13..1961.12.15;"),
            ("February 25-26 1972", "1972.02.25..1972.02.26;"),
            ("13–15 December 1961", "1961.12.13..1961.12.15;"),
            ("14 March 1985", "1985.03.14;"),
            ("1 November1962", "1962.11.01;"),
            ("18 of November 1956", "1956.11.18;"),
            ("16th of December 1949", "1949.12.16;"),
            ("8 de junio de 1976", "1976.06.08;"),
            ("1er juin 1991", "1991.06.01;"),
            ("den 5. Mai 1976", "-"),
            ("5. Mai 1976", "1976.05.05;"),
            ("1 ноября 1989 года", "1989.11.01;"),
            ("30.10.1988", "1988.10.30;"),
            ("11.7.1964", "1964.07.11;"),
            ("11.29.1960", "1960.11.29;"),
            ("7/28/06", "2006.07.28;"),
            ("3.XI.1962", "1962.11.03;"),
            ("1976-09-06", "1976.09.06;"),
            ("2007.10.3", "2007.10.03;"),
            ("July 17, 2:30 p.m.", "-.07.17;, 2:30 p.m."),
            ("July 17, 2–3 p.m.", "-.07.17;, 2–3 p.m."),
            ("July 1, 2 and 3 p.m.", "-.07.01;, 2 and 3 p.m."),
            ("January 1963", "1963.01.--;"),
            ("September, 1962", "1962.09.--;"),
            ("1972年2月21日，星期一，", "1972.02.21;，"),
            ("10.3(목) 09:34", "-.10.03; 09:34"),
            ("31 September 1962", "1962.09.31;"),
        ] {
            let expected = expected.replace(".--;", ".-;");
            let got = told(input);
            assert_eq!(got.as_deref(), Some(&*expected).filter(|e| *e != "-"), "{input:?}");
        }
    }

    #[test]
    fn near_forms() {
        for input in [
            "May I ask",
            "may 3, 1962",
            "March",
            "Marching 3, 1962",
            "3 p.m.",
            "1962",
            "May 45, 3",
            "3.5",
            "",
        ] {
            assert_eq!(told(input), None, "{input:?}");
        }
    }
}
