//! Footnote callouts: which of the numbers that look like callouts call for the document's
//! footnotes.
//!
//! Callouts count up through a document. Where its footnotes are there, a callout is a number of
//! one of them; where they are not, the numbers must begin low and leave no wide gap. Of several
//! readings the one that keeps most numbers is taken.

use rustc_hash::FxHashMap;

use crate::assemble::callout_gaps;
use crate::grammar::callout::{Glue, glue};
use crate::grammar::words;
use crate::span::Span;

/// A number that looks like a callout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Candidate {
    number: u32,
    span: Span,
    glue: Glue,
}

/// Collects the numbers that look like callouts, in order of the text.
#[derive(Debug, Default)]
pub(crate) struct Callouts {
    found: Vec<Candidate>,
    /// What was read.
    stretches: Vec<Span>,
}

/// How far callouts may jump where the footnotes are not there.
const WIDEST_GAP: u32 = 4;
/// How far they may jump where the next one goes on, or nothing else explains the number.
const WIDEST_LOSS: u32 = 12;
/// How many bytes before a number decide what it is.
const WINDOW: usize = 40;

impl Callouts {
    /// Reads the numbers of a stretch of text.
    pub(crate) fn read(&mut self, text: &str, within: Span) {
        self.stretches.push(within);
        let bytes = &text.as_bytes()[..within.end];
        let mut at = within.start;
        while at < within.end {
            at += words::until_digit(&bytes[at..]);
            let start = at;
            if start == within.end {
                return;
            }
            while at < within.end && bytes[at].is_ascii_digit() {
                at += 1;
            }
            // What stands before most numbers is a space, another sign or a single letter.
            if at - start > 3 || start == within.start || bytes[start - 1] == b' ' {
                continue;
            }
            let from = words::boundary(text, within.start.max(start.saturating_sub(WINDOW)));
            let found = glue(&text[from..start], &text[at..within.end]);
            let span = Span::new(start, at);
            if let (Some(glue), Ok(number)) = (found, span.of(text).parse()) {
                self.found.push(Candidate { number, span, glue });
            }
        }
    }

    /// Reads the raised numbers of a stretch of text: `soon.²`. After a measure they are powers.
    pub(crate) fn read_raised(&mut self, text: &str, within: Span) {
        let stretch = within.of(text);
        let mut from = 0;
        while let Some(found) = stretch[from..].find(|c| raised(c).is_some()) {
            let start = from + found;
            let rest = &stretch[start..];
            let digits = rest.chars().map_while(raised);
            let tens = |number: u32, digit| number.saturating_mul(10).saturating_add(digit);
            let number = digits.fold(0, tens);
            let end = start + rest.find(|c| raised(c).is_none()).unwrap_or(rest.len());
            from = end;
            let before = &stretch[..start];
            let power = is_power(before);
            // `AviÃ³n` is damaged, and raises nothing.
            let glued = before.ends_with(|c: char| !c.is_whitespace())
                && !stretch[end..].starts_with(char::is_alphanumeric);
            if glued && !power && number < 1000 {
                let span = Span::new(within.start + start, within.start + end);
                self.found.push(Candidate { number, span, glue: Glue::Sure });
            }
        }
    }

    /// Gives the callouts, each with its number; of the footnotes' numbers where there are
    /// footnotes.
    pub(crate) fn chosen(mut self, text: &str, footnotes: Option<&[u32]>) -> Vec<(u32, Span)> {
        self.found.sort_by_key(|candidate| candidate.span);
        let chosen = match footnotes {
            Some(numbers) => self.of_footnotes(numbers),
            None => self.close_set(),
        };
        let told = chosen.iter().map(|candidate| (candidate.number, candidate.span));
        let mut chosen: Vec<(u32, Span)> = told.collect();
        if let Some(numbers) = footnotes {
            let mut more = callout_gaps::recovered(text, &self.stretches, &chosen, numbers);
            chosen.append(&mut more);
        }
        chosen
    }

    /// The numbers that call for footnotes that are there.
    fn of_footnotes(&self, numbers: &[u32]) -> Vec<Candidate> {
        // A page may have lost a footnote that is called for.
        let last = numbers.last().copied().unwrap_or(0);
        let is_there = |number: u32| numbers.binary_search(&number).is_ok();
        let known =
            |c: &&Candidate| is_there(c.number) || c.glue >= Glue::Strong && c.number < last;
        let mut chosen = rising(&self.found.iter().filter(known).copied().collect::<Vec<_>>());
        // A note may be called for twice, and out of its order; nothing else explains such numbers.
        let mut called: Vec<u32> = chosen.iter().map(|candidate| candidate.number).collect();
        let mut only: FxHashMap<u32, usize> = FxHashMap::default();
        for candidate in &self.found {
            *only.entry(candidate.number).or_default() += 1;
        }
        called.sort_unstable();
        let more = self.found.iter().filter(|candidate| {
            let uncalled = called.binary_search(&candidate.number).is_err();
            let sole = uncalled && only.get(&candidate.number) == Some(&1);
            is_there(candidate.number) && (sole || candidate.glue >= Glue::Short)
        });
        chosen.extend(more);
        chosen.sort_by_key(|candidate| candidate.span);
        chosen.dedup();
        chosen
    }

