//! Turns as memcon itself encoded them: what was written as TEI comes back as it went.
//!
//! Only of files whose header says that memcon wrote them: elsewhere `said` may mark any quotation,
//! and `sp` a speech of a play within the conversation.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::encoded::inside;
use super::prose::{claim_words, place_notes};
use crate::assemble::pieces::Partition;
use crate::assemble::speech;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::model::{
    Memorandum, Mode, Participant, PersonId, Piece, PieceKind, Rule, Turn, Written,
};
use crate::source::{Mark, MarkKind};
use crate::span::Span;

/// A turn as the markup has it, its parts together.
struct Encoded<'m> {
    id: &'m str,
    who: Vec<&'m str>,
    mode: Mode,
    label: Option<Span>,
    paragraphs: Vec<Span>,
}

/// Puts the encoded turns in the place of those that were read from the text.
pub(super) fn turns(
    marks: &[Mark],
    cast: &[(String, String)],
    record: &mut Memorandum,
    doubts: &mut Vec<Diagnostic>,
) {
    let encoded = encoded(marks);
    let read = std::mem::take(&mut record.turns);
    let people = people(cast, record, &encoded, &read);
    let mut moved: FxHashMap<usize, usize> = FxHashMap::default();
    for turn in encoded {
        let start = turn.label.or(turn.paragraphs.first().copied()).map(|span| span.start);
        let Some(start) = start else { continue };
        let same = read.partition_point(|it| it.span.start < start);
        let same = read.get(same).filter(|it| it.span.start == start && it.mode == turn.mode);
        let index = record.turns.len();
        let Some(made) = made(&turn, same, &people, record) else { continue };
        record.turns.push(Turn { index, ..made });
        moved.extend(same.map(|same| (same.index, index)));
    }
    for turn in &mut record.turns {
        turn.resumes = turn.resumes.and_then(|earlier| moved.get(&earlier).copied());
        turn.resumes = turn.resumes.filter(|earlier| *earlier < turn.index);
    }
    let begun = |at: usize| record.turns.partition_point(|turn| turn.span.start < at);
    for movement in &mut record.movements {
        movement.next_turn = begun(movement.span.start);
    }
    place_notes(record);
    record.pieces = pieces(record);
    let settled = |doubt: &Diagnostic| {
        let turn = record.turns.partition_point(|turn| turn.span.end <= doubt.span.start);
        let turn = record.turns.get(turn).filter(|turn| turn.span.contains(doubt.span));
        turn.is_some_and(|turn| turn.speaker.is_some())
    };
    doubts.retain(|doubt| {
        let open = matches!(
            doubt.kind,
            DiagnosticKind::AmbiguousSpeaker { .. } | DiagnosticKind::UnlistedSpeaker { .. }
        );
        !(open && settled(doubt))
    });
}

/// Collects the encoded turns, in order; a turn in several parts is one.
fn encoded(marks: &[Mark]) -> Vec<Encoded<'_>> {
    let mut turns: Vec<Encoded<'_>> = Vec::new();
    for mark in marks {
        let MarkKind::Turn { id: Some(id), who, told } = &mark.kind else { continue };
        let id = id.split('.').next().unwrap_or_default();
        let mode = if *told { Mode::Reported } else { Mode::Verbatim };
        if turns.last().is_none_or(|last| last.id != id) {
            let who = who.as_deref().unwrap_or_default().split(' ');
            let who = who.map(|id| id.trim_start_matches('#')).filter(|id| !id.is_empty());
            let (label, paragraphs) = (None, Vec::new());
            turns.push(Encoded { id, who: who.collect(), mode, label, paragraphs });
        }
        let Some(turn) = turns.last_mut() else { continue };
        if *told {
            turn.paragraphs.push(mark.span);
            continue;
        }
        for part in inside(marks, mark.span) {
            if part.kind == MarkKind::Paragraph {
                turn.paragraphs.push(part.span);
            } else if let (MarkKind::Speaker { .. }, None) = (&part.kind, turn.label) {
                turn.label = Some(part.span);
            }
        }
    }
    turns
}

