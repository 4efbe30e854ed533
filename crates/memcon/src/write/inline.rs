//! The words of a stretch with the marks that stand in them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rustc_hash::FxHashMap;

use crate::assemble::speech::speech;
use crate::model::{Memorandum, Note, NoteKind, PieceKind};
use crate::span::Span;

/// A run of a stretch.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Run {
    /// Words without a mark.
    Words(Span),
    /// A mark, as a place in the record's notes; the words it explains, if they stand right
    /// before it; and the runs of the mark itself.
    Note { note: usize, of: Option<Span>, runs: Vec<Run> },
    /// Words given verbatim within a reported turn, without their quotation marks.
    Quotation(Vec<Run>),
    /// What the page adds between the words.
    Furniture(Span),
}

/// How deep marks may stand in marks; what is deeper is words.
const DEPTH: usize = 8;

/// Something that marks a stretch.
#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    note: Option<usize>,
    of: Option<Span>,
    /// Whether it is what the page adds.
    is_added: bool,
}

/// Finds the marks of stretches of one record.
#[derive(Debug)]
pub(super) struct Marks<'m> {
    text: &'m str,
    notes: &'m [Note],
    /// In order of their beginnings, the longer first.
    all: Vec<Mark>,
}

impl<'m> Marks<'m> {
    pub(super) fn new(memorandum: &'m Memorandum) -> Self {
        let notes = memorandum.notes.iter().enumerate().map(|(place, note)| {
            let of = note.of.as_ref().map(|of| of.span);
            Mark { span: note.span, note: Some(place), of, is_added: false }
        });
        let quotations = memorandum.turns.iter().flat_map(|turn| &turn.quotations);
        let mark = |span, is_added| Mark { span, note: None, of: None, is_added };
        let quotations = quotations.map(|span| mark(*span, false));
        let added = memorandum.pieces.iter().filter(|piece| piece.kind == PieceKind::Furniture);
        let added = added.map(|piece| mark(piece.span, true));
        let all: Vec<Mark> = notes.chain(quotations).chain(added).collect();
        let notes = &memorandum.notes;
        Self { text: &memorandum.text, notes, all: untangled(all, notes) }
    }

    /// Gives the runs of a stretch; marks that reach beyond it are not told.
    pub(super) fn runs(&self, span: Span) -> Vec<Run> {
        let from = self.all.partition_point(|mark| mark.span.start < span.start);
        let to = self.all.partition_point(|mark| mark.span.start < span.end);
        let mut runs = self.within(span, &self.all[from..to], 0);
        self.rejoin(&mut runs);
        runs
    }

    /// Takes the hyphen from words that the end of a page breaks.
    fn rejoin(&self, runs: &mut [Run]) {
        let mut before: Option<usize> = None;
        for place in 0..runs.len() {
            let span = match &runs[place] {
                Run::Words(span) => *span,
                Run::Note { note, .. } if self.is_furniture(*note) => continue,
                Run::Furniture(_) => continue,
                Run::Note { .. } | Run::Quotation(_) => {
                    before = None;
                    continue;
                }
            };
            let words = span.of(self.text);
            if words.trim().is_empty() {
                continue;
            }
            let next = span.end - words.trim_start().len();
            if let Some(first) = before.filter(|first| first + 1 < place)
                && let Run::Words(broken) = runs[first]
                && let Some(whole) = broken.of(self.text).trim_end().strip_suffix('-')
                && whole.ends_with(char::is_lowercase)
                && words.trim_start().starts_with(char::is_lowercase)
            {
                runs[first] = Run::Words(Span::new(broken.start, broken.start + whole.len()));
                runs[place] = Run::Words(Span::new(next, span.end));
                for between in &mut runs[first + 1..place] {
                    if let Run::Words(space) = between {
                        *space = Span::new(space.end, space.end);
                    }
                }
            }
            before = Some(place);
        }
    }

    fn is_furniture(&self, note: usize) -> bool {
        matches!(self.notes[note].kind, NoteKind::PageMark | NoteKind::RunningHead)
    }

