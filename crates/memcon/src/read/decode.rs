//! Bytes as text: which encoding they are in, what cannot be read, the way back.

mod detect;

use std::path::Path;

use encoding_rs::DecoderResult;

use self::detect::{Found, detect};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::error::Error;
use crate::source::{Charset, Origin, Run, STRIDE, Source};
use crate::span::Span;

/// Text, and the way back to the bytes that it was read from.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// None, where the text is the file.
    origin: Option<Origin>,
    diagnostics: Vec<Diagnostic>,
}

/// What a NUL byte tells of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nul {
    /// That it is no text.
    Binary,
    /// Nothing: a page may hold one, and a browser passes over it.
    Ignored,
}

/// No more places are told where bytes were replaced.
const TOLD: usize = 50;

/// Gives bytes as text; `path` is how errors name them.
///
/// The encoding is the one that was asked for, else that of a byte order mark, UTF-8 if the bytes
/// are that, the one that the file declares, or a guess. What the encoding does not have becomes
/// U+FFFD and a diagnostic.
pub(crate) fn decode(
    path: &Path,
    bytes: Vec<u8>,
    asked: Option<&str>,
    declared: Option<&str>,
    nul: Nul,
) -> Result<Decoded, Error> {
    let asked = match asked {
        Some(name) => Some(
            Charset::named(name).ok_or_else(|| Error::UnknownEncoding { name: name.to_owned() })?,
        ),
        None => None,
    };
    let Found { charset, skip, guessed } = detect(&bytes, asked, declared, nul)
        .map_err(|at| Error::Binary { path: path.to_owned(), at })?;
    let bytes = match (charset, String::from_utf8(bytes)) {
        (Charset::Utf8, Ok(text)) => {
            return Ok(Decoded { text, origin: None, diagnostics: Vec::new() });
        }
        (_, Ok(text)) => text.into_bytes(),
        (_, Err(error)) => error.into_bytes(),
    };
    let mut draft = Draft::new(charset, skip);
    draft.read(&bytes[skip..]);
    let mut diagnostics = draft.doubts();
    if guessed {
        let encoding = charset.to_string();
        let kind = DiagnosticKind::GuessedEncoding { encoding };
        diagnostics.insert(0, Diagnostic { span: Span::new(0, 0), kind });
    }
    let origin = Origin { encoding: charset, runs: draft.runs };
    Ok(Decoded { text: draft.text, origin: Some(origin), diagnostics })
}

impl Decoded {
    /// Gives the text as a source of its own.
    pub(crate) fn into_source(self) -> Source {
        let Decoded { text, origin, diagnostics } = self;
        Source { text, origin, diagnostics, ..Source::default() }
    }

    /// Gives a source that was read from this text its way back to the bytes of the file.
    ///
    /// What was doubtful in the bytes is told where its words went.
    pub(crate) fn through(&self, mut source: Source) -> Source {
        let Some(decoding) = &self.origin else { return source };
        let mut origin = Origin { encoding: decoding.encoding, runs: Vec::new() };
        for run in source.origin.map(|origin| origin.runs).unwrap_or_default() {
            let mut at = run.text.start;
            if run.text.len() != run.file.len() {
                let file = decoding.file_span(&self.text, run.file);
                origin.runs.extend(file.map(|file| Run { text: run.text, file }));
                continue;
            }
            // Words that stand so: cut where the decoding is, so that counting stays short.
            let first = decoding.runs.partition_point(|part| part.text.end <= run.file.start);
            for part in decoding.runs[first..].iter().take_while(|p| p.text.start < run.file.end) {
                let from = run.file.start.max(part.text.start);
                let to = run.file.end.min(part.text.end);
                let file = decoding.file_span(&self.text, Span::new(from, to));
                let text = Span::new(at, at + to - from);
                origin.runs.extend(file.map(|file| Run { text, file }));
                at = text.end;
            }
        }
        for doubt in &self.diagnostics {
            let file = decoding.file_span(&self.text, doubt.span);
            let within = |run: &&Run| file.is_some_and(|file| run.file.overlaps(file));
            let span = match origin.runs.iter().find(within) {
                Some(run) => run.text,
                None => Span::new(0, 0),
            };
            source.diagnostics.push(Diagnostic { span, kind: doubt.kind.clone() });
        }
        source.diagnostics.sort_by_key(|doubt| doubt.span);
        source.origin = Some(origin);
        source
    }
}

