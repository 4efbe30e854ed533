//! Sentences of a paragraph.
//!
//! ```text
//! paragraph = point? (sentence space*)+
//! point     = (number | letter) ("." | ")") space | "(" (number | letter) ")" space | bullet
//! sentence  = text stop+ closing* callout?           ; then space and a capital, or the end
//! closing   = "”" | "\"" | "’" | ")" | "]" | "»"
//! callout   = 1*2DIGIT                               ; "soon.2 The Minister"
//! ```
//!
//! A stop after an abbreviation ends nothing, unless a word follows that only a sentence begins
//! with. What stands in quotation marks or brackets stays in its sentence.

use memchr::memchr;

use crate::grammar::cue::{is_office, lexicon};
use crate::grammar::name::is_initial;
use crate::grammar::words::words;
use crate::span::Span;

/// The longest quotation that is kept whole, in bytes; a longer one is sentences of its own.
const QUOTATION: usize = 600;
/// The longest bracket or parenthesis that is kept whole, in bytes.
const BRACKET: usize = 160;

/// Gives the sentences of a stretch of text, in order, without the number before the first.
pub(crate) fn sentences(text: &str, within: Span) -> Sentences<'_> {
    let stretch = within.of(text);
    let at = point(stretch);
    Sentences { stretch, base: within.start, at }
}

/// The sentences of a stretch of text.
#[derive(Debug)]
pub(crate) struct Sentences<'t> {
    stretch: &'t str,
    base: usize,
    at: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = &self.stretch[self.at..];
        let start = self.at + rest.len() - rest.trim_start().len();
        if start == self.stretch.len() {
            self.at = start;
            return None;
        }
        let end = self.end(start);
        self.at = end;
        let written = self.stretch[start..end].trim_end();
        Some(Span::new(self.base + start, self.base + start + written.len()))
    }
}

impl Sentences<'_> {
    /// Finds where the sentence that begins at a byte ends.
    fn end(&self, start: usize) -> usize {
        let bytes = self.stretch.as_bytes();
        let mut at = start;
        loop {
            at += plain(&bytes[at..]);
            if at == bytes.len() {
                return at;
            }
            let closed = match bytes[at] {
                b'.' | b'?' | b'!' => match self.boundary(start, at) {
                    Some(end) => return end,
                    None => None,
                },
                b'(' => closing(bytes, at + 1, b')', BRACKET),
                b'[' => closing(bytes, at + 1, b']', BRACKET),
                b'"' => closing(bytes, at + 1, b'"', QUOTATION),
                0xE2 if bytes[at..].starts_with("“".as_bytes()) => {
                    closing_quote(&bytes[at + 3..]).map(|n| at + 3 + n)
                }
                0xE2 if bytes[at..].starts_with("…".as_bytes()) => {
                    match self.boundary(start, at + 2) {
                        Some(end) => return end,
                        None => Some(at + 2),
                    }
                }
                _ => None,
            };
            at = match closed {
                // The closing mark itself is read again if a stop stands before it.
                Some(close) if matches!(bytes[close - 1], b'.' | b'?' | b'!') => {
                    match self.boundary(start, close - 1) {
                        Some(end) => return end,
                        None => close + 1,
                    }
                }
                Some(close) => close + 1,
                None => at + 1,
            };
        }
    }

    /// Tells where the sentence ends if the stop at a byte ends it.
    fn boundary(&self, start: usize, stop: usize) -> Option<usize> {
        let bytes = self.stretch.as_bytes();
        let mut end = stop + 1;
        while matches!(bytes.get(end), Some(b'.' | b'?' | b'!')) {
            end += 1;
        }
        while let [b' ', b'.', ..] = bytes.get(end..).unwrap_or_default() {
            end += 2;
        }
        end += closers(&bytes[end..]);
        let digits = bytes[end..].iter().take_while(|b| b.is_ascii_digit()).count();
        let after = bytes.get(end + digits).copied();
        if digits > 0 && digits <= 2 && after.is_none_or(|b| b.is_ascii_whitespace() || b == b'[') {
            end += digits;
        }
        let rest = &self.stretch[end..];
        let next = rest.trim_start();
        let first = next.chars().next();
        let Some(first) = first else { return Some(end) };
        if rest.len() == next.len() && first != '[' {
            return None;
        }
        let opens = first.is_uppercase()
            || first.is_ascii_digit()
            || matches!(first, '“' | '"' | '[' | '(' | '«' | '‘' | '—');
        if !opens {
            return None;
        }
        if bytes[stop] != b'.' {
            return Some(end);
        }
        let before = last_word(&self.stretch[start..stop]);
        // `V. I. Orlo`: the second letter is no pronoun.
        let initials = before.len() == 1 && next.as_bytes().get(1) == Some(&b'.');
        let ends = lexicon::ends(before, first_word(next))
            && !is_of_an_office(&self.stretch[start..stop], before, next);
        (!initials && ends).then_some(end)
    }
}

