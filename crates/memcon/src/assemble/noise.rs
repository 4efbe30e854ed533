//! Doubts about what scanners, typists and wrong encodings left: reported, never repaired.

use crate::assemble::paragraph::{Body, PageFurniture};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::noise::{Noise, noise};
use crate::span::Span;

/// Reports the noise of a document.
pub(crate) fn report(text: &str, within: Span, body: &Body, doubts: &mut Vec<Diagnostic>) {
    for (found, span) in noise(text, within) {
        let written = || span.of(text).split_whitespace();
        let kind = match found {
            Noise::Doubled => DiagnosticKind::DoubledWord { word: written().take(1).collect() },
            Noise::Spaced => DiagnosticKind::SpacedLetters { word: written().collect() },
            Noise::Mojibake => DiagnosticKind::Mojibake { written: span.of(text).to_owned() },
            Noise::LookAlike => DiagnosticKind::LookAlikeLetters { word: span.of(text).to_owned() },
        };
        doubts.push(Diagnostic { span, kind });
    }
    for parts in body.paragraphs.iter().flat_map(|paragraph| paragraph.parts.windows(2)) {
        let first = body.furniture.partition_point(|(_, span)| span.start < parts[0].end);
        let between = body.furniture[first..].iter();
        for (kind, span) in between.take_while(|(_, span)| span.end <= parts[1].start) {
            if *kind == PageFurniture::RunningHead {
                doubts.push(Diagnostic { span: *span, kind: DiagnosticKind::RunningHead });
            }
        }
    }
}
