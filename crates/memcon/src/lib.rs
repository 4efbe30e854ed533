#![doc = include_str!("../README.md")]

mod assemble;
mod block;
pub mod diagnostic;
mod error;
mod grammar;
mod model;
mod resolve;
mod source;
mod span;

pub use crate::diagnostic::{Diagnostic, DiagnosticKind, Doubts, Severity};
pub use crate::error::Error;
pub use crate::model::*;
pub use crate::span::{CharIndex, Span};

/// Reads a record of conversation from its text.
pub fn parse(text: &str) -> Parsed {
    let memorandum = Memorandum { text: text.to_owned(), ..Memorandum::default() };
    Parsed { memorandum, diagnostics: Vec::new() }
}
