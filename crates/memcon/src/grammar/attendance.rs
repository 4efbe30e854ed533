//! Sentences that tell who was there and who interpreted: one construct for all of them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::grammar::acts::{done, is_frame, passive};
use crate::grammar::attendance_list::listed;
use crate::grammar::fold::same;
use crate::grammar::lexicon::is_prose_word;
use crate::grammar::person::{Person, cyrillic, side_name};
use crate::grammar::words::{bare, place, words};
use crate::model::Capacity;

/// People whom a sentence names, and in what capacities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attendance<'t> {
    pub(crate) people: Vec<Person<'t>>,
    pub(crate) capacities: Vec<Capacity>,
    /// `from the Vestan side`.
    pub(crate) side: Option<&'t str>,
}

/// How long a sentence of attendance may be, in words, before its people.
const LONGEST: usize = 60;
/// How many words a side may have.
const SIDE: usize = 6;
/// How long a list of people in a sentence may be.
const LONGEST_LIST: usize = 400;

/// Finds in one pass whether a word of attendance stands in a sentence at all; most have none.
///
/// The first letters are left off, for they may be capitals, and the rest is small or in capitals
/// throughout: so the search need not fold, and reads many bytes at a time.
static ACTS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let acts = [
        "resent",
        "articip",
        "ttend",
        "nterpret",
        "ranslat",
        "ecord",
        "ranscri",
        "ook ",
        "oined",
        "rafted",
        "repared",
        "apporteur",
        "ote",
        "рисутств",
        "частв",
        "ереводил",
        "аписал",
        "nwesend",
        "ccompan",
        "resided",
        "haired",
        "he chair",
    ];
    let capitals = acts.map(str::to_uppercase);
    let all = acts.iter().copied().chain(capitals.iter().map(String::as_str));
    // Built in less time than the automaton that reads fastest.
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).kind(kind).build(all).ok()
});

/// Reads a sentence that tells attendance; declines ordinary prose.
///
/// ```text
/// attendance = people verb {"and" verb} ["at" | "in" "the conversation"] "."
///            | "the conversation was" verb "by" people "."
///            | ["also"] "present" ["at" …] ["were"] [from side] [":"] people
/// verb       = "was present" | "took part" | "interpreted" | "recorded" | …
/// ```
pub(crate) fn attendance(sentence: &str) -> Option<Attendance<'_>> {
    let sentence = sentence.trim();
    if ACTS.as_ref().is_some_and(|acts| !acts.is_match(sentence)) {
        return None;
    }
    if words(sentence).nth(1).is_none() || words(sentence).nth(LONGEST_LIST).is_some() {
        return None;
    }
    present_first(sentence)
        .or_else(|| by_people(sentence))
        .or_else(|| people_first(sentence))
        .or_else(|| at_the_talk(sentence))
}

/// `На беседе присутствовал третий секретарь М. Орлов.`
fn at_the_talk(sentence: &str) -> Option<Attendance<'_>> {
    let mut all = words(sentence);
    let at = all.next().is_some_and(|word| ["на", "при", "в"].iter().any(|at| same(at, word)));
    let talk = all.next().filter(|word| {
        ["беседе", "переговорах", "встрече", "заседании", "приеме"].iter().any(|t| same(t, word))
    });
    let act = all.next().filter(|_| at && talk.is_some())?;
    let capacities = done(act)?;
    let list = sentence[place(sentence, act) + act.len()..].trim().trim_end_matches('.');
    let people: Vec<Person<'_>> =
        list.split([',', ';']).flat_map(|part| part.split(" и ")).filter_map(cyrillic).collect();
    (!people.is_empty()).then_some(Attendance { people, capacities, side: None })
}

/// Reads a sentence that does nothing but list who was there; safe among told speech.
pub(crate) fn roll(sentence: &str) -> Option<Attendance<'_>> {
    let sentence = sentence.trim();
    let acts = ACTS.as_ref().is_none_or(|acts| acts.is_match(sentence));
    acts.then(|| present_first(sentence)).flatten()
}

