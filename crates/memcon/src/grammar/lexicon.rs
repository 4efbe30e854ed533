//! Words of office, of rank, of countries and agencies: `data/lexicon.toml`, looked up once a word.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::grammar::fold::Folded;
use crate::grammar::packed::Packed;

/// The lists of the lexicon that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    pub(crate) const HONORIFICS: Self = Self(1 << 0);
    pub(crate) const SMALL: Self = Self(1 << 1);
    pub(crate) const RANKS: Self = Self(1 << 2);
    pub(crate) const PLURALS: Self = Self(1 << 3);
    pub(crate) const PARTICLES: Self = Self(1 << 4);
    pub(crate) const ROLES: Self = Self(1 << 5);
    pub(crate) const ADJECTIVES: Self = Self(1 << 6);
    pub(crate) const COUNTRIES: Self = Self(1 << 7);
    pub(crate) const AGENCIES: Self = Self(1 << 8);
    pub(crate) const GROUPS: Self = Self(1 << 9);
    pub(crate) const TOPICS: Self = Self(1 << 10);
    pub(crate) const SENTENCE: Self = Self(1 << 11);
    pub(crate) const JOINTS: Self = Self(1 << 12);
    pub(crate) const CODES: Self = Self(1 << 13);
    pub(crate) const GIVEN: Self = Self(1 << 14);
    pub(crate) const COMRADES: Self = Self(1 << 15);
    pub(crate) const SURNAMES: Self = Self(1 << 16);
    pub(crate) const POSTNOMINALS: Self = Self(1 << 17);
    pub(crate) const DEPARTMENTS: Self = Self(1 << 18);

    /// Gives the lists of both.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Said before names.
    const TITLES: Self = Self::HONORIFICS.or(Self::RANKS).or(Self::ROLES);

    /// Tells whether the word stands in one of the lists.
    #[inline]
    pub(crate) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The lists as the data file gives them: words between white space.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    honorifics: String,
    small: String,
    ranks: String,
    plurals: String,
    particles: String,
    roles: String,
    adjectives: String,
    countries: String,
    agencies: String,
    codes: String,
    groups: String,
    topics: String,
    sentence: String,
    joints: String,
    given: String,
    comrades: String,
    surnames: String,
    postnominals: String,
    departments: String,
}

/// The words of the lexicon, nearly all of them short.
#[derive(Default)]
struct Lexicon {
    short: FxHashMap<Packed, Classes>,
    other: FxHashMap<Box<[u8]>, Classes>,
}

impl Lexicon {
    fn add(&mut self, word: &str, class: Classes) {
        let classes = match Packed::of(word.as_bytes()) {
            Some(packed) => self.short.entry(packed).or_default(),
            None => self.other.entry(word.as_bytes().into()).or_default(),
        };
        *classes = classes.or(class);
    }

    /// Finds a word that is folded: the stop of `Gen.` is gone.
    fn folded(&self, word: &[u8]) -> Option<&Classes> {
        match Packed::of(word) {
            Some(packed) => self.short.get(&packed),
            None => self.other.get(word),
        }
    }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for (list, class) in lists() {
        list.split_whitespace().for_each(|word| lexicon.add(word, class));
    }
    lexicon
});

/// Reads the data file.
fn lists() -> [(String, Classes); 19] {
    let lists: Lists =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/lexicon.json")))
            .unwrap_or_default();
    [
        (lists.honorifics, Classes::HONORIFICS),
        (lists.small, Classes::SMALL),
        (lists.ranks, Classes::RANKS),
        (lists.plurals, Classes::PLURALS),
        (lists.particles, Classes::PARTICLES),
        (lists.roles, Classes::ROLES),
        (lists.adjectives, Classes::ADJECTIVES),
        (lists.countries, Classes::COUNTRIES),
        (lists.agencies, Classes::AGENCIES),
        (lists.codes, Classes::CODES),
        (lists.groups, Classes::GROUPS),
        (lists.topics, Classes::TOPICS),
        (lists.sentence, Classes::SENTENCE),
        (lists.joints, Classes::JOINTS),
        (lists.given, Classes::GIVEN),
        (lists.comrades, Classes::COMRADES),
        (lists.surnames, Classes::SURNAMES),
        (lists.postnominals, Classes::POSTNOMINALS),
        (lists.departments, Classes::DEPARTMENTS),
    ]
}

/// The words of a file; a line after `#` is a comment.
pub(crate) fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Finds the lists in which a packed word stands.
#[inline]
pub(crate) fn of_packed(word: Packed) -> Classes {
    LEXICON.short.get(&word).copied().unwrap_or_default()
}

/// Finds the lists in which a word stands, without allocating.
pub(crate) fn of(word: &str) -> Classes {
    let found = match Packed::of(word.as_bytes()) {
        Some(packed) => LEXICON.short.get(&packed),
        None => LEXICON.folded(Folded::of(word).as_bytes()),
    };
    found.copied().unwrap_or_default()
}

/// Tells whether a word is said before a name and is no office: `Mr.`, `Gen.`, `Cde.`, `Sir`.
pub(crate) fn is_honorific(word: &str) -> bool {
    says_before(word, of(word))
}

