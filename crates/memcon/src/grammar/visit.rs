//! The sentence with which a record by one of two opens: whom the writer saw, or who saw the writer.

use std::sync::LazyLock;

use crate::grammar::attendance::Attendance;
use crate::grammar::attendance_list::listed;
use crate::grammar::fold::{Table, listed as listed_word, table};
use crate::grammar::lexicon::{self, is_prose_word};
use crate::grammar::person::{Person, entry};
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
/// What somebody does who comes to see somebody else.
const CALLS_ON: &[&str] = &[
    " called on ",
    " called upon ",
    " called to see ",
    " came to see ",
    " came in to see ",
    " paid a call on ",
];
/// What a caller comes to do.
static PURPOSES: LazyLock<Table> =
    LazyLock::new(|| table(lexicon::words(include_str!("../../data/lexicon/call-purposes.txt"))));
/// What stands before those who came with somebody.
const COMPANY: &[&str] = &[", accompanied by ", " accompanied by ", ", together with "];
/// How many words name a caller and his office.
const COMPANIONS: usize = 24;
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
    callers(seen).or_else(|| people(seen))
}

/// Reads the sentence that tells who called on whom, where the writer is neither: `The Envoy of
/// Vesta, Mr. Orlo, accompanied by Mr. Rivel, called on the Secretary this afternoon.`
///
/// ```text
/// reception = callers ("called on" | "came to see" | …) host …
/// ```
pub(crate) fn reception(sentence: &str) -> Option<Attendance<'_>> {
    let sentence = sentence.trim();
    if sentence.len() > LONGEST {
        return None;
    }
    let (verb, (who, host)) =
        CALLS_ON.iter().find_map(|verb| Some((verb, sentence.split_once(verb)?)))?;
    let seen = until_end(host);
    if verb.starts_with(" called ") && is_appeal(host.get(seen.len()..).unwrap_or("")) {
        return None;
    }
    let host = people(seen)?;
    // `called on Vesta`, `called on the delegates`: an appeal.
    let titled = |person: &Person<'_>| person.honorific.is_some() || !person.roles.is_empty();
    if !matches!(&host.people[..], [one] if titled(one)) {
        return None;
    }
    let mut found = callers(who)?;
    found.people.extend(host.people);
    Some(found)
}

/// `called on the Chairman to resign`: what he is to do, where no caller comes to do it.
fn is_appeal(after: &str) -> bool {
    let mut all = words(after);
    all.next() == Some("to") && all.next().is_some_and(|verb| !listed_word(&PURPOSES, bare(verb)))
}

/// Reads those who came, each with an office before or behind the name, and who came with them.
///
/// ```text
/// callers = person [","] ["accompanied by" people]
/// ```
fn callers(who: &str) -> Option<Attendance<'_>> {
    let mut found = Vec::new();
    let with = COMPANY.iter().find_map(|with| who.split_once(with));
    let (first, others) = with.map_or((who, None), |(first, others)| (first, Some(others)));
    for part in std::iter::once(first).chain(others) {
        let part = part.trim().trim_end_matches(',');
        let prose = |word: &str| word.starts_with(char::is_lowercase) && is_prose_word(bare(word));
        if words(part).nth(COMPANIONS).is_some() || words(part).any(prose) {
            return None;
        }
        let people = entry(part).people;
        let titled = people.iter().all(|person| {
            let told = person.honorific.is_some() || !person.roles.is_empty();
            told && person.name.is_none_or(|name| name.contains(char::is_uppercase))
        });
        if people.is_empty() || !titled {
            return None;
        }
        found.extend(people);
    }
    Some(Attendance { people: found, ..Attendance::default() })
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
    fn who_called_on_whom() {
        for (sentence, expected) in [
            (
                "The Envoy of France, Mr. Otto Orlo, accompanied by Mr. Rivel, Second Secretary of \
                 the Mission, called on the Secretary today.",
                &["Otto Orlo", "Rivel", "the Secretary"][..],
            ),
            ("Mr. Otto Orlo, the French Envoy, came to see Mr. Varn.", &["Otto Orlo", "Varn"]),
            ("Mr. Orlo called on Vesta to lower its prices.", &[]),
            ("Mr. Orlo said that the Envoy called on the Secretary.", &[]),
            ("The Chairman called on all delegates to vote.", &[]),
            ("Orlo called on the Secretary.", &[]),
            ("General Orlo called on Chairman Rivel to resign.", &[]),
            ("General Orlo called on Chairman Rivel to discuss wool.", &["Orlo", "Rivel"]),
            ("General Orlo called on Chairman Rivel, the envoy, today.", &["Orlo", "Rivel"]),
        ] {
            let people = reception(sentence).map(|found| found.people).unwrap_or_default();
            let called: Vec<_> = people.iter().map(Person::called).collect();
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
