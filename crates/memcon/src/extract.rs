//! Formats that memcon does not read itself: somebody else takes their text out.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::format::Format;

/// A page of a document, as an extractor gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// By what the file calls the page: `79`, `iv`.
    pub number: String,
    /// What stands on it, a line a line; nothing where the page is an image.
    pub text: String,
}

/// What an extractor gives of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Extracted {
    /// Its pages, in order.
    Pages(Vec<Page>),
    /// The document as a page of HTML.
    Html(String),
}

type Cause = Box<dyn Error + Send + Sync>;
type Extract = dyn Fn(Format, &[u8]) -> Result<Extracted, Cause> + Send + Sync;

/// Takes the text out of files in formats that memcon does not read itself: PDF and DOCX.
///
/// The Python package has one; in Rust any library serves.
///
/// ```
/// use memcon::{Extracted, Extractor, Options, Page};
///
/// let typed = "ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.";
/// let extractor = Extractor::new(move |_format, _bytes| {
///     Ok(Extracted::Pages(vec![Page { number: "1".to_owned(), text: typed.to_owned() }]))
/// });
/// let options = Options::new().extractor(extractor);
/// let parsed = memcon::read_bytes("talk.pdf", b"%PDF-1.7".to_vec(), &options)?;
/// assert_eq!(parsed.memorandum.turns.len(), 4);
/// # Ok::<(), memcon::Error>(())
/// ```
#[derive(Clone)]
pub struct Extractor(Arc<Extract>);

impl Extractor {
    /// Makes an extractor of a function of a file's format and bytes; its error tells why the text
    /// cannot be had, in lower case and without a stop.
    pub fn new<F>(extract: F) -> Self
    where
        F: Fn(Format, &[u8]) -> Result<Extracted, Box<dyn Error + Send + Sync>>
            + Send
            + Sync
            + 'static,
    {
        Self(Arc::new(extract))
    }

    pub(crate) fn extract(&self, format: Format, bytes: &[u8]) -> Result<Extracted, Cause> {
        (self.0)(format, bytes)
    }
}

impl fmt::Debug for Extractor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Extractor")
    }
}

impl PartialEq for Extractor {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Extractor {}