/// What [`is_honorific`] tells, of a word whose lists are known.
pub(crate) fn says_before(word: &str, lists: Classes) -> bool {
    lists.has(Classes::HONORIFICS) && starts_upper(word)
        || lists.has(Classes::COMRADES)
        || lists.has(Classes::SMALL) && word.ends_with('.')
        || word == "H.E."
}

/// Tells whether a word of office may be a given name: `Dean Orlo`.
pub(crate) fn is_given_name(word: &str) -> bool {
    of(word).has(Classes::GIVEN) && starts_upper(word)
}

/// Tells whether a word of office or of an agency is a surname as well: `Lord`, `White`, `Rice`.
pub(crate) fn is_surname_too(word: &str) -> bool {
    of(word).has(Classes::SURNAMES)
}

/// Tells whether a word behind a name is where somebody serves, and no surname: `Treasury`.
pub(crate) fn is_department(word: &str) -> bool {
    of(word).has(Classes::DEPARTMENTS)
}

/// Tells whether a word is of letters behind a name that tell an honour or a seat: `KCMG`, `MP`.
pub(crate) fn is_postnominal(word: &str) -> bool {
    of(word).has(Classes::POSTNOMINALS) && !word.contains(char::is_lowercase)
}

/// Tells whether a word is a rank that is a name's honorific: `Lt.`, `Vice Adm.`, `General`.
pub(crate) fn is_rank(word: &str) -> bool {
    of(word).has(Classes::RANKS) && starts_upper(word)
}

/// Tells whether a word names several people at once: `Messrs.`, `Ambassadors`.
pub(crate) fn is_plural_title(word: &str) -> bool {
    let lists = of(word);
    lists.has(Classes::PLURALS) && (starts_upper(word) || lists.has(Classes::COMRADES))
}

/// Tells whether a word names an office: `Secretary`, `Director`, `Interpreter`.
pub(crate) fn is_role_word(word: &str) -> bool {
    of(word).has(Classes::ROLES)
}

/// Tells whether a word qualifies an office: `Deputy`, `Acting`, `First`, `Prime`.
pub(crate) fn is_role_adjective(word: &str) -> bool {
    of(word).has(Classes::ADJECTIVES)
}

/// Tells whether a word may stand before a name: an honorific, a rank or an office.
pub(crate) fn is_title_word(word: &str) -> bool {
    let classes = of(word);
    classes.has(Classes::TITLES) && starts_upper(word)
        || classes.has(Classes::SMALL) && word.ends_with('.')
        || word == "H.E."
}

/// Tells whether a word names a country, a people or a city that sends delegations.
pub(crate) fn is_country(word: &str) -> bool {
    of(word).has(Classes::COUNTRIES) && starts_upper(word)
}

/// Tells whether a word belongs to the name of an agency or of its field.
pub(crate) fn is_agency_word(word: &str) -> bool {
    names_agency(word, of(word))
}

/// What [`is_agency_word`] tells, of a word whose lists are known: codes stand in capitals.
pub(crate) fn names_agency(word: &str, lists: Classes) -> bool {
    lists.has(Classes::AGENCIES) && starts_upper(word)
        || lists.has(Classes::CODES) && !word.contains(char::is_lowercase)
}

/// Tells whether a word heads a group in a list: `Side`, `Delegation`, `Also`, `Americans`.
pub(crate) fn is_group_word(word: &str) -> bool {
    of(word).has(Classes::GROUPS)
}

/// Tells whether a word is of a sentence and not of a list: `said`, `was`, `that`.
pub(crate) fn is_prose_word(word: &str) -> bool {
    of(word).has(Classes::SENTENCE)
}

/// Tells whether a small word joins the words of an office or a name: `of`, `for`, `von`.
pub(crate) fn is_joint(word: &str) -> bool {
    of(word).has(Classes::JOINTS.or(Classes::PARTICLES))
}

/// Tells whether a word is a particle of a surname: `de`, `von`, `bin`.
pub(crate) fn is_particle(word: &str) -> bool {
    of(word).has(Classes::PARTICLES)
}

/// Tells whether a word follows a name and belongs to it: `Jr.`, `II`.
pub(crate) fn is_suffix(word: &str) -> bool {
    word.starts_with(['J', 'S', 'I'])
        && matches!(word.trim_end_matches('.'), "Jr" | "JR" | "Sr" | "II" | "III" | "IV")
}

/// Tells whether a word does not begin with a small letter.
pub(crate) fn starts_upper(word: &str) -> bool {
    word.starts_with(|c: char| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_read_and_folded() {
        let lists = lists();
        let words: Vec<&str> = lists.iter().flat_map(|(list, _)| list.split_whitespace()).collect();
        assert!(words.len() > 500, "{}", words.len());
        for word in words {
            assert_eq!(Folded::of(word).as_str(), word, "not folded, or too long");
            assert!(of(word) != Classes::default(), "{word} is not found");
            let parts = word.split(['-', '/']);
            let made = |part: &str| !part.is_empty() && part.chars().all(char::is_alphanumeric);
            assert!(word == "&" || parts.clone().all(made), "{word} is no word");
        }
    }

    #[test]
    fn a_word_may_stand_in_several_lists() {
        assert!(is_honorific("Mr.") && is_title_word("Cde.") && is_title_word("SECRETARY"));
        assert!(is_role_word("Ministre") || is_role_word("minister"));
        assert!(!is_title_word("secretary") && !is_title_word("Orlo") && !is_country("Orlo"));
    }
}
