//! What stands for what: people, dates, abbreviations.

pub(crate) mod people;
