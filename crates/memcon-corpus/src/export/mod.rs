//! Records in files of other formats, each whole or not at all.

mod gather;
mod tables;

use std::fs;
use std::io::Write;
use std::path::Path;

use memcon::write::Folder;
use memcon_arrow::Draft;

pub use self::gather::Gathered;
pub use self::tables::{write_table, write_tables};
use crate::error::Error;

/// Writes a text to a file, whole or not at all.
///
/// ```
/// let place = std::env::temp_dir().join(format!("memcon-text-{}", std::process::id()));
/// memcon_corpus::write_text(&place, "Orlo: Good day.\n")?;
/// assert_eq!(std::fs::read_to_string(&place)?, "Orlo: Good day.\n");
/// # std::fs::remove_file(&place)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error::Write`], when the file cannot be written.
pub fn write_text(place: &Path, text: &str) -> Result<(), Error> {
    let write = || {
        let mut draft = Draft::begin(place)?;
        draft.write_all(text.as_bytes())?;
        draft.finish()
    };
    write().map_err(|source| Error::Write { path: place.to_owned(), source })
}

/// Writes the files of a folder, which is made if it is not there; none takes its place before all
/// are written.
///
/// ```
/// use memcon::write::{Document, convokit};
///
/// let parsed = memcon::parse("ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: Gladly.\n");
/// let out = std::env::temp_dir().join(format!("memcon-folder-{}", std::process::id()));
/// memcon_corpus::write_folder(&out, &convokit(&[Document::new(&parsed)]))?;
/// assert!(out.join("utterances.jsonl").exists());
/// # std::fs::remove_dir_all(&out)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error::Write`], when a file cannot be written.
pub fn write_folder(out: &Path, folder: &Folder) -> Result<(), Error> {
    let wrong = |path: &Path| {
        let path = path.to_owned();
        |source| Error::Write { path, source }
    };
    fs::create_dir_all(out).map_err(wrong(out))?;
    let mut drafts = Vec::new();
    for (name, text) in &folder.files {
        let place = out.join(name);
        let mut draft = Draft::begin(&place).map_err(wrong(&place))?;
        draft.write_all(text.as_bytes()).map_err(wrong(&place))?;
        drafts.push((place, draft));
    }
    drafts.into_iter().try_for_each(|(place, draft)| draft.finish().map_err(wrong(&place)))
}
