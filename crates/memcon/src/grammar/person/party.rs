//! A party or drafter as a title names them: `the Envoy in Taver (Orlo)`.

use super::Person;
use super::entry::entry;
use super::head::head;
use crate::grammar::fold::same;
use crate::grammar::words::{place, words};

/// Reads a party of a title.
///
/// ```text
/// party = office "(" surname ")" ["in" place] | person ["of" office | "in" place]
/// ```
pub(crate) fn party(written: &str) -> Option<Person<'_>> {
    let written = written.trim().trim_end_matches(['.', ',']);
    if let (Some(open), Some(close)) = (written.rfind('('), written.rfind(')')) {
        let (office, name) = (written[..open].trim(), written.get(open + 1..close)?.trim());
        let surname = head(name).filter(|head| head.name.is_some() && head.office.is_none());
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
        ] {
            let person = party(written).unwrap_or_else(|| panic!("{written}"));
            assert_eq!(person.called(), called, "{written}");
            assert_eq!(person.roles.first().copied().unwrap_or(""), role, "{written}");
        }
    }
}
