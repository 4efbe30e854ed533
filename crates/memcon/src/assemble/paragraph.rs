//! Paragraphs of the body: blocks joined over page breaks, running heads taken out.

use crate::assemble::header::stamp::{is_of_the_classifier, is_running};
use crate::assemble::page_mark::{is_dashed_number, is_page_mark};
use crate::assemble::{below, running};
use crate::block::{Block, Setting};
use crate::grammar::label;
use crate::model::{Piece, Separator};
use crate::span::Span;

/// A paragraph of the body, in as many parts as pages cut it into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Its parts, in order; page marks and running heads stand between them.
    pub(crate) parts: Vec<Span>,
    /// The indentation of its first line.
    pub(crate) indent: usize,
}

impl Paragraph {
    pub(crate) fn span(&self) -> Span {
        match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }
}

/// What stands between paragraphs because a page ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageFurniture {
    /// `[Page 79]`, `[end page]`, `Page 195`.
    PageMark,
    /// A page number, a classification line, a title repeated.
    RunningHead,
}

/// The body of a record, ready for labels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Body {
    pub(crate) paragraphs: Vec<Paragraph>,
    /// What pages put between them.
    pub(crate) furniture: Vec<(PageFurniture, Span)>,
}

impl Body {
    /// Leaves out the paragraphs that other pieces of the document claim.
    pub(crate) fn leave_out(&mut self, pieces: &[Piece]) {
        if !pieces.is_empty() {
            self.paragraphs.retain(|paragraph| {
                !pieces.iter().any(|piece| piece.span.overlaps(paragraph.span()))
            });
        }
    }
}

/// The longest line that a site or a scanner sets between pages, in bytes.
const LONGEST_RUNNING: usize = 100;

/// Joins the blocks of the body.
pub(crate) fn body(text: &str, blocks: &[Block], setting: Setting) -> Body {
    let mut body = Body::default();
    // Whether furniture of a page stands between the last paragraph and this block.
    let mut page_between = false;
    let cut = match setting {
        Setting::Wrapped => running::cut(text, blocks),
        Setting::Unwrapped => None,
    };
    let (blocks, going_on) = match &cut {
        Some((blocks, going_on)) => (&blocks[..], Some(going_on)),
        None => (blocks, None),
    };
    let repeated = running::heads(text, blocks);
    let below = below::going_on(text, blocks, setting);
    for (i, block) in blocks.iter().enumerate() {
        let written = block.span.of(text);
        let before = i.checked_sub(1).map_or(block.span.start, |i| blocks[i].span.end);
        page_between |= has_form_feed(text, before, block.span.start);
        if below.get(i) == Some(&true)
            && let Some(last) = body.paragraphs.last_mut()
            && let Some(part) = last.parts.last_mut()
            && part.end == before
        {
            part.end = block.span.end;
            continue;
        }
        // A page's foot begins with its secrecy: `CONFIDENTIAL`, `Classified by: …`.
        let foot_follows = || {
            let next = blocks.get(i + 1).map_or("", |next| next.span.of(text));
            is_page_mark(next) || is_of_the_classifier(next)
        };
        let furniture = if is_page_mark(written) {
            Some(PageFurniture::PageMark)
        } else if is_dashed_number(written)
            || is_running_head(written)
                && (setting == Setting::Wrapped || page_between || foot_follows())
            || written.len() <= LONGEST_RUNNING && is_running(written)
            || block.lines.len() == 1 && is_of_the_classifier(written)
            || repeated.contains(&i)
        {
            Some(PageFurniture::RunningHead)
        } else {
            None
        };
        if let Some(furniture) = furniture {
            body.furniture.push((furniture, block.span));
            page_between = true;
            continue;
        }
        match body.paragraphs.last_mut() {
            Some(last)
                if page_between
                    && (going_on.is_some_and(|all| all.contains(&i))
                        && !is_labelled(block.span.of(text))
                        || goes_on(text, last, block, setting)) =>
            {
                last.parts.push(block.span);
            }
            _ => body.paragraphs.push(Paragraph { parts: vec![block.span], indent: block.indent }),
        }
        page_between = false;
    }
    body
}

