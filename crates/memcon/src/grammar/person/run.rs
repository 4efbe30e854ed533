//! A run of people and their offices between commas.

use super::Person;
use super::class::{Class, class};
use super::entry::{Setting, anonymous, is_anonymous, is_remark};
use super::fallback::fallback;
use super::head::{Head, head};
use super::marks::{capacity, capacity_of_office};
use super::presence::is_presence;
use super::split::{flattened, segments, without_asides};
use crate::grammar::acts::done;
use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_country, is_plural_title, is_role_adjective, is_role_word};
use crate::grammar::name::is_name_word;
use crate::grammar::words::{bare, place, through, words};
use crate::model::Capacity;

/// Nobody has more offices.
const MOST_OFFICES: usize = 16;

/// Reads a run of people and offices between commas.
pub(super) fn run<'t>(line: &'t str, setting: Setting, found: &mut Vec<Person<'t>>) {
    if words(line).next().is_some_and(|word| is_plural_title(bare(word)))
        && !words(line).next().is_some_and(|w| w.ends_with(','))
    {
        return several(line, found);
    }
    let first = found.len();
    for segment in segments(line, setting) {
        for piece in flattened(segment, setting) {
            segment_of(line, piece, setting, first, found);
        }
    }
    if found.len() == first && setting == Setting::Item {
        found.extend(fallback(line));
    }
}

/// Reads one segment: a new person, or an office of the last one.
fn segment_of<'t>(
    line: &'t str,
    segment: &'t str,
    setting: Setting,
    first: usize,
    found: &mut Vec<Person<'t>>,
) {
    let (core, asides) = without_asides(segment);
    if core.is_empty() || is_remark(core) {
        if let Some(person) = found[first..].last_mut() {
            asides.for_each(|aside| aside_of(person, aside));
        }
        return;
    }
    if is_anonymous(core) {
        found.push(anonymous(core));
        return;
    }
    let head = head(core);
    let known = found.len() > first;
    let begins_new = match &head {
        None => false,
        Some(head) if !known => head.name.is_some() || head.office.is_some(),
        Some(head) => {
            is_new(head, core, setting, &found[first..]) || is_joined(line, segment, head)
        }
    };
    match head {
        Some(head) if begins_new => {
            // `Secretary General of the Office, General Orlo`: the office was his.
            if let Some(before) = found[first..].last_mut().filter(|p| {
                let agency = head.honorific.is_some() && setting == Setting::Item && office_only(p);
                head.name.is_some() && (head.group.is_none() || agency) && awaits(p, &head, setting)
            }) {
                before.affiliation = before.affiliation.or(head.group);
                before.honorific = head.honorific;
                before.name = head.name;
                before.roles.extend(head.office);
                before.written = through(line, before.written, segment);
            } else if let Some(before) = found[first..].last_mut().filter(|p| {
                head.long_office
                    && p.name.is_some()
                    && head.name.is_some_and(|name| words(name).count() > 1)
            }) {
                // Items run together: the office belongs to the one before, the name is new.
                before.roles.extend(head.office);
                let mut person = head.person(
                    head.name.map_or(segment, |name| through(line, name, segment_end(segment))),
                );
                person.roles.clear();
                found.push(person);
            } else {
                let mut person = head.person(segment);
                if let Some(mark) = head.office.and_then(capacity_of_office) {
                    note(&mut person, mark);
                }
                found.push(person);
            }
        }
        Some(_) | None if known => {
            if let Some(person) = found.last_mut() {
                if let Some(mark) = capacity(core) {
                    note(person, mark);
                } else {
                    beside_in(line, person, core);
                }
                person.written = through(line, person.written, segment);
            }
        }
        Some(_) | None => {
            if let Some(mark) = capacity(core) {
                let mut person = Person { written: segment, ..Person::default() };
                person.roles.push(core);
                note(&mut person, mark);
                found.push(person);
            } else if counted(core) {
                let mut person = Person { written: segment, ..Person::default() };
                person.roles.push(core);
                person.capacities.extend(
                    words(core).next_back().and_then(|w| capacity(w.trim_end_matches('s'))),
                );
                found.push(person);
            }
        }
    }
    if let Some(person) = found[first..].last_mut() {
        asides.for_each(|aside| aside_of(person, aside));
    }
}

fn segment_end(segment: &str) -> &str {
    &segment[segment.len()..]
}

