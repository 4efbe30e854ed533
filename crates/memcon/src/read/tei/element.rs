//! What the elements of TEI are on the page.

use crate::source::{ListKind, MarkKind};

use super::xml::Tag;

/// What an element is on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    /// Prints nothing of its own: its content goes on where it stands.
    Inline(Option<MarkKind>),
    /// Its content stands apart.
    Block(Option<MarkKind>),
    /// A part of the document: blocks stand in it.
    Part(Option<MarkKind>),
    /// A list.
    List(ListKind),
    /// An item of a list.
    Item,
    /// The label of a list's item, or another inline label.
    Label,
    /// A heading, of a document, a part or a list.
    Head,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A cell of a row.
    Cell,
    /// A speech of a play or an interview.
    Speech,
    /// What is told of somebody's words in prose.
    Said,
    /// Who speaks it.
    Speaker,
    /// An utterance, whose speaker only an attribute names.
    Utterance,
    /// What happens.
    Stage,
    /// A note.
    Note,
    /// The beginning of a page.
    Page,
    /// The beginning of a line.
    Line,
    /// Something left out or withheld.
    Gap,
    /// Words that editors supplied.
    Supplied,
    /// Words that cannot be read well.
    Unclear,
    /// Several readings, of which one is read.
    Choice,
    /// A reading that is read only where no better one is given.
    Reading,
    /// Not part of the text.
    Skipped,
}

/// Gives what an element is on the page; what is not known is inline, so that its words stay.
pub(super) fn element(tag: &Tag<'_>, parent: Option<&Element>) -> Element {
    let block = Element::Block(None);
    let inline = Element::Inline(None);
    match tag.name() {
        "div" | "div0" | "div1" | "div2" | "div3" | "div4" | "div5" | "div6" | "div7" | "front"
        | "body" | "back" | "group" | "text" | "floatingText" | "titlePage" | "lg"
        | "annotationBlock" | "castList" | "listBibl" => Element::Part(None),
        "attachment" => Element::Part(Some(MarkKind::Attachment)),
        "p" if parent == Some(&Element::Speech) => Element::Block(Some(MarkKind::Paragraph)),
        "p" | "ab" | "l" | "opener" | "closer" | "salute" | "byline" | "address" | "addrLine"
        | "postscript" | "trailer" | "docTitle" | "titlePart" | "docImprint" | "argument"
        | "epigraph" | "figure" | "castItem" | "set" | "bibl" | "biblStruct" => block,
        "dateline" => Element::Block(Some(MarkKind::Dateline)),
        "signed" => Element::Block(Some(MarkKind::Signature)),
        "head" => Element::Head,
        "list" | "listPerson" => Element::List(list_kind(tag)),
        "item" => Element::Item,
        "label" => Element::Label,
        "table" => Element::Table,
        "row" => Element::Row,
        "cell" => Element::Cell,
        "sp" => Element::Speech,
        "said" => Element::Said,
        "speaker" => Element::Speaker,
        "u" => Element::Utterance,
        "stage" | "vocal" | "kinesic" | "incident" | "writing" | "event" => Element::Stage,
        // Words of the line that an editor adds: queries and corrections.
        "note" if tag.has("place", &["inline"]) && tag.has("type", INLINE) => inline,
        "note" if tag.has("place", &["inline"]) || tag.has("rend", &["inline"]) => block,
        "note" => Element::Note,
        "pb" => Element::Page,
        "lb" | "cb" => Element::Line,
        "gap" => Element::Gap,
        "supplied" => Element::Supplied,
        "unclear" => Element::Unclear,
        // Both readings are printed.
        "choice" if tag.has("rend", &["inline"]) => inline,
        "choice" | "app" | "subst" => Element::Choice,
        "sic" | "orig" | "expan" | "rdg" if parent == Some(&Element::Choice) => Element::Reading,
        "del" if parent == Some(&Element::Choice) => Element::Skipped,
        "teiHeader" | "facsimile" | "sourceDoc" | "standOff" | "fw" | "interp" | "interpGrp"
        | "index" | "graphic" | "pause" | "shift" | "milestone" | "anchor" | "figDesc" => {
            Element::Skipped
        }
        "ref" if tag.has("type", &["callout"]) => Element::Inline(Some(MarkKind::Callout)),
        "hi" | "emph" => Element::Inline(rendered(tag)),
        "persName" | "rs" | "name" if is_person(tag) => {
            let reference = tag.value(&["corresp", "ref", "key", "sameAs"]);
            Element::Inline(Some(MarkKind::Person { reference }))
        }
        "placeName" | "settlement" => Element::Inline(Some(MarkKind::Place)),
        "date" => match super::header::encoded(tag) {
            Some(date) => Element::Inline(Some(MarkKind::Date(date))),
            None => inline,
        },
        _ => inline,
    }
}

/// Notes that stand in a line of speech.
const INLINE: &[&str] = &["query", "sic", "editorial", "interpreter"];

fn is_person(tag: &Tag<'_>) -> bool {
    tag.name() == "persName" || tag.has("type", &["person"])
}

fn list_kind(tag: &Tag<'_>) -> ListKind {
    match tag.value(&["type"]).as_deref() {
        Some("participants" | "attendees" | "present") => ListKind::Participants,
        Some("subject") => ListKind::Subject,
        Some("to" | "from") => ListKind::Address,
        Some(_) | None => ListKind::Other,
    }
}

/// How an element says that its words are set.
fn rendered(tag: &Tag<'_>) -> Option<MarkKind> {
    let rend = tag.value(&["rend", "rendition", "style"]).unwrap_or_default();
    let set = |words: &[&str]| words.iter().any(|word| rend.contains(word));
    if set(&["smallcaps", "small-caps", "sc"]) {
        Some(MarkKind::SmallCaps)
    } else if set(&["strong", "bold"]) {
        Some(MarkKind::Bold)
    } else if set(&["underline"]) {
        Some(MarkKind::Underlined)
    } else if set(&["italic"]) || (rend.is_empty() && tag.name() == "emph") {
        Some(MarkKind::Italic)
    } else {
        None
    }
}
