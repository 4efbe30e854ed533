//! The Python face of memcon: conversion and nothing else.
//!
//! Every class is frozen. Values (a span, a title) are copied out of the core; views (a turn, a
//! participant, a note) are a memorandum and a place, so that a thousand turns copy no text.

// PyO3's macros write the `unsafe` that is meant, and no class has an invariant that its JSON
// could break: a view pickles as a place that is checked.
#![allow(clippy::unsafe_derive_deserialize)]

mod batch;
mod corpus;
mod cue;
mod date;
mod diagnostic;
mod error;
mod export;
mod extract;
mod functions;
mod header;
mod html;
mod identity;
mod json;
mod kind;
mod ledger;
mod memorandum;
mod movement;
mod note;
mod participant;
mod parts;
mod pickle;
mod piece;
mod provenance;
mod quoted;
mod records;
mod repr;
mod shown;
mod span;
mod table;
mod tuple;
mod turn;
mod view;
mod written;

/// The native half of the package `memcon`.
#[pyo3::pymodule]
mod _memcon {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::batch::parse_batch;
    #[pymodule_export]
    use crate::corpus::{Corpus, Record, diff};
    #[pymodule_export]
    use crate::cue::{Addressee, Cue};
    #[pymodule_export]
    use crate::date::{MeetingDate, Place, StatedDate};
    #[pymodule_export]
    use crate::diagnostic::Diagnostic;
    #[pymodule_export]
    use crate::export::{Loss, write_file};
    #[pymodule_export]
    use crate::functions::{from_json, json_schema, layouts, main, parse, read, read_all};
    #[pymodule_export]
    use crate::header::{Marking, Title};
    #[pymodule_export]
    use crate::identity::{Identity, NameParts, Roster};
    #[pymodule_export]
    use crate::memorandum::Memorandum;
    #[pymodule_export]
    use crate::movement::Movement;
    #[pymodule_export]
    use crate::note::Note;
    #[pymodule_export]
    use crate::participant::{Mention, Participant};
    #[pymodule_export]
    use crate::parts::Parts;
    #[pymodule_export]
    use crate::pickle::{restore, restore_view};
    #[pymodule_export]
    use crate::piece::{Gloss, LabelReading, Piece};
    #[pymodule_export]
    use crate::provenance::Provenance;
    #[pymodule_export]
    use crate::quoted::Quoted;
    #[pymodule_export]
    use crate::records::Records;
    #[pymodule_export]
    use crate::span::Span;
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::turn::Turn;
    #[pymodule_export]
    use crate::written::Written;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        memcon_cli::keep_memory();
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        crate::parts::register(module.py())
    }
}
