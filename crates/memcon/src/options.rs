//! What a caller may ask of the reading.

use std::sync::Arc;

use crate::extract::Extractor;
use crate::roster::Roster;

/// What a caller may ask of the reading; nothing, by default.
///
/// ```
/// let options = memcon::Options::new().layout("plain");
/// let parsed = memcon::parse_with("ORLOV: Good day.\n", &options)?;
/// assert_eq!(parsed.memorandum.text, "ORLOV: Good day.\n");
/// # Ok::<(), memcon::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    layout: Option<String>,
    roster: Option<Arc<Roster>>,
    encoding: Option<String>,
    id: Option<String>,
    extractor: Option<Extractor>,
}

impl Options {
    /// Gives options that ask for nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asks for a layout by name instead of having it recognised.
    #[must_use]
    pub fn layout(mut self, name: impl Into<String>) -> Self {
        self.layout = Some(name.into());
        self
    }

    /// Gives people whom the caller knows: offices are resolved by the date of the meeting, and
    /// participants get the roster's ids. What the document says stays as it is.
    #[must_use]
    pub fn roster(mut self, roster: impl Into<Arc<Roster>>) -> Self {
        self.roster = Some(roster.into());
        self
    }

    /// Gives the roster.
    pub fn known_people(&self) -> Option<&Roster> {
        self.roster.as_deref()
    }

    /// Insists on an encoding instead of having it found: `windows-1251`, `cp437`, `UTF-16`.
    ///
    /// It is asked of files, not of texts, and not of JSON.
    #[must_use]
    pub fn encoding(mut self, name: impl Into<String>) -> Self {
        self.encoding = Some(name.into());
        self
    }

    /// Asks for one document of a file that holds several, by its id: `d5`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Gives who takes the text out of PDF and DOCX, which memcon does not read itself.
    #[must_use]
    pub fn extractor(mut self, extractor: Extractor) -> Self {
        self.extractor = Some(extractor);
        self
    }

    pub(crate) fn known_extractor(&self) -> Option<&Extractor> {
        self.extractor.as_ref()
    }

    /// Gives the name of the encoding asked for.
    pub fn encoding_name(&self) -> Option<&str> {
        self.encoding.as_deref()
    }

    /// Gives the id of the document asked for.
    pub fn document_id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Gives the name of the layout asked for.
    pub fn layout_name(&self) -> Option<&str> {
        self.layout.as_deref()
    }
}
