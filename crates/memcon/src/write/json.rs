//! The JSON contract as text.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::error::Error;
use crate::model::Parsed;
use crate::write::{Document, Export};

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum JsonStyle {
    /// On one line, without a line end.
    #[default]
    Line,
    /// Indented by two spaces, for people.
    Pretty,
    /// Indented by so many spaces.
    Indented(usize),
}

impl Parsed {
    /// Writes the record as JSON of the contract `memcon/1`; spans count code points. No control
    /// character stands in it but line ends between values.
    ///
    /// ```
    /// use memcon::{JsonStyle, Parsed};
    ///
    /// let parsed = memcon::parse("ORLOV: Good day.\n");
    /// let json = parsed.to_json(JsonStyle::Line);
    /// assert!(json.starts_with(r#"{"schema":"memcon/1","offsets":"code points""#));
    /// assert_eq!(Parsed::from_json(&json)?, parsed);
    /// # Ok::<(), memcon::Error>(())
    /// ```
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "every key of the contract is a string, so nothing can go wrong"
    )]
    pub fn to_json(&self, style: JsonStyle) -> String {
        let json = match style {
            JsonStyle::Line => serde_json::to_string(self),
            JsonStyle::Pretty => serde_json::to_string_pretty(self),
            JsonStyle::Indented(width) => {
                let indent = " ".repeat(width);
                let formatter = PrettyFormatter::with_indent(indent.as_bytes());
                let mut bytes = Vec::new();
                self.serialize(&mut Serializer::with_formatter(&mut bytes, formatter))
                    .map(|()| String::from_utf8_lossy(&bytes).into_owned())
            }
        };
        inert(json.expect("a record is always JSON"))
    }

    /// Reads a record from JSON of the contract `memcon/1`.
    ///
    /// # Errors
    ///
    /// [`Error::Json`], when the text is not JSON or not of the contract.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|source| Error::Json { source: source.into() })
    }
}

/// Gives records as JSON Lines of the contract `memcon/1`, a record a line. Nothing is lost.
///
/// ```
/// use memcon::write::{Document, jsonl};
///
/// let parsed = memcon::parse("ORLOV: Good day.\n");
/// let lines = jsonl(&[Document::new(&parsed), Document::new(&parsed)]);
/// assert_eq!((lines.text.lines().count(), lines.losses.len()), (2, 0));
/// ```
pub fn jsonl(records: &[Document<'_>]) -> Export {
    let line = |record: &Document<'_>| record.parsed().to_json(JsonStyle::Line) + "\n";
    Export { text: records.iter().map(line).collect(), losses: Vec::new() }
}

/// Gives JSON in which no character moves a cursor or ends a line: JSON itself asks it of the
/// first 32 only, and some readers end a line at U+0085 and U+2028.
pub(super) fn inert(json: String) -> String {
    let acts = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}');
    if !json.contains(acts) {
        return json;
    }
    let letter = |c: char| -> Cow<'_, str> {
        if acts(c) { format!("\\u{:04x}", u32::from(c)).into() } else { c.to_string().into() }
    };
    json.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    fn cause(json: &str) -> String {
        let error = Parsed::from_json(json).unwrap_err();
        assert_eq!(error.to_string(), "not JSON of the contract \"memcon/1\"");
        error.source().map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn what_is_not_the_contract_is_refused_with_its_cause() {
        assert_eq!(cause(""), "EOF while parsing a value at line 1 column 0");
        assert!(cause("{}").starts_with("missing field `schema`"));
        let other = Parsed::default().to_json(JsonStyle::Line).replace("memcon/1", "memcon/7");
        assert!(cause(&other).starts_with("found schema \"memcon/7\""));
    }

    #[test]
    fn what_moves_a_cursor_is_escaped_and_comes_back() {
        let parsed = crate::parse("ORLOV: Good\u{9b}2J\u{85}\u{2028}day.\n");
        for style in [JsonStyle::Line, JsonStyle::Pretty, JsonStyle::Indented(3)] {
            let json = parsed.to_json(style);
            assert!(!json.contains(|c: char| c.is_control() && c != '\n'), "{json}");
            assert!(json.contains("Good\\u009b2J\\u0085\\u2028day."), "{json}");
            assert_eq!(Parsed::from_json(&json).unwrap(), parsed);
        }
    }
}
