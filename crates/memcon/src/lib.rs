#![doc = include_str!("../README.md")]

mod assemble;
mod block;
pub mod diagnostic;
mod error;
mod grammar;
mod layout;
mod model;
mod resolve;
mod source;
mod span;

pub use crate::diagnostic::{Diagnostic, DiagnosticKind, Doubts, Severity};
pub use crate::error::Error;
pub use crate::layout::layouts;
pub use crate::model::*;
pub use crate::span::{CharIndex, Span};

/// Reads a record of conversation from its text.
///
/// Never fails: a text in which nobody speaks gives a memorandum of form [`Form::None`] or
/// [`Form::Reported`] with a diagnostic.
pub fn parse(text: &str) -> Parsed {
    assemble::record::read(text, None)
}
