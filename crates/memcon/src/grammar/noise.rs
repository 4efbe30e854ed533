//! What scanners, typists and wrong encodings leave in a text.
//!
//! Each finder makes one pass over the bytes; most bytes are passed over by memchr.

use memchr::{memchr_iter, memchr2_iter, memchr3_iter};

use crate::span::Span;

/// What kind of noise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noise {
    /// A word twice.
    Doubled,
    /// A word in letters apart.
    Spaced,
    /// What a wrong encoding left.
    Mojibake,
    /// A word of two alphabets.
    LookAlike,
}

/// Finds the noise of a stretch of text; not in order.
pub(crate) fn noise(text: &str, within: Span) -> Vec<(Noise, Span)> {
    let stretch = within.of(text);
    let mut found = Vec::new();
    spacing(stretch, &mut found);
    if !stretch.is_ascii() {
        mojibake(stretch, &mut found);
        alphabets(stretch, &mut found);
    }
    for at in memchr_iter(b'?', stretch.as_bytes()) {
        if let Some(span) = lost_letter(stretch, at) {
            found.push((Noise::Mojibake, span));
        }
    }
    found.sort_unstable_by_key(|(_, span)| *span);
    found.dedup();
    found
        .into_iter()
        .map(|(kind, span)| (kind, Span::new(within.start + span.start, within.start + span.end)))
        .collect()
}

/// Words that may well stand twice.
const TWICE: [&str; 32] = [
    "that",
    "had",
    "very",
    "no",
    "yes",
    "so",
    "now",
    "well",
    "ha",
    "bye",
    "hear",
    "long",
    "more",
    "in",
    "do",
    "on",
    "out",
    "is",
    "die",
    "der",
    "das",
    "den",
    "dem",
    "sie",
    "nous",
    "vous",
    "ja",
    "oui",
    "да",
    "нет",
    "очень",
    "так",
];

/// Doubled words and letters apart.
fn spacing(text: &str, found: &mut Vec<(Noise, Span)>) {
    let mut words = Words { text, found, before: Span::default(), apart: None };
    let mut start = 0;
    let mut at = 0;
    for chunk in text.as_bytes().chunks(64) {
        let mut gaps = gaps(chunk);
        while gaps != 0 {
            let end = at + gaps.trailing_zeros() as usize;
            gaps &= gaps - 1;
            words.read(Span::new(start, end));
            start = end + 1;
        }
        at += chunk.len();
    }
    words.read(Span::new(start, at));
    if let Some(run) = words.apart {
        letters_apart(text, run, words.found);
    }
}

/// The words of a text as they follow.
struct Words<'t, 'f> {
    text: &'t str,
    found: &'f mut Vec<(Noise, Span)>,
    before: Span,
    /// A run of letters that stand apart.
    apart: Option<Span>,
}

impl Words<'_, '_> {
    #[inline]
    fn read(&mut self, word: Span) {
        if word.is_empty() {
            return;
        }
        let short = word.len() <= 2 || self.apart.is_some();
        if short {
            self.letter(word);
        }
        if word.len() == self.before.len() {
            self.double(word);
        }
        self.before = word;
    }

    /// Gathers letters that stand apart.
    fn letter(&mut self, word: Span) {
        // The last letter may have a sentence's stop behind it.
        let bytes = &self.text.as_bytes()[word.start..word.end];
        if let (&[letter, b'.' | b',' | b';' | b'?' | b'!'], Some(run)) = (bytes, self.apart)
            && is_letter(&[letter])
            && word.start - self.before.end <= 1
        {
            self.apart = None;
            letters_apart(self.text, Span::new(run.start, word.start + 1), self.found);
            return;
        }
        if word.len() <= 2 && is_letter(&self.text.as_bytes()[word.start..word.end]) {
            match &mut self.apart {
                Some(run) if word.start - self.before.end <= 1 => run.end = word.end,
                Some(_) | None => self.apart = Some(word),
            }
        } else if let Some(run) = self.apart.take() {
            letters_apart(self.text, run, self.found);
        }
    }

