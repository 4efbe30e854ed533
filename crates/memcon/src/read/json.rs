//! The records of JSON that memcon wrote: one, an array of them, or one a line.

use std::collections::HashSet;
use std::vec;

use serde_json::Deserializer;

use crate::error::Error;
use crate::model::Parsed;

/// The records of a JSON text, read one after the other; after an error nothing more is given.
pub(crate) struct JsonRecords {
    text: String,
    /// Up to where the text was read.
    at: usize,
    /// Those of an array, which is read whole.
    held: vec::IntoIter<Parsed>,
    given: usize,
    ids: HashSet<String>,
}

impl JsonRecords {
    pub(super) fn new(text: String) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at, held: Vec::new().into_iter(), given: 0, ids: HashSet::new() }
    }

    fn parsed(&mut self) -> Option<Result<Parsed, serde_json::Error>> {
        if let Some(parsed) = self.held.next() {
            return Some(Ok(parsed));
        }
        let rest = self.text[self.at..].trim_ascii_start();
        // A file without a record is not of the contract, but a line end is no record.
        if rest.is_empty() && self.given > 0 {
            return None;
        }
        let end = self.text.len();
        if rest.starts_with('[') && self.given == 0 {
            let all = serde_json::from_str::<Vec<Parsed>>(rest);
            self.at = end;
            return match all {
                Ok(all) => {
                    self.held = all.into_iter();
                    self.held.next().map(Ok)
                }
                Err(error) => Some(Err(error)),
            };
        }
        let mut records = Deserializer::from_str(rest).into_iter::<Parsed>();
        let next = records.next().unwrap_or_else(|| serde_json::from_str(rest));
        self.at = if next.is_ok() { end - rest.len() + records.byte_offset() } else { end };
        Some(next)
    }

    /// Gives the record's own id; where it has none or an earlier record has the same, its number
    /// in a file of several.
    fn id(&mut self, own: Option<&str>) -> Option<String> {
        let more = self.held.len() > 0 || !self.text[self.at..].trim_ascii_start().is_empty();
        match own {
            Some(own) if self.ids.insert(own.to_owned()) => Some(own.to_owned()),
            Some(_) | None => (self.given > 1 || more).then(|| format!("record-{}", self.given)),
        }
    }
}

impl Iterator for JsonRecords {
    type Item = Result<(Parsed, Option<String>), Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = self.parsed()?;
        self.given += 1;
        Some(match next {
            Ok(parsed) => {
                let id = self.id(parsed.memorandum.id.as_deref());
                Ok((parsed, id))
            }
            Err(error) if self.given == 1 => Err(Error::Json { source: error.into() }),
            Err(error) => {
                Err(Error::Json { source: format!("record {}: {error}", self.given).into() })
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::JsonStyle;

    fn read(text: &str) -> Vec<Result<Option<String>, String>> {
        let told = |error: Error| {
            std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default()
        };
        let records = JsonRecords::new(text.to_owned());
        records.map(|it| it.map(|(_, id)| id).map_err(told)).collect()
    }

    #[test]
    fn records_stand_alone_in_an_array_and_on_lines() {
        let mut parsed = crate::parse("ORLO: Good day.\n");
        let one = parsed.to_json(JsonStyle::Pretty);
        assert_eq!(read(&format!("\u{feff}{one}\n")), [Ok(None)]);
        parsed.memorandum.id = Some("d5".to_owned());
        let other = parsed.to_json(JsonStyle::Line);
        let expected: Vec<_> =
            ["record-1", "d5", "record-3"].map(|id| Ok(Some(id.to_owned()))).into();
        assert_eq!(read(&format!("[{one},{other},{other}]")), expected);
        assert_eq!(read(&format!("{one}\n{other}\r\n\n{other}\n")), expected);
    }

    #[test]
    fn what_is_no_record_is_told_with_its_number() {
        let one = crate::parse("ORLO: Good day.\n").to_json(JsonStyle::Line);
        for text in ["", "{}", "[{}]", "[", "nothing"] {
            assert!(matches!(&read(text)[..], [Err(_)]), "{text:?}");
        }
        assert_eq!(read("[]"), []);
        let told = read(&format!("{one}\n{{\"schema\": 1}}\n{one}\n"));
        assert_eq!(told.len(), 2);
        assert!(told[1].as_ref().is_err_and(|it| it.starts_with("record 2: ")), "{told:?}");
    }
}
