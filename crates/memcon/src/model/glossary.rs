//! Abbreviations that a document explains.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{Span, map_spans, no_spans};

/// Who explains an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum GlossSource {
    /// An editor's or translator's square bracket.
    Bracket,
    /// A parenthesis of the text itself.
    Parenthesis,
    /// A glossary that memcon ships; the text explains nothing.
    Shipped,
}

/// An abbreviation and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Gloss {
    /// The abbreviation as written: `PDPA`.
    pub abbreviation: String,
    /// The expansion as written, right or wrong.
    pub expansion: String,
    /// Who explains it.
    pub by: GlossSource,
    /// Abbreviation and expansion, in the text; where the text does not explain it, the abbreviation
    /// where it stands first.
    pub span: Span,
}

no_spans!(GlossSource);
map_spans!(Gloss { abbreviation, expansion, by, span });
