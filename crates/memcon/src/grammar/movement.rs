//! Sentences that tell that somebody comes or goes: "At this point Mr. Orlo left the room."
//!
//! ```text
//! movement = ["("] lead* people adverb* verb [… place …] [time] ["."] [")"]
//! lead     = "At this point" | "At 4:30 p.m." | "Then" | …
//! ```

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::grammar::attendance_list::listed;
use crate::grammar::fold::same;
use crate::grammar::lexicon::is_prose_word;
use crate::grammar::person::Person;
use crate::grammar::words::{bare, place, words};
use crate::model::MovementKind;

/// No sentence that tells a movement is longer, in words.
const LONGEST: usize = 40;

#[derive(Deserialize, Default)]
struct Verbs {
    alone: Vec<String>,
    near: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Places {
    words: Vec<String>,
    elsewhere: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Lead {
    words: Vec<String>,
    adverbs: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Data {
    enter: Verbs,
    leave: Verbs,
    places: Places,
    lead: Lead,
}

static DATA: LazyLock<Data> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/movements.json")))
        .unwrap_or_default()
});

/// Finds the verbs in one pass over the text; most paragraphs have none.
static VERBS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let (enter, leave) = (&DATA.enter, &DATA.leave);
    let verbs = [&enter.alone, &enter.near, &leave.alone, &leave.near];
    let verbs = verbs.into_iter().flatten();
    AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(verbs).ok()
});

/// What each verb tells, and whether it does so without a place.
static KINDS: LazyLock<FxHashMap<&'static str, (MovementKind, bool)>> = LazyLock::new(|| {
    let lists = [
        (&DATA.leave.near, MovementKind::Leave, false),
        (&DATA.leave.alone, MovementKind::Leave, true),
        (&DATA.enter.near, MovementKind::Enter, false),
        (&DATA.enter.alone, MovementKind::Enter, true),
    ];
    let each = lists.into_iter().flat_map(|(verbs, kind, alone)| {
        verbs.iter().map(move |verb| (verb.as_str(), (kind, alone)))
    });
    each.collect()
});

/// A movement as one sentence tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told<'t> {
    pub(crate) kind: MovementKind,
    /// The words that name the people.
    pub(crate) subject: &'t str,
    /// The people; none where a pronoun stands for them.
    pub(crate) people: Vec<Person<'t>>,
    /// The clock time as written.
    pub(crate) time: Option<&'t str>,
}

/// Tells whether a text can tell a movement at all.
pub(crate) fn may_tell(text: &str) -> bool {
    VERBS.as_ref().is_none_or(|verbs| verbs.is_match(text))
}

/// Reads a sentence that tells a movement; declines all others.
pub(crate) fn movement(sentence: &str) -> Option<Told<'_>> {
    if !may_tell(sentence) || words(sentence).nth(LONGEST).is_some() {
        return None;
    }
    let inside = sentence.trim_matches(|c: char| c.is_whitespace() || "()[]/".contains(c));
    let whole = inside.trim_end_matches('.');
    let (kind, verb, alone) = words(whole).skip(1).find_map(|word| {
        let word = bare(word);
        KINDS.get(word).map(|(kind, alone)| (*kind, word, *alone))
    })?;
    let at = place(whole, verb);
    let after = &whole[at + verb.len()..];
    if !(is_near(after) || alone && !is_elsewhere(after)) {
        return None;
    }
    let before = without_adverbs(whole[..at].trim());
    let (subject, people) = people(before)?;
    Some(Told { kind, subject, people, time: time(inside) })
}

/// Whether the movement is to or from the talk: a place of it follows, a time, or nothing.
fn is_near(after: &str) -> bool {
    let mut next = words(after).map(bare).filter(|word| !has(&DATA.lead.adverbs, word));
    let Some(first) = next.next() else { return true };
    // "The Deputy came in."
    if same(first, "in") && next.clone().next().is_none() {
        return true;
    }
    if ["at", "here"].iter().any(|word| same(word, first)) {
        let second = next.next().unwrap_or("");
        return second.starts_with(|c: char| c.is_ascii_digit())
            || ["this", "that", "about", "approximately"].iter().any(|word| same(word, second));
    }
    !is_elsewhere(after)
        && std::iter::once(first).chain(next).take(6).any(|word| has(&DATA.places.words, word))
}

/// What leads elsewhere stands before the place: "to the subject of the meeting".
fn is_elsewhere(after: &str) -> bool {
    let mut place = "";
    let mut next = words(after).map(bare).take(6);
    let before = next.by_ref().take_while(|word| {
        place = if has(&DATA.places.words, word) { word } else { "" };
        place.is_empty()
    });
    let led = before.take(5).any(|word| has(&DATA.places.elsewhere, word));
    // Who enters a conversation by saying something was there.
    let joins_talk = ["conversation", "discussion", "talks"].iter().any(|talk| same(talk, place));
    led || joins_talk && next.next().is_some_and(|word| same(word, "by"))
}

fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|entry| entry.eq_ignore_ascii_case(word))
}

fn without_adverbs(before: &str) -> &str {
    let mut before = before;
    while let Some(last) =
        words(before).next_back().filter(|word| has(&DATA.lead.adverbs, bare(word)))
    {
        before = before[..place(before, last)].trim_end();
    }
    before.trim_end_matches(',')
}

