//! Paragraphs that nobody speaks: events, headings, endings, signatures.

use crate::assemble::ending::{ends_surely, is_ending, is_salutation};
use crate::assemble::signature;
use crate::grammar::cue;
use crate::grammar::dated::Precision;
use crate::grammar::dateline::dateline;
use crate::grammar::first_person::{is_said, speaks_of_self};
use crate::grammar::mark;
use crate::grammar::remark::reads_as_event;
use crate::grammar::sentence::sentences;
use crate::grammar::words;
use crate::span::Span;

/// The words of a text, without stops and brackets around them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    words::words(text).map(words::letters_of).filter(|word| !word.is_empty())
}

/// What an unlabelled paragraph of a labelled record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unlabelled {
    /// More of the turn before it.
    Speech,
    /// A bracket or parenthesis that is the whole paragraph.
    Remark,
    /// A heading.
    Heading,
    /// A number or letter before words that end in no stop: a heading, or a speaker's point.
    Numbered,
    /// What happened; speech may go on after it.
    Event,
    /// The end of the record, or what is attached to it: no speech follows unlabelled.
    End,
}

/// Tells what an unlabelled paragraph is, by its own words.
pub(crate) fn unlabelled(paragraph: &str) -> Unlabelled {
    if is_enclosed(paragraph) {
        let inside = paragraph.trim_matches(['[', ']']);
        return if is_attachment(inside) { Unlabelled::End } else { Unlabelled::Remark };
    }
    if is_ending(paragraph)
        || is_attachment(paragraph)
        || is_signature(paragraph)
        || signature::is_marked(paragraph)
    {
        return Unlabelled::End;
    }
    if is_heading(paragraph) || is_dateline(paragraph) || is_rule(paragraph) {
        return Unlabelled::Heading;
    }
    if is_numbered_heading(paragraph) {
        return Unlabelled::Numbered;
    }
    if is_event(paragraph) {
        return Unlabelled::Event;
    }
    Unlabelled::Speech
}

/// Tells whether a paragraph in brackets is a speaker's own words: `(We, too, have fishermen.)`.
/// What editors and drafters add between brackets at length may have a `we` too.
pub(crate) fn is_said_aside(paragraph: &str) -> bool {
    // Between square brackets whoever wrote the record speaks.
    if !paragraph.starts_with('(') {
        return false;
    }
    let inside = mark::inside(paragraph);
    let first = sentences(inside, Span::new(0, inside.len())).next();
    // "(He was called away. He said that we should wait.)" is told.
    first.is_some_and(|first| is_said(first.of(inside)))
        && cue::reported_by(inside).is_none()
        && !reads_as_event(inside)
        && !inside.contains("interpret")
}

/// Tells whether a paragraph that looks like an end is one even where the talk goes on below it,
/// and not what a speaker tells of another talk, or reads aloud.
pub(crate) fn is_sure_end(paragraph: &str) -> bool {
    is_enclosed(paragraph)
        || signature::is_marked(paragraph)
        || is_attachment(paragraph) && !paragraph.ends_with('.')
        || ends_surely(paragraph)
}

/// Tells whether a paragraph is made of sentences, as speech is: a title, a dateline, a list of
/// people that stands between two talks is not.
pub(crate) fn is_prose(paragraph: &str) -> bool {
    let ended = paragraph.ends_with(['.', '?', '!', '”', '"', '’', ')', '…', '—', ',']);
    let opened = paragraph.starts_with(['“', '"', '«']);
    let led = paragraph.ends_with(':') && words(paragraph).nth(2).is_some();
    let kind = unlabelled(paragraph);
    (ended || opened || led) && kind != Unlabelled::Heading && kind != Unlabelled::Numbered
        || is_salutation(paragraph)
        || is_signature(paragraph)
}

