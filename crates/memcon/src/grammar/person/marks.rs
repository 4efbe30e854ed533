//! Marks of capacity: `(notetaker)`, `, Interpreter`, `Recorder`.

use crate::grammar::fold::{begins, same};
use crate::grammar::words::{bare, words};
use crate::model::Capacity;

/// Words that tell a capacity, by their beginnings.
const MARKS: [(&str, Capacity); 26] = [
    ("interpret", Capacity::Interpreter),
    ("translat", Capacity::Interpreter),
    ("dolmetsch", Capacity::Interpreter),
    ("traduct", Capacity::Interpreter),
    ("переводчи", Capacity::Interpreter),
    ("翻译", Capacity::Interpreter),
    ("翻譯", Capacity::Interpreter),
    ("통역", Capacity::Interpreter),
    ("notetak", Capacity::Notetaker),
    ("note-tak", Capacity::Notetaker),
    ("note", Capacity::Notetaker),
    ("recorder", Capacity::Recorder),
    ("recorded", Capacity::Recorder),
    ("recording", Capacity::Recorder),
    ("stenograph", Capacity::Recorder),
    ("记录", Capacity::Recorder),
    ("記錄", Capacity::Recorder),
    ("기록", Capacity::Recorder),
    ("rapporteur", Capacity::Recorder),
    ("reporter", Capacity::Recorder),
    ("reporting", Capacity::Recorder),
    ("drafting", Capacity::Drafter),
    ("drafter", Capacity::Drafter),
    ("protokollant", Capacity::Recorder),
    ("протоколи", Capacity::Recorder),
    ("taking", Capacity::Notetaker),
];

/// Gives the capacity that a mark tells, where its words tell nothing else.
///
/// ```text
/// mark = ["("] ["also" | "U.S." | …] ("interpreter" | "notetaker" | "reporting officer" | …) [")"]
/// ```
pub(crate) fn capacity(mark: &str) -> Option<Capacity> {
    if words(mark).count() > 5 {
        return None;
    }
    let mut found = None;
    for word in words(mark).map(bare) {
        match may_mark(word).then(|| MARKS.iter().find(|(start, _)| begins(word, start))).flatten()
        {
            Some((start, capacity)) => {
                let alone = *start != "note" || same(word, "note") && mark_continues(mark);
                if alone && found.is_none() {
                    found = Some(*capacity);
                }
            }
            None if is_filler(word) => {}
            None => return None,
        }
    }
    found
}

/// Gives the capacity that an office names besides: `Interpreter, Ministry of Lakes`.
pub(super) fn capacity_of_office(office: &str) -> Option<Capacity> {
    words(office).map(bare).filter(|word| may_mark(word)).find_map(|word| {
        MARKS
            .iter()
            .find(|(start, _)| {
                begins(word, start)
                    && !matches!(
                        *start,
                        "note" | "reporter" | "recording" | "drafting" | "taking" | "reporting"
                    )
            })
            .map(|(_, capacity)| *capacity)
    })
}

/// Tells whether a mark may begin a word, by its first letter.
fn may_mark(word: &str) -> bool {
    word.bytes().next().is_some_and(|first| {
        !first.is_ascii_alphanumeric()
            || matches!(first | 0x20, b'd' | b'i' | b'n' | b'p' | b'r' | b's' | b't')
    })
}

/// `Note Taker` in two words.
fn mark_continues(mark: &str) -> bool {
    words(mark).map(bare).any(|word| begins(word, "taker") || begins(word, "taking"))
}

fn is_filler(word: &str) -> bool {
    const FILLER: [&str; 19] = [
        "by",
        "",
        "officer",
        "taker",
        "takers",
        "and",
        "&",
        "us",
        "u.s",
        "american",
        "soviet",
        "official",
        "the",
        "as",
        "acting",
        "secretary",
        "for",
        "embassy",
        "also",
    ];
    FILLER.iter().any(|filler| same(filler, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_a_capacity() {
        for (mark, expected) in [
            ("Interpreter", Capacity::Interpreter),
            ("(notetaker)", Capacity::Notetaker),
            ("note taker", Capacity::Notetaker),
            ("Reporting Officer", Capacity::Recorder),
            ("U.S. Interpreter", Capacity::Interpreter),
            ("（翻译）", Capacity::Interpreter),
        ] {
            assert_eq!(capacity(mark), Some(expected), "{mark}");
        }
        for mark in
            ["Press Officer", "part-time", "note", "", "Interpreter for the King of Vesta at Court"]
        {
            assert_eq!(capacity(mark), None, "{mark}");
        }
    }
}