/// Tells whether an abbreviation belongs to the office after it: "The U.S. Ambassador asked".
///
/// Near form: "… of the U.S. Ambassador Orlo said", where the office has its name.
fn is_of_an_office(written: &str, abbreviation: &str, next: &str) -> bool {
    let led = written.strip_suffix(abbreviation).map(str::trim_end).unwrap_or_default();
    let opens = led == "The";
    if !abbreviation.contains('.') || !(opens || led.ends_with(" the")) {
        return false;
    }
    let mut words = next.split_ascii_whitespace().skip_while(|word| is_office(word));
    is_office(first_word(next))
        && (opens || words.next().is_some_and(|word| !word.starts_with(char::is_uppercase)))
}

/// Counts the letters and spaces with which bytes begin: they end nothing.
fn plain(bytes: &[u8]) -> usize {
    // Sixteen at a time without a branch between, which the machine reads at once.
    let chunks = bytes.chunks_exact(16);
    let all = |chunk: &&[u8]| chunk.iter().fold(0, |any, byte| any | may_end(*byte)) == 0;
    let from = chunks.take_while(all).count() * 16;
    bytes[from..].iter().position(|byte| may_end(*byte) != 0).map_or(bytes.len(), |at| from + at)
}

/// Tells by a number that is not 0 whether with a byte a mark may begin at which a sentence ends
/// or a bracket opens; a number, so that many bytes are looked at in one step.
#[inline]
fn may_end(byte: u8) -> u8 {
    let mark = u8::from(byte < b'@') & u8::from(byte != b' ');
    mark | u8::from(byte == b'[') | u8::from(byte == 0xE2)
}

/// The bytes of the marks that close a quotation or a bracket after a stop.
fn closers(bytes: &[u8]) -> usize {
    let mut n = 0;
    loop {
        match &bytes[n..] {
            [b'"' | b')' | b']' | b'\'', ..] => n += 1,
            [0xE2, 0x80, 0x9D | 0x99, ..] => n += 3,
            [0xC2, 0xBB, ..] => n += 2,
            _ => return n,
        }
    }
}

fn closing(bytes: &[u8], from: usize, mark: u8, farthest: usize) -> Option<usize> {
    let last = bytes.len().min(from + farthest);
    memchr(mark, bytes.get(from..last)?).map(|n| from + n)
}

/// Finds the first byte of the closing quotation mark.
fn closing_quote(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().min(QUOTATION);
    let mut from = 0;
    while let Some(n) = memchr(0xE2, &bytes[from..last]) {
        if bytes[from + n..].starts_with("”".as_bytes()) {
            return Some(from + n);
        }
        from += n + 1;
    }
    None
}

fn last_word(before: &str) -> &str {
    let from = before.len().saturating_sub(24);
    let from = (from..=before.len()).find(|i| before.is_char_boundary(*i)).unwrap_or(0);
    let tail = &before[from..];
    let word = tail.rsplit(|c: char| c.is_whitespace() || c == '—').next().unwrap_or(tail);
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

fn first_word(next: &str) -> &str {
    let next = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len());
    &next[..end]
}

