//! Whether the numbered parts of a record stand in their own places.

use super::Memorandum;

/// Tells of the first part that is out of place; whoever wrote the record by hand can mend it.
/// Parts that others name and that are not there are left out where they are asked for.
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
    None
}

#[cfg(test)]
mod tests {
    use crate::Parsed;

    #[test]
    fn what_is_out_of_place_is_refused() {
        let parsed =
            crate::parse("Orlo: Sit [laughter].\n\nVey: Gladly.\n\nOrlo: So?\n\nVey: So.\n");
        let json = serde_json::to_string(&parsed).unwrap();
        assert_eq!(serde_json::from_str::<Parsed>(&json).unwrap(), parsed);
        for (found, put, says) in [
            (r#""index":2"#, r#""index":7"#, "turn 2 of the list calls itself 7"),
            (r#""id":"p2""#, r#""id":"p1""#, "participant 1 of the list calls itself p1"),
        ] {
            assert!(json.contains(found), "{found} is in the record");
            let error = serde_json::from_str::<Parsed>(&json.replace(found, put)).unwrap_err();
            assert!(error.to_string().contains(says), "{error}");
        }
    }
}
