//! An office or a code and a person, divided by a dash.

use memchr::memchr2;

use super::fallback::fallback;
use super::head::head;
use super::split::{is_code, split};
use crate::grammar::lexicon::is_title_word;
use crate::grammar::name::is_initial;
use crate::grammar::words::words;

/// On which side of the dash the office stands.
pub(super) enum Coded {
    Before,
    After,
}

/// Divides an office code from a person at a dash: `NEA—Mr. Orlo`, `Mr. Orlo—ARA`.
pub(super) fn coded(part: &str) -> Option<(&str, &str, Coded)> {
    // Every dash begins with one of two bytes.
    memchr2(b'-', 0xE2, part.as_bytes())?;
    let (at, dash) = ["—", " – ", " - ", "--", "–"]
        .iter()
        .find_map(|dash| part.find(dash).map(|at| (at, *dash)))
        .or_else(|| part.find("-Mr").map(|at| (at, "-")))?;
    // `OCB—-Mr. Orlo`: a dash typed twice.
    let right = part[at + dash.len()..].trim_start_matches(['-', '–', '—', ' ']);
    let (left, right) = (part[..at].trim(), right.trim());
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let names = |side: &str| {
        let first = split(side, b',').next().unwrap_or("");
        let side = first.split('(').next().unwrap_or("").trim();
        head(side).is_some_and(|head| head.name.is_some()) && !is_code(side)
    };
    let person = |side: &str| names(side) || head(split(side, b',').next().unwrap_or("")).is_some();
    match (names(left), names(right)) {
        (true, false) => Some((left, right, Coded::After)),
        (false, true) => Some((left, right, Coded::Before)),
        (true, true) if words(left).next().is_some_and(is_title_word) => {
            Some((left, right, Coded::After))
        }
        // `Port Sorn—Col. Orlo`: a place without a title, and somebody with one.
        (true, true)
            if words(left).nth(2).is_none()
                && !words(left).any(is_initial)
                && (words(right).next().is_some_and(is_title_word) || is_titled(right)) =>
        {
            Some((left, right, Coded::Before))
        }
        (true, true) if dash == "–" => None,
        (true, true) => Some((left, right, Coded::After)),
        (false, false) if is_code(left) && person(right) => Some((left, right, Coded::Before)),
        (false, false) if is_code(left) && fallback(right).is_some() => {
            Some((left, right, Coded::Before))
        }
        (false, false) if person(left) => Some((left, right, Coded::After)),
        (false, false) => None,
    }
}

/// `Foreign Minister Marn Orlo`: an office and a name.
fn is_titled(side: &str) -> bool {
    let first = split(side, b',').next().unwrap_or("");
    head(first).is_some_and(|head| head.name.is_some() && head.office.is_some())
}
