//! Where on a page the document is: where its site says, or where most of its words stand.

use std::ops::Range;

use super::roles::{Role, Rules};
use super::tree::{NodeId, Tree, lower};
use crate::layout::Html;

/// Gives the parts of a page that are the document, by its site's rules; none if they find none.
pub(super) fn of_site(tree: &Tree, site: &Html) -> Vec<Range<NodeId>> {
    for selector in &site.body {
        let found = tree.find(0..tree.nodes.len(), std::slice::from_ref(selector));
        let words = |id: &NodeId| !tree.words(*id, 1).is_empty();
        let found: Vec<Range<NodeId>> =
            found.into_iter().filter(words).map(|id| id..tree.nodes[id].end).collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// What the words of a page weigh.
#[derive(Debug)]
pub(super) struct Weight {
    /// Characters of text outside links before a node.
    text: Vec<usize>,
    /// Characters inside links before a node.
    links: Vec<usize>,
}

impl Weight {
    pub(super) fn of(tree: &Tree, rules: &Rules<'_>) -> Self {
        let count = tree.nodes.len();
        let (mut text, mut links) = (Vec::with_capacity(count + 1), Vec::with_capacity(count + 1));
        let (mut words, mut linked) = (0, 0);
        let (mut out_until, mut link_until) = (0, 0);
        for id in 0..count {
            text.push(words);
            links.push(linked);
            if id < out_until {
                continue;
            }
            let tag = tree.tag(id);
            if tag == "a" && tree.attribute(id, "href").is_some() {
                link_until = link_until.max(tree.nodes[id].end);
            } else if !tag.is_empty() && is_furniture(tree, id, rules) {
                out_until = tree.nodes[id].end;
            } else {
                let weight: usize = tree.characters(id).split_whitespace().map(str::len).sum();
                *(if id < link_until { &mut linked } else { &mut words }) += weight;
            }
        }
        text.push(words);
        links.push(linked);
        Self { text, links }
    }

    fn words(&self, range: &Range<NodeId>) -> usize {
        self.text[range.end] - self.text[range.start]
    }

    fn linked(&self, range: &Range<NodeId>) -> usize {
        self.links[range.end] - self.links[range.start]
    }
}

/// Tells whether an element is furniture of a page: a menu, a form, what is related.
pub(super) fn is_furniture(tree: &Tree, id: NodeId, rules: &Rules<'_>) -> bool {
    if tree.tag(id) == "header" {
        // The only heading of the first order may stand there.
        return !(id..tree.nodes[id].end).any(|id| tree.tag(id) == "h1");
    }
    rules.say(id, Role::Drop) || rules.say(id, Role::Furniture)
}

/// How long a line that leads elsewhere may be, in bytes.
const LONGEST_WAY: usize = 80;
/// How many links stand in one.
const MOST_WAYS: usize = 24;

/// Tells whether a line only leads elsewhere: several links and nothing else, or one that begins as
/// such lines do.
pub(super) fn is_way(tree: &Tree, id: NodeId, rules: &Rules<'_>) -> bool {
    if tree.shape(id).is_none_or(|shape| shape.is_inline) {
        return false;
    }
    let mut links = 0;
    let mut next = id;
    while next < tree.nodes[id].end {
        if links > MOST_WAYS {
            return false;
        }
        if tree.tag(next) == "a" && tree.attribute(next, "href").is_some() {
            next = tree.nodes[next].end;
            links += 1;
        } else if tree.characters(next).chars().any(char::is_alphanumeric) {
            return false;
        } else {
            next += 1;
        }
    }
    let words = lower(&tree.words(id, LONGEST_WAY));
    let mut ways = rules.site.ways.iter().chain(&rules.any.ways);
    links > 1 && !holds_blocks(tree, id)
        || links == 1
            && words.len() <= LONGEST_WAY
            && ways.any(|way| words.starts_with(way.as_str()))
}

/// Gives the part of a page where most of its words stand.
pub(super) fn by_weight(tree: &Tree, weight: &Weight, rules: &Rules<'_>) -> Range<NodeId> {
    let whole = 0..tree.nodes.len();
    let all = weight.words(&whole);
    let mut best = whole.clone();
    for selector in &rules.any.body {
        let found = tree.find(whole.clone(), std::slice::from_ref(selector));
        let parts = found.into_iter().map(|id| id..tree.nodes[id].end);
        let heaviest = parts.max_by_key(|part| weight.words(part));
        if let Some(part) = heaviest.filter(|part| weight.words(part) * 10 > all * 6) {
            best = part;
            break;
        }
    }
    // Into what holds nearly everything, but not into what parts words of one paragraph.
    loop {
        let words = weight.words(&best);
        let inner = tree.children_of(best.clone()).find(|id| {
            let part = *id..tree.nodes[*id].end;
            tree.shape(*id).is_some_and(|shape| !shape.is_inline)
                && weight.words(&part) * 100 >= words * 97
        });
        match inner {
            Some(id) if words > 0 && holds_blocks(tree, id) => best = id..tree.nodes[id].end,
            Some(_) | None => return best,
        }
    }
}

fn holds_blocks(tree: &Tree, id: NodeId) -> bool {
    !matches!(tree.tag(id), "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "pre" | "tr")
        && tree.children(id).any(|child| tree.shape(child).is_some_and(|shape| !shape.is_inline))
}

/// Tells whether a part of a page is mostly links.
pub(super) fn is_list_of_links(tree: &Tree, weight: &Weight, part: &Range<NodeId>) -> bool {
    let links = part.clone().filter(|id| tree.tag(*id) == "a").count();
    links >= 10 && weight.linked(part) * 2 > (weight.words(part) + weight.linked(part))
}
