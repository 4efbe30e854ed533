//! When and where, from every part of the head that states it.

use nom::Offset;

use crate::assemble::header::{Dated, Header};
use crate::diagnostic::Diagnostic;
use crate::grammar::dateline::{self, Dateline};
use crate::grammar::field::{Field, fields};
use crate::grammar::place::{PlaceName, together};
use crate::grammar::sentence::sentences;
use crate::grammar::{date, dated, meeting, meeting_clock, title_date, venue, when_where};
use crate::model::{DateCarrier, Place, RecordKind};
use crate::resolve::dates::{self, Candidate, Dates};
use crate::span::Span;

/// No title, dateline or field that states a date is longer, in bytes.
const LONGEST: usize = 600;

/// How many sentences of the source note are searched for the hours.
const SENTENCES: usize = 24;

/// Reads the dates and the place of the meeting.
pub(crate) fn when<'t>(
    text: &'t str,
    catalogue: Option<Span>,
    header: &Header<'t>,
    source_note: Option<Span>,
    doubts: &mut Vec<Diagnostic>,
) -> (Dates, Option<Place>) {
    let mut candidates = Vec::new();
    let mut bare = Vec::new();
    let mut place: Option<Place> = None;
    let mut weaker: Option<Place> = None;
    let mut state = |carrier, dated: dated::Dated<'t>| {
        let start = text.offset(dated.text);
        candidates.push(Candidate {
            carrier,
            span: Span::new(start, start + dated.text.len()),
            dated,
            until: None,
        });
    };
    if let Some(span) = catalogue
        && let Some(dated) = date::dated(span.of(text))
    {
        state(DateCarrier::Catalogue, dated);
    }
    for Dated { text: line, carrier, span: at } in &header.dates {
        let line: &'t str = line;
        // What states a date is short; this also keeps the reading linear in the text.
        if line.len() > LONGEST {
            continue;
        }
        let read = match carrier {
            DateCarrier::Title => title_date::in_title(line),
            DateCarrier::Dateline | DateCarrier::Catalogue | DateCarrier::Encoded => {
                dateline::dateline(line).or_else(|| meeting::sentence(line))
            }
            DateCarrier::Field => when_where::when_and_where(line),
            DateCarrier::SourceNote => None,
        };
        let Some(Dateline { place: named, dated, .. }) = read else { continue };
        let named = named.or_else(|| {
            let dated = dated.as_ref().filter(|_| *carrier == DateCarrier::Field)?;
            says_where(text, *at).then(|| when_where::beside(line, dated))?
        });
        if let Some(dated) = dated.as_ref().filter(|_| named.is_none()) {
            let start = text.offset(dated.text);
            bare.push(Span::new(start, start + dated.text.len()));
        }
        if let Some(named) = named {
            let named = told(text, named);
            let slot = if *carrier == DateCarrier::Title { &mut weaker } else { &mut place };
            slot.get_or_insert(named);
        }
        if let Some(dated) = dated {
            state(*carrier, dated);
        }
    }
    if candidates.is_empty() {
        let subjects = header.subjects.iter().map(|subject| subject.span.of(text));
        let dated = subjects.filter(|line| line.len() <= LONGEST).find_map(title_date::in_title);
        if let Some(Dateline { place: named, dated: Some(dated), .. }) = dated {
            place = place.or(named.map(|named| told(text, named)));
            let start = text.offset(dated.text);
            let span = Span::new(start, start + dated.text.len());
            candidates.push(Candidate { carrier: DateCarrier::Title, span, dated, until: None });
        }
    }
    let talk = header.carried || header.titles.iter().any(|title| title.parts.kind.is_some());
    if let Some(note) = source_note.filter(|_| talk) {
        candidates.extend(clock_of_note(text, note, &candidates));
    }
    // A date alone on its line, above a field that says when, is the typist's.
    let of_field = |c: &Candidate<'_>| c.carrier == DateCarrier::Field && !c.dated.days.is_empty();
    if header.carried || candidates.iter().any(of_field) {
        let bare = |c: &Candidate<'_>| {
            c.carrier == DateCarrier::Dateline
                && (header.carried || bare.contains(&c.span) && c.dated.hours.is_empty())
        };
        candidates.sort_by_key(bare);
    }
    if let [first, own, ..] = &header.titles[..]
        && first.parts.kind == Some(RecordKind::Diary)
    {
        // Above the record's own title stands the day on which the diary was handed in.
        candidates
            .sort_by_key(|c| c.carrier == DateCarrier::Dateline && c.span.start < own.span.start);
    }
    let dates = dates::meeting_date(candidates, doubts);
    let noted = || {
        let name = venue::venue(source_note?.of(text))?;
        Some(told(text, PlaceName { name, supplied: false, doubtful: false }))
    };
    let alone = header.place.map(|named| told(text, named));
    (dates, place.or(weaker).or(alone).or_else(noted))
}

/// What the note on the source tells of when the meeting began or ended: the first sentence that
/// does, if the day that it names, where it names one, is a day of the meeting.
fn clock_of_note<'t>(
    text: &'t str,
    note: Span,
    candidates: &[Candidate<'t>],
) -> Option<Candidate<'t>> {
    let found = sentences(text, note).take(SENTENCES).find_map(|sentence| {
        let sentence = sentence.of(text);
        // Another day's meeting is another one.
        let days = date::every(sentence).into_iter().flat_map(|dated| dated.days);
        let days: Vec<_> = days.collect();
        let known = candidates.iter().flat_map(|candidate| &candidate.dated.days);
        let known: Vec<_> = known.collect();
        let same = days.iter().all(|day| known.iter().any(|known| known.may_be(*day)));
        meeting_clock::clock(sentence).filter(|_| same)
    })?;
    let start = text.offset(found.text);
    Some(Candidate {
        carrier: DateCarrier::SourceNote,
        span: Span::new(start, start + found.text.len()),
        dated: found.dated(),
        until: found.until,
    })
}

/// Tells whether the field of a value says where, among other things: `DATE AND PLACE`.
fn says_where(text: &str, value: Span) -> bool {
    let before = text.get(..value.start).unwrap_or("");
    let line = text.get(before.rfind('\n').map_or(0, |at| at + 1)..value.end).unwrap_or("");
    let of_value =
        |found: &Field<'_>| !found.value.is_empty() && value.start == text.offset(found.value);
    fields(line).iter().any(|found| of_value(found) && found.name.says_where())
}

fn told(text: &str, place: PlaceName<'_>) -> Place {
    let start = text.offset(place.name);
    Place::new(
        in_small_letters(&together(place.name)),
        place.supplied,
        Span::new(start, start + place.name.len()),
    )
}

/// A place that a heading has in capitals, as it is written elsewhere: `LAKE HOUSE`, `Lake House`.
fn in_small_letters(name: &str) -> String {
    if name.contains(char::is_lowercase) || !name.contains(char::is_alphabetic) {
        return name.to_owned();
    }
    let word = |word: &str| {
        if word.contains('.') || word.chars().count() < 3 && word != "OF" {
            return word.to_owned();
        }
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().collect();
        let small: String = lower(letters.as_str());
        if matches!(word, "OF" | "THE" | "AND") { lower(word) } else { first + &small }
    };
    let whole: Vec<String> = name.split(' ').map(word).collect();
    whole.join(" ")
}

fn lower(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}
