//! Marks inside the text: brackets, parentheses, codes of exemption.
//!
//! One pass over the bytes of a paragraph; a bracket without its pair is a doubt, not a mark.

use memchr::memmem;
use nom::Offset;

use crate::assemble::enclosed::{self, Enclosed, Sign};
use crate::assemble::page_mark;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::mark::{self, Extent, Meaning};
use crate::grammar::mark_before;
use crate::grammar::{excision, exemption, words};
use crate::model::{Hand, Note, NoteKind, Written};
use crate::span::Span;

/// Finds the brackets and parentheses of stretches of text, as they follow.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub(crate) notes: Vec<Note>,
    pub(crate) doubts: Vec<Diagnostic>,
    /// A bracket that the last stretch opened and did not close.
    open: Option<Span>,
}

impl Marks {
    /// Reads a stretch of text.
    pub(crate) fn read(&mut self, text: &str, within: Span) {
        let stretch = within.of(text);
        if self.open.is_none() && !enclosed::may_enclose(stretch) {
            return;
        }
        let found = enclosed::enclosures(stretch);
        if let Some(open) = self.open.take() {
            self.close(text, open, within, found.unopened);
        }
        let mut outer: Option<Span> = None;
        let crosses = |kept: Span, span: Span| span.start < kept.end && span.end > kept.end;
        for pair in &found.pairs {
            let span = Span::new(within.start + pair.start, within.start + pair.end);
            // `[laughs (a] b)`: the one that opened first stands.
            let last = self.notes.last().map(|note| note.span);
            if outer.into_iter().chain(last).any(|kept| crosses(kept, span)) {
                continue;
            }
            let inner = outer.is_some_and(|outer| outer.contains(span));
            let Some(note) = note(text, within, span, *pair) else { continue };
            if !inner {
                outer = Some(span);
                self.notes.push(note);
            } else if pair.sign == Sign::Square && cuts(note.kind) {
                self.notes.push(note);
            }
        }
        let mut unclosed = found.unclosed.iter().map(|at| within.start + at);
        let last = unclosed.next_back();
        for at in unclosed {
            self.doubt(text, at);
        }
        if let Some(at) = last {
            if within.end - at < LONGEST_CUT {
                self.open = Some(Span::new(at, within.end));
            } else {
                self.doubt(text, at);
            }
        }
    }

    /// Reads the bracket that closes in another stretch than it opens in, for a page ends
    /// between: nothing else may stand there.
    fn close(&mut self, text: &str, open: Span, within: Span, unopened: Option<usize>) {
        let close = unopened.map(|at| within.start + at);
        let Some(close) = close.filter(|close| close - within.start < LONGEST_CUT) else {
            return self.doubt(text, open.start);
        };
        let (first, last) = (open.of(text), &text[within.start..close]);
        let inside = format!("{} {}", first.trim_start_matches(['[', '［', '〔', '【']), last);
        let span =
            Span::new(open.start, close + text[close..].chars().next().map_or(1, char::len_utf8));
        let meaning = mark::bracket(&inside, "", Extent::Whole);
        self.notes.push(made(meaning, span, &inside, None));
    }

    fn doubt(&mut self, text: &str, at: usize) {
        let kind = DiagnosticKind::UnclosedBracket;
        let bracket = text[at..].chars().next().map_or(0, char::len_utf8);
        self.doubts.push(Diagnostic { span: Span::new(at, at + bracket), kind });
    }

    /// Ends the reading; a bracket that is still open is a doubt.
    pub(crate) fn finish(&mut self, text: &str) {
        if let Some(open) = self.open.take() {
            self.doubt(text, open.start);
        }
    }
}

/// The longest part of a bracket that a page's end may cut off, in bytes.
const LONGEST_CUT: usize = 600;

/// Marks that are told apart even within another mark.
fn cuts(kind: NoteKind) -> bool {
    matches!(kind, NoteKind::PageMark | NoteKind::Excision | NoteKind::Omission | NoteKind::Unclear)
}

/// Adds what is withheld in words that stand in no bracket of their own: `2 pages not
/// declassified.` at the end of a source note, a code of exemption.
pub(crate) fn unbracketed(whole: &str, within: Span, notes: &mut Vec<Note>) {
    let text = &whole[..within.end];
    let mut covered: Vec<Span> =
        notes.iter().filter(|note| note.kind == NoteKind::Excision).map(|note| note.span).collect();
    covered.sort_unstable();
    let free = |at: usize| {
        let before = covered.partition_point(|span| span.start <= at);
        before.checked_sub(1).is_none_or(|last| covered[last].end <= at)
    };
    for at in places(text, within, "declass").filter(|at| free(*at)) {
        let from = words::boundary(text, at.saturating_sub(excision::LONGEST).max(within.start));
        let Some(start) = clause_start(&text[from..at]) else { continue };
        let rest = &text[at..];
        let end = at + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        add(text, &text[from + start..end], notes);
    }
    for code in exemption::CODES {
        for at in places(text, within, code) {
            let rest = &text[at..words::boundary(text, text.len().min(at + LONGEST_CODE))];
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            let word = &rest[..end.unwrap_or(rest.len())];
            let apart = !text[..at].ends_with(|c: char| c.is_alphanumeric());
            if apart && free(at) && exemption::exemption(word).is_some() {
                add(text, word, notes);
            }
        }
    }
}

