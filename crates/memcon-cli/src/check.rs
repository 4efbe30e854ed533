//! `memcon check`: what is doubtful, and where.

use std::io;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};
use memcon::{
    Diagnostic, DiagnosticKind, LabelReading, LineIndex, Parsed, Severity, Span, Verdict,
};

use crate::args::Records;
use crate::input::each_record;
use crate::paint::{Ink, Paint};
use crate::session::{Session, Terminal};
use crate::wrap::harmless;
use crate::{DONE, DOUBTFUL};

/// What is asked of a check.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// Whether a warning changes the exit status.
    pub(crate) strict: bool,
    /// Whether to list the label candidates.
    pub(crate) verbose: bool,
}

pub(crate) fn run(records: &Records, asked: Asked, session: &mut Session<'_>) -> io::Result<u8> {
    let mut count = Count::default();
    let status = each_record(records, session, |name, parsed, session| {
        let page = Page::of(name, &parsed, session.terminal);
        for doubt in &parsed.diagnostics {
            count.add(doubt.kind.severity());
            writeln!(session.output, "{}\n", page.doubt(doubt))?;
        }
        count.records += 1;
        if asked.verbose {
            page.labels(&parsed.memorandum.label_readings, session)?;
        }
        Ok(())
    })?;
    writeln!(session.output, "{}", count.told())?;
    let doubtful = asked.strict && count.warnings > 0;
    Ok(if status == DONE && doubtful { DOUBTFUL } else { status })
}

#[derive(Debug, Default)]
struct Count {
    records: usize,
    warnings: usize,
    notes: usize,
}

impl Count {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Warning => self.warnings += 1,
            Severity::Note => self.notes += 1,
        }
    }

    fn told(&self) -> String {
        let number = |count: usize, noun: &str| match count {
            1 => format!("1 {noun}"),
            count => format!("{count} {noun}s"),
        };
        let records = number(self.records, "record");
        format!("{records}: {}, {}", number(self.warnings, "warning"), number(self.notes, "note"))
    }
}

/// One record on the page: how to name it and to find places in it.
#[derive(Debug)]
struct Page<'t> {
    name: String,
    text: &'t str,
    lines: LineIndex<'t>,
    renderer: Renderer,
    paint: Paint,
}

impl<'t> Page<'t> {
    fn of(name: &str, parsed: &'t Parsed, terminal: Terminal) -> Self {
        let text = parsed.memorandum.text.as_str();
        let renderer = if terminal.colour { Renderer::styled() } else { Renderer::plain() };
        Self {
            name: harmless(name),
            text,
            lines: LineIndex::new(text),
            renderer: renderer.term_width(terminal.width.max(40)),
            paint: Paint::of(terminal.colour),
        }
    }

    fn doubt(&self, doubt: &Diagnostic) -> String {
        let level = match doubt.kind.severity() {
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let title = level.primary_title(harmless(&doubt.kind.to_string())).id(doubt.kind.code());
        let here = |span| AnnotationKind::Primary.span(span);
        let there = |span| AnnotationKind::Context.span(span).label("the other stands here");
        let group = title.element(self.snippet(doubt.span, here));
        let group = match elsewhere(&doubt.kind) {
            Some(at) => group.element(self.snippet(at, there)),
            None => group,
        };
        self.renderer.render(&[group])
    }

    /// Gives the lines of a span, and nothing else of the text: a renderer reads all it is given.
    fn snippet<'a>(
        &'a self,
        span: Span,
        annotate: impl FnOnce(Range<usize>) -> Annotation<'a>,
    ) -> Snippet<'a, Annotation<'a>> {
        // A span may come from a file of JSON, and be any.
        let start = boundary(self.text, span.start);
        let end = boundary(self.text, span.end).max(start);
        let first = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let last = self.text[end..].find('\n').map_or(self.text.len(), |at| end + at);
        Snippet::source(&self.text[first..last])
            .path(&self.name)
            .line_start(self.lines.position(start).line)
            .annotation(annotate(start - first..end - first))
    }

    /// Lists every string that could have been a label.
    fn labels(&self, readings: &[LabelReading], session: &mut Session<'_>) -> io::Result<()> {
        for reading in readings {
            let at = self.lines.position(reading.span.start);
            let place = self.paint.dress(Ink::Aside, &format!("{}:{at}:", self.name));
            writeln!(session.output, "{place} {}", self.reading(reading))?;
        }
        if readings.is_empty() { Ok(()) } else { writeln!(session.output) }
    }

    fn reading(&self, reading: &LabelReading) -> String {
        let words = harmless(reading.span.of(self.text)).replace('\n', " ");
        let verdict = match reading.verdict {
            Verdict::Label => self.paint.dress(Ink::Yes, "label"),
            Verdict::NotALabel => self.paint.dress(Ink::No, "not a label"),
        };
        let evidence: Vec<&str> = reading.evidence.iter().map(|reason| reason.words()).collect();
        format!("{verdict} \"{words}\": {}", evidence.join("; "))
    }
}

/// Gives the second place that a doubt is about.
fn elsewhere(kind: &DiagnosticKind) -> Option<Span> {
    match kind {
        DiagnosticKind::DateConflict { at, .. } | DiagnosticKind::GlossaryConflict { at, .. } => {
            Some(*at)
        }
        _ => None,
    }
}

/// Gives the last place up to `byte` where a character begins, or the end.
fn boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}
