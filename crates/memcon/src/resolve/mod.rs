//! Who is meant, and when: labels, roles and dates linked to people and days. Every link carries
//! its rule; where several would do, all of them stay candidates.

pub(crate) mod cues;
pub(crate) mod dates;
mod edtf;
pub(crate) mod glossary;
pub(crate) mod identity;
mod label_case;
mod label_east;
mod label_initials;
mod label_names;
mod label_short;
mod label_titles;
pub(crate) mod label_words;
pub(crate) mod lookalike;
pub(crate) mod movements;
pub(crate) mod name_parts;
pub(crate) mod origin;
pub(crate) mod people;
pub(crate) mod shipped;
pub(crate) mod speakers;
pub(crate) mod when;
pub(crate) mod wordings;

/// No conversation has more participants. Each name is compared with so many and no more, so that
/// the linking stays linear in the text.
pub(crate) const MOST_PEOPLE: usize = 400;
