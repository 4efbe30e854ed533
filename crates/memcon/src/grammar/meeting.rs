//! A sentence of the head that says when and where the meeting was.
//!
//! ```text
//! sentence = "The" … meeting … ("began" | "was held" | …) … ( date | hours ) … "."
//! hours    = time … [("ended" | "concluded" | "until" | …) … time]
//! ```

use nom::Offset;

use crate::grammar::clock::Hours;
use crate::grammar::date::{dated, timed};
use crate::grammar::dated::Dated;
use crate::grammar::dateline::Dateline;
use crate::grammar::place::PlaceName;
use crate::grammar::same_word;
use crate::grammar::venue::venue;

/// What is told of.
const MEETING: &[&str] = &[
    "meeting",
    "talks",
    "conversation",
    "session",
    "discussion",
    "call",
    "interview",
    "audience",
    "заседания",
    "беседы",
    "заседание",
    "беседа",
];
/// That it was, or began.
const BEGAN: &[&str] = &[
    "began",
    "started",
    "opened",
    "commenced",
    "held",
    "took",
    "lasted",
    "начало",
    "началось",
    "началась",
    "состоялась",
    "состоялось",
];
/// No sentence of a head is longer, in bytes.
const LONGEST: usize = 160;

/// Reads a sentence, alone on its line, that says when the meeting was.
pub(crate) fn sentence(line: &str) -> Option<Dateline<'_>> {
    let line = line.trim();
    let words = || line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let among =
        |list: &[&str]| words().take(7).any(|word| list.iter().any(|known| same_word(known, word)));
    if line.len() > LONGEST || line.contains(": ") || !among(MEETING) || !among(BEGAN) {
        return None;
    }
    let mut found = dated(line).filter(|found| !found.days.is_empty()).or_else(|| timed(line))?;
    let after = line.get(line.offset(found.text) + found.text.len()..)?;
    if let [Hours { from, to: None }] = found.hours[..]
        && let Some(Dated { hours, .. }) = ended(after)
        && let [end, ..] = hours[..]
    {
        found.hours = vec![Hours { from, to: Some(end.from) }];
    }
    // A closing sentence tells only the end.
    let place = venue(line).map(|name| PlaceName { name, supplied: false, doubtful: false });
    Some(Dateline { code: None, place, dated: Some(found), marking: None })
}

/// Finds when a meeting ended, after the words that tell when it began.
pub(super) fn ended(after: &str) -> Option<Dated<'_>> {
    let ends = ["ended", "until", "concluded", "closed", "adjourned", "lasted"];
    let at = ends.iter().filter_map(|word| after.find(word).map(|at| at + word.len())).min()?;
    timed(after.get(at..)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences() {
        for (line, place, hours) in [
            ("The meeting began at 10.10 and ended at 13.00.", None, Some("10:10-13:00")),
            (
                "The first talks were held at Rivel Island on 5 May 1966 from 11:52 am until 2:00 pm.",
                Some("Rivel Island"),
                Some("11:52-14:00"),
            ),
            ("The meeting ended at 11.35.", None, None),
            ("Orlo said that the meeting was late.", None, None),
        ] {
            let found = sentence(line);
            assert_eq!(found.as_ref().and_then(|f| f.place).map(|p| p.name), place, "{line:?}");
            let told = found.and_then(|f| f.dated).and_then(|d| d.hours.first().copied());
            let told = told.map(|Hours { from, to }| {
                let to = to.map_or(String::new(), |to| format!("-{:02}:{:02}", to.hour, to.minute));
                format!("{:02}:{:02}{to}", from.hour, from.minute)
            });
            assert_eq!(told.as_deref(), hours, "{line:?}");
        }
    }
}
