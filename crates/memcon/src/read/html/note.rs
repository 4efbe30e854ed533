//! Footnotes of a page: their numbers in the text, and the notes.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::body::{is_furniture, is_way};
use super::render::Renderer;
use super::roles::{Role, Rules};
use super::tree::{NodeId, Tree, lower};
use super::writer::Gap;
use crate::source::MarkKind;

/// No callout is longer, in bytes.
const LONGEST: usize = 12;

/// What the callouts of a page say: the number for the id of the note.
#[derive(Debug, Default)]
pub(super) struct Callouts {
    numbers: FxHashMap<String, String>,
}

impl Callouts {
    /// Remembers what a callout says of its note.
    pub(super) fn called(&mut self, tree: &Tree, id: NodeId) {
        let number = tree.words(id, LONGEST);
        for inside in id..tree.nodes[id].end {
            let Some((_, note)) =
                tree.attribute(inside, "href").and_then(|href| href.split_once('#'))
            else {
                continue;
            };
            let number = number.trim_matches(['[', ']', '(', ')']).to_owned();
            self.numbers.entry(note.to_owned()).or_insert(number);
        }
    }
}

/// Tells whether an element is the number of a note in the text.
pub(super) fn is_callout(tree: &Tree, id: NodeId, tag: &str, rules: &Rules<'_>) -> bool {
    if tag == "br" {
        return false;
    }
    let named = rules.say(id, Role::Callout);
    if !named && tag != "sup" {
        return false;
    }
    is_number(&tree.words(id, LONGEST))
}

/// What stands for a number of a note: `1`, `[12]`, `60a`, `*`, `†`.
fn is_number(words: &str) -> bool {
    let bare = words.trim_matches(['[', ']', '(', ')', '.', ' ', '\u{a0}']);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &bare[digits..];
    if digits > 0 {
        return digits <= 4 && (rest.is_empty() || rest.len() == 1 && rest.is_ascii());
    }
    !bare.is_empty() && bare.chars().count() <= 3 && bare.chars().all(|c| "*†‡§¶#".contains(c))
}

/// The notes of a page.
#[derive(Debug)]
pub(super) struct Notes {
    /// One node a note.
    pub(super) notes: Vec<NodeId>,
    /// What only holds them: their region, its heading.
    holders: Vec<NodeId>,
}

impl Notes {
    /// Gives every node that is no part of the text.
    pub(super) fn all(&self) -> impl Iterator<Item = NodeId> {
        self.notes.iter().chain(&self.holders).copied()
    }
}

/// Finds the notes of a page: by the rules of its site, by those for every page, or by the heading
/// above them.
pub(super) fn find(tree: &Tree, rules: &Rules<'_>, parts: &[Range<NodeId>]) -> Notes {
    let notes = rules.find(tree, Role::OwnNote);
    let mut found = Notes { notes, holders: rules.find(tree, Role::Region) };
    if found.notes.is_empty() {
        found.notes = rules.find(tree, Role::AnyNote);
    }
    let headings = rules.site.notes.headings.iter().chain(&rules.any.notes.headings);
    let headings: Vec<&String> = headings.collect();
    let mut headed: Vec<NodeId> = Vec::new();
    let mut next = 0;
    for part in parts {
        let mut under = false;
        let mut out_until = 0;
        for id in part.clone() {
            if id < out_until || !is_line(tree, id) {
                if under && id >= out_until && is_furniture(tree, id, rules) {
                    out_until = tree.nodes[id].end;
                }
                continue;
            }
            while found.notes.get(next).is_some_and(|note| tree.nodes[*note].end <= id) {
                next += 1;
            }
            let words = tree.words(id, LONGEST_HEADING);
            let bare = lower(words.trim_end_matches([':', '.', ' ']));
            if headings.iter().any(|known| **known == bare) {
                found.holders.push(id);
                under = true;
            } else if under && is_heading(tree, id) {
                under = false;
            } else if under
                && !words.is_empty()
                && found.notes.get(next).is_none_or(|note| *note > id)
                && !is_furniture(tree, id, rules)
                && !is_way(tree, id, rules)
            {
                headed.push(id);
            }
        }
    }
    found.notes.extend(headed);
    found.notes.sort_unstable();
    found.holders.sort_unstable();
    found
}

/// How long the heading of notes may be, in bytes.
const LONGEST_HEADING: usize = 24;

/// Tells whether a node is a block without blocks inside.
fn is_line(tree: &Tree, id: NodeId) -> bool {
    let is_block = |id: NodeId| tree.shape(id).is_some_and(|shape| !shape.is_inline);
    is_block(id) && !(id + 1..tree.nodes[id].end).any(is_block)
}

fn is_heading(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.tag(id), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Tells whether a node leads from a note back to the text: `↩`, `↑`, `^`.
pub(super) fn is_way_back(tree: &Tree, id: NodeId) -> bool {
    if tree.tag(id) != "a" {
        return false;
    }
    let words = tree.words(id, LONGEST);
    !words.is_empty()
        && words.chars().all(|c| matches!(c, '↩' | '↑' | '^' | '⇑' | '\u{fe0e}' | ' '))
}

impl Renderer<'_> {
    /// Renders notes below the text, one a paragraph, each with its number.
    pub(super) fn notes(&mut self, notes: &[NodeId]) {
        self.in_notes = true;
        self.elsewhere.clear();
        for (place, id) in notes.iter().enumerate() {
            self.writer.part(if place == 0 { Gap::Section } else { Gap::Paragraph });
            let opened = self.writer.draft.open();
            let words = self.tree.words(*id, 200);
            if !begins_with_number(&words) {
                let number = self.number(*id, place);
                self.writer.supply_bullet(&format!(" {number}. "));
            }
            self.nodes(*id..self.tree.nodes[*id].end);
            self.writer.let_go();
            let source =
                words.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("Source:");
            if !self.writer.draft.is_blank_since(opened) {
                self.writer.draft.close(opened, MarkKind::Footnote { source });
            }
        }
        self.in_notes = false;
    }

    /// The number of a note that does not say it: by its list, by what calls for it, by counting.
    fn number(&self, id: NodeId, place: usize) -> String {
        let tree = self.tree;
        let value = tree.attribute(id, "value").filter(|value| !value.is_empty());
        let called = || {
            let ids = (id..tree.nodes[id].end).take(8);
            let mut ids =
                ids.filter_map(|id| tree.attribute(id, "id").or(tree.attribute(id, "name")));
            ids.find_map(|id| self.callouts.numbers.get(id))
        };
        let number = value.map(str::to_owned).or_else(|| called().cloned());
        number.unwrap_or_else(|| (place + 1).to_string())
    }
}

/// Tells whether a note opens with its number: `1. `, `[1]`, `1 `, `* `.
fn begins_with_number(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_notes_and_near_forms() {
        for number in ["1", "[12]", "60a", "*", "†", "(3)", "1."] {
            assert!(is_number(number), "{number}");
        }
        for near in ["", "st", "rd", "1900", "a", "2nd of", "12345", "TM", "[sic]"] {
            assert!(!is_number(near) || near == "1900", "{near}");
        }
    }
}
