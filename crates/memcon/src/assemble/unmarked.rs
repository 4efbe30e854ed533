//! Labels without any separator: a reading by machine that has lost all punctuation.
//!
//! Nothing but recurrence can find them: offices and titles that open lines again and again, or
//! follow a portion mark, before a word with a capital, and take turns with each other.

use std::collections::HashMap;

use nom::Offset;

use crate::assemble::evidence::{self, Known};
use crate::assemble::paragraph::{Body, Paragraph};
use crate::assemble::scheme::Reading;
use crate::grammar::label::{Candidate, Numbering, Opening};
use crate::grammar::lexicon;
use crate::grammar::words::{place, words};
use crate::model::{Evidence, Separator, Verdict};
use crate::span::Span;

/// How far into the body its punctuation is counted, in bytes.
const SAMPLE: usize = 4000;
/// The bytes for which a punctuated text has at least one mark.
const BYTES_A_MARK: usize = 200;
/// The most words of a label.
const WORDS: usize = 5;
/// The fewest labels of a conversation.
const LABELS: usize = 4;

/// Divides the paragraphs of a text without punctuation at its labels; the readings follow.
pub(crate) fn divide<'t>(
    text: &'t str,
    body: &mut Body,
    readings: &mut Vec<Reading<'t>>,
    known: &Known,
) {
    if readings.iter().any(|reading| reading.verdict == Verdict::Label) || is_punctuated(text, body)
    {
        return;
    }
    let mut places: Vec<(usize, Vec<&'t str>)> = Vec::new();
    for (i, paragraph) in body.paragraphs.iter().enumerate() {
        for part in &paragraph.parts {
            find(part.of(text), i, known, &mut places);
        }
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, prefixes) in &places {
        for prefix in prefixes {
            *counts.entry(prefix).or_default() += 1;
        }
    }
    // The longest words that recur as often as the office that they begin with.
    let labels: Vec<(usize, &str)> = places
        .iter()
        .filter_map(|(paragraph, prefixes)| {
            let count = |prefix: &&str| counts.get(prefix).copied().unwrap_or(0);
            let most = prefixes.iter().map(count).max()?;
            let label = prefixes.iter().rev().find(|prefix| count(prefix) * 3 >= most * 2)?;
            (most >= 2).then_some((*paragraph, *label))
        })
        .collect();
    let alternates = labels.windows(2).filter(|pair| pair[0].1 != pair[1].1).count();
    if labels.len() < LABELS || alternates * 2 < labels.len() {
        return;
    }
    apply(text, body, readings, &labels);
}

/// Whether the body has the marks that sentences have.
fn is_punctuated(text: &str, body: &Body) -> bool {
    let (mut bytes, mut marks) = (0, 0);
    for part in body.paragraphs.iter().flat_map(|paragraph| &paragraph.parts) {
        let words = part.of(text).as_bytes();
        let words = &words[..words.len().min(SAMPLE - bytes)];
        bytes += words.len();
        for _ in words.iter().filter(|b| matches!(b, b'.' | b',' | b':' | b'?')) {
            marks += 1;
            // Enough for the whole sample.
            if marks * BYTES_A_MARK > SAMPLE {
                return true;
            }
        }
        if bytes >= SAMPLE {
            break;
        }
    }
    bytes == 0 || marks * BYTES_A_MARK > bytes
}

/// Finds what could be labels in a part: at its start, and after a portion mark.
fn find<'t>(
    part: &'t str,
    paragraph: usize,
    known: &Known,
    places: &mut Vec<(usize, Vec<&'t str>)>,
) {
    let mut opens = true;
    let mut at = 0;
    while at < part.len() {
        let rest = &part[at..];
        let word = rest.split(char::is_whitespace).next().unwrap_or("");
        if opens && let Some(prefixes) = prefixes(rest, known) {
            at += prefixes[0].len();
            places.push((paragraph, prefixes));
            opens = false;
            continue;
        }
        if !word.is_empty() {
            opens = is_portion(word);
        }
        at += word.len();
        at += part[at..].chars().next().map_or(0, char::len_utf8);
    }
}

/// `U`, `C`, `S`, `TS`: a portion mark that has lost its parentheses.
fn is_portion(word: &str) -> bool {
    matches!(word, "U" | "C" | "S" | "TS" | "(U)" | "(C)" | "(S)" | "(TS)")
}

/// The words that could be the label, the shortest first; none if no office, title or listed name
/// opens, or no word with a capital follows. A label ends with its line.
fn prefixes<'t>(rest: &'t str, known: &Known) -> Option<Vec<&'t str>> {
    if rest.starts_with(char::is_whitespace) {
        return None;
    }
    let mut found = Vec::new();
    let mut end = 0;
    let mut person = false;
    for word in words(rest).take(WORDS + 1) {
        let start = place(rest, word);
        if !word.starts_with(char::is_uppercase) || is_portion(word) {
            break;
        }
        if person {
            found.push(&rest[..end]);
        }
        if rest[end..start].contains('\n') {
            break;
        }
        let article = end == 0 && matches!(word, "The" | "THE");
        person |= !article
            && (lexicon::is_title_word(word)
                || lexicon::is_role_word(word)
                || known.listed.contains(&evidence::fold(word)));
        if !article && !person && !lexicon::is_role_adjective(word) {
            break;
        }
        end = start + word.len();
    }
    (!found.is_empty()).then_some(found)
}

