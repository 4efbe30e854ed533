//! The encodings that files are written in, and how many bytes each gives a character.

use std::fmt;

use encoding_rs::Encoding;
use oem_cp::code_table::DECODING_TABLE_CP_MAP;
use oem_cp::code_table_type::TableType;

/// An encoding of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Charset {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-16, the lower byte first or the higher.
    Utf16 { little: bool },
    /// UTF-32, the lowest byte first or the highest.
    Utf32 { little: bool },
    /// An encoding of the web: `windows-1251`, `gb18030`.
    Web(&'static Encoding),
    /// A code page of DOS, by its number.
    Dos(u16),
}

impl Charset {
    /// Finds an encoding by its name, as people and files write it: `UTF8`, `latin-1`, `CP437`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let plain: String = name.trim().to_ascii_lowercase().replace('_', "-");
        let short = plain.replace('-', "");
        match short.as_str() {
            "utf8" | "utf8sig" => return Some(Charset::Utf8),
            "utf16" | "utf16le" | "ucs2" => return Some(Charset::Utf16 { little: true }),
            "utf16be" => return Some(Charset::Utf16 { little: false }),
            "utf32" | "utf32le" | "ucs4" => return Some(Charset::Utf32 { little: true }),
            "utf32be" => return Some(Charset::Utf32 { little: false }),
            "latin1" => return Encoding::for_label(b"latin1").map(Charset::Web),
            "macroman" | "macintosh" => return Some(Charset::Web(encoding_rs::MACINTOSH)),
            _ => {}
        }
        let digits = |prefix: &str| short.strip_prefix(prefix)?.parse::<u16>().ok();
        let page = ["cp", "ibm", "dos", "oem"].iter().find_map(|prefix| digits(prefix));
        match page {
            Some(page) if DECODING_TABLE_CP_MAP.contains_key(&page) => Some(Charset::Dos(page)),
            Some(page) => {
                let windows = format!("windows-{page}");
                Encoding::for_label(windows.as_bytes()).map(Charset::Web)
            }
            None => Encoding::for_label_no_replacement(plain.as_bytes()).map(Self::of_web),
        }
    }

    /// Gives the encoding that the rules of the web found.
    pub(crate) fn of_web(encoding: &'static Encoding) -> Self {
        if encoding == encoding_rs::UTF_8 {
            Charset::Utf8
        } else if encoding == encoding_rs::UTF_16LE {
            Charset::Utf16 { little: true }
        } else if encoding == encoding_rs::UTF_16BE {
            Charset::Utf16 { little: false }
        } else if encoding == encoding_rs::IBM866 {
            Charset::Dos(866)
        } else {
            Charset::Web(encoding)
        }
    }

    /// Gives how many bytes a character takes.
    pub(crate) fn width(self, c: char) -> usize {
        match self {
            Charset::Utf8 => c.len_utf8(),
            Charset::Utf16 { .. } => 2 * c.len_utf16(),
            Charset::Utf32 { .. } => 4,
            Charset::Dos(_) => 1,
            Charset::Web(_) if c.is_ascii() => 1,
            Charset::Web(encoding) if encoding.is_single_byte() => 1,
            Charset::Web(encoding) => {
                let mut buffer = [0; 4];
                encoding.encode(c.encode_utf8(&mut buffer)).0.len()
            }
        }
    }

    /// Gives how many bytes some words take.
    pub(crate) fn length(self, words: &str) -> usize {
        if self == Charset::Utf8 {
            return words.len();
        }
        words.chars().map(|c| self.width(c)).sum()
    }

    /// Gives the character of a byte of a code page.
    pub(crate) fn of_dos(page: u16, byte: u8) -> Option<char> {
        if byte.is_ascii() {
            return Some(char::from(byte));
        }
        let high = usize::from(byte - 128);
        match DECODING_TABLE_CP_MAP.get(&page)? {
            TableType::Complete(table) => Some(table[high]),
            TableType::Incomplete(table) => table[high],
        }
    }
}

impl fmt::Display for Charset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Charset::Utf8 => f.write_str("UTF-8"),
            Charset::Utf16 { little: true } => f.write_str("UTF-16LE"),
            Charset::Utf16 { little: false } => f.write_str("UTF-16BE"),
            Charset::Utf32 { little: true } => f.write_str("UTF-32LE"),
            Charset::Utf32 { little: false } => f.write_str("UTF-32BE"),
            Charset::Web(encoding) => f.write_str(encoding.name()),
            Charset::Dos(page) => write!(f, "cp{page}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_known_by_the_names_that_people_use() {
        for (name, expected) in [
            ("UTF8", "UTF-8"),
            ("utf-16", "UTF-16LE"),
            ("windows-1251", "windows-1251"),
            ("cp1251", "windows-1251"),
            ("Latin-1", "windows-1252"),
            ("iso-8859-1", "windows-1252"),
            ("ISO8859-2", "ISO-8859-2"),
            ("GBK", "GBK"),
            ("gb18030", "gb18030"),
            ("ibm866", "cp866"),
            ("koi8-r", "KOI8-R"),
            ("CP437", "cp437"),
            ("ibm850", "cp850"),
            ("mac_roman", "macintosh"),
        ] {
            let found = Charset::named(name).map(|charset| charset.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{name}");
            let again = Charset::named(expected).map(|charset| charset.to_string());
            assert_eq!(again.as_deref(), Some(expected));
        }
        assert_eq!(Charset::named("klingon"), None);
        assert_eq!(Charset::named("cp9"), None);
    }
}
