//! Which encoding a file is in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::Nul;
use crate::source::Charset;

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) charset: Charset,
    /// How many bytes of a mark stand before the text.
    pub(super) skip: usize,
    /// Whether nothing in the file says so.
    pub(super) guessed: bool,
}

/// How much of a file is looked at for a guess, in bytes.
const SAMPLE: usize = 64 * 1024;

/// Byte order marks; that of UTF-8 stays in the text.
const MARKS: [(&[u8], Charset); 4] = [
    (b"\xFF\xFE\0\0", Charset::Utf32 { little: true }),
    (b"\0\0\xFE\xFF", Charset::Utf32 { little: false }),
    (b"\xFF\xFE", Charset::Utf16 { little: true }),
    (b"\xFE\xFF", Charset::Utf16 { little: false }),
];

/// Finds the encoding; fails with the place of a NUL byte where the file is no text.
pub(super) fn detect(
    bytes: &[u8],
    asked: Option<Charset>,
    declared: Option<&str>,
    nul: Nul,
) -> Result<Found, usize> {
    let known = |charset| Ok(Found { charset, skip: 0, guessed: false });
    let guess = |charset| Ok(Found { charset, skip: 0, guessed: true });
    if let Some((mark, charset)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark))
        && asked.is_none_or(|asked| family(asked) == family(*charset))
    {
        return Ok(Found { charset: *charset, skip: mark.len(), guessed: false });
    }
    if let Some(asked) = asked {
        return match (family(asked), memchr::memchr(0, bytes)) {
            (1, Some(at)) if nul == Nul::Binary => Err(at),
            _ => known(asked),
        };
    }
    if let Some(charset) = unmarked_utf16(bytes) {
        return guess(charset);
    }
    if let Some(at) = memchr::memchr(0, bytes).filter(|_| nul == Nul::Binary) {
        return Err(at);
    }
    let Err(error) = std::str::from_utf8(bytes) else { return known(Charset::Utf8) };
    let sample = sample(bytes, error.valid_up_to());
    if is_nearly_utf8(sample) {
        return known(Charset::Utf8);
    }
    let declared = declared.and_then(Charset::named).filter(|charset| family(*charset) == 1);
    if let Some(charset) = declared.filter(|charset| *charset != Charset::Utf8) {
        return known(charset);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    guess(Charset::of_web(detector.guess(None, Utf8Detection::Deny)))
}

/// The least bytes of a character.
fn family(charset: Charset) -> u8 {
    match charset {
        Charset::Utf8 | Charset::Web(_) | Charset::Dos(_) => 1,
        Charset::Utf16 { .. } => 2,
        Charset::Utf32 { .. } => 4,
    }
}

/// The part of the file around the first byte that is not UTF-8.
fn sample(bytes: &[u8], at: usize) -> &[u8] {
    let from = at.saturating_sub(SAMPLE / 4);
    &bytes[from..bytes.len().min(from + SAMPLE)]
}

/// Tells UTF-16 without a mark: of its ASCII every other byte is NUL, and no other byte is.
fn unmarked_utf16(bytes: &[u8]) -> Option<Charset> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let nul = |first: usize| head.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (nul(0), nul(1));
    let many = |count: usize| count * 10 > head.len() && count > 1;
    match (even, odd) {
        (0, odd) if many(odd) => Some(Charset::Utf16 { little: true }),
        (even, 0) if many(even) => Some(Charset::Utf16 { little: false }),
        (_, _) => None,
    }
}

/// Tells a file of UTF-8 with a few torn characters: it has many more that are whole.
fn is_nearly_utf8(sample: &[u8]) -> bool {
    let (mut whole, mut torn) = (0, 0);
    for chunk in sample.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        torn += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 4 && whole >= torn * 4
}
