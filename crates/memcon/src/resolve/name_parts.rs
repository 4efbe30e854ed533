//! Names taken apart: surname, given names, and a key to sort by.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::grammar::fold::fold;
use crate::grammar::lexicon::{is_particle, is_suffix, is_title_word};
use crate::grammar::name::{is_caps, is_initial, surname};
use crate::grammar::words::{bare, words};
use crate::model::{NameParts, Participant};
use crate::resolve::label_names::in_small_letters;

/// Takes apart the names of participants; those called by an office have none.
pub(crate) fn take_apart(people: &mut [Participant]) {
    for person in people {
        let office = person.roles.iter().any(|role| role.text == person.name);
        person.name_parts = if office { None } else { parts(&person.name) };
    }
}

/// Takes a name apart.
///
/// ```text
/// name = given* particle* surname suffix? | surname given+      ; East Asian, or in capitals
/// ```
pub(crate) fn parts(name: &str) -> Option<NameParts> {
    if !name.contains(char::is_alphabetic) || name.contains(['[', '(']) || is_role(name) {
        return None;
    }
    if let Some((family, given)) = undivided(name) {
        return Some(told(family, Some(given), None, true));
    }
    if !name.contains(' ') && name.chars().all(is_east) {
        return None;
    }
    let all: Vec<&str> = words(name).map(|word| bare(word).trim_end_matches(',')).collect();
    let suffix = all.last().copied().filter(|word| all.len() > 1 && is_suffix(word));
    let all = &all[..all.len() - usize::from(suffix.is_some())];
    let last = surname(name);
    let at = all.iter().rposition(|word| *word == last)?;
    let family_first = at == 0 && all.len() > 1;
    let particles = all[..at].iter().rev().take_while(|word| is_particle(word)).count();
    // A particle alone before the surname is part of it, as far as any name is left.
    let from = at - particles;
    let family = all[from..=at].join(" ");
    let given: Vec<&str> = all[..from].iter().chain(&all[at + 1..]).copied().collect();
    let given = (!given.is_empty()).then(|| given.join(" "));
    Some(told(&family, given.as_deref(), suffix, family_first))
}

fn told(family: &str, given: Option<&str>, suffix: Option<&str>, family_first: bool) -> NameParts {
    let small = |word: &str| if is_caps(word) { capitalised(word) } else { word.to_owned() };
    let family = family.split(' ').map(small).collect::<Vec<_>>().join(" ");
    let mut sort = String::with_capacity(family.len() + 12);
    latin(&family, &mut sort);
    if let Some(given) = given {
        sort.push_str(", ");
        latin(given, &mut sort);
    }
    let given = given.map(in_small_letters);
    NameParts::new(family, given, suffix.map(str::to_owned), family_first, sort)
}

/// `O’DELL` is `O’Dell`.
pub(super) fn capitalised(word: &str) -> String {
    let mut first = true;
    let mut small = String::with_capacity(word.len());
    for c in word.chars() {
        if first {
            small.push(c);
        } else {
            small.extend(c.to_lowercase());
        }
        first = !c.is_alphabetic();
    }
    small
}

/// A name that is an office: `Foreign Minister`, `The Secretary`.
fn is_role(name: &str) -> bool {
    words(name).all(|word| {
        let word = bare(word);
        !is_initial(word) && (is_title_word(word) || word.eq_ignore_ascii_case("the"))
    }) || crate::grammar::person::is_role_phrase(name)
}

#[derive(Deserialize, Default)]
struct Surnames {
    single: String,
    double: String,
}

static SURNAMES: LazyLock<Surnames> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/surnames.json")))
        .unwrap_or_default()
});

/// Surname and given name of a Chinese or Korean name written without spaces.
fn undivided(name: &str) -> Option<(&str, &str)> {
    let count = name.chars().count();
    if !(2..=4).contains(&count) || !name.chars().all(is_east) {
        return None;
    }
    let at = |letters| name.char_indices().nth(letters).map(|(at, _)| at);
    let (single, double) = (at(1)?, at(2).filter(|_| count > 2));
    let double = double.filter(|at| SURNAMES.double.split_whitespace().any(|s| s == &name[..*at]));
    let begins = SURNAMES.single.split_whitespace().any(|surname| surname == &name[..single]);
    double.or(Some(single).filter(|_| begins && count < 4)).map(|at| name.split_at(at))
}

fn is_east(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Writes a name in small Latin letters without accents and stops.
fn latin(name: &str, into: &mut String) {
    for c in fold(name) {
        match transliterated(c) {
            Some(letters) => into.push_str(letters),
            None => into.push(c),
        }
    }
}

/// Latin letters for a small Cyrillic one, as English books write them.
fn transliterated(c: char) -> Option<&'static str> {
    Some(match c {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'є' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ї' => "i",
        'й' | 'ы' => "y",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_apart() {
        for (name, family, given, first, sort) in [
            ("Marta R. Orlo, Jr.", "Orlo", Some("Marta R."), false, "orlo, marta r"),
            ("M. S. ORLO", "Orlo", Some("M. S."), false, "orlo, m s"),
            ("Heinz von Orlo", "von Orlo", Some("Heinz"), false, "von orlo, heinz"),
            ("De Orlo", "De Orlo", None, false, "de orlo"),
            ("Orl En-rivel", "Orl", Some("En-rivel"), true, "orl, en-rivel"),
            ("ORLO Hu-rak", "Orlo", Some("Hu-rak"), true, "orlo, hu-rak"),
            ("Орлёв", "Орлёв", None, false, "orlev"),
            ("А. А. Щукин", "Щукин", Some("А. А."), false, "shchukin, a a"),
            ("Řivel", "Řivel", None, false, "rivel"),
            ("KIM Tae-song", "Kim", Some("Tae-song"), true, "kim, tae-song"),
            ("林道正", "林", Some("道正"), true, "林, 道正"),
            ("欧阳文", "欧阳", Some("文"), true, "欧阳, 文"),
        ] {
            let found = parts(name).unwrap_or_else(|| panic!("{name}"));
            let told = (&*found.family, found.given.as_deref(), found.family_first, &*found.sort);
            assert_eq!(told, (family, given, first, sort), "{name}");
        }
        assert_eq!(parts("Marta Orlo, Jr.").and_then(|parts| parts.suffix).as_deref(), Some("Jr."));
        for name in
            ["The Secretary", "Foreign Minister", "[name not declassified]", "?", "凯斯勒", ""]
        {
            assert_eq!(parts(name), None, "{name}");
        }
    }
}
