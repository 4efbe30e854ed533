//! Every paragraph's candidate label; where two marks could end one, the one that recurs.

use nom::Offset;
use rustc_hash::FxHashMap;

use crate::assemble::evidence::{Known, for_words, key};
use crate::assemble::paragraph::Body;
use crate::assemble::scheme::Reading;
use crate::grammar::label::{self, Candidate, is_gap};
use crate::model::{Evidence, Separator, Verdict};

/// Gives the candidate labels of a body, in order.
///
/// `ORLO. Yes: we ask` is a label `ORLO. Yes` by its colon, and one `ORLO` by its full stop. The
/// full stop has it where `ORLO.` opens other paragraphs too and the longer label does not recur.
pub(crate) fn candidates<'t>(text: &'t str, body: &Body, known: &Known) -> Vec<Reading<'t>> {
    let mut readings = Vec::new();
    // The shorter labels that end in a full stop.
    let mut rivals: Vec<Reading<'t>> = Vec::new();
    for (i, paragraph) in body.paragraphs.iter().enumerate() {
        let Some(first) = paragraph.parts.first() else { continue };
        let words = first.of(text);
        let reading = |candidate: Candidate<'t>| Reading {
            at: text.offset(candidate.label),
            candidate,
            paragraph: i,
            verdict: Verdict::NotALabel,
            evidence: Vec::new(),
        };
        let found = label::candidate(words);
        let longer = found
            .is_none_or(|found| found.separator != Separator::Stop && found.core.contains(is_gap));
        if longer && let Some(stopped) = label::before_stop(words) {
            rivals.push(reading(stopped));
        }
        readings.extend(found.map(reading));
    }
    if !rivals.is_empty() {
        settle(&mut readings, rivals, known);
    }
    readings
}

/// Gives their paragraphs to the rivals whose label the record knows.
fn settle<'t>(readings: &mut Vec<Reading<'t>>, rivals: Vec<Reading<'t>>, known: &Known) {
    let label = |reading: &Reading<'_>| (key(reading.candidate.core), reading.candidate.separator);
    let mut sure: FxHashMap<(String, Separator), usize> = FxHashMap::default();
    for reading in &*readings {
        *sure.entry(label(reading)).or_default() += 1;
    }
    let count = |reading: &Reading<'_>| sure.get(&label(reading)).copied().unwrap_or(0);
    let recurring = |separator| {
        sure.iter().filter(|((_, of), n)| *of == separator && **n > 1).map(|(_, n)| n).sum()
    };
    let stops: usize = recurring(Separator::Stop);
    // Where most labels end in a full stop, so does that of a person who speaks once.
    let founded = stops > recurring(Separator::Colon);
    let is_label =
        |rival: &Reading<'_>| count(rival) > 0 || founded && calls(&rival.candidate, known);
    let mut given = std::mem::take(readings).into_iter().peekable();
    for rival in rivals.into_iter().filter(is_label) {
        while let Some(before) = given.next_if(|other| other.paragraph < rival.paragraph) {
            readings.push(before);
        }
        let longer = given.next_if(|other| other.paragraph == rival.paragraph);
        let stays = |longer: &Reading<'_>| {
            count(longer) > 1 || is_lettered(longer, &rival) && calls(&longer.candidate, known)
        };
        readings.push(longer.filter(stays).unwrap_or(rival));
    }
    readings.extend(given);
}

/// Whether the longer label is the shorter one's letter of question or answer before more words.
fn is_lettered(longer: &Reading<'_>, shorter: &Reading<'_>) -> bool {
    matches!(shorter.candidate.core, "Q" | "A") && longer.candidate.core.len() > 1
}

/// Whether a label calls a person.
pub(crate) fn calls(label: &Candidate<'_>, known: &Known) -> bool {
    for_words(label.core, known).iter().any(|found| {
        matches!(
            found,
            Evidence::Listed | Evidence::InTitle | Evidence::Titled | Evidence::Capitals
        )
    })
}
