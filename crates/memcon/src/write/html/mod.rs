//! The reading edition: one page of HTML that needs no script and no network.

mod body;
mod head;
mod marks;

use crate::write::cite::{CitationStyle, cite};
use crate::write::flow::blocks;
use crate::write::loss::{Export, Part, losses};
use crate::write::xml::Xml;
use crate::write::{Document, turn_ids};

use self::body::Page;

/// How the page looks, by day, by night and on paper.
const STYLE: &str = include_str!("style.css");
/// Nothing is fetched and nothing runs, whatever a record says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'";

/// What a page does not carry.
const LOST: &[Part] = &[
    Part::Places,
    Part::Furniture,
    Part::StatedDates,
    Part::Mentions,
    Part::Rules,
    Part::Confidence,
    Part::SpeechActs,
    Part::Identities,
    Part::Measures,
    Part::Glossary,
    Part::LabelReadings,
];

/// Gives a record as a reading edition: a page of HTML in one file.
///
/// A card tells what the record is; the people stand by their sides; every turn has its number,
/// which is a link to it; marks are listed in the margin; footnotes lead there and back; doubts
/// are told at the end. It is legible on a telephone, at night and on paper, and with a keyboard
/// or a screen reader.
///
/// ```
/// use memcon::write::{Document, html};
///
/// let text = "ORLO: <b>Good</b> day.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let page = html(&Document::new(&memcon::parse(text))).text;
/// assert!(page.contains("&lt;b&gt;Good&lt;/b&gt; day."));
/// assert!(!page.contains("<script"));
/// ```
pub fn html(document: &Document<'_>) -> Export {
    let parsed = document.parsed();
    let ids = turn_ids(&parsed.memorandum);
    let mut xml = Xml::page();
    xml.open("html", &[("lang", "en")]);
    xml.line();
    xml.open("head", &[]);
    xml.line();
    xml.empty("meta", &[("charset", "utf-8")]);
    xml.line();
    xml.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    xml.line();
    let viewport = [("name", "viewport"), ("content", "width=device-width, initial-scale=1")];
    xml.empty("meta", &viewport);
    xml.line();
    xml.empty("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    xml.line();
    xml.empty("meta", &[("name", "generator"), ("content", "memcon")]);
    xml.line();
    xml.leaf("title", &[], head::title(&parsed.memorandum));
    xml.line();
    xml.open("style", &[]);
    xml.own(STYLE);
    xml.close();
    xml.close();
    xml.line();
    xml.open("body", &[]);
    xml.line();
    xml.leaf("a", &[("class", "skip"), ("href", "#record")], "Skip to the record");
    xml.line();
    head::card(&mut xml, &parsed.memorandum);
    head::people(&mut xml, &parsed.memorandum);
    let mut page = Page::new(&mut xml, parsed, &ids);
    page.record(&blocks(&parsed.memorandum));
    page.footnotes();
    page.doubts();
    let crossing = page.crossing();
    xml.open("footer", &[]);
    xml.leaf("h2", &[], "Cite this record");
    xml.leaf("p", &[("dir", "auto")], &cite(document, None, CitationStyle::Footnote));
    let made = concat!("Read by machine with memcon ", env!("CARGO_PKG_VERSION"), ". Id ");
    xml.open("p", &[("class", "made")]);
    xml.text(made);
    xml.leaf("code", &[], document.id());
    xml.text(".");
    xml.close();
    xml.close();
    let (text, replaced) = xml.finish();
    let seen = [(Part::Crossing, crossing), (Part::Characters, replaced)];
    Export { text, losses: losses(parsed, LOST, &seen) }
}
