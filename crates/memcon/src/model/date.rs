//! When and where the conversation took place.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{Span, map_spans, no_spans};

/// A moment as precise as it is written: a year, a month, a day, or a minute.
///
/// Written `1963`, `1963-10`, `1976-09-06` or `1976-09-06T08:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Moment {
    /// The year, common era.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// The hour, 0 to 23, and the minute, by the clock of the place.
    pub time: Option<(u8, u8)>,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        let Some(month) = self.month else { return Ok(()) };
        write!(f, "-{month:02}")?;
        let Some(day) = self.day else { return Ok(()) };
        write!(f, "-{day:02}")?;
        let Some((hour, minute)) = self.time else { return Ok(()) };
        write!(f, "T{hour:02}:{minute:02}")
    }
}

/// The string is not a [`Moment`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a moment; expected YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM")]
pub struct NotAMoment(String);

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(s: &str) -> Result<Self, NotAMoment> {
        let number = |from: usize, to: usize| s.get(from..to).and_then(|d| d.parse::<u8>().ok());
        let year = s.get(..4).and_then(|y| y.parse().ok());
        let moment = match (s.len(), year) {
            (4, Some(year)) => Self { year, month: None, day: None, time: None },
            (7, Some(year)) => Self { year, month: number(5, 7), day: None, time: None },
            (10, Some(year)) => Self { year, month: number(5, 7), day: number(8, 10), time: None },
            (16, Some(year)) => {
                let time = number(11, 13).zip(number(14, 16));
                Self { year, month: number(5, 7), day: number(8, 10), time }
            }
            _ => return Err(NotAMoment(s.to_owned())),
        };
        if moment.to_string() == s { Ok(moment) } else { Err(NotAMoment(s.to_owned())) }
    }
}

impl TryFrom<String> for Moment {
    type Error = NotAMoment;

    fn try_from(s: String) -> Result<Self, NotAMoment> {
        s.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> String {
        moment.to_string()
    }
}

impl JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A moment as precise as it is written.",
            "pattern": "^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2})?)?)?$"
        })
    }
}

/// When the conversation took place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct MeetingDate {
    /// When it began, as precise as it is written.
    pub start: Option<Moment>,
    /// When it ended, where that is written.
    pub end: Option<Moment>,
    /// The same as an EDTF string (ISO 8601-2): `1985-03-14`, `1963-10`, `1951-01-06/1951-01-07`.
    pub edtf: Option<String>,
    /// The words of the date.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// Which part of the document states a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DateCarrier {
    /// The archive's catalogue entry.
    Catalogue,
    /// The title.
    Title,
    /// The dateline.
    Dateline,
    /// A field: `DATE & TIME:`.
    Field,
    /// The markup, which normalises a printed date.
    Encoded,
    /// The note on the source: `The meeting lasted from 10 to 11 a.m.`
    SourceNote,
}

/// A date that the document states for the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct StatedDate {
    /// Which part of the document states it.
    pub carrier: DateCarrier,
    /// The date.
    pub date: MeetingDate,
}

/// Whether the dates that a document states agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DateAgreement {
    /// Fewer than two dates are stated.
    #[default]
    Single,
    /// All of them name the same days.
    Agree,
    /// At least two differ; a `date-conflict` diagnostic says which.
    Conflict,
}

/// Where the conversation took place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Place {
    /// The place as named, without brackets and stops: `Kremlin`, `New York`.
    pub name: String,
    /// Whether editors supplied it in brackets.
    pub supplied: bool,
    /// Where it stands.
    pub span: Span,
}

impl Place {
    pub(crate) fn new(name: String, supplied: bool, span: Span) -> Self {
        Self { name, supplied, span }
    }
}

no_spans!(Moment, DateCarrier, DateAgreement);
map_spans!(MeetingDate { start, end, edtf, text, span });
map_spans!(StatedDate { carrier, date });
map_spans!(Place { name, supplied, span });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_they_are_written() {
        for written in ["1963", "1963-10", "1976-09-06", "1976-09-06T08:30"] {
            assert_eq!(written.parse::<Moment>().unwrap().to_string(), written);
        }
        for wrong in ["", "63", "1963-1", "1963/10", "1976-09-06 08:30", "1976-09-06T8:30"] {
            assert!(wrong.parse::<Moment>().is_err(), "{wrong}");
        }
    }
}
