//! The people of a list, item by item, under the headings of their sides.

use std::rc::Rc;

use super::Listed;
use super::looks::Looks;
use super::zone::Open;
use crate::grammar::attendance::Attendance;
use crate::grammar::lexicon::{is_agency_word, is_country};
use crate::grammar::person::{flow, is_side_word};
use crate::grammar::words::{bare, place, words};
use crate::model::Carrier;
use crate::span::Span;

/// Reads items into the list; gives those that name nobody and no side, before the people or
/// after them: a subject that a page ran into the list.
pub(super) fn read<'t>(
    text: &'t str,
    spans: &[Span],
    flows: bool,
    open: &mut Open<'t>,
    looks: &Looks<'t>,
    listed: &mut Vec<Listed<'t>>,
) -> Vec<Span> {
    let mut subjects = Vec::new();
    for (i, span) in spans.iter().enumerate() {
        let item = span.of(text);
        let found = if flows { Rc::new(flow(item)) } else { looks.entry(item) };
        if found.is_empty() && (i == 0 || i + 1 == spans.len()) && spans.len() > 1 {
            subjects.push(*span);
            continue;
        }
        if let Some(heading) = found.heading {
            open.side = Some(heading.trim_end_matches([':', ' '])).filter(|side| names_side(side));
        }
        for mut person in found.people.iter().cloned() {
            if let Some(capacity) =
                open.capacity.filter(|capacity| !person.capacities.contains(capacity))
            {
                person.capacities.push(capacity);
            }
            let start = place(text, person.written);
            let span = Span::new(start, start + person.written.len());
            let side = person.side.or(open.side);
            listed.push(Listed { person, span, side, carrier: Carrier::List });
        }
    }
    subjects
}

/// Gives the people whom a sentence of attendance names.
pub(crate) fn attending<'t>(
    text: &'t str,
    found: Attendance<'t>,
) -> impl Iterator<Item = Listed<'t>> {
    let Attendance { people, capacities, side } = found;
    people.into_iter().map(move |mut person| {
        for capacity in &capacities {
            if !person.capacities.contains(capacity) {
                person.capacities.push(*capacity);
            }
        }
        let start = place(text, person.written);
        let span = Span::new(start, start + person.written.len());
        let side = person.side.or(side);
        Listed { person, span, side, carrier: Carrier::Sentence }
    })
}

/// `Also present` is a heading and no side.
fn names_side(heading: &str) -> bool {
    words(heading)
        .map(bare)
        .any(|word| is_country(word) || is_agency_word(word) || is_side_word(word))
}
