//! Footnotes that are told by their marks, each of which the text calls for: `¹`, `*`, `[a]`, `1.`.
//!
//! ```text
//! notes    = note+                                       ; a block each, the last of the document
//! note     = mark text                                   ; the marks count up from the first
//! mark     = raised | digits ("." | ")")? | enclosed | signs
//! enclosed = "(" digits ")" | "/" digits "/" | "[" (digits | letter | signs) "]"
//! ```
//!
//! A speaker's own list stands at the end of a record too: every note must be called for, in the
//! order of the notes, and no callout of that form may go beyond them.

use crate::assemble::callouts::{is_power, raised};
use crate::block::Block;
use crate::grammar::callout::{Glue, glue};
use crate::grammar::source_note::is_source_note;
use crate::grammar::words;
use crate::span::Span;

/// The notes at a document's end and the words that call for them.
#[derive(Debug)]
pub(crate) struct Foot<'t> {
    /// The block at which the notes begin.
    pub(crate) at: usize,
    /// The notes, each with the length of its mark.
    pub(crate) notes: Vec<(usize, Span)>,
    /// The callouts in order, each with what it counts with, and the place of its note.
    pub(crate) callouts: Vec<(Key<'t>, usize, Span)>,
}

/// What a mark counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key<'t> {
    Number(u32),
    Letter(char),
    Signs(&'t str),
}

impl std::fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Key::Number(number) => write!(f, "{number}"),
            Key::Letter(letter) => write!(f, "{letter}"),
            Key::Signs(signs) => f.write_str(signs),
        }
    }
}

impl Key<'_> {
    fn is_first(self) -> bool {
        matches!(self, Key::Number(1) | Key::Letter('a') | Key::Signs("*" | "†"))
    }

    /// Whether notes count on from this mark to the next.
    fn leads_to(self, next: Key<'_>) -> bool {
        match (self, next) {
            (Key::Number(one), Key::Number(next)) => one.checked_add(1) == Some(next),
            (Key::Letter(one), Key::Letter(next)) => u32::from(one) + 1 == u32::from(next),
            (Key::Signs(one), Key::Signs(next)) => one != next,
            (Key::Number(_) | Key::Letter(_) | Key::Signs(_), _) => false,
        }
    }
}

/// How a mark is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `¹`
    Raised,
    /// `1`, `1.`, `1)`
    Plain,
    /// `(1)`
    Round,
    /// `/1/`
    Slashed,
    /// `[1]`, `[a]`, `[*]`
    Square,
    /// `*`, `†`
    Signs,
}

const FORMS: [Form; 6] =
    [Form::Raised, Form::Plain, Form::Round, Form::Slashed, Form::Square, Form::Signs];

/// A mark: its form, what it counts with, and how long it is with its brackets.
#[derive(Clone, Copy, Debug)]
struct Mark<'t> {
    form: Form,
    key: Key<'t>,
    len: usize,
}

/// A mark in the text that may call for a note.
struct Call<'t> {
    form: Form,
    key: Key<'t>,
    span: Span,
    /// Whether nothing else explains it.
    sure: bool,
}

/// Signs that count notes where numbers do not.
const SIGNS: [char; 4] = ['*', '†', '‡', '§'];
/// How many bytes before a number decide what it is.
const WINDOW: usize = 40;