/// `President Orlo and Ada Rivel`: two names that `and` joins are two people's.
fn is_joined(line: &str, segment: &str, head: &Head<'_>) -> bool {
    let before = words(&line[..place(line, segment)]).next_back();
    let and =
        before.is_some_and(|word| ["and", "und", "et", "y", "и"].iter().any(|and| same(and, word)));
    and && head.office.is_none() && head.name.is_some_and(|name| words(name).nth(1).is_some())
}

/// Tells whether a segment after a person opens another.
fn is_new(head: &Head<'_>, core: &str, setting: Setting, before: &[Person<'_>]) -> bool {
    let Some(last) = before.last() else { return true };
    if head.name.is_none() {
        // `The Secretary` after somebody else, in a run.
        return setting == Setting::Flow && words(core).next().is_some_and(|w| same(w, "the"));
    }
    if head.group.is_some() {
        let full = head.name.is_some_and(|name| words(name).count() > 1);
        return head.honorific.is_some()
            || match setting {
                Setting::Flow => true,
                Setting::Flattened => full,
                Setting::Item => false,
            };
    }
    if head.honorific.is_some() {
        return true;
    }
    if head.office.is_some() {
        // One word after a long office is its object, not a person.
        let object = head.long_office && head.name.is_some_and(|name| words(name).count() == 1);
        return !object && (last.name.is_some() || office_only(last) || is_the(last));
    }
    match setting {
        Setting::Flow => words(core).count() >= 2 || is_name_word(core),
        Setting::Flattened => is_full_name(core),
        // `Assistant Secretary, Marn Orlo`: the office stood first.
        Setting::Item => {
            is_full_name(core) || awaits(last, head, setting) && words(core).count() > 1
        }
    }
}

/// In an item, only a name with initials opens another person: `Orlo, Paris` is a place.
fn is_full_name(core: &str) -> bool {
    words(core).any(|word| class(word) == Class::Initial) && words(core).count() >= 2
}

/// An office without a name that is not `The …`.
fn office_only(person: &Person<'_>) -> bool {
    person.name.is_none()
        && !person.roles.is_empty()
        && !is_the(person)
        && person.capacities.is_empty()
}

/// An office whose name follows: `Assistant Secretary, Marn Orlo`; in an item of its own also
/// `The Minister of Lakes, Marn Orlo`, but not `The Secretary, Mr. Orlo`, who are two.
fn awaits(person: &Person<'_>, head: &Head<'_>, setting: Setting) -> bool {
    let long = || person.roles.iter().any(|role| words(role).nth(3).is_some());
    // `The Vestan Minister, Mr. Orlo` is one all the same.
    let foreign = || {
        person.roles.iter().any(|role| {
            words(role).nth(3).is_some() || words(role).any(|word| is_country(bare(word)))
        })
    };
    office_only(person)
        || setting == Setting::Item
            && person.name.is_none()
            && head.office.is_none()
            && (head.honorific.is_none() && long() || is_the(person) && foreign())
}

fn is_the(person: &Person<'_>) -> bool {
    words(person.written).next().is_some_and(|word| same(word, "the"))
}

/// Puts a segment beside a person; an agency that goes on after a comma is one.
fn beside_in<'t>(line: &'t str, person: &mut Person<'t>, segment: &'t str) {
    let before = person.affiliation.filter(|known| {
        let (end, start) = (place(line, known) + known.len(), place(line, segment));
        line.get(end..start).is_some_and(|gap| gap.trim() == ",")
    });
    match before {
        Some(before) if !is_office(segment) && capacity(segment).is_none() => {
            person.affiliation = Some(through(line, before, segment));
        }
        Some(_) | None => beside(person, segment),
    }
}

/// Tells whether words beside a name are an office, and not where it is held.
fn is_office(segment: &str) -> bool {
    let mut all = words(segment).map(|word| bare(word).trim_end_matches('/'));
    let institution = all.clone().next().is_some_and(|first| {
        ["office", "bureau", "department", "ministry", "embassy", "division", "section", "mission"]
            .iter()
            .any(|noun| same(noun, first))
    });
    !institution
        && all.any(|word| {
            is_role_word(word)
                || same(word, "presiding")
                || class(word) == Class::Office && !is_role_adjective(word)
        })
}

