//! The participants in the outline.

use super::{name, quoted};
use crate::model::{Memorandum, Participant};

/// Gives a line for each participant.
pub(super) fn lines(memorandum: &Memorandum) -> Vec<String> {
    memorandum.participants.iter().map(line).collect()
}

fn line(person: &Participant) -> String {
    let mut facts = vec![format!("{} {}", person.id, quoted(&person.name))];
    let mut add = |field: &str, words: &str| facts.push(format!("{field} {words}"));
    if let Some(honorific) = &person.honorific {
        add("honorific", &quoted(honorific));
    }
    for role in &person.roles {
        add("role", &quoted(&role.text));
    }
    if let Some(affiliation) = &person.affiliation {
        add("of", &quoted(affiliation));
    }
    if let Some(delegation) = &person.delegation {
        add("side", &quoted(delegation));
    }
    if let Some(parts) = person.name_parts.as_ref().filter(|parts| parts.family_first) {
        add("surname first", &quoted(&parts.family));
    }
    for presence in &person.presence {
        add("there", &quoted(&presence.text));
    }
    if let Some(identity) = &person.identity {
        let ids: Vec<String> =
            identity.ids.iter().map(|(authority, id)| format!(" {authority} {id}")).collect();
        let rule = name(&identity.rule);
        add("is", &format!("{}{} by {rule}", quoted(&identity.name), ids.concat()));
    }
    let capacities: Vec<String> = person.capacities.iter().map(name).collect();
    if !capacities.is_empty() {
        add("as", &capacities.join(" "));
    }
    if !person.refs.is_empty() {
        add("refs", &person.refs.join(" "));
    }
    let mut carriers: Vec<_> = person.mentions.iter().map(|mention| mention.carrier).collect();
    carriers.sort_unstable();
    carriers.dedup();
    let carriers: Vec<String> = carriers.iter().map(name).collect();
    if !carriers.is_empty() {
        add("in", &carriers.join(" "));
    }
    facts.join("; ")
}
