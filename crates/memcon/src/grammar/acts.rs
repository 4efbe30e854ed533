//! What people did at a talk besides speaking: attend, interpret, take notes, record.

use crate::grammar::fold::{Folded, begins, same};
use crate::grammar::words::{bare, words};
use crate::model::Capacity;

/// What was done by somebody: `recorded`, `translated`.
pub(crate) fn passive(word: &str) -> Option<Capacity> {
    [
        ("recorded", Capacity::Recorder),
        ("transcribed", Capacity::Recorder),
        ("interpreted", Capacity::Interpreter),
        ("translated", Capacity::Interpreter),
        ("accompanied", Capacity::Attendee),
        ("drafted", Capacity::Drafter),
        ("prepared", Capacity::Drafter),
        ("записал", Capacity::Recorder),
    ]
    .into_iter()
    .find(|(verb, _)| same(verb, word))
    .map(|(_, capacity)| capacity)
}

/// Words around such a verb that name the talk and nothing else.
pub(crate) fn is_frame(word: &str) -> bool {
    matches!(
        Folded::of(word).as_bytes(),
        b"the"
            | b"a"
            | b"this"
            | b"conversation"
            | b"meeting"
            | b"talk"
            | b"talks"
            | b"discussion"
            | b"record"
            | b"memorandum"
            | b"was"
            | b"were"
            | b"is"
            | b"and"
            | b"of"
            | b"notes"
            | b"minutes"
            | b"at"
            | b"in"
            | b"on"
            | b"during"
            | b"session"
            | b"has"
            | b"been"
            | b"made"
            | b"taken"
            | b"for"
            | b"it"
            | b"also"
            | b"transcript"
            | b"to"
            | b"all"
            | b"conversations"
            | b"reception"
    )
}

/// Reads the verbs: what was done, and nothing but the talk that it was done to.
///
/// ```text
/// done = verb {"and" verb} [frame]
/// ```
pub(crate) fn done(predicate: &str) -> Option<Vec<Capacity>> {
    let mut capacities = Vec::new();
    let mut all = words(predicate).map(bare).peekable();
    while let Some(word) = all.next() {
        let found = if ["present", "присутствовал", "присутствовали"].iter().any(|p| same(p, word))
        {
            Some(Capacity::Present)
        } else if same(word, "took") {
            match all.next().map(bare) {
                Some(next) if same(next, "part") => Some(Capacity::Attendee),
                Some(next) if same(next, "notes") => Some(Capacity::Notetaker),
                Some(next)
                    if same(next, "the")
                        && all.peek().is_some_and(|w| begins(w, "note") || begins(w, "minute")) =>
                {
                    Some(Capacity::Notetaker)
                }
                Some(_) | None => return None,
            }
        } else if ["kept", "made", "wrote"].iter().any(|kept| same(kept, word)) {
            let object = all.clone().find(|word| !same(word, "the"))?;
            ["record", "notes", "minutes"].iter().find(|record| same(record, object))?;
            Some(Capacity::Recorder)
        } else if [
            "participated",
            "attended",
            "joined",
            "presided",
            "chaired",
            "chair",
            "участвовал",
            "участвовали",
        ]
        .iter()
        .any(|p| same(p, word))
        {
            Some(Capacity::Attendee)
        } else if begins(word, "interpret")
            || same(word, "translated")
            || same(word, "translator")
            || same(word, "переводил")
        {
            Some(Capacity::Interpreter)
        } else if same(word, "recorded")
            || same(word, "recorder")
            || same(word, "transcribed")
            || same(word, "записал")
            || same(word, "rapporteur")
        {
            Some(Capacity::Recorder)
        } else if begins(word, "notetaker") || begins(word, "note-taker") {
            Some(Capacity::Notetaker)
        } else if [
            "acted",
            "served",
            "sat",
            "as",
            "throughout",
            "part",
            "беседе",
            "в",
            "беседу",
            "на",
            "и",
            "who",
            "both",
            "sides",
            // `in the action on Item 2`.
            "action",
            "actions",
            "item",
            "items",
        ]
        .iter()
        .any(|w| same(w, word))
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || is_frame(word)
        {
            None
        } else {
            return None;
        };
        if let Some(capacity) = found.filter(|capacity| !capacities.contains(capacity)) {
            capacities.push(capacity);
        }
    }
    (!capacities.is_empty()).then_some(capacities)
}
