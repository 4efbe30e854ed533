//! The header of TEI: what the record is, where it comes from, who took part.

use super::Dialect;
use super::people::people;
use crate::model::{MeetingDate, Memorandum, Moment, Written};
use crate::write::Document;
use crate::write::xml::Xml;

/// What is done to the text.
const PRACTICE: &str = "The words stand as they are written, brackets included. Line ends are \
    joined and words broken at them rejoined; footnotes stand where their callouts do.";

/// Writes the header; `ids` are those of the turns.
pub(super) fn header(xml: &mut Xml, document: &Document<'_>, dialect: Dialect, ids: &[String]) {
    let memorandum = &document.parsed().memorandum;
    xml.open("teiHeader", &[]);
    xml.line();
    xml.open("fileDesc", &[]);
    title_statement(xml, memorandum, dialect);
    if dialect == Dialect::Parliament {
        let count = memorandum.turns.len();
        xml.open("extent", &[]);
        let attributes = [("unit", "utterances"), ("quantity", &*count.to_string())];
        xml.leaf("measure", &attributes, &format!("{count} utterances"));
        xml.close();
    }
    publication(xml, document);
    xml.open("sourceDesc", &[]);
    match dialect {
        Dialect::Drama => manuscript(xml, memorandum),
        Dialect::Parliament => bibliography(xml, memorandum),
    }
    xml.close();
    xml.close();
    xml.line();
    encoding(xml);
    profile(xml, memorandum, ids);
    xml.close();
    xml.line();
}

fn title_statement(xml: &mut Xml, memorandum: &Memorandum, dialect: Dialect) {
    let title = memorandum.own_title.as_ref().or(memorandum.title.as_ref());
    let title = title.map_or("Record of conversation", |title| &title.text);
    xml.open("titleStmt", &[]);
    xml.leaf("title", &[("type", "main")], title);
    if let (Some(_), Some(page)) = (&memorandum.own_title, &memorandum.title) {
        xml.leaf("title", &[("type", "catalogue")], &page.text);
    }
    if dialect == Dialect::Parliament {
        let place = memorandum.place.as_ref().map(|place| place.name.as_str());
        let date = memorandum.date.as_ref().map(|date| date.text.as_str());
        let kind = memorandum.kind.map_or("conversation", |kind| kind.words());
        let words: Vec<&str> = [Some(kind), place, date].into_iter().flatten().collect();
        xml.leaf("meeting", &[], &words.join(", "));
    }
    let from = &memorandum.provenance;
    let hands = [
        ("translated by", &from.translator),
        ("drafted by", &from.drafted),
        ("approved by", &from.approved),
        ("cleared by", &from.cleared),
    ];
    for (what, who) in hands {
        if let Some(who) = who {
            xml.open("respStmt", &[]);
            xml.leaf("resp", &[], what);
            xml.leaf("name", &[], &who.text);
            xml.close();
        }
    }
    xml.close();
    xml.line();
}

fn publication(xml: &mut Xml, document: &Document<'_>) {
    let rights = &document.parsed().memorandum.provenance.rights;
    xml.open("publicationStmt", &[]);
    xml.leaf("authority", &[], "memcon");
    xml.leaf("idno", &[("type", "memcon")], document.id());
    if !rights.is_empty() {
        xml.open("availability", &[]);
        for right in rights {
            xml.leaf("p", &[], &right.text);
        }
        xml.close();
    }
    xml.close();
    xml.line();
}

