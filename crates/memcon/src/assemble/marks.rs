//! Marks inside the text: brackets, parentheses, page marks, callouts.
//!
//! One pass over the bytes of a paragraph; a bracket without its pair within the paragraph is a
//! doubt, not a mark.

use memchr::{memchr, memchr2_iter, memchr3, memchr3_iter};
use nom::Offset;

use crate::assemble::paragraph;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::{mark, words};
use crate::model::{Note, NoteKind, Written};
use crate::span::Span;

/// Finds the brackets and parentheses of a stretch of text, outermost only.
pub(crate) fn brackets(
    text: &str,
    within: Span,
    notes: &mut Vec<Note>,
    doubts: &mut Vec<Diagnostic>,
) {
    let stretch = within.of(text);
    let bytes = stretch.as_bytes();
    if memchr3(b'[', b'(', 0xEF, bytes).or_else(|| memchr(b'<', bytes)).is_none() {
        return;
    }
    for cut in ["<…>", "<...>"] {
        for (at, mark) in stretch.match_indices(cut) {
            let span = Span::new(within.start + at, within.start + at + mark.len());
            let inside = mark::inside(mark).to_owned();
            notes.push(Note::new(NoteKind::Omission, span, inside, None));
        }
    }
    let pairs = pairs(stretch);
    let mut next = 0;
    for open in memchr3_iter(b'[', b'(', b'\xef', bytes) {
        if open < next || (bytes[open] == b'\xef' && !stretch[open..].starts_with('（')) {
            continue;
        }
        let pair = pairs.binary_search_by_key(&open, |pair| pair.0);
        let Ok(close) = pair.map(|at| pairs[at].1) else {
            if bytes[open] == b'[' {
                let at = within.start + open;
                let span = Span::new(at, at + 1);
                doubts.push(Diagnostic { span, kind: DiagnosticKind::UnclosedBracket });
            }
            continue;
        };
        next = close;
        let span = Span::new(within.start + open, within.start + close);
        let whole = span == within;
        if let Some(note) = note(text, within, span, whole) {
            notes.push(note);
        }
    }
}

/// The parenthesis with which a speech opens, an enumerator's apart: `(smiling) Yes.`
pub(crate) fn opening(text: &str, speech: Span) -> Option<Span> {
    let words = speech.of(text);
    if !words.starts_with(['(', '（']) {
        return None;
    }
    let close = closing(words, 0)?;
    let inside = mark::inside(&words[..close]);
    let remark = inside.chars().count() > if inside.is_ascii() { 3 } else { 1 }
        && inside.chars().any(char::is_alphabetic)
        && words[close..].starts_with(char::is_whitespace) | words.starts_with('（')
        && close < words.len();
    remark.then(|| Span::new(speech.start, speech.start + close))
}

/// The farthest that a bracket may close, in bytes.
const FARTHEST: usize = 4000;