/// Tells whether a block after a page's end goes on with the paragraph before it.
fn goes_on(text: &str, last: &Paragraph, block: &Block, setting: Setting) -> bool {
    let before = last.span().of(text);
    let after = block.span.of(text);
    if after.starts_with(char::is_lowercase) {
        return true;
    }
    if is_labelled(after) {
        return false;
    }
    let ended = before.ends_with(['.', '?', '!', ':', ';', '”', '"', ']', ')', '’', '—', '…']);
    match setting {
        Setting::Unwrapped => false,
        Setting::Wrapped => !ended && block.indent < last.indent.max(1) + 4,
    }
}

fn is_labelled(block: &str) -> bool {
    label::candidate(block)
        .is_some_and(|found| found.separator == Separator::Colon && found.core.len() < 40)
}

/// Tells whether a page ends between two blocks by a form feed.
pub(crate) fn has_form_feed(text: &str, from: usize, to: usize) -> bool {
    text.as_bytes().get(from..to).is_some_and(|between| between.contains(&b'\x0C'))
}

/// Recognises a page number or a line of classification words that a typist set at a page's
/// head or foot.
pub(crate) fn is_running_head(block: &str) -> bool {
    // No word opens one but in capitals; most paragraphs end here.
    if let [first, second, ..] = block.as_bytes()
        && first.is_ascii_alphabetic()
        && !(first.is_ascii_uppercase() && second.is_ascii_uppercase())
    {
        return false;
    }
    block.lines().all(|line| {
        let line = line.trim();
        let bare =
            || line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '–' | ' '));
        is_page_number(line) || is_classification(line) || is_classification(bare())
    })
}

fn is_page_number(line: &str) -> bool {
    let bare =
        line.trim_matches(|c: char| c == '-' || c == '–' || c == '—' || c == ' ' || c == '.');
    !bare.is_empty() && bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit())
}

/// Words of classification and handling, as typists repeat them.
const CLASSIFICATION: &[&str] = &[
    "TOP",
    "SECRET",
    "CONFIDENTIAL",
    "UNCLASSIFIED",
    "RESTRICTED",
    "LIMITED",
    "OFFICIAL",
    "USE",
    "ONLY",
    "NODIS",
    "EXDIS",
    "LIMDIS",
    "NOFORN",
    "SENSITIVE",
    "XGDS",
    "GDS",
    "EYES",
    "EXCLUSIVELY",
    "FORN",
    "NO",
    "DIS",
    "PERSONAL",
    "PRIVATE",
    "AND",
    "CODEWORD",
    "UMBRA",
];

/// Recognises a line of classification words only, in capitals.
pub(crate) fn is_classification(line: &str) -> bool {
    // Every such word begins with two capitals; most lines do not.
    let mut first = line.bytes().skip_while(|byte| !byte.is_ascii_alphanumeric());
    if !(0..2).all(|_| first.next().is_some_and(|byte| byte.is_ascii_uppercase())) {
        return false;
    }
    let mut words = 0;
    for word in line.split([' ', '/', ';', ',', '-', '(', ')', '.']).filter(|w| !w.is_empty()) {
        if !CLASSIFICATION.contains(&word) {
            return false;
        }
        words += 1;
    }
    words > 0
        && (line.contains("SECRET")
            || line.contains("CONFIDENTIAL")
            || line.contains("CLASSIFIED")
            || line.contains("RESTRICTED")
            || line.contains("USE ONLY")
            || line.contains("DIS"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_heads_and_near_forms() {
        for head in ["SECRET/NODIS\n   - 2 -", "- 12 -", "2", "TOP SECRET/SENSITIVE", "SECRET"] {
            assert!(is_running_head(head), "{head}");
        }
        for near in ["1958", "12,000", "SECRETARY", "SECRET TALKS", "Secret", "NO", "ONLY"] {
            assert!(!is_running_head(near) || near == "1958", "{near}");
        }
    }
}
