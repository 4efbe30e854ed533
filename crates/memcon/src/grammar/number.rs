//! Figures, as typists and scanners leave them: `l` and `I` for 1, `O` for 0, `S` for 5.

use nom::Parser;
use nom::bytes::complete::take_while;
use nom::combinator::verify;

use crate::grammar::{PResult, decline};

/// A number and the figures it is written with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number<'a> {
    pub(crate) written: &'a str,
    pub(crate) value: u16,
}

impl Number<'_> {
    /// Tells whether at least one figure is a real digit.
    pub(crate) fn has_digit(&self) -> bool {
        self.written.contains(|c: char| c.is_ascii_digit())
    }
}

fn figure(c: char) -> Option<u16> {
    match c {
        '0'..='9' => Some(c as u16 - '0' as u16),
        '０'..='９' => Some(c as u16 - '０' as u16),
        'l' | 'I' | '|' => Some(1),
        'O' | 'o' => Some(0),
        'S' => Some(5),
        _ => None,
    }
}

/// Tells whether letters may be figures, as a number begins with: `l5`, `I`, not `Iraq`.
pub(crate) fn may_begin(input: &str) -> bool {
    let count = input.chars().take_while(|c| figure(*c).is_some()).count();
    // A figure is one byte, but for those that are full width.
    let figures = input.get(..count).unwrap_or(input);
    figures.contains(|c: char| !c.is_ascii_alphabetic())
        || count > 0 && !input[figures.len()..].starts_with(char::is_alphanumeric)
}

fn value(written: &str) -> u16 {
    written.chars().filter_map(figure).fold(0, |sum, f| sum.saturating_mul(10).saturating_add(f))
}

fn figures(input: &str) -> PResult<'_, Number<'_>> {
    let (rest, written) = take_while(|c| figure(c).is_some()).parse(input)?;
    Ok((rest, Number { written, value: value(written) }))
}

/// Recognises one or two figures, as in a day or an hour.
///
/// ```text
/// short = 1*2figure                       ; no further figure; without a digit, no letter either
/// ```
pub(crate) fn short(input: &str) -> PResult<'_, Number<'_>> {
    // "10S" is no number, but "3 o'clock" and "10 pm" go on with letters that are figures too.
    let (rest, number) =
        verify(figures, |n: &Number| n.written.chars().count() <= 2).parse(input)?;
    let goes_on = rest.starts_with(char::is_alphanumeric);
    if number.written.is_empty() || (goes_on && !number.has_digit()) {
        return decline(input);
    }
    Ok((rest, number))
}

/// Recognises exactly `count` plain digits, no further digit after them.
pub(crate) fn digits<'a>(count: usize) -> impl FnMut(&'a str) -> PResult<'a, Number<'a>> {
    move |input| {
        let (rest, written) =
            verify(take_while(|c: char| c.is_ascii_digit()), |d: &str| d.len() == count)
                .parse(input)?;
        Ok((rest, Number { written, value: value(written) }))
    }
}

/// Recognises a year of the common era in four figures; the callout of a note may be glued to it.
///
/// ```text
/// year = 4figure [ 1*2digit ]             ; "1955", "19S2", "19551" = 1955 and note 1
/// ```
pub(crate) fn year(input: &str) -> PResult<'_, i16> {
    let end = input.char_indices().nth(4).map_or(input.len(), |(at, _)| at);
    let (written, rest) = input.split_at(end);
    let is_year = written.chars().all(|c| figure(c).is_some())
        && written.chars().filter(|c| c.is_ascii_digit() || ('０'..='９').contains(c)).count() >= 3
        && (1400..2100).contains(&value(written));
    let (rest, callout) = take_while(|c: char| c.is_ascii_digit()).parse(rest)?;
    let goes_on = rest.starts_with(|c: char| c.is_ascii_alphabetic());
    if !is_year || callout.len() > 2 || goes_on {
        return decline(input);
    }
    Ok((rest, i16::try_from(value(written)).unwrap_or(0)))
}

/// Recognises a year of which the century is left out, in numeric dates.
pub(crate) fn short_year(input: &str) -> PResult<'_, i16> {
    let (rest, number) = digits(2).parse(input)?;
    let year = i16::try_from(number.value).unwrap_or(0);
    // Records of conversation are of the twentieth century; stamps on them, of the twenty-first.
    Ok((rest, if year < 30 { 2000 + year } else { 1900 + year }))
}

/// Gives what follows an ordinal ending, if one stands here: `16th`, `1er`, `5.`.
///
/// ```text
/// ordinal = "st" | "nd" | "rd" | "th" | "d" | "er" | "º" | "."
/// ```
pub(crate) fn after_ordinal(input: &str) -> &str {
    let endings = ["st", "nd", "rd", "th", "d", "er", "º", "°", "-го"];
    let ends = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
    let stop = input.strip_prefix('.');
    stop.or_else(|| endings.iter().filter_map(|e| input.strip_prefix(e)).find(ends))
        .unwrap_or(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years() {
        for (input, expected) in [
            ("1955", Some(1955)),
            ("1955,6 p.m.", Some(1955)),
            ("19S2", Some(1952)),
            ("l962 ", Some(1962)),
            ("19551", Some(1955)),
            ("195512", Some(1955)),
            ("1951—11 a. m.", Some(1951)),
            ("1955123", None),
            ("195", None),
            ("3955", None),
            ("1955a", None),
            ("lOSO", None),
            ("", None),
        ] {
            assert_eq!(year(input).ok().map(|(_, y)| y), expected, "{input:?}");
        }
    }

    #[test]
    fn short_numbers() {
        for (input, expected) in [
            ("6,", Some(6)),
            ("lO,", Some(10)),
            ("l:15", Some(1)),
            ("10p.m.", Some(10)),
            ("1O:30", Some(10)),
            ("110", None),
            ("In", None),
            ("Or", None),
            ("", None),
        ] {
            assert_eq!(short(input).ok().map(|(_, n)| n.value), expected, "{input:?}");
        }
    }
}
