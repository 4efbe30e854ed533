//! What people did while nobody spoke, as a narrator tells it between or after the speeches.
//!
//! ```text
//! scene  = people verb … place                        ; "Orlo rose and walked to the window."
//!        | people verb people …                       ; "The Minister handed the Secretary a map."
//!        | "At this point" people verb …
//!        | phrase …                                   ; "Coffee was brought in."
//! people = person ("and" person)*                     ; all of them known, or named by office
//! ```

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use crate::assemble::closing::words;
use crate::assemble::ending::without_number;
use crate::grammar::first_person::speaks_of_self;
use crate::grammar::openings::Openings;
use crate::grammar::person;
use crate::grammar::remark::reads_as_event;

/// The words as the data file gives them.
#[derive(Deserialize, Default)]
struct Scene {
    /// What a narrator alone tells in a sentence that opens so.
    phrases: Openings,
    at_this_point: Openings,
    moved: FxHashSet<String>,
    toward: FxHashSet<String>,
    gave: FxHashSet<String>,
    places: FxHashSet<String>,
}

static SCENE: LazyLock<Scene> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/scene.json")))
        .unwrap_or_default()
});

/// The longest sentence that tells a scene, in bytes.
const LONGEST: usize = 160;

/// Tells whether a paragraph of one sentence says what happened between the speeches. A speaker may
/// tell of the same people: only what is done in a room is a scene, and no year or day is.
pub(crate) fn is_scene(paragraph: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    let may = paragraph.len() <= LONGEST
        && paragraph.ends_with('.')
        && paragraph.starts_with(char::is_uppercase)
        && !paragraph.contains(|c: char| c.is_ascii_digit() || matches!(c, '“' | '"'));
    if !may || speaks_of_self(paragraph) {
        return false;
    }
    // "Photographs were taken of the missile sites" is told of elsewhere.
    let mut phrases = SCENE.phrases.of(paragraph).filter_map(|start| paragraph.strip_prefix(start));
    if phrases.any(|rest| words(rest).nth(1).is_none()) {
        return true;
    }
    let here = SCENE.at_this_point.of(paragraph).find_map(|start| paragraph.strip_prefix(start));
    let told = here.map_or(paragraph, |rest| rest.trim_start_matches([',', ' ']));
    let Some((_, rest)) = subject(told, is_known) else { return false };
    let mut after = words(rest).skip_while(|word| is_adverb(word));
    let Some(verb) = after.next() else { return false };
    let placed = words(rest).last().is_some_and(|last| SCENE.places.contains(last));
    if here.is_some() {
        return reads_as_event(rest)
            || placed
            || SCENE.moved.contains(verb)
            || SCENE.gave.contains(verb);
    }
    let to = after.next().is_some_and(|word| SCENE.toward.contains(word));
    SCENE.moved.contains(verb) && to && placed
        || SCENE.gave.contains(verb) && {
            let given = rest.split_once(verb).map_or("", |(_, given)| given.trim_start());
            let end = given.find(" a ").or_else(|| given.find(" the "));
            end.is_some_and(|end| is_known(&given[..end]) || person::is_role_phrase(&given[..end]))
        }
}

fn is_adverb(word: &str) -> bool {
    matches!(word, "then" | "also" | "again" | "next" | "afterwards" | "later")
        || word.ends_with("ly")
}

/// Tells whether a paragraph opens with what one of the people did: "The Secretary saw the
/// cousins afterwards." The subject is tried by `is_known`.
pub(crate) fn tells_of(paragraph: &str, is_known: &dyn Fn(&str) -> bool) -> bool {
    let bare = without_number(paragraph);
    let Some((_, rest)) = subject(bare, is_known) else { return false };
    let mut after = words(rest).skip_while(|word| is_adverb(word));
    let done = after.next().is_some_and(is_done);
    done && !speaks_of_self(paragraph)
}

/// Divides a sentence after the people with whom it opens, if all of them are known or named by
/// their office: "The Secretary and Mr. Orlo then went …".
fn subject<'p>(bare: &'p str, is_known: &dyn Fn(&str) -> bool) -> Option<(&'p str, &'p str)> {
    let mut end = 0;
    let mut rest = bare;
    for _ in 0..SUBJECT {
        let word = if rest.starts_with('[') {
            rest.find(']').map_or(rest, |close| &rest[..=close])
        } else {
            rest.split(' ').next().unwrap_or("")
        };
        let named = word.starts_with(char::is_uppercase) || word.contains("declassified");
        let joins = word == "the" || end > 0 && word == "and";
        if !(named || joins) || word.ends_with([',', ':', ';']) {
            break;
        }
        let after = bare.len() - rest.len() + word.len();
        end = if named { after } else { end };
        rest = bare[after..].trim_start_matches(' ');
    }
    let (people, rest) = bare.split_at(end);
    let known = |person: &str| {
        let office = person.strip_prefix("The ").or_else(|| person.strip_prefix("the "));
        office.is_some_and(|_| person::is_role_phrase(person))
            || person.contains("declassified")
            || is_known(person)
    };
    (!people.is_empty() && people.split(" and ").all(known)).then_some((people, rest.trim_start()))
}

/// The most words that name the people with whom a sentence opens.
const SUBJECT: usize = 10;

/// A verb in the past that says what somebody did.
fn is_done(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase)
        || matches!(
            word,
            "said"
                | "saw"
                | "told"
                | "took"
                | "left"
                | "gave"
                | "went"
                | "thought"
                | "spoke"
                | "read"
                | "began"
                | "met"
                | "came"
                | "put"
                | "rose"
                | "felt"
                | "drew"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_did() {
        let known = |subject: &str| subject.ends_with("Secretary") || subject.ends_with("Orlo");
        for told in
            ["The Secretary then turned to the mine.", "Mr. Orlo saw the cousins afterwards."]
        {
            assert!(tells_of(told, &known), "{told}");
        }
        for spoken in [
            "Mr. Vey turned to the mine.",
            "The Secretary is right.",
            "The Secretary asked me for it.",
            "Then turn to the mine.",
        ] {
            assert!(!tells_of(spoken, &known), "{spoken}");
        }
    }

    #[test]
    fn what_happened_in_the_room() {
        let known = |subject: &str| {
            ["Secretary", "Minister", "Marlow", "Dresk"].iter().any(|who| subject.ends_with(who))
        };
        for told in [
            "Secretary Marlow rose and walked to the window.",
            "The Minister handed the Secretary a map.",
            "At this point the Secretary was called to the telephone.",
            "Dresk and Marlow moved to the dining room.",
            "There was a short break.",
            "Coffee was brought in.",
            "Photographers were admitted.",
        ] {
            assert!(is_scene(told, &known), "{told}");
        }
        for spoken in [
            "The Minister handed us a map.",
            "The Minister moved to Taver.",
            "At this point the talks failed.",
            "Coffee was the only thing they grew.",
            "There was a short break in the dam.",
            "Hess walked to the window.",
            "The Secretary handed the lake away.",
            "Photographs were taken of the missile sites.",
            "The press was admitted to the prison in May.",
            "The Minister walked to the table in Geneva.",
            "The Minister turned against the map.",
            "At this point the Minister decided to stop the trains.",
        ] {
            assert!(!is_scene(spoken, &known), "{spoken}");
        }
    }
}
