//! What a format could not carry, counted and named.

use std::collections::BTreeMap;

use crate::model::{MarkingKind, Parsed, PieceKind, Turn};

/// Something written, and what it could not carry.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Export {
    /// What was written.
    pub text: String,
    /// What of the record is not in it; empty where everything is.
    pub losses: Vec<Loss>,
}

/// A part of a record that a format could not carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Loss {
    /// Which part.
    pub part: Part,
    /// How many of it there are in the record, all of them lost.
    pub count: usize,
}

impl Loss {
    /// Adds up the losses of several records, each part once, in the order of [`Part::ALL`].
    ///
    /// ```
    /// use memcon::write::{Loss, Part};
    ///
    /// let lost = |count| Loss { part: Part::Notes, count };
    /// assert_eq!(Loss::sum([lost(2), lost(3)]), [lost(5)]);
    /// ```
    pub fn sum(all: impl IntoIterator<Item = Loss>) -> Vec<Loss> {
        let mut counts = BTreeMap::new();
        for loss in all {
            *counts.entry(loss.part).or_insert(0) += loss.count;
        }
        counts.into_iter().map(|(part, count)| Loss { part, count }).collect()
    }
}

impl std::fmt::Display for Loss {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.count, self.part.words())
    }
}

/// Makes the parts, their names and their words of one list.
macro_rules! parts {
    ($($(#[$about:meta])* $part:ident = $name:literal, $words:literal;)*) => {
        /// A part of a record that some format or other cannot carry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Part { $(#[doc = $words] $part),* }

        impl Part {
            /// Every part.
            pub const ALL: &'static [Part] = &[$(Part::$part),*];

            /// Gives the stable name.
            pub fn name(self) -> &'static str {
                match self { $(Part::$part => $name),* }
            }

            /// Gives the part in plain words, in the plural.
            pub fn words(self) -> &'static str {
                match self { $(Part::$part => $words),* }
            }
        }
    };
}

parts! {
    Places = "places", "places in the source text";
    Narration = "narration", "passages of the body that nobody speaks";
    Furniture = "furniture", "passages that the web page adds";
    StatedDates = "stated-dates", "further dates that the document states";
    Subjects = "subjects", "subjects";
    Classifications = "classifications", "markings of secrecy";
    Markings = "markings", "other markings";
    Provenance = "provenance", "statements of provenance";
    SilentPeople = "silent-people", "participants who say nothing";
    Honorifics = "honorifics", "honorifics";
    Offices = "offices", "offices of participants";
    Sides = "sides", "sides and affiliations of participants";
    Capacities = "capacities", "capacities of participants";
    Mentions = "mentions", "mentions of participants";
    JointSpeakers = "joint-speakers", "turns spoken jointly";
    Candidates = "candidates", "turns with several possible speakers";
    Rules = "rules", "rules by which speakers were found";
    Confidence = "confidence", "degrees of confidence";
    Labels = "labels", "labels as written";
    Cues = "cues", "reporting clauses";
    SpeechActs = "speech-acts", "speech acts";
    Addressees = "addressees", "addressees";
    Voices = "voices", "interpreters' voices";
    Resumptions = "resumptions", "resumed turns";
    Quotations = "quotations", "quotations within reported turns";
    Movements = "movements", "entrances and exits";
    Presence = "presence", "statements of who was there in part";
    Identities = "identities", "identities by a roster";
    Notes = "notes", "notes and marks";
    Measures = "measures", "measures of what was withheld";
    FurtherMeasures = "further-measures", "measures of one cut beyond the first";
    Glossary = "glossary", "explained abbreviations";
    LabelReadings = "label-readings", "reasons for and against labels";
    Unread = "unread", "documents that could not be read";
    Diagnostics = "diagnostics", "doubts about the reading";
    Crossing = "crossing", "marks that cross the bounds of paragraphs";
    Formulas = "formulas", "cells that a spreadsheet would calculate, given an apostrophe";
    Characters = "characters", "characters that the format forbids, replaced by U+FFFD";
}

