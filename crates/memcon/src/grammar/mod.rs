//! What each part of a record looks like. A parser here recognises or declines; it never decides.

pub(crate) mod citation;
pub(crate) mod cue;
pub(crate) mod label;
pub(crate) mod mark;
pub(crate) mod sentence;
pub(crate) mod titles;

use nom::IResult;

/// The result of a parser: the rest, and what was recognised.
pub(crate) type PResult<'t, T> = IResult<&'t str, T>;
