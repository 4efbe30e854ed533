//! A saved web page: page furniture told from the document, what the markup says kept as marks.
//!
//! ```text
//! file ─tokens, builder─▶ tree ─layout: which site, where is what─▶ facts, body, notes
//!      ─render─▶ reading text, marks, the way back to bytes of the file
//! ```
//!
//! What is particular to a site is data: the `[html]` table of its layout. What holds for every page
//! is in `data/pages.toml`, of the same form.

mod body;
mod builder;
mod catalogue;
mod index;
mod note;
mod refuse;
mod render;
mod roles;
mod select;
mod shape;
mod style;
mod table;
mod tokens;
mod tree;
mod writer;

use std::ops::Range;
use std::sync::LazyLock;

use self::body::Weight;
use self::catalogue::Told;
use self::index::Index;
use self::render::Renderer;
use self::roles::Rules;
use self::tree::{NodeId, Tree};
use self::writer::Gap;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::layout;
use crate::layout::Layout;
use crate::source::{EncodedDate, Entry, Fact, MarkKind, Source};
use crate::span::Span;

/// Reads a page; by the layout asked for, or by the one of its site.
pub(crate) fn html(file: &str, asked: Option<&Layout>) -> Source {
    let tree = tokens::tree(file);
    let addresses = addresses(&tree);
    let layout = asked.unwrap_or_else(|| recognise(&tree, &addresses));
    let rules = Rules::new(&tree, &layout.html);
    let mut source = page(&tree, &rules);
    source.layout = Some(layout.name.clone());
    source.entry.url = addresses.into_iter().next();
    source
}

fn page(tree: &Tree, rules: &Rules<'_>) -> Source {
    let whole = 0..tree.nodes.len();
    let mut parts = body::of_site(tree, rules.site);
    let by_site = !parts.is_empty();
    if let Some(what) = refuse::refused(tree, rules, by_site) {
        return refused(tree, rules, what, whole);
    }
    if !by_site {
        let weight = Weight::of(tree, rules);
        let part = body::by_weight(tree, &weight, rules);
        if body::is_list_of_links(tree, &weight, &part) {
            return refused(tree, rules, "a list of links", part);
        }
        parts = vec![part];
    }
    let told = catalogue::told(tree, rules, &parts);
    let mut renderer = Renderer::new(tree, rules);
    // A site that points at the whole page does not say what on it is furniture.
    renderer.drops_furniture = !by_site || parts.iter().any(|part| tree.tag(part.start) == "body");
    let (above, below): (Vec<&Told>, Vec<&Told>) =
        told.iter().partition(|told| told.fact.is_above());
    for told in above {
        renderer.fact(told);
    }
    let notes = note::find(tree, rules, &parts);
    renderer.keep_apart(&told, &notes);
    for part in &parts {
        renderer.writer.part(Gap::Paragraph);
        renderer.nodes(part.clone());
    }
    renderer.notes(&notes.notes);
    for told in below {
        renderer.fact(told);
    }
    renderer.writer.draft.finish(Entry { date: encoded(tree, &told), ..Entry::default() })
}

/// Gives the catalogue's date as a machine reads it, where the page tells it so.
fn encoded(tree: &Tree, told: &[Told]) -> Option<EncodedDate> {
    let date = told.iter().find(|told| told.fact == Fact::Date)?;
    let mut nodes = date.parts.iter().flat_map(Clone::clone);
    let written = nodes
        .find_map(|id| tree.attribute(id, "datetime").or_else(|| tree.attribute(id, "content")))?;
    let day = written.get(..10).filter(|day| {
        day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && day.contains('-')
    });
    day.map(|day| EncodedDate { from: Some(day.to_owned()), to: None })
}

/// A page that is no document: what it says is furniture.
fn refused(tree: &Tree, rules: &Rules<'_>, what: &str, part: Range<NodeId>) -> Source {
    let mut renderer = Renderer::new(tree, rules);
    renderer.drops_furniture = true;
    let opened = renderer.writer.draft.open();
    renderer.nodes(part);
    if !renderer.writer.draft.is_blank_since(opened) {
        renderer.writer.draft.close(opened, MarkKind::Furniture);
    }
    let mut source = renderer.writer.draft.finish(Entry::default());
    let kind = DiagnosticKind::NotADocument { page: what.to_owned() };
    source.diagnostics.push(Diagnostic { span: Span::new(0, 0), kind });
    source
}

/// Gives the addresses that a page says are its own, the surest first.
fn addresses(tree: &Tree) -> Vec<String> {
    let head = (0..tree.nodes.len()).take_while(|id| tree.tag(*id) != "body").take(2000);
    let (mut canonical, mut other) = (Vec::new(), Vec::new());
    for id in head {
        let attribute = |name: &str| tree.attribute(id, name);
        match tree.tag(id) {
            "link" if attribute("rel") == Some("canonical") => canonical.extend(attribute("href")),
            "meta" if attribute("property") == Some("og:url") => other.extend(attribute("content")),
            "base" => other.extend(attribute("href")),
            _ => {}
        }
    }
    let saved = tree.saved_from.as_deref();
    let all = canonical.into_iter().chain(saved).chain(other);
    all.filter(|address| address.contains("//")).map(str::to_owned).collect()
}

/// Tells whether a text begins as only texts of a site do.
fn says(tree: &Tree, id: NodeId, layout: &Layout) -> bool {
    let says = &layout.html.says;
    !says.is_empty() && {
        let words = tree.characters(id).trim_start();
        says.iter().any(|known| words.starts_with(known.as_str()))
    }
}

/// What only the pages of a site have, by the place of its layout.
static KNOWN: LazyLock<Index<'static, usize>> = LazyLock::new(|| {
    let all = layout::all().iter().enumerate();
    Index::of(all.flat_map(|(at, layout)| layout.html.know.iter().map(move |one| (one, at))))
});

/// Finds the layout of a page's site: by what only its pages have, or by the page's address.
fn recognise(tree: &Tree, addresses: &[String]) -> &'static Layout {
    let of_site = |layout: &&Layout| {
        addresses.iter().any(|address| refuse::is_of_site(address, &layout.html))
    };
    let all = layout::all();
    let mut found = vec![false; all.len()];
    for id in 0..tree.nodes.len() {
        if tree.tag(id).is_empty() {
            for (layout, found) in all.iter().zip(&mut found) {
                *found |= says(tree, id, layout);
            }
        } else {
            KNOWN.meanings(tree, id, |at| found[at] = true);
        }
    }
    let known: Vec<&'static Layout> =
        all.iter().zip(found).filter(|(_, found)| *found).map(|(layout, _)| layout).collect();
    let by_both = known.iter().copied().find(of_site);
    by_both
        .or_else(|| layout::all().iter().find(of_site))
        .or_else(|| known.first().copied())
        .unwrap_or_else(layout::fallback)
}
