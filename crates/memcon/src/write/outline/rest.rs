//! The rest of the outline: notes, glossary, provenance, doubts, refused labels, pieces.

use super::{name, quoted, range, written};
use crate::diagnostic::Diagnostic;
use crate::lines::LineIndex;
use crate::model::{
    Bound, Excision, Gloss, Hand, LabelReading, Memorandum, Movement, Note, PieceKind, Provenance,
    Verdict, Written,
};
use crate::span::Span;

/// Gives a line for each note.
pub(super) fn notes(memorandum: &Memorandum) -> Vec<String> {
    let line = |note: &Note| {
        let of = note.of.as_ref().map(|of| format!(" of {}", written(of))).unwrap_or_default();
        let turn = note.turn.map(|turn| format!(" in turn {turn}")).unwrap_or_default();
        let excision = note.excision.as_ref().map(excision).unwrap_or_default();
        let joined = note.joined.map(|place| format!(" joined {place}")).unwrap_or_default();
        // That a parenthesis is the source's own goes without saying.
        let hand = match note.hand {
            Hand::Source if note.span.of(&memorandum.text).starts_with('[') => " by source",
            Hand::Source | Hand::Editor => "",
        };
        let (kind, at, words) = (name(&note.kind), range(note.span), quoted(&note.text));
        format!("{kind} {at} {words}{of}{excision}{joined}{hand}{turn}")
    };
    memorandum.notes.iter().map(line).collect()
}

/// Gives a line for each entrance and exit.
pub(super) fn movements(memorandum: &Memorandum) -> Vec<String> {
    let line = |movement: &Movement| {
        let people: Vec<String> = movement.people.iter().map(ToString::to_string).collect();
        let people = if people.is_empty() { "?".to_owned() } else { people.join(" ") };
        let time = movement.time.iter().map(|time| format!(" at {}", written(time)));
        let time: String = time.collect();
        let (kind, subject) = (name(&movement.kind), written(&movement.subject));
        let place = movement.next_turn;
        format!("{kind} {people} {subject}{time} before turn {place} {}", range(movement.span))
    };
    memorandum.movements.iter().map(line).collect()
}

/// Tells what was withheld and how much: ` withheld text 1.5 line`.
fn excision(excision: &Excision) -> String {
    let mut told = format!(" withheld {}", name(&excision.withheld));
    for measure in &excision.measures {
        let bound = match measure.bound {
            Bound::Exact => "",
            Bound::LessThan => "<",
            Bound::MoreThan => ">",
            Bound::About => "~",
        };
        told.extend([" ", bound, &measure.number.to_string(), " ", &name(&measure.unit)]);
    }
    if let Some(code) = &excision.exemption {
        told.extend([" under ", code]);
    }
    told
}

/// Gives a line for each abbreviation.
pub(super) fn glossary(memorandum: &Memorandum) -> Vec<String> {
    let line = |gloss: &Gloss| {
        let (short, long) = (quoted(&gloss.abbreviation), quoted(&gloss.expansion));
        format!("{short} = {long} {} {}", name(&gloss.by), range(gloss.span))
    };
    memorandum.glossary.iter().map(line).collect()
}

/// Gives a line for each fact of the provenance.
pub(super) fn provenance(provenance: &Provenance) -> Vec<String> {
    let Provenance {
        repository,
        division,
        collection,
        shelfmark,
        reel,
        container,
        original_archive,
        translator,
        summary,
        rights,
        uploaded,
        url,
        record_id,
        drafted,
        approved,
        cleared,
        venue,
        source_note,
    } = provenance;
    let facts: [(&str, &[Written]); 18] = [
        ("repository", repository.as_slice()),
        ("division", division.as_slice()),
        ("collection", collection.as_slice()),
        ("shelfmark", shelfmark.as_slice()),
        ("reel", reel.as_slice()),
        ("container", container.as_slice()),
        ("original-archive", original_archive.as_slice()),
        ("translator", translator.as_slice()),
        ("abstract", summary.as_slice()),
        ("rights", rights),
        ("uploaded", uploaded.as_slice()),
        ("url", url.as_slice()),
        ("record-id", record_id.as_slice()),
        ("drafted", drafted.as_slice()),
        ("approved", approved.as_slice()),
        ("cleared", cleared.as_slice()),
        ("venue", venue.as_slice()),
        ("source-note", source_note.as_slice()),
    ];
    let lines = facts.into_iter().flat_map(|(field, values)| {
        values.iter().map(move |value| format!("{field} {}", written(value)))
    });
    lines.collect()
}

/// Gives a line for each doubt, with line and column.
pub(super) fn diagnostics(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let lines = LineIndex::new(text);
    let line = |doubt: &Diagnostic| {
        let (kind, at) = (&doubt.kind, lines.position(doubt.span.start));
        format!("{at} {} {} {kind}", kind.severity(), kind.code())
    };
    diagnostics.iter().map(line).collect()
}

/// Gives a line for each string that was not taken for a label, and why.
pub(super) fn rejected_labels(memorandum: &Memorandum) -> Vec<String> {
    let refused = memorandum.label_readings.iter().filter(|reading| match reading.verdict {
        Verdict::Label => false,
        Verdict::NotALabel => true,
    });
    let line = |reading: &LabelReading| {
        let words = quoted(reading.span.of(&memorandum.text));
        let reasons: Vec<&str> = reading.evidence.iter().map(|reason| reason.words()).collect();
        let separator = name(&reading.separator);
        format!("{words} {} {separator}: {}", range(reading.span), reasons.join("; "))
    };
    refused.map(line).collect()
}

/// Gives the partition as runs: neighbours of one kind together, space between them not told.
pub(super) fn pieces(memorandum: &Memorandum) -> Vec<String> {
    let mut runs: Vec<(PieceKind, Span, usize)> = Vec::new();
    for piece in memorandum.pieces.iter().filter(|piece| piece.kind != PieceKind::Space) {
        match runs.last_mut() {
            Some((kind, span, count)) if *kind == piece.kind => {
                span.end = piece.span.end;
                *count += 1;
            }
            Some(_) | None => runs.push((piece.kind, piece.span, 1)),
        }
    }
    let line = |(kind, span, count): &(PieceKind, Span, usize)| {
        let times = if *count > 1 { format!(" ×{count}") } else { String::new() };
        format!("{} {}{times}", name(kind), range(*span))
    };
    runs.iter().map(line).collect()
}
