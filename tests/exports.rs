//! Every document in every format: nothing fails, XML is XML, TEI gives the same turns back, and
//! no word is lost. Real documents are read as well where `MEMCON_CORPUS` is set.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use memcon::write::{self, Delimiter, Document, Export, tables};
use memcon::{Memorandum, Mode, NoteKind, Parsed, PieceKind};
use memcon_tests::{documents, files, has_ending};
use roxmltree::Node;

/// Gives the invented documents and, where they are, the real ones.
fn all() -> Vec<PathBuf> {
    let mut all = documents();
    // `.ci/run` says aloud when there are none.
    if let Some(real) = std::env::var_os("MEMCON_CORPUS").map(PathBuf::from) {
        for folder in ["seed", "frus/web", "frus/plain", "frus/typescript"] {
            all.extend(files(&real.join(folder)).into_iter().filter(|it| has_ending(it, "txt")));
        }
    }
    all
}

/// Records made to break out of every format.
fn hostile() -> Vec<String> {
    let words = [
        "</p></sp></body><script>alert(1)</script>",
        "]]> <![CDATA[ &lt; &#x41; <!-- --> <?php ?>",
        "=HYPERLINK(\"http://x.example\") \u{1b}[2J \u{0} \u{7} \u{fffe} \u{85}",
        "\u{202e}evil\u{202c} \u{2066}x\u{2069} שלום \u{200f}",
        "](javascript:alert(1)) ![x](y) `code` **bold** | a | b |",
        "[\"onload=\"alert(1)] (<img src=x onerror=alert(1)>) [1 line not declassified]",
        "@import url(x); {color:red} \\input{/etc/passwd} % $ # _",
    ];
    let turn = |it: &&str| format!("<b>Orlo</b>: {it}\n\nVEY: {it}\n\n-ORLO: {it}\n\n");
    let turns = words.iter().map(turn).collect::<Vec<_>>().concat();
    let deep = format!("ORLO: {}\n\nVEY: {}\n\n", "[".repeat(3000), "]".repeat(3000)).repeat(2);
    let note = |n: usize| format!("{n}. See note{}\n", n + 1);
    let notes = (1..2000).map(note).collect::<Vec<_>>().concat();
    let told = "Mr. Vey said \u{1}<i>that</i> ]]> it was so.1 He added =1+1.2\n\n";
    vec![
        turns.clone(),
        format!("Memorandum of Conversation <script>\n\nPARTICIPANTS\n\n=Orlo\n\n@Vey\n\n{turns}"),
        deep,
        format!("{told}\n\n 1. See ]]> below.2 ↩\n 2. <x>\u{0} ↩\n{notes}"),
        String::new(),
        "\u{feff}\r\n".to_owned(),
    ]
}

fn inside<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Vec<Node<'a, 'i>> {
    node.descendants().filter(|it| it.has_tag_name(name)).collect()
}

/// Marks of TEI that are no words of a speaker.
fn is_outside(node: Node<'_, '_>) -> bool {
    let kind = node.attribute("type").unwrap_or_default();
    match node.tag_name().name() {
        "stage" | "fw" | "incident" => true,
        "ref" => kind == "callout",
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
        // A mark that crosses a paragraph's bounds is told by no element; of turns that reach into
        // each other every word is written once.
        let crosses = turn.notes.iter().any(|note| {
            let span = memorandum.notes[*note].span;
            !turn.paragraphs.iter().any(|paragraph| paragraph.contains(span))
        });
        let shared = memorandum
            .turns
            .iter()
            .any(|other| other.index != turn.index && other.span.overlaps(turn.span));
        if !crosses && !shared {
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

/// Checks a record; gives how many turns came back from TEI word for word.
fn check(parsed: &Parsed, name: &str) -> usize {
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
    let corpus = write::convokit(std::slice::from_ref(&document));
    assert_eq!(corpus.files.len(), 5);
    assert_eq!(corpus.files[0].1.lines().count(), memorandum.turns.len(), "{name}: utterances");
    let table = write::delimited(&tables::turns(&document), Delimiter::Tab).text;
    for cell in table.lines().flat_map(|line| line.split('\t')) {
        let cell = cell.trim_start_matches('"').trim_start();
        assert!(!cell.starts_with(['=', '@']), "{name}: {cell:?} is a formula");
    }
    assert_eq!(
        write::delimited_tables(std::slice::from_ref(&document), Delimiter::Comma).files.len(),
        5
    );
    for (_, style) in write::CitationStyle::ALL {
        assert!(!write::cite(&document, Some(0), *style).is_empty());
    }
    checked
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

#[test]
fn every_document_goes_into_every_format() {
    let all = all();
    let (mut turns, mut checked) = (0, 0);
    for path in &all {
        let parsed = memcon::read(path).unwrap();
        turns += parsed.memorandum.turns.len();
        checked += check(&parsed, &name(path));
    }
    assert!(all.len() > 100, "only {} documents", all.len());
    assert!(checked * 50 > turns * 49, "only {checked} of {turns} turns compared");
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn hostile_records_are_inert_in_every_format() {
    for (place, text) in hostile().iter().enumerate() {
        let parsed = memcon::parse(text);
        let checked = check(&parsed, &format!("hostile-{place}<>&\"'"));
        assert!(place > 2 || checked > 0, "record {place} has no turn");
    }
}

#[test]
fn ids_hold_when_turns_are_added_and_lines_are_wrapped_otherwise() {
    let before = "ORLO: Good day to you.\n\nVEY: Yes.\n\nORLO: Shall we begin?\n\nVEY: Yes.\n";
    let ids = |text: &str| write::turn_ids(&memcon::parse(text).memorandum);
    let known = ids(before);
    assert_eq!(known.len(), 4);
    let added = format!("ORLO: First, the weather.\n\nVEY: It snows.\n\n{before}");
    assert_eq!(ids(&added)[2..], known);
    assert_eq!(ids(&before.replace("to you", "to\nyou")), known);
    assert_eq!(ids(&before.replace("begin?", "begin!")), known);
    assert_ne!(ids(&before.replace("begin", "end"))[2], known[2]);
}
