//! The way back from the reading text to the bytes of the file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{MapSpans, Span};

/// A stretch of the reading text and the bytes of the file that it was read from.
///
/// Where both are of equal length, byte stands for byte. Where they are not (a character
/// reference, white space made one space), the whole stands for the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Run {
    /// The stretch of the reading text.
    pub(crate) text: Span,
    /// The bytes of the file.
    pub(crate) file: Span,
}

/// The way back from the reading text to the bytes of the file.
///
/// The text of a file of plain UTF-8 is the file itself. Markup, references and other encodings
/// make runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct Origin {
    /// In order of the text; none where the text is the file.
    runs: Option<Vec<Run>>,
}

impl Origin {
    /// Gives the origin that the runs make; they are in order of the text and do not overlap.
    pub(crate) fn of_runs(runs: Vec<Run>) -> Self {
        Self { runs: Some(runs) }
    }

    /// Gives the bytes of the file that a span of the text was read from.
    ///
    /// None, when nothing in the span was read from the file: a line end that the reader put
    /// between two paragraphs. Where the reading text has words in another order than the file
    /// (footnotes at the end), everything between the first and the last byte is meant.
    pub(crate) fn file_span(&self, span: Span) -> Option<Span> {
        let Some(runs) = &self.runs else { return Some(span) };
        let first = runs.partition_point(|run| run.text.end <= span.start);
        let mut found: Option<Span> = None;
        for run in runs[first..].iter().take_while(|run| run.text.start < span.end) {
            let part = part(*run, span);
            let whole = found.get_or_insert(part);
            *whole = Span::new(whole.start.min(part.start), whole.end.max(part.end));
        }
        found
    }
}

impl MapSpans for Origin {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        for run in self.runs.iter_mut().flatten() {
            run.text = to(run.text);
        }
    }
}

/// The bytes of the file for the part of a run that lies in a span.
fn part(run: Run, span: Span) -> Span {
    if run.text.len() != run.file.len() {
        return run.file;
    }
    let from = span.start.max(run.text.start) - run.text.start;
    let to = span.end.min(run.text.end) - run.text.start;
    Span::new(run.file.start + from, run.file.start + to)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: [usize; 2], file: [usize; 2]) -> Run {
        Run { text: text.into(), file: file.into() }
    }

    #[test]
    fn a_text_that_is_its_file_leads_to_itself() {
        assert_eq!(Origin::default().file_span(Span::new(3, 9)), Some(Span::new(3, 9)));
    }

    #[test]
    fn references_stand_whole_and_what_was_put_in_nowhere() {
        // <p>a&amp;bc</p> as "a&bc\n", then a note from before it
        let runs = vec![
            run([0, 1], [13, 14]),
            run([1, 2], [14, 19]),
            run([2, 4], [19, 21]),
            run([5, 7], [5, 7]),
        ];
        let origin = Origin::of_runs(runs);
        let check = |from, to, expected: Option<[usize; 2]>| {
            assert_eq!(origin.file_span(Span::new(from, to)), expected.map(Span::from));
        };
        check(0, 1, Some([13, 14]));
        check(1, 2, Some([14, 19]));
        check(0, 3, Some([13, 20]));
        check(3, 4, Some([20, 21]));
        check(4, 5, None);
        check(3, 6, Some([5, 21]));
    }
}
