//! Labels of a title and a name, where the list has the title alone: `President Orlo` is
//! `The President`, unless the record calls somebody else so.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::assemble::evidence::fold as key;
use crate::grammar::{fold, name};
use crate::model::{Capacity, Participant, Rule};
use crate::resolve::label_names::{
    bears, in_small_letters, spell_out, without_article, without_titles,
};
use crate::resolve::speakers::{Resolution, one};

/// The titles that the labels of a record tell.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// Offices that are labels by themselves.
    alone: FxHashSet<String>,
    /// How many names each title is said with.
    with_names: FxHashMap<String, FxHashSet<String>>,
}

impl Titles {
    /// Takes note of a label.
    pub(super) fn add(&mut self, label: &str) {
        let written = spell_out(label);
        let called = without_titles(&written);
        match title(&written, called) {
            _ if called.is_empty() => {
                self.alone.insert(key(without_article(&written)));
            }
            Some(title) => {
                self.with_names.entry(key(title)).or_default().insert(key(called));
            }
            None => {}
        }
    }

    /// Finds the one participant who is listed by the title of a label, and nothing else.
    pub(super) fn find(
        &self,
        people: &[Participant],
        written: &str,
        called: &str,
    ) -> Option<Resolution> {
        let title = title(written, called)?;
        let names = self.with_names.get(&key(title)).map_or(0, FxHashSet::len);
        if names != 1 || self.alone.contains(&key(title)) {
            return None;
        }
        let mut bearing =
            people.iter().filter(|person| is_called_by_office(person) && bears(person, title));
        let only = bearing.next()?.id;
        bearing.next().is_none().then(|| one(only, Rule::TitleAndSurname))
    }
}

/// Gives whoever is called by an office alone the name that a label has with it.
pub(super) fn name(person: &mut Participant, label: &str) {
    let written = spell_out(label);
    let called = without_titles(&written);
    if !called.is_empty() && is_called_by_office(person) {
        person.name = in_small_letters(called);
    }
}

fn is_called_by_office(person: &Participant) -> bool {
    person.roles.iter().any(|role| fold::same(&role.text, &person.name))
}

/// The title of a label that has a name behind it.
fn title<'t>(written: &'t str, called: &str) -> Option<&'t str> {
    let title = written.strip_suffix(called)?.trim();
    let title = without_article(title);
    (!title.is_empty() && !called.is_empty() && !title.ends_with('.')).then_some(title)
}

/// Finds the one participant whose surname is a title elsewhere: `Lord` is Marn Lord.
pub(super) fn by_surname(people: &[Participant], written: &str) -> Option<Resolution> {
    if written.contains(' ') {
        return None;
    }
    let mut bearing = people.iter().filter(|person| {
        person.name.contains(' ') && fold::same(name::surname(&person.name), written)
    });
    let only = bearing.next()?.id;
    bearing.next().is_none().then(|| one(only, Rule::Surname))
}

/// Finds the interpreter of the list for the label `Interpreter`: where several are listed, and
/// none of them is called so, it may be any of them.
pub(super) fn interpreter(people: &[Participant], written: &str) -> Option<Resolution> {
    let called = |word: &str| ["interpreter", "translator"].iter().any(|it| fold::same(it, word));
    if !called(without_article(written)) {
        return None;
    }
    let interpret = |it: &&Participant| it.capacities.contains(&Capacity::Interpreter);
    let all: Vec<&Participant> = people.iter().filter(interpret).collect();
    match &all[..] {
        [] => None,
        [only] => Some(one(only.id, Rule::Role)),
        several if several.iter().any(|it| called(&it.name)) => None,
        several => {
            let candidates = several.iter().map(|it| it.id).collect();
            Some(Resolution { person: None, candidates, rule: None })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PersonId, Written};

    fn people() -> Vec<Participant> {
        let office = |text: &str| vec![Written { text: text.to_owned(), ..Written::default() }];
        vec![
            Participant {
                roles: office("President"),
                ..Participant::new(PersonId::from_index(0), "President".to_owned())
            },
            Participant::new(PersonId::from_index(1), "Marn Lord".to_owned()),
        ]
    }

    fn found(labels: &[&str], written: &str, called: &str) -> Option<usize> {
        let mut titles = Titles::default();
        for label in labels {
            titles.add(label);
        }
        titles.find(&people(), written, called).and_then(|r| r.person).map(PersonId::index)
    }

    #[test]
    fn a_title_with_a_name_is_the_one_listed_by_it() {
        let label = "President Orlo";
        assert_eq!(found(&[label, "Rivel"], label, "Orlo"), Some(0));
        assert_eq!(found(&[label, "The President"], label, "Orlo"), None);
        assert_eq!(found(&[label, "President Rivel"], label, "Orlo"), None);
        assert_eq!(found(&["Minister Orlo"], "Minister Orlo", "Orlo"), None);
    }

    #[test]
    fn a_surname_may_be_a_title() {
        assert_eq!(
            by_surname(&people(), "Lord").and_then(|r| r.person).map(PersonId::index),
            Some(1)
        );
        assert_eq!(by_surname(&people(), "President"), None);
    }
}
