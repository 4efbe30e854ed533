//! Labels at the start of a line inside a wrapped paragraph: turns typed below each other without
//! a blank line or an indentation.
//!
//! The paragraph is divided before the scheme is decided, so that these labels count; where a
//! line turns out to open no turn, it goes back to its paragraph.

use memchr::{memchr, memchr_iter, memchr3};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::assemble::candidates::calls;
use crate::assemble::evidence::{Known, key};
use crate::assemble::paragraph::{Body, Paragraph};
use crate::assemble::scheme::Reading;
use crate::grammar::label::{self, Candidate, Opening};
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
pub(crate) fn split(text: &str, body: &mut Body, known: &Known) -> Vec<bool> {
    let mut places = places(text, body, known).into_iter().peekable();
    let mut breaks = Vec::with_capacity(body.paragraphs.len());
    let mut paragraphs = Vec::with_capacity(body.paragraphs.len());
    for paragraph in std::mem::take(&mut body.paragraphs) {
        let indent = paragraph.indent;
        let mut parts: Vec<Span> = Vec::with_capacity(paragraph.parts.len());
        let mut broken = false;
        for part in paragraph.parts {
            let mut from = part.start;
            while let Some(at) = places.next_if(|at| *at < part.end) {
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

/// Where lines stand that could open a turn. A colon suffices; a full stop and a dash stand in
/// sentences too, so that their label must open another line or paragraph, or, where one does,
/// call a person. Where colons stand after the labels that open paragraphs, a stop or a dash must
/// follow the same label at the head of a paragraph: `Mr. President.` is a sentence there.
fn places(text: &str, body: &Body, known: &Known) -> Vec<usize> {
    let mut found: Vec<(usize, Candidate<'_>)> = Vec::new();
    let mut counts: FxHashMap<(String, Separator), usize> = FxHashMap::default();
    let mut heads: FxHashMap<(String, Separator), usize> = FxHashMap::default();
    for paragraph in &body.paragraphs {
        for (i, part) in paragraph.parts.iter().enumerate() {
            let opening = (i == 0).then_some(part.start);
            for start in opening.into_iter().chain(lines(text, *part)) {
                let Some(candidate) = opens(text, *part, start) else { continue };
                if candidate.separator != Separator::Colon {
                    *counts.entry(label(&candidate)).or_default() += 1;
                }
                if Some(start) == opening {
                    *heads.entry(label(&candidate)).or_default() += 1;
                } else {
                    found.push((start, candidate));
                }
            }
        }
    }
    let recurs = |candidate: &Candidate<'_>| counts.get(&label(candidate)).is_some_and(|n| *n > 1);
    let recurring: FxHashSet<Separator> =
        counts.iter().filter(|(_, n)| **n > 1).map(|((_, separator), _)| *separator).collect();
    let colons = has_colons(&heads);
    found.retain(|(_, candidate)| {
        candidate.separator == Separator::Colon
            || (!colons || heads.contains_key(&label(candidate)))
                && (recurs(candidate)
                    || recurring.contains(&candidate.separator) && calls(candidate, known))
    });
    found.into_iter().map(|(start, _)| start).collect()
}

/// Whether colons stand after most labels at the heads of paragraphs, or of those that recur.
fn has_colons(heads: &FxHashMap<(String, Separator), usize>) -> bool {
    let (mut all, mut recurring) = ([0, 0], [0, 0]);
    for ((_, separator), n) in heads {
        let kind = usize::from(*separator != Separator::Colon);
        all[kind] += n;
        recurring[kind] += if *n > 1 { *n } else { 0 };
    }
    recurring[0] > recurring[1] || all[0] > all[1].max(1)
}

fn label(candidate: &Candidate<'_>) -> (String, Separator) {
    (key(candidate.core), candidate.separator)
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

/// Where the lines of a part begin that have a mark near by, without the first.
fn lines(text: &str, part: Span) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    memchr_iter(b'\n', &bytes[part.start..part.end]).filter_map(move |at| {
        let line = &text[part.start + at + 1..part.end];
        let start = part.end - line.trim_start().len();
        let near = &bytes[start..part.end.min(start + FARTHEST)];
        let near = &near[..memchr(b'\n', near).unwrap_or(near.len())];
        let capital = near.first().is_some_and(|byte| !byte.is_ascii_lowercase());
        // The first byte of a long dash in UTF-8.
        let marked = memchr3(b':', b'.', b'-', near).is_some() || near.contains(&0xE2);
        (marked && (capital || memchr(b':', near).is_some())).then_some(start)
    })
}

/// The label that a line of a part could have.
fn opens(text: &str, part: Span, start: usize) -> Option<Candidate<'_>> {
    if start > part.start && !has_ended(text[part.start..start].trim_end()) {
        return None;
    }
    let line = &text[start..part.end];
    let short = |found: &Candidate<'_>| {
        matches!(found.opening, Opening::None | Opening::Supplied)
            && !found.core.contains('\n')
            && words(found.core).take(WORDS + 1).count() <= WORDS
    };
    let found = label::candidate(line).filter(short);
    match found {
        Some(found) => match found.separator {
            Separator::Colon | Separator::Stop => Some(found),
            // A sentence that goes on after a dash is nobody's speech, nor is `B–52s`.
            Separator::Dash | Separator::SpacedHyphen => {
                let speech = found.rest.trim_start();
                (!speech.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
                    .then_some(found)
            }
            Separator::FullwidthColon
            | Separator::Equals
            | Separator::LineEnd
            | Separator::None => None,
        },
        None => label::before_stop(line).filter(short),
    }
}

/// Whether words end as a sentence does, and not in an abbreviated title.
fn has_ended(before: &str) -> bool {
    let ended = before.ends_with(|c: char| {
        matches!(c, '.' | '?' | '!' | '…' | '—' | '-' | '”' | '"' | '’' | ')' | ']' | ':')
            || c.is_ascii_digit()
    });
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    ended && !label_stop::is_abbreviated_title(last.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_split_and_given_back() {
        let text = "Orlo: The dam is wet.\nVey: So it is.\nMines: none, he said.\nThe end";
        let whole = Paragraph { parts: vec![Span::new(0, text.len())], indent: 0 };
        let mut body = Body { paragraphs: vec![whole.clone()], furniture: Vec::new() };
        let breaks = split(text, &mut body, &Known::default());
        let found: Vec<_> = body.paragraphs.iter().map(|p| p.span().of(text)).collect();
        assert_eq!(
            found,
            ["Orlo: The dam is wet.", "Vey: So it is.", "Mines: none, he said.\nThe end"]
        );
        rejoin(&mut body, &mut Vec::new(), &breaks);
        assert_eq!(body.paragraphs, [whole]);
    }

    #[test]
    fn a_stop_or_a_dash_must_recur() {
        let split = |text: &str| {
            let whole = Paragraph { parts: vec![Span::new(0, text.len())], indent: 0 };
            let mut body = Body { paragraphs: vec![whole], furniture: Vec::new() };
            split(text, &mut body, &Known::default()).len()
        };
        assert_eq!(split("ORLO. No.\nVEY. Yes: I do.\nORLO. So?\nVEY. So."), 4);
        assert_eq!(split("Orlo—No.\nVey—Yes.\nOrlo—So?\nVey—So."), 4);
        assert_eq!(split("He came.\nNever. He went.\nNot so. He stayed."), 1);
        assert_eq!(split("It flew.\nB–52s fly.\nB–52s fly.\nVey—he saw it—slept."), 1);
    }

    #[test]
    fn a_sentence_that_goes_on_is_not_split() {
        for text in ["Orlo: We spoke to\nVey: he said nothing.", "Orlo: Two points, Mr.\nVey: (1)"]
        {
            let whole = Paragraph { parts: vec![Span::new(0, text.len())], indent: 0 };
            let mut body = Body { paragraphs: vec![whole.clone()], furniture: Vec::new() };
            assert_eq!(split(text, &mut body, &Known::default()), [false]);
            assert_eq!(body.paragraphs, [whole]);
        }
    }
}