/// A text in the making.
struct Draft {
    charset: Charset,
    /// How many bytes of the file were read.
    at: usize,
    text: String,
    runs: Vec<Run>,
    /// Whether the bytes of the last run can be counted by its characters.
    counted: bool,
    /// What was replaced: where in the text, and how many bytes.
    replaced: Vec<(Span, usize)>,
}

impl Draft {
    fn new(charset: Charset, at: usize) -> Self {
        Self {
            charset,
            at,
            text: String::new(),
            runs: Vec::new(),
            counted: false,
            replaced: Vec::new(),
        }
    }

    fn read(&mut self, bytes: &[u8]) {
        match self.charset {
            Charset::Utf8 => self.web(encoding_rs::UTF_8, bytes),
            Charset::Web(encoding) => self.web(encoding, bytes),
            Charset::Utf16 { little: true } => self.web(encoding_rs::UTF_16LE, bytes),
            Charset::Utf16 { little: false } => self.web(encoding_rs::UTF_16BE, bytes),
            Charset::Utf32 { little } => {
                for four in bytes.chunks(4) {
                    let code = <[u8; 4]>::try_from(four).ok().map(|four| {
                        if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) }
                    });
                    self.put(code.and_then(char::from_u32), four.len());
                }
            }
            Charset::Dos(page) => {
                for byte in bytes {
                    self.put(Charset::of_dos(page, *byte), 1);
                }
            }
        }
    }

    fn web(&mut self, encoding: &'static encoding_rs::Encoding, mut bytes: &[u8]) {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        let mut words = [0; STRIDE];
        loop {
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(bytes, &mut words, true);
            bytes = &bytes[read..];
            let malformed = match result {
                DecoderResult::Malformed(bad, after) => usize::from(bad) + usize::from(after),
                DecoderResult::InputEmpty | DecoderResult::OutputFull => 0,
            };
            let sound = read.saturating_sub(malformed);
            if let Ok(words) = std::str::from_utf8(&words[..written]) {
                self.add(words, sound);
            }
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => self.put(None, read - sound),
            }
        }
    }

    /// Adds a character that stands for some bytes; U+FFFD where they stand for none.
    fn put(&mut self, c: Option<char>, bytes: usize) {
        let mut buffer = [0; 4];
        let Some(c) = c.filter(|c| *c != '\0') else {
            let span = Span::new(self.text.len(), self.text.len() + "\u{fffd}".len());
            self.add("\u{fffd}", bytes);
            match self.replaced.last_mut() {
                Some((last, count)) if last.end == span.start => {
                    last.end = span.end;
                    *count += bytes;
                }
                _ => self.replaced.push((span, bytes)),
            }
            return;
        };
        self.add(c.encode_utf8(&mut buffer), bytes);
    }

    /// Adds words that stand for some bytes.
    fn add(&mut self, words: &str, bytes: usize) {
        if words.is_empty() && bytes == 0 {
            return;
        }
        let text = Span::new(self.text.len(), self.text.len() + words.len());
        let file = Span::new(self.at, self.at + bytes);
        self.text.push_str(words);
        self.at = file.end;
        // Only words whose bytes can be counted go on in one run.
        let counted = self.charset.length(words) == bytes;
        match self.runs.last_mut() {
            Some(last) if counted && self.counted && last.text.len() + words.len() <= STRIDE => {
                last.text.end = text.end;
                last.file.end = file.end;
            }
            _ => self.runs.push(Run { text, file }),
        }
        self.counted = counted;
    }

    fn doubts(&self) -> Vec<Diagnostic> {
        let encoding = self.charset.to_string();
        let told = self.replaced.iter().take(TOLD).map(|(span, bytes)| (*span, *bytes));
        let rest = self.replaced.get(TOLD..).unwrap_or_default();
        let rest = rest.first().map(|(first, _)| {
            let last = rest.last().map_or(first.end, |(last, _)| last.end);
            (Span::new(first.start, last), rest.iter().map(|(_, bytes)| bytes).sum())
        });
        let doubt = |(span, bytes)| {
            let kind = DiagnosticKind::ReplacedBytes { bytes, encoding: encoding.clone() };
            Diagnostic { span, kind }
        };
        told.chain(rest).map(doubt).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], asked: Option<&str>) -> Decoded {
        decode(Path::new("talk.txt"), bytes.to_vec(), asked, None, Nul::Binary).unwrap()
    }

    /// Checks the text, and that every word leads back to the bytes that it was read from.
    fn check(bytes: &[u8], asked: Option<&str>, expected: &str, at: usize, word: &[u8]) {
        let decoded = decoded(bytes, asked);
        assert_eq!(decoded.text, expected);
        let last = expected.rfind(' ').map_or(0, |space| space + 1);
        let span = Span::new(last, expected.len());
        let found = match &decoded.origin {
            Some(origin) => origin.file_span(&decoded.text, span),
            None => Some(span),
        };
        assert_eq!(found, Some(Span::new(at, at + word.len())), "{expected}");
        assert_eq!(&bytes[at..at + word.len()], word);
    }

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn files_of_many_encodings_are_read_and_lead_back() {
        check("ОРЛО. Да".as_bytes(), None, "ОРЛО. Да", 10, "Да".as_bytes());
        let (cyrillic, _, _) = encoding_rs::WINDOWS_1251
            .encode("Мы должны были начать разговор о мосте, сказал он. Да");
        let text = "Мы должны были начать разговор о мосте, сказал он. Да";
        check(&cyrillic, None, text, 51, b"\xC4\xE0");
        check(b"caf\xE9 d\xE9j\xE0", Some("latin-1"), "café déjà", 5, b"d\xE9j\xE0");
        check(b"caf\x82 d\x82j\x85", Some("cp437"), "café déjà", 5, b"d\x82j\x85");
        let wide = utf16("\u{feff}Orlo 🕊Да", true);
        check(&wide, None, "Orlo 🕊Да", 12, &utf16("🕊Да", true));
        check(&utf16("Orlo spoke", false), None, "Orlo spoke", 10, &utf16("spoke", false));
        let (chinese, _, _) = encoding_rs::GB18030.encode("毛主席： 请坐");
        check(&chinese, Some("gb18030"), "毛主席： 请坐", 9, b"\xC7\xEB\xD7\xF8");
        let four: Vec<u8> = "\u{feff}a Да".chars().flat_map(|c| (c as u32).to_le_bytes()).collect();
        check(&four, None, "a Да", 12, &four[12..]);
    }

    #[test]
    fn what_is_replaced_is_told_with_its_place() {
        let read = decoded(b"Orlo\xD2: Da.", Some("windows-1253"));
        assert_eq!(read.text, "Orlo\u{fffd}: Da.");
        let kinds: Vec<_> = read.diagnostics.iter().map(|doubt| doubt.span).collect();
        assert_eq!(kinds, [Span::new(4, 7)]);
        // A file of UTF-8 with a torn character stays one of UTF-8.
        let torn = ["Мы были в Таверне, сказал Орло. ".as_bytes(), b"\xD0", b" \xD0\x94"].concat();
        let read = decoded(&torn, None);
        assert!(read.text.ends_with("Орло. \u{fffd} Д"), "{}", read.text);
        assert_eq!(read.diagnostics.len(), 1);
    }

    #[test]
    fn many_replaced_bytes_are_told_in_bounded_number() {
        let read = decoded(&b"a\xD2".repeat(10_000), Some("windows-1253"));
        assert_eq!(read.diagnostics.len(), TOLD + 1);
    }

    #[test]
    fn binary_files_and_unknown_names_are_errors() {
        let told = |bytes: &[u8], asked| {
            decode(Path::new("talk.txt"), bytes.to_vec(), asked, None, Nul::Binary)
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            told(b"PK\x03\x00\x01\x02", None),
            "talk.txt is binary (a NUL byte at byte 3); expected text"
        );
        assert!(told(b"", Some("klingon")).starts_with("no encoding is named \"klingon\""));
    }
}
