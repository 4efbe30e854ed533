//! Who is meant: labels, subjects, pronouns and roles linked to participants, each with its rule.

pub(crate) mod cues;
