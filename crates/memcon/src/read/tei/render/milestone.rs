//! What stands at one place of the page: callouts, beginnings of pages and lines, gaps.

use super::{Note, Renderer};
use crate::read::tei::element::Element;
use crate::read::tei::sheet::{Break, Sheet};
use crate::read::tei::xml::Tag;
use crate::source::MarkKind;

impl Renderer {
    /// Begins a note: its number stays where it stands, its words go to the end.
    pub(super) fn note(&mut self, tag: &Tag<'_>) {
        let number =
            tag.value(&["n"]).unwrap_or_else(|| self.counted.saturating_add(1).to_string());
        if let Ok(number) = number.parse() {
            self.counted = number;
        }
        let anchored = !tag.has("anchored", &["false"]);
        let apart = self.is_in_words();
        let sheet = self.sheet();
        if anchored && apart && sheet.next() > Break::Space {
            // The note of a block opens it.
            sheet.open();
            sheet.decoded(&number, tag.span);
            sheet.close(Some(MarkKind::Callout));
        } else if anchored && !sheet.written().is_empty() {
            // A callout stands right behind its word.
            sheet.attach(&number, tag.span, MarkKind::Callout);
        }
        let source = tag.has("type", &["source"]);
        self.notes.push(Note { number, source, sheet: None });
        self.sheets.push(Sheet::default());
    }

    /// A page mark in a line has white space around it, unless it divides a word.
    pub(super) fn page(&mut self, tag: &Tag<'_>) {
        let Some(number) = tag.value(&["n"]) else { return };
        let sheet = self.sheet();
        let spaced = sheet.next() != Break::None;
        sheet.open();
        sheet.decoded(&format!("[Page {number}]"), tag.span);
        sheet.close(Some(MarkKind::PageBreak));
        if spaced {
            sheet.set_apart(Break::Space);
        }
    }

    /// A line's beginning ends the one before, and joins the halves of a word.
    pub(super) fn line(&mut self, tag: &Tag<'_>) {
        let heading = self.open.iter().rev().take(4).any(|open| open.element == Element::Head);
        if tag.has("break", &["no"]) {
            self.sheet().glue();
        } else if heading || self.cells > 0 {
            self.sheet().set_apart(Break::Space);
        } else {
            self.sheet().set_apart(Break::Line);
        }
    }
}

/// What is left out is told in brackets, in the words of the attributes.
pub(super) fn gap(tag: &Tag<'_>) -> String {
    let mut words: Vec<String> = Vec::new();
    match (tag.value(&["quantity"]), tag.value(&["unit"]), tag.value(&["extent"])) {
        (Some(quantity), unit, _) | (None, unit, Some(quantity)) => {
            words.push(quantity);
            words.extend(unit);
        }
        (None, _, None) => {}
    }
    words.extend(tag.value(&["reason"]));
    let words = if words.is_empty() { "…".to_owned() } else { words.join(" ") };
    format!("[{words}]")
}
