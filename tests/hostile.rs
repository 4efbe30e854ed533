//! Files that mean harm, or are torn: a clear error or a diagnostic, in bounded time and memory.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use memcon::{Error, Options, Parsed};
use memcon_tests::pace::in_proportion;
use memcon_tests::{faults, root};
use proptest::prelude::*;
use proptest::sample::Index;

fn read(name: &str, bytes: &[u8]) -> Result<Parsed, Error> {
    memcon::read_bytes(name, bytes.to_vec(), &Options::new())
}

/// Gives an error and its causes.
fn told(error: &Error) -> String {
    let mut line = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(deeper) = cause {
        line = format!("{line}: {deeper}");
        cause = deeper.source();
    }
    line
}

#[test]
fn entities_are_refused_and_nothing_is_fetched() {
    let bomb = "<!DOCTYPE TEI [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\
                <TEI><text><body><p>&b;</p></body></text></TEI>";
    let file = "<!DOCTYPE TEI [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\
                <TEI><text><body><p>&x;</p></body></text></TEI>";
    for text in [bomb, file] {
        let error = told(&read("a.xml", text.as_bytes()).unwrap_err());
        assert!(
            error.contains("a.xml is not well-formed TEI at byte 0: its DTD declares"),
            "{error}"
        );
    }
    // A DTD that is only named is not asked for, and an entity that nobody explains stays.
    let named = "<!DOCTYPE TEI SYSTEM \"http://lake-states.example/tei.dtd\">\
                 <TEI><text><body><p>Orlo &amp; Vey &mdash; &who; &#x26;</p></body></text></TEI>";
    let text = read("a.xml", named.as_bytes()).unwrap().memorandum.text;
    assert_eq!(text, "Orlo & Vey — &who; &\n");
}

#[test]
fn broken_markup_is_an_error_with_its_place() {
    for (markup, expected) in [
        ("<TEI><text><body><p>Good", "byte 24: it ends before its elements do"),
        ("<TEI><text></body></text></TEI>", "byte 11"),
        ("<TEI><text><p a=\"", "a.xml is not well-formed TEI"),
        ("<book><p>Good day.</p></book>", "expected a document of TEI, found \"book\""),
        ("<?xml version=\"1.0\"?>", "expected a document of TEI, found \"nothing\""),
    ] {
        let error = told(&read("a.xml", markup.as_bytes()).unwrap_err());
        assert!(error.contains(expected), "{markup}: {error}");
    }
    let deep = "<TEI><text>".to_owned() + &"<p>".repeat(100_000);
    let error = told(&read("a.xml", deep.as_bytes()).unwrap_err());
    assert!(error.contains("nested more than 1000 deep"), "{error}");
}

#[test]
fn what_is_packed_is_unpacked_within_bounds() {
    let talk = b"Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit.\n\nVey: Gladly.\n";
    let pack = |bytes: &[u8], times: usize| {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        for _ in 0..times {
            packer.write_all(bytes).unwrap();
        }
        packer.finish().unwrap()
    };
    let parsed = read("talk.txt.gz", &pack(talk, 1)).unwrap();
    assert_eq!(parsed.memorandum.turns.len(), 4);
    let bomb = pack(&vec![b' '; 1 << 20], 200);
    let error = told(&read("talk.gz", &bomb).unwrap_err());
    assert!(error.contains("unpacks to more than") || error.contains("longer than"), "{error}");
    let torn = &pack(talk, 1)[..30];
    assert!(matches!(read("talk.gz", torn), Err(Error::Read { .. })));
}

#[test]
fn what_is_too_long_is_refused() {
    let long = vec![b'a'; (64 << 20) + 1];
    let error = read("talk.txt", &long).unwrap_err().to_string();
    assert_eq!(error, "talk.txt is longer than 67108864 bytes, the most that is read");
    let mut markup = b"<TEI><text><p>".to_vec();
    markup.extend(&long);
    markup.extend(b"</p></text></TEI>");
    let error = told(&read("a.xml", &markup).unwrap_err());
    assert!(error.contains("longer than 64 MB"), "{error}");
}

#[test]
fn time_is_linear_on_hostile_markup() {
    let mut checked = 0;
    for unit in [
        "<p>Orlo: Good day.</p>",
        "<note n=\"1\">a</note>",
        "<pb n=\"1\"/>",
        "<list type=\"participants\"><item><persName corresp=\"#a\">Orlo</persName></item></list>",
        "<item>a</item>",
        "&amp;",
        " <hi rend=\"italic\"> </hi> ",
        "<supplied/><unclear/><gap/>",
        "<sp who=\"#a\"><speaker>A</speaker><p>b</p></sp>",
        "<u who=\"#a #b\">c</u>",
        "<persName corresp=\"#a\">Orlo</persName> ",
        "<dateline><date when=\"1972-05-03\">May 3, 1972</date></dateline>",
    ] {
        let markup = |bytes: usize| {
            format!("<TEI><text><body>{}</body></text></TEI>", unit.repeat(bytes / unit.len()))
        };
        let read = |markup: &str| {
            let parsed = read("a.xml", markup.as_bytes()).unwrap();
            assert!(faults(&parsed).is_empty(), "{unit}: {:?}", faults(&parsed).first());
        };
        let (short, long) = (markup(20_000), markup(160_000));
        in_proportion(unit, 8, || read(&short), || read(&long));
        checked += 1;
    }
    assert!(checked > 0);
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn torn_markup_is_read_or_refused(
        cuts in prop::collection::vec((any::<Index>(), 0_usize..60), 1..4),
        name in prop::sample::select(vec!["lake-talks.xml", "ferry-scene.xml", "council-scene.xml"]),
    ) {
        let path = root().join("tests/corpus/tei").join(name);
        let mut bytes = fs::read(path).map_err(|error| TestCaseError::fail(error.to_string()))?;
        for (start, length) in cuts {
            let first = start.index(bytes.len());
            let last = (first + length).min(bytes.len());
            bytes.drain(first..last);
        }
        if let Ok(parsed) = read("a.xml", &bytes) {
            let faults = faults(&parsed);
            prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for name in ["talk.txt", "talk.xml"] {
            if let Ok(parsed) = read(name, &bytes) {
                let memorandum = &parsed.memorandum;
                let found = faults(&parsed);
                prop_assert!(found.is_empty(), "{}", found.join("\n"));
                for piece in &memorandum.pieces {
                    if let Some(place) = memorandum.origin(piece.span) {
                        prop_assert!(place.end <= bytes.len());
                    }
                }
            }
        }
    }
}
