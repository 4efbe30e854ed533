//! The turns that prose tells, and the order of all turns.

use super::Draft;
use crate::assemble::pieces::Partition;
use crate::assemble::speech;
use crate::assemble::turns::Role;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::DiagnosticKind;
use crate::grammar::cue;
use crate::model::Capacity;
use crate::model::Memorandum;
use crate::model::PersonId;
use crate::model::PieceKind;
use crate::model::Quoted;
use crate::model::Rule;
use crate::model::Turn;
use crate::model::{Note, NoteKind};
use crate::resolve::cues;
use crate::resolve::cues::Prose;
use crate::resolve::identity;
use crate::span::Span;

/// Whether a body tells anything in sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    Something,
    Nothing,
}

/// The fewest words of a paragraph with a sentence, in a script that divides words.
const SENTENCE: usize = 5;
/// The fewest bytes of one whose stops a machine has lost.
const UNSTOPPED: usize = 200;

impl Draft<'_> {
    /// Adds the turns that the prose tells, where the document is a record of a conversation.
    pub(super) fn prose(
        &self,
        record: &mut Memorandum,
        partition: &mut Partition,
        doubts: &mut Vec<Diagnostic>,
    ) {
        let text = self.text;
        if record.kind.is_none() && record.turns.is_empty() {
            return;
        }
        let narrated = self.body.paragraphs.iter().zip(&self.told.roles);
        let paragraphs: Vec<Span> = narrated
            .filter(|(_, role)| matches!(role, Role::Narration | Role::Heading))
            .map(|(paragraph, _)| paragraph.span())
            .filter(|paragraph| !is_amid_speech(&record.turns, *paragraph))
            .filter(|paragraph| !is_signature(&record.notes, *paragraph))
            .collect();
        let drafter = record
            .participants
            .iter()
            .find(|person| person.capacities.contains(&Capacity::Drafter))
            .map(|person| person.id);
        let people = &record.participants;
        let told = cues::reported(Prose { text, paragraphs: &paragraphs, people, drafter });
        record.participants.extend(told.people);
        for (place, called) in told.called {
            let Some(person) = record.participants.get_mut(place) else { continue };
            person.name = called.name;
            person.honorific = person.honorific.take().or(called.honorific);
            person.mentions.extend(called.mentions);
        }
        let labelled: Vec<usize> = record.turns.iter().map(|turn| turn.span.start).collect();
        let apart = told.turns.into_iter().flat_map(|turn| apart(&turn, &labelled));
        for mut turn in apart {
            let parts: Vec<Vec<Span>> = turn.paragraphs.iter().map(|span| vec![*span]).collect();
            turn.text = speech::speech(text, &parts, &record.notes);
            turn.quotations.retain(|quotation| !speech::are_cut(*quotation, &record.notes));
            let paragraphs = turn.paragraphs.iter().copied();
            claim_words(PieceKind::Reported, paragraphs, &record.notes, partition);
            if let (None, [_, _, ..], Some(cue)) = (turn.speaker, &turn.candidates[..], &turn.cue) {
                let named = |id: &PersonId| record.participant(*id).map(|p| p.name.clone());
                let kind = DiagnosticKind::AmbiguousSpeaker {
                    name: cue.subject.text.clone(),
                    among: turn.candidates.iter().filter_map(named).collect(),
                };
                doubts.push(Diagnostic { span: cue.subject.span, kind });
            }
            record.turns.push(turn);
        }
        if !told.same.is_empty() {
            let mut into: Vec<usize> = (0..record.participants.len()).collect();
            for (office, name) in told.same {
                into[office] = name;
            }
            identity::unite(record, into, None);
        }
    }

    /// The paragraphs that are nobody's words under a label, and the remarks between them.
    pub(super) fn untold(&self) -> Vec<Span> {
        let all = self.body.paragraphs.iter().zip(&self.told.roles);
        let told = all.filter(|(_, role)| {
            matches!(role, Role::Narration | Role::Scene | Role::Closing | Role::Remark)
        });
        told.map(|(paragraph, _)| paragraph.span()).collect()
    }

    /// Whether the body has a sentence.
    pub(super) fn tells(&self) -> Tells {
        let sentence = |paragraph: &str| {
            let stopped = paragraph.ends_with(['.', '。', '?', '!', '”', '"', ']']);
            let words = paragraph.split_whitespace().count();
            let long = words >= SENTENCE || !paragraph.is_ascii() && !paragraph.contains(' ');
            stopped && long || paragraph.len() >= UNSTOPPED
        };
        let mut all = self.body.paragraphs.iter().map(|paragraph| paragraph.span().of(self.text));
        if all.any(sentence) { Tells::Something } else { Tells::Nothing }
    }

    /// Tells whether so many paragraphs of the body report what somebody said; no more are read
    /// than it takes to tell.
    pub(super) fn reports_at_least(&self, fewest: usize) -> bool {
        let all = self.body.paragraphs.iter().zip(&self.told.roles);
        let mut left = self.told.roles.iter().filter(|role| may_report(role)).count();
        let mut found = 0;
        for (paragraph, _) in all.filter(|(_, role)| may_report(role)) {
            if found == fewest || found + left < fewest {
                break;
            }
            left -= 1;
            found += usize::from(cue::opens_report(paragraph.span().of(self.text)));
        }
        found >= fewest
    }
}