impl Part {
    /// Counts the part in a record; what only shows in writing counts as none.
    pub fn count(self, parsed: &Parsed) -> usize {
        let memorandum = &parsed.memorandum;
        let people = &memorandum.participants;
        let turns = |is: fn(&Turn) -> bool| memorandum.turns.iter().filter(|turn| is(turn)).count();
        let pieces = |kinds: &[PieceKind]| {
            memorandum.pieces.iter().filter(|piece| kinds.contains(&piece.kind)).count()
        };
        let markings = |secret: bool| {
            let is_secret = |kind: MarkingKind| kind == MarkingKind::Classification;
            memorandum.markings.iter().filter(|it| is_secret(it.kind) == secret).count()
        };
        match self {
            Part::Places => memorandum.turns.len() + memorandum.notes.len(),
            Part::Narration => pieces(&[PieceKind::Narration, PieceKind::Closing]),
            Part::Furniture => pieces(&[PieceKind::Furniture]),
            Part::StatedDates => memorandum.dates.len().saturating_sub(1),
            Part::Subjects => memorandum.subjects.len(),
            Part::Classifications => markings(true),
            Part::Markings => markings(false),
            Part::Provenance => pieces(&[PieceKind::Provenance, PieceKind::Rights]),
            Part::SilentPeople => {
                let mut speaks = vec![false; people.len()];
                for id in memorandum.turns.iter().flat_map(|turn| &turn.speakers) {
                    if let Some(speaks) = speaks.get_mut(id.index()) {
                        *speaks = true;
                    }
                }
                speaks.iter().filter(|speaks| !**speaks).count()
            }
            Part::Honorifics => people.iter().filter(|it| it.honorific.is_some()).count(),
            Part::Offices => people.iter().map(|it| it.roles.len()).sum(),
            Part::Sides => {
                let sided = |it: &&crate::model::Participant| {
                    it.delegation.is_some() || it.affiliation.is_some()
                };
                people.iter().filter(sided).count()
            }
            Part::Capacities => people.iter().map(|it| it.capacities.len()).sum(),
            Part::Mentions => people.iter().map(|it| it.mentions.len()).sum(),
            Part::JointSpeakers => turns(|turn| turn.speakers.len() > 1),
            Part::Candidates => turns(|turn| !turn.candidates.is_empty()),
            Part::Rules => turns(|turn| turn.rule.is_some()),
            Part::Confidence => turns(|turn| turn.confidence.is_some()),
            Part::Labels => turns(|turn| turn.label.is_some()),
            Part::Cues => turns(|turn| turn.cue.is_some()),
            Part::SpeechActs => turns(|turn| turn.speech_act.is_some()),
            Part::Addressees => turns(|turn| turn.addressee.is_some()),
            Part::Voices => turns(|turn| turn.voiced_by.is_some()),
            Part::Resumptions => turns(|turn| turn.resumes.is_some()),
            Part::Quotations => memorandum.turns.iter().map(|turn| turn.quotations.len()).sum(),
            Part::Movements => memorandum.movements.len(),
            Part::Presence => people.iter().map(|it| it.presence.len()).sum(),
            Part::Identities => people.iter().filter(|it| it.identity.is_some()).count(),
            Part::Notes => memorandum.notes.len(),
            Part::Measures => {
                let excisions = memorandum.notes.iter().filter_map(|it| it.excision.as_ref());
                excisions.filter(|it| !it.measures.is_empty()).count()
            }
            Part::FurtherMeasures => {
                let excisions = memorandum.notes.iter().filter_map(|it| it.excision.as_ref());
                excisions.map(|it| it.measures.len().saturating_sub(1)).sum()
            }
            Part::Glossary => memorandum.glossary.len(),
            Part::LabelReadings => memorandum.label_readings.len(),
            Part::Diagnostics => parsed.diagnostics.len(),
            Part::Unread | Part::Crossing | Part::Formulas | Part::Characters => 0,
        }
    }
}

/// Lists what a format that does not carry some parts loses of a record.
pub(super) fn losses(parsed: &Parsed, lost: &[Part], seen: &[(Part, usize)]) -> Vec<Loss> {
    let counted = lost.iter().map(|part| (*part, part.count(parsed)));
    let mut losses: Vec<Loss> = counted
        .chain(seen.iter().copied())
        .filter(|(_, count)| *count > 0)
        .map(|(part, count)| Loss { part, count })
        .collect();
    losses.sort_by_key(|loss| loss.part);
    losses
}