/// Gives whom the ids of the header name: by the name, by the turns that both readings have, or
/// as somebody whom the text alone did not give.
fn people(
    cast: &[(String, String)],
    record: &mut Memorandum,
    encoded: &[Encoded<'_>],
    read: &[Turn],
) -> FxHashMap<String, PersonId> {
    let mut known: FxHashMap<String, PersonId> = FxHashMap::default();
    let mut taken = vec![false; record.participants.len()];
    let mut called: FxHashMap<&str, VecDeque<PersonId>> = FxHashMap::default();
    for person in &record.participants {
        called.entry(&person.name).or_default().push_back(person.id);
    }
    for (id, name) in cast {
        if let Some(person) = called.get_mut(name.as_str()).and_then(VecDeque::pop_front) {
            known.insert(id.clone(), person);
            taken[person.index()] = true;
        }
    }
    let names: FxHashMap<&str, &String> =
        cast.iter().map(|(id, name)| (id.as_str(), name)).collect();
    for turn in encoded {
        let Some(start) = turn.label.or(turn.paragraphs.first().copied()) else { continue };
        let same = read.partition_point(|it| it.span.start < start.start);
        let Some(same) = read.get(same).filter(|it| it.span.start == start.start) else { continue };
        let ([id], [person]) = (&turn.who[..], &same.speakers[..]) else { continue };
        if !known.contains_key(*id) && taken.get(person.index()) == Some(&false) {
            known.insert((*id).to_owned(), *person);
            taken[person.index()] = true;
            if let (Some(name), Some(held)) =
                (names.get(*id), record.participants.get_mut(person.index()))
            {
                held.name.clone_from(name);
            }
        }
    }
    for (id, name) in cast {
        if !known.contains_key(id) {
            let person = PersonId::from_index(record.participants.len());
            record.participants.push(Participant::new(person, name.clone()));
            known.insert(id.clone(), person);
        }
    }
    known
}

/// Makes a turn; what markup does not tell is as it was read, where the same turn was read.
fn made(
    encoded: &Encoded<'_>,
    same: Option<&Turn>,
    people: &FxHashMap<String, PersonId>,
    record: &Memorandum,
) -> Option<Turn> {
    let text = &record.text;
    let mut turn = same.cloned().unwrap_or_default();
    turn.mode = encoded.mode;
    let speakers: Vec<PersonId> =
        encoded.who.iter().filter_map(|id| people.get(*id).copied()).collect();
    if turn.speakers != speakers {
        turn.rule = (!speakers.is_empty()).then_some(Rule::Encoded);
        turn.candidates.clear();
    }
    turn.speaker = speakers.first().copied();
    turn.speakers = speakers;
    turn.notes.clear();
    let mut start = encoded.label.or(encoded.paragraphs.first().copied())?.start;
    if turn.mode == Mode::Verbatim {
        let printed = encoded.label?;
        start = printed.start;
        if turn.label.as_ref().is_none_or(|label| !printed.contains(label.span)) {
            let words =
                printed.of(text).trim_end_matches([':', '.', '—', '–', '-', '：', '=', '＝', ' ']);
            let span = Span::new(start, start + words.len());
            turn.label = Some(Written { text: words.to_owned(), span });
        }
    }
    let label = turn.label.as_ref().map_or(start, |label| label.span.end);
    let last = encoded.paragraphs.last().copied().unwrap_or(Span::new(label, label));
    let last = &last;
    let begins = encoded.paragraphs.first().map_or(label, |first| first.start);
    let kept = speech::without_notes(*last, begins, &record.notes);
    let ends = kept.map(|span| span.start + span.of(text).trim_end().len());
    let end = ends.filter(|end| *end > last.start).last().unwrap_or(last.end);
    turn.span = Span::new(start, end.max(last.start));
    turn.paragraphs.clone_from(&encoded.paragraphs);
    if let Some(last) = turn.paragraphs.last_mut() {
        last.end = last.end.min(turn.span.end);
    }
    turn.paragraphs.retain(|paragraph| !paragraph.is_empty());
    // What was read of the same turn may have reached further.
    let span = turn.span;
    turn.cue =
        turn.cue.filter(|cue| span.contains(cue.subject.span) && span.contains(cue.verb.span));
    turn.addressee = turn.addressee.filter(|it| span.contains(it.span));
    turn.voiced_by = turn.voiced_by.filter(|it| span.contains(it.span));
    let is_whole = |words: Span| span.contains(words) && !speech::are_cut(words, &record.notes);
    turn.quotations.retain(|quotation| is_whole(*quotation));
    turn.quoted.retain(|quoted| span.contains(quoted.subject.span));
    let parts: Vec<Vec<Span>> = encoded.paragraphs.iter().map(|part| vec![*part]).collect();
    turn.text = speech::speech(text, &parts, &record.notes);
    Some(turn)
}

/// Gives the partition of the text anew.
fn pieces(record: &Memorandum) -> Vec<Piece> {
    let mut partition = Partition::default();
    let mut next = 0;
    for piece in &record.pieces {
        while record.turns.get(next).is_some_and(|turn| turn.span.end <= piece.span.start) {
            next += 1;
        }
        let spoken = record.turns.get(next).is_some_and(|turn| turn.span.overlaps(piece.span));
        if piece.kind == PieceKind::Note || !spoken && !is_of_turns(piece.kind) {
            partition.claim(piece.kind, piece.span);
        }
    }
    for turn in &record.turns {
        let first = turn.paragraphs.first().map_or(turn.span.end, |first| first.start);
        let label = Span::new(turn.span.start, first.max(turn.span.start));
        let words = label.of(&record.text).trim_end().len();
        partition.claim(PieceKind::Label, Span::new(label.start, label.start + words));
        let kind = match turn.mode {
            Mode::Verbatim => PieceKind::Speech,
            Mode::Reported => PieceKind::Reported,
        };
        claim_words(kind, turn.paragraphs.iter().copied(), &record.notes, &mut partition);
    }
    partition.finish(&record.text)
}

/// Whether a piece is one that turns, or what is left between them, make.
fn is_of_turns(kind: PieceKind) -> bool {
    matches!(
        kind,
        PieceKind::Label
            | PieceKind::Speech
            | PieceKind::Reported
            | PieceKind::Narration
            | PieceKind::Space
    )
}