/// Finds the notes at the end of a document.
pub(crate) fn foot<'t>(text: &'t str, blocks: &[Block]) -> Option<Foot<'t>> {
    let marked = |block: &Block| opening(block.span.of(text)).map(|mark| (mark, block.span));
    let (last, _) = blocks.last().and_then(marked)?;
    let mut run: Vec<(Mark<'t>, Span)> = Vec::new();
    for (mark, span) in blocks.iter().rev().map_while(marked) {
        let goes_on = |next: &(Mark<'t>, Span)| mark.key.leads_to(next.0.key);
        if mark.form != last.form || !run.last().is_none_or(goes_on) {
            break;
        }
        run.push((mark, span));
    }
    run.reverse();
    let (first, _) = run.first()?;
    let at = blocks.len() - run.len();
    // What a speaker announces he counts himself.
    let announced = blocks[..at].last()?.span.of(text).ends_with([':', '—']);
    if announced || !first.key.is_first() {
        return None;
    }
    let mut calls = Vec::new();
    for block in &blocks[..at] {
        read(text, block.span, &mut calls)?;
    }
    let callouts = FORMS.iter().find_map(|form| joined(&run, &calls, *form))?;
    let notes = run.iter().map(|(mark, span)| (mark.len, *span)).collect();
    Some(Foot { at, notes, callouts })
}

/// The callouts of one form, if they call for every note in order and for no other.
fn joined<'t>(
    run: &[(Mark<'t>, Span)],
    calls: &[Call<'t>],
    form: Form,
) -> Option<Vec<(Key<'t>, usize, Span)>> {
    let (first, last) = (run.first()?.0.key, run.last()?.0.key);
    let place = |key: Key<'_>| match (key, first, last) {
        (Key::Number(number), Key::Number(from), Key::Number(to)) => {
            (from..=to).contains(&number).then(|| (number - from) as usize)
        }
        _ => run.iter().position(|(mark, _)| mark.key == key),
    };
    let (mut callouts, mut next) = (Vec::new(), 0);
    for call in calls.iter().filter(|call| call.form == form) {
        match place(call.key) {
            // A note may be called for again.
            Some(note) if note < next => {}
            Some(note) if note == next => next += 1,
            None if !call.sure => continue,
            Some(_) | None => return None,
        }
        let note = place(call.key)?;
        callouts.push((call.key, note, call.span));
    }
    (next == run.len()).then_some(callouts)
}

impl Foot<'_> {
    /// The number by which a callout and its note are joined.
    pub(crate) fn number(&self, callout: Span) -> Option<u32> {
        let at = self.callouts.binary_search_by_key(&callout, |(_, _, span)| *span).ok()?;
        u32::try_from(self.callouts[at].1 + 1).ok()
    }

    /// Tells whether a mark in the text stands where a callout does, and is none of its own.
    pub(crate) fn covers(&self, mark: Span) -> bool {
        let at = self.callouts.partition_point(|(_, _, span)| span.end <= mark.start);
        self.callouts.get(at).is_some_and(|(_, _, span)| span.start < mark.end)
    }

    /// Gives the note on the source, without its mark: the first or second note, where it opens
    /// with `Source:`.
    pub(crate) fn source(&self, text: &str) -> Option<Span> {
        self.notes.iter().take(2).find_map(|(mark, span)| {
            let words = span.of(text)[*mark..].trim_start();
            let start = span.end - words.len();
            is_source_note(words).then(|| Span::new(start, span.end))
        })
    }
}

/// Reads the mark with which a note opens.
fn opening(block: &str) -> Option<Mark<'_>> {
    let mark = mark(block)?;
    let len = match mark.form {
        Form::Plain => mark.len + usize::from(block[mark.len..].starts_with(['.', ')'])),
        Form::Raised | Form::Round | Form::Slashed | Form::Square | Form::Signs => mark.len,
    };
    let rest = &block[len..];
    let words = rest.trim_start();
    let apart = words.len() < rest.len() || matches!(mark.form, Form::Raised | Form::Signs);
    (apart && words.starts_with(|c: char| c.is_alphanumeric() || "“\"«„‘[(".contains(c)))
        .then_some(Mark { len, ..mark })
}

/// Reads a mark, brackets and all.
fn mark(rest: &str) -> Option<Mark<'_>> {
    let c = rest.chars().next()?;
    let close = match c {
        '(' => Some((Form::Round, ')')),
        '/' => Some((Form::Slashed, '/')),
        '[' => Some((Form::Square, ']')),
        _ => None,
    };
    if let Some((form, close)) = close {
        let within = &rest[1..];
        let letter = within.chars().next().filter(char::is_ascii_lowercase);
        let inner = bare(within).map(|mark| (mark.form, mark.key, mark.len));
        let letter = letter.map(|letter| (Form::Square, Key::Letter(letter), 1));
        let (inside, key, len) = inner.or(letter)?;
        let may = match inside {
            Form::Plain => true,
            Form::Square | Form::Signs => form == Form::Square,
            Form::Raised | Form::Round | Form::Slashed => false,
        };
        let closed = may && within[len..].starts_with(close);
        return closed.then_some(Mark { form, key, len: len + 2 });
    }
    bare(rest)
}

/// Reads a mark that no brackets enclose.
fn bare(rest: &str) -> Option<Mark<'_>> {
    let c = rest.chars().next()?;
    if c.is_ascii_digit() {
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number = (len <= 3).then(|| rest[..len].parse().ok()).flatten()?;
        return Some(Mark { form: Form::Plain, key: Key::Number(number), len });
    }
    if raised(c).is_some() {
        let tens = |number: u32, digit| number.saturating_mul(10).saturating_add(digit);
        let number = rest.chars().map_while(raised).fold(0, tens);
        let len = rest.find(|c| raised(c).is_none()).unwrap_or(rest.len());
        return Some(Mark { form: Form::Raised, key: Key::Number(number), len });
    }
    if SIGNS.contains(&c) {
        let len = rest.find(|other| other != c).unwrap_or(rest.len());
        let key = Key::Signs(&rest[..len]);
        return Some(Mark { form: Form::Signs, key, len });
    }
    None
}

