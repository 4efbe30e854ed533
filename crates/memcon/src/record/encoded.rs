//! What the markup encodes, beside what the text prints: dates, and who people are.

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::model::{
    Carrier, DateAgreement, DateCarrier, MeetingDate, Memorandum, Mention, Moment, Participant,
    PersonId, Place, Rule, StatedDate,
};
use crate::source::{EncodedDate, ListKind, Mark, MarkKind, Source};
use crate::span::Span;

/// Adds what the markup encodes to a record that was read from the text.
pub(super) fn add(source: &Source, record: &mut Memorandum, doubts: &mut Vec<Diagnostic>) {
    if source.marks.is_empty() && source.entry.date.is_none() {
        return;
    }
    let marks = own(&source.marks);
    date(source, marks, record, doubts);
    place(marks, record);
    let mut known = people(marks, record);
    let linked = speakers(&source.marks, record, &mut known);
    // What the words left open, the markup settles.
    let dated = record.date.as_ref().is_some_and(|date| date.start.is_some());
    doubts.retain(|doubt| {
        let open = matches!(doubt.kind, DiagnosticKind::AmbiguousSpeaker { .. });
        let yearless = matches!(doubt.kind, DiagnosticKind::DateWithoutYear { .. });
        !(open && linked.binary_search(&doubt.span).is_ok() || yearless && dated)
    });
}

/// The marks of the document itself, without those of what is attached and of footnotes.
fn own(marks: &[Mark]) -> &[Mark] {
    let ends = |mark: &Mark| matches!(mark.kind, MarkKind::Attachment | MarkKind::Footnote { .. });
    &marks[..marks.iter().position(ends).unwrap_or(marks.len())]
}

/// The date that is encoded: in the dateline, in the heading, or for the document as a whole.
fn date(source: &Source, marks: &[Mark], record: &mut Memorandum, doubts: &mut Vec<Diagnostic>) {
    let within = |outer: &Mark| {
        inside(marks, outer.span).find_map(|mark| {
            let MarkKind::Date(date) = &mark.kind else { return None };
            Some((date, mark.span))
        })
    };
    let first = |kind: MarkKind| marks.iter().filter(|mark| mark.kind == kind).find_map(within);
    let found = first(MarkKind::Dateline).or_else(|| first(MarkKind::Heading));
    let whole = source.entry.date.as_ref().map(|date| (date, Span::new(0, 0)));
    let Some((encoded, span)) = found.or(whole) else { return };
    let Some(date) = normalised(encoded, span, &record.text) else { return };
    let read = record.dates.iter().find(|stated| stated.date.span.overlaps(span));
    if read.is_some_and(|read| !agree(&read.date, &date)) {
        let encoded = date.edtf.clone().unwrap_or_default();
        doubts.push(Diagnostic { span, kind: DiagnosticKind::EncodedDate { encoded } });
        record.dates_agree = DateAgreement::Conflict;
    }
    match &mut record.date {
        None => record.date = Some(date.clone()),
        Some(printed) if printed.start.is_none_or(|start| start.day.is_none()) => {
            *printed = date.clone();
        }
        Some(printed) => {
            // The encoders tell the time, where the printed date could not be read whole.
            let timed = |date: &MeetingDate| date.start.is_some_and(|start| start.time.is_some());
            if !timed(printed) && timed(&date) && agree(printed, &date) {
                (printed.start, printed.end) = (date.start, date.end);
                printed.edtf.clone_from(&date.edtf);
            }
        }
    }
    let at = record.dates.partition_point(|stated| stated.date.span <= span);
    record.dates.insert(at, StatedDate { carrier: DateCarrier::Encoded, date });
}

/// The place that is encoded in the dateline, where the words alone gave none.
fn place(marks: &[Mark], record: &mut Memorandum) {
    if record.place.is_some() {
        return;
    }
    let datelines = marks.iter().filter(|mark| mark.kind == MarkKind::Dateline);
    let mut places = datelines.flat_map(|line| inside(marks, line.span));
    let Some(found) = places.find(|mark| mark.kind == MarkKind::Place) else { return };
    let name = found.span.of(&record.text).split_whitespace().collect::<Vec<_>>().join(" ");
    if !name.is_empty() {
        record.place = Some(Place { name, span: found.span, supplied: false });
    }
}

fn normalised(encoded: &EncodedDate, span: Span, text: &str) -> Option<MeetingDate> {
    let start = moment(encoded.from.as_deref()?)?;
    let end = encoded.to.as_deref().and_then(moment).filter(|end| *end != start);
    let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let words = match (words.is_empty(), &encoded.from) {
        (true, Some(from)) => from.clone(),
        (_, _) => words,
    };
    let edtf = match end {
        Some(end) => format!("{start}/{end}"),
        None => start.to_string(),
    };
    Some(MeetingDate { start: Some(start), end, edtf: Some(edtf), text: words, span })
}

/// Reads `1975-04-19T15:00:00-05:00`, `1975-04-19`, `1975-04`; midnight to the second is a day
/// whose hour nobody knows.
fn moment(written: &str) -> Option<Moment> {
    let day = written.get(..10);
    let minute = written.get(..16).filter(|_| written.as_bytes().get(10) == Some(&b'T'));
    let minute = minute.filter(|minute| !minute.ends_with("T00:00"));
    let shorter = [minute, day, Some(written)];
    shorter.into_iter().flatten().find_map(|written| written.parse().ok())
}

