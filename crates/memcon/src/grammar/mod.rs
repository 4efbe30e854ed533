//! What a part of a document looks like: parsers that take `&str` and give slices of it.

pub(crate) mod attendance;
pub(crate) mod fold;
pub(crate) mod lexicon;
pub(crate) mod name;
pub(crate) mod person;
pub(crate) mod title;
pub(crate) mod words;
