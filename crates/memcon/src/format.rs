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
    /// A saved page.
    Html,
    /// TEI P5: one document, or a volume of many.
    Tei,
    /// PDF, of which an [`Extractor`](crate::Extractor) gives the text.
    Pdf,
    /// A document of Word since 2007, of which an [`Extractor`](crate::Extractor) gives the text.
    Docx,
}

/// How far into a file its root element is looked for, in bytes.
const HEAD: usize = 16 * 1024;

impl Format {
    /// Gives the format's name.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "JSON",
            Format::Html => "HTML",
            Format::Tei => "TEI",
            Format::Pdf => "PDF",
            Format::Docx => "DOCX",
        }
    }

    /// Gives the format that a file's ending tells; text where it tells none.
    pub fn from_path(path: &Path) -> Format {
        let ending = path.extension().and_then(|ending| ending.to_str());
        match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("json" | "jsonl" | "ndjson") => Format::Json,
            Some("html" | "htm" | "xhtml") => Format::Html,
            Some("xml" | "tei") => Format::Tei,
            Some("pdf") => Format::Pdf,
            Some("docx") => Format::Docx,
            _ => Format::Text,
        }
    }

    /// Gives the format of a file by its beginning, and by its ending where that tells nothing.
    ///
    /// A file ending in `.json`, `.jsonl` or `.ndjson` is JSON; of any other, what it holds tells more than the ending. A
    /// packed file is what is packed in it.
    ///
    /// ```
    /// use memcon::Format;
    ///
    /// assert_eq!(Format::of("talk.txt".as_ref(), b"<!doctype html><p>"), Format::Html);
    /// assert_eq!(Format::of("talk".as_ref(), b"<?xml version='1.0'?><TEI>"), Format::Tei);
    /// ```
    pub fn of(path: &Path, beginning: &[u8]) -> Format {
        match (Format::from_path(path), root(beginning)) {
            (Format::Json, _) => Format::Json,
            (_, _) if begins_record(beginning) => Format::Json,
            (_, _) if beginning.trim_ascii_start().starts_with(b"%PDF-") => Format::Pdf,
            (_, Root::Of(format)) => format,
            // A torn page with an XML declaration is a page all the same.
            (Format::Html, Root::Xml) => Format::Html,
            (_, Root::Xml) => Format::Tei,
            (ending, Root::Nothing) => ending,
        }
    }
}

/// Tells whether a file begins as memcon writes records as JSON.
fn begins_record(beginning: &[u8]) -> bool {
    let rest = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
    let rest = rest.strip_prefix(b"[").unwrap_or(rest).trim_ascii_start();
    let key = rest.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    let value = key.and_then(|key| key.strip_prefix(b"\"schema\"")).map(<[u8]>::trim_ascii_start);
    let value = value.and_then(|rest| rest.strip_prefix(b":")).map(<[u8]>::trim_ascii_start);
    value.is_some_and(|value| value.starts_with(b"\"memcon/"))
}

/// What the beginning of a file tells.
enum Root {
    /// The root element is of this format.
    Of(Format),
    /// XML with some other root element.
    Xml,
    /// No markup.
    Nothing,
}

/// Finds the root element.
fn root(beginning: &[u8]) -> Root {
    let mut head = beginning[..beginning.len().min(HEAD)].to_ascii_lowercase();
    // Of UTF-16 every other byte is NUL; names of elements are ASCII.
    if memchr::memchr(0, &head).is_some() {
        head.retain(|byte| *byte != 0);
    }
    let bom: &[&[u8]] = &[b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let mut rest = bom.iter().find_map(|bom| head.strip_prefix(*bom)).unwrap_or(&head);
    let mut xml = false;
    loop {
        rest = rest.trim_ascii_start();
        let (open, close): (&[u8], &[u8]) = if rest.starts_with(b"<?") {
            xml = true;
            (b"<?", b"?>")
        } else if rest.starts_with(b"<!--") {
            (b"<!--", b"-->")
        } else if rest.starts_with(b"<!doctype html") {
            return Root::Of(Format::Html);
        } else if rest.starts_with(b"<!doctype") {
            xml = true;
            (b"<!doctype", b">")
        } else {
            break;
        };
        let inside = &rest[open.len()..];
        let Some(end) = memchr::memmem::find(inside, close) else { break };
        rest = &inside[end + close.len()..];
    }
    let Some(name) = rest.strip_prefix(b"<") else { return Root::Nothing };
    let length = name.iter().position(|byte| !is_name(*byte)).unwrap_or(name.len());
    match &name[..length] {
        b"html" | b"head" | b"body" => Root::Of(Format::Html),
        b"tei" | b"teicorpus" | b"tei.2" | b"tei:tei" | b"tei:teicorpus" => Root::Of(Format::Tei),
        _ if xml => Root::Xml,
        _ => Root::Nothing,
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'.' | b'-' | b'_')
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_tells_more_than_the_ending() {
        for (path, beginning, expected) in [
            ("a.txt", "ORLO: Good day.", Format::Text),
            ("a", "", Format::Text),
            ("a.txt", "< 5 people", Format::Text),
            ("a.txt", "<unclear> he said", Format::Text),
            ("a.JSON", "{", Format::Json),
            ("a.jsonl", "", Format::Json),
            ("a", "{\"schema\":\"memcon/1\",", Format::Json),
            ("a.txt", "\u{feff}[\n{\n  \"schema\": \"memcon/1\"", Format::Json),
            ("a.txt", "{\"schema\": other", Format::Text),
            ("a.txt", "[{sic}] he said", Format::Text),
            ("a.HTM", "<p>", Format::Html),
            ("a.pdf", "%PDF-1.4", Format::Pdf),
            ("a", "\n%PDF-1.7", Format::Pdf),
            ("a.txt", "% PDF files", Format::Text),
            ("a.pdf", "<!DOCTYPE html><title>Just a moment</title>", Format::Html),
            ("a.docx", "PK\x03\x04", Format::Docx),
            ("a.html", "<?xml version=\"1.0\"?><p>", Format::Html),
            ("a.xml", "<?xml version=\"1.0\"?><p>", Format::Tei),
            ("a.xml", "<html><body>", Format::Html),
            ("a.txt", "\u{feff}\n<!-- saved from -->\n<!DOCTYPE html>", Format::Html),
            (
                "a.txt",
                "<?xml version=\"1.0\"?>\n<?xml-model href=\"x\"?>\n<TEI xmlns=\"\">",
                Format::Tei,
            ),
            ("a.xml", "<!DOCTYPE TEI SYSTEM \"tei.dtd\"><TEI>", Format::Tei),
            ("a.txt", "<?xml version=\"1.0\"?><html>", Format::Html),
        ] {
            assert_eq!(
                Format::of(Path::new(path), beginning.as_bytes()),
                expected,
                "{beginning:?}"
            );
        }
        let wide: Vec<u8> = "<TEI>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Format::of(Path::new("a"), &wide), Format::Tei);
    }
}
