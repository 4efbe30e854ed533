//! What a page says of the document besides its words: facts by place, and fields by name.

use std::ops::Range;

use super::render::Renderer;
use super::roles::{Role, Rules};
use super::tree::{NodeId, Tree, What, lower};
use super::writer::Gap;
use crate::source::{Fact, MarkKind};

/// A fact of the catalogue and where it stands.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) fact: Fact,
    /// The name of the field, if it has one.
    pub(super) name: Option<NodeId>,
    pub(super) parts: Vec<Range<NodeId>>,
}

/// How long a field's name may be, in bytes.
const LONGEST_NAME: usize = 60;

/// How often a fact or a field is told at most.
const MOST_FACTS: usize = 16;
const MOST_FIELDS: usize = 400;

/// Finds what a page's catalogue says outside the document, in order of the page.
pub(super) fn told(tree: &Tree, rules: &Rules<'_>, document: &[Range<NodeId>]) -> Vec<Told> {
    let site = rules.site;
    let labels = rules.all(Role::Label);
    let mut found = Vec::new();
    let whole = 0..tree.nodes.len();
    for (fact, selectors) in &site.catalogue.facts {
        let by_selector = selectors.iter().map(|selector| {
            let nodes = tree.find(whole.clone(), std::slice::from_ref(selector));
            nodes.into_iter().filter(|id| !tree.words(*id, 1).is_empty()).collect::<Vec<_>>()
        });
        let Some(nodes) = by_selector.into_iter().find(|nodes| !nodes.is_empty()) else { continue };
        let most = if fact.is_single() { 1 } else { MOST_FACTS };
        for id in nodes.iter().take(most) {
            found.push(Told { fact: *fact, name: None, parts: Vec::from([tree.part(*id)]) });
        }
    }
    if !site.catalogue.facts.contains_key(&Fact::Title)
        && let Some(id) = titled(tree)
    {
        found.push(Told { fact: Fact::Title, name: None, parts: Vec::from([tree.part(id)]) });
    }
    let facts = found.len();
    for label in labels.iter().copied().take(MOST_FIELDS) {
        let name = field_name(&tree.words(label, LONGEST_NAME));
        let fact = site.catalogue.fields.get(&name).copied().unwrap_or(Fact::Field);
        let parts = value(tree, &labels, label);
        let told = found[..facts].iter().flat_map(|told| &told.parts);
        // What holds the document is no field, nor is what a rule tells already.
        let taken = |part: &Range<NodeId>| {
            told.clone().chain(document).any(|other| {
                part.start <= other.start && other.start < part.end
                    || other.start <= part.start
                        && part.start < other.end
                        && !other.contains(&label)
            })
        };
        if name.len() <= LONGEST_NAME && !parts.is_empty() && !parts.iter().any(taken) {
            found.push(Told { fact, name: Some(label), parts });
        }
    }
    found.sort_by_key(|told| told.parts.first().map_or(0, |part| part.start));
    found
}

/// A field's name as layouts write it: `Author(s):` is `author`.
fn field_name(written: &str) -> String {
    let bare = lower(written.trim_end_matches([':', ' ', '\u{a0}']));
    bare.strip_suffix("(s)").unwrap_or(&bare).to_owned()
}

/// What follows a field's name: the rest of the line, or the next element and those of its kind.
fn value(tree: &Tree, labels: &[NodeId], label: NodeId) -> Vec<Range<NodeId>> {
    let mut holder = label;
    // The name may be wrapped.
    for _ in 0..3 {
        let parent = tree.nodes[holder].parent;
        let end = parent.map_or(tree.nodes.len(), |parent| tree.nodes[parent].end);
        let parts = following(tree, labels, holder, end);
        if !parts.is_empty() || has_label(labels, &(tree.nodes[holder].end..end)) {
            return parts;
        }
        let Some(parent) = parent else { break };
        holder = parent;
    }
    Vec::new()
}

