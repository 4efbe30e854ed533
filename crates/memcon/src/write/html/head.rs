//! The card of a record and its people.

use rustc_hash::FxHashMap;

use crate::model::{Memorandum, Movement, MovementKind, Participant};
use crate::write::xml::Xml;

/// The most sides that have a colour of their own.
const COLOURS: usize = 6;

pub(super) fn title(memorandum: &Memorandum) -> &str {
    let title = memorandum.own_title.as_ref().or(memorandum.title.as_ref());
    title.map_or("Record of conversation", |title| &title.text)
}

/// A side and its people, as places in the record's participants; the last may have no name.
type Side<'m> = (Option<&'m str>, Vec<usize>);

/// Gives the class of the side of each person, in order: `side1`.
pub(super) fn classes(memorandum: &Memorandum) -> Vec<String> {
    let sides = sides(memorandum);
    let class = |place: usize| format!("side{}", place % COLOURS + 1);
    // One side, or none told: each speaker has a colour.
    let mut classes: Vec<String> = (0..memorandum.participants.len()).map(class).collect();
    if sides.len() > 1 {
        for (place, (_, people)) in sides.iter().enumerate() {
            for person in people {
                classes[*person] = class(place);
            }
        }
    }
    classes
}

/// Lists the sides in order, those without one last.
fn sides(memorandum: &Memorandum) -> Vec<Side<'_>> {
    let mut places: FxHashMap<Option<&str>, usize> = FxHashMap::default();
    let mut sides: Vec<Side<'_>> = Vec::new();
    for (person, it) in memorandum.participants.iter().enumerate() {
        let side = it.delegation.as_deref();
        let place = *places.entry(side).or_insert(sides.len());
        if place == sides.len() {
            sides.push((side, Vec::new()));
        }
        sides[place].1.push(person);
    }
    sides.sort_by_key(|(side, _)| side.is_none());
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
        ("Held at", text(&from.venue)),
        ("Number", text(&memorandum.number)),
        ("Subject", subjects.join("; ")),
        ("Marked", markings.join(" · ")),
        ("Catalogued as", page.map(|it| it.text.clone()).unwrap_or_default()),
        ("Source", archive.join(", ")),
        ("Original", text(&from.original_archive)),
        ("Translated by", text(&from.translator)),
        ("Drafted by", text(&from.drafted)),
        ("Approved by", text(&from.approved)),
        ("Cleared by", text(&from.cleared)),
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
    let classes = classes(memorandum);
    let mut moves: Vec<Vec<&Movement>> = vec![Vec::new(); memorandum.participants.len()];
    for movement in &memorandum.movements {
        for id in &movement.people {
            if let Some(moves) = moves.get_mut(id.index()) {
                moves.push(movement);
            }
        }
    }
    let sides = sides(memorandum);
    xml.open("div", &[("class", "sides")]);
    for (side, people) in &sides {
        xml.open("div", &[("class", "side")]);
        match side {
            Some(side) => xml.leaf("h3", &[("dir", "auto")], side),
            None if sides.len() > 1 => xml.leaf("h3", &[], "No side told"),
            None => {}
        }
        xml.open("ul", &[]);
        xml.line();
        for place in people {
            let person = &memorandum.participants[*place];
            let told = moved(&moves[*place], memorandum.turns.len());
            one(xml, person, &classes[*place], spoken[*place], told);
            xml.line();
        }
        xml.close();
        xml.close();
    }
    xml.close();
    xml.close();
    xml.line();
}

/// Says when somebody came and went.
fn moved(moves: &[&Movement], turns: usize) -> Vec<String> {
    let told = |it: &&Movement| {
        let does = match it.kind {
            MovementKind::Enter => "comes in",
            MovementKind::Leave => "leaves",
        };
        match it.next_turn {
            0 => format!("{does} at the beginning"),
            turn if turn < turns => format!("{does} before turn {}", turn + 1),
            _ => format!("{does} at the end"),
        }
    };
    moves.iter().map(told).collect()
}

fn one(xml: &mut Xml, person: &Participant, class: &str, turns: usize, moves: Vec<String>) {
    let class = format!("person {class}");
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
    let presence = person.presence.iter().map(|it| it.text.clone());
    let quiet: Vec<String> = capacities.chain(presence).chain([spoken]).chain(moves).collect();
    xml.text(" ");
    xml.leaf("span", &[("class", "quiet")], &quiet.join(" · "));
    xml.close();
}
