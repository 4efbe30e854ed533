//! Paragraphs that nobody speaks: events, headings, endings, signatures.

use crate::assemble::ending::is_ending;
use crate::assemble::signature;
use crate::grammar::cue;
use crate::grammar::words;

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
    if is_heading(paragraph) || is_rule(paragraph) {
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

/// First and second persons outside quotation marks are a speaker's.
pub(crate) fn speaks_of_self(paragraph: &str) -> bool {
    let mut quoted = false;
    words::words(paragraph).any(|word| {
        // Most words are long, and letters throughout.
        if word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return false;
        }
        let mut parts = word.split(['“', '”', '"']);
        let first = parts.next().unwrap_or("");
        let found = !quoted && is_first_person(first);
        found
            || parts.any(|part| {
                quoted = !quoted;
                !quoted && is_first_person(part)
            })
    })
}

/// `I`, `our`, `you`, without the marks around it.
fn is_first_person(word: &str) -> bool {
    // `I.` is an initial.
    let word = if word == "I." { word } else { words::letters_of(word) };
    matches!(
        word,
        "I" | "we" | "We" | "you" | "You" | "my" | "My" | "our" | "Our" | "your" | "us" | "me"
    )
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
    let initials = paragraph.len() <= 10
        && paragraph.chars().filter(|c| c.is_uppercase()).count() >= 2
        && paragraph.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' ' | 'c'));
    let signed = (2..=4).contains(&count)
        && paragraph.len() <= 40
        && !paragraph.ends_with(['.', '?', '!', ':', ',', ';', '—', '…', '”', '"'])
        && words(paragraph).all(|word| word.starts_with(char::is_uppercase))
        && words(paragraph).any(|word| word.len() == 1)
        && !is_roman_numbered(paragraph);
    initials || signed
}

/// `II. Mines`.
fn is_roman_numbered(paragraph: &str) -> bool {
    let rest = paragraph.trim_start_matches(['I', 'V', 'X']);
    rest.len() < paragraph.len() && rest.starts_with(". ")
}

/// A line without a sentence: a topic, a numbered head, capitals.
fn is_heading(paragraph: &str) -> bool {
    if paragraph.len() > 90 {
        return false;
    }
    let count = words(paragraph).count();
    if paragraph.len() > 90 || count == 0 || paragraph.contains('\n') {
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
