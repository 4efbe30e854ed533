//! A file that is looked at: its SHA-256, and its documents.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use memcon::{Documents, Options};
use sha2::{Digest, Sha256};

/// What is longer, in bytes, is not held for its SHA-256: it is read twice, and the second time no
/// more of it than is at hand.
const HELD: u64 = 16 << 20;

/// How much of a long file is read at once for its SHA-256, in bytes.
const PIECE: usize = 1 << 20;

/// A file of which the SHA-256 is known.
#[derive(Debug)]
pub(crate) struct Opened {
    pub(crate) sha256: String,
    /// The bytes; none of a long file.
    bytes: Option<Vec<u8>>,
}

impl Opened {
    /// Looks at a file.
    ///
    /// # Errors
    ///
    /// What the system says, when it cannot be read.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let known = fs::metadata(path)?;
        // A pipe cannot be read twice.
        if known.is_file() && known.len() > HELD {
            return Ok(Self { sha256: digest_of(&mut File::open(path)?)?, bytes: None });
        }
        let bytes = fs::read(path)?;
        Ok(Self { sha256: digest(&bytes), bytes: Some(bytes) })
    }

    /// Begins to give the documents.
    ///
    /// # Errors
    ///
    /// [`memcon::Error`], when it holds none.
    pub(crate) fn documents(
        self,
        path: &Path,
        options: &Options,
    ) -> Result<Documents, memcon::Error> {
        match self.bytes {
            Some(bytes) => memcon::documents_in(path, bytes, options),
            None => memcon::documents(path, options),
        }
    }
}

/// Gives the SHA-256 of bytes, in hexadecimal.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hexadecimal(Sha256::digest(bytes).as_slice())
}

fn digest_of(file: &mut File) -> io::Result<String> {
    let (mut digest, mut piece) = (Sha256::new(), vec![0; PIECE]);
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hexadecimal(digest.finalize().as_slice())),
            read => digest.update(&piece[..read]),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| DIGITS[usize::from(half)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_told_in_hexadecimal() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(b""), empty);
    }

    #[test]
    fn a_long_file_has_the_digest_of_its_bytes_and_is_not_held() {
        let name = format!("memcon-opened-{}.txt", std::process::id());
        let path = std::env::temp_dir().join(name);
        let bytes = b"Orlo: Good day.\n".repeat((17 << 20) / 16);
        fs::write(&path, &bytes).unwrap();
        let opened = Opened::of(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(opened.sha256, digest(&bytes));
        assert!(opened.bytes.is_none());
    }
}