fn is_enclosed(paragraph: &str) -> bool {
    let pairs = [('[', ']'), ('(', ')'), ('（', '）'), ('<', '>')];
    pairs.iter().any(|(open, close)| {
        paragraph.strip_prefix(*open).is_some_and(|rest| {
            rest.strip_suffix(*close).or_else(|| rest.strip_suffix(".]")).is_some_and(|inside| {
                let mut depth = 0i32;
                inside.chars().all(|c| {
                    depth += i32::from(c == *open) - i32::from(c == *close);
                    depth >= 0
                })
            })
        })
    })
}

const COMING: &[&str] =
    &["entered", "left", "joined", "departed", "arrived", "returned", "withdrew"];

/// `***`
fn is_rule(paragraph: &str) -> bool {
    paragraph.len() >= 3 && paragraph.chars().all(|c| matches!(c, '*' | '_' | ' '))
}

/// The number or letter with which a heading or a point is counted.
pub(crate) fn counted(paragraph: &str) -> Option<&str> {
    let (sign, rest) = paragraph.split_once([' ', '\u{a0}'])?;
    let bare = sign.trim_matches(['(', ')', '.']);
    let number = (1..=2).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit());
    let letter = bare.len() == 1 && bare.bytes().all(|b| b.is_ascii_alphabetic());
    let marked = bare.len() < sign.len();
    (marked && (number || letter)).then_some(rest)
}

/// `2. Bases`, `a. The tracking stations`.
fn is_numbered_heading(paragraph: &str) -> bool {
    paragraph.len() <= 80
        && counted(paragraph).is_some_and(|rest| {
            rest.starts_with(char::is_uppercase)
                && !rest.ends_with(['.', '?', '!', ',', ';', ':', '—', '…', '”', '"', '-'])
        })
}

/// Somebody came, went or joined, told shortly and by nobody of the talk.
pub(crate) fn is_event(paragraph: &str) -> bool {
    paragraph.len() < 240
        && !speaks_of_self(paragraph)
        && paragraph.starts_with(char::is_uppercase)
        && {
            let mut before = words(paragraph).take(14);
            before.any(|word| COMING.contains(&word)) && names_the_scene(paragraph)
                || cue::is_event(paragraph)
        }
        || is_laughter(paragraph)
}

/// "Everyone laughs."
fn is_laughter(paragraph: &str) -> bool {
    let mut each = words(paragraph);
    matches!(each.next(), Some("Everyone" | "Everybody" | "All" | "General"))
        && each.next().is_some_and(|word| word.starts_with("laugh") || word.starts_with("applau"))
        && each.next().is_none()
}

/// "the room", "the meeting", "at this point", a clock time: what only a narrator says.
fn names_the_scene(paragraph: &str) -> bool {
    [
        "the room",
        "the meeting",
        "the conversation",
        "At this point",
        "at this point",
        "At 1",
        "At 2",
        "At 3",
        "At 4",
        "At 5",
        "At 6",
        "At 7",
        "At 8",
        "At 9",
        "the talks",
    ]
    .iter()
    .any(|scene| paragraph.contains(scene))
}

fn is_attachment(paragraph: &str) -> bool {
    let bare = paragraph.trim_matches(|c: char| !c.is_alphanumeric());
    let first = words(bare).next().unwrap_or("");
    let named = [
        "Attachment",
        "Enclosure",
        "Annex",
        "Appendix",
        "Tab",
        "ATTACHMENT",
        "ENCLOSURE",
        "ANNEX",
        "APPENDIX",
    ]
    .contains(&first);
    named && bare.len() <= 24 && words(bare).count() <= 2
}

/// A name or initials alone, as at the foot of a record.
fn is_signature(paragraph: &str) -> bool {
    if paragraph.len() > 40 {
        return false;
    }
    let count = words(paragraph).count();
    let initials = signature::are_initials(paragraph);
    let signed = (2..=4).contains(&count)
        && paragraph.len() <= 40
        && !paragraph.ends_with(['.', '?', '!', ':', ',', ';', '—', '…', '”', '"'])
        && words(paragraph).all(|word| word.starts_with(char::is_uppercase))
        && words(paragraph).any(|word| word.len() == 1)
        && !is_roman_numbered(paragraph);
    initials || signed
}