/// The shelfmark with reel and container, as an archive cites it.
fn shelf(memorandum: &Memorandum) -> String {
    let from = &memorandum.provenance;
    let part = |name: &str, part: &Option<Written>| {
        part.as_ref().map(|part| format!("{name}{}", part.text))
    };
    let parts =
        [part("", &from.shelfmark), part("Reel ", &from.reel), part("Container ", &from.container)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn manuscript(xml: &mut Xml, memorandum: &Memorandum) {
    let from = &memorandum.provenance;
    let shelf = shelf(memorandum);
    xml.open("msDesc", &[]);
    xml.open("msIdentifier", &[]);
    let division = from.division.as_ref();
    let archive = from.repository.as_ref().or(from.original_archive.as_ref());
    match (archive, division) {
        (Some(archive), Some(division)) => {
            xml.leaf("institution", &[], &archive.text);
            xml.leaf("repository", &[], &division.text);
        }
        (Some(only), None) | (None, Some(only)) => xml.leaf("repository", &[], &only.text),
        (None, None) => {}
    }
    if let Some(collection) = &from.collection {
        xml.leaf("collection", &[], &collection.text);
    }
    if !shelf.is_empty() {
        xml.leaf("idno", &[("type", "shelfmark")], &shelf);
    }
    let others = [
        ("record", from.record_id.as_ref()),
        ("number", memorandum.number.as_ref()),
        ("original", from.original_archive.as_ref().filter(|_| from.repository.is_some())),
    ];
    for (kind, number) in others {
        if let Some(number) = number {
            xml.open("altIdentifier", &[("type", kind)]);
            xml.leaf("idno", &[], &number.text);
            xml.close();
        }
    }
    xml.close();
    if from.source_note.is_some() || from.uploaded.is_some() {
        xml.open("additional", &[]);
        xml.open("adminInfo", &[]);
        xml.open("recordHist", &[]);
        xml.open("source", &[]);
        if let Some(note) = &from.source_note {
            xml.leaf("p", &[], &note.text);
        }
        if let Some(uploaded) = &from.uploaded {
            xml.leaf("p", &[], &format!("Put up: {}", uploaded.text));
        }
        xml.close();
        xml.close();
        xml.close();
        xml.close();
    }
    xml.close();
}

fn bibliography(xml: &mut Xml, memorandum: &Memorandum) {
    let from = &memorandum.provenance;
    let numbers = [
        ("repository", from.repository.as_ref()),
        ("division", from.division.as_ref()),
        ("original", from.original_archive.as_ref()),
        ("record", from.record_id.as_ref()),
        ("number", memorandum.number.as_ref()),
    ];
    xml.open("bibl", &[]);
    let title = from.collection.as_ref().map_or("Record of conversation", |it| &it.text);
    xml.leaf("title", &[], title);
    for (kind, number) in numbers {
        if let Some(number) = number {
            xml.leaf("idno", &[("type", kind)], &number.text);
        }
    }
    let shelf = shelf(memorandum);
    if !shelf.is_empty() {
        xml.leaf("idno", &[("type", "shelfmark")], &shelf);
    }
    date(xml, memorandum.date.as_ref());
    if let Some(note) = &from.source_note {
        xml.leaf("note", &[("type", "source")], &note.text);
    }
    if let Some(uploaded) = &from.uploaded {
        xml.leaf("note", &[("type", "uploaded")], &uploaded.text);
    }
    xml.close();
}

fn encoding(xml: &mut Xml) {
    xml.open("encodingDesc", &[]);
    xml.open("projectDesc", &[]);
    xml.leaf("p", &[], "Read by machine from the text of a record of conversation.");
    xml.close();
    xml.open("editorialDecl", &[]);
    xml.open("normalization", &[]);
    xml.leaf("p", &[], PRACTICE);
    xml.close();
    xml.close();
    xml.open("appInfo", &[]);
    xml.open("application", &[("ident", "memcon"), ("version", env!("CARGO_PKG_VERSION"))]);
    xml.leaf("label", &[], "memcon");
    xml.close();
    xml.close();
    xml.close();
    xml.line();
}

fn profile(xml: &mut Xml, memorandum: &Memorandum, ids: &[String]) {
    xml.open("profileDesc", &[]);
    if let Some(summary) = &memorandum.provenance.summary {
        xml.open("abstract", &[]);
        xml.leaf("p", &[], &summary.text);
        xml.close();
    }
    if memorandum.place.is_some() || memorandum.date.is_some() {
        xml.open("settingDesc", &[]);
        xml.open("setting", &[]);
        if let Some(place) = &memorandum.place {
            xml.leaf("name", &[("type", "place")], &place.name);
        }
        date(xml, memorandum.date.as_ref());
        if let Some(venue) = &memorandum.provenance.venue {
            xml.leaf("locale", &[], &venue.text);
        }
        xml.close();
        xml.close();
    }
    people(xml, memorandum, ids);
    if !memorandum.subjects.is_empty() {
        xml.open("textClass", &[]);
        xml.open("keywords", &[]);
        for subject in &memorandum.subjects {
            xml.leaf("term", &[], &subject.text);
        }
        xml.close();
        xml.close();
    }
    xml.close();
    xml.line();
}

fn date(xml: &mut Xml, date: Option<&MeetingDate>) {
    let Some(date) = date else { return };
    let start = date.start.map(w3c).unwrap_or_default();
    let end = date.end.map(w3c).unwrap_or_default();
    let ends: [(&str, &str); 2] = if end.is_empty() {
        [("when", &start), ("to", "")]
    } else {
        [("from", &start), ("to", &end)]
    };
    xml.leaf("date", &ends, &date.text);
}

/// A moment as XML Schema has it: with seconds.
fn w3c(moment: Moment) -> String {
    let seconds = if moment.time.is_some() { ":00" } else { "" };
    format!("{moment}{seconds}")
}
