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
/// A draft that is dropped unfinished leaves nothing behind.
#[derive(Debug)]
pub struct Draft {
    file: BufWriter<File>,
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
        let Some(name) = place.file_name() else {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "not the name of a file"));
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!(".{}.{}-{number}.part", name.to_string_lossy(), process::id());
        let beside = place.with_file_name(name);
        let file = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(&beside)?);
        Ok(Self { file, beside: Some(beside), place: place.to_owned() })
    }

    /// Puts the file in its place, instead of one that is there.
    ///
    /// # Errors
    ///
    /// What the system says, when the last bytes cannot be written or the file not be placed.
    pub fn finish(mut self) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        if let Some(beside) = &self.beside {
            fs::rename(beside, &self.place)?;
        }
        self.beside = None;
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
