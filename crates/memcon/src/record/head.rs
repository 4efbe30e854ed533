//! Titles, markings and people of a record.

use nom::Offset;

use super::Draft;
use super::EDGE;
use crate::assemble::header;
use crate::assemble::header::Listed;
use crate::assemble::pieces::Partition;
use crate::assemble::turns::Role;
use crate::grammar::attendance::{attendance, roll};
use crate::grammar::person::{Person, entry};
use crate::grammar::sentence;
use crate::grammar::title::TitleParts;
use crate::grammar::visit::{call, reception, visit};
use crate::grammar::words::squeeze;
use crate::model::Marking;
use crate::model::Memorandum;
use crate::model::Participant;
use crate::model::Piece;
use crate::model::Place;
use crate::model::RecordKind;
use crate::model::Title;
use crate::model::Written;
use crate::model::{Capacity, Carrier, Note, NoteKind};
use crate::resolve::people;
use crate::span::Span;

/// The closing words of a letter are no longer, in bytes.
const LONGEST_CLOSE: usize = 60;
/// In how many of the first paragraphs, and sentences of each, the writer tells whom he saw.
const VISIT: usize = 2;

impl Draft<'_> {
    /// Puts titles, subjects, markings into the model.
    pub(super) fn head(&self, record: &mut Memorandum, partition: &mut Partition) {
        let text = self.text;
        let header = &self.header;
        for Piece { kind, span } in header.pieces.iter().chain(&header.attached) {
            partition.claim(*kind, *span);
        }
        let mut titles: Vec<Title> = Vec::new();
        for title in &header.titles {
            titles.push(titled(&title.parts, text, title.span));
            if record.number.is_none() {
                record.number = title.parts.number.map(|number| {
                    let start = text.offset(number);
                    Written {
                        text: number.to_owned(),
                        span: Span::new(start, start + number.len()),
                    }
                });
            }
        }
        let carried = header.carried.then_some(RecordKind::MemorandumOfConversation);
        record.kind = titles.iter().find_map(|title| title.kind).or(carried);
        let mut titles = titles.into_iter();
        record.title = titles.next();
        record.own_title = titles.next();
        record.subjects.clone_from(&header.subjects);
        for (kind, span) in &header.markings {
            let text = span.of(text).to_owned();
            record.markings.push(Marking { kind: *kind, text, spans: vec![*span] });
        }
    }

    /// Who took part: by list, title, sentences of attendance before and after the talk, and the
    /// source note.
    pub(super) fn people(&self, note: Option<Span>, notes: &[Note]) -> Vec<Participant> {
        let text = self.text;
        let mut attending = Vec::new();
        let roles = self.told.roles.iter();
        let count = self.body.paragraphs.len();
        let parties = self.header.titles.iter().any(|title| !title.parts.parties.is_empty());
        let drafted = self.header.titles.iter().any(|title| title.parts.drafter.is_some());
        let nobody = self.header.listed.is_empty() && !parties;
        for (i, (paragraph, role)) in self.body.paragraphs.iter().zip(roles).enumerate() {
            let told = !matches!(role, Role::Opens(_) | Role::GoesOn(_) | Role::Heading);
            // A record told in prose names who was there in its first and last paragraphs.
            let edge = i < EDGE || i + EDGE >= count || !self.told.turns.is_empty();
            if !edge {
                continue;
            }
            let read = if told { attendance } else { roll };
            for (n, sentence) in sentence::sentences(text, paragraph.span()).take(EDGE).enumerate()
            {
                if let Some(found) = read(sentence.of(text)) {
                    attending.extend(header::attending(text, found));
                } else if i < VISIT
                    && n < VISIT
                    && let Some(found) = visit(sentence.of(text))
                        .or_else(|| reception(sentence.of(text)).filter(|_| nobody && drafted))
                        .or_else(|| call(sentence.of(text)).filter(|_| nobody && drafted))
                        .filter(|_| told)
                {
                    // By an office alone somebody is known where nobody else is named.
                    let seen = header::attending(text, found);
                    attending.extend(seen.filter(|seen| nobody || seen.person.name.is_some()));
                }
            }
        }
        attending.extend(self.signer(notes));
        people::people(text, &self.header, &attending, note).into_participants()
    }

    /// Who signed a record told in prose, and wrote "I" in it: where neither title nor field tells
    /// who drafted it.
    fn signer(&self, notes: &[Note]) -> Option<Listed<'_>> {
        let titles = &self.header.titles;
        let record = titles.iter().any(|title| title.parts.kind.is_some());
        let drafted = titles.iter().any(|title| title.parts.drafter.is_some());
        if !record || drafted || self.header.drafted.is_some() || !self.told.turns.is_empty() {
            return None;
        }
        // Who took the minutes of a council signs them, too, and is nobody of it.
        let writes_i = self.body.paragraphs.iter().any(|paragraph| {
            let told = paragraph.span().of(self.text);
            told.starts_with("I ") || told.contains(". I ")
        });
        if !writes_i {
            return None;
        }
        let mut signed = notes.iter().filter(|note| note.kind == NoteKind::Signature);
        let (Some(one), None) = (signed.next(), signed.next()) else { return None };
        let name = one.span.of(self.text).lines().next()?.trim();
        // `Sincerely yours,` is of a letter that the record has with it; `JO Rivel` has lost stops.
        let above = self.text.get(..one.span.start)?.trim_end();
        let above = above.get(above.rfind('\n').map_or(0, |at| at + 1)..)?;
        let letter =
            above.ends_with("yours,") || above.ends_with(',') && above.len() < LONGEST_CLOSE;
        let attached = notes
            .iter()
            .any(|note| note.kind == NoteKind::Attachment && note.span.start < one.span.start);
        let damaged =
            |word: &str| word.chars().count() == 2 && word.chars().all(char::is_uppercase);
        if letter || attached || name.split(' ').any(damaged) {
            return None;
        }
        let mut people = entry(name).people;
        let person =
            people.pop().filter(|person| people.is_empty() && person.name == Some(name))?;
        let person = Person { capacities: vec![Capacity::Drafter], ..person };
        Some(Listed { person, span: one.span, side: None, carrier: Carrier::Signature })
    }
}

/// Puts a title taken apart into the model.
fn titled(parts: &TitleParts<'_>, text: &str, span: Span) -> Title {
    let written = |words: &&str| {
        let start = text.offset(words);
        Written { text: squeeze(words), span: Span::new(start, start + words.len()) }
    };
    Title::new(squeeze(parts.text), span, parts.kind, parts.parties.iter().map(written).collect())
}

/// The place that the catalogue names.
pub(super) fn catalogued(text: &str, place: Option<Span>) -> Option<Place> {
    let span = place?;
    Some(Place::new(squeeze(span.of(text)), false, span))
}
