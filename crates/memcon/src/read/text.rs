//! Plain text: the bytes as they are, if they are UTF-8.

use std::path::Path;

use crate::error::Error;

/// Gives bytes as text; `path` is how an error names them.
///
/// A byte order mark stays in the text, so that every span is true of the file.
pub(crate) fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    if let Some(at) = memchr::memchr(0, &bytes) {
        return Err(Error::Binary { path: path.to_owned(), at });
    }
    characters(path, bytes)
}

/// Gives bytes as characters, NUL among them, which a page may hold and a browser passes over.
pub(super) fn characters(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| Error::NotUtf8 {
        path: path.to_owned(),
        at: error.utf8_error().valid_up_to(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let read = text(Path::new("talk.txt"), bytes.to_vec()).map_err(|error| error.to_string());
        assert_eq!(read.as_deref().map_err(String::as_str), expected, "{bytes:?}");
    }

    #[test]
    fn text_is_utf8_without_nul() {
        check(b"", Ok(""));
        check("\u{FEFF}ОРЛОВ. Да.\r\n".as_bytes(), Ok("\u{FEFF}ОРЛОВ. Да.\r\n"));
        check(b"a\x0Cb", Ok("a\u{C}b"));
        check(b"PK\x03\x00", Err("talk.txt is binary (a NUL byte at byte 3); expected text"));
        check(b"\xFF\xFEO\0", Err("talk.txt is binary (a NUL byte at byte 3); expected text"));
        check(b"caf\xE9", Err("talk.txt is not UTF-8 from byte 3; convert it to UTF-8 first"));
        check(b"ok \xE2\x80", Err("talk.txt is not UTF-8 from byte 3; convert it to UTF-8 first"));
    }
}
