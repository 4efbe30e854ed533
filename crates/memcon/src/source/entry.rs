//! What a file says of a document outside its text.

use std::sync::Arc;

/// What a file's own metadata say of a document: a TEI header, a page's `<meta>` elements.
///
/// Values are as written, white space squeezed; what is not told is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The id of the document within its file: `d5`.
    pub(crate) id: Option<String>,
    /// The number of the document in its edition.
    pub(crate) number: Option<String>,
    /// The catalogue's date.
    pub(crate) date: Option<EncodedDate>,
    /// The catalogue's place.
    pub(crate) place: Option<String>,
    /// The archive or library.
    pub(crate) archive: Option<String>,
    /// The papers, fonds or record group; of an edition, the volume.
    pub(crate) collection: Option<String>,
    /// Where the page or edition is published.
    pub(crate) url: Option<String>,
    /// The note on the source.
    pub(crate) source_note: Option<String>,
    /// The archive's summary.
    pub(crate) summary: Option<String>,
    /// The archive's id of the record.
    pub(crate) record_id: Option<String>,
    /// When the page was put up.
    pub(crate) uploaded: Option<String>,
    /// Who translated it.
    pub(crate) translator: Option<String>,
    /// What may be done with it.
    pub(crate) rights: Vec<String>,
    /// The people by the ids that the markup gives them, where memcon itself wrote the file.
    pub(crate) cast: Option<Arc<[(String, String)]>>,
}

/// A date as encoders normalised it: the values of `@when`, `@from`, `@to`, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct EncodedDate {
    /// The day, or the beginning.
    pub(crate) from: Option<String>,
    /// The end, where it is another.
    pub(crate) to: Option<String>,
}
