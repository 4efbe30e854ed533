//! Days in figures: `1976-09-06`, `30.10.1988`, `7/28/06`, `3.XI.1962`, `10.3(목)`.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::tag;
use nom::character::complete::one_of;
use nom::combinator::{map, peek, verify};
use nom::sequence::{preceded, terminated};

use crate::grammar::day::{Calendar, Days, Order};
use crate::grammar::month::roman;
use crate::grammar::number::{Number, short, short_year, year};
use crate::grammar::{PResult, cjk, space, word_end};

/// Recognises a date in figures with the year first.
///
/// ```text
/// iso = year ("-" | "/" | ".") 2digit same 2digit
/// ```
pub(crate) fn iso(input: &str) -> PResult<'_, Days> {
    let (rest, year) = year(input)?;
    let (rest, stop) = one_of("-/.–").parse(rest)?;
    let small = || verify(short, Number::has_digit);
    let (rest, (month, _, _, day)) =
        (preceded(space, small()), tag(&*stop.encode_utf8(&mut [0; 4])), space, small())
            .parse(rest)?;
    let small = |n: Number<'_>| Some(u8::try_from(n.value).unwrap_or(99));
    let rest = rest
        .strip_prefix('T')
        .filter(|r| r.starts_with(|c: char| c.is_ascii_digit()))
        .unwrap_or(rest);
    Ok((rest, Calendar::of(Some(year), small(month), small(day)).into()))
}

/// Recognises a date in figures, day or month first.
///
/// ```text
/// numeric = figure stop figure stop (year | short-year)      ; stop = "." | "/" | "-"
/// ```
pub(crate) fn numeric(input: &str) -> PResult<'_, Days> {
    let figure = || verify(short, |n: &Number<'_>| n.has_digit() && n.value <= 39);
    let (rest, first) = figure().parse(input)?;
    let (rest, stop) = preceded(space_before_stop, one_of("./-–")).parse(rest)?;
    let second = alt((map(roman, Err), map(figure(), Ok)));
    let (rest, second) = preceded(space, second).parse(rest)?;
    let same =
        |c: char| preceded((space_before_stop, verify(one_of("./-–"), move |s| *s == c)), space);
    let (rest, year) =
        preceded(same(stop), alt((year, terminated(short_year, word_end)))).parse(rest)?;
    let small = |n: Number<'_>| Some(u8::try_from(n.value).unwrap_or(99));
    let second = match second {
        Err(month) => {
            return Ok((rest, Calendar::of(Some(year), Some(month), small(first)).into()));
        }
        Ok(second) => second,
    };
    let day_first = Calendar::of(Some(year), small(second), small(first));
    let month_first = Calendar::of(Some(year), small(first), small(second));
    let either = Order::Either { day_first, month_first };
    let (day, order) = match (first.value, second.value) {
        (a, b) if a == b => (day_first, Order::Named),
        (a, _) if a > 12 => (day_first, Order::DayFirst),
        (_, b) if b > 12 => (month_first, Order::MonthFirst),
        // Slashes are American, dots and dashes are not.
        (_, _) if stop == '/' => (month_first, either),
        (_, _) => (day_first, either),
    };
    Ok((rest, Days { days: vec![day], order, ..Days::default() }))
}

/// Recognises a month and a day before the day of the week, as Seoul writes them: `10.3(목)`.
pub(crate) fn korean(input: &str) -> PResult<'_, Calendar> {
    let (rest, (month, _, day)) = (short, one_of("./"), short).parse(input)?;
    let (rest, _) = peek((space, cjk::weekday)).parse(rest)?;
    let small = |n: Number<'_>| Some(u8::try_from(n.value).unwrap_or(99));
    Ok((rest, Calendar::of(None, small(month), small(day))))
}

fn space_before_stop(input: &str) -> PResult<'_, &str> {
    verify(space, |s: &str| s.len() <= 1).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders() {
        for (input, expected) in [
            ("30.10.1988", Some(Order::DayFirst)),
            ("11.29.1960", Some(Order::MonthFirst)),
            ("7/28/06", Some(Order::MonthFirst)),
            ("3.XI.1962", Some(Order::Named)),
            ("5.5.1962", Some(Order::Named)),
            ("1.2.3", None),
            ("1-1/2 lines", None),
            ("12.30 p.m.", None),
        ] {
            let found = numeric(input).ok().map(|(_, days)| days.order);
            assert_eq!(found, expected, "{input:?}");
        }
    }
}