/// Whether a character may open a mark.
fn may_open(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '(' | '/' | '[') || SIGNS.contains(&c) || raised(c).is_some()
}

/// Collects what may call for notes in a block; nothing where signs set words apart: `*word*`.
fn read<'t>(text: &'t str, within: Span, calls: &mut Vec<Call<'t>>) -> Option<()> {
    let block = within.of(text);
    let (mut at, mut opened, mut counted) = (0, 0i32, 0);
    while let Some(step) = block[at..].find(may_open) {
        let start = at + step;
        let (before, rest) = (&block[..start], &block[start..]);
        let Some(mark) = mark(rest) else {
            // Digits too many for a mark are passed over together.
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            at = start + digits.max(rest.chars().next().map_or(1, char::len_utf8));
            continue;
        };
        let mut end = start + mark.len;
        let after = &block[end..];
        let glued = before.ends_with(|c: char| !c.is_whitespace());
        let spoken = after.starts_with(char::is_alphanumeric);
        let mut sure = true;
        let calls_for = match mark.form {
            Form::Raised => glued && !spoken && !is_power(before),
            Form::Plain => {
                let from = words::boundary(before, before.len().saturating_sub(WINDOW));
                let found = glue(&before[from..], after).filter(|glue| *glue > Glue::Weak);
                sure = found.is_some_and(|glue| glue != Glue::Short);
                for c in block[counted..start].bytes() {
                    opened += i32::from(c == b'(') - i32::from(c == b')' && opened > 0);
                }
                counted = start;
                if found.is_some() && after.starts_with(')') && opened == 0 {
                    end += 1;
                }
                found.is_some()
            }
            Form::Round => {
                let stop = after.is_empty() || after.starts_with(['.', ',', ';', ':', '?', '!']);
                !before.is_empty() && !spoken && (glued || stop)
            }
            Form::Slashed => {
                !before.is_empty() && !spoken && !before.ends_with(|c: char| c.is_ascii_digit())
            }
            Form::Square => !before.is_empty() && !spoken,
            Form::Signs if spoken && !glued => return None,
            Form::Signs => glued && !spoken,
        };
        if calls_for {
            let span = Span::new(within.start + start, within.start + end);
            calls.push(Call { form: mark.form, key: mark.key, span, sure });
        }
        at = end;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Setting, blocks};
    use crate::source::lines;

    fn check(text: &str, expected: &[&str]) {
        let blocks = blocks(&lines(text), Setting::Unwrapped);
        let found = foot(text, &blocks).map_or_else(Vec::new, |foot| foot.callouts);
        let told: Vec<&str> = found.iter().map(|(_, _, span)| span.of(text)).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn notes_that_are_called_for() {
        check("Orlo: The note¹ of Hess².\n\n¹ Of May.\n\n² Paul Hess.", &["¹", "²"]);
        check("Orlo: The note1 of Hess.2\n\n1. Of May.\n\n2. Paul Hess.", &["1", "2"]);
        check("Orlo: The note1) came.\n\n1) Of May.", &["1)"]);
        check("Orlo: The note (that of May1) came.\n\n1) Of May.", &["1"]);
        check("Orlo: The note [1] came.\n\n1. Of May.", &["[1]"]);
        check("Orlo: The note(1) came.\n\n(1) Of May.", &["(1)"]);
        check("Orlo: The note/1/ came.\n\n/1/ Of May.", &["/1/"]);
        check("Orlo: The note [a] of Hess.[b]\n\n[a] Of May.\n\n[b] Paul.", &["[a]", "[b]"]);
        check("Orlo: The note* of Hess.**\n\n* Of May.\n\n** Paul.", &["*", "**"]);
        check("Orlo: The note* of Hess.†\n\n*Of May.\n\n†Paul.", &["*", "†"]);
        check("Orlo: The note[*] came.\n\n[*] Of May.", &["[*]"]);
    }

    #[test]
    fn what_a_speaker_counts() {
        check("Orlo: Two things.\n\n1. The lake.\n\n2. The dam.", &[]);
        check("Orlo: The note1 of Hess.2\n\nVey: Mine are:\n\n1. The lake.\n\n2. The dam.", &[]);
        check("Orlo: A note1, Hess2 and Oster3.\n\n1. The lake.\n\n2. The dam.", &[]);
        check("Orlo: We want (1) the lake and (2) the dam.\n\n(1) The lake.\n\n(2) The dam.", &[]);
        check("*Orlo:* Some things.\n\n* The lake.", &[]);
        check("Orlo: Four km² are ours.\n\n2. The dam.", &[]);
        check("Orlo: Points.\n\n* The lake.\n\n* The dam.", &[]);
    }
}
