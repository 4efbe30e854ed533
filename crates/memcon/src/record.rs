//! A record put together: page, head, body, turns, marks and pieces.

use std::borrow::Cow;
use std::cell::RefCell;

use nom::Offset;
use rustc_hash::FxHashSet;

use crate::assemble::evidence::{self, Known};
use crate::assemble::header::{self, Header, TitleLine};
use crate::assemble::letterhead::{self, Letterhead};
use crate::assemble::marks::{self, Callouts};
use crate::assemble::page::{self, Page};
use crate::assemble::paragraph::{self, Body, PageFurniture};
use crate::assemble::pieces::Partition;
use crate::assemble::scheme::{self, Reading};
use crate::assemble::speech;
use crate::assemble::turns::{self, Role, Told};
use crate::assemble::{closing, footnotes, inner};
use crate::block::{self, Block};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::attendance::{Attendance, attendance};
use crate::grammar::title::{self, TitleParts};
use crate::grammar::words::squeeze;
use crate::grammar::{cue, label, mark, sentence};
use crate::layout::{self, Layout};
use crate::model::{
    Addressee, Form, LabelReading, Marking, Memorandum, Note, NoteKind, Parsed, Participant, Piece,
    PieceKind, Title, Turn, Verdict, Written,
};
use crate::resolve::glossary;
use crate::resolve::label_words::{Aside, LabelWords, aside, joint, label_words};
use crate::resolve::people;
use crate::resolve::speakers::Speakers;
use crate::resolve::when;
use crate::source;
use crate::span::Span;

/// How many paragraphs, and sentences of each, are searched for who was there at either end.
const EDGE: usize = 4;

/// Reads a text; by the layout asked for, or by the one that its page shows.
pub(crate) fn read<'t>(text: &'t str, asked: Option<&'static Layout>) -> Parsed {
    let lines = source::lines(text);
    let setting = block::setting(text, &lines);
    let blocks = block::blocks(&lines, setting);
    let layout =
        asked.unwrap_or_else(|| layout::recognise(blocks.iter().map(|block| block.span.of(text))));
    let mut page = page::page(text, &blocks, layout);
    let document = &blocks[page.document.clone()];
    let notes_at = footnotes::start(text, document);
    let head = letterhead::letterhead(text, &document[..notes_at]);
    let spoken = &document[..notes_at];
    let last_line = spoken.last().map_or(0, |block| block.lines.end);
    let mut header = header::header(text, &lines[..last_line], spoken, head.blocks);
    if let Some(span) = page.title {
        header.titles.insert(0, TitleLine { parts: title::title(span.of(text)), span });
    }
    let mut body = paragraph::body(text, &spoken[header.body.min(notes_at)..], setting);
    body.leave_out(&header.attached);
    let known = known(&header);
    if let Some(block) = page.summary.take().and_then(|at| blocks.get(at)) {
        summary(text, block.span, &known, &mut body, &mut page);
    }
    let mut readings = candidates(text, &body);
    scheme::decide(&mut readings, body.paragraphs.len(), &known);
    inner::divide(text, &mut body, &mut readings);
    let speaking = speaking(&readings, &known);
    let attended = RefCell::new(Vec::new());
    let attends = |paragraph: &'t str| {
        let found = attendance(paragraph);
        let any = found.is_some();
        let start = text.offset(paragraph);
        attended.borrow_mut().push((Span::new(start, start + paragraph.len()), found));
        any
    };
    let told = turns::told(text, &body, &readings, &attends, &|paragraph, before| {
        !closing::speaks_of_self(paragraph)
            && match cue::reported_by(paragraph) {
                Some(subject) => before || is_known(subject, &speaking),
                None => before,
            }
    });
    let attended = attended.into_inner();
    let draft = Draft { text, page, head, header, body, readings, attended, told };
    draft.finish(layout, document, &document[notes_at..])
}

