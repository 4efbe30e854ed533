//! What was withheld, and how much.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::span::no_spans;

/// What a mark says was withheld.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Withheld {
    /// Words of the text: `[1½ lines not declassified]`, `[text not declassified]`.
    Text,
    /// A person's name or several: `[5 names not declassified]`.
    Name,
    /// A sum of money or a number: `[dollar amount not declassified]`.
    Amount,
    /// Initials.
    Initials,
    /// A codeword or cryptonym.
    Codeword,
    /// A title or position.
    Title,
    /// A place or country.
    Place,
    /// A date or time.
    Date,
    /// An agency, office or organization.
    Organization,
    /// Something that the mark names otherwise, or does not name.
    Other,
}

impl Withheld {
    /// Gives what was withheld in one word.
    pub fn words(self) -> &'static str {
        match self {
            Withheld::Text => "text",
            Withheld::Name => "name",
            Withheld::Amount => "amount",
            Withheld::Initials => "initials",
            Withheld::Codeword => "codeword",
            Withheld::Title => "title",
            Withheld::Place => "place",
            Withheld::Date => "date",
            Withheld::Organization => "organization",
            Withheld::Other => "other",
        }
    }
}

/// In what a measure counts.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unit {
    /// Lines of the source text.
    Line,
    /// Paragraphs.
    Paragraph,
    /// Pages.
    Page,
    /// Sentences.
    Sentence,
    /// Words.
    Word,
    /// Letters or digits.
    Character,
    /// Names.
    Name,
    /// Whatever else was counted.
    Item,
}

impl Unit {
    /// Gives the word for one.
    pub fn words(self) -> &'static str {
        match self {
            Unit::Line => "line",
            Unit::Paragraph => "paragraph",
            Unit::Page => "page",
            Unit::Sentence => "sentence",
            Unit::Word => "word",
            Unit::Character => "character",
            Unit::Name => "name",
            Unit::Item => "item",
        }
    }
}

/// How near a measure is.
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
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// As much as it says.
    #[default]
    Exact,
    /// `less than 1 line`.
    LessThan,
    /// `more than 2 pages`.
    MoreThan,
    /// `about 3 lines`.
    About,
}

/// A number in steps of a hundredth: `1½` is 1.5.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(from = "f64", into = "f64")]
pub struct Quantity {
    hundredths: u32,
}

impl Quantity {
    pub(crate) fn from_hundredths(hundredths: u32) -> Self {
        Self { hundredths }
    }

    /// Gives the number.
    pub fn value(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }

    /// Gives the sum of two numbers.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { hundredths: self.hundredths.saturating_add(other.hundredths) }
    }
}

impl From<Quantity> for f64 {
    fn from(quantity: Quantity) -> f64 {
        quantity.value()
    }
}

impl From<f64> for Quantity {
    /// Gives the nearest hundredth; what is no number or below zero is zero.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Clamped before.
    fn from(value: f64) -> Self {
        let hundredths = (value * 100.0).round().clamp(0.0, f64::from(u32::MAX));
        Self { hundredths: hundredths as u32 }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value())
    }
}

impl JsonSchema for Quantity {
    fn schema_name() -> Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({
            "description": "A number in steps of a hundredth: `1½` is 1.5.",
            "type": "number",
            "minimum": 0
        })
    }
}

/// How much was withheld: `less than 1 line` is fewer than 1 of unit line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Measure {
    /// The number.
    pub number: Quantity,
    /// In what it counts.
    pub unit: Unit,
    /// How near it is.
    pub bound: Bound,
}

impl Measure {
    pub(crate) fn new(number: Quantity, unit: Unit, bound: Bound) -> Self {
        Self { number, unit, bound }
    }
}

impl fmt::Display for Measure {
    /// Gives it as normalised: `1.5 lines`, `less than 1 line`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.bound {
            Bound::Exact => "",
            Bound::LessThan => "less than ",
            Bound::MoreThan => "more than ",
            Bound::About => "about ",
        })?;
        let several = if self.number.hundredths > 100 { "s" } else { "" };
        write!(f, "{} {}{several}", self.number, self.unit.words())
    }
}

/// What a mark of withholding tells; its words are the note's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Excision {
    /// What was withheld.
    pub withheld: Withheld,
    /// How much, in each unit that the mark counts in: `4 paragraphs (16 lines)` has two.
    pub measures: Vec<Measure>,
    /// The exemption that is given for it: `25X1A`, `(b)(1)`.
    pub exemption: Option<String>,
}

impl Excision {
    pub(crate) fn new(withheld: Withheld, measures: Vec<Measure>) -> Self {
        Self { withheld, measures, exemption: None }
    }
}

no_spans!(Withheld, Unit, Bound, Quantity, Measure, Excision);
