//! Offices that stand for a person by themselves.

use super::class::{Class, class};
use super::head::LONGEST_HEAD;
use crate::grammar::fold::{begins, same};
use crate::grammar::lexicon::{self, Classes, is_joint, is_role_adjective, is_role_word};
use crate::grammar::words::{bare, words};

/// Tells whether a phrase names a person by office alone: `The Vice President`,
/// `Minister of Lakes`, `Vestan Defense Minister`.
///
/// ```text
/// office = ["the"] {adjective | country | agency} noun [("of" | "for" | "to") words]
/// ```
pub(crate) fn is_role_phrase(phrase: &str) -> bool {
    if words(phrase).nth(LONGEST_HEAD).is_some() {
        return false;
    }
    let mut noun = false;
    let mut any = false;
    let mut all = words(phrase).enumerate().peekable();
    while let Some((i, word)) = all.next() {
        let word = bare(word);
        if word.is_empty() {
            continue;
        }
        if i == 0 && same(word, "the") {
            continue;
        }
        any = true;
        let lists = lexicon::of(word);
        let (role, adjective) = (lists.has(Classes::ROLES), lists.has(Classes::ADJECTIVES));
        let shouted = noun && word == "OF";
        if !role && !adjective && (word.starts_with(char::is_lowercase) || shouted) {
            // The office is named before its `of`.
            return noun && is_joint(word) && phrase_goes_on(phrase, word);
        }
        if !role && !adjective && !word.starts_with(char::is_uppercase) {
            return false;
        }
        // `Vice President`: an adjective alone is none, unless it is the last word.
        let last = all.peek().is_none();
        // `Chief of Staff`, `Lord Chancellor`.
        let chief =
            i < 2 && same(word, "chief") && all.peek().is_some_and(|(_, next)| *next == "of");
        let office = role && (!adjective || noun || last || chief);
        if office || begins(word, "vice-") || begins(word, "secretary-") {
            noun = true;
        } else if noun
            && (matches!(class(word), Class::Name | Class::Topic | Class::Other)
                || is_group_noun(word))
        {
            return false;
        }
    }
    any && noun
}

/// A group's word after an office's: `Secretary’s Staff`, `Chiefs of Staff`, `Minister Side`.
pub(super) fn is_group_noun(word: &str) -> bool {
    [
        "staff",
        "side",
        "delegation",
        "party",
        "group",
        "team",
        "office",
        "committee",
        "conference",
        "council",
    ]
    .iter()
    .any(|noun| same(noun, word))
}

/// After the office's `of`, no word of a sentence follows.
fn phrase_goes_on(phrase: &str, from: &str) -> bool {
    words(phrase).skip_while(|word| !std::ptr::eq(bare(word).as_ptr(), from.as_ptr())).all(|word| {
        let word = bare(word);
        !word.starts_with(char::is_lowercase)
            || is_joint(word)
            || is_role_word(word)
            || is_role_adjective(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_alone() {
        for phrase in [
            "The Vice President",
            "the Secretary",
            "Secretary General of the League",
            "The Acting Secretary",
        ] {
            assert!(is_role_phrase(phrase), "{phrase}");
        }
        for phrase in
            ["The Lake", "Orlo", "The President said that", "President Orlo", "Vice", "The"]
        {
            assert!(!is_role_phrase(phrase), "{phrase}");
        }
    }
}