/// Puts an office, an agency or a code beside a person.
pub(super) fn beside<'t>(person: &mut Person<'t>, words_beside: &'t str) {
    // Who presides at one meeting holds no office by it.
    if person.roles.len() >= MOST_OFFICES || same(words_beside.trim(), "presiding") {
        return;
    }
    if let Some(mark) = capacity(words_beside) {
        note(person, mark);
        // `Notetaker/Interpreter` is both.
        let each = words(words_beside).flat_map(|word| word.split('/'));
        return each.filter_map(capacity).for_each(|mark| note(person, mark));
    }
    if let Some(mark) = capacity_of_office(words_beside) {
        note(person, mark);
    }
    if is_office(words_beside) || person.affiliation.is_some() {
        person.roles.push(words_beside);
    } else {
        person.affiliation = Some(words_beside);
    }
}

fn aside_of<'t>(person: &mut Person<'t>, aside: &'t str) {
    if aside.contains("not declassified")
        || aside.contains(|c: char| c.is_ascii_digit())
        || is_presence(aside)
    {
        return;
    }
    // `(the last kept the record)`.
    let act = ["the last", "the latter", "who"].iter().find_map(|who| aside.strip_prefix(who));
    if let Some(capacities) = act.and_then(done) {
        return capacities.into_iter().for_each(|capacity| note(person, capacity));
    }
    // `M. Orlo (notes)` took them.
    if same(aside, "notes") {
        return note(person, Capacity::Notetaker);
    }
    beside(person, aside);
}

pub(super) fn note(person: &mut Person<'_>, capacity: Capacity) {
    if !person.capacities.contains(&capacity) {
        person.capacities.push(capacity);
    }
}

/// `Two Interpreters`, `Three Notetakers`.
fn counted(core: &str) -> bool {
    let number = words(core).next().is_some_and(|word| {
        ["one", "two", "three", "four", "several"].iter().any(|n| same(n, word))
            || word.bytes().all(|b| b.is_ascii_digit())
    });
    number
        && words(core).count() == 2
        && words(core).next_back().and_then(|w| capacity(w.trim_end_matches('s'))).is_some()
}

/// `Messrs. Orlo, Rivel and Marn, NEA`: names until an agency follows, which all share.
fn several<'t>(line: &'t str, found: &mut Vec<Person<'t>>) {
    let Some(title) = words(line).next() else { return };
    let from = found.len();
    let rest = &line[title.len()..];
    for segment in segments(rest, Setting::Flow) {
        if is_anonymous(segment) {
            found.push(anonymous(segment));
        }
        let (core, asides) = without_asides(segment);
        // `Orlo of EUR for the lake item`.
        let of = words(core).skip(1).find(|word| matches!(*word, "of" | "for"));
        let (core, of) = match of.map(|word| core.split_at(place(core, word))) {
            Some((name, of)) if of.len() > 4 => (name.trim(), Some(of)),
            Some(_) | None => (core, None),
        };
        let own = of.and_then(|of| of.split_once(' ')).map(|(_, of)| of);
        match head(core) {
            Some(head) if head.office.is_none() && head.group.is_none() && head.name.is_some() => {
                let mut person = head.person(segment);
                person.honorific = person.honorific.or(Some(title));
                asides.for_each(|aside| aside_of(&mut person, aside));
                person.affiliation = person.affiliation.or(own);
                found.push(person);
                // `Messrs. Orlo and Rivel for CIA`: both are there for it.
                if let Some(agency) = own.filter(|own| {
                    of.is_some_and(|of| of.starts_with("for ")) && words(own).count() == 1
                }) {
                    let before = found[from..].iter_mut().filter(|p| p.affiliation.is_none());
                    before.for_each(|person| person.affiliation = Some(agency));
                }
            }
            _ if core.starts_with('[') => {}
            // `Comrades Orlo, Rivel and Marn, Vestan Ambassador`: the last of them is he.
            Some(head) if head.name.is_none() && head.office.is_some_and(is_singular) => {
                if let Some(person) = found[from..].last_mut() {
                    beside(person, core);
                }
            }
            // `Secretaries of State and Defense` are offices, not names.
            _ => found[from..].iter_mut().for_each(|person| {
                beside(person, through(line, core, of.unwrap_or(core)));
            }),
        }
    }
}

/// `Vestan Ambassador to Rivel`: the office of one.
fn is_singular(office: &str) -> bool {
    let mut nouns = words(office).map(bare).filter(|word| is_role_word(word));
    nouns.next().is_some_and(|noun| !noun.ends_with('s'))
}
