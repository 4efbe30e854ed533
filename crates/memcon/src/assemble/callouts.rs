//! Footnote callouts: which of the numbers that look like callouts call for the document's
//! footnotes.
//!
//! Callouts count up through a document. Where its footnotes are there, a callout is a number of
//! one of them; where they are not, the numbers must begin low and leave no wide gap. Of several
//! readings the one that keeps most numbers is taken.

use crate::grammar::callout::{Glue, glue};
use crate::grammar::words;
use crate::span::Span;

/// A number that looks like a callout.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    number: u32,
    span: Span,
    glue: Glue,
}

/// Collects the numbers that look like callouts, in order of the text.
#[derive(Debug, Default)]
pub(crate) struct Callouts {
    found: Vec<Candidate>,
}

/// How far callouts may jump where the footnotes are not there.
const WIDEST_GAP: u32 = 4;
/// How many bytes before a number decide what it is.
const WINDOW: usize = 40;

impl Callouts {
    /// Reads the numbers of a stretch of text.
    pub(crate) fn read(&mut self, text: &str, within: Span) {
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

    /// Gives the callouts; of the footnotes' numbers where there are footnotes.
    pub(crate) fn chosen(&self, footnotes: Option<&[u32]>) -> Vec<Span> {
        let chain = match footnotes {
            Some(numbers) => {
                // A page may have lost a footnote that is called for.
                let last = numbers.last().copied().unwrap_or(0);
                let known = |c: &&Candidate| {
                    numbers.binary_search(&c.number).is_ok()
                        || c.glue == Glue::Strong && c.number < last
                };
                rising(&self.found.iter().filter(known).copied().collect::<Vec<_>>())
            }
            None => self.close_set(),
        };
        chain.iter().map(|candidate| candidate.span).collect()
    }

    /// The numbers that count up without wide gaps.
    fn close_set(&self) -> Vec<Candidate> {
        let mut chain: Vec<Candidate> = Vec::new();
        for candidate in self.found.iter().filter(|candidate| candidate.glue == Glue::Strong) {
            let last = chain.last().map_or(0, |last| last.number);
            let first = chain.is_empty() && candidate.number == 0;
            if first || candidate.number > last && candidate.number - last <= WIDEST_GAP {
                chain.push(*candidate);
            }
        }
        chain
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
        let chosen = callouts.chosen(footnotes);
        let told: Vec<&str> =
            chosen.iter().map(|span| &text[span.start.saturating_sub(3)..span.end]).collect();
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
        check("The lake.9 Yes.1 No.2", Some(&[1, 2, 9]), &["es.1", "No.2"]);
    }
}
