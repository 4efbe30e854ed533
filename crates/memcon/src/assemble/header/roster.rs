//! The people of a list, item by item, under the headings of their sides.

use std::rc::Rc;

use super::Listed;
use super::broken;
use super::looks::Looks;
use super::zone::Open;
use crate::grammar::attendance::Attendance;
use crate::grammar::lexicon::{is_agency_word, is_country};
use crate::grammar::person::{flow, is_named_side, is_side_word, side_name};
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
        if listed.last_mut().is_some_and(|last| broken::goes_on(text, last, *span, looks)) {
            continue;
        }
        let found = if flows { Rc::new(flow(item)) } else { looks.entry(item) };
        if found.is_empty() && (i == 0 || i + 1 == spans.len()) && spans.len() > 1 {
            subjects.push(*span);
            continue;
        }
        if let Some(heading) = found.heading {
            // `IMF: Mr. Orlo`, `For Sarland:`: a side that no list has.
            let led = ["For ", "From "].iter().any(|lead| heading.starts_with(lead));
            let named = is_named_side(heading) && (led || !found.people.is_empty());
            open.side = Some(side_name(heading)).filter(|_| named || names_side(heading));
            open.abreast = None;
        }
        for mut person in found.people.iter().cloned() {
            if let Some(capacity) =
                open.capacity.filter(|capacity| !person.capacities.contains(capacity))
            {
                person.capacities.push(capacity);
            }
            let start = place(text, person.written);
            let span = Span::new(start, start + person.written.len());
            let above = open.abreast.and_then(|heads| heads.above(text, start));
            let side = person.side.or(above).or(open.side);
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

/// `Also present` is a heading and no side; nor are two states that stand side by side.
pub(super) fn names_side(heading: &str) -> bool {
    let several = words(heading).nth(3).is_some() && words(heading).all(|w| is_country(bare(w)));
    !several
        && words(heading)
            .map(bare)
            .any(|word| is_country(word) || is_agency_word(word) || is_side_word(word))
}
