//! What is packed: zips of documents, zips that mean harm.

use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use memcon::{Error, Extracted, Extractor, Options, Page};
use memcon_tests::root;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TALK: &str = "Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit.\n\nVey: Gladly.\n";

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in members {
        zip.start_file(*name, packed).unwrap_or_else(|error| panic!("{error}"));
        zip.write_all(bytes).unwrap_or_else(|error| panic!("{error}"));
    }
    zip.finish().unwrap_or_else(|error| panic!("{error}")).into_inner()
}

/// Gives the ids of the documents in a file, and what is said of those that cannot be read.
fn told(name: &str, bytes: Vec<u8>, options: &Options) -> Vec<String> {
    let documents = memcon::documents_in(name, bytes, options);
    let one = |error: &Error| {
        let mut line = error.to_string();
        let mut cause = std::error::Error::source(error);
        while let Some(deeper) = cause {
            line = format!("{line}: {deeper}");
            cause = deeper.source();
        }
        line
    };
    match documents {
        Ok(documents) => documents
            .map(|document| match document {
                Ok(document) => document.id().unwrap_or_default().to_owned(),
                Err(error) => one(&error),
            })
            .collect(),
        Err(error) => vec![one(&error)],
    }
}

struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("memcon-{}-{name}", std::process::id()));
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{error}"));
        Self(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn a_zip_gives_the_documents_of_its_files() {
    let volume = "<TEI><text><body><div type=\"document\" xml:id=\"d1\"><p>Good.</p></div>\
                  <div type=\"document\" xml:id=\"d2\"><p>Day.</p></div></body></text></TEI>";
    let members: &[(&str, &[u8])] = &[
        ("talks/b.txt", TALK.as_bytes()),
        ("__MACOSX/talks/b.txt", b"\0"),
        ("talks/picture.jpg", b"\xFF\xD8\0"),
        ("a.xml", volume.as_bytes()),
        ("c.html", b"<!doctype html><p>Orlo: Good day."),
    ];
    let zip = zip(members);
    let expected = ["a.xml#d1", "a.xml#d2", "c.html", "talks/b.txt"];
    assert_eq!(told("talks.zip", zip.clone(), &Options::new()), expected);
    // The name of a zip need not say so.
    assert_eq!(told("talks", zip.clone(), &Options::new()), expected);
    let file = Scratch::new("talks.zip", &zip);
    let records: Vec<_> = memcon::read_all(&file.0).unwrap().map(Result::unwrap).collect();
    let ids: Vec<_> = records.iter().map(|it| it.memorandum.id.clone().unwrap()).collect();
    assert_eq!(ids, expected);
    let one = memcon::read_with(&file.0, &Options::new().id("talks/b.txt")).unwrap();
    assert_eq!(one.memorandum.turns.len(), 4);
    assert_eq!(one, records[3]);
    let error = memcon::read(&file.0).unwrap_err();
    assert!(matches!(error, Error::Several { .. }), "{error}");
}

#[test]
fn the_only_document_of_a_zip_needs_no_name() {
    let file = Scratch::new("one.zip", &zip(&[("notes", TALK.as_bytes())]));
    assert_eq!(memcon::read(&file.0).unwrap().memorandum.turns.len(), 4);
}

#[test]
fn a_member_that_cannot_be_read_is_told_and_the_next_is_read() {
    let members: &[(&str, &[u8])] =
        &[("a.txt", b"a\0b"), ("b.xml", b"<TEI><p>"), ("c.txt", TALK.as_bytes())];
    let told = told("t.zip", zip(members), &Options::new());
    assert_eq!(told.len(), 3);
    assert!(told[0].contains("a.txt is binary (a NUL byte at byte 1)"), "{}", told[0]);
    assert!(told[1].contains("b.xml is not well-formed TEI at byte 8"), "{}", told[1]);
    assert_eq!(told[2], "c.txt");
}

#[test]
fn zips_that_mean_harm_are_refused() {
    let zeros = vec![b' '; 70 << 20];
    let bomb = zip(&[("a.txt", &zeros), ("b.txt", TALK.as_bytes())]);
    assert!(bomb.len() < 100_000);
    let said = told("bomb.zip", bomb.clone(), &Options::new());
    assert!(said[0].contains("a.txt cannot be unpacked: it unpacks to more than"), "{}", said[0]);
    assert_eq!(said[1], "b.txt");
    let nested = told("a.zip", zip(&[("b.zip", &bomb)]), &Options::new());
    assert!(nested[0].ends_with("b.zip cannot be unpacked: it is a zip within a zip"));
    // By its name it is none.
    let nested = told("a.zip", zip(&[("b.txt", &bomb)]), &Options::new());
    assert!(nested[0].ends_with("it is a zip within a zip"), "{}", nested[0]);
    let torn = &bomb[..bomb.len() / 2];
    assert!(told("torn.zip", torn.to_vec(), &Options::new())[0].contains("cannot be unpacked"));
    let empty = told("empty.zip", zip(&[]), &Options::new());
    assert!(empty[0].ends_with("no file in it can be a document"), "{}", empty[0]);
    // A name that leads elsewhere is a name: nothing is written.
    let names = told("a.zip", zip(&[("../../etc/talk.txt", TALK.as_bytes())]), &Options::new());
    assert_eq!(names, ["../../etc/talk.txt"]);
}

#[test]
fn members_that_share_their_bytes_are_bounded_together() {
    // Each is in proportion; a thousand of them are not.
    let page = vec![b'a'; 1 << 20];
    let names: Vec<String> = (0..90).map(|number| format!("{number:02}.txt")).collect();
    let members: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &page[..])).collect();
    let said = told("many.zip", zip(&members), &Options::new());
    let read = said.iter().filter(|line| line.len() == 6).count();
    assert!((60..=64).contains(&read), "{read} of {}", said.len());
    assert!(said[89].contains("bytes in all"), "{}", said[89]);
}

