//! Records as tables: rows with fixed columns, the same in CSV, JSON Lines, Arrow and Parquet.
//!
//! Offsets count code points of the text in the `documents` table. A list is never absent, it is
//! empty. Columns are only ever added at the end of a table.
//!
//! ```
//! use memcon::write::{Document, tables};
//!
//! let text = "ORLO: Good day.\n\nVEY: Good day to you.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
//! let parsed = memcon::parse(text);
//! let turns = tables::turns(&Document::named("talks-1", &parsed));
//! assert_eq!(turns[1].document_id, "talks-1");
//! assert_eq!(turns[1].words, 4);
//! ```

mod column;
mod diagnostics;
mod documents;
mod held;
mod notes;
mod participants;
mod record_row;
mod turns;
mod words;

pub(super) use self::column::kind_name;
pub use self::column::{Cell, Column, ColumnKind, Row};
pub use self::diagnostics::{DiagnosticRow, diagnostics};
pub use self::documents::{DocumentRow, documents};
pub use self::held::{Held, integer};
pub use self::notes::{NoteRow, notes};
pub use self::participants::{ParticipantRow, participants};
pub use self::record_row::{RecordRow, lost, lost_by};
pub use self::turns::{TurnRow, turns};
pub use self::words::word_count;
