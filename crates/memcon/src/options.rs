//! What a caller may ask of the reading.

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

    /// Gives the name of the layout asked for.
    pub fn layout_name(&self) -> Option<&str> {
        self.layout.as_deref()
    }
}
