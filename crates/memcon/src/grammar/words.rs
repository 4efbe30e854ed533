//! Words, and what hangs on their edges.

use nom::Offset;

/// Gives the words of a text: what stands between white space.
#[inline]
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0, end: text.len() }
}

/// The words of a text that are still to come; what `split_whitespace` gives, on bytes.
#[derive(Clone, Debug)]
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes().get(..self.end)?;
        let mut start = self.at;
        while let Some(byte) = bytes.get(start) {
            match byte {
                b' ' => start += 1,
                byte if !MAY_BE_SPACE[usize::from(*byte)] => break,
                _ => match space_at(bytes, start) {
                    Some(width) => start += width,
                    None => break,
                },
            }
        }
        let mut end = start;
        loop {
            end += printed(bytes, end);
            match bytes.get(end) {
                None | Some(b' ') => break,
                Some(byte) if MAY_BE_SPACE[usize::from(*byte)] => {
                    if space_at(bytes, end).is_some() {
                        break;
                    }
                    end += 1;
                }
                Some(_) => end += 1,
            }
        }
        self.at = end;
        if start == end { None } else { self.text.get(start..end) }
    }
}

/// Gives the words of a text, divided at commas and slashes too, without the marks around them.
pub(crate) fn parts(text: &str) -> Parts<'_> {
    Parts { words: words(text), rest: "" }
}

/// What white space, commas and slashes divide.
#[derive(Clone, Debug)]
pub(crate) struct Parts<'t> {
    words: Words<'t>,
    /// What a comma or a slash has left of a word.
    rest: &'t str,
}

impl<'t> Iterator for Parts<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        loop {
            if self.rest.is_empty() {
                self.rest = self.words.next()?;
            }
            let end = self.rest.bytes().position(|byte| matches!(byte, b',' | b'/'));
            let (part, rest) = match end {
                Some(end) => (&self.rest[..end], &self.rest[end + 1..]),
                None => (self.rest, ""),
            };
            self.rest = rest;
            let part = letters_of(part);
            if !part.is_empty() {
                return Some(part);
            }
        }
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let mut end = self.end;
        while end > self.at
            && let Some(width) = space_before(bytes, end)
        {
            end -= width;
        }
        let mut start = end;
        while start > self.at && space_before(bytes, start).is_none() {
            start -= 1;
        }
        self.end = start;
        if start == end { None } else { self.text.get(start..end) }
    }
}

/// Counts the printed characters of ASCII from a byte on, eight at a time: most words are
/// shorter.
#[inline]
fn printed(bytes: &[u8], from: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let mut at = from;
    while at < bytes.len() {
        let eight = eight_at(bytes, at);
        // The high bit of each byte that is a space or lower, or beyond ASCII; a borrow falls
        // only on bytes after such a one.
        let other = (eight.wrapping_sub(ONES * 0x21) | eight) & (ONES * 0x80);
        if other != 0 {
            return at - from + (other.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    at - from
}

/// Gives the eight bytes from a byte on as a number, the first the lowest; zero past the end.
#[inline]
fn eight_at(bytes: &[u8], at: usize) -> u64 {
    if let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        return u64::from_le_bytes(*eight);
    }
    let left = bytes.len().saturating_sub(at);
    match bytes.last_chunk() {
        // The last eight, and those before the byte shifted out.
        Some(eight) if left > 0 => u64::from_le_bytes(*eight) >> (64 - 8 * left),
        Some(_) | None => {
            bytes.iter().skip(at).rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
        }
    }
}

/// The bytes with which white space may begin.
static MAY_BE_SPACE: [bool; 256] = {
    let mut table = [false; 256];
    let first = b" \t\n\x0B\x0C\r\xC2\xE1\xE2\xE3";
    let mut i = 0;
    while i < first.len() {
        table[first[i] as usize] = true;
        i += 1;
    }
    table
};

/// Gives the width of the white space that stands at a byte.
fn space_at(bytes: &[u8], at: usize) -> Option<usize> {
    match *bytes.get(at)? {
        b' ' | b'\t'..=b'\r' => Some(1),
        ..=0xC1 | 0xC3..=0xE0 | 0xE4.. => None,
        0xC2 => matches!(bytes.get(at + 1), Some(0x85 | 0xA0)).then_some(2),
        0xE1..=0xE3 => is_wide_space(bytes.get(at..at + 3)?).then_some(3),
    }
}

/// Gives the width of the white space that ends before a byte.
#[inline]
fn space_before(bytes: &[u8], end: usize) -> Option<usize> {
    match *bytes.get(end.checked_sub(1)?)? {
        b' ' | b'\t'..=b'\r' => Some(1),
        ..=0x7F | 0xC0.. => None,
        0x80..=0xBF => match bytes.get(..end)? {
            [.., 0xC2, 0x85 | 0xA0] => Some(2),
            [.., a, b, c] => is_wide_space(&[*a, *b, *c]).then_some(3),
            _ => None,
        },
    }
}

/// The white space of Unicode that has three bytes.
fn is_wide_space(character: &[u8]) -> bool {
    matches!(
        character,
        [0xE1, 0x9A, 0x80]
            | [0xE2, 0x80, 0x80..=0x8A | 0xA8 | 0xA9 | 0xAF]
            | [0xE2, 0x81, 0x9F]
            | [0xE3, 0x80, 0x80]
    )
}

/// Gives a word without the brackets, quotes, commas and colons around it; stops stay.
#[inline]
pub(crate) fn bare(word: &str) -> &str {
    // Most words begin and end with a letter.
    match word.as_bytes() {
        [only] | [only, .., _] if !only.is_ascii_alphanumeric() => trimmed(word),
        [.., last] if !last.is_ascii_alphanumeric() && *last != b'.' => trimmed(word),
        _ => word,
    }
}

fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| {
        matches!(
            c,
            ',' | ';'
                | ':'
                | '('
                | ')'
                | '（'
                | '）'
                | '['
                | ']'
                | '“'
                | '”'
                | '"'
                | '*'
                | '/'
                | '?'
                | '!'
        )
    })
}

