//! Places in a text: half-open ranges, and the bridge between bytes and code points.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A half-open range of a text, `start..end`.
///
/// In Rust it counts bytes of the reading text. In JSON and in Python it counts code points
/// ([`crate::Parsed`] converts on the way out and in). It serialises as `[start, end]`.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// Gives the span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Gives the length, in the unit of the span.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Tells whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Tells whether `other` lies wholly inside this span.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two spans share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Tells whether the two spans share bytes and neither holds the other.
    ///
    /// ```
    /// use memcon::Span;
    /// assert!(Span::new(0, 4).crosses(Span::new(3, 9)));
    /// assert!(!Span::new(0, 9).crosses(Span::new(3, 9)));
    /// ```
    pub const fn crosses(self, other: Span) -> bool {
        self.overlaps(other) && !self.contains(other) && !other.contains(self)
    }

    /// Gives the words of `text` that the span covers, or `""` if it does not fit the text.
    ///
    /// ```
    /// assert_eq!(memcon::Span::new(3, 6).of("Cde. A. A."), ". A");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

impl From<[usize; 2]> for Span {
    fn from([start, end]: [usize; 2]) -> Self {
        Self { start, end }
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

/// How many bytes one step of a [`CharIndex`] covers.
const STEP: usize = 256;

/// Converts between byte offsets and code points of one text, in constant time each.
#[derive(Debug)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// Code points before byte `i * STEP`; empty when the text is ASCII.
    before: Cow<'t, [usize]>,
}

/// What a [`CharIndex`] counted, to be kept beside the text by whoever owns it.
#[derive(Clone, Debug, Default)]
pub struct CharSteps(Vec<usize>);

impl<'t> CharIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                before.push(count);
                count += count_starts(chunk);
            }
            before.push(count);
        }
        Self { text, before: Cow::Owned(before) }
    }

    /// Takes up what was counted before, without reading the text again.
    ///
    /// Steps that cannot be those of `text` are counted anew.
    ///
    /// ```
    /// use memcon::CharIndex;
    ///
    /// let text = "Ёлка";
    /// let steps = CharIndex::new(text).into_steps();
    /// assert_eq!(CharIndex::with_steps(text, &steps).char_of(2), 1);
    /// ```
    pub fn with_steps(text: &'t str, steps: &'t CharSteps) -> Self {
        let CharSteps(before) = steps;
        if before.is_empty() || before.len() == text.len().div_ceil(STEP) + 1 {
            return Self { text, before: Cow::Borrowed(before) };
        }
        Self::new(text)
    }

    /// Gives what was counted, for [`CharIndex::with_steps`].
    pub fn into_steps(self) -> CharSteps {
        CharSteps(self.before.into_owned())
    }

    /// Gives the code points before a byte offset; offsets past the end count as the end.
    pub fn char_of(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.before.is_empty() {
            return byte;
        }
        let step = byte / STEP;
        self.before[step] + count_starts(&self.text.as_bytes()[step * STEP..byte])
    }

    /// Gives the byte offset of a code point; counts past the end give the end.
    pub fn byte_of(&self, char: usize) -> usize {
        if self.before.is_empty() {
            return char.min(self.text.len());
        }
        let step = self.before.partition_point(|&count| count <= char).saturating_sub(1);
        let mut left = char - self.before[step];
        let start = step * STEP;
        for (i, byte) in self.text.as_bytes()[start.min(self.text.len())..].iter().enumerate() {
            if is_char_start(*byte) {
                if left == 0 {
                    return start + i;
                }
                left -= 1;
            }
        }
        self.text.len()
    }

    /// Gives a byte span in code points.
    pub fn chars(&self, span: Span) -> Span {
        Span::new(self.char_of(span.start), self.char_of(span.end))
    }

    /// Gives a code point span in bytes.
    pub fn bytes(&self, span: Span) -> Span {
        Span::new(self.byte_of(span.start), self.byte_of(span.end))
    }
}

fn is_char_start(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

fn count_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_char_start(**byte)).count()
}

/// Rewrites every span inside a value, as when bytes become code points.
pub(crate) trait MapSpans {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span);
}

impl MapSpans for Span {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        *self = to(*self);
    }
}

impl<T: MapSpans> MapSpans for Option<T> {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        if let Some(value) = self {
            value.map_spans(to);
        }
    }
}

impl<T: MapSpans> MapSpans for Vec<T> {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        for value in self {
            value.map_spans(to);
        }
    }
}

/// Says that a type holds no span.
macro_rules! no_spans {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::span::MapSpans for $type {
            fn map_spans(&mut self, _: &dyn Fn($crate::Span) -> $crate::Span) {}
        }
    )*};
}

/// Visits every field of a struct; naming all of them is checked by the compiler.
macro_rules! map_spans {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::span::MapSpans for $type {
            fn map_spans(&mut self, to: &dyn Fn($crate::Span) -> $crate::Span) {
                let Self { $($field),* } = self;
                $($crate::span::MapSpans::map_spans($field, to);)*
            }
        }
    };
}

no_spans!(String, bool, u8, u16, u32, usize, f32);

pub(crate) use {map_spans, no_spans};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_code_points_meet() {
        let text = "Ёлка — ".repeat(200) + "end";
        let index = CharIndex::new(&text);
        let mut checked = 0;
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.char_of(byte), chars);
            assert_eq!(index.byte_of(chars), byte);
            checked += 1;
        }
        assert!(checked > 1000);
        assert_eq!(index.byte_of(checked), text.len());
        assert_eq!(index.byte_of(checked + 9), text.len());
    }

    #[test]
    fn a_span_that_does_not_fit_gives_nothing() {
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(3, 9).of("abc"), "");
    }
}