/// Gives the bytes of the number, letter or bullet before a paragraph's first sentence.
pub(crate) fn point(paragraph: &str) -> usize {
    let bytes = paragraph.as_bytes();
    let open = usize::from(bytes.first() == Some(&b'('));
    let inside = &bytes[open..];
    let digits = inside.iter().take_while(|b| b.is_ascii_digit()).count();
    let letters = inside.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let sign = if digits > 0 && digits <= 3 {
        digits
    } else if letters == 1 || (open == 1 && letters <= 4) || roman(&inside[..letters]) {
        letters
    } else {
        0
    };
    let mark = inside.get(sign).copied();
    let marked = if open == 1 { mark == Some(b')') } else { matches!(mark, Some(b'.' | b')')) };
    if sign > 0 && marked {
        let end = open + sign + 1;
        let rest = &paragraph[end..];
        let next = rest.trim_start();
        let initial = open == 0 && digits == 0 && !is_lettered(inside[0], next);
        if next.len() < rest.len() && !initial {
            return end + rest.len() - next.len();
        }
    }
    let bullet = paragraph.trim_start_matches(['•', '-', '–', '—', '*', '·']);
    let next = bullet.trim_start();
    let is_bullet = bullet.len() < paragraph.len() && next.len() < bullet.len();
    if is_bullet { paragraph.len() - next.len() } else { 0 }
}

fn roman(letters: &[u8]) -> bool {
    (2..=4).contains(&letters.len())
        && letters.iter().all(|b| matches!(b, b'I' | b'V' | b'X' | b'i' | b'v' | b'x'))
}

/// Tells a lettered point, `B. The mines`, from an initial, `B. Orlo said`.
fn is_lettered(letter: u8, next: &str) -> bool {
    let roman = matches!(letter, b'I' | b'V' | b'X');
    letter.is_ascii_lowercase()
        // `V. I. Orlo` has two initials.
        || roman && !words(next).next().is_some_and(is_initial)
        || !roman && lexicon::is_starter(first_word(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(paragraph, Span::new(0, paragraph.len()))
            .map(|span| span.of(paragraph))
            .collect();
        assert_eq!(found, expected, "{paragraph:?}");
    }

    #[test]
    fn sentences_end_at_stops() {
        check("Orlo said yes. He left. ", &["Orlo said yes.", "He left."]);
        check("He would go soon.2 The rest stayed.3", &["He would go soon.2", "The rest stayed.3"]);
        check("He asked why? Nobody knew! So.", &["He asked why?", "Nobody knew!", "So."]);
        check("He called it “a pity.” They left.", &["He called it “a pity.”", "They left."]);
        check("It began … The rest followed.", &["It began …", "The rest followed."]);
        check("It began. . . . The rest.", &["It began. . . .", "The rest."]);
        check(
            "They met at 4 p.m. The Minister spoke.",
            &["They met at 4 p.m.", "The Minister spoke."],
        );
        check("We go.[Page 3] They stay.", &["We go.", "[Page 3] They stay."]);
    }

    #[test]
    fn stops_that_end_nothing() {
        for whole in [
            "Mr. Orlo and Gen. Vey met Lic. Rivel in St. Orban.",
            "The U.S. Government and the U.N. Mission met at 4 p.m. Tuesday.",
            "J. K. Orlo read No. 5 of the papers.",
            "It was recorded by V. Ts. Orlo and Yu. Rivel.",
            "It cost 3.5 million.",
            "He said, “We go. They stay. Nobody cares.” and left.",
            "It was (see p. 4. Also p. 5) clear.",
            "They came from [Page 12] Orban and left.",
            "It was well … and good.",
        ] {
            check(whole, &[whole]);
        }
    }

    #[test]
    fn points_are_no_sentences() {
        check("1. The mine. The dam.", &["The mine.", "The dam."]);
        check("(a) The mine.", &["The mine."]);
        check("(C) The mine.", &["The mine."]);
        check("B. The mine.", &["The mine."]);
        check("II. The mine.", &["The mine."]);
        check("• The mine.", &["The mine."]);
        check("B. Orlo said so.", &["B. Orlo said so."]);
        check("V. I. Orlo said so.", &["V. I. Orlo said so."]);
        check("1955 was hard.", &["1955 was hard."]);
    }

    #[test]
    fn a_quotation_left_open_is_not_kept() {
        check("“We go. They stay.", &["“We go.", "They stay."]);
        check("(We go. They stay.", &["(We go.", "They stay."]);
    }
}