    /// Looks at a word as long as the one before it.
    #[inline]
    fn double(&mut self, word: Span) {
        let bytes = self.text.as_bytes();
        // A sentence may open with the first of the two.
        let rest = |word: Span| &bytes[(word.start + 1).min(word.end)..word.end];
        let first = |word: Span| bytes[word.start].to_ascii_lowercase();
        let same = if bytes[word.start].is_ascii() {
            first(word) == first(self.before) && rest(word) == rest(self.before)
        } else {
            bytes[word.start..word.end] == bytes[self.before.start..self.before.end]
        };
        if same
            && word.len() >= 2
            && word.of(self.text).chars().nth(1).is_some()
            && word.of(self.text).chars().all(char::is_lowercase)
            && !TWICE.contains(&word.of(self.text))
        {
            self.found.push((Noise::Doubled, Span::new(self.before.start, word.end)));
        }
    }
}

/// Gives the places of spaces and line ends among 64 bytes or fewer, each as a bit.
fn gaps(chunk: &[u8]) -> u64 {
    const LOW: u64 = u64::from_le_bytes([0x7f; 8]);
    // The high bit of each byte that is the other.
    let is = |eight: u64, other: u8| {
        let apart = eight ^ u64::from_le_bytes([other; 8]);
        !(((apart & LOW) + LOW) | apart | LOW)
    };
    let mut places = 0;
    let (eights, rest) = chunk.as_chunks::<8>();
    for (n, eight) in eights.iter().enumerate() {
        let eight = u64::from_le_bytes(*eight);
        let high = is(eight, b' ') | is(eight, b'\n');
        // The high bits gathered into one byte.
        let bits = (high >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        places |= bits << (8 * n);
    }
    for (n, byte) in rest.iter().enumerate() {
        let gap = u64::from(matches!(byte, b' ' | b'\n'));
        places |= gap << (8 * eights.len() + n);
    }
    places
}

/// One letter of at most two bytes and nothing else.
fn is_letter(word: &[u8]) -> bool {
    match word {
        [letter] => letter.is_ascii_alphabetic(),
        [lead, _] => (0xc3..=0xd1).contains(lead),
        _ => false,
    }
}

/// The fewest letters that make a word set in letters apart.
const FEWEST_APART: usize = 4;

/// A run of single letters: `B e r l i n`; not `A B C D` in a row of points or `I a I`.
fn letters_apart(text: &str, run: Span, found: &mut Vec<(Noise, Span)>) {
    let letters = run.of(text).chars().filter(|c| c.is_alphabetic());
    let count = letters.clone().count();
    let small = letters.skip(1).filter(|c| c.is_lowercase()).count();
    let capitals = count - small;
    if count >= FEWEST_APART && (small + 1 == count || capitals == count && count >= 5) {
        found.push((Noise::Spaced, run));
    }
}

/// UTF-8 read as Latin-1 or Windows-1252, Chinese read as Latin-1, replacement characters,
/// letters of code page 437.
fn mojibake(text: &str, found: &mut Vec<(Noise, Span)>) {
    let bytes = text.as_bytes();
    let mut free = 0;
    for at in memchr3_iter(0xc2, 0xc3, 0xef, bytes).chain(memchr_iter(0xe2, bytes)) {
        if at < free && bytes[at] != 0xe2 {
            continue;
        }
        let rest = &text[at..];
        let length = match bytes[at] {
            0xef => usize::from(rest.starts_with('\u{fffd}')) * 3,
            // A low quotation mark after a letter is an é of code page 437.
            0xe2 => {
                let glued = text[..at].ends_with(char::is_alphabetic);
                usize::from(rest.starts_with('‚') && glued) * '‚'.len_utf8()
            }
            _ => twice_encoded(rest),
        };
        if length > 0 {
            let span = word_around(text, at, at + length);
            free = free.max(span.end);
            found.push((Noise::Mojibake, span));
        }
    }
}

/// How many bytes at the head of a text are letters that were encoded twice.
fn twice_encoded(rest: &str) -> usize {
    let mut chars = rest.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return 0 };
    let second = second.unwrap_or(' ');
    let continues = ('\u{80}'..='\u{bf}').contains(&second)
        || matches!(
            second,
            '€' | '™'
                | '“'
                | '”'
                | '˜'
                | '‚'
                | '„'
                | '…'
                | '†'
                | '‡'
                | '‰'
                | 'œ'
                | 'š'
                | 'ž'
                | 'Ÿ'
        );
    let leads = matches!(first, 'Ã' | 'Ð' | 'Ñ') && continues
        || first == 'Â' && ('\u{a0}'..='\u{bf}').contains(&second)
        || first == 'â' && matches!(second, '€' | '\u{80}');
    if leads {
        return first.len_utf8() + second.len_utf8();
    }
    // Two bytes a sign: four letters of Latin-1 on end are no word of any language.
    let run =
        rest.chars().take(8).take_while(|c| ('¡'..='ÿ').contains(c) && *c != '«' && *c != '»');
    if run.count() >= 4 { rest.chars().take(4).map(char::len_utf8).sum() } else { 0 }
}

