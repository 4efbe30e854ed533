//! Who came in and who left meanwhile, linked to the participants.

use nom::Offset;

use crate::grammar::fold::same;
use crate::grammar::movement::{Told, may_tell, movement};
use crate::grammar::name::surname;
use crate::grammar::person::Person;
use crate::grammar::sentence;
use crate::grammar::words::squeeze;
use crate::model::{Carrier, Memorandum, Mention, Mode, Movement, Participant, PersonId, Written};
use crate::resolve::MOST_PEOPLE;
use crate::resolve::people::same as office;
use crate::span::Span;

/// No bracket that tells a movement is longer, in bytes.
const LONGEST: usize = 400;

/// Finds the movements that stretches of narration and the notes of a record tell; what a
/// speaker says is no movement. Whoever joins and is not listed takes part.
pub(crate) fn movements(text: &str, narrated: &[Span], record: &mut Memorandum) {
    let mut found: Vec<(Span, Told<'_>)> = Vec::new();
    for part in narrated.iter().filter(|part| may_tell(part.of(text))) {
        for sentence in sentence::sentences(text, *part) {
            let within = record.turns.partition_point(|turn| turn.span.start <= sentence.start);
            let spoken = within.checked_sub(1).is_some_and(|turn| {
                let paragraphs = &record.turns[turn].paragraphs;
                let after = paragraphs.partition_point(|words| words.start <= sentence.start);
                after > 0 && paragraphs[after - 1].contains(sentence)
            });
            let within = within.checked_sub(1).map(|turn| record.turns[turn].mode);
            if spoken && within == Some(Mode::Verbatim) {
                continue;
            }
            // "He left the room" within a report may be of another day.
            let told = movement(sentence.of(text)).filter(|t| !spoken || !t.people.is_empty());
            found.extend(told.map(|told| (sentence, told)));
        }
    }
    let told = found.len();
    for note in record.notes.iter().filter(|note| {
        note.span.end - note.span.start <= LONGEST
            && text[note.span.start..].starts_with(['(', '[', '/'])
    }) {
        // Those of narration stand in order before those of notes, which are in order, too.
        let at = told_before(&found[..told], note.span);
        let near = found[..told].get(at).into_iter().chain(found[told..].last());
        let known = near.into_iter().any(|(span, _)| span.overlaps(note.span));
        if let Some(told) = movement(note.span.of(text)).filter(|_| !known) {
            found.push((note.span, told));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    for (span, told) in found {
        let mut people = Vec::new();
        for person in &told.people {
            people.extend(linked(text, person, &mut record.participants));
        }
        let written = |words: &str| {
            let start = text.offset(words);
            Written { text: squeeze(words), span: Span::new(start, start + words.len()) }
        };
        let next = record.turns.partition_point(|turn| turn.span.start < span.start);
        let (subject, time) = (written(told.subject), told.time.map(written));
        record.movements.push(Movement::new(told.kind, people, subject, time, span, next));
    }
}

/// How many end before a stretch begins.
fn told_before(found: &[(Span, Told<'_>)], stretch: Span) -> usize {
    found.partition_point(|(span, _)| span.end <= stretch.start)
}

/// Finds the one participant whom words name; somebody with a name who is unknown is added.
fn linked(text: &str, person: &Person<'_>, people: &mut Vec<Participant>) -> Option<PersonId> {
    let fits: Vec<PersonId> = people
        .iter()
        .filter(|known| match person.name {
            Some(name) => same(surname(&known.name), surname(name)),
            None => person.roles.iter().any(|role| {
                office::same_office(role, &known.name)
                    || known.roles.iter().any(|held| office::same_office(role, &held.text))
            }),
        })
        .map(|known| known.id)
        .collect();
    match (&fits[..], person.name) {
        ([one], _) => Some(*one),
        ([], Some(name)) if people.len() < MOST_PEOPLE => {
            let id = PersonId::from_index(people.len());
            let start = text.offset(person.written);
            let span = Span::new(start, start + person.written.len());
            let mention =
                Mention { text: squeeze(person.written), span, carrier: Carrier::Sentence };
            people.push(Participant {
                honorific: person.honorific.map(squeeze),
                capacities: vec![crate::model::Capacity::Present],
                mentions: vec![mention],
                ..Participant::new(id, squeeze(name))
            });
            Some(id)
        }
        _ => None,
    }
}