/// Gives a word without anything around it that is no letter or digit.
#[inline]
pub(crate) fn letters_of(word: &str) -> &str {
    match word.as_bytes() {
        [only] if only.is_ascii_alphanumeric() => word,
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => word,
        [first, .., before, b',' | b'.']
            if first.is_ascii_alphanumeric() && before.is_ascii_alphanumeric() =>
        {
            &word[..word.len() - 1]
        }
        _ => word.trim_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// Gives the bytes before the first digit; all where there is none.
pub(crate) fn until_digit(bytes: &[u8]) -> usize {
    // Sixteen at a time without a branch between, which the machine reads at once.
    let plain = bytes
        .chunks_exact(16)
        .take_while(|chunk| !chunk.iter().fold(false, |any, byte| any | byte.is_ascii_digit()))
        .count();
    let from = plain * 16;
    bytes[from..].iter().position(u8::is_ascii_digit).map_or(bytes.len(), |at| from + at)
}

/// Gives the first boundary of a character at or after a byte.
pub(crate) fn boundary(text: &str, from: usize) -> usize {
    (from..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Gives the place of a slice in the text that it was cut from.
pub(crate) fn place(text: &str, slice: &str) -> usize {
    text.offset(slice)
}

/// Gives the text from the first byte of one slice to the last byte of another.
pub(crate) fn through<'t>(text: &'t str, first: &str, last: &str) -> &'t str {
    let (from, to) = (place(text, first), place(text, last) + last.len());
    text.get(from..to).unwrap_or("")
}

/// Joins what is broken over lines: white space becomes one space, a word broken at a hyphen is
/// made whole.
pub(crate) fn squeeze(text: &str) -> String {
    if is_squeezed(text.as_bytes()) {
        return text.to_owned();
    }
    let mut joined = String::with_capacity(text.len());
    for (i, line) in text.lines().enumerate() {
        let broken =
            i > 0 && joined.ends_with('-') && line.trim_start().starts_with(char::is_lowercase);
        if broken {
            joined.pop();
        }
        for (j, word) in words(line).enumerate() {
            let halves = broken && j == 0;
            if !halves && !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
    }
    joined
}

/// Tells whether only single spaces of ASCII stand between words, and nothing else that might be
/// white space.
fn is_squeezed(bytes: &[u8]) -> bool {
    let mut before = b' ';
    for byte in bytes {
        if MAY_BE_SPACE[usize::from(*byte)] && (*byte != b' ' || before == b' ') {
            return false;
        }
        before = *byte;
    }
    before != b' '
}

/// Takes a footnote's callout from the end: digits after a letter, a stop or a bracket, or the
/// digits that follow the four of a year.
pub(crate) fn without_callout(text: &str) -> &str {
    let text = text.trim_end();
    let body = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - body.len();
    let Some(last) = body.chars().next_back() else { return text };
    match digits {
        0 => text,
        1..=2
            if last.is_alphabetic() || matches!(last, '.' | ')' | ']' | '”' | '"' | '’' | ',') =>
        {
            body
        }
        1..=2 if last == ' ' && names_no_count(body) => body.trim_end(),
        5..=6 if matches!(&text[body.len()..][..2], "18" | "19" | "20") => &text[..body.len() + 4],
        _ => text,
    }
}

/// Tells whether a number after these words would not belong to them: `May 5`, `Session 2`.
fn names_no_count(before: &str) -> bool {
    let Some(last) = words(before).next_back() else { return false };
    !crate::grammar::title::is_counted(last) && last.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callouts_are_taken_off_and_years_stay() {
        for (written, expected) in [
            ("Memorandum of Conversation1", "Memorandum of Conversation"),
            ("Rivel, 9:30 p.m.12", "Rivel, 9:30 p.m."),
            ("Rivel, March 16, 19561", "Rivel, March 16, 1956"),
            ("Rivel, March 16, 1956", "Rivel, March 16, 1956"),
            ("the Envoy (Orlo) 0", "the Envoy (Orlo)"),
            ("Rivel, March 16", "Rivel, March 16"),
            ("Minutes of Session 2", "Minutes of Session 2"),
            ("1", "1"),
        ] {
            assert_eq!(without_callout(written), expected);
        }
    }

    #[test]
    fn words_are_what_white_space_divides() {
        for text in [
            "",
            "  ",
            "Orlo",
            " Marta  R.\tOrlo\u{a0}said\n\u{3000}so\u{2009}there\u{85}",
            "\u{1680}é\u{2028}ü\u{202f}ñ\u{205f}—“a”\u{200b}b\u{c}",
        ] {
            assert!(words(text).eq(text.split_whitespace()), "{text:?}");
            assert!(words(text).rev().eq(text.split_whitespace().rev()), "{text:?}");
        }
    }

    #[test]
    fn broken_lines_are_joined() {
        assert_eq!(squeeze("Marta\n      Orlo-\n   va  Rivel"), "Marta Orlova Rivel");
        assert_eq!(squeeze("Anglo-\nVestan"), "Anglo- Vestan");
    }
}