/// A question mark inside a word, where a letter was: `Or?an`.
fn lost_letter(text: &str, at: usize) -> Option<Span> {
    let small = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let lost = small(text[..at].chars().next_back()) && small(text[at + 1..].chars().next());
    if !lost {
        return None;
    }
    let span = word_around(text, at, at + 1);
    (!span.of(text).contains(['/', '=', '&'])).then_some(span)
}

/// Words that mix Latin letters with Cyrillic ones, and a single Cyrillic initial before a Latin
/// name.
fn alphabets(text: &str, found: &mut Vec<(Noise, Span)>) {
    let bytes = text.as_bytes();
    let mut free = 0;
    for at in memchr2_iter(0xd0, 0xd1, bytes).filter(|at| text.is_char_boundary(*at)) {
        if at < free {
            continue;
        }
        let before = at.checked_sub(1).map(|before| bytes[before]);
        let after = bytes.get(at + 2).copied();
        let latin = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic());
        let alone = before.is_none_or(|b| !b.is_ascii_alphanumeric() && b < 0x80);
        let initial = alone
            && after == Some(b'.')
            && text[at..].starts_with(|c: char| "АВЕКМНОРСТХ".contains(c))
            && is_latin_name(text[at + 3..].trim_start_matches([' ', '\u{a0}']));
        if latin(before) || latin(after) || initial {
            let span = word_around(text, at, at + 2);
            free = span.end;
            found.push((Noise::LookAlike, span));
        }
    }
}

fn is_latin_name(rest: &str) -> bool {
    let mut bytes = rest.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_uppercase())
        && bytes.next().is_some_and(|b| b.is_ascii_alphabetic())
}

/// The longest word that is shown, in characters to each side.
const SIDE: usize = 40;

/// The word that holds a stretch.
fn word_around(text: &str, start: usize, end: usize) -> Span {
    let part = |c: &char| !c.is_whitespace();
    let back: usize =
        text[..start].chars().rev().take_while(part).map(char::len_utf8).take(SIDE).sum();
    let on: usize = text[end..].chars().take_while(part).map(char::len_utf8).take(SIDE).sum();
    let span = Span::new(start - back, end + on);
    let word = span.of(text);
    let head = word.len() - word.trim_start_matches(['"', '“', '(', '[', '«', '‘']).len();
    let bare = word.trim_end_matches(['"', '”', ')', ']', ',', ';', '.', '»', '’']).len();
    Span::new((span.start + head).min(start), (span.start + bare).max(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_where_spaces_and_line_ends_are() {
        let text = "a bc\nd  é\u{a0}!\t\u{80}x ".repeat(4);
        for length in 0..=64 {
            let chunk = &text.as_bytes()[..length];
            let gap = |(n, byte): (usize, &u8)| u64::from(matches!(byte, b' ' | b'\n')) << n;
            let expected = chunk.iter().enumerate().map(gap).fold(0, |all, bit| all | bit);
            assert_eq!(gaps(chunk), expected, "{length}");
        }
    }

    #[test]
    fn noise_is_found_and_near_forms_are_not() {
        for (text, expected) in [
            ("We saw the the mine.", vec!["the the"]),
            ("He said that that had had a cause. Very very so so.", vec![]),
            ("In B e r l i n and W A V E S too.", vec!["B e r l i n", "W A V E S"]),
            ("Plan A B C D. I a I. x y", vec![]),
            (
                "The AviÃ³n and the donâ€™t \u{fffd} Charg‚.",
                vec!["AviÃ³n", "donâ€™t", "\u{fffd}", "Charg‚"],
            ),
            ("The école créée, naïve, „quoted“ «yes». Why? Yes.", vec![]),
            ("The Mini?ter said so?and", vec!["Mini?ter", "so?and"]),
            ("ÄãºÃ came", vec!["ÄãºÃ"]),
            ("The Sоviet side and С. Orlo; К. Орло и США.", vec!["Sоviet", "С"]),
            ("Товарищ Орло сказал: да.", vec![]),
        ] {
            let found = noise(text, Span::new(0, text.len()));
            let told: Vec<&str> = found.iter().map(|(_, span)| span.of(text)).collect();
            assert_eq!(told, expected, "{text}");
        }
    }
}
