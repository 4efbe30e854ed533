//! A page in the making: words, white space as it prints, blocks, marks that open and close.

use crate::source::{Draft, Mark, MarkKind};
use crate::span::Span;

/// What stands between what was put down and what comes next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Nothing.
    #[default]
    None,
    /// White space.
    Space,
    /// A tabulator, between cells.
    Cell,
    /// A line end.
    Line,
    /// A blank line.
    Paragraph,
}

/// Where a word may be divided, and is not.
const SOFT_HYPHEN: char = '\u{ad}';

/// How a bracket that was asked for stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bracket {
    /// No word came yet.
    Asked { round: bool },
    /// It was put down, and is to be closed.
    Open { round: bool },
    /// The file has one of its own.
    Own,
}

/// A page in the making.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    draft: Draft,
    next: Break,
    /// White space of the file that is to print as one space.
    space: Option<Span>,
    /// What prints before the next word of a block, and stands nowhere in the file.
    lead: Option<&'static str>,
    /// Marks that are open, the outermost first; `None` until their first word.
    open: Vec<Option<usize>>,
    /// How many of them wait for their first word: the innermost.
    waiting: usize,
    /// Brackets that were asked for, the outermost first, and how they stand.
    brackets: Vec<Bracket>,
}

impl Sheet {
    /// Puts down text of the file from byte `at`, its white space squeezed.
    pub(super) fn text(&mut self, words: &str, at: usize) {
        let mut from = 0;
        // Nobody sees a soft hyphen.
        for part in words.split_inclusive(SOFT_HYPHEN) {
            self.seen(part.trim_end_matches(SOFT_HYPHEN), at + from);
            from += part.len();
        }
    }

    fn seen(&mut self, words: &str, at: usize) {
        let mut from = 0;
        let bytes = words.as_bytes();
        while from < bytes.len() {
            let length = run(&bytes[from..], u8::is_ascii_whitespace);
            if length > 0 {
                self.white(Span::new(at + from, at + from + length));
                from += length;
                continue;
            }
            // Single spaces between words stay in one run of the origin.
            let to = from + words_end(&bytes[from..]);
            self.before_word(&words[from..to]);
            self.draft.written(&words[from..to], at + from);
            from = to;
        }
    }

    /// Puts down what bytes of the file stand for.
    pub(super) fn decoded(&mut self, words: &str, file: Span) {
        if words.bytes().all(|byte| byte.is_ascii_whitespace()) {
            return self.white(file);
        }
        if words.chars().all(|c| c == SOFT_HYPHEN) {
            return;
        }
        self.before_word(words);
        self.draft.decoded(words, file);
    }

    /// Puts down a reference that nobody explains, as it is written.
    pub(super) fn unexplained(&mut self, written: &str, file: Span) {
        self.before_word(written);
        self.draft.unexplained(written, file);
    }

    /// Puts down words that stand nowhere in the file.
    pub(super) fn supplied(&mut self, words: &str) {
        self.before_word(words);
        self.draft.supplied(words);
    }

    /// Notes white space.
    fn white(&mut self, file: Span) {
        if self.next == Break::None && !self.draft.text().is_empty() {
            self.next = Break::Space;
            self.space = Some(file);
        }
    }

    /// Asks for a break before the next word, if there is no greater one.
    pub(super) fn set_apart(&mut self, by: Break) {
        if by > self.next {
            self.next = by;
            self.space = None;
        }
    }

    /// Takes a break back: the next word follows after a space.
    pub(super) fn join(&mut self) {
        self.next = if self.draft.text().is_empty() { Break::None } else { Break::Space };
        self.space = None;
    }

    /// Asks that the next word follow without white space.
    pub(super) fn glue(&mut self) {
        if self.next <= Break::Space {
            self.next = Break::None;
            self.space = None;
        }
    }

    /// Asks for words before the next word; they stand nowhere in the file.
    pub(super) fn lead(&mut self, words: &'static str) {
        self.lead = Some(words);
    }

    /// Tells whether the next word opens a block.
    pub(super) fn is_at_start(&self) -> bool {
        self.next >= Break::Line || self.draft.text().is_empty()
    }

    /// Gives what comes before the next word.
    pub(super) fn next(&self) -> Break {
        self.next
    }

    /// Gives the text so far.
    pub(super) fn written(&self) -> &str {
        self.draft.text()
    }

    /// Opens a mark at the next word.
    pub(super) fn open(&mut self) {
        self.open.push(None);
        self.waiting += 1;
    }

