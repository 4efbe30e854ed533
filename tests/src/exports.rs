//! What everything written must hold to: XML is XML, TEI gives the same turns back, no word is lost.

use std::collections::{HashMap, HashSet};

use memcon::write::tables::{Cell, Row};
use memcon::write::{self, Delimiter, Document, Export, tables};
use memcon::{JsonStyle, Memorandum, Mode, NoteKind, Parsed, PieceKind};
use roxmltree::Node;
use serde_json::Value;

use crate::sheet;

fn inside<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    node.descendants().filter(|it| it.has_tag_name(name)).collect()
}

/// Marks of TEI that are no words of a speaker.
fn is_outside(node: Node<'_, '_>) -> bool {
    let kind = node.attribute("type").unwrap_or_default();
    match node.tag_name().name() {
        "stage" | "fw" | "incident" => true,
        "ref" => kind == "callout" || kind == "page",
        "hi" => node.attribute("rend") == Some("header"),
        "note" => kind == "footnote" || kind == "interpreter",
        "ab" => kind == "aside",
        "seg" => ["portion-mark", "stage", "attachment", "signature"].contains(&kind),
        "gap" => node.attribute("reason") != Some("inaudible"),
        _ => false,
    }
}

fn words(node: Node<'_, '_>, out: &mut String) {
    if node.is_text() {
        out.push_str(node.text().unwrap_or_default());
    } else if !is_outside(node) {
        node.children().for_each(|child| words(child, out));
    }
}

/// Gives words without white space, as XML can hold them; hyphens left out, since a word that a
/// page's end breaks is rejoined here and there.
fn squeezed(words: &str) -> String {
    let is_kept = |c: &char| !c.is_whitespace() && !c.is_control() && !"-\u{fffd}".contains(*c);
    words.chars().filter(is_kept).filter(|c| u32::from(*c) & 0xfffe != 0xfffe).collect()
}

fn own_id<'a>(node: Node<'a, '_>) -> &'a str {
    node.attribute(("http://www.w3.org/XML/1998/namespace", "id")).unwrap_or_default()
}

/// A turn as it was read from TEI: who, and the words without white space.
type Turn = (Vec<String>, String);

/// Reads the turns of our TEI, by their ids.
fn turns_of<'a>(root: Node<'a, '_>) -> HashMap<&'a str, Turn> {
    let mut turns: HashMap<&str, Turn> = HashMap::new();
    let who = |node: Node<'_, '_>| {
        let who = node.attribute("who").unwrap_or_default().split_whitespace();
        who.map(|id| id.trim_start_matches('#').to_owned()).collect()
    };
    for node in root.descendants().filter(|it| it.has_tag_name("sp") || it.has_tag_name("said")) {
        let id = own_id(node).split('.').next().unwrap_or_default();
        let mut said = String::new();
        for child in node.children().filter(|it| !it.has_tag_name("speaker")) {
            words(child, &mut said);
        }
        let turn = turns.entry(id).or_insert_with(|| (who(node), String::new()));
        turn.1.push_str(&squeezed(&said));
    }
    turns
}

/// Compares the turns of TEI with those of the record; gives how many word for word.
fn check_turns(memorandum: &Memorandum, root: Node<'_, '_>, name: &str) -> usize {
    let mut checked = 0;
    let turns = turns_of(root);
    assert_eq!(turns.len(), memorandum.turns.len(), "{name}: turns");
    for (turn, id) in memorandum.turns.iter().zip(write::turn_ids(memorandum)) {
        let Some((who, said)) = turns.get(id.as_str()) else { panic!("{name}: no turn {id}") };
        let speakers: Vec<String> = turn.speakers.iter().map(ToString::to_string).collect();
        assert_eq!(*who, speakers, "{name}: who speaks turn {}", turn.index);
        // A mark that crosses a paragraph's bounds is told by no element.
        let crosses = turn.notes.iter().any(|note| {
            let span = memorandum.notes[*note].span;
            turn.paragraphs.iter().any(|it| it.overlaps(span) && !it.contains(span))
        });
        if !crosses {
            checked += 1;
            let expected = squeezed(&turn.text);
            if *said != expected {
                let pairs = said.chars().zip(expected.chars());
                let same = pairs.take_while(|(one, other)| one == other).count();
                let from = |it: &str| it.chars().skip(same.max(20) - 20).take(60).collect();
                let (said, expected): (String, String) = (from(said), from(&expected));
                panic!("{name}: turn {} is {said:?}, not {expected:?}", turn.index);
            }
        }
    }
    checked
}

