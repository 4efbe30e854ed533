//! The lines of a reading text.

use memchr::memchr2_iter;

use crate::span::Span;

/// A line without its end: `\n`, `\r\n` or `\r`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// From the first to the last character that is not white space; empty on a blank line.
    pub(crate) span: Span,
    /// Columns of white space before it; a tab counts as eight.
    pub(crate) indent: usize,
}

impl Line {
    pub(crate) fn is_blank(&self) -> bool {
        self.span.is_empty()
    }
}

/// Splits a text into lines, in one pass.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / 64 + 1);
    let mut start = 0;
    for end in memchr2_iter(b'\n', b'\r', bytes) {
        if bytes[end] == b'\n' && end > 0 && bytes[end - 1] == b'\r' && start == end {
            start = end + 1;
            continue;
        }
        lines.push(line(text, start, end));
        start = end + 1;
    }
    if start < text.len() {
        lines.push(line(text, start, text.len()));
    }
    lines
}

fn line(text: &str, start: usize, end: usize) -> Line {
    let whole = &text[start..end];
    // Most lines begin and end with a letter or a stop.
    if let [first, .., last] = whole.as_bytes()
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return Line { span: Span::new(start, end), indent: 0 };
    }
    let kept = whole.trim_start_matches(is_margin);
    let indent = whole[..whole.len() - kept.len()].chars().map(columns).sum();
    let from = end - kept.len();
    let kept = kept.trim_end_matches(is_margin);
    Line { span: Span::new(from, from + kept.len()), indent }
}

/// How many columns white space before a line takes.
fn columns(c: char) -> usize {
    match c {
        '\t' => 8,
        // A form feed begins a page, and the line at its margin.
        '\u{c}' => 0,
        _ => 1,
    }
}

/// White space at the edge of a line, with the marks that print nothing.
fn is_margin(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, usize)]) {
        let found: Vec<_> =
            lines(text).iter().map(|line| (line.span.of(text), line.indent)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn every_line_end_counts_once() {
        check("", &[]);
        check("a", &[("a", 0)]);
        check("a\nb\r\nc\rd\n", &[("a", 0), ("b", 0), ("c", 0), ("d", 0)]);
        check("a\n\n  b \n", &[("a", 0), ("", 0), ("b", 2)]);
        check("a\r\n\r\nb", &[("a", 0), ("", 0), ("b", 0)]);
        check("\tRIVEL:\u{c}", &[("RIVEL:", 8)]);
        check("a\n\u{c}b\n\u{c}\n", &[("a", 0), ("b", 0), ("", 0)]);
        check("\u{feff}Paper", &[("Paper", 1)]);
    }
}
