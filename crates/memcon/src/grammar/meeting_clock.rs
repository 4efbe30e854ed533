//! The hours of a meeting as a note on the source tells them.

use nom::Offset;

use crate::grammar::clock::Hours;
use crate::grammar::date::timed;
use crate::grammar::dated::Dated;
use crate::grammar::face::Clock;
use crate::grammar::meeting::ended;
use crate::grammar::same_word;
use crate::grammar::words::{bare, words};

/// What a note calls the talk that it is the note of.
const TALK: &[&str] =
    &["meeting", "conversation", "talk", "discussion", "session", "call", "luncheon", "interview"];
const BEGUN: &[&str] =
    &["began", "started", "opened", "commenced", "convened", "held", "lasted", "ran"];
const ENDED: &[&str] = &["ended", "concluded", "closed", "adjourned"];
/// What makes an hour uncertain.
const VAGUE: &[&str] = &[
    "about",
    "approximately",
    "around",
    "shortly",
    "nearly",
    "after",
    "before",
    "during",
    "that",
    "following",
];
/// No sentence of a note that tells the hours is longer, in bytes.
const LONGEST_NOTE: usize = 400;
/// What stands before the hours; a length, `lasted 3 hours`, has none of it.
const BEFORE_HOURS: &[&str] =
    &["from", "at", "between", "beginning", "began", "started", "opened", "convened"];

/// When a meeting began and ended, or only when it ended, as a sentence of a note tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clocked<'a> {
    /// The words.
    pub(crate) text: &'a str,
    /// The hours; none where only the end is told.
    pub(crate) hours: Option<Hours>,
    /// The end, where the beginning is not told.
    pub(crate) until: Option<Clock>,
    zone: Option<&'a str>,
}

impl<'a> Clocked<'a> {
    /// Gives the hours as a date that names no day.
    pub(crate) fn dated(&self) -> Dated<'a> {
        let hours = self.hours.into_iter().collect();
        Dated { text: self.text, hours, zone: self.zone, ..Dated::default() }
    }
}

/// Reads what a sentence of a note on the source tells of the hours of the meeting.
///
/// ```text
/// clock = … ("The" | "This") ["telephone"] meeting [", which"] verb …
/// verb  = ("began" | "took place" | "was held" | "lasted") … ( hours | "until" time )
///       | "ended" … time
/// ```
///
/// `The previous meeting`, `a larger conversation` and what began at about three tell nothing.
pub(crate) fn clock(sentence: &str) -> Option<Clocked<'_>> {
    if sentence.len() > LONGEST_NOTE || until_digit_or_noon(sentence).is_none() {
        return None;
    }
    let (verb, after) = held(sentence)?;
    let found = timed(after)?;
    let at = after.offset(found.text);
    let lead = after.get(..at)?.trim_end();
    let last = lead.rsplit(' ').next().unwrap_or(lead);
    let ends = |word: &str| ["until", "till"].iter().any(|until| same_word(until, word));
    if among(lead, VAGUE) || lead.contains([';', '.']) {
        return None;
    }
    let rest = after.get(at + found.text.len()..)?;
    let text = after.get(..at + found.text.len())?.trim_start();
    let zone = found.zone;
    if among(verb, ENDED) || ends(last) || among(lead, ENDED) {
        let [Hours { from, to: None }] = found.hours[..] else { return None };
        return Some(Clocked { text, hours: None, until: Some(from), zone });
    }
    let end = ended(rest);
    let to = end.as_ref().and_then(|end| end.hours.first());
    let hours = match found.hours[..] {
        [Hours { from, to: None }] => Hours { from, to: to.map(|end| end.from) },
        [hours] => hours,
        // `between 9:34 and 10:45 a.m.`
        [Hours { from, to: None }, Hours { from: to, to: None }] if same_word(last, "between") => {
            Hours { from, to: Some(to) }
        }
        _ => return None,
    };
    // A length, `lasted 3 hours`, is no hour; nor is what no word leads to.
    let bare = lead.is_empty() && hours.to.is_some();
    let told = bare || BEFORE_HOURS.iter().any(|word| same_word(word, last));
    let text = match end.filter(|_| hours.to.is_some()) {
        Some(end) => after.get(..after.offset(end.text) + end.text.len())?.trim_start(),
        None => text,
    };
    told.then_some(Clocked { text, hours: Some(hours), until: None, zone })
}

