//! Whether the parts of a record that name each other by number are there.

use super::{Memorandum, PersonId, Turn};

/// Tells of the first place that leads nowhere; whoever wrote the record by hand can mend it.
pub(super) fn broken(record: &Memorandum) -> Option<String> {
    let out_of_order = |what: &str, at: usize, found: &str| {
        Some(format!("{what} {at} of the list calls itself {found}; expected it in its own place"))
    };
    for (at, person) in record.participants.iter().enumerate() {
        if person.id.index() != at {
            return out_of_order("participant", at, &person.id.to_string());
        }
    }
    for (at, turn) in record.turns.iter().enumerate() {
        if turn.index != at {
            return out_of_order("turn", at, &turn.index.to_string());
        }
    }
    let (people, turns, notes) =
        (record.participants.len(), record.turns.len(), record.notes.len());
    let told = record.movements.iter().flat_map(|movement| movement.people.iter().copied());
    if let Some(id) =
        record.turns.iter().flat_map(people_of).chain(told).find(|id| id.index() >= people)
    {
        return Some(format!("{id} is named; expected one of the {people} participants"));
    }
    let to_turns = record.turns.iter().filter_map(|turn| turn.resumes);
    let to_turns = to_turns.chain(record.notes.iter().filter_map(|note| note.turn));
    if let Some(turn) = to_turns.into_iter().find(|turn| *turn >= turns) {
        return Some(format!("turn {turn} is named; expected one of the {turns} turns from 0"));
    }
    let to_notes = record.turns.iter().flat_map(|turn| turn.notes.iter().copied());
    let to_notes = to_notes.chain(record.notes.iter().filter_map(|note| note.joined));
    if let Some(note) = to_notes.into_iter().find(|note| *note >= notes) {
        return Some(format!("note {note} is named; expected one of the {notes} notes from 0"));
    }
    None
}

/// Gives everybody whom a turn names.
fn people_of(turn: &Turn) -> impl Iterator<Item = PersonId> {
    let addressee = turn.addressee.as_ref().and_then(|addressee| addressee.person);
    let quoted = turn.quoted.iter().filter_map(|quoted| quoted.person);
    let speakers = turn.speaker.iter().chain(&turn.speakers).chain(&turn.candidates).copied();
    speakers.chain(addressee).chain(quoted)
}

#[cfg(test)]
mod tests {
    use crate::Parsed;

    #[test]
    fn what_leads_nowhere_is_refused() {
        let parsed =
            crate::parse("Orlo: Sit [laughter].\n\nVey: Gladly.\n\nOrlo: So?\n\nVey: So.\n");
        let json = serde_json::to_string(&parsed).unwrap();
        assert_eq!(serde_json::from_str::<Parsed>(&json).unwrap(), parsed);
        for (found, put, says) in [
            (r#""index":2"#, r#""index":7"#, "turn 2 of the list calls itself 7"),
            (r#""speaker":"p2""#, r#""speaker":"p9""#, "p9 is named; expected one of the 2"),
            (r#""id":"p2""#, r#""id":"p1""#, "participant 1 of the list calls itself p1"),
            (r#""turn":0"#, r#""turn":40"#, "turn 40 is named; expected one of the 4 turns"),
            (r#""notes":[0]"#, r#""notes":[5]"#, "note 5 is named; expected one of the 1 notes"),
        ] {
            assert!(json.contains(found), "{found} is in the record");
            let error = serde_json::from_str::<Parsed>(&json.replace(found, put)).unwrap_err();
            assert!(error.to_string().contains(says), "{error}");
        }
    }
}
