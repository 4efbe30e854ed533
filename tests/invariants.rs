//! The promises, on texts that nobody wrote.

use std::error::Error as _;
use std::fs;

use memcon::write::{Document, html, markdown, parla_clarin, tei};
use memcon::{NoteKind, Parsed};
use memcon_tests::pace::in_proportion;
use memcon_tests::{documents, exports, faults, has_ending, root};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;

/// What labels, headers and brackets are made of.
const FRAGMENTS: &[&str] = &[
    "M. S. ORLOV. ",
    "B. VESTA. ",
    "Orlov: ",
    "Vesta : ",
    "Mr. Orlov—",
    "RN—",
    "毛主席：",
    "김 위원장 = ",
    "The Secretary: ",
    "The Secretary said that ",
    "THE PRESIDENT",
    "Amb. Vesta (via interpreter): ",
    "[Page 79]",
    "[",
    "]",
    "(",
    ")",
    "[sic]",
    "[revolution]",
    "[1½ lines not declassified]",
    "(Laughter)",
    "UPN [Union of Port Nations]",
    "PARTICIPANTS\n",
    "Participants: ",
    "SUBJECT: ",
    "DATE & TIME: ",
    "3 May 1971",
    "May 3–4, 1971, 8:30 a.m.",
    "30 February 1971",
    "Kremlin, ",
    "No. 7\n",
    "SECRET/NODIS",
    "Memorandum of Conversation1\n",
    "Record ID",
    "Document Information\n",
    "\u{FEFF}",
    "\u{A0}",
    "é",
    "e\u{301}",
    "𝔐",
    "\u{202E}",
    "\r\n",
    "\n",
    "\n\n",
    "\n\n\n\n",
    "\t",
    "  ",
    ".",
    ":",
    "—",
    " - ",
    "1",
    "Good day. ",
    "We have time. ",
    "cde. ",
    "- ",
    "• ",
    "II. ",
    "8:30 a.m. ",
    "Comment. ",
    "\"",
    "’",
];

/// What reads as the beginning of something that never comes, again and again.
const HOSTILE: &[&str] = &[
    "A. ",
    "[[",
    "((",
    "Mr. A: [",
    "a",
    "A\n\n",
    "\"[",
    "U\t",
    "U\tThe President\t",
    "The President\n",
    "declass",
    "not declass",
    "25X",
    "25X1-",
    "50X1",
    "STATINTL",
    "[laughs (a] b)",
    "[1 line ",
    "FOIA 1 ",
    "soon.1",
    "1)",
    "He hung up",
];

