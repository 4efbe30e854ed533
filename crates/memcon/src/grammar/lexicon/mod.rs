//! Words of office, of rank, of countries and agencies: each table a file of `data/lexicon`.

use std::sync::LazyLock;

use crate::grammar::fold::{Table, listed, table};

static ADJECTIVES: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/adjectives.txt"))));
static AGENCIES: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/agencies.txt"))));
static COUNTRIES: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/countries.txt"))));
static GROUPS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/groups.txt"))));
static HONORIFICS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/honorifics.txt"))));
static JOINTS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/joints.txt"))));
static PARTICLES: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/particles.txt"))));
static PLURALS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/plurals.txt"))));
static RANKS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/ranks.txt"))));
static ROLES: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/roles.txt"))));
static SENTENCE: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/sentence.txt"))));
static SMALL: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/small.txt"))));
static TOPICS: LazyLock<Table> =
    LazyLock::new(|| table(words(include_str!("../../../data/lexicon/topics.txt"))));

/// Tells whether a word is said before a name and is no office: `Mr.`, `Gen.`, `Cde.`, `Sir`.
pub(crate) fn is_honorific(word: &str) -> bool {
    starts_upper(word) && listed(&HONORIFICS, word)
        || listed(&SMALL, word) && word.ends_with('.')
        || word == "H.E."
}

/// Tells whether a word is a rank that is a name's honorific: `Lt.`, `Vice Adm.`, `General`.
pub(crate) fn is_rank(word: &str) -> bool {
    starts_upper(word) && listed(&RANKS, word)
}

/// Tells whether a word names several people at once: `Messrs.`, `Ambassadors`.
pub(crate) fn is_plural_title(word: &str) -> bool {
    starts_upper(word) && listed(&PLURALS, word)
}

/// Tells whether a word names an office: `Secretary`, `Director`, `Interpreter`.
pub(crate) fn is_role_word(word: &str) -> bool {
    listed(&ROLES, word)
}

/// Tells whether a word qualifies an office: `Deputy`, `Acting`, `First`, `Prime`.
pub(crate) fn is_role_adjective(word: &str) -> bool {
    listed(&ADJECTIVES, word)
}

/// Tells whether a word may stand before a name: an honorific, a rank or an office.
pub(crate) fn is_title_word(word: &str) -> bool {
    starts_upper(word) && (is_honorific(word) || is_rank(word) || is_role_word(word))
        || is_honorific(word)
}

/// Tells whether a word names a country, a people or a city that sends delegations.
pub(crate) fn is_country(word: &str) -> bool {
    starts_upper(word) && listed(&COUNTRIES, word)
}

/// Tells whether a word belongs to the name of an agency or of its field.
pub(crate) fn is_agency_word(word: &str) -> bool {
    starts_upper(word) && listed(&AGENCIES, word)
}

/// Tells whether a word heads a group in a list: `Side`, `Delegation`, `Also`, `Americans`.
pub(crate) fn is_group_word(word: &str) -> bool {
    listed(&GROUPS, word)
}

/// Tells whether a word is of a subject and not of a person: `Relations`, `Question`.
pub(crate) fn is_topic_word(word: &str) -> bool {
    listed(&TOPICS, word)
}

/// Tells whether a word is of a sentence and not of a list: `said`, `was`, `that`.
pub(crate) fn is_prose_word(word: &str) -> bool {
    listed(&SENTENCE, word)
}

/// Tells whether a small word joins the words of an office or a name: `of`, `for`, `von`.
pub(crate) fn is_joint(word: &str) -> bool {
    listed(&JOINTS, word) || is_particle(word)
}

/// Tells whether a word is a particle of a surname: `de`, `von`, `bin`.
pub(crate) fn is_particle(word: &str) -> bool {
    listed(&PARTICLES, word)
}

/// Tells whether a word follows a name and belongs to it: `Jr.`, `II`.
pub(crate) fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "JR" | "Sr" | "II" | "III" | "IV")
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(|c: char| !c.is_lowercase())
}

/// The words of a file; a line after `#` is a comment.
pub(crate) fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known() {
        assert!(is_role_word("Secretary") && !is_role_word("Orlo"));
        assert!(is_honorific("Mr.") && is_honorific("cde.") && !is_honorific("cde"));
        assert!(is_country("Polish") && !is_country("polish"));
        assert!(is_joint("of") && is_particle("von"));
        assert!(!is_topic_word("#") && !is_topic_word("words-of-nothing"));
    }
}
