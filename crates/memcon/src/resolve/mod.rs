//! Who is meant, and when: labels, roles and dates linked to people and days. Every link carries
//! its rule; where several would do, all of them stay candidates.

pub(crate) mod cues;
pub(crate) mod dates;
mod edtf;
pub(crate) mod glossary;
mod label_east;
mod label_names;
pub(crate) mod label_words;
pub(crate) mod origin;
pub(crate) mod people;
pub(crate) mod shipped;
pub(crate) mod speakers;
pub(crate) mod when;