    /// Closes the innermost mark; a mark without words stands at the end of the text.
    pub(super) fn close(&mut self, kind: Option<MarkKind>) {
        let end = self.draft.text().len();
        let Some(start) = self.open.pop() else { return };
        if start.is_none() {
            self.waiting -= 1;
        }
        if let (Some(kind), Some(start)) = (kind, start) {
            self.draft.mark(Mark { span: Span::new(start, end), kind });
        }
    }

    /// Puts down what stands on another sheet, as the next words.
    pub(super) fn take_in(&mut self, other: Self) {
        if !other.draft.text().is_empty() {
            self.before_word(other.draft.text());
            self.draft.append(other.draft);
        }
    }

    /// Gives what was put down, with nothing after it.
    pub(super) fn into_draft(self) -> Draft {
        self.draft
    }

    /// Puts words right behind the last one, before the break that comes next.
    pub(super) fn attach(&mut self, words: &str, file: Span, kind: MarkKind) {
        let start = self.draft.text().len();
        self.draft.decoded(words, file);
        self.draft.mark(Mark { span: Span::new(start, start + words.len()), kind });
    }

    /// Asks for a bracket around the next words, unless they have one of their own.
    pub(super) fn open_bracket(&mut self, round: bool) {
        self.brackets.push(Bracket::Asked { round });
    }

    /// Closes the innermost bracket.
    pub(super) fn close_bracket(&mut self) {
        if let Some(Bracket::Open { round }) = self.brackets.pop() {
            self.glue();
            self.supplied(if round { ")" } else { "]" });
        }
    }

    /// Puts down the break, the lead and brackets, and opens the marks that wait.
    fn before_word(&mut self, word: &str) {
        if !self.draft.text().is_empty() {
            match (self.next, self.space.take()) {
                (Break::None, _) => {}
                (Break::Space, Some(file)) => self.draft.decoded(" ", file),
                (Break::Space, None) => self.draft.supplied(" "),
                (Break::Cell, _) => self.draft.supplied("\t"),
                (Break::Line, _) => self.draft.supplied("\n"),
                (Break::Paragraph, _) => self.draft.supplied("\n\n"),
            }
        }
        self.next = Break::None;
        if let Some(lead) = self.lead.take() {
            self.draft.supplied(lead);
        }
        let at = self.draft.text().len();
        let settled = self.open.len() - self.waiting;
        for mark in &mut self.open[settled..] {
            *mark = Some(at);
        }
        self.waiting = 0;
        let asked = |bracket: &Bracket| matches!(bracket, Bracket::Asked { .. });
        let first = self.brackets.iter().rposition(|b| !asked(b)).map_or(0, |last| last + 1);
        for bracket in &mut self.brackets[first..] {
            if let Bracket::Asked { round } = *bracket {
                let enclosed = word.starts_with(['(', '[', '（', '［', '【', '〔'])
                    || round && word.starts_with(['/', '<']);
                *bracket = if enclosed {
                    Bracket::Own
                } else {
                    self.draft.supplied(if round { "(" } else { "[" });
                    Bracket::Open { round }
                };
            }
        }
    }
}

/// Gives the bytes before the first white space that is not one space between words.
fn words_end(bytes: &[u8]) -> usize {
    let white = |byte: u8| u8::from((byte == b' ') | (byte.wrapping_sub(b'\t') < 5));
    let space = |byte: u8| u8::from(byte == b' ');
    let mut at = 0;
    // Sixteen at a time without a branch between, which the machine reads at once.
    while let Some(chunk) = bytes[at..].first_chunk::<17>() {
        let mut ends = 0;
        for i in 0..16 {
            ends |= white(chunk[i]) & ((1 - space(chunk[i])) | white(chunk[i + 1]));
        }
        if ends > 0 {
            break;
        }
        at += 16;
    }
    let ends = |(i, byte): (usize, &u8)| {
        let next = bytes.get(at + i + 1);
        byte.is_ascii_whitespace() && (*byte != b' ' || next.is_none_or(u8::is_ascii_whitespace))
    };
    bytes[at..].iter().enumerate().position(ends).map_or(bytes.len(), |found| at + found)
}

fn run(bytes: &[u8], is: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is(byte)).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::words_end;

    #[test]
    fn words_end_at_white_space_that_is_not_one_space() {
        for (words, expected) in [
            ("Orlo said that it rained. ", 25),
            ("Orlo said  that it rained", 9),
            ("Orlo said that the dam\n was wet", 22),
            ("a b c d e f g h i j k l\tm", 23),
            ("\u{b}x y", 4),
            ("", 0),
        ] {
            assert_eq!(words_end(words.as_bytes()), expected, "{words:?}");
        }
    }
}