/// The people before the verb: all the words, those after the last comma, or those after a lead.
fn people(before: &str) -> Option<(&str, Vec<Person<'_>>)> {
    if before.is_empty() {
        return None;
    }
    let led = without_lead(before);
    for subject in [led, before.rsplit(", ").next().unwrap_or("").trim()] {
        if ["he", "she", "they"].iter().any(|pronoun| same(pronoun, subject)) {
            return Some((subject, Vec::new()));
        }
        // `and Mr. Rivel` is the end of a list that is not understood; `If Vesta` tells nothing.
        let first = words(subject).next().map_or("", bare);
        if same(first, "and") || is_prose_word(first) {
            continue;
        }
        let found = listed(subject).filter(|people| people.iter().all(is_somebody));
        if let Some(people) = found {
            return Some((subject, people));
        }
    }
    None
}

fn is_somebody(person: &Person<'_>) -> bool {
    person.name.is_some() || !person.roles.is_empty()
}

/// `At this point`, `At 4:30 p.m.,` taken off.
fn without_lead(before: &str) -> &str {
    let mut rest = before;
    let mut first = true;
    while let Some(word) = words(rest).next() {
        let stem = bare(word);
        let plain = stem.trim_end_matches('.');
        let lead = stem.starts_with(|c: char| c.is_ascii_digit())
            || ["a.m", "p.m"].iter().any(|half| plain.eq_ignore_ascii_case(half))
            || has(&DATA.lead.words, plain) && (first || !word.starts_with(char::is_uppercase));
        // `The President` is no lead, `the same time` is.
        let of_office = same(plain, "the")
            && words(rest).nth(1).is_some_and(|next| next.starts_with(char::is_uppercase));
        if !lead || of_office {
            break;
        }
        first = false;
        rest = rest[place(rest, word) + word.len()..].trim_start_matches([',', ' ', '\n']);
    }
    rest.trim()
}

/// `At 4:30 p.m.`, `at 1630 hours`: the time, without its preposition.
fn time(sentence: &str) -> Option<&str> {
    let mut from = None;
    let mut at = false;
    for word in words(sentence) {
        let start = place(sentence, word);
        match from {
            None if at && word.starts_with(|c: char| c.is_ascii_digit()) => {
                from = Some((start, start + word.trim_end_matches(',').len()));
                if word.ends_with(',') {
                    break;
                }
            }
            None => {
                at = ["at", "about", "approximately", "around"].iter().any(|w| same(w, bare(word)));
            }
            Some((first, _)) => {
                let half = bare(word).trim_end_matches(['.', ',']);
                if ["a.m", "p.m", "am", "pm", "hours", "hrs", "m"].iter().any(|w| same(w, half)) {
                    from = Some((first, start + word.trim_end_matches([',', ')']).len()));
                } else if !matches!(half, "a" | "p") {
                    break;
                }
            }
        }
    }
    from.map(|(first, last)| {
        let time = &sentence[first..last];
        if time.ends_with("m.") { time } else { time.trim_end_matches('.') }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, kind: MovementKind, subject: &str, time: Option<&str>) {
        let found = movement(sentence).unwrap_or_else(|| panic!("{sentence}"));
        assert_eq!((found.kind, found.subject, found.time), (kind, subject, time), "{sentence}");
    }

    #[test]
    fn comings_and_goings() {
        use MovementKind::{Enter, Leave};
        check(
            "(At this point the President temporarily left the meeting.)",
            Leave,
            "the President",
            None,
        );
        check("Mr. Orlo joined the meeting at 4:30 p.m.", Enter, "Mr. Orlo", Some("4:30 p.m."));
        check(
            "At 4:30 p.m., Mr. Orlo and Mrs. Rivel entered.",
            Enter,
            "Mr. Orlo and Mrs. Rivel",
            Some("4:30 p.m."),
        );
        check("[Secretary Orlo enters room.]", Enter, "Secretary Orlo", None);
        check("Then General Marn withdrew.", Leave, "General Marn", None);
        check("After the coffee was served, Mr. Orlo left the room.", Leave, "Mr. Orlo", None);
        check("He left the room.", Leave, "He", None);
        check("Orlo returned to the meeting at 1630 hours.", Enter, "Orlo", Some("1630 hours"));
        check("The Foreign Minister left at this point.", Leave, "The Foreign Minister", None);
    }

    #[test]
    fn what_is_no_coming_and_no_going() {
        for sentence in [
            "Mr. Orlo left the question open.",
            "Mr. Orlo said that the troops left the city.",
            "The President returned to the subject of the meeting.",
            "Mr. Orlo left for Taver to see the office.",
            "The ships arrived.",
            "Vesta joined the League in 1950.",
            "The harvest came in.",
            "If Mr. Orlo joined the group it would be well.",
            "Mr. Orlo left no doubt in the room.",
            "If Orlo withdrew, what would he have?",
            "Orlo came to a party at the hall.",
            "Mr. Orlo entered the conversation by saying that he knew.",
            "",
        ] {
            assert_eq!(movement(sentence), None, "{sentence}");
        }
    }
}
