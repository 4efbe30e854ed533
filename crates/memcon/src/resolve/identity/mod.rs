//! Who the participants are by the roster that the caller gave.
//!
//! What the document says stays: a name is never changed, a roster's person stands beside it. Two
//! mentions of one person are united only where the roster tells that the office and the name are
//! the same person's, and turns linked so carry the rule `roster`.

mod known;
mod unite;

use self::known::{Found, Known};
pub(crate) use self::unite::unite;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::fold::same as same_word;
use crate::grammar::name::surname;
use crate::grammar::person::is_role_phrase;
use crate::grammar::words::words;
use crate::model::{Identity, IdentityRule, Parsed, Participant};
use crate::resolve::people::same;
use crate::roster::Roster;
use crate::span::Span;

/// Identifies participants by a roster, and whom offices mean by the date of the meeting.
pub(crate) fn identify(parsed: &mut Parsed, roster: &Roster) {
    let Parsed { memorandum: record, diagnostics } = parsed;
    let day = record.date.as_ref().and_then(|date| date.start);
    let known = Known::new(roster, day);
    for person in &mut record.participants {
        let found = if is_office(person) { known.by_office(person) } else { known.by_name(person) };
        match found {
            Found::One(one, rule, office) => {
                let office = office.or_else(|| known.office_of(one));
                let ids = one.ids.clone();
                person.identity = Some(Identity::new(one.name.clone(), office, ids, rule));
            }
            Found::Several(among) => {
                let kind = DiagnosticKind::AmbiguousRoster { name: person.name.clone(), among };
                diagnostics.push(Diagnostic { span: first(person), kind });
            }
            Found::Nobody => {}
        }
        if !is_office(person) {
            for (office, roster) in known.conflicts(person) {
                let name = person.name.clone();
                let kind = DiagnosticKind::RosterConflict { name, office: office.text, roster };
                diagnostics.push(Diagnostic { span: office.span, kind });
            }
        }
    }
    by_namesake(&mut record.participants);
    unite::candidates(record, diagnostics, &known);
    unite::namesakes(record);
    diagnostics.sort_by_key(|doubt| doubt.span);
}

/// Whoever is called by a surname alone that the one in an office bears is that one.
fn by_namesake(people: &mut [Participant]) {
    let in_office: Vec<Identity> = people
        .iter()
        .filter(|person| is_office(person))
        .filter_map(|p| p.identity.clone())
        .collect();
    for person in people.iter_mut().filter(|person| person.identity.is_none()) {
        if is_office(person) || words(&person.name).nth(1).is_some() {
            continue;
        }
        let mut fits = in_office.iter().filter(|held| same_word(surname(&held.name), &person.name));
        if let (Some(held), None) = (fits.next(), fits.next()) {
            let rule = IdentityRule::SurnameAndOffice;
            person.identity = Some(Identity { rule, ..held.clone() });
        }
    }
}

/// Tells whether somebody is called by an office and not by a name.
fn is_office(person: &Participant) -> bool {
    person.roles.iter().any(|role| same::office(&role.text, &person.name))
        || is_role_phrase(&person.name)
}

fn first(person: &Participant) -> Span {
    person.mentions.first().map_or_else(Span::default, |mention| mention.span)
}
