//! The head of the outline: what the record says of itself.

use super::{name, quoted, range, written};
use crate::model::{DateAgreement, Marking, MeetingDate, Memorandum, Place, Title};

/// Gives the lines of the head.
pub(super) fn lines(memorandum: &Memorandum) -> Vec<String> {
    let layout = if memorandum.layout.is_empty() { "-" } else { &memorandum.layout };
    let mut lines = vec![format!("layout {layout}"), format!("form {}", memorandum.form.name())];
    lines.extend(memorandum.kind.map(|kind| format!("kind {}", name(&kind))));
    lines.extend(memorandum.number.as_ref().map(|number| format!("number {}", written(number))));
    for (field, title) in [("title", &memorandum.title), ("own-title", &memorandum.own_title)] {
        lines.extend(title.iter().flat_map(|title| title_lines(field, title)));
    }
    lines.extend(memorandum.date.as_ref().map(|date| format!("date {}", date_line(date))));
    for stated in &memorandum.dates {
        lines.push(format!("stated {} {}", name(&stated.carrier), date_line(&stated.date)));
    }
    match memorandum.dates_agree {
        DateAgreement::Single => {}
        agreement @ (DateAgreement::Agree | DateAgreement::Conflict) => {
            lines.push(format!("dates {}", name(&agreement)));
        }
    }
    lines.extend(memorandum.place.as_ref().map(place_line));
    lines.extend(memorandum.subjects.iter().map(|subject| format!("subject {}", written(subject))));
    lines.extend(memorandum.markings.iter().map(marking_line));
    lines
}

fn title_lines(field: &str, title: &Title) -> Vec<String> {
    let kind = title.kind.map(|kind| format!(" {}", name(&kind))).unwrap_or_default();
    let first = format!("{field} {} {}{kind}", quoted(&title.text), range(title.span));
    let parties = title.parties.iter().map(|party| format!("{field} party {}", written(party)));
    std::iter::once(first).chain(parties).collect()
}

fn date_line(date: &MeetingDate) -> String {
    let start = date.start.map_or("?".to_owned(), |start| start.to_string());
    let end = date.end.map(|end| format!(" to {end}")).unwrap_or_default();
    let edtf = match &date.edtf {
        Some(edtf) if *edtf != start => format!(" edtf {edtf}"),
        Some(_) | None => String::new(),
    };
    format!("{start}{end}{edtf} {} {}", quoted(&date.text), range(date.span))
}

fn place_line(place: &Place) -> String {
    let supplied = if place.supplied { " supplied" } else { "" };
    format!("place {} {}{supplied}", quoted(&place.name), range(place.span))
}

fn marking_line(marking: &Marking) -> String {
    let spans: Vec<String> = marking.spans.iter().copied().map(range).collect();
    format!("marking {} {} {}", name(&marking.kind), quoted(&marking.text), spans.join(" + "))
}
