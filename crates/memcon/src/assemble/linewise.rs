//! Labels at the start of a line inside a wrapped paragraph: turns typed below each other without
//! a blank line or an indentation.
//!
//! The paragraph is divided before the scheme is decided, so that these labels count; where a
//! line turns out to open no turn, it goes back to its paragraph.

use memchr::memchr;

use crate::assemble::paragraph::{Body, Paragraph};
use crate::assemble::scheme::Reading;
use crate::grammar::label::{self, Opening};
use crate::grammar::label_stop;
use crate::grammar::words::words;
use crate::model::{Separator, Verdict};
use crate::span::Span;

/// The farthest that a label's colon stands from the start of its line, in bytes.
const FARTHEST: usize = 64;
/// The most words of such a label.
const WORDS: usize = 5;

/// Divides paragraphs at lines that could open a turn; tells of each paragraph whether it is such
/// a line's.
pub(crate) fn split(text: &str, body: &mut Body) -> Vec<bool> {
    let mut breaks = Vec::with_capacity(body.paragraphs.len());
    let mut paragraphs = Vec::with_capacity(body.paragraphs.len());
    for paragraph in std::mem::take(&mut body.paragraphs) {
        let indent = paragraph.indent;
        let mut parts: Vec<Span> = Vec::with_capacity(paragraph.parts.len());
        let mut broken = false;
        for part in paragraph.parts {
            let mut from = part.start;
            while let Some(at) = next_label(text, from, part.end) {
                let kept = text[from..at].trim_end().len();
                parts.push(Span::new(from, from + kept));
                paragraphs.push(Paragraph { parts: std::mem::take(&mut parts), indent });
                breaks.push(broken);
                (from, broken) = (at, true);
            }
            parts.push(Span::new(from, part.end));
        }
        paragraphs.push(Paragraph { parts, indent });
        breaks.push(broken);
    }
    body.paragraphs = paragraphs;
    breaks
}

/// Gives back to their paragraphs the lines that open no turn; the readings follow.
pub(crate) fn rejoin(body: &mut Body, readings: &mut Vec<Reading<'_>>, breaks: &[bool]) {
    if !breaks.contains(&true) {
        return;
    }
    let mut labelled = vec![false; breaks.len()];
    for reading in readings.iter().filter(|reading| reading.verdict == Verdict::Label) {
        labelled[reading.paragraph] = true;
    }
    let mut places = Vec::with_capacity(breaks.len());
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(breaks.len());
    for (i, paragraph) in std::mem::take(&mut body.paragraphs).into_iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if breaks[i] && !labelled[i] => join(last, paragraph),
            _ => paragraphs.push(paragraph),
        }
        places.push(paragraphs.len() - 1);
    }
    body.paragraphs = paragraphs;
    readings.retain(|reading| !breaks[reading.paragraph] || labelled[reading.paragraph]);
    for reading in readings {
        reading.paragraph = places[reading.paragraph];
    }
}

/// Joins a line to the paragraph that it was cut from.
fn join(last: &mut Paragraph, line: Paragraph) {
    let mut parts = line.parts.into_iter();
    if let (Some(end), Some(first)) = (last.parts.last_mut(), parts.next()) {
        end.end = first.end;
    }
    last.parts.extend(parts);
}

/// The start of the next line that could open a turn.
fn next_label(text: &str, from: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(line) = memchr(b'\n', &bytes[at..end]).map(|n| at + n + 1) {
        at = line;
        let start = line + (text[line..end].len() - text[line..end].trim_start().len());
        let near = &bytes[start..end.min(start + FARTHEST)];
        let near = &near[..memchr(b'\n', near).unwrap_or(near.len())];
        if memchr(b':', near).is_some() && opens(text, from, start, end) {
            return Some(start);
        }
    }
    None
}

fn opens(text: &str, from: usize, start: usize, end: usize) -> bool {
    let before = text[from..start].trim_end();
    let ended = before.ends_with(|c: char| {
        matches!(c, '.' | '?' | '!' | '…' | '—' | '-' | '”' | '"' | '’' | ')' | ']' | ':')
            || c.is_ascii_digit()
    });
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    ended
        && !label_stop::is_abbreviated_title(last.trim_end_matches('.'))
        && label::candidate(&text[start..end]).is_some_and(|found| {
            found.separator == Separator::Colon
                && matches!(found.opening, Opening::None | Opening::Supplied)
                && !found.core.contains('\n')
                && words(found.core).take(WORDS + 1).count() <= WORDS
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_split_and_given_back() {
        let text = "Orlo: The dam is wet.\nVey: So it is.\nMines: none, he said.\nThe end";
        let whole = Paragraph { parts: vec![Span::new(0, text.len())], indent: 0 };
        let mut body = Body { paragraphs: vec![whole.clone()], furniture: Vec::new() };
        let breaks = split(text, &mut body);
        let found: Vec<_> = body.paragraphs.iter().map(|p| p.span().of(text)).collect();
        assert_eq!(
            found,
            ["Orlo: The dam is wet.", "Vey: So it is.", "Mines: none, he said.\nThe end"]
        );
        rejoin(&mut body, &mut Vec::new(), &breaks);
        assert_eq!(body.paragraphs, [whole]);
    }

    #[test]
    fn a_sentence_that_goes_on_is_not_split() {
        for text in ["Orlo: We spoke to\nVey: he said nothing.", "Orlo: Two points, Mr.\nVey: (1)"]
        {
            let whole = Paragraph { parts: vec![Span::new(0, text.len())], indent: 0 };
            let mut body = Body { paragraphs: vec![whole.clone()], furniture: Vec::new() };
            assert_eq!(split(text, &mut body), [false]);
            assert_eq!(body.paragraphs, [whole]);
        }
    }
}
