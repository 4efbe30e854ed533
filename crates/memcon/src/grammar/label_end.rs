//! What ends a label: remarks in brackets, the digits of a callout, the separator.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::char;
use nom::combinator::{opt, peek};
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::label::is_gap;
use crate::grammar::{PResult, decline};
use crate::model::Separator;

/// The most characters in a parenthesis between name and separator.
pub(super) const ASIDE: usize = 80;

/// Parentheses and brackets between name and separator; the first one's inside is given.
pub(super) fn asides(input: &str) -> PResult<'_, Option<&str>> {
    let (rest, first) = opt(aside).parse(input)?;
    let (rest, _) = opt(aside).parse(rest)?;
    Ok((rest, first))
}

fn aside(input: &str) -> PResult<'_, &str> {
    if !input.trim_start_matches(is_gap).starts_with(['(', '（', '[']) {
        return decline(input);
    }
    let inside = |close| take_while_m_n(1, ASIDE, move |c| c != close);
    preceded(
        take_while(is_gap),
        alt((
            delimited(char('('), inside(')'), char(')')),
            delimited(char('（'), inside('）'), char('）')),
            // `Orlo [to Rivel:]`: the bracket closes after the separator.
            terminated(
                preceded(char('['), take_while_m_n(1, ASIDE, |c| !matches!(c, ']' | ':' | '\n'))),
                peek(tag(":]")),
            ),
            delimited(char('['), inside(']'), char(']')),
        )),
    )
    .parse(input)
}

/// The digits of a callout glued to a label.
pub(super) fn callout_digits(input: &str) -> PResult<'_, &str> {
    take_while_m_n(0, 2, |c: char| c.is_ascii_digit()).parse(input)
}

/// The separator, and whether a bracket closes with it.
pub(super) fn mark(input: &str) -> PResult<'_, (Separator, bool)> {
    let gap = || take_while(is_gap);
    let colon = preceded(
        gap(),
        alt((
            (tag(":"), opt(tag("]"))).map(|(_, close)| (Separator::Colon, close.is_some())),
            tag("：").map(|_| (Separator::FullwidthColon, false)),
        )),
    );
    let dash = preceded(opt(char(' ')), alt((tag("—"), tag("–"), tag("--"))))
        .map(|_| (Separator::Dash, false));
    let hyphen = alt((tag(" - "), tag(" – "))).map(|_| (Separator::SpacedHyphen, false));
    let equals = preceded(gap(), tag("=")).map(|_| (Separator::Equals, false));
    alt((colon, hyphen, dash, equals)).parse(input)
}
