//! One participant for a name and an office that the roster knows as one person's.

use rustc_hash::FxHashSet;

use super::known::{Found, Known};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::person::is_role_phrase;
use crate::model::{Carrier, Memorandum, Participant, PersonId, Rule};
use crate::span::Span;

/// Settles turns that several could have spoken: the one of them who held the office on the day.
pub(super) fn candidates(record: &mut Memorandum, doubts: &mut Vec<Diagnostic>, known: &Known<'_>) {
    let mut settled: FxHashSet<Span> = FxHashSet::default();
    for turn in &mut record.turns {
        if turn.speaker.is_some() || turn.candidates.len() < 2 {
            continue;
        }
        let subject = turn.label.as_ref().or(turn.cue.as_ref().map(|cue| &cue.subject));
        let Some(subject) = subject.filter(|subject| is_role_phrase(&subject.text)) else {
            continue;
        };
        let Found::One(holder, ..) = known.holders(&subject.text, None) else { continue };
        let is_holder = |id: &&PersonId| {
            let person = record.participants.get(id.index());
            let identity = person.and_then(|person| person.identity.as_ref());
            identity.is_some_and(|identity| identity.name == holder.name)
        };
        let mut fits = turn.candidates.iter().filter(is_holder);
        let (Some(one), None) = (fits.next().copied(), fits.next()) else { continue };
        turn.speaker = Some(one);
        turn.speakers = vec![one];
        turn.candidates = Vec::new();
        turn.rule = Some(Rule::Roster);
        settled.insert(subject.span);
    }
    doubts.retain(|doubt| {
        let ambiguous = matches!(doubt.kind, DiagnosticKind::AmbiguousSpeaker { .. });
        !(ambiguous && settled.contains(&doubt.span))
    });
}

/// Unites those called by an office with those called by name whom the roster knows as the same,
/// where no list has them apart.
pub(super) fn namesakes(record: &mut Memorandum) {
    let listed = |person: &Participant| {
        person.mentions.iter().any(|mention| mention.carrier == Carrier::List)
    };
    let people = &record.participants;
    // Into whom each participant goes.
    let into: Vec<usize> = (0..people.len())
        .map(|at| {
            let Some(identity) = people[at].identity.as_ref() else { return at };
            if !super::is_office(&people[at]) {
                return at;
            }
            let named = people.iter().enumerate().filter(|(other, person)| {
                *other != at
                    && !super::is_office(person)
                    && !(listed(person) && listed(&people[at]))
                    && person.identity.as_ref().is_some_and(|theirs| theirs.name == identity.name)
            });
            let mut named = named.map(|(other, _)| other);
            named.next().filter(|_| named.next().is_none()).unwrap_or(at)
        })
        .collect();
    unite(record, into, Some(Rule::Roster));
}

