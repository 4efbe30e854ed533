//! The lists of a memorandum that Python sees as sequences.

/// Of which list a sequence shows entries.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Turns,
    Participants,
    Notes,
    Pieces,
    LabelReadings,
}

impl Kind {
    const ALL: [Kind; 5] =
        [Kind::Turns, Kind::Participants, Kind::Notes, Kind::Pieces, Kind::LabelReadings];

    /// Gives the kind that a pickle names.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Gives the name of the list, as the property that gives it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Turns => "turns",
            Kind::Participants => "participants",
            Kind::Notes => "notes",
            Kind::Pieces => "pieces",
            Kind::LabelReadings => "label_readings",
        }
    }

    /// Gives the noun for one entry.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Kind::Turns => "turn",
            Kind::Participants => "participant",
            Kind::Notes => "note",
            Kind::Pieces => "piece",
            Kind::LabelReadings => "label reading",
        }
    }

    /// Counts the entries.
    pub(crate) fn len(self, memo: &memcon::Memorandum) -> usize {
        match self {
            Kind::Turns => memo.turns.len(),
            Kind::Participants => memo.participants.len(),
            Kind::Notes => memo.notes.len(),
            Kind::Pieces => memo.pieces.len(),
            Kind::LabelReadings => memo.label_readings.len(),
        }
    }
}
