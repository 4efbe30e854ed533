//! Who somebody is outside the record, and how the name is written there.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::no_spans;

/// By which rule a roster knows a participant.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum IdentityRule {
    /// The whole name, or an alias, is the roster's.
    Name,
    /// Initials and surname agree with one person of the roster.
    Initials,
    /// The surname, and an office that the roster's person held on the day.
    SurnameAndOffice,
    /// The office alone, which one person of the roster held on the day.
    Office,
}

impl IdentityRule {
    /// Gives the rule in plain words: what was the same in the record and in the roster.
    pub fn words(self) -> &'static str {
        match self {
            IdentityRule::Name => "the same name",
            IdentityRule::Initials => "initials and surname",
            IdentityRule::SurnameAndOffice => "the surname, and an office held on the day",
            IdentityRule::Office => "an office held on the day",
        }
    }
}

/// Who a participant is, by a roster that the caller gave; the document need not say it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Identity {
    /// The name as the roster has it.
    pub name: String,
    /// The office of the roster by which the person was found or which the person held on the
    /// day, where there is one.
    pub office: Option<String>,
    /// Ids elsewhere, by the name of the authority: `wikidata`, `viaf`.
    pub ids: BTreeMap<String, String>,
    /// By which rule the roster knows the person.
    pub rule: IdentityRule,
}

impl Identity {
    pub(crate) fn new(
        name: String,
        office: Option<String>,
        ids: BTreeMap<String, String>,
        rule: IdentityRule,
    ) -> Self {
        Self { name, office, ids, rule }
    }
}

/// A name taken apart: what stands beside the written form, never in its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NameParts {
    /// The surname with its particles, in small letters where the record has capitals.
    pub family: String,
    /// Given names and initials in the order written, with single spaces; none where only a
    /// surname is written.
    pub given: Option<String>,
    /// `Jr.`, `III`.
    pub suffix: Option<String>,
    /// Whether the surname is written first, as in East Asian and Hungarian names.
    pub family_first: bool,
    /// The key to sort and to compare by: surname, comma, given names, in small Latin letters
    /// without accents; Cyrillic letters are transliterated.
    pub sort: String,
}

impl NameParts {
    pub(crate) fn new(
        family: String,
        given: Option<String>,
        suffix: Option<String>,
        family_first: bool,
        sort: String,
    ) -> Self {
        Self { family, given, suffix, family_first, sort }
    }
}

no_spans!(IdentityRule, Identity, NameParts);
