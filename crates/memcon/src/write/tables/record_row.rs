//! The tables that records make, and what of a record is in none of them.

use super::Row;
use crate::model::Parsed;
use crate::write::loss::losses;
use crate::write::{Document, Loss, Part};

/// A row of a table that records make.
pub trait RecordRow: Row {
    /// What of a record the table carries.
    const CARRIES: &'static [Part];

    /// Gives a record's rows, in order.
    fn of(document: &Document<'_>) -> Vec<Self>;
}

/// What none of the tables carries.
const LOST: &[Part] = &[
    Part::Mentions,
    Part::StatedDates,
    Part::Movements,
    Part::FurtherMeasures,
    Part::Glossary,
    Part::LabelReadings,
];

/// Tells what of some records all five tables together do not carry.
///
/// ```
/// use memcon::write::{Document, Part, tables};
///
/// let parsed = memcon::parse("ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: Gladly.\n");
/// let lost = tables::lost(&[Document::new(&parsed)]);
/// assert!(lost.iter().all(|loss| loss.part != Part::Labels));
/// ```
pub fn lost(records: &[Document<'_>]) -> Vec<Loss> {
    Loss::sum(records.iter().flat_map(|record| losses(record.parsed(), LOST, &[])))
}

/// Tells what of some records one table alone does not carry.
///
/// ```
/// use memcon::write::tables::{self, DocumentRow, TurnRow};
/// use memcon::write::{Document, Part};
///
/// let parsed = memcon::parse("ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: Gladly.\n");
/// let records = [Document::new(&parsed)];
/// let labels = |lost: Vec<memcon::write::Loss>| lost.iter().any(|it| it.part == Part::Labels);
/// assert!(labels(tables::lost_by::<DocumentRow>(&records)));
/// assert!(!labels(tables::lost_by::<TurnRow>(&records)));
/// ```
pub fn lost_by<R: RecordRow>(records: &[Document<'_>]) -> Vec<Loss> {
    let parts = Part::ALL.iter().copied().filter(|part| !R::CARRIES.contains(part));
    let parts: Vec<Part> = parts.collect();
    let of = |parsed: &Parsed| losses(parsed, &parts, &[]);
    Loss::sum(records.iter().flat_map(|record| of(record.parsed())))
}