/// What the head of the document tells of its people and its kind.
fn known(header: &Header<'_>) -> Known {
    let mut known = Known::default();
    for title in &header.titles {
        known.conversation |= title.parts.kind.is_some();
        known.title.extend(evidence::folded_words(title.parts.text));
    }
    for listed in &header.listed {
        known.listed.insert(evidence::fold(listed.person.called()));
        known.listed.extend(listed.person.name.into_iter().flat_map(evidence::folded_words));
        known.listed.extend(listed.person.roles.iter().map(|role| evidence::fold(role)));
    }
    known
}

/// Takes the archive's summary from the end of the body, if it is one: it speaks of the people
/// of the title in the third person, and is nobody's speech.
fn summary(text: &str, span: Span, known: &Known, body: &mut Body, page: &mut Page) {
    let words = span.of(text);
    let about = evidence::folded_words(words).any(|word| {
        word.chars().count() > 3 && (known.title.contains(&word) || known.listed.contains(&word))
    });
    let last = body.paragraphs.last().is_some_and(|last| last.span() == span);
    if !last || !about || closing::speaks_of_self(words) || label::candidate(words).is_some() {
        return;
    }
    body.paragraphs.pop();
    page.provenance.summary = Some(Written { text: words.to_owned(), span });
    page.pieces.push(Piece { kind: PieceKind::Abstract, span });
}

/// The folded words of everybody who is listed, in the title or speaks under a label.
fn speaking<'k>(readings: &[Reading<'_>], known: &'k Known) -> FxHashSet<Cow<'k, str>> {
    let labels = readings.iter().filter(|reading| reading.verdict == Verdict::Label);
    let labels = labels.flat_map(|reading| evidence::folded_words(reading.candidate.core));
    let named = known.listed.iter().chain(&known.title).map(|word| Cow::Borrowed(word.as_str()));
    labels.map(Cow::Owned).chain(named).collect()
}

/// Whether the subject of a report is one of them: by its last word.
fn is_known(subject: &str, speaking: &FxHashSet<Cow<'_, str>>) -> bool {
    evidence::folded_words(subject).last().is_some_and(|word| speaking.contains(word.as_str()))
}

/// Every paragraph's candidate label.
fn candidates<'t>(text: &'t str, body: &Body) -> Vec<Reading<'t>> {
    let mut readings = Vec::new();
    for (i, paragraph) in body.paragraphs.iter().enumerate() {
        let Some(first) = paragraph.parts.first() else { continue };
        if let Some(candidate) = label::candidate(first.of(text)) {
            readings.push(Reading {
                at: text.offset(candidate.label),
                candidate,
                paragraph: i,
                verdict: Verdict::NotALabel,
                evidence: Vec::new(),
            });
        }
    }
    readings
}

/// Everything found, before it is put into the model.
struct Draft<'t> {
    text: &'t str,
    page: Page,
    head: Letterhead,
    header: Header<'t>,
    body: Body,
    readings: Vec<Reading<'t>>,
    /// The paragraphs after the last label, and the attendance that they tell.
    attended: Vec<(Span, Option<Attendance<'t>>)>,
    told: Told,
}

