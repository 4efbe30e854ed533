//! The card of a record and its people.

use crate::model::{Memorandum, MovementKind, Participant};
use crate::write::xml::Xml;

/// The most sides that have a colour of their own.
const COLOURS: usize = 6;

pub(super) fn title(memorandum: &Memorandum) -> &str {
    let title = memorandum.own_title.as_ref().or(memorandum.title.as_ref());
    title.map_or("Record of conversation", |title| &title.text)
}

/// Gives the class of a person's side: `side1`, or none.
pub(super) fn side_class(memorandum: &Memorandum, person: &Participant) -> String {
    let sides = sides(memorandum);
    let place = sides.iter().position(|side| *side == person.delegation.as_deref());
    match place {
        Some(place) if sides.len() > 1 => format!("side{}", place % COLOURS + 1),
        // One side, or none told: each speaker has a colour.
        Some(_) | None => {
            let place = memorandum.participants.iter().position(|it| it.id == person.id);
            format!("side{}", place.unwrap_or_default() % COLOURS + 1)
        }
    }
}

/// Lists the sides in order, those without one last.
fn sides(memorandum: &Memorandum) -> Vec<Option<&str>> {
    let mut sides: Vec<Option<&str>> = Vec::new();
    for person in &memorandum.participants {
        let side = person.delegation.as_deref();
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    sides.sort_by_key(Option::is_none);
    sides
}

/// Puts down the card: what the record is, when, where, whence.
pub(super) fn card(xml: &mut Xml, memorandum: &Memorandum) {
    xml.open("header", &[("class", "card")]);
    xml.line();
    if let Some(kind) = memorandum.kind {
        xml.leaf("p", &[("class", "kind")], kind.words());
        xml.line();
    }
    xml.leaf("h1", &[("dir", "auto")], title(memorandum));
    xml.line();
    xml.open("dl", &[]);
    xml.line();
    let from = &memorandum.provenance;
    let subjects: Vec<&str> = memorandum.subjects.iter().map(|it| it.text.as_str()).collect();
    let markings: Vec<&str> = memorandum.markings.iter().map(|it| it.text.as_str()).collect();
    let archive = [&from.repository, &from.division, &from.collection, &from.shelfmark];
    let archive = archive.into_iter().flatten().map(|it| it.text.clone());
    let reel = from.reel.as_ref().map(|it| format!("reel {}", it.text));
    let container = from.container.as_ref().map(|it| format!("container {}", it.text));
    let archive: Vec<String> = archive.chain(reel).chain(container).collect();
    let text = |it: &Option<crate::model::Written>| {
        it.as_ref().map(|it| it.text.clone()).unwrap_or_default()
    };
    let page = memorandum.own_title.as_ref().and(memorandum.title.as_ref());
    let facts = [
        ("Date", memorandum.date.as_ref().map(|it| it.text.clone()).unwrap_or_default()),
        ("Place", memorandum.place.as_ref().map(|it| it.name.clone()).unwrap_or_default()),
        ("Number", text(&memorandum.number)),
        ("Subject", subjects.join("; ")),
        ("Marked", markings.join(" · ")),
        ("Catalogued as", page.map(|it| it.text.clone()).unwrap_or_default()),
        ("Source", archive.join(", ")),
        ("Original", text(&from.original_archive)),
        ("Translated by", text(&from.translator)),
        ("Drafted by", text(&from.drafted)),
        ("Approved by", text(&from.approved)),
    ];
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        xml.open("div", &[]);
        xml.leaf("dt", &[], name);
        xml.leaf("dd", &[("dir", "auto")], value);
        xml.close();
        xml.line();
    }
    xml.close();
    xml.close();
    xml.line();
}

/// Puts down the people by their sides, those who keep silent too.
pub(super) fn people(xml: &mut Xml, memorandum: &Memorandum) {
    if memorandum.participants.is_empty() {
        return;
    }
    let mut spoken = vec![0_usize; memorandum.participants.len()];
    for id in memorandum.turns.iter().flat_map(|turn| &turn.speakers) {
        if let Some(count) = spoken.get_mut(id.index()) {
            *count += 1;
        }
    }
    xml.open("section", &[("class", "people"), ("aria-labelledby", "people")]);
    xml.leaf("h2", &[("id", "people")], "People");
    xml.line();
    let sides = sides(memorandum);
    xml.open("div", &[("class", "sides")]);
    for side in &sides {
        xml.open("div", &[("class", "side")]);
        match side {
            Some(side) => xml.leaf("h3", &[("dir", "auto")], side),
            None if sides.len() > 1 => xml.leaf("h3", &[], "No side told"),
            None => {}
        }
        xml.open("ul", &[]);
        xml.line();
        let here = |person: &&Participant| person.delegation.as_deref() == *side;
        for person in memorandum.participants.iter().filter(here) {
            one(xml, memorandum, person, spoken[person.id.index()]);
            xml.line();
        }
        xml.close();
        xml.close();
    }
    xml.close();
    xml.close();
    xml.line();
}

fn one(xml: &mut Xml, memorandum: &Memorandum, person: &Participant, turns: usize) {
    let class = format!("person {}", side_class(memorandum, person));
    xml.open("li", &[("class", &class), ("id", &person.id.to_string()), ("dir", "auto")]);
    xml.open("bdi", &[("class", "name")]);
    if let Some(honorific) = &person.honorific {
        xml.text(honorific);
        xml.text(" ");
    }
    xml.text(&person.name);
    xml.close();
    let roles = person.roles.iter().map(|role| role.text.as_str());
    let told: Vec<&str> = roles.chain(person.affiliation.as_deref()).collect();
    if !told.is_empty() {
        xml.text(", ");
        xml.text(&told.join(", "));
    }
    let capacities = person.capacities.iter().map(|it| it.words().to_owned());
    let spoken = match turns {
        0 => "silent".to_owned(),
        1 => "1 turn".to_owned(),
        _ => format!("{turns} turns"),
    };
    let moves = memorandum.movements.iter().filter(|it| it.people.contains(&person.id));
    let moves = moves.map(|it| {
        let does = match it.kind {
            MovementKind::Enter => "comes in",
            MovementKind::Leave => "leaves",
        };
        match it.next_turn {
            0 => format!("{does} at the beginning"),
            turn if turn < memorandum.turns.len() => format!("{does} before turn {}", turn + 1),
            _ => format!("{does} at the end"),
        }
    });
    let presence = person.presence.iter().map(|it| it.text.clone());
    let quiet: Vec<String> = capacities.chain(presence).chain([spoken]).chain(moves).collect();
    xml.text(" ");
    xml.leaf("span", &[("class", "quiet")], &quiet.join(" · "));
    xml.close();
}
