//! A source in the making: text put down piece by piece, marks opened and closed.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::source::{Charset, Entry, Mark, MarkKind, Origin, Run, Source};
use crate::span::Span;

/// A source in the making.
///
/// ```text
/// let heading = draft.open();
/// draft.written("A", 4);               // stands so at byte 4 of the file
/// draft.decoded("&", Span::new(5, 10)); // `&amp;` at bytes 5..10
/// draft.close(heading, MarkKind::Heading);
/// draft.supplied("\n");                // stands nowhere in the file
/// ```
#[derive(Debug, Default)]
pub(crate) struct Draft {
    text: String,
    marks: Vec<Mark>,
    runs: Vec<Run>,
    doubts: Vec<Diagnostic>,
}

/// No more doubts are told of one draft.
const MOST_DOUBTS: usize = 50;

/// Where a mark was opened.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opened(usize);

impl Draft {
    /// Puts down words that stand so in the file, from byte `at`.
    pub(crate) fn written(&mut self, words: &str, at: usize) {
        let text = Span::new(self.text.len(), self.text.len() + words.len());
        let file = Span::new(at, at + words.len());
        self.text.push_str(words);
        match self.runs.last_mut() {
            Some(last)
                if last.text.end == text.start
                    && last.file.end == file.start
                    && last.text.len() == last.file.len() =>
            {
                last.text.end = text.end;
                last.file.end = file.end;
            }
            _ if words.is_empty() => {}
            Some(_) | None => self.runs.push(Run { text, file }),
        }
    }

    /// Puts down words that bytes of the file stand for: a character reference, white space.
    pub(crate) fn decoded(&mut self, words: &str, file: Span) {
        if words.len() == file.len() {
            return self.written(words, file.start);
        }
        let text = Span::new(self.text.len(), self.text.len() + words.len());
        self.text.push_str(words);
        if !words.is_empty() {
            self.runs.push(Run { text, file });
        }
    }

    /// Puts down a reference that nobody explains, as it is written, and a doubt about it.
    pub(crate) fn unexplained(&mut self, written: &str, file: Span) {
        let span = Span::new(self.text.len(), self.text.len() + written.len());
        self.decoded(written, file);
        if self.doubts.len() < MOST_DOUBTS {
            let kind = DiagnosticKind::UnknownEntity { written: written.to_owned() };
            self.doubts.push(Diagnostic { span, kind });
        }
    }

    /// Puts down words that stand nowhere in the file.
    pub(crate) fn supplied(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Gives the text so far.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Opens a mark at the end of the text.
    pub(crate) fn open(&self) -> Opened {
        Opened(self.text.len())
    }

    /// Tells whether nothing was printed since a mark was opened.
    pub(crate) fn is_blank_since(&self, Opened(start): Opened) -> bool {
        self.text.get(start..).unwrap_or_default().trim_start().is_empty()
    }

    /// Closes a mark at the end of the text, white space at its edges left out.
    pub(crate) fn close(&mut self, Opened(start): Opened, kind: MarkKind) {
        let words = self.text.get(start..).unwrap_or_default();
        let kept = words.trim_start();
        let start = self.text.len() - kept.len();
        self.marks.push(Mark { span: Span::new(start, start + kept.trim_end().len()), kind });
    }

    /// Marks a stretch of the text.
    pub(crate) fn mark(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Puts another draft down at the end of this one.
    pub(crate) fn append(&mut self, other: Self) {
        let at = self.text.len();
        let moved = |span: Span| Span::new(span.start + at, span.end + at);
        self.text.push_str(&other.text);
        let marks = other.marks.into_iter();
        self.marks.extend(marks.map(|mark| Mark { span: moved(mark.span), ..mark }));
        let runs = other.runs.into_iter();
        self.runs.extend(runs.map(|run| Run { text: moved(run.text), ..run }));
        let doubts = other.doubts.into_iter();
        let doubts = doubts.map(|doubt| Diagnostic { span: moved(doubt.span), ..doubt });
        self.doubts.extend(doubts);
    }

    /// Gives the source, its marks in order.
    pub(crate) fn finish(mut self, entry: Entry) -> Source {
        self.marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        Source {
            text: self.text,
            marks: self.marks,
            origin: Some(Origin { encoding: Charset::Utf8, runs: self.runs }),
            entry,
            layout: None,
            diagnostics: self.doubts,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_marks_and_origin_go_together() {
        let mut draft = Draft::default();
        let heading = draft.open();
        draft.written("A ", 4);
        draft.written("B", 6);
        draft.decoded("&", Span::new(7, 12));
        draft.supplied("\n");
        draft.close(heading, MarkKind::Heading);
        let source = draft.finish(Entry::default());
        assert_eq!(source.text, "A B&\n");
        assert_eq!(source.marks, [Mark { span: Span::new(0, 4), kind: MarkKind::Heading }]);
        let file = |from, to| source.origin.as_ref()?.file_span(&source.text, Span::new(from, to));
        assert_eq!(file(0, 3), Some(Span::new(4, 7)));
        assert_eq!(file(3, 4), Some(Span::new(7, 12)));
        assert_eq!(file(4, 5), None);
    }
}
