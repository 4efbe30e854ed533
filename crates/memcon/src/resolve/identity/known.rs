//! What a roster knows of a name or an office on one day.

use crate::grammar::fold::same as same_word;
use crate::grammar::name::{initials_match, surname};
use crate::grammar::words::words;
use crate::model::{IdentityRule, Moment, Participant, Written};
use crate::resolve::people::same;
use crate::roster::{Roster, RosterPerson, Tenure};

/// A roster on the day of the meeting.
pub(super) struct Known<'r> {
    roster: &'r Roster,
    day: Option<Moment>,
}

/// Whom a roster knows.
pub(super) enum Found<'r> {
    /// One person, by a rule, by an office of the roster if it is one.
    One(&'r RosterPerson, IdentityRule, Option<String>),
    /// Several, by their names.
    Several(Vec<String>),
    Nobody,
}

impl<'r> Known<'r> {
    pub(super) fn new(roster: &'r Roster, day: Option<Moment>) -> Self {
        Self { roster, day }
    }

    /// Finds the one who bears a name: the whole of it, else initials and surname, else the
    /// surname with an office held on the day.
    pub(super) fn by_name(&self, person: &Participant) -> Found<'r> {
        let bearing = |test: &dyn Fn(&str) -> bool| -> Vec<&'r RosterPerson> {
            let people = self.roster.people().iter();
            people.filter(|one| names(one).any(test)).collect()
        };
        let whole = bearing(&|name| same_word(name, &person.name));
        let whole = self.narrowed(whole, person);
        if !whole.is_empty() {
            return settled(&whole, IdentityRule::Name);
        }
        if words(&person.name).nth(1).is_some() {
            let fits =
                |name: &str| words(name).nth(1).is_some() && initials_match(name, &person.name);
            return settled(&self.narrowed(bearing(&fits), person), IdentityRule::Initials);
        }
        let namesakes = bearing(&|name| same_word(surname(name), &person.name));
        let in_office: Vec<&RosterPerson> =
            namesakes.into_iter().filter(|one| self.holds_any(one, person)).collect();
        settled(&in_office, IdentityRule::SurnameAndOffice)
    }

    /// Finds the one who held an office on the day: of that very title, else of that title and
    /// what it is of; where several did, the one of the participant's side.
    pub(super) fn by_office(&self, person: &Participant) -> Found<'r> {
        self.holders(&person.name, person.delegation.as_deref().or(person.affiliation.as_deref()))
    }

    /// Finds the one who held an office on the day.
    pub(super) fn holders(&self, office: &str, side: Option<&str>) -> Found<'r> {
        let exact = self.in_office(&|tenure| same::office(&tenure.title, office));
        let mut found = if exact.is_empty() {
            self.in_office(&|tenure| same::same_office(&tenure.title, office))
        } else {
            exact
        };
        if let Some(side) = side {
            let on = |tenure: &Tenure| tenure.of.as_deref().is_some_and(|of| meet(of, side));
            if found.iter().any(|(_, tenure)| on(tenure)) {
                found.retain(|(_, tenure)| on(tenure));
            }
        }
        found.dedup_by(|a, b| std::ptr::eq(a.0, b.0));
        match found[..] {
            [] => Found::Nobody,
            [(one, tenure)] => Found::One(one, IdentityRule::Office, Some(tenure.title.clone())),
            _ => Found::Several(found.iter().map(|(one, _)| one.name.clone()).collect()),
        }
    }

    /// Gives the office that somebody held on the day, where it is one.
    pub(super) fn office_of(&self, person: &RosterPerson) -> Option<String> {
        let day = self.day?;
        let mut held = person.offices.iter().filter(|tenure| tenure.covers(day));
        let only = held.next()?;
        held.next().is_none().then(|| only.title.clone())
    }

    /// Lists the offices that the document gives somebody and that others held on the day.
    pub(super) fn conflicts(&self, person: &Participant) -> Vec<(Written, String)> {
        let mut conflicts = Vec::new();
        for role in &person.roles {
            let found = self.in_office(&|tenure| same::office(&tenure.title, &role.text));
            let theirs = |one: &RosterPerson| {
                names(one).any(|name| {
                    same_word(name, &person.name) || same_word(surname(name), surname(&person.name))
                })
            };
            if found.is_empty() || found.iter().any(|(one, _)| theirs(one)) {
                continue;
            }
            let others: Vec<String> =
                found.iter().map(|(one, _)| format!("{:?}", one.name)).collect();
            conflicts.push((role.clone(), others.join(" and ")));
        }
        conflicts
    }

    /// Everybody in an office that fits, on the day; without a day nobody is.
    fn in_office(&self, fits: &dyn Fn(&Tenure) -> bool) -> Vec<(&'r RosterPerson, &'r Tenure)> {
        let Some(day) = self.day else { return Vec::new() };
        let held = |one: &'r RosterPerson| one.offices.iter().map(move |tenure| (one, tenure));
        let all = self.roster.people().iter().flat_map(held);
        all.filter(|(_, tenure)| fits(tenure) && tenure.covers(day)).collect()
    }

    /// Of several namesakes, those who held on the day an office that the document tells.
    fn narrowed(
        &self,
        people: Vec<&'r RosterPerson>,
        person: &Participant,
    ) -> Vec<&'r RosterPerson> {
        if people.len() < 2 {
            return people;
        }
        let holding: Vec<_> =
            people.iter().copied().filter(|one| self.holds_any(one, person)).collect();
        if holding.is_empty() { people } else { holding }
    }

    /// Tells whether somebody held on the day an office that the document gives a participant.
    fn holds_any(&self, one: &RosterPerson, person: &Participant) -> bool {
        let Some(day) = self.day else { return false };
        let told = person.roles.iter().map(|role| role.text.as_str());
        let told: Vec<&str> = told.chain(person.honorific.as_deref()).collect();
        let held = one.offices.iter().filter(|tenure| tenure.covers(day));
        held.into_iter()
            .any(|tenure| told.iter().any(|office| same::same_office(&tenure.title, office)))
    }
}

fn names(person: &RosterPerson) -> impl Iterator<Item = &str> {
    std::iter::once(person.name.as_str()).chain(person.aliases.iter().map(String::as_str))
}

fn settled<'r>(people: &[&'r RosterPerson], rule: IdentityRule) -> Found<'r> {
    match people {
        [] => Found::Nobody,
        [one] => Found::One(one, rule, None),
        _ => Found::Several(people.iter().map(|one| one.name.clone()).collect()),
    }
}

/// Tells whether a country of the roster is the side of the document: `Vesta`, `Vestan side`.
fn meet(of: &str, side: &str) -> bool {
    words(of).all(|word| {
        words(side).any(|found| {
            let stem: String = word.chars().take(word.chars().count().max(5) - 1).collect();
            same_word(found, word) || stem.chars().count() > 3 && found.starts_with(&stem)
        })
    })
}