/// Tells whether a paragraph may report what somebody said.
fn may_report(role: &Role) -> bool {
    matches!(role, Role::Narration | Role::Closing)
}

/// Tells whether a paragraph stands between the paragraphs of a labelled turn: what is told there
/// is an aside of that turn, and no turn may stand in another.
fn is_amid_speech(labelled: &[Turn], paragraph: Span) -> bool {
    let next = labelled.partition_point(|turn| turn.span.start < paragraph.end);
    labelled[..next].last().is_some_and(|turn| turn.span.overlaps(paragraph))
}

/// Tells whether a paragraph is a signature: nobody is told in it.
fn is_signature(notes: &[Note], paragraph: Span) -> bool {
    notes_in(notes, paragraph)
        .next()
        .is_some_and(|note| note.kind == NoteKind::Signature && note.span.start == paragraph.start)
}

/// Divides a reported turn where labelled turns stand between its paragraphs.
fn apart(turn: &Turn, labelled: &[usize]) -> Vec<Turn> {
    let mut parts: Vec<Turn> = Vec::with_capacity(1);
    for paragraph in turn.paragraphs.clone() {
        let before = |at: usize| labelled.partition_point(|start| *start < at);
        match parts.last_mut() {
            Some(last) if before(last.span.end) == before(paragraph.start) => {
                last.paragraphs.push(paragraph);
                last.span.end = paragraph.end;
            }
            Some(_) => parts.push(Turn {
                span: paragraph,
                paragraphs: vec![paragraph],
                rule: Some(Rule::Continued),
                ..turn.clone()
            }),
            None => parts.push(Turn {
                span: Span::new(turn.span.start, paragraph.end),
                paragraphs: vec![paragraph],
                ..turn.clone()
            }),
        }
    }
    // The clause that tells who speaks may stand in a later part.
    for part in &mut parts {
        let span = part.span;
        part.cue.take_if(|cue| !span.contains(cue.subject.span) || !span.contains(cue.verb.span));
        part.addressee.take_if(|addressee| !span.contains(addressee.span));
        part.quotations = within(&turn.quotations, span);
        part.quoted = quoted_within(&turn.quoted, span);
    }
    parts
}

fn quoted_within(quoted: &[Quoted], span: Span) -> Vec<Quoted> {
    quoted.iter().filter(|quoted| span.contains(quoted.subject.span)).cloned().collect()
}

fn within(quotations: &[Span], span: Span) -> Vec<Span> {
    quotations.iter().copied().filter(|quotation| span.contains(*quotation)).collect()
}

/// Puts labelled and reported turns into the order of the text, and the notes into their turns.
pub(super) fn in_order(record: &mut Memorandum) {
    record.turns.sort_by_key(|turn| turn.span);
    let mut moved = vec![0; record.turns.len()];
    for (place, turn) in record.turns.iter().enumerate() {
        if turn.label.is_some() {
            moved[turn.index] = place;
        }
    }
    for (place, turn) in record.turns.iter_mut().enumerate() {
        turn.resumes = turn.resumes.map(|earlier| moved[earlier]);
        turn.index = place;
    }
    place_notes(record);
}

/// Says of each note in which turn it stands; turns and notes are in the order of the text.
pub(super) fn place_notes(record: &mut Memorandum) {
    for note in &mut record.notes {
        note.turn = None;
    }
    let mut next = 0;
    for (place, turn) in record.turns.iter_mut().enumerate() {
        turn.notes.clear();
        while record.notes.get(next).is_some_and(|note| note.span.start < turn.span.start) {
            next += 1;
        }
        let within = record.notes[next..].iter_mut();
        let mut end = turn.span.end;
        for (i, note) in within.enumerate() {
            if note.span.start >= turn.span.end && !follows(&record.text, end, note) {
                break;
            }
            end = end.max(note.span.end);
            note.turn = Some(place);
            turn.notes.push(next + i);
        }
    }
}

/// Tells whether a note stands after the last word of a turn, on its line: `… the dam. [2 lines
/// not declassified]`. What was withheld, heard or remarked there belongs to the turn.
fn follows(text: &str, end: usize, note: &Note) -> bool {
    let between = text.get(end..note.span.start);
    !matches!(note.kind, NoteKind::Footnote | NoteKind::PageMark | NoteKind::RunningHead)
        && between.is_some_and(|between| {
            between.chars().all(|c| !c.is_alphanumeric() && !matches!(c, '\n' | '\r' | '(' | '['))
        })
}

/// Claims the words of a turn, given as its parts, for a kind, and its marks that nobody speaks as
/// notes.
pub(super) fn claim_words(
    kind: PieceKind,
    parts: impl IntoIterator<Item = Span>,
    notes: &[Note],
    partition: &mut Partition,
) {
    let mut begins = None;
    for part in parts {
        let begins = *begins.get_or_insert(part.start);
        for kept in speech::without_notes(part, begins, notes) {
            partition.claim(kind, kept);
        }
        let outside = notes_in(notes, part).filter(|note| note.kind.is_outside_speech());
        for note in outside {
            partition.claim(PieceKind::Note, note.span);
        }
    }
}

/// The notes that begin inside a span.
fn notes_in(notes: &[Note], span: Span) -> impl Iterator<Item = &Note> {
    let first = notes.partition_point(|note| note.span.start < span.start);
    notes[first..].iter().take_while(move |note| note.span.start < span.end)
}
