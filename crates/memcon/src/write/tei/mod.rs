//! TEI P5: as a play with the drama module, or as a debate by the rules of Parla-CLARIN.

mod body;
mod header;
mod marks;
mod people;

use crate::model::{Parsed, PersonId};
use crate::write::flow::blocks;
use crate::write::loss::{Export, Part, losses};
use crate::write::xml::Xml;
use crate::write::{Document, turn_ids};

use self::body::Body;

/// Which customisation of TEI is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dialect {
    /// `sp` and `speaker`, of the drama module.
    Drama,
    /// `u` and `seg`, of the module for spoken words.
    Parliament,
}

/// What neither dialect carries.
const LOST: &[Part] = &[
    Part::Places,
    Part::Furniture,
    Part::Mentions,
    Part::Rules,
    Part::Cues,
    Part::SpeechActs,
    Part::Voices,
    Part::Glossary,
    Part::LabelReadings,
    Part::Diagnostics,
];

/// Gives a record as TEI P5 with the drama module.
///
/// A labelled turn is an `sp`, with its label as it is printed in `speaker`; a turn told in prose
/// is a `said` with `direct="false"`, in as many linked parts as it has paragraphs. The words of
/// the text stand as they are written, brackets included, marked by `supplied`, `choice`, `gap`,
/// `note`, `stage` and `pb`; a footnote stands where its callout does.
///
/// ```
/// use memcon::write::{Document, tei};
///
/// let text = "ORLO: Good day.\n\nVEY: [Laughs] Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let written = tei(&Document::new(&memcon::parse(text)));
/// assert!(written.text.contains("<speaker>ORLO:</speaker><p>Good day.</p></sp>"));
/// ```
pub fn tei(document: &Document<'_>) -> Export {
    written(document, Dialect::Drama)
}

/// Gives a record as TEI by the rules of Parla-CLARIN.
///
/// A labelled turn is a `u` after a `note` with its label; its paragraphs are `seg`. The archive
/// is a `bibl`, because the rules know no `msDesc`.
///
/// ```
/// use memcon::write::{Document, parla_clarin};
///
/// let text = "ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let written = parla_clarin(&Document::new(&memcon::parse(text)));
/// assert!(written.text.contains("<note type=\"speaker\">ORLO:</note>"));
/// ```
pub fn parla_clarin(document: &Document<'_>) -> Export {
    written(document, Dialect::Parliament)
}

fn written(document: &Document<'_>, dialect: Dialect) -> Export {
    let parsed: &Parsed = document.parsed();
    let memorandum = &parsed.memorandum;
    let ids = turn_ids(memorandum);
    let mut xml = Xml::document();
    xml.open("TEI", &[("xmlns", "http://www.tei-c.org/ns/1.0")]);
    xml.line();
    header::header(&mut xml, document, dialect, &ids);
    xml.open("text", &[]);
    xml.line();
    xml.open("body", &[]);
    xml.line();
    let mut body = Body::new(&mut xml, memorandum, dialect, &ids);
    body.write(&blocks(memorandum));
    let crossing = body.crossing();
    let (text, replaced) = xml.finish();
    let seen = [(Part::Crossing, crossing), (Part::Characters, replaced)];
    Export { text, losses: losses(parsed, LOST, &seen) }
}

/// Gives pointers to people: `#p1 #p2`.
fn pointers(people: &[PersonId]) -> String {
    let people: Vec<String> = people.iter().map(|id| format!("#{id}")).collect();
    people.join(" ")
}