    /// Gives the runs of a stretch of a note, without the note itself.
    pub(super) fn runs_in(&self, note: usize, span: Span) -> Vec<Run> {
        let is_it = |run: &Run| matches!(run, Run::Note { note: place, .. } if *place == note);
        let mut runs = self.runs(span);
        match runs.iter().position(is_it).map(|place| runs.swap_remove(place)) {
            Some(Run::Note { runs, .. }) => runs,
            Some(Run::Words(_) | Run::Quotation(_) | Run::Furniture(_)) | None => runs,
        }
    }

    /// Tells whether a mark covers the whole stretch.
    pub(super) fn whole(&self, span: Span) -> Option<usize> {
        let at = self.all.partition_point(|mark| mark.span.start < span.start);
        self.all[at..]
            .iter()
            .take_while(|mark| mark.span.start == span.start)
            .find_map(|mark| mark.note.filter(|_| mark.span == span))
    }

    fn within(&self, span: Span, marks: &[Mark], depth: usize) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut at = span.start;
        let mut next = 0;
        while let Some(mark) = marks.get(next) {
            next += 1;
            let fits = mark.span.start >= at && mark.span.end <= span.end && !mark.span.is_empty();
            // A mark that is the whole of its parent stands in it only once.
            if !fits || depth > DEPTH {
                continue;
            }
            let inner = marks[next..].partition_point(|it| it.span.start < mark.span.end);
            let inside = &marks[next..next + inner];
            next += inner;
            let of = mark.of.filter(|of| {
                let between = self.text.get(of.end..mark.span.start);
                of.start >= at && between.is_some_and(|it| it.trim().is_empty())
            });
            let start = of.map_or(mark.span.start, |of| of.start);
            if at < start {
                runs.push(Run::Words(Span::new(at, start)));
            }
            let inside = self.within(mark.span, inside, depth + 1);
            runs.push(match mark.note {
                Some(note) => Run::Note { note, of, runs: inside },
                None if mark.is_added => Run::Furniture(mark.span),
                None => Run::Quotation(inside),
            });
            at = mark.span.end;
        }
        if at < span.end {
            runs.push(Run::Words(Span::new(at, span.end)));
        }
        runs
    }
}

/// Puts marks in order and parts those that cross, as no element may another: the first gives way
/// where it marks words of a speaker and the other does not; else the other begins at its end.
fn untangled(mut all: Vec<Mark>, notes: &[Note]) -> Vec<Mark> {
    let mut is_cut = vec![false; all.len()];
    let rank = |mark: &Mark| match mark.note {
        Some(note) if !notes[note].kind.is_outside_speech() => 1,
        None if !mark.is_added => 0,
        Some(_) | None => 2,
    };
    let next =
        |place: usize, mark: &Mark| Reverse((mark.span.start, Reverse(mark.span.end), place));
    let mut waiting: BinaryHeap<_> =
        all.iter().enumerate().map(|(place, mark)| next(place, mark)).collect();
    let mut parted: Vec<Option<Mark>> = Vec::with_capacity(all.len());
    // The marks around a place, as places in those parted; the innermost last.
    let mut around: Vec<(usize, usize)> = Vec::new();
    while let Some(Reverse((start, Reverse(end), place))) = waiting.pop() {
        let mark = all[place];
        while around.pop_if(|(_, ends)| *ends <= start).is_some() {}
        let crossed = around.partition_point(|(_, ends)| *ends >= end);
        let gives_way = |at: usize| parted[at].is_some_and(|it: Mark| rank(&it) < rank(&mark));
        if around[crossed..].iter().all(|(at, _)| gives_way(*at)) {
            for (at, _) in around.drain(crossed..) {
                parted[at] = None;
            }
            around.push((parted.len(), end));
            parted.push(Some(mark));
        } else if !is_cut[place] {
            is_cut[place] = true;
            all[place].span.start = around[crossed].1;
            all[place].of = None;
            waiting.push(next(place, &all[place]));
        }
    }
    parted.into_iter().flatten().collect()
}