/// Counts the letters of a text.
fn letters<'t>(texts: impl Iterator<Item = &'t str>) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for letter in texts.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

fn check_words(memorandum: &Memorandum, root: Node<'_, '_>, name: &str) {
    let body = inside(root, "body");
    let written = letters(
        body.iter()
            .flat_map(Node::descendants)
            .filter_map(|it| it.is_text().then(|| it.text()).flatten()),
    );
    let mut expected = letters(
        memorandum
            .pieces
            .iter()
            .filter(|piece| piece.kind != PieceKind::Furniture)
            .map(|piece| piece.span.of(&memorandum.text)),
    );
    let furniture: Vec<_> =
        memorandum.pieces.iter().filter(|it| it.kind == PieceKind::Furniture).collect();
    // A page mark is an attribute.
    for note in memorandum.notes.iter().filter(|note| note.kind == NoteKind::PageMark) {
        if furniture.iter().all(|piece| !piece.span.overlaps(note.span)) {
            for (letter, count) in letters([note.span.of(&memorandum.text)].into_iter()) {
                if let Some(all) = expected.get_mut(&letter) {
                    *all -= count;
                }
            }
        }
    }
    let lost: Vec<_> = expected
        .iter()
        .filter(|(letter, count)| written.get(letter).copied().unwrap_or_default() < **count)
        .collect();
    assert!(lost.is_empty(), "{name}: letters lost: {lost:?}");
}

/// Writes a record in every format and checks what was written; gives how many turns came back
/// from TEI word for word.
///
/// # Panics
///
/// When a format breaks a promise.
pub fn check(parsed: &Parsed, name: &str) -> usize {
    let mut checked = 0;
    let document = Document::named(name, parsed);
    let memorandum = &parsed.memorandum;
    let tei = write::tei(&document);
    let parla = write::parla_clarin(&document);
    let gexf = write::gexf(std::slice::from_ref(&document));
    for (format, export) in [("TEI", &tei), ("Parla-CLARIN", &parla), ("GEXF", &gexf)] {
        let xml = roxmltree::Document::parse(&export.text);
        let xml = xml.unwrap_or_else(|error| panic!("{name}: {format} is not XML: {error}"));
        assert!(inside(xml.root(), "script").is_empty(), "{name}: {format}");
        let crossing = export.losses.iter().any(|loss| loss.part == write::Part::Crossing);
        match format {
            "TEI" => {
                checked = check_turns(memorandum, xml.root(), name);
                check_words(memorandum, xml.root(), name);
            }
            "Parla-CLARIN" if !crossing => {
                let verbatim = memorandum.turns.iter().filter(|it| it.mode == Mode::Verbatim);
                let utterances = inside(xml.root(), "u");
                let id = |it: &Node<'_, '_>| own_id(*it).split('.').next().map(str::to_owned);
                let ids: HashSet<_> = utterances.iter().filter_map(id).collect();
                assert_eq!(ids.len(), verbatim.count(), "{name}: utterances");
                check_words(memorandum, xml.root(), name);
            }
            _ => {}
        }
    }
    let html = write::html(&document);
    page(&html, memorandum, name);
    let markdown = write::markdown(&document).text;
    assert!(!markdown.contains("<script") && !markdown.contains("](javascript"), "{name}");
    assert!(!markdown.chars().any(is_control), "{name}: Markdown has a control character");
    check_json(&document, name);
    for (delimiter, letter) in [(Delimiter::Comma, ','), (Delimiter::Tab, '\t')] {
        check_sheet(&tables::documents(&document), delimiter, letter, name);
        check_sheet(&tables::participants(&document), delimiter, letter, name);
        check_sheet(&tables::turns(&document), delimiter, letter, name);
        check_sheet(&tables::notes(&document), delimiter, letter, name);
        check_sheet(&tables::diagnostics(&document), delimiter, letter, name);
    }
    for delimiter in [Delimiter::Comma, Delimiter::Tab] {
        let folder = write::delimited_tables(std::slice::from_ref(&document), delimiter);
        assert_eq!(folder.files.len(), 5, "{name}");
    }
    for (_, style) in write::CitationStyle::ALL {
        let citation = write::cite(&document, Some(0), *style);
        assert!(!citation.is_empty() && !citation.trim_end().chars().any(is_control), "{name}");
    }
    checked
}

/// Tells whether a character would move a cursor or end a text.
fn is_control(letter: char) -> bool {
    letter.is_control() && !"\n\t".contains(letter)
}

