//! The turns in the outline.

use super::{name, quoted, range, written};
use crate::model::{Memorandum, PersonId, Turn};

/// How many characters of a long turn are shown from its beginning, and from its end.
const HEAD: usize = 40;
const TAIL: usize = 20;

/// Gives a line for each turn.
pub(super) fn lines(memorandum: &Memorandum) -> Vec<String> {
    memorandum.turns.iter().map(|turn| line(memorandum, turn)).collect()
}

fn line(memorandum: &Memorandum, turn: &Turn) -> String {
    let mut line = format!("{} {} {}", turn.index, name(&turn.mode), range(turn.span));
    let mut add = |words: String| {
        line.push(' ');
        line.push_str(&words);
    };
    add(speaker(memorandum, turn));
    if let Some(label) = &turn.label {
        add(format!("label {}", written(label)));
    }
    if let Some(cue) = &turn.cue {
        add(format!("cue {} {}", written(&cue.subject), written(&cue.verb)));
    }
    if let Some(rule) = turn.rule {
        add(format!("by {}", name(&rule)));
    }
    if let Some(addressee) = &turn.addressee {
        let person = addressee.person.map(|id| format!(" = {id}")).unwrap_or_default();
        add(format!("to {} {}{person}", quoted(&addressee.text), range(addressee.span)));
    }
    if let Some(voice) = &turn.voiced_by {
        add(format!("voiced-by {}", written(voice)));
    }
    for quoted in &turn.quoted {
        let person = quoted.person.map(|id| format!(" = {id}")).unwrap_or_default();
        let words = quoted.words.map(|span| format!(" words {}", range(span))).unwrap_or_default();
        add(format!("quoting {}{person}{words}", written(&quoted.subject)));
    }
    if let Some(earlier) = turn.resumes {
        add(format!("resumes {earlier}"));
    }
    add(excerpt(&turn.text));
    match turn.paragraphs.len() {
        1 => line,
        count => format!("{line} in {count} paragraphs"),
    }
}

fn speaker(memorandum: &Memorandum, turn: &Turn) -> String {
    let list = |people: &[PersonId], between: &str| {
        let people: Vec<String> = people.iter().map(|id| person(memorandum, *id)).collect();
        people.join(between)
    };
    match turn.speaker {
        Some(_) if turn.speakers.len() > 1 => list(&turn.speakers, " + "),
        Some(id) => person(memorandum, id),
        None if turn.candidates.is_empty() => "?".to_owned(),
        None => format!("? {}", list(&turn.candidates, " or ")),
    }
}

fn person(memorandum: &Memorandum, id: PersonId) -> String {
    let person = memorandum.participant(id);
    format!("{id} {}", person.map_or("(not listed)".to_owned(), |person| quoted(&person.name)))
}

fn excerpt(text: &str) -> String {
    let count = text.chars().count();
    if count <= HEAD + TAIL {
        return quoted(text);
    }
    let head: String = text.chars().take(HEAD).collect();
    let tail: String = text.chars().skip(count - TAIL).collect();
    format!("{} … {}", quoted(&head), quoted(&tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_turn_is_cut_between_characters() {
        assert_eq!(excerpt("Да."), "\"Да.\"");
        let long = "é".repeat(50) + &"ю".repeat(50);
        assert_eq!(excerpt(&long), format!("\"{}\" … \"{}\"", "é".repeat(40), "ю".repeat(20)));
    }
}