/// `Present at the meeting were …`, `Also present: …`, `Present from the Vestan side: …`,
/// `Others present were …`, `Participants in the meeting were …`.
fn present_first(sentence: &str) -> Option<Attendance<'_>> {
    let mut head = words(sentence).take(3).map(bare);
    let opens = head.by_ref().any(|word| {
        [
            "present",
            "participants",
            "participating",
            "attending",
            "присутствовали",
            "anwesend",
            "participaient",
            "assistaient",
            "présents",
        ]
        .iter()
        .any(|p| same(p, word))
    });
    let first = bare(words(sentence).next()?);
    let early = [
        "present",
        "also",
        "others",
        "those",
        "participants",
        "participating",
        "attending",
        "persons",
        "the",
        "присутствовали",
        "anwesend",
        "participaient",
        "assistaient",
        "étaient",
        "other",
    ]
    .iter()
    .any(|word| same(word, first));
    let following = || ["the", "at", "in"].iter().any(|it| same(it, first)) && follows(sentence);
    if !(opens && early || following()) {
        return None;
    }
    // Up to a colon or `were`, no verb of another sentence stands.
    let mut end = None;
    for (i, word) in words(sentence).enumerate().take(22) {
        let at = place(sentence, word) + word.len();
        if word.ends_with(':')
            || same(word, "were")
            || same(word, "was")
            || same(word, "included")
            || same(word, "including")
            || same(word, "waren")
        {
            end = Some(at);
            if word.ends_with(':') || !sentence[at..].trim_start().starts_with("also") {
                break;
            }
        }
        if i > 0 && word.ends_with('.') && word.len() > 4 || same(bare(word), "that") {
            return None;
        }
    }
    let end = end?;
    let lead = &sentence[..end];
    let list = sentence[end..].trim();
    let people = listed(list)?;
    Some(Attendance { people, capacities: vec![Capacity::Present], side: side(lead) })
}

/// `The following took part in the talks from the Vestan side:`: who it was follows a colon.
fn follows(sentence: &str) -> bool {
    let Some(lead) = sentence.split(':').next().filter(|lead| lead.len() < sentence.len()) else {
        return false;
    };
    // `At the meeting, the following took part:`.
    words(lead).take(6).any(|word| same(word, "following"))
        && words(lead).map(bare).any(|word| {
            ["participated", "attended", "present", "part", "participants"]
                .iter()
                .any(|act| same(act, word))
        })
}

/// `from the Vestan side`, `on the Vestan side`.
fn side(lead: &str) -> Option<&str> {
    let from = words(lead).find(|word| ["from", "for", "on"].iter().any(|w| same(w, word)))?;
    let after = &lead[place(lead, from) + from.len()..];
    let mark = words(after).take(SIDE).find(|word| {
        let word = bare(word);
        same(word, "side") || same(word, "delegation")
    })?;
    Some(side_name(after[..place(after, mark) + bare(mark).len()].trim()))
}

/// `The conversation was recorded by X.`, `Interpreted by X`, `Recorded by: X`.
fn by_people(sentence: &str) -> Option<Attendance<'_>> {
    let by = words(sentence).take(LONGEST / 4).find(|word| same(bare(word), "by"))?;
    let lead = &sentence[..place(sentence, by)];
    let capacities: Vec<Capacity> = words(lead).filter_map(|word| passive(bare(word))).collect();
    let last = words(lead).next_back().map(bare)?;
    passive(last)?;
    let plain = words(lead).map(bare).all(|word| passive(word).is_some() || is_frame(word));
    let company = same(last, "accompanied")
        && words(lead).any(|word| same(word, "was") || same(word, "were"));
    if !plain && !company || words(lead).count() > 12 {
        return None;
    }
    let named = sentence[place(sentence, by) + by.len()..].trim();
    // `Drafted by Orlo and approved by Rivel`: the first act's people alone.
    let other = words(named).find(|word| {
        let word = bare(word);
        ["approved", "cleared", "concurred", "initialed"].iter().any(|act| same(act, word))
    });
    let named = other.map_or(named, |word| &named[..place(named, word)]);
    let named = named.trim_end().strip_suffix(" and").unwrap_or(named);
    let people = listed(named.trim_end_matches([' ', ',', ';']))?;
    Some(Attendance { people, capacities, side: None })
}

/// `X and Y took part in the conversation.`, `X translated and recorded the conversation.`
fn people_first(sentence: &str) -> Option<Attendance<'_>> {
    if words(sentence).nth(LONGEST).is_some() {
        return None;
    }
    let sentence_ = sentence.trim_end_matches(['.', ' ']);
    let (subject, predicate) = predicate(sentence_)?;
    let capacities = done(predicate)?;
    let people = listed(subject.strip_suffix(" and I").unwrap_or(subject))?;
    // A subject that is only `The Minister` and an act is prose unless the whole is told.
    let named = people.iter().any(|person| person.name.is_some());
    (named || people.iter().all(|person| !person.roles.is_empty())).then_some(Attendance {
        people,
        capacities,
        side: None,
    })
}

/// Divides a sentence before the verb of attendance.
fn predicate(sentence: &str) -> Option<(&str, &str)> {
    let mut before: Option<&str> = None;
    for word in words(sentence) {
        if word == "I" && before == Some("and") {
            continue;
        }
        if word.contains(':') || ["I", "He", "She", "They", "We", "It"].contains(&word) {
            return None;
        }
        let is_verb = VERBS.iter().any(|verb| same(verb, bare(word)));
        if is_verb {
            let at = place(sentence, word);
            return before.map(|_| (sentence[..at].trim(), &sentence[at..]));
        }
        // Another sentence's word before the verb: this is prose.
        if word.starts_with(char::is_lowercase) && is_prose_word(bare(word)) && !same(word, "who") {
            return None;
        }
        before = Some(word);
    }
    None
}

