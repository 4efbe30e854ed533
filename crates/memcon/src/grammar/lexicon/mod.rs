//! Words of office, of rank, of countries and agencies: data, each table sorted and folded.

mod agencies;
mod countries;
mod honorifics;
mod prose;
mod roles;

use crate::grammar::fold::listed;

/// Tells whether a word is said before a name and is no office: `Mr.`, `Gen.`, `Cde.`, `Sir`.
pub(crate) fn is_honorific(word: &str) -> bool {
    starts_upper(word) && listed(honorifics::HONORIFICS, word)
        || listed(honorifics::SMALL, word) && word.ends_with('.')
        || word == "H.E."
}

/// Tells whether a word is a rank that is a name's honorific: `Lt.`, `Vice Adm.`, `General`.
pub(crate) fn is_rank(word: &str) -> bool {
    starts_upper(word) && listed(honorifics::RANKS, word)
}

/// Tells whether a word names several people at once: `Messrs.`, `Ambassadors`.
pub(crate) fn is_plural_title(word: &str) -> bool {
    starts_upper(word) && listed(honorifics::PLURALS, word)
}

/// Tells whether a word names an office: `Secretary`, `Director`, `Interpreter`.
pub(crate) fn is_role_word(word: &str) -> bool {
    listed(roles::ROLES, word)
}

/// Tells whether a word qualifies an office: `Deputy`, `Acting`, `First`, `Prime`.
pub(crate) fn is_role_adjective(word: &str) -> bool {
    listed(roles::ADJECTIVES, word)
}

/// Tells whether a word may stand before a name: an honorific, a rank or an office.
pub(crate) fn is_title_word(word: &str) -> bool {
    starts_upper(word) && (is_honorific(word) || is_rank(word) || is_role_word(word))
        || is_honorific(word)
}

/// Tells whether a word names a country, a people or a city that sends delegations.
pub(crate) fn is_country(word: &str) -> bool {
    starts_upper(word) && listed(countries::COUNTRIES, word)
}

/// Tells whether a word belongs to the name of an agency or of its field.
pub(crate) fn is_agency_word(word: &str) -> bool {
    starts_upper(word) && listed(agencies::AGENCIES, word)
}

/// Tells whether a word heads a group in a list: `Side`, `Delegation`, `Also`, `Americans`.
pub(crate) fn is_group_word(word: &str) -> bool {
    listed(agencies::GROUPS, word)
}

/// Tells whether a word is of a subject and not of a person: `Relations`, `Question`.
pub(crate) fn is_topic_word(word: &str) -> bool {
    listed(prose::TOPICS, word)
}

/// Tells whether a word is of a sentence and not of a list: `said`, `was`, `that`.
pub(crate) fn is_prose_word(word: &str) -> bool {
    listed(prose::SENTENCE, word)
}

/// Tells whether a small word joins the words of an office or a name: `of`, `for`, `von`.
pub(crate) fn is_joint(word: &str) -> bool {
    listed(prose::JOINTS, word) || is_particle(word)
}

/// Tells whether a word is a particle of a surname: `de`, `von`, `bin`.
pub(crate) fn is_particle(word: &str) -> bool {
    listed(honorifics::PARTICLES, word)
}

/// Tells whether a word follows a name and belongs to it: `Jr.`, `II`.
pub(crate) fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Jr" | "JR" | "Sr" | "II" | "III" | "IV")
}

fn starts_upper(word: &str) -> bool {
    word.starts_with(|c: char| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        let tables = [
            honorifics::HONORIFICS,
            honorifics::SMALL,
            honorifics::RANKS,
            honorifics::PLURALS,
            honorifics::PARTICLES,
            roles::ROLES,
            roles::ADJECTIVES,
            countries::COUNTRIES,
            agencies::AGENCIES,
            agencies::GROUPS,
            prose::TOPICS,
            prose::SENTENCE,
            prose::JOINTS,
        ];
        for table in tables {
            for pair in table.windows(2) {
                assert!(pair[0].chars().lt(pair[1].chars()), "{pair:?}");
            }
        }
    }
}
