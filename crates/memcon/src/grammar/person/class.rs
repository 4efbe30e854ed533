//! What each word is in a phrase about a person.

use crate::grammar::lexicon::{
    self, Classes, is_agency_word, is_country, is_role_word, is_suffix, names_agency, says_before,
};
use crate::grammar::name::{is_initial, is_name_word};
use crate::grammar::packed::Packed;
use crate::grammar::words::bare;

/// What a word is in a phrase about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Honorific,
    Office,
    Group,
    Topic,
    Joint,
    Particle,
    Initial,
    Suffix,
    Name,
    Other,
}

pub(super) fn class(word: &str) -> Class {
    let bare = bare(word);
    // Most words are of letters and no longer than what is packed.
    if let Some(packed) = Packed::of(bare.as_bytes())
        && !bare.is_empty()
    {
        return of_letters(bare, lexicon::of_packed(packed));
    }
    let lists = lexicon::of(bare);
    if bare.bytes().all(|byte| byte.is_ascii_alphabetic()) && !bare.is_empty() {
        return of_letters(bare, lists);
    }
    let upper = lexicon::starts_upper(bare);
    let country = upper && lists.has(Classes::COUNTRIES);
    if is_suffix(bare) {
        Class::Suffix
    } else if says_before(bare, lists) || upper && lists.has(Classes::RANKS) {
        Class::Honorific
    } else if !country && is_initial(bare) {
        Class::Initial
    } else if lists.has(Classes::PARTICLES)
        && (bare.len() > 1 || bare.starts_with(char::is_lowercase))
        && !bare.contains('.')
    {
        Class::Particle
    } else if !upper && lists.has(Classes::JOINTS.or(Classes::PARTICLES))
        || matches!(bare, "&" | "The" | "And" | "Of")
    {
        Class::Joint
    } else if is_office(bare, lists) {
        Class::Office
    } else if country
        || names_agency(bare, lists)
        || lists.has(Classes::GROUPS)
        || is_code(bare)
        || joins_groups(bare)
    {
        Class::Group
    } else if lists.has(Classes::TOPICS) {
        Class::Topic
    } else if is_name_word(bare) && !is_possessive(bare) {
        Class::Name
    } else {
        Class::Other
    }
}

/// What a word of plain letters is, without stop, hyphen or apostrophe.
fn of_letters(word: &str, lists: Classes) -> Class {
    let upper = lexicon::starts_upper(word);
    if is_suffix(word) {
        Class::Suffix
    } else if upper && lists.has(Classes::HONORIFICS.or(Classes::RANKS))
        || lists.has(Classes::COMRADES)
    {
        Class::Honorific
    } else if lists.has(Classes::PARTICLES) && (!upper || word.len() > 1) {
        Class::Particle
    } else if !upper && lists.has(Classes::JOINTS)
        || matches!(word, "The" | "And" | "Of")
        || is_shouted_joint(word)
    {
        Class::Joint
    } else if lists.has(Classes::ROLES.or(Classes::ADJECTIVES)) {
        Class::Office
    } else if upper && lists.has(Classes::COUNTRIES)
        || names_agency(word, lists)
        || lists.has(Classes::GROUPS)
    {
        Class::Group
    } else if lists.has(Classes::TOPICS) {
        Class::Topic
    } else if upper {
        Class::Name
    } else {
        Class::Other
    }
}

fn is_office(word: &str, lists: Classes) -> bool {
    // `Secretary-General`, `Director/Editor`: an office by its first part.
    lists.has(Classes::ROLES.or(Classes::ADJECTIVES))
        || word
            .split(['-', '/', '–'])
            .next()
            .is_some_and(|part| part.len() > 3 && part.len() < word.len() && is_role_word(part))
}

/// `Japan-Korea`, `US–UK`.
fn joins_groups(word: &str) -> bool {
    let mut parts = word.split(['-', '–', '/']);
    word.contains(['-', '–', '/']) && parts.all(|part| is_country(part) || is_agency_word(part))
}

/// An office code: `S/S`, `EUR/CAN`, `NSC`.
fn is_code(word: &str) -> bool {
    let small = word.chars().any(char::is_lowercase);
    !small
        && (word.contains(['/', '&']) || word.chars().any(|c| c.is_ascii_digit()) && word.len() > 1)
}

fn is_possessive(word: &str) -> bool {
    ["’s", "'s", "ʼs", "s’", "s'"].iter().any(|s| word.ends_with(s))
}

/// A small word in a heading of capitals.
fn is_shouted_joint(word: &str) -> bool {
    matches!(word, "OF" | "FOR" | "THE" | "AND" | "WITH")
}