impl Draft<'_> {
    fn finish(self, layout: &Layout, document: &[Block], notes: &[Block]) -> Parsed {
        let text = self.text;
        let mut doubts = Vec::new();
        let mut partition = Partition::default();
        let mut record = Memorandum { text: text.to_owned(), ..Memorandum::default() };
        record.layout.clone_from(&layout.name);
        for Piece { kind, span } in &self.page.pieces {
            partition.claim(*kind, *span);
        }
        for span in &self.head.spans {
            partition.claim(PieceKind::Marking, *span);
        }
        record.markings.clone_from(&self.head.markings);
        record.number.clone_from(&self.head.number);
        self.notes(document, notes, &mut record, &mut partition, &mut doubts);
        record.participants = self.people(notes);
        self.turns(&mut record, &mut partition, &mut doubts);
        record.glossary = glossary::glossary(text, &record.notes, &mut doubts);
        record.provenance = self.page.provenance.clone();
        record.label_readings = self.readings.iter().map(reading).collect();
        self.head(&mut record, &mut partition);
        let (dates, place) = when::when(text, self.page.date, &self.header, None, &mut doubts);
        record.date = dates.meeting;
        record.dates = dates.stated;
        record.dates_agree = dates.agreement;
        record.place = place;
        // A record without labels is told in prose whatever its paragraphs open with.
        let reports = if record.turns.is_empty() { 0 } else { self.reports() };
        record.form = form(&record, reports);
        if record.turns.is_empty() {
            let kind = DiagnosticKind::NoTurns;
            doubts.push(Diagnostic { span: Span::new(0, 0), kind });
        }
        record.pieces = partition.finish(text);
        doubts.sort_by_key(|doubt| doubt.span);
        Parsed { memorandum: record, diagnostics: doubts }
    }

    /// Who took part: by list, title, sentences of attendance before and after the talk, and the
    /// source note.
    fn people(&self, foot: &[Block]) -> Vec<Participant> {
        let text = self.text;
        let mut attending = Vec::new();
        let roles = self.told.roles.iter();
        let count = self.body.paragraphs.len();
        for (i, (paragraph, role)) in self.body.paragraphs.iter().zip(roles).enumerate() {
            let told = matches!(role, Role::Narration | Role::Closing | Role::Remark);
            // A record told in prose names who was there in its first and last paragraphs.
            let edge = i < EDGE || i + EDGE >= count || !self.told.turns.is_empty();
            if !told || !edge {
                continue;
            }
            for sentence in sentence::sentences(text, paragraph.span()).take(EDGE) {
                let known = self.attended.binary_search_by_key(&sentence, |(span, _)| *span);
                let found = match known {
                    Ok(at) => self.attended[at].1.clone(),
                    Err(_) => attendance(sentence.of(text)),
                };
                if let Some(found) = found {
                    attending.extend(header::attending(text, found));
                }
            }
        }
        let note = foot.first().map(|block| block.span);
        people::people(text, &self.header, &attending, note).into_participants()
    }

    /// How many paragraphs of the body report what somebody said.
    fn reports(&self) -> usize {
        let narrated = self.body.paragraphs.iter().zip(&self.told.roles);
        narrated
            .filter(|(_, role)| matches!(role, Role::Narration | Role::Closing))
            .filter(|(paragraph, _)| cue::opens_report(paragraph.span().of(self.text)))
            .count()
    }

    /// Puts titles, subjects, markings into the model.
    fn head(&self, record: &mut Memorandum, partition: &mut Partition) {
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
        record.kind = titles.iter().find_map(|title| title.kind);
        let mut titles = titles.into_iter();
        record.title = titles.next();
        record.own_title = titles.next();
        record.subjects.clone_from(&header.subjects);
        for (kind, span) in &header.markings {
            let text = span.of(text).to_owned();
            record.markings.push(Marking { kind: *kind, text, spans: vec![*span] });
        }
    }

    /// Finds the notes of title, body and foot.
    fn notes(
        &self,
        document: &[Block],
        foot: &[Block],
        record: &mut Memorandum,
        partition: &mut Partition,
        doubts: &mut Vec<Diagnostic>,
    ) {
        let text = self.text;
        let footnotes = footnotes::notes(text, foot);
        let mut callouts = Callouts::default();
        callouts.notes = footnotes.last().map(|(number, _)| *number);
        if let Some(title) = self.page.title {
            marks::brackets(text, title, &mut record.notes, doubts);
        }
        for block in &document[..document.len() - foot.len()] {
            let furniture = self.body.furniture.iter().find(|(_, span)| *span == block.span);
            if let Some((kind, span)) = furniture {
                let kind = match kind {
                    PageFurniture::PageMark => NoteKind::PageMark,
                    PageFurniture::RunningHead => NoteKind::RunningHead,
                };
                partition.claim(PieceKind::Note, *span);
                record.notes.push(Note::new(kind, *span, span.of(text).to_owned(), None));
                continue;
            }
            marks::brackets(text, block.span, &mut record.notes, doubts);
            callouts.read(text, block.span, &mut record.notes);
        }
        for (_, span) in footnotes {
            partition.claim(PieceKind::Footnote, span);
            record.notes.push(Note::new(
                NoteKind::Footnote,
                span,
                span.of(text).trim_end_matches(['↩', ' ']).to_owned(),
                None,
            ));
        }
        record.notes.sort_by_key(|note| note.span);
        self.opening_remarks(&mut record.notes);
    }

    /// A parenthesis between separator and speech says how it was said or to whom.
    fn opening_remarks(&self, notes: &mut Vec<Note>) {
        for part in self.told.turns.iter().filter_map(|turn| turn.paragraphs.first()?.first()) {
            let Some(span) = marks::opening(self.text, *part) else { continue };
            match notes.binary_search_by_key(&span, |note| note.span) {
                Ok(at) => notes[at].kind = NoteKind::Stage,
                Err(at) => {
                    let inside = mark::inside(span.of(self.text)).to_owned();
                    notes.insert(at, Note::new(NoteKind::Stage, span, inside, None));
                }
            }
        }
    }

    /// Puts the turns into the model and links them to people.
    fn turns(
        &self,
        record: &mut Memorandum,
        partition: &mut Partition,
        doubts: &mut Vec<Diagnostic>,
    ) {
        let text = self.text;
        let mut speakers = Speakers::new(std::mem::take(&mut record.participants));
        for draft in &self.told.turns {
            let candidate = &self.readings[draft.reading].candidate;
            if let Some(Aside::Alias(alias)) = candidate.aside.map(aside) {
                speakers.define(alias, candidate.core);
            }
        }
        let words: Vec<(LabelWords<'_>, Span)> =
            self.told.turns.iter().map(|draft| self.words(draft.reading)).collect();
        speakers.link(
            words.iter().flat_map(|(words, span)| {
                words.speakers.iter().map(move |speaker| (*speaker, *span))
            }),
        );
        for (index, (draft, (words, label))) in self.told.turns.iter().zip(&words).enumerate() {
            let mut turn = Turn { index, ..Turn::default() };
            let found: Vec<_> = words.speakers.iter().map(|s| speakers.resolve(s)).collect();
            turn.speakers = found.iter().filter_map(|resolution| resolution.person).collect();
            turn.speaker = turn.speakers.first().copied();
            turn.rule = found.first().and_then(|resolution| resolution.rule);
            turn.candidates = found.iter().flat_map(|r| r.candidates.clone()).collect();
            turn.label = Some(Written { text: label.of(text).to_owned(), span: *label });
            self.remark(draft.reading, words, &speakers, &mut turn);
            self.speech(draft, *label, record, &mut turn);
            record.turns.push(turn);
        }
        for (paragraph, role) in self.body.paragraphs.iter().zip(&self.told.roles) {
            let kind = match role {
                Role::Opens(turn) => {
                    let start = self.readings[self.told.turns[*turn].reading].at;
                    let speech = self.told.turns[*turn].paragraphs[0].first();
                    let end = speech.map_or(paragraph.span().end, |part| part.start);
                    let from = paragraph.span().start.min(start);
                    let label = text[from..end].trim_end().len();
                    partition.claim(PieceKind::Label, Span::new(from, from + label));
                    PieceKind::Speech
                }
                Role::GoesOn(_) => PieceKind::Speech,
                Role::Remark => PieceKind::Note,
                Role::Heading => PieceKind::Heading,
                Role::Narration => PieceKind::Narration,
                Role::Closing => PieceKind::Closing,
            };
            if kind != PieceKind::Speech {
                partition.claim(kind, paragraph.span());
            }
        }
        for turn in &record.turns {
            for paragraph in &self.told.turns[turn.index].paragraphs {
                for part in paragraph {
                    for kept in speech::without_notes(*part, &record.notes) {
                        partition.claim(PieceKind::Speech, kept);
                    }
                    for note in notes_in(&record.notes, *part) {
                        if note.1.kind.is_outside_speech() {
                            partition.claim(PieceKind::Note, note.1.span);
                        }
                    }
                }
            }
        }
        doubts.append(&mut speakers.doubts);
        record.participants = speakers.people;
    }

    /// The words of a label, and where the label stands.
    fn words(&self, reading: usize) -> (LabelWords<'_>, Span) {
        let reading = &self.readings[reading];
        let label = reading.candidate.label;
        (label_words(reading.candidate.core), Span::new(reading.at, reading.at + label.len()))
    }

    /// What label and remark tell besides the speaker.
    fn remark(&self, reading: usize, words: &LabelWords<'_>, speakers: &Speakers, turn: &mut Turn) {
        let text = self.text;
        let written = |words: &str| {
            let start = text.offset(words);
            Written { text: words.to_owned(), span: Span::new(start, start + words.len()) }
        };
        let mut to = words.addressees.first().copied();
        match self.readings[reading].candidate.aside.map(aside) {
            Some(Aside::To(name)) => to = joint(name).first().copied(),
            Some(Aside::VoicedBy(who)) => turn.voiced_by = Some(written(who)),
            Some(Aside::Alias(_) | Aside::Doubtful(_) | Aside::Other(_)) | None => {}
        }
        turn.addressee = to.map(|name| {
            let Written { text, span } = written(name);
            Addressee { text, span, person: speakers.resolve(name).person }
        });
    }

    /// The words of a turn, its paragraphs, span and notes.
    fn speech(&self, draft: &turns::Draft, label: Span, record: &mut Memorandum, turn: &mut Turn) {
        turn.text = speech::speech(self.text, &draft.paragraphs, &record.notes);
        turn.paragraphs = draft
            .paragraphs
            .iter()
            .filter_map(|parts| Some(Span::new(parts.first()?.start, parts.last()?.end)))
            .collect();
        let last = draft.paragraphs.iter().flatten().next_back();
        let end = last.map_or(label.end, |part| {
            let kept = speech::without_notes(*part, &record.notes);
            kept.iter()
                .rev()
                .map(|span| span.start + span.of(self.text).trim_end().len())
                .find(|end| *end > part.start)
                .unwrap_or(part.end)
        });
        turn.span = Span::new(label.start, end.max(label.end));
        if let Some(paragraph) = turn.paragraphs.last_mut() {
            paragraph.end = paragraph.end.min(turn.span.end);
        }
        for (place, note) in record.notes.iter_mut().enumerate() {
            if turn.span.start <= note.span.start && note.span.start < turn.span.end {
                note.turn = Some(turn.index);
                turn.notes.push(place);
            }
        }
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

/// The notes that begin inside a span.
fn notes_in(notes: &[Note], span: Span) -> impl Iterator<Item = (usize, &Note)> {
    let first = notes.partition_point(|note| note.span.start < span.start);
    notes[first..]
        .iter()
        .enumerate()
        .map(move |(i, note)| (first + i, note))
        .take_while(move |(_, note)| note.span.start < span.end)
}

fn reading(reading: &Reading<'_>) -> LabelReading {
    LabelReading::new(
        Span::new(reading.at, reading.at + reading.candidate.label.len()),
        reading.candidate.separator,
        reading.verdict,
        reading.evidence.clone(),
    )
}

/// How the document tells its conversation: by its labelled turns, and by the paragraphs that
/// report.
fn form(record: &Memorandum, reports: usize) -> Form {
    match record.turns.len() {
        0 if record.kind.is_some() => Form::Reported,
        0 => Form::None,
        labelled if reports >= 3 && reports * 3 >= labelled => Form::Mixed,
        _ => Form::Verbatim,
    }
}
