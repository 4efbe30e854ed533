//! Labels inside a paragraph: two speakers typed without a break.
//!
//! Only a label that the document has already shown to be one is looked for, only after the end
//! of a sentence, and only with the separator it has elsewhere.

use memchr::memchr2_iter;
use rustc_hash::FxHashMap;

use crate::assemble::evidence::fold;
use crate::assemble::paragraph::{Body, Paragraph};
use crate::assemble::scheme::Reading;
use crate::grammar::label;
use crate::model::{Separator, Verdict};
use crate::span::Span;

/// The labels of a document's schemes that recur, with their separators.
fn recurring<'t>(readings: &[Reading<'t>]) -> Vec<(&'t str, Separator)> {
    let mut counts: FxHashMap<(String, Separator), (usize, &'t str)> = FxHashMap::default();
    for reading in readings.iter().filter(|reading| reading.verdict == Verdict::Label) {
        let candidate = &reading.candidate;
        let inline = matches!(candidate.separator, Separator::Colon | Separator::Stop);
        if inline && candidate.core.chars().count() > 1 {
            let key = (fold(candidate.core), candidate.separator);
            counts.entry(key).or_insert((0, candidate.core)).0 += 1;
        }
    }
    let mut labels: Vec<_> = counts
        .into_iter()
        .filter(|(_, (count, _))| *count >= 2)
        .map(|((_, separator), (_, core))| (core, separator))
        .collect();
    labels.sort_unstable_by_key(|(core, _)| (usize::MAX - core.len(), *core));
    labels
}

/// Divides paragraphs at the labels inside them; the readings follow.
pub(crate) fn divide<'t>(text: &'t str, body: &mut Body, readings: &mut Vec<Reading<'t>>) {
    let labels = recurring(readings);
    if labels.is_empty() {
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
        let indent = paragraph.indent;
        let mut parts: Vec<Span> = Vec::with_capacity(paragraph.parts.len());
        for part in paragraph.parts {
            let mut from = part.start;
            for at in places(text, part, &labels) {
                // The label that the paragraph opens with is known already.
                if found.last().is_some_and(|last| last.at + last.candidate.label.len() > at) {
                    continue;
                }
                let Some(candidate) = label::candidate(&text[at..part.end]) else { continue };
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

/// Where known labels stand inside a part, after the end of a sentence.
fn places(text: &str, part: Span, labels: &[(&str, Separator)]) -> Vec<usize> {
    let words = part.of(text);
    let mut places = Vec::new();
    for mark in memchr2_iter(b':', b'.', words.as_bytes()) {
        let separator =
            if words.as_bytes()[mark] == b':' { Separator::Colon } else { Separator::Stop };
        let before = &words[..mark];
        let label = labels
            .iter()
            .find(|(core, kind)| *kind == separator && before.ends_with(core))
            .map(|(core, _)| *core);
        let Some(label) = label else { continue };
        let sentence = &before[..before.len() - label.len()];
        let ended = sentence.trim_end();
        let apart = ended.len() < sentence.len() || separator == Separator::Stop;
        let opens = words[mark + 1..].starts_with([' ', '\n', '\u{a0}']);
        let last = ended.trim_end_matches('.').rsplit(char::is_whitespace).next().unwrap_or("");
        let titled = ended.ends_with('.') && label::is_abbreviated_title(last);
        if apart
            && opens
            && !titled
            && ended.ends_with(['.', '?', '!', '”', '"', '…', '—', ')', ']'])
        {
            places.push(part.start + sentence.len());
        }
    }
    places
}
