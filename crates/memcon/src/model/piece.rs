//! The partition of the text: nothing is lost.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::span::{Span, map_spans, no_spans};

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PieceKind {
    /// Blank lines, indentation and other white space between pieces.
    Space,
    /// What the web page adds: menus, buttons, field labels.
    Furniture,
    /// The archive's catalogue entry above the document.
    Catalogue,
    /// A title.
    Title,
    /// A dateline.
    Dateline,
    /// Classification, handling, distribution, registry numbers.
    Marking,
    /// The name of a form field or list: `PARTICIPANTS`.
    FieldName,
    /// The subject.
    Subject,
    /// A list of participants, or a sentence that names some.
    Participants,
    /// A heading inside the body.
    Heading,
    /// A speaker's label with its separator.
    Label,
    /// The words of a labelled turn.
    Speech,
    /// The words of a turn told in prose.
    Reported,
    /// Prose of the body that nobody speaks.
    Narration,
    /// An editor's, translator's or typist's mark.
    Note,
    /// A footnote.
    Footnote,
    /// The end of a record: closing sentences, signature.
    Closing,
    /// The archive's summary.
    Abstract,
    /// Where the record comes from.
    Provenance,
    /// What may be done with it.
    Rights,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Where it stands.
    pub span: Span,
}

no_spans!(PieceKind);
map_spans!(Piece { kind, span });
