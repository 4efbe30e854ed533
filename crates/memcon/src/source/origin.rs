//! The way back from the reading text to the bytes of the file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer, de};

use crate::source::Charset;
use crate::span::{MapSpans, Span};

/// A stretch of the reading text and the bytes of the file that it was read from.
///
/// Where the words take as many bytes in the encoding of the file, character stands for
/// character. Where they do not (a character reference, white space made one space), the whole
/// stands for the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Run {
    /// The stretch of the reading text.
    pub(crate) text: Span,
    /// The bytes of the file.
    pub(crate) file: Span,
}

/// The way back from the reading text to the bytes of a file that is not the text itself: for
/// its markup, or for its encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Origin {
    /// The encoding of the file.
    #[serde(serialize_with = "written", deserialize_with = "known")]
    #[schemars(with = "String")]
    pub(crate) encoding: Charset,
    /// In order of the text; they do not overlap.
    pub(crate) runs: Vec<Run>,
}

/// No run that is not in UTF-8 is longer, in bytes of the text: within a run one has to count.
pub(crate) const STRIDE: usize = 512;

impl Origin {
    /// Gives the bytes of the file that a span of the text was read from.
    ///
    /// None, when nothing in the span was read from the file: a line end that the reader put
    /// between two paragraphs. Where the reading text has words in another order than the file
    /// (footnotes at the end), everything between the first and the last byte is meant.
    pub(crate) fn file_span(&self, text: &str, span: Span) -> Option<Span> {
        let first = self.runs.partition_point(|run| run.text.end <= span.start);
        let mut found: Option<Span> = None;
        for run in self.runs[first..].iter().take_while(|run| run.text.start < span.end) {
            let part = self.part(text, *run, span);
            let whole = found.get_or_insert(part);
            *whole = Span::new(whole.start.min(part.start), whole.end.max(part.end));
        }
        found
    }

    /// The bytes of the file for the part of a run that lies in a span.
    fn part(&self, text: &str, run: Run, span: Span) -> Span {
        let (from, to) = (span.start.max(run.text.start), span.end.min(run.text.end));
        let length = |from, to| self.encoding.length(Span::new(from, to).of(text));
        if Span::new(from, to) == run.text || length(run.text.start, run.text.end) != run.file.len()
        {
            return run.file;
        }
        let start = run.file.start + length(run.text.start, from);
        Span::new(start, start + length(from, to))
    }
}

impl MapSpans for Origin {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        for run in &mut self.runs {
            run.text = to(run.text);
        }
    }
}

fn written<S: Serializer>(encoding: &Charset, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(encoding)
}

fn known<'de, D: de::Deserializer<'de>>(deserializer: D) -> Result<Charset, D::Error> {
    let name = String::deserialize(deserializer)?;
    Charset::named(&name)
        .ok_or_else(|| de::Error::custom(format!("{name:?} is no encoding that is known")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: [usize; 2], file: [usize; 2]) -> Run {
        Run { text: text.into(), file: file.into() }
    }

    #[test]
    fn references_stand_whole_and_what_was_put_in_nowhere() {
        // <p>a&amp;bc</p> as "a&bc\nno", the note from before it
        let runs = vec![
            run([0, 1], [13, 14]),
            run([1, 2], [14, 19]),
            run([2, 4], [19, 21]),
            run([5, 7], [5, 7]),
        ];
        let origin = Origin { runs, ..Origin::default() };
        let check = |from, to, expected: Option<[usize; 2]>| {
            let found = origin.file_span("a&bc\nno", Span::new(from, to));
            assert_eq!(found, expected.map(Span::from));
        };
        check(0, 1, Some([13, 14]));
        check(1, 2, Some([14, 19]));
        check(0, 3, Some([13, 20]));
        check(3, 4, Some([20, 21]));
        check(4, 5, None);
        check(3, 6, Some([5, 21]));
    }

    #[test]
    fn bytes_are_counted_in_the_encoding_of_the_file() {
        let text = "Да, ORLO";
        let encoding = Charset::named("windows-1251").unwrap();
        let origin = Origin { encoding, runs: vec![run([0, text.len()], [0, 8])] };
        assert_eq!(origin.file_span(text, Span::new(0, 4)), Some(Span::new(0, 2)));
        assert_eq!(origin.file_span(text, Span::new(6, 10)), Some(Span::new(4, 8)));
    }
}
