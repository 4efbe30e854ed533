//! The people whom a sentence of attendance lists: in a run, in columns, or side by side.

use crate::grammar::lexicon::is_prose_word;
use crate::grammar::person::{Person, flow, inline_side};
use crate::grammar::words::{bare, place, words};

/// Reads the people of a sentence; all of it must be people.
pub(crate) fn listed(list: &str) -> Option<Vec<Person<'_>>> {
    let list = list.trim().trim_start_matches([':', ' ']);
    let stop = list.strip_suffix('.').unwrap_or(list);
    // `and Dr. Rivel of this office`.
    let stop = stop.rfind(" of this ").map_or(stop, |at| match words(&stop[at..]).nth(3) {
        Some(_) => stop,
        None => &stop[..at],
    });
    let people = match columns(stop) {
        Some(people) => people,
        None => by_sides(stop),
    };
    // An initial's stop or a sentence's: the list may not go on as prose.
    let prose = words(stop)
        .filter(|word| word.starts_with(char::is_lowercase) && is_prose_word(bare(word)))
        .count();
    (!people.is_empty() && prose == 0).then_some(people)
}

/// Reads a list that may have the other side in a sentence of its own: `… Orlo. On the Vestan
/// side: …`.
fn by_sides(list: &str) -> Vec<Person<'_>> {
    let (mut found, mut from, mut side) = (Vec::new(), 0, None);
    let mut take = |part, side| {
        let people = flow(part).people.into_iter();
        found.extend(people.map(|person| Person { side: person.side.or(side), ..person }));
    };
    for (at, stop) in list.match_indices(". ") {
        let next = &list[at + stop.len()..];
        let divided = inline_side(next).filter(|_| next.starts_with(char::is_uppercase));
        if let Some((named, people)) = divided {
            take(&list[from..at], side);
            (side, from) = (Some(named), place(list, people));
        }
    }
    take(&list[from..], side);
    found
}

/// Reads a list that was typed in columns; none where it was not, or a cell names nobody.
fn columns(list: &str) -> Option<Vec<Person<'_>>> {
    let mut found = Vec::new();
    let mut cells = list.split('\n').flat_map(|row| row.trim().split(GAP)).peekable();
    let first = cells.next()?;
    cells.peek()?;
    for cell in std::iter::once(first).chain(cells).map(str::trim).filter(|cell| !cell.is_empty()) {
        let people = flow(cell).people;
        if people.is_empty() || cell.ends_with(['-', ',']) {
            return None;
        }
        found.extend(people);
    }
    list.contains(GAP).then_some(found)
}

/// What stands between two columns, at least.
const GAP: &str = "   ";
