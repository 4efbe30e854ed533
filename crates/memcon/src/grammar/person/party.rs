//! A party or drafter as a title names them: `the Envoy in Taver (Orlo)`.

use super::Person;
use super::cyrillic;
use super::entry::entry;
use super::head::{Head, head};
use crate::grammar::cue::is_collective;
use crate::grammar::fold::same;
use crate::grammar::is_capitals;
use crate::grammar::lexicon::{is_role_word, is_title_word};
use crate::grammar::words::{bare, place, words};

/// Reads a party of a title.
///
/// ```text
/// party = office "(" surname ")" ["in" place] | person ["of" office | "in" place]
/// ```
pub(crate) fn party(written: &str) -> Option<Person<'_>> {
    let written = written.trim().trim_end_matches(['.', ',']);
    if is_several(written) {
        return None;
    }
    if let Some(person) = cyrillic::party(written).or_else(|| of_a_body(written)) {
        return Some(person);
    }
    if let (Some(open), Some(close)) = (written.rfind('('), written.rfind(')')) {
        let (office, name) = (written[..open].trim(), written.get(open + 1..close)?.trim());
        let surname = head(name).filter(|head| head.name.is_some() && head.office.is_none());
        // `THE ENVOY (ORLO)`: in a heading in capitals capitals alone are no agency.
        let shouted = is_capitals(written) && name.chars().all(char::is_alphabetic);
        let shouted = shouted.then(|| Head { name: Some(name), ..Head::default() });
        let surname = surname.or(shouted.filter(|_| name.chars().count() > 3));
        if let Some(surname) = surname.filter(|_| !office.is_empty()) {
            // `Senator Orlo (Rivel)` names a place; the name stands before.
            let named = head(without_article(office))
                .is_some_and(|head| head.name.is_some() && !head.long_office);
            if !named {
                let mut person = surname.person(written);
                person.roles.push(without_article(office));
                return Some(person);
            }
        }
    }
    let located = words(written).find(|word| same(word, "in") || same(word, "at"));
    if let Some(word) = located {
        // `the President in Port Rivel`: where the call reached him.
        let at = place(written, word);
        let (office, town) = (written[..at].trim(), written[at + word.len()..].trim());
        if let Some(mut person) = entry(office).people.into_iter().next() {
            person.written = written;
            person.affiliation = person.affiliation.or(Some(town));
            return Some(person);
        }
    }
    let named = entry(written).people.into_iter().next();
    named.map(|person| Person { written, ..person }).or_else(|| of_office(written))
}

/// `Président de la République, M. Orlo`, `Botschafter der Republik Vesta`: an office in another
/// language goes on to the comma, and a name may follow.
fn of_a_body(written: &str) -> Option<Person<'_>> {
    let mut all = words(written);
    let office = all.next().is_some_and(|word| is_role_word(bare(word)));
    let of = all.next().is_some_and(|word| {
        matches!(word, "de" | "du" | "des" | "der" | "del" | "für") || word.starts_with("d’")
    });
    if !office || !of {
        return None;
    }
    let named = written.rsplit_once(',').and_then(|(office, name)| {
        let head = head(name.trim()).filter(|head| head.name.is_some() && head.office.is_none())?;
        let mut person = head.person(written);
        person.roles.push(office.trim());
        Some(person)
    });
    named.or_else(|| Some(Person { written, roles: vec![written], ..Person::default() }))
}

/// `Congressional Leaders`, `the Pilots`: nobody is called so.
fn is_several(written: &str) -> bool {
    let Some(last) = words(written).next_back().map(bare) else { return false };
    let the = words(written).next().filter(|word| same(word, "the"));
    let plural = last.ends_with('s') && !last.ends_with("ss");
    let few = |most: usize| words(written).nth(most).is_none();
    plural && (is_collective(last) && few(3) || the.is_some() && few(2) && !is_title_word(last))
}

/// `Marn Orlo of the Lake Staff`: a name without a title.
fn of_office(written: &str) -> Option<Person<'_>> {
    let of = words(written).find(|word| same(word, "of"))?;
    let at = place(written, of);
    let (name, office) = (written[..at].trim(), written[at + of.len()..].trim());
    let head = head(name).filter(|head| head.name.is_some() && head.group.is_none())?;
    let mut person = head.person(written);
    person.affiliation = Some(without_article(office));
    Some(person)
}

fn without_article(office: &str) -> &str {
    let first = words(office).next().filter(|word| same(word, "the"));
    first.map_or(office, |the| office[the.len()..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_of_titles() {
        for (written, called, role) in [
            (
                "the First Secretary of the Mission in Vesta (Orlo)",
                "Orlo",
                "First Secretary of the Mission in Vesta",
            ),
            ("the Envoy to the League (Orlo) in Port Rivel", "Orlo", "Envoy to the League"),
            ("President Orlo", "Orlo", "President"),
            ("the President in Port Rivel", "the President", "the President"),
            ("cde. M. S. Orlo", "M. S. Orlo", ""),
            ("Marn Orlo of the Lake Planning Staff", "Marn Orlo", ""),
            ("Henry R. Orlo", "Henry R. Orlo", ""),
            ("Président de la République, M. Orlo", "M. Orlo", "Président de la République"),
            (
                "Botschafter der Republik Vesta",
                "Botschafter der Republik Vesta",
                "Botschafter der Republik Vesta",
            ),
        ] {
            let person = party(written).unwrap_or_else(|| panic!("{written}"));
            assert_eq!(person.called(), called, "{written}");
            assert_eq!(person.roles.first().copied().unwrap_or(""), role, "{written}");
        }
        for written in ["Congressional Leaders", "the Pilots", "Lake Officials"] {
            assert_eq!(party(written), None, "{written}");
        }
    }
}
