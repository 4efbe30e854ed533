//! What markup says of a stretch of the reading text.

use serde::Deserialize;

use crate::source::EncodedDate;
use crate::span::Span;

/// A stretch of the reading text and what the markup says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Where it stands in the reading text; empty for what prints nothing.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: MarkKind,
}

/// What markup says that a stretch is.
///
/// Ids and references are as the file writes them, without a leading `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// Set in italics.
    Italic,
    /// Set in bold.
    Bold,
    /// Set in small capitals.
    SmallCaps,
    /// Underlined.
    Underlined,
    /// A person's name.
    Person { reference: Option<String> },
    /// A place's name.
    Place,
    /// A date, normalised by the encoders.
    Date(EncodedDate),
    /// The words that say who speaks, and whom the encoders take it to be.
    Speaker { who: Option<String> },
    /// A turn or a part of one: its id, who speaks, and whether it is told in prose.
    Turn { id: Option<String>, who: Option<String>, told: bool },
    /// A paragraph of a labelled turn.
    Paragraph,
    /// A heading: the document's own, or one within it.
    Heading,
    /// The dateline.
    Dateline,
    /// A list, its head included.
    List(ListKind),
    /// The head of a list.
    ListHead,
    /// One item of a list.
    Item,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// What happened, not what was said.
    Stage,
    /// A footnote's number in the text.
    Callout,
    /// A footnote, its number included; whether it is the one that tells the source.
    Footnote { source: bool },
    /// The beginning of a page.
    PageBreak,
    /// Something left out or withheld, told in an editor's words.
    Gap,
    /// A document attached to this one, its heading included.
    Attachment,
    /// A passage set apart as quoted.
    Quotation,
    /// Who signed.
    Signature,
    /// What the page's catalogue says of the document, on lines of its own.
    Fact(Fact),
    /// The name of a field of the catalogue.
    FieldName,
    /// What the page adds.
    Furniture,
}

/// A fact of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fact {
    Title,
    Date,
    Place,
    Abstract,
    /// A sentence that cites the source: archive, papers, shelfmark, translator.
    Source,
    Repository,
    Collection,
    OriginalArchive,
    Translator,
    Rights,
    Uploaded,
    RecordId,
    Classification,
    /// What a field says that tells none of these.
    Field,
}

impl MarkKind {
    /// Gives the id by which the markup names a person or a speaker.
    pub(crate) fn reference(&self) -> Option<&str> {
        match self {
            MarkKind::Person { reference } | MarkKind::Speaker { who: reference } => {
                reference.as_deref()
            }
            MarkKind::Italic
            | MarkKind::Bold
            | MarkKind::SmallCaps
            | MarkKind::Underlined
            | MarkKind::Place
            | MarkKind::Date(_)
            | MarkKind::Turn { .. }
            | MarkKind::Paragraph
            | MarkKind::Heading
            | MarkKind::Dateline
            | MarkKind::List(_)
            | MarkKind::ListHead
            | MarkKind::Item
            | MarkKind::Table
            | MarkKind::Row
            | MarkKind::Cell
            | MarkKind::Stage
            | MarkKind::Callout
            | MarkKind::Footnote { .. }
            | MarkKind::PageBreak
            | MarkKind::Gap
            | MarkKind::Attachment
            | MarkKind::Quotation
            | MarkKind::Signature
            | MarkKind::Fact(_)
            | MarkKind::FieldName
            | MarkKind::Furniture => None,
        }
    }
}

/// What a list is a list of, as the markup says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ListKind {
    /// Who took part.
    Participants,
    /// What it was about.
    Subject,
    /// From or to whom the document went.
    Address,
    /// Anything else.
    Other,
}
