//! What was withheld in a record, entered and added up.

use std::collections::BTreeMap;
use std::fmt;

use crate::model::{Bound, Excision, Measure, Memorandum, PersonId, Quantity, Unit, Withheld};
use crate::span::Span;

/// One excision in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LedgerEntry {
    /// The mark, as a place in [`Memorandum::notes`].
    pub note: usize,
    /// Where the mark stands.
    pub span: Span,
    /// What was withheld, and how much.
    pub excision: Excision,
    /// The turn that it interrupts, as a place in [`Memorandum::turns`].
    pub turn: Option<usize>,
    /// Who speaks that turn.
    pub speaker: Option<PersonId>,
}

/// Excisions added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Withholding {
    /// How many excisions there are.
    pub cuts: usize,
    /// How many of them do not say how much.
    pub unmeasured: usize,
    /// How many excisions there are of each sort.
    pub what: BTreeMap<Withheld, usize>,
    /// How much they come to in each unit; a bound counts as its number, so that `less than 1
    /// line` adds 1.
    pub much: BTreeMap<Unit, Quantity>,
}

impl Withholding {
    /// Adds one excision.
    pub fn add(&mut self, excision: &Excision) {
        self.cuts += 1;
        self.unmeasured += usize::from(excision.measures.is_empty());
        *self.what.entry(excision.withheld).or_default() += 1;
        for measure in &excision.measures {
            let sum = self.much.entry(measure.unit).or_default();
            *sum = sum.plus(measure.number);
        }
    }
}

impl fmt::Display for Withholding {
    /// Tells it in words: `4 excisions (3 text, 1 name): 17 lines, 4 paragraphs; 2 without a
    /// measure`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what: Vec<String> =
            self.what.iter().map(|(what, count)| format!("{count} {}", what.words())).collect();
        let several = if self.cuts == 1 { "" } else { "s" };
        write!(f, "{} excision{several} ({})", self.cuts, what.join(", "))?;
        let much = self
            .much
            .iter()
            .map(|(unit, number)| Measure::new(*number, *unit, Bound::Exact).to_string());
        let mut lead = ": ";
        for measure in much {
            write!(f, "{lead}{measure}")?;
            lead = ", ";
        }
        if self.unmeasured > 0 {
            write!(f, "; {} without a measure", self.unmeasured)?;
        }
        Ok(())
    }
}

/// The excisions of a record, in order of the text, and their totals.
///
/// ```
/// let parsed = memcon::parse("ORLOV. Yes. [2 lines not declassified]\n\nVESTA. No.\n");
/// let ledger = parsed.memorandum.ledger();
/// assert_eq!(ledger.total.cuts, 1);
/// assert_eq!(ledger.total.much[&memcon::Unit::Line].value(), 2.0);
/// assert_eq!(ledger.total.to_string(), "1 excision (1 text): 2 lines");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ledger {
    /// The year of the conversation.
    pub year: Option<i16>,
    /// Every excision.
    pub entries: Vec<LedgerEntry>,
    /// All of them added up.
    pub total: Withholding,
    /// By who speaks where they stand; none for those outside turns or of unknown speakers.
    pub by_person: BTreeMap<Option<PersonId>, Withholding>,
}

impl Memorandum {
    /// Gives the ledger of what was withheld from the record.
    pub fn ledger(&self) -> Ledger {
        let year = self.date.as_ref().and_then(|date| date.start).map(|start| start.year);
        let mut ledger = Ledger { year, ..Ledger::default() };
        for (place, note) in self.notes.iter().enumerate() {
            let Some(excision) = &note.excision else { continue };
            let turn = note.turn.and_then(|turn| self.turns.get(turn));
            let speaker = turn.and_then(|turn| turn.speaker);
            ledger.total.add(excision);
            ledger.by_person.entry(speaker).or_default().add(excision);
            ledger.entries.push(LedgerEntry {
                note: place,
                span: note.span,
                excision: excision.clone(),
                turn: note.turn,
                speaker,
            });
        }
        ledger
    }
}
