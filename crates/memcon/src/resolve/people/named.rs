//! People who are named in the office of somebody listed: `Private Secretary to Mr. Orlo`.

use crate::assemble::header::Listed;
use crate::grammar::person::{Person, officer};
use crate::grammar::words::{place, words};
use crate::model::{Capacity, Carrier};
use crate::span::Span;

/// Gives those whom the offices of a list name, without the offices that they are named by: they
/// are not said to have been there.
pub(super) fn named<'t>(text: &'t str, listed: &[Listed<'t>]) -> Vec<Listed<'t>> {
    let lists = listed.iter().filter(|mention| mention.carrier == Carrier::List);
    let roles = lists.flat_map(|mention| mention.person.roles.iter().copied());
    roles
        .filter_map(named_in)
        .map(|mut person| {
            (person.roles, person.honorific, person.affiliation) = (Vec::new(), None, None);
            person.capacities = vec![Capacity::Named];
            let start = place(text, person.written);
            let span = Span::new(start, start + person.written.len());
            Listed { person, span, side: None, carrier: Carrier::Title }
        })
        .collect()
}

/// Finds the person after `to` or `of` in an office: a title and a name.
fn named_in(office: &str) -> Option<Person<'_>> {
    words(office).skip(1).filter(|word| matches!(*word, "to" | "of")).find_map(|word| {
        let rest = office[place(office, word) + word.len()..].trim_start();
        officer(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_name_people() {
        for (office, name) in [
            ("Private Secretary to Mr. Orlo", "Orlo"),
            ("Chief of Cabinet of Prime Minister Orlo", "Orlo"),
            ("Special Representative of King Orlo of Vesta", "Orlo"),
            ("Staff of Vestan President Marn Orlo", "Marn Orlo"),
        ] {
            assert_eq!(named_in(office).and_then(|person| person.name), Some(name), "{office}");
        }
        for office in
            ["Assistant to the President", "Ambassador to Port Rivel", "Minister of Lakes"]
        {
            assert_eq!(named_in(office), None, "{office}");
        }
    }
}
