//! From files and bytes to text.

mod text;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub(crate) use self::text::text;

use crate::error::Error;

/// Gives the bytes of a file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let unreadable = |source| Error::Read { path: path.to_owned(), source };
    let mut file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(Error::Folder { path: path.to_owned() });
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::*;

    #[test]
    fn a_folder_and_a_missing_file_are_told_apart() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(matches!(bytes(folder), Err(Error::Folder { .. })));
        let Err(Error::Read { path, source }) = bytes(&folder.join("none.txt")) else {
            panic!("expected Error::Read")
        };
        assert!(path.ends_with("none.txt"));
        assert_eq!(source.kind(), ErrorKind::NotFound);
        assert!(bytes(&folder.join("Cargo.toml")).unwrap().starts_with(b"[package]"));
    }
}
