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
use crate::resolve::wordings::{Voices, Wordings};
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
        let mut words = Wordings::default();
        for draft in &self.told.turns {
            let candidate = &self.readings[draft.reading].candidate;
            match candidate.aside.map(aside) {
                Some(Aside::Other(named)) if speakers.names(candidate.core, named) => {
                    words.push(LabelWords { speakers: vec![named], ..label_words(candidate.core) });
                    speakers.define(candidate.core, named);
                }
                Some(Aside::Or) => {
                    words.push(LabelWords { speakers: vec![candidate.label], ..<_>::default() });
                }
                _ => words.push_label(candidate.core),
            }
        }
        let labels: Vec<Span> =
            self.told.turns.iter().map(|draft| self.label(draft.reading)).collect();
        let linked = || words.iter().zip(&labels);
        speakers.link(
            linked().flat_map(|(words, span)| {
                words.speakers.iter().map(move |speaker| (*speaker, *span))
            }),
        );
        speakers.part(linked().filter_map(|(words, span)| match words.speakers[..] {
            [only] => Some((only, *span)),
            _ => None,
        }));
        let voices: Vec<Voices> =
            words.distinct().map(|words| Voices::of(words, &speakers)).collect();
        let all = self.told.turns.iter().zip(words.places()).zip(linked());
        for (index, ((draft, place), (words, label))) in all.enumerate() {
            let voices = &voices[place];
            let mut turn = Turn { index, ..Turn::default() };
            turn.speakers.clone_from(&voices.speakers);
            turn.speaker = turn.speakers.first().copied();
            turn.rule = voices.rule;
            turn.candidates.clone_from(&voices.candidates);
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
                Role::Narration | Role::Scene => continue,
                Role::Closing => PieceKind::Closing,
            };
            if kind != PieceKind::Speech {
                partition.claim(kind, paragraph.span());
            }
        }
        for turn in &self.told.turns {
            let parts = turn.paragraphs.iter().flatten().copied();
            claim_words(PieceKind::Speech, parts, &record.notes, partition);
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

    /// Where a label stands.
    fn label(&self, reading: usize) -> Span {
        let reading = &self.readings[reading];
        Span::new(reading.at, reading.at + reading.candidate.label.len())
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
            Some(Aside::Alias(_) | Aside::Doubtful(_) | Aside::Or | Aside::Other(_)) | None => {}
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
        let mut parts = draft.paragraphs.iter().flatten();
        let begins = parts.clone().next().map_or(label.end, |part| part.start);
        let end = parts.next_back().map_or(label.end, |part| {
            speech::without_notes(*part, begins, &record.notes)
                .map(|span| span.start + span.of(self.text).trim_end().len())
                .filter(|end| *end > part.start)
                .last()
                .unwrap_or(part.end)
        });
        turn.span = Span::new(label.start, end.max(label.end));
        if let Some(paragraph) = turn.paragraphs.last_mut() {
            paragraph.end = paragraph.end.min(turn.span.end);
        }
    }
}
