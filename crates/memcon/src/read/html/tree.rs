//! A saved page as a tree: elements and texts in order of the file, each with its place there.
//!
//! The nodes stand in one list, a node before what is inside it, so that the tree is walked without
//! recursion however deep a page is nested.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::shape;
use super::shape::Shape;

/// A place in [`Tree::nodes`].
pub(crate) type NodeId = usize;

/// A page, parsed.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    /// The characters of every text, references resolved.
    pub(crate) text: String,
    /// Where they stand in the file.
    pub(crate) runs: Vec<Run>,
    pub(super) attributes: Vec<Attribute>,
    pub(super) values: String,
    pub(super) names: Names,
    /// The address in the comment that a browser writes at the top of what it saves.
    pub(crate) saved_from: Option<String>,
}

/// An element or a text.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) parent: Option<NodeId>,
    /// The node after the last one inside this.
    pub(crate) end: NodeId,
    pub(crate) what: What,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Element {
        name: Name,
        attributes: Range<u32>,
        /// Where in [`Tree::text`] its end tag stood.
        closed: usize,
    },
    /// A stretch of [`Tree::text`].
    Text(Range<usize>),
}

/// Characters that stand in the file as they are, or in place of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// Where it begins in [`Tree::text`]; it ends where the next one begins.
    pub(crate) at: usize,
    /// Where it begins in the file.
    pub(crate) file: usize,
    /// How many bytes of the file it stands for.
    pub(crate) len: usize,
}

#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) name: Name,
    pub(super) value: Range<usize>,
}

/// The name of a tag or an attribute, in lower case; a number for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub(crate) struct Name(pub(super) u16);

/// The names that a page uses; those of [`shape::NAMES`] have their own numbers.
#[derive(Debug)]
pub(super) struct Names {
    known: FxHashMap<String, Name>,
    written: Vec<String>,
    shapes: Vec<&'static Shape>,
}

impl Default for Names {
    fn default() -> Self {
        let mut names =
            Self { known: FxHashMap::default(), written: Vec::new(), shapes: Vec::new() };
        for name in shape::NAMES {
            names.of(name);
        }
        names
    }
}

impl Names {
    pub(super) fn of(&mut self, written: &str) -> Name {
        if let Some(name) = self.known.get(written) {
            return *name;
        }
        // The first name stands for what there are too many of.
        let Ok(next) = u16::try_from(self.written.len()) else { return Name::default() };
        self.known.insert(written.to_owned(), Name(next));
        self.written.push(written.to_owned());
        self.shapes.push(shape::shape(written));
        Name(next)
    }

    pub(super) fn shape(&self, name: Name) -> &'static Shape {
        self.shapes.get(usize::from(name.0)).copied().unwrap_or_else(|| shape::shape(""))
    }

    pub(super) fn written(&self, name: Name) -> &str {
        self.written.get(usize::from(name.0)).map_or("", String::as_str)
    }
}

/// Gives words of a page's own furniture in lower case.
pub(super) fn lower(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).collect()
}

impl Tree {
    /// Gives the tag's name of an element; nothing for a text.
    pub(crate) fn tag(&self, id: NodeId) -> &str {
        match &self.nodes[id].what {
            What::Element { name, .. } => self.names.written(*name),
            What::Text(_) => "",
        }
    }

    /// Gives the shape of an element; nothing for a text.
    pub(crate) fn shape(&self, id: NodeId) -> Option<&'static Shape> {
        match &self.nodes[id].what {
            What::Element { name, .. } => Some(self.names.shape(*name)),
            What::Text(_) => None,
        }
    }

    /// Gives the characters of a text; nothing for an element.
    pub(crate) fn characters(&self, id: NodeId) -> &str {
        match &self.nodes[id].what {
            What::Element { .. } => "",
            What::Text(range) => &self.text[range.clone()],
        }
    }

    /// Gives the value of an attribute.
    pub(crate) fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        let What::Element { attributes, .. } = &self.nodes[id].what else { return None };
        let attributes = attributes.start as usize..attributes.end as usize;
        let found = self.attributes[attributes].iter();
        let mut found = found.filter(|attribute| self.names.written(attribute.name) == name);
        found.next().map(|attribute| &self.values[attribute.value.clone()])
    }

    /// Gives the attributes of an element, names and values.
    pub(crate) fn attributes(&self, id: NodeId) -> impl Iterator<Item = (&str, &str)> {
        let range = match &self.nodes[id].what {
            What::Element { attributes, .. } => attributes.start as usize..attributes.end as usize,
            What::Text(_) => 0..0,
        };
        let found = self.attributes[range].iter();
        found.map(|one| (self.names.written(one.name), &self.values[one.value.clone()]))
    }

    /// Gives the classes of an element.
    pub(crate) fn classes(&self, id: NodeId) -> impl Iterator<Item = &str> {
        self.attribute(id, "class").unwrap_or("").split_ascii_whitespace()
    }

    /// Gives a node and what is inside it.
    pub(crate) fn part(&self, id: NodeId) -> Range<NodeId> {
        id..self.nodes[id].end
    }

    /// Gives the nodes directly inside a node.
    pub(crate) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.siblings(id + 1..self.nodes[id].end)
    }

    /// Gives the nodes directly inside a part of a page: of one element, what is inside it.
    pub(crate) fn children_of(&self, part: Range<NodeId>) -> impl Iterator<Item = NodeId> {
        let one = self.nodes.get(part.start).is_some_and(|node| node.end == part.end);
        self.siblings(part.start + usize::from(one)..part.end)
    }

    fn siblings(
        &self,
        Range { start: mut next, end }: Range<NodeId>,
    ) -> impl Iterator<Item = NodeId> {
        std::iter::from_fn(move || {
            let this = (next < end).then_some(next)?;
            next = self.nodes[this].end;
            Some(this)
        })
    }

    /// Gives a node's characters, white space squeezed; at most so many bytes are looked at.
    pub(crate) fn words(&self, id: NodeId, most: usize) -> String {
        let mut words = String::new();
        let mut apart = false;
        for inside in id..self.nodes[id].end {
            match &self.nodes[inside].what {
                What::Element { name, .. } => {
                    apart |=
                        !self.names.shape(*name).is_inline || self.names.written(*name) == "br";
                }
                What::Text(range) => {
                    let text = &self.text[range.clone()];
                    apart |= text.starts_with(char::is_whitespace);
                    for word in text.split_whitespace() {
                        if apart && !words.is_empty() {
                            words.push(' ');
                        }
                        words.push_str(word);
                        apart = true;
                        if words.len() > most {
                            return words;
                        }
                    }
                    apart = text.ends_with(char::is_whitespace) || apart && text.is_empty();
                }
            }
        }
        words
    }
}