/// Finds the brackets that close, each with its kind: where it opens and where it ends, by the
/// places where they open.
fn pairs(stretch: &str) -> Vec<(usize, usize)> {
    let mut open: [Vec<usize>; 3] = Default::default();
    let mut pairs = Vec::new();
    let bytes = stretch.as_bytes();
    let mut places: Vec<usize> = memchr3_iter(b'[', b'(', 0xEF, bytes).collect();
    places.extend(memchr2_iter(b']', b')', bytes));
    places.sort_unstable();
    for at in places {
        let Some(c) = stretch.get(at..).and_then(|rest| rest.chars().next()) else { continue };
        let (kind, closes) = match c {
            '[' => (0, false),
            ']' => (0, true),
            '(' => (1, false),
            ')' => (1, true),
            '（' => (2, false),
            '）' => (2, true),
            _ => continue,
        };
        if !closes {
            open[kind].push(at);
        } else if let Some(start) = open[kind].pop()
            && at - start < FARTHEST
        {
            pairs.push((start, at + c.len_utf8()));
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Finds the end of the bracket that opens at a byte; brackets of its own kind may nest.
fn closing(stretch: &str, open: usize) -> Option<usize> {
    let bytes = stretch.as_bytes();
    let (opening, closing): (&[u8], &[u8]) = match bytes[open] {
        b'[' => (b"[", b"]"),
        b'(' => (b"(", b")"),
        _ => ("（".as_bytes(), "）".as_bytes()),
    };
    let last = bytes.len().min(open + FARTHEST);
    let mut depth = 0usize;
    let mut at = open;
    while at < last {
        let rest = &bytes[at..last];
        if rest.starts_with(opening) {
            depth += 1;
            at += opening.len();
        } else if rest.starts_with(closing) {
            at += closing.len();
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        } else {
            at += 1;
        }
    }
    None
}

/// The last words of a stretch: what a bracket explains is not farther back.
fn tail(before: &str) -> &str {
    let from = before.len().saturating_sub(WINDOW);
    let from = (from..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(from);
    &before[from..]
}

/// How far back a bracket is read with the words before it, in bytes.
const WINDOW: usize = 160;

/// Tells what a bracket is; an ordinary parenthesis in a sentence is no mark.
fn note(text: &str, within: Span, span: Span, whole: bool) -> Option<Note> {
    let written = span.of(text);
    let inside = mark::inside(written);
    let before = tail(&text[within.start..span.start]);
    let abbreviation = mark::abbreviation_before(before, inside);
    let kind = if written.starts_with('[') {
        if paragraph::is_page_mark(written) {
            NoteKind::PageMark
        } else if mark::is_obfuscated_address(inside) {
            return None;
        } else if abbreviation.is_some() {
            NoteKind::Expansion
        } else {
            mark::bracket(inside, before, whole)
        }
    } else if abbreviation.is_some() {
        NoteKind::Expansion
    } else {
        let after = &text[span.end..within.end];
        mark::parenthesis(inside, before, after, whole)?
    };
    let of = match kind {
        NoteKind::Expansion => abbreviation,
        NoteKind::Correction | NoteKind::Query => mark::word_before(before),
        _ => None,
    };
    let of = of.map(|word| {
        let start = text.offset(word);
        Written { text: word.to_owned(), span: Span::new(start, start + word.len()) }
    });
    Some(Note::new(kind, span, inside.trim().to_owned(), of))
}

/// Finds footnote callouts: small numbers glued to a word or its stop that count up through the
/// document.
#[derive(Debug, Default)]
pub(crate) struct Callouts {
    last: u32,
    /// How many footnotes the document has; unknown where it has none.
    pub(crate) notes: Option<u32>,
}

impl Callouts {
    /// Reads the callouts of a stretch of text, in order.
    pub(crate) fn read(&mut self, text: &str, within: Span, notes: &mut Vec<Note>) {
        let bytes = &text.as_bytes()[..within.end];
        let mut at = within.start;
        while at < within.end {
            at += words::until_digit(&bytes[at..]);
            let start = at;
            if start == within.end {
                return;
            }
            while at < within.end && bytes[at].is_ascii_digit() {
                at += 1;
            }
            let span = Span::new(start, at);
            if at - start <= 3
                && self.is_callout(&text[within.start..start], &text[at..within.end], span.of(text))
            {
                notes.push(Note::new(NoteKind::Callout, span, span.of(text).to_owned(), None));
            }
        }
    }

    fn is_callout(&mut self, before: &str, after: &str, digits: &str) -> bool {
        let Ok(number) = digits.parse::<u32>() else { return false };
        let follows = number == self.last + 1
            || (self.notes.is_some() && number > self.last && number <= self.last + 3)
            || (number == 0 && self.last == 0);
        let known = self.notes.is_none_or(|notes| number <= notes);
        let found = follows && known && mark::is_glued(before) && mark::ends_callout(after);
        if found {
            self.last = number;
        }
        found
    }
}
