//! Lines and columns of places in a text.

use std::fmt;

/// Where the lines of a text begin, to tell people a place.
///
/// ```
/// let lines = memcon::LineIndex::new("Villa Adra\n\nORLOV. Good day.\n");
/// assert_eq!(lines.position(19).to_string(), "3:8");
/// ```
#[derive(Debug)]
pub struct LineIndex<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

/// A place as a person counts it: lines, and code points in the line, both from 1.
///
/// `Display` writes `line:column`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The code point in the line.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl<'t> LineIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// Gives the position of a byte; a byte past the end counts as the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte);
        let before = &self.text.as_bytes()[self.starts[line - 1]..byte];
        let column = before.iter().filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one() {
        let lines = LineIndex::new("Ёлка\r\n\nend");
        for (byte, expected) in
            [(0, "1:1"), (2, "1:2"), (8, "1:5"), (10, "2:1"), (11, "3:1"), (14, "3:4"), (99, "3:4")]
        {
            assert_eq!(lines.position(byte).to_string(), expected, "byte {byte}");
        }
        assert_eq!(LineIndex::new("").position(0).to_string(), "1:1");
    }
}
