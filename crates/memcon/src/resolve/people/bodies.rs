//! People of one office in several bodies: `the Director, Bureau of Lakes` and `the Director of
//! Central Planning` are called by their whole office.

use super::COMPARED;
use super::same::short_office;
use crate::grammar::fold::same;
use crate::grammar::words::{place, squeeze, words};
use crate::model::Participant;
use crate::span::Span;

/// Calls by office and body whoever is called by an office that somebody else holds in another.
pub(super) fn call_by_whole_office(text: &str, people: &mut [Participant]) {
    let alike: Vec<usize> = (0..people.len())
        .filter(|at| is_called_so(&people[*at]) && people[*at].affiliation.is_some())
        .filter(|at| {
            let others = people.iter().take(COMPARED).enumerate();
            others.filter(|(other, _)| other != at).any(|(_, other)| {
                is_called_so(other) && same(short_office(&other.name), &people[*at].name)
            })
        })
        .collect();
    for at in alike {
        let person = &mut people[at];
        let Some((whole, span)) = whole(text, person) else { continue };
        if let Some(role) = person.roles.first_mut() {
            (role.text, role.span) = (whole.clone(), span);
        }
        person.name = whole;
    }
}

/// Whether somebody is called by an office, without a name.
fn is_called_so(person: &Participant) -> bool {
    person.roles.first().is_some_and(|role| same(&role.text, &person.name))
}

/// Gives the office and the body that stand together: `Director, Bureau of Lakes`.
fn whole(text: &str, person: &Participant) -> Option<(String, Span)> {
    let (role, body) = (person.roles.first()?, person.affiliation.as_deref()?);
    let rest = text.get(role.span.start..)?;
    let last = words(rest).nth(words(&role.text).count() + words(body).count() - 1)?;
    let last = last.trim_end_matches([',', ';', '.', ':']);
    let span = Span::new(role.span.start, place(text, last) + last.len());
    let written = squeeze(span.of(text));
    let between = written.strip_prefix(&*role.text)?.strip_suffix(body)?;
    (between == ", ").then_some((written, span))
}
