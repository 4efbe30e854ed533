//! The sentence with which a record by one of two opens: whom the writer saw, or who saw the writer.

use crate::grammar::attendance::Attendance;
use crate::grammar::attendance_list::listed;
use crate::grammar::same_word;
use crate::grammar::words::{bare, words};

/// No sentence is longer, in bytes, and nobody is named in more words.
const LONGEST: usize = 400;
const WORDS: usize = 10;

/// What others do to the writer, before `me` or `us`.
const BY_OTHERS: &[&str] = &[
    " called on ",
    " called upon ",
    " called to see ",
    " came to see ",
    " came in to see ",
    " came to call on ",
    " received ",
    " sent for ",
];
/// What the writer does.
const BY_WRITER: &[&str] = &[
    "I called on ",
    "I called upon ",
    "I paid a call on ",
    "I went to see ",
    "I saw ",
    "I received ",
    "I met with ",
    "I had lunch with ",
    "I lunched with ",
    "I dined with ",
    "We called on ",
];
/// What somebody does who comes to see a writer that the title names.
const CALLS: &[&str] = &[
    " called this ",
    " called today",
    " called yesterday",
    " called again",
    " called at ",
    " called by ",
    " called in ",
    " came in ",
    " came today",
    " came this ",
    " came again",
    " came to the ",
    " came on ",
    " came at ",
    " came by ",
];
/// What ends the name of whoever was seen.
const ENDS: &[&str] = &[
    "after",
    "again",
    "alone",
    "and",
    "as",
    "at",
    "before",
    "by",
    "during",
    "early",
    "for",
    "from",
    "had",
    "he",
    "here",
    "in",
    "late",
    "last",
    "on",
    "prior",
    "she",
    "this",
    "to",
    "today",
    "together",
    "tonight",
    "under",
    "when",
    "where",
    "who",
    "with",
    "yesterday",
];

/// Reads the sentence, and gives whom the writer talked with.
///
/// ```text
/// visit = people ("called on" | "received" | …) ("me" | "us") …
///       | "I" ("called on" | "saw" | …) people …
/// ```
pub(crate) fn visit(sentence: &str) -> Option<Attendance<'_>> {
    let sentence = sentence.trim();
    if sentence.len() > LONGEST {
        return None;
    }
    let seen = match BY_WRITER.iter().find_map(|verb| sentence.strip_prefix(verb)) {
        Some(after) => until_end(after),
        None => BY_OTHERS.iter().find_map(|verb| {
            let (who, after) = sentence.split_once(verb)?;
            let me = bare(words(after).next()?).trim_end_matches('.');
            matches!(me, "me" | "us").then_some(who)
        })?,
    };
    people(seen)
}

/// Reads the sentence with which the drafter's record of a visit opens: `The Turkish Ambassador
/// called this afternoon at his request.`
///
/// ```text
/// call = people ("called" | "came") ("in" | "today" | "at" | …) …
/// ```
pub(crate) fn call(sentence: &str) -> Option<Attendance<'_>> {
    let sentence = sentence.trim();
    if sentence.len() > LONGEST {
        return None;
    }
    let at = CALLS.iter().filter_map(|verb| sentence.find(verb)).min()?;
    people(sentence.get(..at)?)
}

fn people(seen: &str) -> Option<Attendance<'_>> {
    let pronoun = ["he", "she", "they", "it", "who", "him", "her", "them"];
    if words(seen).nth(WORDS).is_some()
        || words(seen).any(|word| pronoun.iter().any(|known| same_word(known, bare(word))))
    {
        return None;
    }
    let people = listed(seen)?;
    let called = |name: Option<&str>| name.is_none_or(|name| name.contains(char::is_uppercase));
    people
        .iter()
        .all(|person| called(person.name))
        .then_some(Attendance { people, ..Attendance::default() })
}

/// Gives the words up to a comma, a stop or a small word that goes on to something else; `of` and
/// `for` after an office do not.
fn until_end(after: &str) -> &str {
    for word in words(after).skip(1) {
        let at = crate::grammar::words::place(after, word);
        if ENDS.iter().any(|end| same_word(end, bare(word).trim_end_matches('.'))) {
            return after[..at].trim_end_matches([' ', ',']);
        }
        if word.ends_with([',', ';']) || word.ends_with('.') && bare(word).chars().count() > 4 {
            return after[..at + word.len()].trim_end_matches([',', ';', '.', ' ']);
        }
    }
    after.trim_end_matches(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::person::Person;

    #[test]
    fn who_called() {
        for (sentence, expected) in [
            ("The Turkish Ambassador called this afternoon.", Some("The Turkish Ambassador")),
            ("Mr. Orlo came in at his request.", Some("Orlo")),
            ("The Archivist came on each of the four days.", Some("The Archivist")),
            ("He called this afternoon.", None),
            ("The Minister called for a vote.", None),
            ("The news came today.", None),
            ("Orlo said that the Minister called today.", None),
        ] {
            let called = call(sentence).map(|found| found.people[0].called());
            assert_eq!(called, expected, "{sentence:?}");
        }
    }

    #[test]
    fn who_saw_whom() {
        for (sentence, expected) in [
            ("The Minister of Finance received me in the garden.", Some("The Minister of Finance")),
            ("I called on the Minister of Lakes this morning.", Some("the Minister of Lakes")),
            ("Mr. Orlo called on me at his request.", Some("Orlo")),
            ("I lunched with Ambassador Rivel today, and he spoke of lakes.", Some("Rivel")),
            ("The Turkish Ambassador came to see me.", Some("The Turkish Ambassador")),
            ("He called on me.", None),
            ("I saw that the lakes were low.", None),
            ("I received a note from him.", None),
            ("Mr. Orlo called on the Minister.", None),
            ("Orlo said that he had received me before.", None),
        ] {
            let found = visit(sentence).map(|found| found.people);
            let called: Option<Vec<_>> =
                found.map(|people| people.iter().map(Person::called).collect());
            assert_eq!(called, expected.map(|name| vec![name]), "{sentence:?}");
        }
    }
}
