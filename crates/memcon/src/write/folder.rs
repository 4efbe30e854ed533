//! A format that is a folder of files.

use crate::write::Loss;

/// A folder of files, and what of the records is not in it.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Folder {
    /// The files, with their names in the folder.
    pub files: Vec<(&'static str, String)>,
    /// What of the records is not in them; empty where everything is.
    pub losses: Vec<Loss>,
}
