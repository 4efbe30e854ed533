//! Where a record comes from, by its source note and the fields of its head.

use nom::Offset;

use crate::assemble::header::Header;
use crate::grammar::source_note::source_note;
use crate::grammar::words::squeeze;
use crate::grammar::{citation, venue};
use crate::model::{Marking, MarkingKind, Memorandum, Written};
use crate::span::Span;

/// Puts what the source note and the fields tell of the record's origin into it; what the page
/// has told already stays.
pub(crate) fn origin(text: &str, header: &Header<'_>, note: Option<Span>, record: &mut Memorandum) {
    let provenance = &mut record.provenance;
    let told = |span: Span| Written { text: squeeze(span.of(text)), span };
    let part = |words: &str| {
        let start = text.offset(words);
        Span::new(start, start + words.len())
    };
    provenance.drafted = header.drafted.map(told);
    provenance.approved = header.approved.map(told);
    let Some(note) = note.or(header.source) else { return };
    provenance.source_note.get_or_insert_with(|| told(note));
    if let Some(venue) = venue::venue(note.of(text)) {
        provenance.venue.get_or_insert_with(|| told(part(venue)));
    }
    let Some(found) = source_note(note.of(text)) else { return };
    citation::source(text, part(found.source), provenance);
    if let Some(drafted) = found.drafted {
        provenance.drafted.get_or_insert_with(|| told(part(drafted)));
    }
    if let Some(approved) = found.approved {
        provenance.approved.get_or_insert_with(|| told(part(approved)));
    }
    if let Some(cleared) = found.cleared {
        provenance.cleared.get_or_insert_with(|| told(part(cleared)));
    }
    let classification = found.classification.map(|words| (MarkingKind::Classification, words));
    let handling = found.handling.iter().map(|words| (MarkingKind::Handling, *words));
    for (kind, words) in classification.into_iter().chain(handling) {
        let Written { text, span } = told(part(words));
        record.markings.push(Marking { kind, text, spans: vec![span] });
    }
}