/// Finds the first digit, or a noon or midnight, without which a sentence tells no hour.
fn until_digit_or_noon(sentence: &str) -> Option<usize> {
    sentence
        .find(|c: char| c.is_ascii_digit())
        .or_else(|| sentence.find("noon"))
        .or_else(|| sentence.find("midnight"))
}

/// Finds `the meeting lasted`: the verb, and what stands after it.
fn held(sentence: &str) -> Option<(&str, &str)> {
    let mut before = ["", ""];
    let mut all = words(sentence).peekable();
    while let Some(word) = all.next() {
        let noun = TALK.iter().any(|talk| same_word(talk, bare(word)));
        let the = |word: &str| same_word(word, "the") || same_word(word, "this");
        let certain = the(before[1]) || the(before[0]) && same_word(before[1], "telephone");
        before = [before[1], word];
        if !noun || !certain {
            continue;
        }
        all.next_if(|next| word.ends_with(',') && same_word(next, "which"));
        all.next_if(|next| ["was", "were"].iter().any(|be| same_word(be, next)));
        let verb = *all.peek()?;
        let took = same_word(verb, "took");
        let end = sentence.offset(verb) + verb.len();
        let after = sentence.get(end..)?;
        if took {
            if let Some(after) = after.strip_prefix(" place") {
                return Some((verb, after));
            }
        } else if among(verb, BEGUN) || among(verb, ENDED) {
            return Some((verb, after));
        }
    }
    None
}

fn among(words: &str, list: &[&str]) -> bool {
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| list.iter().any(|known| same_word(known, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_of_notes() {
        for (sentence, expected) in [
            ("The meeting began at 3:30 p.m. and ended at 4:10 p.m.", Some("15:30-16:10")),
            (
                "The conversation took place in the Lake House from 10 to 11 a.m.",
                Some("10:00-11:00"),
            ),
            (
                "According to the Diary, the meeting lasted from 10:13 to 11:07 a.m.",
                Some("10:13-11:07"),
            ),
            (
                "The talk was held in the Cabinet Room between 9:34 and 10:45 a.m.",
                Some("09:34-10:45"),
            ),
            ("According to the Diary, the meeting lasted until 1:05 p.m.", Some("-13:05")),
            ("The meeting was held in the Lake House and ended at noon.", Some("-12:00")),
            (
                "The conversation, which took place in the Lake House, lasted until 5 p.m.",
                Some("-17:00"),
            ),
            ("The telephone call began at 3 p.m.", Some("15:00-")),
            ("The previous meeting began at 3:30 p.m.", None),
            ("The exchange is part of a larger conversation, 4:10–5:31 p.m.", None),
            ("The conversation took place at about 8 p.m.", None),
            ("The talk took place during the dinner that began at 8 p.m.", None),
            ("A meeting was held at 3 p.m.", None),
            ("The meeting lasted 3 hours.", None),
            ("He met earlier that day with Orlo, 10:10 a.m.–12:40 p.m.", None),
            ("The meeting was held in the Lake House.", None),
        ] {
            let told = clock(sentence).map(|found| {
                let at = |clock: Option<Clock>| {
                    clock.map_or(String::new(), |c| format!("{:02}:{:02}", c.hour, c.minute))
                };
                let to = found.until.or(found.hours.and_then(|hours| hours.to));
                format!("{}-{}", at(found.hours.map(|hours| hours.from)), at(to))
            });
            assert_eq!(told.as_deref(), expected, "{sentence:?}");
        }
    }
}
