//! When and where, from every part of the head that states it.

use nom::Offset;

use crate::assemble::header::{Dated, Header};
use crate::diagnostic::Diagnostic;
use crate::grammar::dateline::{self, Dateline};
use crate::grammar::place::PlaceName;
use crate::grammar::{date, dated};
use crate::model::{DateCarrier, Place};
use crate::resolve::dates::{self, Candidate, Dates};
use crate::span::Span;

/// Reads the dates and the place of the meeting.
pub(crate) fn when<'t>(
    text: &'t str,
    catalogue: Option<Span>,
    header: &Header<'t>,
    source_note: Option<Span>,
    doubts: &mut Vec<Diagnostic>,
) -> (Dates, Option<Place>) {
    let mut candidates = Vec::new();
    let mut place: Option<Place> = None;
    let mut weaker: Option<Place> = None;
    let mut state = |carrier, dated: dated::Dated<'t>| {
        let start = text.offset(dated.text);
        candidates.push(Candidate {
            carrier,
            span: Span::new(start, start + dated.text.len()),
            dated,
        });
    };
    if let Some(span) = catalogue
        && let Some(dated) = date::dated(span.of(text))
    {
        state(DateCarrier::Catalogue, dated);
    }
    for Dated { text: line, carrier, .. } in &header.dates {
        let line: &'t str = line;
        let read = match carrier {
            DateCarrier::Title => dateline::in_title(line),
            DateCarrier::Dateline | DateCarrier::Field | DateCarrier::Catalogue => {
                dateline::dateline(line).or_else(|| loose(line))
            }
        };
        let Some(Dateline { place: named, dated, .. }) = read else { continue };
        if let Some(named) = named {
            let named = told(text, named);
            let slot = if *carrier == DateCarrier::Title { &mut weaker } else { &mut place };
            slot.get_or_insert(named);
        }
        if let Some(dated) = dated {
            state(*carrier, dated);
        }
    }
    let dates = dates::meeting_date(candidates, doubts);
    let noted = || {
        let name = dateline::venue(source_note?.of(text))?;
        Some(told(text, PlaceName { name, supplied: false, doubtful: false }))
    };
    (dates, place.or(weaker).or_else(noted))
}

/// A field's value that is no whole dateline: a date, a time, or a place alone.
fn loose(line: &str) -> Option<Dateline<'_>> {
    let dated = date::dated(line).or_else(|| date::timed(line));
    if dated.is_some() {
        let before = dated.as_ref().map_or("", |dated| &line[..dated.offset(line)]);
        let place = crate::grammar::place::last(before);
        let place = place.map(|name| PlaceName { name, supplied: false, doubtful: false });
        return Some(Dateline { code: None, place, dated, marking: None });
    }
    let (_, name) = crate::grammar::place::name(line.trim()).ok()?;
    let place = Some(PlaceName { name, supplied: false, doubtful: false });
    Some(Dateline { code: None, place, dated: None, marking: None })
}

fn told(text: &str, place: PlaceName<'_>) -> Place {
    let start = text.offset(place.name);
    Place::new(
        place.name.split_whitespace().collect::<Vec<_>>().join(" "),
        place.supplied,
        Span::new(start, start + place.name.len()),
    )
}
