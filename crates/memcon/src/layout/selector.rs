//! How a layout points at parts of a web page: a small part of CSS selectors.
//!
//! ```text
//! selector = compound (">"? compound)*          ; white space: anywhere inside; ">": directly inside
//! compound = tag? ("#" id | "." class | "[" name (op value)? "]")*
//! class    = token "*"?                         ; "*": the token begins so
//! op       = "=" | "^=" | "$=" | "*="
//! ```
//!
//! A class is one token of the attribute, never the whole of it: sites add tokens of their own.

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::{char, multispace0, multispace1, none_of};
use nom::combinator::{all_consuming, map, opt, recognize, value};
use nom::multi::{many0, many1};
use nom::sequence::{delimited, preceded};
use serde::{Deserialize, Deserializer, de};

/// A path to parts of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selector {
    /// The part itself last; what it stands inside before it.
    pub(crate) steps: Vec<Step>,
}

/// One element of the path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) relation: Relation,
    pub(crate) tag: Option<String>,
    pub(crate) tests: Vec<Test>,
}

/// How an element stands to the one before it in the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Anywhere inside it.
    #[default]
    Inside,
    /// Directly inside it.
    Child,
}

/// What an element must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Id(String),
    Class(String),
    ClassStarts(String),
    Has(String),
    Is(String, String),
    Starts(String, String),
    Ends(String, String),
    Holds(String, String),
}

type PResult<'a, T> = nom::IResult<&'a str, T>;

impl Selector {
    /// Reads a selector; nothing if it is none.
    pub(crate) fn read(written: &str) -> Option<Selector> {
        all_consuming(selector).parse(written.trim()).ok().map(|(_, selector)| selector)
    }
}

fn selector(input: &str) -> PResult<'_, Selector> {
    let (input, mut first) = compound(input)?;
    first.relation = Relation::Inside;
    let (input, more) = many0(further).parse(input)?;
    let steps = std::iter::once(first).chain(more).collect();
    Ok((input, Selector { steps }))
}

fn further(input: &str) -> PResult<'_, Step> {
    let child = delimited(multispace0, char('>'), multispace0);
    let relation = alt((value(Relation::Child, child), value(Relation::Inside, multispace1)));
    let (input, (relation, step)) = (relation, compound).parse(input)?;
    Ok((input, Step { relation, ..step }))
}

fn compound(input: &str) -> PResult<'_, Step> {
    let tag_only = (word, many0(test));
    alt((
        map(tag_only, |(tag, tests)| Step {
            tag: Some(tag.to_ascii_lowercase()),
            tests,
            ..Step::default()
        }),
        map(many1(test), |tests| Step { tests, ..Step::default() }),
    ))
    .parse(input)
}

fn test(input: &str) -> PResult<'_, Test> {
    let class = map((preceded(char('.'), word), opt(char('*'))), |(class, starts)| match starts {
        Some(_) => Test::ClassStarts(class.to_owned()),
        None => Test::Class(class.to_owned()),
    });
    let id = map(preceded(char('#'), word), |id: &str| Test::Id(id.to_owned()));
    alt((class, id, delimited(char('['), attribute, char(']')))).parse(input)
}

fn attribute(input: &str) -> PResult<'_, Test> {
    let (input, name) = map(word, str::to_ascii_lowercase).parse(input)?;
    let operator = alt((tag("="), tag("^="), tag("$="), tag("*=")));
    let (input, tested) = opt((operator, attribute_value)).parse(input)?;
    let test = match tested {
        None => Test::Has(name),
        Some(("^=", value)) => Test::Starts(name, value.to_owned()),
        Some(("$=", value)) => Test::Ends(name, value.to_owned()),
        Some(("*=", value)) => Test::Holds(name, value.to_owned()),
        Some((_, value)) => Test::Is(name, value.to_owned()),
    };
    Ok((input, test))
}

fn attribute_value(input: &str) -> PResult<'_, &str> {
    let quoted = delimited(char('"'), recognize(many0(none_of("\""))), char('"'));
    alt((quoted, recognize(many1(none_of("]\""))))).parse(input)
}

fn word(input: &str) -> PResult<'_, &str> {
    take_while1(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')).parse(input)
}

impl<'de> Deserialize<'de> for Selector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Selector::read(&written)
            .ok_or_else(|| de::Error::custom(format!("{written:?} is no selector")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(relation: Relation, tag: Option<&str>, tests: Vec<Test>) -> Step {
        Step { relation, tag: tag.map(str::to_owned), tests }
    }

    #[test]
    fn paths_are_read() {
        let class = |name: &str| Test::Class(name.to_owned());
        let check = |written: &str, steps: Vec<Step>| {
            assert_eq!(Selector::read(written), Some(Selector { steps }), "{written}");
        };
        check("p", vec![step(Relation::Inside, Some("p"), vec![])]);
        check(
            "#content .tei-head* > a.note[rel=footnote]",
            vec![
                step(Relation::Inside, None, vec![Test::Id("content".into())]),
                step(Relation::Inside, None, vec![Test::ClassStarts("tei-head".into())]),
                step(
                    Relation::Child,
                    Some("a"),
                    vec![class("note"), Test::Is("rel".into(), "footnote".into())],
                ),
            ],
        );
        check(
            "[href^=\"#cite note\"]",
            vec![step(
                Relation::Inside,
                None,
                vec![Test::Starts("href".into(), "#cite note".into())],
            )],
        );
    }

    #[test]
    fn what_is_no_path_is_declined() {
        for written in ["", ">", "p >", ".", "[href", "p,q", "p::before", "a[href=]"] {
            assert_eq!(Selector::read(written), None, "{written:?}");
        }
    }
}
