//! From files and bytes to text.

mod html;
mod text;

use std::fs::File;
use std::io::Read;
use std::path::Path;

pub(crate) use self::text::text;

use crate::error::Error;
use crate::format::Format;
use crate::layout::Layout;
use crate::source::Source;

/// Reads the bytes of a file, by its format, into a source; `path` is how an error names it.
pub(crate) fn source(
    path: &Path,
    bytes: Vec<u8>,
    format: Format,
    layout: Option<&Layout>,
) -> Result<Source, Error> {
    match format {
        Format::Text | Format::Json | Format::Tei => Ok(Source::of_text(&text(path, bytes)?)),
        Format::Html => Ok(html::html(&text::characters(path, bytes)?, layout)),
    }
}

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