/// Words with which a verb of attendance begins.
const VERBS: [&str; 24] = [
    "was",
    "were",
    "took",
    "participated",
    "attended",
    "interpreted",
    "translated",
    "recorded",
    "acted",
    "served",
    "sat",
    "is",
    "also",
    "transcribed",
    "присутствовал",
    "присутствовали",
    "участвовал",
    "участвовали",
    "переводил",
    "записал",
    "joined",
    "are",
    "presided",
    "chaired",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, called: &[&str], capacities: &[Capacity]) {
        let found = attendance(sentence).unwrap_or_else(|| panic!("{sentence}"));
        let names: Vec<_> = found.people.iter().map(Person::called).collect();
        assert_eq!(names, called, "{sentence}");
        assert_eq!(found.capacities, capacities, "{sentence}");
    }

    #[test]
    fn sides_of_a_sentence() {
        let found = attendance(
            "Those participating in the talks on the Vestan side are: Minister Orlo, Luka Varn. \
             On the Rivelian side: President Rivel.",
        );
        let people = found.map(|found| {
            let side = found.side;
            let side = |it: &Person<'_>| it.side.or(side).unwrap_or("").to_owned();
            found.people.iter().map(|it| (it.called().to_owned(), side(it))).collect::<Vec<_>>()
        });
        let told = |name: &str, side: &str| (name.to_owned(), side.to_owned());
        let expected = [
            told("Orlo", "Vestan side"),
            told("Luka Varn", "Vestan side"),
            told("Rivel", "Rivelian side"),
        ];
        assert_eq!(people.as_deref(), Some(&expected[..]));
    }

    #[test]
    fn sentences_of_attendance() {
        use Capacity::*;
        check("Cde. A. A. Orlo took part in the conversation.", &["A. A. Orlo"], &[Attendee]);
        check("Comrade Marn Orlo was in the chair.", &["Marn Orlo"], &[Attendee]);
        check("Mr. Orlo participated in the action on Item 2.", &["Orlo"], &[Attendee]);
        check("Cde. A. A. Orlo presided.", &["A. A. Orlo"], &[Attendee]);
        check("A. M. Rivel was present at the conversation.", &["A. M. Rivel"], &[Present]);
        check(
            "Third Secretary of the Lake Department of the Ministry of Foreign Affairs cde. M. M. Marn translated and recorded the conversation.",
            &["M. M. Marn"],
            &[Interpreter, Recorder],
        );
        check("The conversation was recorded by Marn Orlo.", &["Marn Orlo"], &[Recorder]);
        check("Mr. Orlo interpreted.", &["Orlo"], &[Interpreter]);
        check("Mr. Orlo and Mr. Rivel were also present.", &["Orlo", "Rivel"], &[Present]);
        check("Also present were Mr. Orlo and Marta Rivel.", &["Orlo", "Marta Rivel"], &[Present]);
        check("Present from the Vestan side: Cdes. Orlo, Rivel.", &["Orlo", "Rivel"], &[Present]);
        check(
            "Present: General Orlo     Mr. Rivel\n         General Marn     Mr. Tarn",
            &["Orlo", "Rivel", "Marn", "Tarn"],
            &[Present],
        );
        check("На беседе присутствовал секретарь М. Орлов.", &["М. Орлов"], &[Present]);
        check("Participaient également : M. Orlo, M. Rivel", &["M. Orlo", "M. Rivel"], &[Present]);
        check("Recorded by: M. Orlo", &["M. Orlo"], &[Recorder]);
        check("Marn Orlo acted as interpreter.", &["Marn Orlo"], &[Interpreter]);
        check(
            "Present at the meeting were the President, presiding; Secretary Orlo; General Rivel.",
            &["the President", "Orlo", "Rivel"],
            &[Present],
        );
    }

    #[test]
    fn ordinary_prose_is_declined() {
        for sentence in [
            "Mr. Orlo was present when the bridge fell.",
            "Mr. Orlo took the view that it was late.",
            "The Minister recorded his thanks for the aid.",
            "The text was prepared by the Vestans and sent to Rivel, who did not answer.",
            "Present conditions were bad.",
            "The President said that he was glad.",
            "M. S. ORLO. First of all, welcome.",
            "Orlo: I was present.",
            "He was present.",
            "Mr. Orlo translated the poem into Vestan.",
            "",
        ] {
            assert_eq!(attendance(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_side_is_named() {
        let found = attendance("Present from the Vestan side: Cdes. Orlo, Rivel.").unwrap();
        assert_eq!(found.side, Some("Vestan side"));
    }
}
