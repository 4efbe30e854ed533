//! What each part of a record looks like. A parser here recognises or declines; it never decides.

pub(crate) mod citation;
pub(crate) mod fold;
pub(crate) mod label;
pub(crate) mod lexicon;
pub(crate) mod mark;
pub(crate) mod title;
pub(crate) mod titles;
pub(crate) mod words;

use nom::IResult;

/// The result of a parser: the rest, and what was recognised.
pub(crate) type PResult<'t, T> = IResult<&'t str, T>;
