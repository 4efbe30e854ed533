//! Files that appear whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// Tells the drafts of one process apart.
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A file being written beside its place, put there by [`Draft::finish`].
///
/// A draft that is dropped unfinished leaves nothing behind. Of a link, what it points to is
/// replaced; a file that was there passes its permissions on. What is no regular file, as
/// `/dev/stdout`, is written to directly.
///
/// ```
/// use std::io::Write;
///
/// let place = std::env::temp_dir().join(format!("memcon-draft-{}", std::process::id()));
/// let mut draft = memcon_arrow::Draft::begin(&place)?;
/// draft.write_all(b"Orlo: Good day.")?;
/// assert!(!place.exists());
/// draft.finish()?;
/// assert_eq!(std::fs::read(&place)?, b"Orlo: Good day.");
/// # std::fs::remove_file(&place)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Draft {
    file: BufWriter<File>,
    /// Where the bytes go until they are whole; none where the place is no regular file.
    beside: Option<PathBuf>,
    place: PathBuf,
}

impl Draft {
    /// Begins a file.
    ///
    /// # Errors
    ///
    /// What the system says, when there can be no file beside the place.
    pub fn begin(place: &Path) -> io::Result<Self> {
        // A link keeps pointing where it points: its target is replaced.
        let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let known = fs::metadata(&place).ok();
        if known.as_ref().is_some_and(|known| !known.is_file()) {
            let file = BufWriter::new(OpenOptions::new().write(true).open(&place)?);
            return Ok(Self { file, beside: None, place });
        }
        let Some(name) = place.file_name() else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not the name of a file"));
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!(".{}.{}-{number}.part", name.to_string_lossy(), process::id());
        let beside = place.with_file_name(name);
        let file = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(&beside)?);
        if let Some(known) = known {
            // A place that forbids this still gets its file, with the usual permissions.
            let _ = fs::set_permissions(&beside, known.permissions());
        }
        Ok(Self { file, beside: Some(beside), place })
    }

    /// Puts the file in its place, instead of one that is there.
    ///
    /// # Errors
    ///
    /// What the system says, when the last bytes cannot be written or the file not be placed.
    pub fn finish(mut self) -> io::Result<()> {
        self.file.flush()?;
        if let Some(beside) = &self.beside {
            self.file.get_ref().sync_all()?;
            fs::rename(beside, &self.place)?;
            self.beside = None;
        }
        Ok(())
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_file(beside);
        }
    }
}
