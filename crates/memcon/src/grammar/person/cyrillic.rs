//! A person in Russian: an office, and a name, in a title in an oblique case.

use super::Person;
use crate::grammar::name::is_initial;
use crate::grammar::words::{through, words};

/// Reads a party of a title: `министром иностранных дел Весты Я. Ривелом`.
pub(super) fn party(written: &str) -> Option<Person<'_>> {
    let person = cyrillic(written)?;
    let name = person.name.map(|name| match words(name).next_back() {
        // The initials behind a surname would follow the ending that is taken off.
        Some(last) if is_initial(last) => {
            let surname = words(name).next().unwrap_or(name);
            &surname[..surname.len() - ending(surname)]
        }
        last => &name[..name.len() - ending(last.unwrap_or(name))],
    });
    Some(Person { name, ..person })
}

/// Reads an office and a name: `третий секретарь М. С. Орлов`.
///
/// ```text
/// person = [office] ({initial} surname | surname {initial})
/// ```
pub(crate) fn cyrillic(written: &str) -> Option<Person<'_>> {
    let written = written.trim();
    if !written.starts_with(|c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё')) {
        return None;
    }
    let all: Vec<&str> = words(written).collect();
    // `тов. Орлова С. В.`: the initials stand behind.
    let behind = all.iter().rev().take_while(|word| is_initial(word)).count();
    if behind > 0 {
        let first = all.len().checked_sub(behind + 1)?;
        let surname = all[first];
        let name = through(written, surname, all[all.len() - 1]);
        let office = (first > 0).then(|| through(written, all[0], all[first - 1]));
        return surname.starts_with(char::is_uppercase).then(|| Person {
            written,
            name: Some(name),
            roles: office.into_iter().collect(),
            ..Person::default()
        });
    }
    let surname = all.last().filter(|word| word.starts_with(char::is_uppercase))?;
    let initials = all[..all.len() - 1].iter().rev().take_while(|word| is_initial(word)).count();
    let first = all.len() - 1 - initials;
    let name = through(written, all[first], surname);
    let office = (first > 0).then(|| through(written, all[0], all[first - 1]));
    Some(Person {
        written,
        name: Some(name),
        roles: office.into_iter().collect(),
        ..Person::default()
    })
}

/// Gives the bytes of the case's ending on a man's surname: `Орлова`, `Орловым`, `Ривелом`.
fn ending(surname: &str) -> usize {
    let stem = |ending: &str| surname.strip_suffix(ending).filter(|stem| stem.chars().count() >= 3);
    let of_a_family =
        |stem: &str| ["ов", "ев", "ёв", "ин", "ын"].iter().any(|family| stem.ends_with(family));
    let instrumental = ["ым", "ом", "ем"].iter().find(|ending| {
        stem(ending).is_some_and(|stem| !stem.ends_with(|c| "аеёиоуыэюяй".contains(c)))
    });
    let other = ["а", "у"].iter().find(|ending| stem(ending).is_some_and(of_a_family));
    instrumental.or(other).map_or(0, |ending| ending.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_oblique_cases() {
        for (written, name, office) in [
            ("А. Н. Орлова", "А. Н. Орлов", ""),
            ("тов. Орлова С. В.", "Орлов", "тов."),
            ("послом Весты Ривелом Я.", "Ривел", "послом Весты"),
            (
                "министром иностранных дел Весты Я. Ривелом",
                "Я. Ривел",
                "министром иностранных дел Весты",
            ),
            ("послом Орловым", "Орлов", "послом"),
            ("товарища Ривела", "Ривела", "товарища"),
        ] {
            let person = party(written).unwrap_or_default();
            assert_eq!(person.name, Some(name), "{written}");
            assert_eq!(person.roles.first().copied().unwrap_or(""), office, "{written}");
        }
        assert_eq!(party("министром иностранных дел"), None);
        assert_eq!(party("Orlo"), None);
    }
}