/// Whether two dates may name the same days.
fn agree(one: &MeetingDate, other: &MeetingDate) -> bool {
    let day = |moment: Option<Moment>| moment.map(|m| (m.year, m.month, m.day));
    let ((Some(one_start), one_end), (Some(other_start), other_end)) =
        ((day(one.start), day(one.end)), (day(other.start), day(other.end)))
    else {
        return true;
    };
    let within = |day, start, end: Option<_>| start <= day && day <= end.unwrap_or(start);
    let same = |a: (i16, Option<u8>, Option<u8>), b: (i16, Option<u8>, Option<u8>)| {
        let part = |a: Option<u8>, b: Option<u8>| a.is_none() || b.is_none() || a == b;
        a.0 == b.0 && part(a.1, b.1) && part(a.2, b.2)
    };
    same(one_start, other_start)
        || within(other_start, one_start, one_end)
        || within(one_start, other_start, other_end)
}

/// Gives the participants the ids by which the markup names them, and adds those of the encoded
/// lists whom the words alone did not give.
fn people(marks: &[Mark], record: &mut Memorandum) -> FxHashMap<String, Vec<PersonId>> {
    let mut mentions: Vec<(Span, PersonId)> = Vec::new();
    for person in &record.participants {
        let named = person.mentions.iter().filter(|mention| mention.carrier != Carrier::Label);
        mentions.extend(named.map(|mention| (mention.span, person.id)));
    }
    mentions.sort_unstable();
    let mut known: FxHashMap<String, Vec<PersonId>> = FxHashMap::default();
    let mut given: FxHashMap<Span, &str> = FxHashMap::default();
    for mark in marks {
        let Some(reference) = mark.kind.reference() else { continue };
        let before = mentions.partition_point(|(span, _)| span.start <= mark.span.start);
        let Some((span, person)) = mentions[..before].last().filter(|(s, _)| s.overlaps(mark.span))
        else {
            continue;
        };
        // Words that the markup gives to two people tell of the first.
        let first = given.entry(*span).or_insert(reference);
        if *first == reference {
            refer(record, &mut known, *person, reference);
        }
    }
    let lists = marks.iter().filter(|m| m.kind == MarkKind::List(ListKind::Participants));
    for item in lists.flat_map(|list| inside(marks, list.span)).filter(|m| m.kind == MarkKind::Item)
    {
        let named = inside(marks, item.span).find_map(|mark| {
            let reference = mark.kind.reference()?;
            Some((reference, mark.span))
        });
        let Some((reference, span)) = named.filter(|(id, _)| !known.contains_key(*id)) else {
            continue;
        };
        let words = span.of(&record.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let id = PersonId::from_index(record.participants.len());
        let mention = Mention { text: words.clone(), span, carrier: Carrier::List };
        let person = Participant { mentions: vec![mention], ..Participant::new(id, words) };
        record.participants.push(person);
        refer(record, &mut known, id, reference);
    }
    known
}

/// The marks that stand inside a span, in order.
pub(super) fn inside(marks: &[Mark], span: Span) -> impl Iterator<Item = &Mark> {
    let first = marks.partition_point(|mark| mark.span.start < span.start);
    let within = marks[first..].iter().take_while(move |mark| mark.span.start < span.end);
    within.filter(move |mark| span.contains(mark.span))
}

/// Notes that the markup names a participant by an id.
fn refer(
    record: &mut Memorandum,
    known: &mut FxHashMap<String, Vec<PersonId>>,
    person: PersonId,
    reference: &str,
) {
    let people = known.entry(reference.to_owned()).or_default();
    if people.contains(&person) {
        return;
    }
    people.push(person);
    if let Some(person) = record.participants.get_mut(person.index()) {
        person.refs.push(reference.to_owned());
    }
}

/// Links labels to the people whom the markup says they name; gives the labels so linked.
fn speakers(
    marks: &[Mark],
    record: &mut Memorandum,
    known: &mut FxHashMap<String, Vec<PersonId>>,
) -> Vec<Span> {
    let mut linked = Vec::new();
    for place in 0..record.turns.len() {
        let turn = &record.turns[place];
        let Some(label) = turn.label.as_ref().map(|label| label.span) else { continue };
        let mut references: Vec<&str> =
            inside(marks, label).filter_map(|mark| mark.kind.reference()).collect();
        references.dedup();
        // A label of two people, or of one among others, says more than one mark.
        let ([reference], [] | [_]) = (&references[..], &turn.speakers[..]) else { continue };
        let fits = known.get(*reference).map(Vec::as_slice).unwrap_or_default();
        match (fits, turn.speaker) {
            ([person], speaker) if speaker != Some(*person) => {
                let turn = &mut record.turns[place];
                turn.speaker = Some(*person);
                turn.speakers = vec![*person];
                turn.candidates.clear();
                turn.rule = Some(Rule::Encoded);
                linked.push(label);
            }
            ([], Some(speaker)) => {
                // Whom the markup calls otherwise is somebody else.
                let person = record.participant(speaker);
                if person.is_some_and(|person| person.refs.is_empty()) {
                    refer(record, known, speaker, reference);
                }
            }
            (_, _) => {}
        }
    }
    linked.sort_unstable();
    linked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encoded_moments_are_as_precise_as_they_say() {
        for (written, expected) in [
            ("1975-04-19T15:00:00", "1975-04-19T15:00"),
            ("1975-04-19T15:00:00-05:00", "1975-04-19T15:00"),
            ("1975-04-19T00:00:00", "1975-04-19"),
            ("1975-04-19", "1975-04-19"),
            ("1975-04", "1975-04"),
            ("1975", "1975"),
        ] {
            assert_eq!(moment(written).map(|m| m.to_string()).as_deref(), Some(expected));
        }
        for wrong in ["", "April 1975", "1975-4-1", "é975-04-19"] {
            assert_eq!(moment(wrong), None, "{wrong:?}");
        }
    }
}