/// Gives words as a line: line ends as spaces, broken words rejoined, one space at most.
pub(super) fn joined(words: &str) -> String {
    let spoken = speech(words, &[vec![Span::new(0, words.len())]], &[]);
    let space = |is: bool| if is { " " } else { "" };
    if spoken.is_empty() {
        return space(!words.is_empty()).to_owned();
    }
    let before = space(words.starts_with(char::is_whitespace));
    let after = space(words.ends_with(char::is_whitespace));
    format!("{before}{spoken}{after}")
}

/// Gives the number of a page mark: `79` of `[Page 79]`.
pub(super) fn page_number(words: &str) -> &str {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "[](){}-–—".contains(c));
    // Of the name of an image: `Talks, 1974.pdf/2`.
    words.rsplit(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default()
}

/// Gives the footnote of each callout, both as places in the record's notes.
pub(super) fn footnotes(memorandum: &Memorandum) -> FxHashMap<usize, usize> {
    let notes = memorandum.notes.iter().enumerate();
    let callouts = notes.filter(|(_, note)| note.kind == NoteKind::Callout);
    let joined = callouts.filter_map(|(place, note)| Some((place, note.joined?)));
    joined.filter(|(_, footnote)| *footnote < memorandum.notes.len()).collect()
}

/// Splits a footnote into its number and its words: `3` and `Not found.` of ` 3. Not found. ↩`.
pub(super) fn footnote(text: &str, span: Span) -> (&str, Span) {
    let whole = span.of(text);
    let words = whole.trim_end().trim_end_matches(['↩', '\u{fe0e}']).trim_end();
    let start = whole.len() - whole.trim_start().len();
    let rest = &words[start.min(words.len())..];
    let is_number = |c: char| c.is_ascii_digit() || "*†‡".contains(c);
    let digits = rest.find(|c| !is_number(c)).unwrap_or(rest.len());
    let number = &rest[..digits];
    let after = if number.is_empty() {
        rest
    } else {
        rest[digits..].trim_start_matches(['.', ')', ']']).trim_start()
    };
    let from = span.start + start + (rest.len() - after.len());
    (number, Span::new(from, from + after.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_cross_are_parted() {
        let note = |kind, start, end| Note::new(kind, Span::new(start, end), String::new(), None);
        let notes = [
            note(NoteKind::Parenthesis, 0, 10),
            note(NoteKind::RunningHead, 5, 20),
            note(NoteKind::Excision, 15, 30),
            note(NoteKind::Supplied, 25, 40),
            note(NoteKind::Supplied, 50, 60),
            note(NoteKind::Supplied, 55, 70),
        ];
        let marks = notes.iter().enumerate().map(|(place, note)| Mark {
            span: note.span,
            note: Some(place),
            of: None,
            is_added: false,
        });
        let told = untangled(marks.collect(), &notes);
        let told: Vec<_> = told.iter().map(|mark| (mark.note, mark.span)).collect();
        let expected = [(1, 5, 20), (2, 20, 30), (3, 30, 40), (4, 50, 60), (5, 60, 70)];
        let expected = expected.map(|(note, start, end)| (Some(note), Span::new(start, end)));
        assert_eq!(told, expected);
    }

    #[test]
    fn footnotes_and_pages_have_numbers() {
        for (written, number, words) in [
            (" 3. Not found. ↩", "3", "Not found."),
            ("* See above.", "*", "See above."),
            ("Not found.", "", "Not found."),
            ("7", "7", ""),
        ] {
            let (found, span) = footnote(written, Span::new(0, written.len()));
            assert_eq!((found, span.of(written)), (number, words));
        }
        assert_eq!(page_number("[Page 79]"), "79");
        assert_eq!(page_number("- 4 -"), "4");
        assert_eq!(page_number("Page:Talks, May 3, 1974.pdf/2"), "2");
    }

    #[test]
    fn lines_are_joined_and_the_space_around_words_is_kept() {
        assert_eq!(joined(" the whole fron-\ntier\n  soon "), " the whole frontier soon ");
        assert_eq!(joined("\n"), " ");
        assert_eq!(joined(""), "");
    }
}
