//! Where the name begins in a phrase that names a person.

use super::class::Class;
use super::role::is_group_noun;
use crate::grammar::fold::same;
use crate::grammar::lexicon::{
    is_country, is_department, is_given_name, is_postnominal, is_role_adjective, is_role_word,
    is_surname_too,
};
use crate::grammar::name::is_caps;
use crate::grammar::words::bare;

/// Finds where the name begins; the length of the list where no name stands at its end.
pub(super) fn name_start(list: &[(&str, Class)]) -> usize {
    let end = list.len();
    let mut start = end;
    while start > 0 {
        let (word, this) = list[start - 1];
        let before = start.checked_sub(2).and_then(|i| list.get(i)).map(|(_, c)| *c);
        let takes = match this {
            Class::Name | Class::Initial | Class::Suffix => true,
            // `Orlo ya Rivel`, `Orlo e Rivel`.
            Class::Other if start < end && matches!(word, "ya" | "wa" | "e") => true,
            // `von Orlo`, and `de` is never the last word of a name.
            Class::Particle if start < end => true,
            // `Sun Orlo In`, `Jong Orlo Hong`: a syllable that is a small word or a country elsewhere.
            Class::Particle | Class::Group if start == end && ends_a_name(list) => true,
            // `Secretary of State Dean Orlo`.
            Class::Office | Class::Honorific
                if start < end && is_given(word, this, &list[start..]) =>
            {
                true
            }
            // `Mr. Nam Orlo`, `Kim Nam Orlo`.
            Class::Group if start < end && is_country(word) && is_inner_name(list, start) => true,
            // A surname that is also a word of office: `Mr. King`, `Marn D. King`, `Marn King`.
            Class::Honorific | Class::Office | Class::Group
                if start == end && !word.ends_with('.') =>
            {
                match before {
                    Some(Class::Initial) => true,
                    Some(Class::Honorific) => {
                        is_courtesy(list[start - 2].0) && !is_role_word(bare(word))
                            || is_behind_an_office(list)
                            || is_mister(list[start - 2].0) && !is_lordly(list[start - 2].0, word)
                    }
                    Some(Class::Name) => {
                        start == 2
                            && (is_country(word) || this == Class::Honorific)
                            && !is_role_word(bare(word))
                            || is_behind_a_given_name(list)
                    }
                    Some(Class::Office) => is_behind_an_office(list),
                    Some(_) | None => false,
                }
            }
            Class::Honorific
            | Class::Office
            | Class::Group
            | Class::Particle
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
    // `Secretary of the CC VPP Marn Orlo`: short capitals after an agency are its own.
    if let [(word, Class::Name), (next, Class::Name | Class::Initial), ..] = list[start..]
        && start > 1
        && list[start - 1].1 == Class::Group
        && list[..start].iter().any(|(_, c)| *c == Class::Joint)
        && is_caps(bare(word))
        && bare(word).len() <= 5
        && !is_caps(bare(next))
    {
        return start + 1;
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
pub(super) fn is_courtesy(word: &str) -> bool {
    word.ends_with('.') || is_mister(word)
}

fn is_mister(word: &str) -> bool {
    ["mr", "mrs", "miss", "ms", "dr", "cde", "comrade", "lord", "sir", "lady", "messrs"]
        .iter()
        .any(|m| same(m, bare(word)))
}

/// The last word closes a name of two words or more: it is short, or the name of a country.
fn ends_a_name(list: &[(&str, Class)]) -> bool {
    let [before @ .., (word, class)] = list else { return false };
    let word = bare(word);
    let fits = word.starts_with(char::is_uppercase)
        && !is_caps(word)
        && (is_country(word) || *class == Class::Particle || matches!(word, "In" | "On" | "An"));
    let names = before.iter().rev().take_while(|(_, c)| *c == Class::Name).count();
    let titled = before
        .get(before.len().wrapping_sub(names + 1))
        .is_some_and(|(word, c)| *c == Class::Honorific && is_courtesy(word));
    // `Mr. Orlo Costa`, `Jong Orlo Hong`; a place after an office is none: `Director Orlo Japan`.
    fits && (names >= 2 || names == 1 && titled) && before.len() <= names + 4
}

/// An office that is a given name before any name, an honorific before a surname alone: a don has
/// a given name behind him.
fn is_given(word: &str, class: Class, name: &[(&str, Class)]) -> bool {
    is_given_name(word)
        && (class == Class::Office || name.len() == 1)
        && name.iter().all(|(_, c)| matches!(c, Class::Name | Class::Suffix))
}

/// `Mr. Edward House`, `Prime Minister John Major`, `Ivan White`: behind a title and a given name a
/// capitalised word is a surname whatever else it may be; behind a given name alone, or an office
/// and a given name, a word that is known for one.
fn is_behind_a_given_name(list: &[(&str, Class)]) -> bool {
    let [before @ .., (word, class)] = list else { return false };
    if is_department(bare(word)) || is_parted(before, word) {
        return false;
    }
    let given = before.iter().rev().take_while(|(_, c)| matches!(c, Class::Name | Class::Initial));
    let title = &before[..before.len() - given.clone().count()];
    let one_given = given.filter(|(_, c)| *c == Class::Name).count() == 1;
    let known = is_surname_too(word);
    let whatever = match class {
        // `Mr. Orlo EUR`, `Mr. Orlo Side`, `Mr. Marn Orlo State`: a code, a group, where he serves.
        Class::Group => {
            one_given && !is_caps(bare(word)) && !is_country(word) && !is_group_noun(bare(word))
        }
        Class::Honorific => true,
        Class::Office
        | Class::Topic
        | Class::Joint
        | Class::Particle
        | Class::Initial
        | Class::Suffix
        | Class::Name
        | Class::Other => false,
    };
    match title {
        [] => known && *class == Class::Group && before.len() <= 3,
        _ if title.iter().all(|(_, c)| *c == Class::Honorific) => known || whatever,
        _ => known && matches!(title.last(), Some((_, Class::Office | Class::Honorific))),
    }
}

/// Divides a courtesy and a name from where he serves: `Mr. Orlo Treasury`.
pub(super) fn served<'a, 't>(list: &'a [(&'t str, Class)]) -> Option<Served<'a, 't>> {
    let (who, at) = list.split_at_checked(list.len().checked_sub(1)?)?;
    let [(word, Class::Group)] = at else { return None };
    let [(title, Class::Honorific), name @ ..] = who else { return None };
    let named = name.last().is_some_and(|(_, c)| *c == Class::Name)
        && name.iter().all(|(_, c)| matches!(c, Class::Name | Class::Initial));
    let serves = is_department(bare(word)) || is_parted(who, word);
    (named && serves && is_mister(title)).then_some((who, at))
}

/// The words of a person, and those of where he serves.
type Served<'a, 't> = (&'a [(&'t str, Class)], &'a [(&'t str, Class)]);

