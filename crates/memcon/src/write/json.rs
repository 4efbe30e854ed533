//! The JSON contract as text.

use crate::error::Error;
use crate::model::Parsed;

/// How JSON is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum JsonStyle {
    /// On one line, without a line end.
    #[default]
    Line,
    /// Indented, for people.
    Pretty,
}

impl Parsed {
    /// Writes the record as JSON of the contract `memcon/1`; spans count code points.
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
        match style {
            JsonStyle::Line => serde_json::to_string(self),
            JsonStyle::Pretty => serde_json::to_string_pretty(self),
        }
        .expect("a record is always JSON")
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
}