#[test]
fn pdf_and_word_are_read_by_an_extractor_and_by_nobody_else() {
    let docx = zip(&[("word/document.xml", b"<w/>"), ("[Content_Types].xml", b"<Types/>")]);
    for (name, bytes, extra) in [
        (
            "talk.pdf",
            b"%PDF-1.7\n".to_vec(),
            "PDF, which the Python package reads: pip install \"memcon[pdf]\"",
        ),
        ("talk", b"%PDF-1.7\n".to_vec(), "memcon[pdf]"),
        (
            "talk.docx",
            docx.clone(),
            "DOCX, which the Python package reads: pip install \"memcon[docx]\"",
        ),
        ("talk.zip", docx.clone(), "memcon[docx]"),
        ("talk.docx", b"torn".to_vec(), "memcon[docx]"),
    ] {
        let said = told(name, bytes, &Options::new());
        assert!(said[0].contains(extra), "{}", said[0]);
    }
    let typed =
        |number: &str, text: &str| Page { number: number.to_owned(), text: text.to_owned() };
    let pages = vec![
        typed(
            "7",
            "Orlo: The dam on the upper lake stands, as it has stood since\nthe first of the treaties was signed, and we see no\nreason to ask.\n\nVey: It",
        ),
        typed("8", ""),
        typed("9", "is the road.\n\nOrlo: It is not.\n\nVey: It is."),
    ];
    let extractor = Extractor::new(move |format, bytes| {
        if bytes.starts_with(b"%PDF") {
            Ok(Extracted::Pages(pages.clone()))
        } else {
            Err(format!("{format} is not for me").into())
        }
    });
    let options = Options::new().extractor(extractor);
    let parsed = memcon::read_bytes("a.pdf", b"%PDF-1.7".to_vec(), &options).unwrap();
    let memorandum = &parsed.memorandum;
    assert_eq!(memorandum.turns[1].text, "It is the road.");
    assert_eq!(memorandum.turns.len(), 4);
    let marks: Vec<&str> = memorandum.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(marks, ["Page 7", "[Page 8]", "[Page 9]"]);
    assert_eq!(memorandum.origin(memorandum.turns[0].span), None);
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|doubt| doubt.kind.code()).collect();
    assert!(codes.contains(&"page-without-text"), "{codes:?}");
    let error = told("a.docx", docx, &options);
    assert_eq!(error, ["the text of a.docx, which is DOCX, cannot be had: DOCX is not for me"]);
    // In a zip as well.
    let error = told("a.zip", zip(&[("b.pdf", b"%PDF-1.4")]), &options);
    assert_eq!(error, ["b.pdf"]);
}

#[test]
fn a_collection_s_text_reads_the_same_packed_or_not() {
    let mut checked = 0;
    for name in ["plain/form-feeds.txt", "tei/lake-talks.xml", "html-unknown/journal.html"] {
        let path = root().join("tests/corpus").join(name);
        let bytes = fs::read(&path).unwrap();
        let file = Path::new(name).file_name().unwrap().to_string_lossy().into_owned();
        let plain = memcon::read(&path).unwrap();
        let packed = memcon::read_bytes("a.zip", zip(&[(&file, &bytes)]), &Options::new()).unwrap();
        assert_eq!(packed.memorandum.turns, plain.memorandum.turns, "{name}");
        assert_eq!(packed.memorandum.text, plain.memorandum.text, "{name}");
        checked += 1;
    }
    assert!(checked > 0);
}
