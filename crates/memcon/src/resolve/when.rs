//! When and where, from every part of the head that states it.

use nom::Offset;

use crate::assemble::header::{Dated, Header};
use crate::diagnostic::Diagnostic;
use crate::grammar::dateline::{self, Dateline};
use crate::grammar::place::PlaceName;
use crate::grammar::{date, dated, when_where};
use crate::model::{DateCarrier, Place};
use crate::resolve::dates::{self, Candidate, Dates};
use crate::span::Span;

/// No title, dateline or field that states a date is longer, in bytes.
const LONGEST: usize = 600;

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
        // What states a date is short; this also keeps the reading linear in the text.
        if line.len() > LONGEST {
            continue;
        }
        let read = match carrier {
            DateCarrier::Title => dateline::in_title(line),
            DateCarrier::Dateline | DateCarrier::Catalogue => dateline::dateline(line),
            DateCarrier::Field => when_where::when_and_where(line),
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

fn told(text: &str, place: PlaceName<'_>) -> Place {
    let start = text.offset(place.name);
    Place::new(
        place.name.split_whitespace().collect::<Vec<_>>().join(" "),
        place.supplied,
        Span::new(start, start + place.name.len()),
    )
}