/// `Mr. Orlo     House`: a tab or two spaces part columns.
fn is_parted(before: &[(&str, Class)], word: &str) -> bool {
    before.last().is_some_and(|(last, _)| {
        let gap = (word.as_ptr() as usize).saturating_sub(last.as_ptr() as usize + last.len());
        gap > 1
    })
}

/// `Ambassador Lord`, `General White`: behind an office or a rank a word that is known for a
/// surname and is no office. `Field Marshal` is a rank.
fn is_behind_an_office(list: &[(&str, Class)]) -> bool {
    let [before @ .., (word, class)] = list else { return false };
    let Some((title, of)) = before.last() else { return false };
    let ranks = *class == Class::Honorific && *of == Class::Honorific && is_surname_too(title);
    let qualified = *of == Class::Office && is_role_adjective(bare(title));
    let known = is_surname_too(word) && !is_role_word(bare(word));
    known
        && !ranks
        && !qualified
        && before.iter().all(|(_, c)| matches!(c, Class::Office | Class::Honorific | Class::Group))
}

/// How many words behind a name are letters of honour: `Sir Hugh Orlo KCMG MP`.
pub(super) fn postnominals(list: &[(&str, Class)]) -> usize {
    let letters = list.iter().rev().take_while(|(word, _)| is_postnominal(bare(word))).count();
    let named = list.len().checked_sub(letters + 1).is_some_and(|i| list[i].1 == Class::Name);
    if named { letters } else { 0 }
}

/// `Mr B G Orlo`: single capitals between a courtesy and a surname are initials.
pub(super) fn initials_without_stops(list: &mut [(&str, Class)]) {
    let [(title, Class::Honorific), between @ .., (_, Class::Name)] = list else { return };
    let single = |word: &str| word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    if is_mister(title) && between.iter().all(|(word, _)| single(word)) {
        for (_, class) in between {
            *class = Class::Initial;
        }
    }
}

/// A country's name between the words of a name, or after a courtesy.
fn is_inner_name(list: &[(&str, Class)], start: usize) -> bool {
    let before = start.checked_sub(2).and_then(|i| list.get(i));
    before.is_some_and(|(word, c)| match c {
        Class::Honorific => is_mister(word),
        Class::Name => start < list.len() && matches!(list[start].1, Class::Name),
        Class::Office
        | Class::Group
        | Class::Topic
        | Class::Joint
        | Class::Particle
        | Class::Initial
        | Class::Suffix
        | Class::Other => false,
    })
}

/// `Lord Chancellor`, `Lord President`: an office, and no lord of that name.
fn is_lordly(title: &str, word: &str) -> bool {
    same("lord", bare(title)) && is_role_word(bare(word)) && !same("king", bare(word))
}
