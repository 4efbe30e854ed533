//! The people of a record in TEI, with their sides, ids, comings and goings.

use crate::model::{Memorandum, Participant, PersonId};
use crate::write::inline::joined;
use crate::write::tables::kind_name;
use crate::write::xml::Xml;

/// Lists the sides, each once.
fn sides(memorandum: &Memorandum) -> Vec<&str> {
    let mut sides: Vec<&str> = Vec::new();
    for side in memorandum.participants.iter().filter_map(|it| it.delegation.as_deref()) {
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    sides
}

/// Lists the people with their sides.
pub(super) fn people(xml: &mut Xml, memorandum: &Memorandum, ids: &[String]) {
    if memorandum.participants.is_empty() {
        return;
    }
    let sides = sides(memorandum);
    xml.open("particDesc", &[]);
    xml.line();
    if !sides.is_empty() {
        xml.open("listOrg", &[]);
        for (place, side) in sides.iter().enumerate() {
            xml.open("org", &[("xml:id", &*format!("side{}", place + 1)), ("role", "side")]);
            xml.leaf("orgName", &[], side);
            xml.close();
        }
        xml.close();
        xml.line();
    }
    xml.open("listPerson", &[]);
    xml.line();
    for person in &memorandum.participants {
        one_person(xml, person, &sides);
        movements(xml, memorandum, person.id, ids);
        xml.close();
        xml.line();
    }
    xml.close();
    xml.close();
    xml.line();
}

/// Opens a person and tells what is known of them.
fn one_person(xml: &mut Xml, person: &Participant, sides: &[&str]) {
    let capacities: Vec<&str> = person.capacities.iter().map(|it| it.words()).collect();
    xml.open("person", &[("xml:id", &*person.id.to_string()), ("role", &capacities.join(" "))]);
    xml.open("persName", &[]);
    if let Some(honorific) = &person.honorific {
        xml.leaf("roleName", &[("type", "honorific")], honorific);
        xml.text(" ");
    }
    xml.text(&person.name);
    xml.close();
    if let Some(known) = &person.identity {
        xml.leaf("persName", &[("type", "roster")], &known.name);
    }
    for role in &person.roles {
        xml.leaf("occupation", &[], &role.text);
    }
    if let Some(affiliation) = &person.affiliation {
        xml.leaf("affiliation", &[], affiliation);
    }
    if let Some(side) = &person.delegation {
        let place = sides.iter().position(|it| it == side).unwrap_or_default();
        let to = format!("#side{}", place + 1);
        xml.leaf("affiliation", &[("type", "side"), ("ref", &to)], side);
    }
    for presence in &person.presence {
        xml.leaf("note", &[("type", "presence")], &presence.text);
    }
    if let Some(known) = &person.identity {
        for (authority, id) in &known.ids {
            xml.leaf("idno", &[("type", authority)], id);
        }
    }
}

/// Tells when a person came and went: before which turn, and in which words.
fn movements(xml: &mut Xml, memorandum: &Memorandum, person: PersonId, ids: &[String]) {
    for movement in memorandum.movements.iter().filter(|it| it.people.contains(&person)) {
        let before = ids.get(movement.next_turn).map(|id| format!("#{id}")).unwrap_or_default();
        xml.open("event", &[("type", &*kind_name(&movement.kind)), ("corresp", &before)]);
        xml.leaf("desc", &[], joined(movement.span.of(&memorandum.text)).trim());
        xml.close();
    }
}