    /// The numbers that count up without wide gaps.
    fn close_set(&self) -> Vec<Candidate> {
        let (mut chain, mut again): (Vec<Candidate>, Vec<Candidate>) = (Vec::new(), Vec::new());
        // The next number that is no weak candidate, for each.
        let mut next: Vec<Option<u32>> = vec![None; self.found.len()];
        let mut after = None;
        for (place, candidate) in self.found.iter().enumerate().rev() {
            next[place] = after;
            if candidate.glue > Glue::Weak {
                after = Some(candidate.number);
            }
        }
        for (candidate, next) in self.found.iter().zip(next) {
            let number = candidate.number;
            let last = chain.last().map_or(0, |last| last.number);
            let first = chain.is_empty() && number == 0;
            // Called for again. A machine reads `total` as `tota1`, so that one call is no more.
            if candidate.glue == Glue::Sure && (2..=last).contains(&number) {
                again.push(*candidate);
                continue;
            }
            let Some(gap) = number.checked_sub(last).filter(|gap| *gap > 0 || first) else {
                continue;
            };
            let goes_on = next == Some(number + 1);
            let counts = match candidate.glue {
                Glue::Weak => goes_on && gap <= if chain.is_empty() { 2 } else { 1 },
                Glue::Strong | Glue::Short => gap <= WIDEST_GAP || goes_on && gap <= WIDEST_LOSS,
                Glue::Sure => gap <= WIDEST_LOSS,
            };
            if counts {
                chain.push(*candidate);
            }
        }
        chain.append(&mut again);
        chain
    }
}

/// Whether a raised number after these words is a power: `4 km²`, `10³`.
pub(crate) fn is_power(before: &str) -> bool {
    let word = &before[before.trim_end_matches(char::is_alphanumeric).len()..];
    word.ends_with(|c: char| c.is_ascii_digit())
        || matches!(word, "m" | "km" | "cm" | "mm" | "ft" | "x" | "R")
}

/// The digit that a raised sign is.
pub(crate) fn raised(c: char) -> Option<u32> {
    match c {
        '⁰' => Some(0),
        '¹' => Some(1),
        '²' => Some(2),
        '³' => Some(3),
        '⁴'..='⁹' => Some(u32::from(c) - u32::from('⁴') + 4),
        _ => None,
    }
}

/// The longest run of numbers that count up, strong ones preferred for the same number.
fn rising(candidates: &[Candidate]) -> Vec<Candidate> {
    // tails[k]: the candidate that ends the best run of k + 1; before[i]: whom i follows.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    for (i, candidate) in candidates.iter().enumerate() {
        let at = tails.partition_point(|tail| candidates[*tail].number < candidate.number);
        before.push(at.checked_sub(1).map(|at| tails[at]));
        if at == tails.len() {
            tails.push(i);
        } else {
            let held = &candidates[tails[at]];
            let same = held.number == candidate.number;
            if !same || held.glue < candidate.glue {
                tails[at] = i;
            }
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(i) = next {
        chain.push(candidates[i]);
        next = before[i];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, footnotes: Option<&[u32]>, expected: &[&str]) {
        let mut callouts = Callouts::default();
        callouts.read(text, Span::new(0, text.len()));
        callouts.read_raised(text, Span::new(0, text.len()));
        let chosen = callouts.chosen(text, footnotes);
        let told: Vec<&str> =
            chosen.iter().map(|(_, span)| &text[span.start.saturating_sub(3)..span.end]).collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn callouts_count_up() {
        check(
            "The lake.1 The dam,2 and no.7 and vol.3 too.3 Yes.",
            Some(&[1, 2, 3]),
            &["ke.1", "am,2", "oo.3"],
        );
        check("The lake.2 The dam.3 We paid.80 So.", None, &["ke.2", "am.3"]);
        check("The DCM2 came. The lake.3", Some(&[2, 3]), &["DCM2", "ke.3"]);
        check("The DCM2 came.", None, &[]);
        check("The lake.9 Yes.1 No.2", Some(&[1, 2, 9]), &["ke.9", "es.1", "No.2"]);
        check("The lake.9 Yes.1 No.2 A.9", Some(&[1, 2, 9]), &["es.1", "No.2", " A.9"]);
        check("The paper1 and Orlo1 came.2", Some(&[1, 2]), &["per1", "rlo1", "me.2"]);
        check("The lake.¹ 4 km² of it² are dry.", None, &["ke.¹", " it²"]);
        check("The lake.2 A dam.3 They2 came. Tota1.", None, &["ke.2", "am.3", "hey2"]);
        check("The lake.1 The DCM2 came. Yes.3", None, &["ke.1", "DCM2", "es.3"]);
    }
}