/// Where the clause begins that ends in `not` and a verb of declassifying: as far back as words
/// measure and name, if a sentence or a part of one begins there. Words of another kind make it
/// speech: `the report was not declassified`.
fn clause_start(before: &str) -> Option<usize> {
    let mut start = before.trim_end().strip_suffix("not")?.len();
    let mut said = 0;
    loop {
        let head = before[..start].trim_end();
        let apart = before[head.len()..start].matches('\n').count() > 1;
        let ends = head.is_empty() || head.ends_with(|c: char| !c.is_alphanumeric() && c != ')');
        let word = head.rsplit(|c: char| c.is_whitespace() || c == '[').next().unwrap_or_default();
        if apart || word.is_empty() || !excision::is_of_clause(word) {
            return (said > 0 && (apart || ends)).then_some(start);
        }
        said += 1;
        start = head.len() - word.len();
    }
}

/// A code of exemption is shorter, in bytes.
const LONGEST_CODE: usize = 16;

/// Where words stand in a stretch of text, in bytes of the text.
fn places<'t>(text: &'t str, within: Span, words: &'t str) -> impl Iterator<Item = usize> + 't {
    let found = memmem::find_iter(within.of(text).as_bytes(), words.as_bytes());
    found.map(move |at| within.start + at)
}

fn add(text: &str, clause: &str, notes: &mut Vec<Note>) {
    if let Some(excision) = excision::clause(clause) {
        let start = text.offset(clause);
        let span = Span::new(start, start + clause.len());
        notes.push(made(excision.into(), span, clause, None));
    }
}

/// The parenthesis with which a speech opens, an enumerator's apart: `(smiling) Yes.`
pub(crate) fn opening(text: &str, speech: Span) -> Option<Span> {
    let words = speech.of(text);
    if !words.starts_with(['(', '（']) {
        return None;
    }
    let end = words::boundary(words, words.len().min(OPENING));
    let pairs = enclosed::enclosures(&words[..end]).pairs;
    let close = pairs.iter().find(|pair| pair.start == 0 && pair.sign == Sign::Round)?.end;
    let inside = mark::inside(&words[..close]);
    let remark = inside.chars().count() > if inside.is_ascii() { 3 } else { 1 }
        && inside.chars().any(char::is_alphabetic)
        && words[close..].starts_with(char::is_whitespace) | words.starts_with('（')
        && close < words.len();
    remark.then(|| Span::new(speech.start, speech.start + close))
}

/// The longest remark with which a speech opens, in bytes.
const OPENING: usize = 1000;
/// How far back a bracket is read with the words before it, in bytes.
const WINDOW: usize = 160;

/// The last words of a stretch: what a bracket explains is not farther back.
fn tail(before: &str) -> &str {
    &before[words::boundary(before, before.len().saturating_sub(WINDOW))..]
}

/// Tells what a bracket is; an ordinary parenthesis in a sentence is no mark.
fn note(text: &str, within: Span, span: Span, pair: Enclosed) -> Option<Note> {
    let written = span.of(text);
    let inside = mark::inside(written);
    let before = tail(&text[within.start..span.start]);
    let mut abbreviation = None;
    let extent = if span == within { Extent::Whole } else { Extent::Part };
    let meaning = match pair.sign {
        Sign::Square => {
            if page_mark::is_page_mark(written) {
                NoteKind::PageMark.into()
            } else if mark::is_obfuscated_address(inside) {
                return None;
            } else {
                abbreviation = mark_before::abbreviation_before(before, inside);
                match abbreviation {
                    Some(_) => NoteKind::Expansion.into(),
                    None => mark::bracket(inside, before, extent),
                }
            }
        }
        Sign::Round => {
            abbreviation = mark_before::abbreviation_before(before, inside);
            match abbreviation {
                Some(_) => NoteKind::Expansion.into(),
                None => mark::parenthesis(inside, before, &text[span.end..within.end], extent)?,
            }
        }
        Sign::Angle | Sign::Slash => mark::other_enclosure(inside, extent)?,
    };
    let kind = meaning.kind;
    let corrects = matches!(kind, NoteKind::Correction | NoteKind::Query);
    let of = abbreviation.or_else(|| corrects.then(|| mark_before::word_before(before)).flatten());
    let of = of.map(|word| {
        let start = text.offset(word);
        Written { text: word.to_owned(), span: Span::new(start, start + word.len()) }
    });
    let mut note = made(meaning, span, inside, of);
    note.hand = match pair.sign {
        Sign::Square | Sign::Angle => Hand::Editor,
        Sign::Round | Sign::Slash => source_or_editor(kind),
    };
    Some(note)
}

/// Parentheses are the source's own, but for what only editors say in them.
fn source_or_editor(kind: NoteKind) -> Hand {
    match kind {
        NoteKind::Excision | NoteKind::Omission | NoteKind::PageMark => Hand::Editor,
        NoteKind::Supplied
        | NoteKind::Expansion
        | NoteKind::Query
        | NoteKind::Doubtful
        | NoteKind::Correction
        | NoteKind::Sic
        | NoteKind::Original
        | NoteKind::Unclear
        | NoteKind::Stage
        | NoteKind::Editorial
        | NoteKind::Parenthesis
        | NoteKind::Callout
        | NoteKind::Footnote
        | NoteKind::RunningHead
        | NoteKind::PortionMark
        | NoteKind::Interpreter
        | NoteKind::Attachment
        | NoteKind::Signature => Hand::Source,
    }
}

fn made(meaning: Meaning, span: Span, inside: &str, of: Option<Written>) -> Note {
    let mut note = Note::new(meaning.kind, span, inside.trim().to_owned(), of);
    note.excision = meaning.excision;
    note
}
