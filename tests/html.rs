//! Web pages: the same record as text and as a page, the way back to the file, torn pages.

use std::fs;
use std::path::PathBuf;

use memcon::{Memorandum, NoteKind, Options, Parsed, Span};
use memcon_tests::pace::in_proportion;
use memcon_tests::{documents, faults, has_ending, test_name};
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn pages() -> Vec<PathBuf> {
    let is_page = |path: &PathBuf| ["html", "htm"].iter().any(|ending| has_ending(path, ending));
    documents().into_iter().filter(is_page).collect()
}

fn read(page: &str) -> Parsed {
    let read = memcon::read_bytes("page.html", page.as_bytes().to_vec(), &Options::new());
    read.unwrap_or_else(|error| panic!("{error}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text as a page: a paragraph a block, or everything as typed.
fn as_page(text: &str, typed: bool) -> String {
    let body = if typed {
        format!("<pre>\n{}</pre>", escaped(text))
    } else {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines: Vec<String> = lines.map(|line| escaped(line.trim())).collect();
        format!("<p>{}</p>", lines.join("</p>\n<p>"))
    };
    format!("<!DOCTYPE html><html><body><main>{body}</main></body></html>")
}

/// What is said in a record, white space squeezed.
fn said(memorandum: &Memorandum) -> Vec<(Option<String>, String)> {
    // A page does not show a soft hyphen.
    let seen = |text: &str| text.replace('\u{ad}', "");
    let squeezed = |text: &str| seen(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let turns = memorandum.turns.iter();
    turns
        .map(|turn| (turn.label.as_ref().map(|l| squeezed(&l.text)), squeezed(&turn.text)))
        .collect()
}

#[test]
fn a_typed_record_on_a_page_reads_as_the_text_does() {
    let mut checked = 0;
    for path in documents().iter().filter(|path| has_ending(path, "txt")) {
        let text = fs::read_to_string(path).unwrap();
        let plain = memcon::parse_with(&text, &Options::new().layout("plain")).unwrap().memorandum;
        let page = read(&as_page(&text, true)).memorandum;
        assert_eq!(said(&page), said(&plain), "{}", test_name(path));
        assert_eq!(page.form, plain.form, "{}", test_name(path));
        checked += usize::from(!plain.turns.is_empty());
    }
    assert!(checked > 50, "only {checked} records with turns");
}

#[test]
fn paragraphs_of_a_page_read_as_those_of_a_text() {
    let mut checked = 0;
    for path in documents().iter().filter(|path| has_ending(path, "txt")) {
        let text = fs::read_to_string(path).unwrap();
        // What was typed in columns or broken by a margin is no list of paragraphs.
        if text.contains("    ")
            || text.contains("<br")
            || text.lines().filter(|line| line.len() > 200).count() < 2
        {
            continue;
        }
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let apart = lines.collect::<Vec<_>>().join(
            "

",
        );
        let plain = memcon::parse_with(&apart, &Options::new().layout("plain")).unwrap().memorandum;
        let page = read(&as_page(&text, false)).memorandum;
        assert_eq!(said(&page), said(&plain), "{}", test_name(path));
        checked += usize::from(!plain.turns.is_empty());
    }
    assert!(checked > 10, "only {checked} records with turns");
}

/// The letters of the words that a stretch of a page shows.
fn shown(page: &str) -> String {
    let (mut shown, mut rest) = (String::new(), page);
    while let Some((before, after)) = rest.split_once(['<', '&']) {
        shown.push_str(before);
        let close = if rest[before.len()..].starts_with('<') { '>' } else { ';' };
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
    }
    shown.push_str(rest);
    letters(&shown)
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[test]
fn every_turn_and_label_leads_to_its_bytes() {
    let mut checked = 0;
    for path in pages() {
        let file = fs::read_to_string(&path).unwrap();
        let memorandum = memcon::read(&path).unwrap().memorandum;
        let marks: Vec<Span> = memorandum
            .notes
            .iter()
            .filter(|note| {
                note.kind == NoteKind::PageMark && memorandum.origin(note.span).is_none()
            })
            .map(|note| note.span)
            .collect();
        for turn in &memorandum.turns {
            let label = turn.label.as_ref().map(|label| label.span);
            let parts = label.into_iter().chain(turn.paragraphs.iter().copied());
            for span in parts.filter(|span| !marks.iter().any(|mark| span.contains(*mark))) {
                let origin = memorandum.origin(span).expect("a place in the file");
                let in_file = &file[origin.start..origin.end];
                // What the page holds and does not show stands between its words.
                let in_file = in_file.replace("<span class=\"altcontent\">tims</span>", "");
                let words = letters(&memorandum.text[span.start..span.end]);
                assert_eq!(shown(&in_file), words, "{}: {in_file}", test_name(&path));
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "only {checked} places");
}

#[test]
fn marks_of_a_site_can_be_told_in_a_layout_of_ones_own() {
    let layout = std::env::temp_dir().join(format!("memcon-{}-lakes.toml", std::process::id()));
    fs::write(
        &layout,
        "name = \"lakes\"\nabout = \"Lake Archive\"\n[html]\nbody = [\"#talk\"]\n\
         [html.catalogue.facts]\ntitle = [\".t\"]\nrecord-id = [\".id\"]\n",
    )
    .unwrap();
    let page = "<body><p>Other talk of the day, with a great many words about the lake and the weir.</p>\
                <b class=t>Talk on the Weir</b><i class=id>77</i><div id=talk><p>Orlo: Good day.</p>\
                <p>Rivel: Good day.</p><p>Orlo: Sit down.</p><p>Rivel: Gladly.</p></div></body>";
    let options = Options::new().layout(layout.to_string_lossy());
    let read = memcon::read_bytes("a.html", page.as_bytes().to_vec(), &options).unwrap();
    let memorandum = read.memorandum;
    assert_eq!(memorandum.layout, "lakes");
    assert_eq!(memorandum.turns.len(), 4);
    assert_eq!(memorandum.title.as_ref().map(|title| &*title.text), Some("Talk on the Weir"));
    assert_eq!(memorandum.provenance.record_id.as_ref().map(|id| &*id.text), Some("77"));
    assert!(!memorandum.text.contains("Other talk"));
    fs::write(&layout, "name = \"lakes\"\nabout = \"x\"\n[html]\nbody = [\"p::before\"]\n")
        .unwrap();
    let error = memcon::read_bytes("a.html", page.as_bytes().to_vec(), &options);
    assert!(matches!(error, Err(memcon::Error::InvalidLayout { .. })), "{error:?}");
    fs::remove_file(&layout).unwrap();
}

const FRAGMENTS: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<li>",
    "<ul>",
    "</ul>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&#x1F600;",
    "&nbsp;",
    "\0",
    "\r\n",
    "<br>",
    "<pre>",
    "</pre>",
    "<h3>Notes</h3>",
    "<sup>1</sup>",
    "<sup><a href=#n>",
    "<style>",
    "<![CDATA[",
    "]]>",
    "<a class=note rel=footnote href='#fn:1'>1</a>",
    "<li class=footnote value=1>x",
    "<p hidden>",
    "<title>",
    "<body>",
    "</body>",
    "<html>",
    "Orlo: ",
    "<dt>",
    "<dd>",
    "é",
    "„",
    "<svg>",
    "<select><option>",
    "<div class='content'>",
    "<span class='pagenum' data-page-number=4></span>",
    "<textarea>",
    "<plaintext>",
    "<x-y z=\"",
    "'\">",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn torn_pages_keep_the_promises(
        page in select(pages()),
        cuts in proptest::collection::vec((any::<Index>(), any::<Index>(), select(FRAGMENTS)), 1..12),
    ) {
        let mut page = fs::read_to_string(page).unwrap();
        for (from, length, put) in cuts {
            let mut start = from.index(page.len() + 1);
            let mut end = (start + length.index(40)).min(page.len());
            while !page.is_char_boundary(start) { start -= 1; }
            while !page.is_char_boundary(end) { end += 1; }
            page.replace_range(start..end, put);
        }
        prop_assert_eq!(faults(&read(&page)), Vec::<String>::new());
    }

    #[test]
    fn pages_of_fragments_keep_the_promises(
        parts in proptest::collection::vec(select(FRAGMENTS), 0..60),
    ) {
        prop_assert_eq!(faults(&read(&parts.concat())), Vec::<String>::new());
    }
}

#[test]
fn hostile_pages_take_time_in_proportion() {
    let repeated = [
        "<div>",
        "<b>",
        "</p>",
        "<p>",
        "<table><tr><td>",
        "<li>",
        "<ul>",
        "<a href=#fn1>1</a>",
        "<b><p></b>",
        "&amp;",
        "&notanentity",
        "<sup>1</sup> ",
        "<i",
        "<!-- ",
        "<br>",
        "<dt>a",
        "<h3>Notes</h3><p>1. a</p>",
        "<p class=a hidden>x",
        "<li id=fn1>x",
        "</div></b></p>",
        "<div class='content' id=content-container>",
        "<span class=info>Source</span>",
        "<pre>\n",
        "\0",
        "<table><td>a<td>b</table>",
        "<q x='",
        "<td>x",
    ];
    let mut checked = 0;
    for fragment in repeated {
        let page = |bytes: usize| {
            format!("<p class=information>{}", fragment.repeat(bytes / fragment.len()))
        };
        let read = |page: &str| drop(std::hint::black_box(read(page)));
        let (short, long) = (page(20_000), page(160_000));
        in_proportion(fragment, 8, || read(&short), || read(&long));
        checked += 1;
    }
    assert!(checked > 0);
}

/// Tags in capitals, as pages of the nineties have them.
fn in_capitals(page: &str) -> String {
    let mut in_name = false;
    let letters = page.chars().map(|c| {
        in_name = c == '<' || in_name && (c.is_ascii_alphanumeric() || c == '/');
        if in_name { c.to_ascii_uppercase() } else { c }
    });
    letters.collect()
}

/// Every end tag left out that may be.
fn without_ends(page: &str) -> String {
    let ends = ["</p>", "</li>", "</td>", "</th>", "</tr>", "</dd>", "</dt>", "</body>", "</html>"];
    ends.iter().fold(page.to_owned(), |page, end| page.replace(end, ""))
}

/// What browsers, their tools and sites put into a page that is saved.
fn with_additions(page: &str) -> String {
    let top = "<div id=\"translate\" style=\"display: none\"><p>Translate this page?</p></div>\
        <div class=\"modal fade\" aria-modal=\"true\"><p>Rivel: Sign up for our letter.</p></div>\
        <script>var end = \"</p>\";</script>";
    let foot = "<div class=\"popover fade\">Orlo: Popover.</div>\
        <div id=\"cookie\" class=\"cookie-consent\"><p>We use cookies: accept.</p></div></body>";
    let body = page.find("<body").and_then(|at| Some(at + page[at..].find('>')? + 1));
    let (head, rest) = page.split_at(body.unwrap_or(0));
    format!("{head}{top}{}", rest.replace("</body>", foot))
}

fn with_comments(page: &str) -> String {
    let office = "<!--[if gte mso 9]><xml><p>no</p></xml><![endif]-->";
    page.replace("</p>", &format!("{office}</p><!-- Orlo: no -->"))
}

/// The words of every paragraph inside further elements, as machine translation leaves them.
fn wrapped(page: &str) -> String {
    page.replace("<p>", "<p><font style=\"vertical-align: inherit;\"><font>")
}

#[test]
fn a_messy_page_reads_as_the_clean_one_does() {
    let variants: [fn(&str) -> String; 6] =
        [in_capitals, without_ends, with_additions, with_comments, wrapped, |page| {
            page.replace('\n', "\r\n")
        }];
    let mut checked = 0;
    for path in pages() {
        let clean = fs::read_to_string(&path).unwrap();
        let expected = read(&clean).memorandum;
        for (place, variant) in variants.iter().enumerate() {
            let messy = read(&variant(&clean)).memorandum;
            let what = format!("{}, variant {place}", test_name(&path));
            assert_eq!(said(&messy), said(&expected), "{what}");
            assert_eq!(messy.form, expected.form, "{what}");
            assert_eq!(messy.layout, expected.layout, "{what}");
            let kinds = |memorandum: &Memorandum| -> Vec<NoteKind> {
                memorandum.notes.iter().map(|note| note.kind).collect()
            };
            assert_eq!(kinds(&messy), kinds(&expected), "{what}");
            checked += 1;
        }
    }
    assert!(checked > 100, "only {checked} variants");
}
