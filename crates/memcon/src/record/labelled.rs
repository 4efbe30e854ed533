//! The turns under labels, put into the model and linked to people.

use nom::Offset;

use super::Draft;
use super::prose::claim_words;
use crate::assemble::pieces::Partition;
use crate::assemble::turns;
use crate::assemble::turns::Role;
use crate::assemble::{resumption, speech};
use crate::diagnostic::Diagnostic;
use crate::model::Addressee;
use crate::model::Evidence;
use crate::model::Memorandum;
use crate::model::PieceKind;
use crate::model::Quoted;
use crate::model::Turn;
use crate::model::Written;
use crate::resolve::cues;
use crate::resolve::label_words::Aside;
use crate::resolve::label_words::LabelWords;
use crate::resolve::label_words::aside;
use crate::resolve::label_words::joint;
use crate::resolve::label_words::label_words;
use crate::resolve::speakers::Speakers;
use crate::span::Span;

impl Draft<'_> {
    /// Puts the turns into the model and links them to people.
    pub(super) fn turns(
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
            // `RN [Richard Orlo]`: the letters are his from here on.
            if let Some((letters, inside)) = candidate.core.split_once(" [")
                && inside.contains(' ')
                && letters.chars().all(char::is_uppercase)
            {
                speakers.define(letters, candidate.core);
            }
        }
        let mut words: Vec<(LabelWords<'_>, Span)> =
            self.told.turns.iter().map(|draft| self.words(draft.reading)).collect();
        for (draft, (words, _)) in self.told.turns.iter().zip(&mut words) {
            let core = self.readings[draft.reading].candidate.core;
            if let Some(Aside::Other(named)) =
                self.readings[draft.reading].candidate.aside.map(aside)
                && speakers.names(core, named)
            {
                words.speakers = vec![named];
                speakers.define(core, named);
            }
        }
        speakers.link(
            words.iter().flat_map(|(words, span)| {
                words.speakers.iter().map(move |speaker| (*speaker, *span))
            }),
        );
        speakers.part(words.iter().filter_map(|(words, span)| match words.speakers[..] {
            [only] => Some((only, *span)),
            _ => None,
        }));
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
            self.quoted(draft, &speakers, &mut turn);
            record.turns.push(turn);
        }
        resumption::link(&mut record.turns);
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
                // Words that no turn claims are narration.
                Role::Narration => continue,
                Role::Closing => PieceKind::Closing,
            };
            if kind != PieceKind::Speech {
                partition.claim(kind, paragraph.span());
            }
        }
        for part in self.told.turns.iter().flat_map(|turn| turn.paragraphs.iter().flatten()) {
            claim_words(PieceKind::Speech, *part, &record.notes, partition);
        }
        doubts.append(&mut speakers.doubts);
        record.participants = speakers.people;
    }

    /// Whom a speaker quotes: word for word, or under a label in quotation marks.
    fn quoted(&self, draft: &turns::Draft, speakers: &Speakers, turn: &mut Turn) {
        let text = self.text;
        cues::in_speech(text, &draft.paragraphs, &mut turn.quoted);
        let readings = self.readings[draft.reading + 1..].iter();
        let inside = readings.take_while(|reading| reading.at < turn.span.end);
        for reading in inside.filter(|reading| reading.evidence.contains(&Evidence::Quoted)) {
            let start = text.offset(reading.candidate.core);
            let end = start + reading.candidate.core.len();
            let subject =
                Written { text: reading.candidate.core.to_owned(), span: Span::new(start, end) };
            let rest = reading.candidate.rest;
            let spoken = rest.trim_start().trim_end_matches(['”', '"', '»']);
            let from = text.offset(rest) + rest.len() - rest.trim_start().len();
            let words = Span::new(from, from + spoken.len());
            turn.quoted.push(Quoted::new(subject, None, None, Some(words)));
        }
        for quoted in &mut turn.quoted {
            let person = speakers.resolve(&quoted.subject.text).person;
            quoted.person = person.filter(|person| !turn.speakers.contains(person));
        }
        turn.quoted.sort_by_key(|quoted| quoted.subject.span);
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
    }
}
