//! Where to look first: records that are read badly, and labels that stand for nobody known.

use std::collections::HashMap;

use memcon::write::tables::{integer, word_count};
use memcon::{Mode, PieceKind, Severity, Turn, table_row};

use super::kwic::mode;
use super::{Analysis, fold, share};
use crate::record::{Outcome, Record};

table_row! {
    /// A record, and how well it is read; those that need a look stand first.
    #[derive(Clone, Debug, Default, PartialEq)]
    TriageRow in "triage" {
        /// The record.
        document_id: String,
        /// Why it could not be read.
        error: Option<String>,
        /// How the conversation is told.
        form: String,
        /// The share of the body that is speech, from 0 to 1.
        coverage: f32,
        /// How many words the turns have.
        words: i64,
        /// How many of them nobody is known to have said.
        unattributed_words: i64,
        /// Their share, from 0 to 1.
        unattributed: f32,
        /// How many turns have no certain speaker.
        unresolved_turns: i64,
        /// How many doubts may be mistakes.
        warnings: i64,
        /// How many doubts there are in all.
        diagnostics: i64,
    }
}

table_row! {
    /// A label or a subject of speech that stands for nobody known; the most frequent first.
    #[derive(Clone, Debug, Default, PartialEq)]
    LabelRow in "unresolved" {
        /// The label, or the subject of the reporting clause, as it is written first.
        label: String,
        /// `verbatim` for a label, `reported` for a subject.
        mode: String,
        /// How many turns it marks.
        turns: i64,
        /// How many words they have.
        words: i64,
        /// In how many records.
        documents: i64,
        /// Who could be meant, where several could; of the first record.
        candidates: Vec<String>,
        /// The first record.
        document_id: String,
        /// Where the first turn begins, in code points of the text.
        char_start: i64,
    }
}

/// Tells where to look first.
#[derive(Clone, Debug, Default)]
pub struct Triage {
    rows: Vec<TriageRow>,
}

impl Analysis for Triage {
    type Row = TriageRow;

    fn take(&mut self, record: &Record) {
        let row = match &record.outcome {
            Outcome::Unchanged | Outcome::LeftOut => return,
            Outcome::Failed(why) => TriageRow {
                document_id: record.id.clone(),
                error: Some(why.clone()),
                form: "none".to_owned(),
                ..TriageRow::default()
            },
            Outcome::Read(parsed) => {
                let memorandum = &parsed.memorandum;
                let words = |turns: &mut dyn Iterator<Item = &Turn>| {
                    turns.map(|turn| word_count(&turn.text)).sum::<usize>()
                };
                let nobody = || memorandum.turns.iter().filter(|turn| turn.speaker.is_none());
                let (all, lost) = (words(&mut memorandum.turns.iter()), words(&mut nobody()));
                let doubts = &parsed.diagnostics;
                let is_warning = |it: &&memcon::Diagnostic| it.kind.severity() == Severity::Warning;
                TriageRow {
                    document_id: record.id.clone(),
                    error: None,
                    form: memorandum.form.name().to_owned(),
                    coverage: coverage(memorandum),
                    words: integer(all),
                    unattributed_words: integer(lost),
                    unattributed: share(lost, all),
                    unresolved_turns: integer(nobody().count()),
                    warnings: integer(doubts.iter().filter(is_warning).count()),
                    diagnostics: integer(doubts.len()),
                }
            }
        };
        self.rows.push(row);
    }

    fn rows(mut self) -> Vec<TriageRow> {
        self.rows.sort_by(|one, other| {
            let first = other.error.is_some().cmp(&one.error.is_some());
            first
                .then(other.unattributed_words.cmp(&one.unattributed_words))
                .then(other.warnings.cmp(&one.warnings))
                .then(one.coverage.total_cmp(&other.coverage))
        });
        self.rows
    }
}

/// Gives the share of the body that is speech; 0 without a body.
fn coverage(memorandum: &memcon::Memorandum) -> f32 {
    let (mut spoken, mut other) = (0, 0);
    for piece in &memorandum.pieces {
        match piece.kind {
            PieceKind::Speech | PieceKind::Reported => spoken += piece.span.len(),
            PieceKind::Narration => other += piece.span.len(),
            _ => {}
        }
    }
    share(spoken, spoken + other)
}

/// Finds labels that stand for nobody known.
#[derive(Clone, Debug, Default)]
pub struct Unresolved {
    rows: HashMap<(String, Mode), (LabelRow, usize)>,
    documents: usize,
}

impl Analysis for Unresolved {
    type Row = LabelRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        let memorandum = &parsed.memorandum;
        self.documents += 1;
        for turn in memorandum.turns.iter().filter(|turn| turn.speaker.is_none()) {
            let label = turn.label.as_ref().or(turn.cue.as_ref().map(|cue| &cue.subject));
            let label = label.map_or("", |label| label.text.as_str());
            let (row, last) = self.rows.entry((fold(label), turn.mode)).or_insert_with(|| {
                let name = |id| memorandum.participant(id).map(|who| who.name.clone());
                let index = memcon::CharIndex::new(&memorandum.text);
                let row = LabelRow {
                    label: label.to_owned(),
                    mode: mode(turn.mode).to_owned(),
                    candidates: turn.candidates.iter().filter_map(|id| name(*id)).collect(),
                    document_id: record.id.clone(),
                    char_start: integer(index.char_of(turn.span.start)),
                    ..LabelRow::default()
                };
                (row, 0)
            });
            row.turns += 1;
            row.words += integer(word_count(&turn.text));
            if *last != self.documents {
                *last = self.documents;
                row.documents += 1;
            }
        }
    }

    fn rows(self) -> Vec<LabelRow> {
        let mut rows: Vec<LabelRow> = self.rows.into_values().map(|(row, _)| row).collect();
        rows.sort_by(|one, other| {
            other.turns.cmp(&one.turns).then_with(|| one.label.cmp(&other.label))
        });
        rows
    }
}