fn following(tree: &Tree, labels: &[NodeId], holder: NodeId, end: NodeId) -> Vec<Range<NodeId>> {
    let mut parts: Vec<Range<NodeId>> = Vec::new();
    let mut kind: Option<NodeId> = None;
    let mut next = tree.nodes[holder].end;
    while next < end {
        let part = next..tree.nodes[next].end;
        next = part.end;
        let id = part.start;
        let is_block = tree.shape(id).is_some_and(|shape| !shape.is_inline);
        let says = part.clone().any(|id| tree.characters(id).chars().any(char::is_alphanumeric));
        match kind {
            Some(first) if !is_alike(tree, first, id) && (says || is_block) => break,
            Some(first) if !is_alike(tree, first, id) => {}
            Some(_) if has_label(labels, &part) => break,
            Some(_) => parts.push(part),
            None if has_label(labels, &part) => break,
            None if is_heading(tree, id) || tree.tag(id) == "br" && !parts.is_empty() => break,
            None if is_block && parts.is_empty() && says => {
                kind = Some(id);
                parts.push(part);
            }
            None if is_block && parts.is_empty() => {}
            None if is_block => break,
            None if says => parts.push(part),
            None => {}
        }
    }
    parts
}

fn has_label(labels: &[NodeId], part: &Range<NodeId>) -> bool {
    let next = labels.partition_point(|label| *label < part.start);
    labels.get(next).is_some_and(|label| *label < part.end)
}

/// Tells whether two elements are of one kind: tag and classes.
fn is_alike(tree: &Tree, one: NodeId, other: NodeId) -> bool {
    tree.tag(one) == tree.tag(other)
        && tree.attribute(one, "class") == tree.attribute(other, "class")
}

fn is_heading(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// How many headings are compared with the page's title.
const HEADINGS: usize = 12;

/// Finds the heading that the page's own title repeats, where no rule says which it is.
fn titled(tree: &Tree) -> Option<NodeId> {
    let title = (0..tree.nodes.len()).find(|id| tree.tag(*id) == "title")?;
    let title = lower(&tree.words(title, 400));
    let mut headings = (0..tree.nodes.len()).filter(|id| is_heading(tree, *id)).take(HEADINGS);
    headings.find(|id| {
        let words = lower(&tree.words(*id, 400));
        words.len() > 8 && title.starts_with(words.as_str())
    })
}

impl Fact {
    /// Tells whether a page has it once.
    fn is_single(self) -> bool {
        !matches!(self, Fact::Rights | Fact::Field)
    }

    /// Tells whether it stands above the document.
    pub(super) fn is_above(self) -> bool {
        matches!(self, Fact::Title | Fact::Date | Fact::Place | Fact::Abstract)
    }
}

impl Renderer<'_> {
    /// Renders a fact on lines of its own, after its field's name.
    pub(super) fn fact(&mut self, told: &Told) {
        self.writer.part(Gap::Paragraph);
        self.writer.is_flat = told.fact != Fact::Abstract;
        if let Some(name) = told.name {
            let opened = self.writer.draft.open();
            let was_colon = self.tree.words(name, LONGEST_NAME).ends_with(':');
            self.texts(name..self.tree.nodes[name].end);
            if !was_colon {
                self.writer.forget_space();
                self.writer.supply(":");
            }
            self.writer.draft.close(opened, MarkKind::FieldName);
            self.writer.part(Gap::Space);
        }
        let opened = self.writer.draft.open();
        for part in &told.parts {
            self.texts(part.clone());
            self.writer.part(Gap::Space);
        }
        self.writer.forget_space();
        if !self.writer.draft.is_blank_since(opened) {
            self.writer.draft.close(opened, MarkKind::Fact(told.fact));
        }
        self.writer.is_flat = false;
        self.writer.part(Gap::Paragraph);
    }

    /// Renders words without marks; several blocks become several values.
    fn texts(&mut self, nodes: Range<NodeId>) {
        let mut owed = false;
        let start = self.writer.draft.open();
        for id in nodes {
            match &self.tree.nodes[id].what {
                What::Element { .. } => {
                    owed |= self.tree.shape(id).is_some_and(|shape| !shape.is_inline)
                        || matches!(self.tree.tag(id), "br");
                }
                What::Text(range) => {
                    let words = self.tree.characters(id);
                    if words.trim_matches([' ', '\n', '\t', '\r', ':', '\u{a0}']).is_empty() {
                        continue;
                    }
                    if owed && !self.writer.draft.is_blank_since(start) {
                        self.writer.forget_space();
                        self.writer.supply(if self.writer.is_flat { "; " } else { "" });
                        self.writer.part(Gap::Paragraph);
                    }
                    owed = false;
                    let colon = words.len() - words.trim_start_matches([':', ' ', '\u{a0}']).len();
                    let skipped = if self.writer.draft.is_blank_since(start) { colon } else { 0 };
                    self.writer.characters(range.start + skipped..range.end);
                }
            }
        }
    }
}
