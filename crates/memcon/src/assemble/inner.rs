//! Labels inside a paragraph: two speakers typed without a break.
//!
//! Only a label that the document has already shown to be one, or a person of its list, is looked
//! for, only after the end of a sentence, outside quotations, with a separator of the scheme.

use memchr::memchr2_iter;
use nom::Offset;
use rustc_hash::FxHashMap;

use crate::assemble::evidence::{Known, fold, key};
use crate::assemble::paragraph::{Body, Paragraph};
use crate::assemble::scheme::Reading;
use crate::grammar::label::{self, Candidate};
use crate::grammar::label_stop;
use crate::grammar::words::boundary;
use crate::model::{Separator, Verdict};
use crate::span::Span;

/// The labels of a document's schemes, and the separators that they have.
#[derive(Debug, Default)]
struct Accepted {
    keys: FxHashMap<(String, Separator), usize>,
    colon: bool,
    stop: bool,
}

impl Accepted {
    fn of(readings: &[Reading<'_>]) -> Self {
        let mut accepted = Self::default();
        let mut counts: FxHashMap<(&str, Separator), usize> = FxHashMap::default();
        for reading in readings.iter().filter(|reading| reading.verdict == Verdict::Label) {
            let Candidate { core, separator, .. } = reading.candidate;
            *counts.entry((core, separator)).or_default() += 1;
            accepted.colon |= separator == Separator::Colon;
            accepted.stop |= separator == Separator::Stop;
        }
        for ((core, separator), count) in counts {
            *accepted.keys.entry((key(core), separator)).or_default() += count;
        }
        accepted
    }

    /// Whether one of them, or a listed person where that suffices, may end as these words do:
    /// most marks stand after other words.
    fn may_end(&self, words: &[u8], known: &Known) -> bool {
        let letters = words.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let last = &words[words.len() - letters..];
        // What is glued to the letters, a bracket or a digit, is left to the reading itself.
        let ends = |key: &String| {
            let end = key.len().checked_sub(last.len()).map(|at| &key.as_bytes()[at..]);
            end.is_some_and(|end| end.eq_ignore_ascii_case(last))
        };
        self.keys.keys().any(|(key, _)| ends(key)) || self.colon && known.listed.iter().any(ends)
    }

    /// Whether a candidate in the middle of a paragraph is one of them, or a listed person.
    fn has(&self, candidate: &Candidate<'_>, known: &Known) -> bool {
        let Candidate { core, separator, .. } = *candidate;
        let count = self.keys.get(&(key(core), separator)).copied().unwrap_or(0);
        match separator {
            Separator::Colon => {
                count >= 2
                    || (count == 1 && core.chars().count() > 1)
                    || (self.colon && known.listed.contains(&fold(core)))
            }
            Separator::Stop => {
                count >= 2 && core.chars().count() > 1
                    || count >= 1 && known.listed.contains(&fold(core))
            }
            Separator::FullwidthColon
            | Separator::Dash
            | Separator::SpacedHyphen
            | Separator::Equals
            | Separator::LineEnd
            | Separator::None => false,
        }
    }
}

/// Divides paragraphs at the labels inside them; the readings follow.
pub(crate) fn divide<'t>(
    text: &'t str,
    body: &mut Body,
    readings: &mut Vec<Reading<'t>>,
    known: &Known,
) {
    let accepted = Accepted::of(readings);
    if !accepted.colon && !accepted.stop {
        return;
    }
    let mut paragraphs = Vec::with_capacity(body.paragraphs.len());
    let mut found: Vec<Reading<'t>> = Vec::with_capacity(readings.len());
    let mut given = std::mem::take(readings).into_iter().peekable();
    for (i, paragraph) in std::mem::take(&mut body.paragraphs).into_iter().enumerate() {
        while let Some(mut reading) = given.next_if(|reading| reading.paragraph <= i) {
            reading.paragraph = paragraphs.len();
            found.push(reading);
        }
        // The label that the paragraph opens with is known already.
        let known_to = found.last().map_or(0, |last| last.at + last.candidate.label.len());
        let places = |part: &Span| places(text, *part, known_to, &accepted, known);
        let places: Vec<(usize, Candidate<'t>)> = paragraph.parts.iter().flat_map(places).collect();
        if places.is_empty() {
            paragraphs.push(paragraph);
            continue;
        }
        let mut places = places.into_iter().peekable();
        let indent = paragraph.indent;
        let mut parts: Vec<Span> = Vec::with_capacity(paragraph.parts.len());
        for part in paragraph.parts {
            let mut from = part.start;
            while let Some((at, candidate)) = places.next_if(|(at, _)| *at < part.end) {
                let kept = text[from..at].trim_end();
                parts.push(Span::new(from, from + kept.len()));
                paragraphs.push(Paragraph { parts: std::mem::take(&mut parts), indent });
                found.push(Reading {
                    candidate,
                    paragraph: paragraphs.len(),
                    at,
                    verdict: Verdict::Label,
                    evidence: vec![
                        crate::model::Evidence::KnownSpeaker,
                        crate::model::Evidence::SchemeSeparator,
                    ],
                });
                from = at;
            }
            parts.push(Span::new(from, part.end));
        }
        paragraphs.push(Paragraph { parts, indent });
    }
    found.extend(given);
    body.paragraphs = paragraphs;
    *readings = found;
}

/// The farthest that a label's separator stands from the sentence before it, in bytes.
const FARTHEST: usize = 64;

/// Where known labels stand inside a part, from a byte of the text on, after the end of a sentence
/// and outside quotations.
fn places<'t>(
    text: &'t str,
    part: Span,
    from: usize,
    accepted: &Accepted,
    known: &Known,
) -> Vec<(usize, Candidate<'t>)> {
    let words = part.of(text);
    let bytes = words.as_bytes();
    let mut places: Vec<(usize, Candidate<'t>)> = Vec::new();
    let mut quotation = Quotation::default();
    let mut free = from.saturating_sub(part.start).min(bytes.len());
    let opening = free;
    let colon = if accepted.colon { b':' } else { b'.' };
    let stop = if accepted.stop { b'.' } else { b':' };
    for mark in memchr2_iter(colon, stop, &bytes[opening..]).map(|mark| opening + mark) {
        let follows = words[mark + 1..].starts_with([' ', '\n', '\u{a0}']);
        let before = &bytes[mark.saturating_sub(FARTHEST)..mark];
        if !follows || !accepted.may_end(before, known) {
            continue;
        }
        for start in sentence_starts(words, free.max(mark.saturating_sub(FARTHEST)), mark) {
            let here = &text[part.start + start..part.end];
            // `ORLO. Yes: we ask` is a label by its full stop too.
            let stopped = || label::before_stop(here).filter(|_| bytes[mark] == b'.');
            let ends_here =
                |found: &Candidate<'_>| text.offset(found.rest) == part.start + mark + 1;
            let found = label::candidate(here);
            let Some(candidate) = found.filter(ends_here).or_else(stopped) else {
                continue;
            };
            let separator = if bytes[mark] == b':' { Separator::Colon } else { Separator::Stop };
            let ends = candidate.separator == separator && ends_here(&candidate);
            let apart = bytes[mark] == b'.' || words[..start].ends_with(char::is_whitespace);
            if ends && apart && accepted.has(&candidate, known) && !quotation.open_at(words, start)
            {
                places.push((part.start + start, candidate));
                free = mark + 1;
                break;
            }
        }
    }
    places
}

/// The places after the end of a sentence, in order, between two bytes.
fn sentence_starts(words: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let from = boundary(words, from).min(to);
    words[from..to].char_indices().filter_map(move |(at, c)| {
        if c.is_whitespace() || c.is_lowercase() {
            return None;
        }
        let at = from + at;
        let before = &words[..at];
        let ended = before.trim_end_matches([' ', '\n', '\u{a0}']);
        let opens = ended.len() < at || before.ends_with(['?', '!']);
        (opens && ends_sentence(ended)).then_some(at)
    })
}

/// Whether words end a sentence: not in an abbreviated title.
fn ends_sentence(ended: &str) -> bool {
    let last = ended[boundary(ended, ended.len().saturating_sub(24))..]
        .trim_end_matches('.')
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or("");
    let titled = ended.ends_with('.') && label_stop::is_abbreviated_title(last);
    !titled && ended.ends_with(['.', '?', '!', '”', '"', '…', '—', ')', ']'])
}

/// Counts the quotation marks of a part, once over.
#[derive(Debug, Default)]
struct Quotation {
    at: usize,
    depth: usize,
}

impl Quotation {
    /// Whether a quotation that opened in the part is open at a byte.
    fn open_at(&mut self, words: &str, byte: usize) -> bool {
        let byte = byte.max(self.at);
        for c in words[self.at..byte].chars() {
            match c {
                '“' => self.depth += 1,
                '”' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        self.at = byte;
        self.depth > 0
    }
}