/// Unites participants: each goes into the one whose place it is given, under the earlier place of
/// both; the turns of those who go are linked by the rule, where one is given.
pub(crate) fn unite(record: &mut Memorandum, mut into: Vec<usize>, rule: Option<Rule>) {
    let people = &record.participants;
    let in_office: Vec<bool> = into.iter().enumerate().map(|(at, goal)| at != *goal).collect();
    into_earliest(&mut into);
    if into.iter().enumerate().all(|(at, goal)| at == *goal) {
        return;
    }
    let mut place = vec![0; people.len()];
    let mut kept = 0;
    for (at, goal) in into.iter().enumerate() {
        place[at] = kept;
        kept += usize::from(at == *goal);
    }
    let by_office = |id: PersonId| in_office.get(id.index()).is_some_and(|office| *office);
    let moved = |id: PersonId| {
        let goal = into.get(id.index()).copied().unwrap_or(id.index());
        PersonId::from_index(place.get(goal).copied().unwrap_or(goal))
    };
    for turn in &mut record.turns {
        if turn.speakers.iter().chain(&turn.speaker).any(|id| by_office(*id)) {
            turn.rule = rule.or(turn.rule);
        }
        turn.speaker = turn.speaker.map(moved);
        let ids = turn.speakers.iter_mut().chain(&mut turn.candidates);
        ids.for_each(|id| *id = moved(*id));
        if let Some(addressee) = &mut turn.addressee {
            addressee.person = addressee.person.map(moved);
        }
        for quoted in &mut turn.quoted {
            quoted.person = quoted.person.map(moved);
        }
    }
    for movement in &mut record.movements {
        movement.people.iter_mut().for_each(|id| *id = moved(*id));
    }
    let old = std::mem::take(&mut record.participants);
    let mut lost: Vec<(usize, Participant)> = Vec::new();
    for (at, person) in old.into_iter().enumerate() {
        if into[at] == at {
            let id = PersonId::from_index(place[at]);
            record.participants.push(Participant { id, ..person });
        } else {
            lost.push((place[into[at]], person));
        }
    }
    for (goal, person) in lost {
        let Some(kept) = record.participants.get_mut(goal) else { continue };
        if super::is_office(kept) && !super::is_office(&person) {
            kept.name.clone_from(&person.name);
            kept.name_parts.clone_from(&person.name_parts);
            kept.identity.clone_from(&person.identity);
            kept.honorific = person.honorific.clone().or(kept.honorific.take());
        }
        kept.mentions.extend(person.mentions);
        kept.mentions.sort_by_key(|mention| mention.span);
        for capacity in person.capacities {
            if let Err(at) = kept.capacities.binary_search(&capacity) {
                kept.capacities.insert(at, capacity);
            }
        }
        kept.roles.extend(person.roles);
        kept.refs.extend(person.refs);
        kept.presence.extend(person.presence);
        kept.affiliation = kept.affiliation.take().or(person.affiliation);
        kept.delegation = kept.delegation.take().or(person.delegation);
    }
}

/// Keeps of those who are one person the earliest place, where one held several offices, too.
fn into_earliest(into: &mut [usize]) {
    for at in 0..into.len() {
        let mut goal = into[at];
        while into[goal] != goal {
            goal = into[goal];
        }
        let kept = at.min(goal);
        (into[at], into[goal]) = (kept, kept);
    }
    // Whoever is kept stands earlier, so that this is settled already.
    for at in 0..into.len() {
        into[at] = into[into[at]];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Roster};

    #[test]
    fn the_earliest_of_one_person_is_kept() {
        for (goals, kept) in [
            (vec![0, 1, 2], vec![0, 1, 2]),
            (vec![1, 1], vec![0, 0]),
            (vec![0, 0], vec![0, 0]),
            // An office, the name, another office; the offices first; the name first.
            (vec![1, 1, 1], vec![0, 0, 0]),
            (vec![2, 2, 2], vec![0, 0, 0]),
            (vec![0, 0, 0], vec![0, 0, 0]),
            (vec![3, 2, 2, 3, 3], vec![0, 1, 1, 0, 0]),
        ] {
            let mut into = goals.clone();
            into_earliest(&mut into);
            assert_eq!(into, kept, "{goals:?}");
        }
    }

    #[test]
    fn a_roster_is_used_for_json_as_well() {
        let text = "Mr. Orlo: Good day.\n\nMr. Vey: Good day.\n\nMr. Orlo: Sit.\n\nMr. Vey: So.\n";
        let written = crate::parse(text).to_json(crate::JsonStyle::Line);
        let roster = Roster::from_csv("name,aliases,wikidata\nAnton Orlo,Orlo,Q900001\n").unwrap();
        let options = Options::new().roster(roster);
        let parsed = crate::read_bytes("talk.json", written.into_bytes(), &options).unwrap();
        let known: Vec<_> = parsed.memorandum.participants.iter().map(|p| &p.identity).collect();
        assert!(matches!(known[..], [Some(_), None]), "{known:?}");
    }
}
