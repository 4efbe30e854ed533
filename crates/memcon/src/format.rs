//! The formats that memcon reads.

use std::fmt;
use std::path::Path;

/// A format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    Text,
    /// JSON of the contract `memcon/1`.
    Json,
}

impl Format {
    /// Gives the format's name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "JSON",
        }
    }

    /// Gives the format that a file's ending tells; text where it tells none.
    pub fn from_path(path: &Path) -> Format {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("json") => Format::Json,
            _ => Format::Text,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