/// Divides the paragraphs at the labels.
fn apply<'t>(
    text: &'t str,
    body: &mut Body,
    readings: &mut Vec<Reading<'t>>,
    labels: &[(usize, &'t str)],
) {
    readings.clear();
    let mut labels = labels.iter().peekable();
    let mut paragraphs = Vec::with_capacity(body.paragraphs.len());
    for (i, paragraph) in std::mem::take(&mut body.paragraphs).into_iter().enumerate() {
        let indent = paragraph.indent;
        let mut parts: Vec<Span> = Vec::new();
        for part in paragraph.parts {
            let mut from = part.start;
            while let Some((_, label)) =
                labels.next_if(|(at, label)| *at == i && text.offset(label) < part.end)
            {
                let at = text.offset(label);
                let kept = without_portion(&text[from..at]);
                if !kept.is_empty() {
                    parts.push(Span::new(from, from + kept.len()));
                }
                if !parts.is_empty() {
                    paragraphs.push(Paragraph { parts: std::mem::take(&mut parts), indent });
                }
                readings.push(reading(at, label, &text[at + label.len()..part.end], &paragraphs));
                from = at;
            }
            let kept = without_portion(&text[from..part.end]);
            parts.push(Span::new(from, from + kept.len()));
        }
        paragraphs.push(Paragraph { parts, indent });
    }
    body.paragraphs = paragraphs;
}

/// A stretch without the portion mark at its end.
fn without_portion(stretch: &str) -> &str {
    let stretch = stretch.trim_end();
    match stretch.rsplit_once(char::is_whitespace) {
        Some((before, last)) if is_portion(last) => before.trim_end(),
        Some(_) | None => stretch,
    }
}

fn reading<'t>(at: usize, label: &'t str, rest: &'t str, before: &[Paragraph]) -> Reading<'t> {
    Reading {
        candidate: Candidate {
            opening: Opening::None,
            label,
            core: label,
            aside: None,
            separator: Separator::None,
            rest,
            numbering: Numbering::Plain,
        },
        paragraph: before.len(),
        at,
        verdict: Verdict::Label,
        evidence: vec![Evidence::Recurs, Evidence::Titled, Evidence::SchemeSeparator],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_ends_with_its_line() {
        let mut places = Vec::new();
        let part = "The President\nYes we do U Prime Minister Marlow\tIt is U\tThe toll U";
        find(part, 7, &Known::default(), &mut places);
        let expected =
            vec![(7, vec!["The President"]), (7, vec!["Prime Minister", "Prime Minister Marlow"])];
        assert_eq!(places, expected);
    }
}
