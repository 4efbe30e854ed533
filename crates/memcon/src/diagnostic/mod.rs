//! Doubts: what was read, but might be read otherwise.

mod kind;

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::kind::DiagnosticKind;
use crate::span::{MapSpans, Span, no_spans};

/// How grave a doubt is. There is no error: a memorandum was made.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing is likely to be wrong.
    Note,
    /// Something may be read wrongly.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
        })
    }
}

/// A doubt about one place in the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(from = "Told", into = "Told")]
pub struct Diagnostic {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: DiagnosticKind,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}] {}", self.kind.severity(), self.kind.code(), self.kind)
    }
}

/// A diagnostic as JSON tells it: the kind's code and particulars, severity, sentence, place.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Diagnostic")]
struct Told {
    #[serde(flatten)]
    kind: DiagnosticKind,
    severity: Severity,
    message: String,
    span: Span,
}

impl From<Diagnostic> for Told {
    fn from(Diagnostic { span, kind }: Diagnostic) -> Self {
        Told { severity: kind.severity(), message: kind.to_string(), kind, span }
    }
}

impl From<Told> for Diagnostic {
    fn from(told: Told) -> Self {
        Diagnostic { span: told.span, kind: told.kind }
    }
}

/// The warnings that kept [`crate::Parsed::strict`] from giving a memorandum.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} warning(s), the first: {}", .warnings.len(), .warnings.first().map(ToString::to_string).unwrap_or_default())]
pub struct Doubts {
    /// The warnings, in order of the text.
    pub warnings: Vec<Diagnostic>,
}

impl MapSpans for Diagnostic {
    fn map_spans(&mut self, to: &dyn Fn(Span) -> Span) {
        self.span = to(self.span);
        self.kind.map_spans(to);
    }
}

no_spans!(Severity);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_code_is_the_stable_code() {
        let kind = DiagnosticKind::UnlistedSpeaker { name: "Orlov".to_owned() };
        let json = serde_json::to_value(Diagnostic { span: Span::new(1, 2), kind: kind.clone() });
        let json = json.unwrap();
        assert_eq!(json["code"], kind.code());
        assert_eq!(json["message"], "\"Orlov\" speaks but is not among the participants");
        assert_eq!(serde_json::from_value::<Diagnostic>(json).unwrap().kind, kind);
    }
}
