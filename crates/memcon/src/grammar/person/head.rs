//! The head of a phrase that names a person: office or honorific, then the name.

use super::Person;
use super::class::{Class, class};
use crate::grammar::fold::{begins, same};
use crate::grammar::lexicon::{
    self, Classes, is_country, is_joint, is_role_adjective, is_role_word,
};
use crate::grammar::name::is_caps;
use crate::grammar::words::{bare, through, words};

/// How many words an office and a name may have.
const LONGEST_HEAD: usize = 24;
/// How many words a name may have: `Marta Isabel de la Orlo y Rivel`.
const LONGEST_NAME: usize = 7;

/// What the head of a phrase gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head<'t> {
    /// Side or agency before the title: `United States Mr. Orlo`.
    pub(super) group: Option<&'t str>,
    pub(super) office: Option<&'t str>,
    pub(super) honorific: Option<&'t str>,
    pub(super) name: Option<&'t str>,
    /// What follows the name after `of`.
    pub(super) place: Option<&'t str>,
    /// Whether the office is long: it has words like `of` before the name.
    pub(super) long_office: bool,
}

impl<'t> Head<'t> {
    pub(super) fn person(&self, written: &'t str) -> Person<'t> {
        Person {
            written,
            honorific: self.honorific,
            name: self.name,
            roles: self.office.into_iter().collect(),
            affiliation: self.place,
            ..Person::default()
        }
    }
}

/// Reads a phrase without commas that names one person, by office or by name or both.
///
/// ```text
/// head = [group] [office] {honorific} [name]
/// ```
pub(super) fn head(phrase: &str) -> Option<Head<'_>> {
    let mut room = [("", Class::Other); LONGEST_HEAD];
    let mut count = 0;
    for word in words(phrase) {
        *room.get_mut(count)? = (word, class(word));
        count += 1;
    }
    let list = &room[..count];
    if list.is_empty() || list.iter().any(|(_, c)| *c == Class::Topic) {
        return None;
    }
    if let [(word, _)] = *list {
        // `SALT`, `JCS`: capitals alone name an agency or a matter.
        if is_caps(bare(word)) && bare(word).chars().count() <= 5 && bare(word).is_ascii() {
            return None;
        }
    }
    let start = name_start(list);
    let (left, name) = list.split_at(start);
    if name.len() > LONGEST_NAME {
        return None;
    }
    let name = span(phrase, name);
    if left.is_empty() {
        return name.map(|name| Head { name: Some(name), ..Head::default() });
    }
    let honorifics = left.iter().rev().take_while(|(_, c)| *c == Class::Honorific).count();
    let (left, honorific) = left.split_at(left.len() - if name.is_some() { honorifics } else { 0 });
    let honorific = span(phrase, honorific);
    let left = match left {
        [(the, _), rest @ ..]
            if name.is_some() && honorific.is_some() && same(the, "the") && rest.is_empty() =>
        {
            rest
        }
        other => other,
    };
    if left.is_empty() {
        return Some(Head { honorific, name, ..Head::default() });
    }
    let vocabulary = left.iter().all(|(_, c)| *c != Class::Other);
    if name.is_some() {
        let office = left.iter().any(|(_, c)| matches!(c, Class::Office | Class::Honorific));
        let groups = left.iter().all(|(word, c)| {
            matches!(c, Class::Group | Class::Joint)
                && !matches!(bare(word), "with" | "by" | "from")
        });
        let whole = span(phrase, left);
        if office
            && (vocabulary || honorific.is_some() || ends_in_office(left))
            && !left.iter().any(|(w, _)| same(bare(w), "with") || same(bare(w), "by"))
        {
            let long_office = left.iter().any(|(w, c)| *c == Class::Joint && !same(bare(w), "the"));
            return Some(Head { office: whole, honorific, name, long_office, ..Head::default() });
        }
        // `The Art. Hon. Orlo`: a courtesy that no table has.
        let courtesy = honorific.is_some() && left.len() <= 3;
        if groups || honorific.is_some() && vocabulary || courtesy {
            return Some(Head { group: whole, honorific, name, ..Head::default() });
        }
        return None;
    }
    located(phrase, list).or_else(|| {
        is_role_phrase(phrase).then(|| Head {
            office: Some(phrase.trim()),
            long_office: true,
            ..Head::default()
        })
    })
}