/// Checks what is JSON: it is that, on one line a record or an utterance, and gives back what was
/// written.
fn check_json(document: &Document<'_>, name: &str) {
    let parsed = document.parsed();
    let line = parsed.to_json(JsonStyle::Line);
    assert!(!line.contains(char::is_control), "{name}: JSON Lines has a control character");
    assert_eq!(Parsed::from_json(&line).as_ref().ok(), Some(parsed), "{name}: JSON Lines");
    let corpus = write::convokit(std::slice::from_ref(document));
    assert_eq!(corpus.files.len(), 5);
    let turns = parsed.memorandum.turns.iter();
    assert_eq!(corpus.files[0].1.lines().count(), turns.len(), "{name}: utterances");
    for (line, turn) in corpus.files[0].1.lines().zip(turns) {
        let utterance: Value = serde_json::from_str(line).unwrap_or_default();
        assert_eq!(utterance["text"], Value::from(turn.text.as_str()), "{name}: ConvoKit");
    }
    for (file, text) in &corpus.files[1..] {
        let read = serde_json::from_str::<Value>(text);
        assert!(read.is_ok_and(|it| it.is_object()), "{name}: {file} is not JSON");
    }
    let span = parsed.memorandum.turns.first().map(|turn| turn.span).unwrap_or_default();
    let selectors: Value =
        serde_json::from_str(&write::selectors(&parsed.memorandum, span)).unwrap_or_default();
    assert_eq!(selectors[0]["exact"], Value::from(span.of(&parsed.memorandum.text)), "{name}");
}

/// Reads a sheet again and compares it cell by cell; no cell may be a formula.
fn check_sheet<R: Row>(rows: &[R], delimiter: Delimiter, letter: char, name: &str) {
    let written = write::delimited(rows, delimiter).text;
    let read = sheet::rows(&written, letter);
    let read = read.unwrap_or_else(|error| panic!("{name}: {}: {error}", R::TABLE));
    assert_eq!(read.len(), rows.len() + 1, "{name}: rows of {}", R::TABLE);
    for (row, cells) in rows.iter().zip(&read[1..]) {
        assert_eq!(cells.len(), R::COLUMNS.len(), "{name}: columns of {}", R::TABLE);
        for (cell, read) in row.cells().into_iter().zip(cells) {
            let expected = match cell {
                Cell::Absent => String::new(),
                Cell::Text(words) => words.to_owned(),
                Cell::Texts(entries) => entries.join(" | "),
                Cell::Integer(number) => number.to_string(),
                Cell::Number(number) => number.to_string(),
                Cell::Flag(flag) => flag.to_string(),
            };
            let is_replaced = |c: char| {
                u32::from(c) & 0xfffe == 0xfffe
                    || ('\u{fdd0}'..='\u{fdef}').contains(&c)
                    || (c.is_control() && !"\t\n\r\u{85}".contains(c))
            };
            let expected = expected.replace(is_replaced, "\u{fffd}");
            let inert = read.strip_prefix('\'').unwrap_or(read);
            assert!(*read == expected || inert == expected, "{name}: {read:?}, not {expected:?}");
            let begins = read.trim_start().chars().next();
            let is_number = read.parse::<f64>().is_ok();
            assert!(
                is_number || !begins.is_some_and(|c| "=+-@".contains(c)),
                "{name}: {read:?} is a formula"
            );
        }
    }
}

/// Checks what a page must hold to: anchors for all turns, links that lead somewhere, no script.
fn page(html: &Export, memorandum: &Memorandum, name: &str) {
    for wrong in ["<script", "<img", "src=", "@import url", "http://", "https://"] {
        let own = html.text.split("<body>").next().unwrap_or_default();
        assert!(!own.contains(wrong), "{name}: the page's head has {wrong:?}");
    }
    assert!(!html.text.contains("<script") && !html.text.contains("<img"), "{name}");
    let xml = html.text.trim_start_matches("<!DOCTYPE html>\n");
    let xml = roxmltree::Document::parse(xml);
    let xml = xml.unwrap_or_else(|error| panic!("{name}: the page is not well-formed: {error}"));
    let mut ids: Vec<&str> = xml.descendants().filter_map(|it| it.attribute("id")).collect();
    ids.sort_unstable();
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None, "{name}: an id stands twice");
    for link in xml.descendants().filter_map(|it| it.attribute("href")) {
        let to = link.trim_start_matches('#');
        assert!(ids.binary_search(&to).is_ok(), "{name}: {link} leads nowhere");
    }
    for id in write::turn_ids(memorandum) {
        assert!(ids.binary_search(&id.as_str()).is_ok(), "{name}: turn {id} has no anchor");
    }
}
