//! The archive's page around a document: furniture, catalogue entry, summary, provenance.

use std::ops::Range;

use memchr::memmem;

use crate::block::Block;
use crate::grammar::citation;
use crate::grammar::date::dated;
use crate::layout::{Layout, bare};
use crate::model::{Piece, PieceKind, Provenance, Written};
use crate::source::{Fact, Mark, MarkKind};
use crate::span::Span;

/// What an archive's page puts around a document.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The blocks of the document itself.
    pub(crate) document: Range<usize>,
    /// What stands around them.
    pub(crate) pieces: Vec<Piece>,
    /// The catalogue's date.
    pub(crate) date: Option<Span>,
    /// The catalogue's title.
    pub(crate) title: Option<Span>,
    /// The catalogue's place.
    pub(crate) place: Option<Span>,
    /// The block that may be the archive's summary, the last of the document.
    pub(crate) summary: Option<usize>,
    pub(crate) provenance: Provenance,
}

/// How far from the top the catalogue entry can reach, in blocks.
const TOP: usize = 20;

/// Reads what a layout says about the page around the document.
pub(crate) fn page(text: &str, blocks: &[Block], layout: &Layout) -> Page {
    let mut page = Page { document: 0..blocks.len(), ..Page::default() };
    let written = |block: &Block| block.span.of(text);
    let stands = |marks: &[String]| {
        !marks.is_empty()
            && blocks.iter().any(|block| marks.iter().any(|mark| bare(written(block)) == mark))
    };
    let begins = |starts: &[String]| {
        blocks.iter().any(|block| starts.iter().any(|start| written(block).starts_with(start)))
    };
    let refused = &layout.not_a_document;
    if stands(&refused.lines) && begins(&refused.patterns) {
        page.document = 0..0;
        page.pieces = blocks.iter().map(|block| piece(PieceKind::Furniture, block)).collect();
        return page;
    }
    above(text, blocks, layout, &mut page);
    below(text, blocks, layout, &mut page);
    page
}

fn piece(kind: PieceKind, block: &Block) -> Piece {
    Piece { kind, span: block.span }
}

fn told(text: &str, span: Span) -> Written {
    Written { text: span.of(text).to_owned(), span }
}

/// Reads furniture and the catalogue entry above the document.
fn above(text: &str, blocks: &[Block], layout: &Layout, page: &mut Page) {
    let before = &layout.before;
    let is_furniture = |block: &Block| {
        let line = bare(block.span.of(text));
        before.furniture.iter().any(|mark| mark == line)
            || before.furniture_starts.iter().any(|start| line.starts_with(start.as_str()))
    };
    let cited = before.citation.as_ref().map(|words| memmem::Finder::new(words.as_bytes()));
    let citation = |block: &Block| {
        let written = block.span.of(text).as_bytes();
        cited.as_ref().is_some_and(|words| words.find(written).is_some())
    };
    let top = &blocks[..blocks.len().min(TOP)];
    // Where the entry has no title of its own, its citation does.
    let named = top.iter().find(|block| citation(block)).and_then(|block| {
        let title = citation::title(block.span.of(text))?;
        Some(Span::new(block.span.start + title.start, block.span.start + title.end))
    });
    let is_title = |line: &str| named.is_none_or(|title| bare(title.of(text)) == bare(line));
    // The old pages put the whole entry above the text, down to the last button.
    let last = top.iter().rposition(|block| is_furniture(block) || citation(block));
    let Some(last) = last else { return };
    let mut next = 0;
    for (i, block) in top.iter().enumerate() {
        let line = block.span.of(text);
        let kind = if is_furniture(block) {
            PieceKind::Furniture
        } else if !before.catalogue {
            break;
        } else if citation(block) {
            citation::cited(text, block.span, &mut page.provenance);
            PieceKind::Provenance
        } else if page.title.is_none() && page.date.is_none() && is_date(line) {
            page.date = Some(block.span);
            PieceKind::Catalogue
        } else if page.title.is_none() && is_title(line) {
            page.title = Some(block.span);
            PieceKind::Catalogue
        } else if i < last {
            let before = page.provenance.summary.take().map(|written| written.span.start);
            let span = Span::new(before.unwrap_or(block.span.start), block.span.end);
            page.provenance.summary = Some(told(text, span));
            PieceKind::Abstract
        } else {
            break;
        };
        page.pieces.push(piece(kind, block));
        next = i + 1;
    }
    page.title = page.title.or(named);
    page.document.start = next;
}

