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
pub fn parse(text: &str) -> Parsed {
    let lines = source::lines(text);
    let setting = block::setting(text, &lines);
    let blocks = block::blocks(&lines, setting);
    let notes = assemble::footnotes::start(text, &blocks);
    let body = assemble::paragraph::body(text, &blocks[..notes], setting);
    let mut readings = Vec::new();
    for (n, p) in body.paragraphs.iter().enumerate() {
        let start = p.span().start;
        if let Some(c) = grammar::label::candidate(&text[start..p.parts[0].end]) {
            let a = c.label.as_ptr() as usize - text.as_ptr() as usize;
            readings.push(assemble::scheme::Reading {
                candidate: c,
                paragraph: n,
                at: a,
                verdict: Verdict::NotALabel,
                evidence: vec![],
            });
        }
    }
    let title = &text[blocks.first().map_or(0..0, |b| b.span.start..b.span.end)];
    let known = assemble::evidence::Known {
        conversation: [
            "Conversation",
            "onversation",
            "Minutes",
            "Notes",
            "Discussion",
            "MINUTES",
            "NOTES",
            "CONVERSATION",
            "DISCUSSION",
            "Meeting",
            "MEETING",
        ]
        .iter()
        .any(|w| title.contains(w)),
        ..Default::default()
    };
    assemble::scheme::decide(&mut readings, &known);
    let mut turns = vec![];
    let label_readings: Vec<_> = readings
        .into_iter()
        .map(|r| LabelReading {
            span: Span::new(r.at, r.at + r.candidate.label.len()),
            separator: r.candidate.separator,
            verdict: r.verdict,
            evidence: r.evidence,
        })
        .collect();
    for r in &label_readings {
        if r.verdict == Verdict::Label {
            turns.push(Turn {
                label: Some(Written { text: r.span.of(text).to_owned(), span: r.span }),
                span: r.span,
                ..Turn::default()
            });
        }
    }
    let memorandum =
        Memorandum { text: text.to_owned(), turns, label_readings, ..Memorandum::default() };
    Parsed { memorandum, diagnostics: Vec::new() }
}