fn check(text: &str) -> TestCaseResult {
    let parsed = memcon::parse(text);
    prop_assert_eq!(&parsed.memorandum.text, text);
    let faults = faults(&parsed);
    prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
    prop_assert_eq!(&memcon::parse(text), &parsed, "a second reading differs");
    prop_assert!(!memcon::outline(&parsed).is_empty());
    Ok(())
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// What `tests/fuzz` found, cut down and its names changed.
#[test]
fn what_fuzzing_found_keeps_the_promises() {
    // A told turn that labels divide: the clause that tells it stands in its last part.
    let divided = "MEETING OF Vesta Taverne\nVesta said 1\nDR meeting2\nUN? Rivel.\nDR—we others.\n\
                   OLB: Orlo\nDR: Taver.\nVesta said";
    check(divided).unwrap();
    // A clause that another parts begins before it.
    let parted = "They met.\nM Cerly, Vey asked to speak first, Secretary Orlo, would like to make\na comment";
    check(parted).unwrap();
    // A label in quotation marks that is alone on its line: nothing stands after it.
    let alone = "Mr D:h\nADrOrlo:\nQ. M\nA. DrOrlo:.\n\"S";
    check(alone).unwrap();
    // A raised number longer than any number.
    check("Mr. Orlo said yes.⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹ He left.").unwrap();
}

/// An editor's bracket that opens before a turn leaves it its words, whether it closes after the
/// last of them or amid them: fuzzing found turns without.
#[test]
fn a_turn_that_a_bracket_reaches_into_has_its_words() {
    for (record, said) in [
        ("Marsh\n[Omitted here\nV:.]\nVey:T\nMarsh:’\nVey:", "."),
        ("Marsh\n[Omitted here\nV: yes.] No.\nVey: T\nMarsh: x\nVey:", "yes.] No."),
    ] {
        let parsed = memcon::parse(record);
        assert!(parsed.memorandum.turns.iter().any(|turn| turn.text == said), "{said}");
        let is_it = |piece: &&memcon::Piece| piece.span.of(record) == said;
        let kinds: Vec<_> =
            parsed.memorandum.pieces.iter().filter(is_it).map(|it| it.kind).collect();
        assert_eq!(kinds, [memcon::PieceKind::Speech], "{said}");
        exports::check(&parsed, "file");
    }
}

/// A quotation does not end in a running head that has a quotation mark: fuzzing found that the
/// words of the head were the speaker's in TEI.
#[test]
fn a_running_head_cuts_no_quotation() {
    let parsed = memcon::parse(
        "MEETING OF\nPARTICIPANTS\nMr. Orlo\nMr. Orlo opened the talk: \"now we shall\n\
         Taver, 1951 \"the dam and the mines, 11 a.m.\" page 105..1\n\
         Taver, 1951 \"the dam and the mines, 11 a.m.\" page 105..8\n\
         see what the engineers have found beneath the old dam and whether it will hold them.\"\n",
    );
    let heads = parsed.memorandum.notes.iter().filter(|it| it.kind == NoteKind::RunningHead);
    assert_eq!(heads.count(), 2);
    assert_eq!(faults(&parsed), Vec::<String>::new());
    exports::check(&parsed, "file");
}

/// JSON of others may have two notes in one place: fuzzing found that TEI never came to an end.
#[test]
fn notes_in_one_place_are_written() {
    let text =
        "Memorandum of Conversation\n\nTaver, May 3, 1962.\n\nMr. Orlo said yes.1\n\n 1. A note.\n";
    let mut parsed = memcon::parse(text);
    let note = parsed.memorandum.notes.last().cloned().unwrap();
    parsed.memorandum.notes.push(note);
    let document = Document::named("file", &parsed);
    for written in [tei, parla_clarin, html, markdown] {
        assert!(written(&document).text.contains("A note."));
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_text_keeps_the_promises(text in "(?s).{0,300}") {
        check(&text)?;
    }

    #[test]
    fn text_that_looks_like_a_record_keeps_the_promises(
        parts in prop::collection::vec(prop_oneof![9 => select(FRAGMENTS).prop_map(str::to_owned), 1 => "\\PC{0,20}"], 0..60),
    ) {
        check(&parts.concat())?;
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn torn_documents_keep_the_promises(
        document in any::<Index>(),
        cuts in prop::collection::vec((any::<Index>(), 0_usize..400), 1..6),
    ) {
        let mut documents = documents();
        documents.retain(|path| has_ending(path, "txt"));
        prop_assert!(!documents.is_empty(), "no document to tear below tests/corpus");
        let path = document.get(&documents);
        let mut text = fs::read_to_string(path).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for (start, length) in cuts {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let first = start.index(places.len());
            let last = (first + length).min(places.len() - 1);
            text.replace_range(places[first]..places[last], "");
        }
        check(&text)?;
    }
}

#[test]
fn time_is_linear_on_hostile_text() {
    let mut checked = 0;
    for fragment in FRAGMENTS.iter().copied().chain(HOSTILE.iter().copied()) {
        let (short, long) =
            (fragment.repeat(20_000 / fragment.len()), fragment.repeat(160_000 / fragment.len()));
        in_proportion(fragment, 8, || parse(&short), || parse(&long));
        checked += 1;
    }
    assert!(checked > 0);
}

#[test]
fn time_is_linear_in_the_people() {
    // Names that differ in every letter but one: each may be any other, written wrongly.
    let name = |mut number: usize| {
        let mut name = "Mr. ".to_owned();
        for letter in [b'A', b'a', b'a', b'a', b'a', b'a'] {
            name.push(char::from(letter + u8::try_from(number % 26).unwrap_or(0)));
            number /= 26;
        }
        name
    };
    let record = |people: usize| {
        let listed: Vec<String> = (0..people).map(|i| format!("  • {}\n", name(i))).collect();
        let said: Vec<String> =
            (0..people).map(|i| format!("{}: Good day.\n\n", name(i))).collect();
        let (listed, said) = (listed.concat(), said.concat());
        format!(
            "Memorandum of Conversation\n\nTaver, May 3, 1971\n\nPARTICIPANTS\n\n{listed}\n{said}"
        )
    };
    // More people than a label is compared with, and four times as many.
    let (few, many) = (record(800), record(3200));
    in_proportion("800 people", 4, || parse(&few), || parse(&many));
}

fn parse(text: &str) {
    drop(std::hint::black_box(memcon::parse(text)));
}

#[test]
fn a_record_that_breaks_a_promise_is_found_out() {
    let record = root().join("crates/memcon/src/write/outline/record.json");
    let good = fs::read_to_string(record).unwrap();
    assert_eq!(faults(&Parsed::from_json(&good).unwrap()), Vec::<String>::new());
    let bad = [
        (
            "\"kind\": \"title\", \"span\": [9, 47]",
            "\"kind\": \"title\", \"span\": [9, 46]",
            "should begin at",
        ),
        ("\"index\": 1", "\"index\": 5", "turn 1 of the list calls itself 5"),
        ("\"resumes\": 0", "\"resumes\": 2", "resumes no earlier turn"),
        ("\"id\": \"p2\"", "\"id\": \"p9\"", "participant 1 of the list calls itself p9"),
        ("\"span\": [86, 239]", "\"span\": [86, 290]", "begins before 290"),
    ];
    for (from, to, expected) in bad {
        assert!(good.contains(from), "{from}");
        // What leads nowhere is refused when it is read.
        let found = match Parsed::from_json(&good.replace(from, to)) {
            Ok(parsed) => faults(&parsed),
            Err(error) => vec![format!("{error}: {:?}", error.source())],
        };
        assert!(found.iter().any(|fault| fault.contains(expected)), "{to}: {found:?}");
    }
}