/// A title, a name, and what they are of: `President Orlo of Vesta`, `Mr. Orlo of the Lake Office`.
fn located<'t>(phrase: &'t str, list: &[(&'t str, Class)]) -> Option<Head<'t>> {
    let at = list.iter().position(|(word, c)| {
        *c == Class::Joint && ["of", "from", "for"].iter().any(|of| same(of, word))
    })?;
    let before = list.get(..at).filter(|before| !before.is_empty())?;
    let place = span(phrase, list.get(at + 1..)?)?;
    let named = head(span(phrase, before)?)?;
    let titled = named.honorific.is_some() || named.office.is_some();
    (titled && named.name.is_some() && named.group.is_none())
        .then_some(Head { place: Some(place), ..named })
}

fn ends_in_office(left: &[(&str, Class)]) -> bool {
    left.last().is_some_and(|(_, c)| matches!(c, Class::Office | Class::Honorific))
}

fn span<'t>(phrase: &'t str, part: &[(&'t str, Class)]) -> Option<&'t str> {
    let (first, last) = (part.first()?.0, part.last()?.0);
    Some(
        through(phrase, first, last)
            .trim_matches(|c: char| matches!(c, ',' | ';' | ':' | '*') || c.is_whitespace()),
    )
}

/// Finds where the name begins; the length of the list where no name stands at its end.
fn name_start(list: &[(&str, Class)]) -> usize {
    let end = list.len();
    let mut start = end;
    while start > 0 {
        let (word, this) = list[start - 1];
        let before = start.checked_sub(2).and_then(|i| list.get(i)).map(|(_, c)| *c);
        let takes = match this {
            Class::Name | Class::Initial | Class::Suffix => true,
            // `von Orlo`, and `de` is never the last word of a name.
            Class::Particle => start < end,
            // A surname that is also a word of office: `Mr. King`, `Marn D. King`, `Marn King`.
            Class::Honorific | Class::Office | Class::Group
                if start == end && !word.ends_with('.') =>
            {
                match before {
                    Some(Class::Initial) => true,
                    Some(Class::Honorific) => {
                        is_courtesy(list[start - 2].0) && !is_role_word(bare(word))
                            || is_mister(list[start - 2].0)
                    }
                    Some(Class::Name) => {
                        start == 2
                            && (is_country(word) || this == Class::Honorific)
                            && !is_role_word(bare(word))
                    }
                    Some(_) | None => false,
                }
            }
            Class::Honorific
            | Class::Office
            | Class::Group
            | Class::Topic
            | Class::Joint
            | Class::Other => false,
        };
        if !takes {
            break;
        }
        start -= 1;
    }
    if let [(word, _)] = list[start..]
        && bare(word).chars().count() == 1
    {
        return end;
    }
    // An initial alone is no name, a particle does not open an English one unless capitals follow.
    if list[start..]
        .iter()
        .all(|(_, c)| matches!(c, Class::Initial | Class::Suffix | Class::Particle))
    {
        return end;
    }
    // `General Secretary of the CC VP`: a short word in capitals ends the office.
    if let [(word, Class::Name)] = list[start..] {
        let office = list[..start].iter().any(|(_, c)| *c == Class::Joint)
            && list[start - 1].1 != Class::Honorific;
        if office && is_caps(bare(word)) && bare(word).len() <= 5 {
            return end;
        }
    }
    if start > 0 && list[start - 1].1 == Class::Joint && !same(bare(list[start - 1].0), "the") {
        return after_object(list, start);
    }
    start
}

/// After `of`, `to`, `for` the first word is their object: `Bank of Vesta Marn Orlo`.
fn after_object(list: &[(&str, Class)], start: usize) -> usize {
    let name = &list[start..];
    if let Some(at) = name.iter().position(|(_, c)| *c == Class::Initial) {
        return if at >= 2 { start + at - 1 } else { start + at };
    }
    if name.len() >= 3 { list.len() - 2 } else { list.len() }
}

/// `Mr.`, `Dr.`, `Gen.`: words that a name always follows.
fn is_courtesy(word: &str) -> bool {
    word.ends_with('.') || is_mister(word)
}

fn is_mister(word: &str) -> bool {
    ["mr", "mrs", "miss", "ms", "dr", "cde", "comrade", "lord", "sir", "lady", "messrs"]
        .iter()
        .any(|m| same(m, bare(word)))
}

/// Tells whether a phrase names a person by office alone: `The Vice President`,
/// `Minister of Lakes`, `Vestan Defense Minister`.
///
/// ```text
/// office = ["the"] {adjective | country | agency} noun [("of" | "for" | "to") words]
/// ```
pub(crate) fn is_role_phrase(phrase: &str) -> bool {
    if words(phrase).nth(LONGEST_HEAD).is_some() {
        return false;
    }
    let mut noun = false;
    let mut any = false;
    let mut all = words(phrase).enumerate().peekable();
    while let Some((i, word)) = all.next() {
        let word = bare(word);
        if word.is_empty() {
            continue;
        }
        if i == 0 && same(word, "the") {
            continue;
        }
        any = true;
        let lists = lexicon::of(word);
        let (role, adjective) = (lists.has(Classes::ROLES), lists.has(Classes::ADJECTIVES));
        if !role && !adjective && word.starts_with(char::is_lowercase) {
            // The office is named before its `of`.
            return noun && is_joint(word) && phrase_goes_on(phrase, word);
        }
        if !role && !adjective && !word.starts_with(char::is_uppercase) {
            return false;
        }
        // `Vice President`: an adjective alone is none, unless it is the last word.
        let last = all.peek().is_none();
        let office = role && (!adjective || noun || last);
        if office || begins(word, "vice-") || begins(word, "secretary-") {
            noun = true;
        } else if noun
            && (matches!(class(word), Class::Name | Class::Topic | Class::Other)
                || is_group_noun(word))
        {
            return false;
        }
    }
    any && noun
}

/// A group's word after an office's: `Secretary’s Staff`, `Chiefs of Staff`, `Minister Side`.
fn is_group_noun(word: &str) -> bool {
    [
        "staff",
        "side",
        "delegation",
        "party",
        "group",
        "team",
        "office",
        "committee",
        "conference",
        "council",
    ]
    .iter()
    .any(|noun| same(noun, word))
}

/// After the office's `of`, no word of a sentence follows.
fn phrase_goes_on(phrase: &str, from: &str) -> bool {
    words(phrase).skip_while(|word| !std::ptr::eq(bare(word).as_ptr(), from.as_ptr())).all(|word| {
        let word = bare(word);
        !word.starts_with(char::is_lowercase)
            || is_joint(word)
            || is_role_word(word)
            || is_role_adjective(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, group: &str, office: &str, honorific: &str, name: &str) {
        let found = head(phrase).unwrap_or_else(|| panic!("{phrase}"));
        assert_eq!(found.group.unwrap_or(""), group, "{phrase}");
        assert_eq!(found.office.unwrap_or(""), office, "{phrase}");
        assert_eq!(found.honorific.unwrap_or(""), honorific, "{phrase}");
        assert_eq!(found.name.unwrap_or(""), name, "{phrase}");
    }

    #[test]
    fn heads_that_name_somebody() {
        check("Mr. Orlo", "", "", "Mr.", "Orlo");
        check("Lt. Gen. Marn R. Orlo", "", "", "Lt. Gen.", "Marn R. Orlo");
        check("V/Adm. Marn Orlo", "", "", "V/Adm.", "Marn Orlo");
        check("cde. M. S. Orlo", "", "", "cde.", "M. S. Orlo");
        check("A. A. ORLO", "", "", "", "A. A. ORLO");
        check("Orl En-rivel", "", "", "", "Orl En-rivel");
        check("Counselor of Embassy Marn P. Orlo", "", "Counselor of Embassy", "", "Marn P. Orlo");
        check(
            "Government Information Bureau Director Marn Orlo",
            "",
            "Government Information Bureau Director",
            "",
            "Marn Orlo",
        );
        check("CIA Director Orlo", "", "CIA Director", "", "Orlo");
        check("Foreign Minister Orlo", "", "Foreign Minister", "", "Orlo");
        check("The Secretary Marn A. Orlo", "", "The Secretary", "", "Marn A. Orlo");
        check(
            "Chairman of the Council of DRV B. Orlo",
            "",
            "Chairman of the Council of DRV",
            "",
            "B. Orlo",
        );
        check("Vestan Ambassador Orlo", "", "Vestan Ambassador", "", "Orlo");
        check("His Excellency Marn Orlo", "", "", "His Excellency", "Marn Orlo");
        check("Heinz von Orlo", "", "", "", "Heinz von Orlo");
        check("Spain Marn Orlo", "Spain", "", "", "Marn Orlo");
        check("Mr. King", "", "", "Mr.", "King");
        check("Marn D. King", "", "", "", "Marn D. King");
        check("The Secretary", "", "The Secretary", "", "");
        check("The Vice President", "", "The Vice President", "", "");
        check("Minister of Lakes", "", "Minister of Lakes", "", "");
        check("British Defense Minister", "", "British Defense Minister", "", "");
        check("Marn Orlo II", "", "", "", "Marn Orlo II");
        check("General Secretary of the CC VP", "", "General Secretary of the CC VP", "", "");
        check("President Orlo of Vesta", "", "President", "", "Orlo");
        check("The Art. Hon. Marn Orlo", "The Art.", "", "Hon.", "Marn Orlo");
    }

    #[test]
    fn phrases_that_name_nobody() {
        for phrase in [
            "French Views on the Vestan Question",
            "United States",
            "U.S. Side",
            "State",
            "NSC Staff",
            "Joint Chiefs of Staff",
            "Review of the Lake Situation",
            "Secretary’s Meeting with King Orlo",
            "Office of the Secretary of Defense",
            "For the United States",
            "Department of State",
            "",
        ] {
            assert_eq!(head(phrase), None, "{phrase}");
        }
    }

    #[test]
    fn roles_alone() {
        for phrase in [
            "The Vice President",
            "the Secretary",
            "Secretary General of the League",
            "The Acting Secretary",
        ] {
            assert!(is_role_phrase(phrase), "{phrase}");
        }
        for phrase in
            ["The Lake", "Orlo", "The President said that", "President Orlo", "Vice", "The"]
        {
            assert!(!is_role_phrase(phrase), "{phrase}");
        }
    }
}