/// Reads summary, provenance, rights and fields below the document.
fn below(text: &str, blocks: &[Block], layout: &Layout, page: &mut Page) {
    let after = &layout.after;
    if after.begins.is_empty() {
        return;
    }
    let is_mark = |block: &Block, marks: &[String]| {
        let line = bare(block.span.of(text));
        marks.iter().any(|mark| mark == line)
    };
    let from = page.document.start;
    let Some(begin) = blocks[from..].iter().position(|block| is_mark(block, &after.begins)) else {
        return;
    };
    page.document.end = from + begin;
    if after.abstract_before && begin > 0 {
        page.summary = Some(from + begin - 1);
    }
    let mut fact: Option<Fact> = None;
    for block in &blocks[from + begin..] {
        let line = bare(block.span.of(text));
        let kind = if is_mark(block, &after.furniture) {
            fact = after.values.get(line).copied();
            PieceKind::Furniture
        } else if after.rights_starts.iter().any(|start| line.starts_with(start.as_str())) {
            page.provenance.rights.push(told(text, block.span));
            fact = None;
            PieceKind::Rights
        } else {
            if let Some(fact) = fact.take() {
                tell(text, fact, block.span, page);
                continue;
            }
            citation::source(text, block.span, &mut page.provenance);
            PieceKind::Provenance
        };
        page.pieces.push(piece(kind, block));
    }
}

/// Takes from the marks what a page's reader found around the document.
pub(crate) fn marked(text: &str, blocks: &[Block], marks: &[Mark]) -> Page {
    let mut page = Page { document: 0..blocks.len(), ..Page::default() };
    for mark in marks {
        match mark.kind {
            MarkKind::Fact(fact) => tell(text, fact, mark.span, &mut page),
            MarkKind::FieldName | MarkKind::Furniture => {
                page.pieces.push(Piece { kind: PieceKind::Furniture, span: mark.span });
            }
            _ => {}
        }
    }
    let above = claimed(blocks.iter(), page.pieces.iter(), |piece, block| piece.end <= block.start);
    let rest = &blocks[above..];
    let below = claimed(rest.iter().rev(), page.pieces.iter().rev(), |piece, block| {
        piece.start >= block.end
    });
    page.document = above..blocks.len() - below;
    page
}

/// Counts the blocks, from one end, that pieces of the page around the document claim.
fn claimed<'p>(
    blocks: impl Iterator<Item = &'p Block>,
    pieces: impl Iterator<Item = &'p Piece>,
    is_past: impl Fn(Span, Span) -> bool,
) -> usize {
    let mut pieces = pieces.peekable();
    blocks
        .take_while(|block| {
            while pieces.next_if(|piece| is_past(piece.span, block.span)).is_some() {}
            pieces.peek().is_some_and(|piece| piece.span.overlaps(block.span))
        })
        .count()
}

/// Takes what the catalogue tells.
fn tell(text: &str, fact: Fact, span: Span, page: &mut Page) {
    let written = told(text, span);
    let provenance = &mut page.provenance;
    let kind = match fact {
        Fact::Title => {
            page.title.get_or_insert(span);
            PieceKind::Catalogue
        }
        Fact::Date => {
            page.date.get_or_insert(span);
            PieceKind::Catalogue
        }
        Fact::Place => {
            page.place.get_or_insert(span);
            PieceKind::Catalogue
        }
        Fact::Abstract => {
            provenance.summary = Some(written);
            PieceKind::Abstract
        }
        Fact::Rights => {
            provenance.rights.push(written);
            PieceKind::Rights
        }
        Fact::Source => {
            citation::source(text, span, provenance);
            PieceKind::Provenance
        }
        Fact::Repository => fill(&mut provenance.repository, written),
        Fact::Collection => fill(&mut provenance.collection, written),
        Fact::OriginalArchive => fill(&mut provenance.original_archive, written),
        Fact::Translator => fill(&mut provenance.translator, written),
        Fact::Uploaded => fill(&mut provenance.uploaded, written),
        Fact::RecordId => fill(&mut provenance.record_id, written),
        Fact::Classification | Fact::Field => PieceKind::Provenance,
    };
    page.pieces.push(Piece { kind, span });
}

fn fill(fact: &mut Option<Written>, told: Written) -> PieceKind {
    fact.get_or_insert(told);
    PieceKind::Provenance
}

/// Tells whether a line is a date and nothing else.
fn is_date(line: &str) -> bool {
    line.len() <= 60 && dated(line).is_some_and(|found| found.text.len() == line.len())
}