/// `Washington, March 4, 1971, 10 a.m.`: where and on which day another talk was held. A sentence
/// of a speaker has a stop.
fn is_dateline(paragraph: &str) -> bool {
    let may = paragraph.len() <= 90
        && paragraph.starts_with(|c: char| c.is_uppercase() || c == '[')
        && paragraph.contains(|c: char| c.is_ascii_digit())
        && (!paragraph.ends_with(['.', '?', '!', ':', ',', '”']) || paragraph.ends_with("m."));
    may && dateline(paragraph).is_some_and(|found| {
        found.place.is_some()
            && found.dated.is_some_and(|dated| dated.precision() >= Precision::Day)
    })
}

/// `Cyprus`: one word that begins as a name does, and no stop.
pub(crate) fn is_topic(paragraph: &str) -> bool {
    paragraph.len() > 2
        && paragraph.len() <= 24
        && paragraph.starts_with(char::is_uppercase)
        && paragraph.chars().all(|c| c.is_alphabetic() || c == '-')
}

/// Initials or a topic: capitals without a stop.
pub(crate) fn is_in_capitals(paragraph: &str) -> bool {
    paragraph.chars().all(|c| c.is_uppercase() || c == ' ')
}

/// `II. Mines`.
fn is_roman_numbered(paragraph: &str) -> bool {
    let rest = paragraph.trim_start_matches(['I', 'V', 'X']);
    rest.len() < paragraph.len() && rest.starts_with(". ")
}

/// A line without a sentence: a topic, a numbered head, capitals.
fn is_heading(paragraph: &str) -> bool {
    if paragraph.len() > 90 || is_salutation(paragraph) {
        return false;
    }
    let count = words(paragraph).count();
    if count == 0 || paragraph.contains('\n') {
        return false;
    }
    let shouted = paragraph.chars().any(char::is_uppercase)
        && !paragraph.chars().any(char::is_lowercase)
        && count <= 10
        && paragraph.len() > 3
        && !paragraph.ends_with(['.', '?', '!']);
    let roman = is_roman_numbered(paragraph);
    let open = !paragraph.ends_with(['.', '?', '!', ',', ';', '—', '…', '”', '"', ')', ']', '-']);
    let titled = open
        && (2..=9).contains(&count)
        && words(paragraph).next().is_some_and(|word| word.starts_with(char::is_uppercase))
        && words(paragraph)
            .filter(|word| word.len() > 3)
            .all(|word| !word.starts_with(char::is_lowercase));
    shouted || ((roman || titled) && open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_speaks() {
        for (paragraph, expected) in [
            ("The meeting ended at 12:30 p.m.", Unlabelled::End),
            ("The conversation, which was friendly, lasted an hour.", Unlabelled::End),
            ("At 11:00 a.m. the President joined the meeting.", Unlabelled::Event),
            ("Mr. Orlo left the room.", Unlabelled::Event),
            ("[Here follows discussion of the mines.]", Unlabelled::Remark),
            ("(Laughter)", Unlabelled::Remark),
            ("I. The Valdorian Mines", Unlabelled::Heading),
            ("RAILWAYS AND MINES", Unlabelled::Heading),
            ("J. S. Orlo", Unlabelled::End),
            ("JSO", Unlabelled::End),
            ("Attachment", Unlabelled::End),
            ("Recorded by A. Vey.", Unlabelled::End),
        ] {
            assert_eq!(unlabelled(paragraph), expected, "{paragraph}");
        }
    }

    #[test]
    fn what_a_speaker_may_say() {
        for paragraph in [
            "I think the meeting ended too soon for us.",
            "Our envoys left the room yesterday.",
            "In conclusion, I would like to say that the mines are open.",
            "(1) The mines. (2) The dam.",
            "Two points—",
            "The mines are closed.",
            "Yes.",
        ] {
            assert_eq!(unlabelled(paragraph), Unlabelled::Speech, "{paragraph}");
        }
    }
}
