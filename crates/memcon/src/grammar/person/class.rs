//! What each word is in a phrase about a person.

use crate::grammar::lexicon::{
    is_agency_word, is_country, is_group_word, is_honorific, is_joint, is_particle, is_rank,
    is_role_adjective, is_role_word, is_suffix, is_topic_word,
};
use crate::grammar::name::{is_initial, is_name_word};
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
    if is_suffix(bare) {
        Class::Suffix
    } else if is_honorific(bare) || is_rank(bare) {
        Class::Honorific
    } else if is_initial(bare) && !is_country(bare) {
        Class::Initial
    } else if is_particle(bare)
        && (bare.starts_with(char::is_lowercase) || bare.len() > 1)
        && !bare.contains('.')
    {
        Class::Particle
    } else if bare.starts_with(char::is_lowercase) && is_joint(bare)
        || matches!(bare, "&" | "The" | "And" | "Of")
    {
        Class::Joint
    } else if is_office(bare) {
        Class::Office
    } else if is_country(bare)
        || is_agency_word(bare)
        || is_group_word(bare)
        || is_code(bare)
        || joins_groups(bare)
    {
        Class::Group
    } else if is_topic_word(bare) {
        Class::Topic
    } else if is_name_word(bare) && !is_possessive(bare) {
        Class::Name
    } else {
        Class::Other
    }
}

fn is_office(word: &str) -> bool {
    let whole = is_role_word(word) || is_role_adjective(word);
    // `Secretary-General`, `Director/Editor`: an office by its first part.
    whole
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
