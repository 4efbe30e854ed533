//! From the tokenizer's events to a [`Tree`].
//!
//! html5gum tokenizes; this decides what is inside what: which elements have no end tag, which end
//! tags another implies, and what an end tag without its beginning means. A page may be as torn
//! as it likes: every character of it comes out once, and every step takes constant time.

use std::ops::Range;

use super::shape::{Closing, Shape};
use super::tree::{Attribute, Name, Node, NodeId, Run, Tree, What};

/// How deep elements may be nested; deeper ones stand beside each other.
const DEEPEST: usize = 250;
/// How many nodes are kept; the elements of a larger page are not told apart beyond them.
const MOST: usize = 8_000_000;
/// How long a value may be; of a longer one the beginning is kept.
const LONGEST_VALUE: usize = 2048;
/// How many attributes of an element are kept.
const MOST_ATTRIBUTES: usize = 48;

/// A tree in the making.
#[derive(Debug, Default)]
pub(super) struct Builder {
    tree: Tree,
    /// The characters of every text, until they are known to be whole.
    text: Vec<u8>,
    open: Vec<Open>,
    /// Where elements of a name are open, by the name's number.
    named: Vec<Vec<usize>>,
    /// Where elements are open that are no formatting.
    blocks: Vec<usize>,
    /// Whether an end tag stood here that could not end its element.
    parted: bool,
    /// Whether an element without text for readers is open: a script.
    silent: bool,
    /// Whether `<p/>` is an empty element, as in XHTML.
    pub(super) xhtml: bool,
}

/// An element that has begun and not ended.
#[derive(Debug)]
struct Open {
    node: NodeId,
    name: Name,
    shape: &'static Shape,
    /// Whether its end tag has been seen although it cannot end yet: `<b><p>…</b>…</p>`.
    ended: bool,
}

/// A tag, as the tokenizer reads it.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) is_empty: bool,
    /// Names and values, one after the other.
    words: String,
    attributes: Vec<(Range<usize>, Range<usize>)>,
}

impl Tag {
    /// Begins a tag.
    pub(super) fn begin(&mut self) {
        self.name.clear();
        self.is_empty = false;
        self.words.clear();
        self.attributes.clear();
    }

    /// Begins an attribute, if there is room for one.
    pub(super) fn push_attribute(&mut self, name: &str) {
        if self.attributes.len() <= MOST_ATTRIBUTES {
            let start = self.words.len();
            self.words.push_str(name);
            let end = self.words.len();
            self.attributes.push((start..end, end..end));
        }
    }

    /// Adds to the last attribute's value, up to a length.
    pub(super) fn push_value(&mut self, part: &str) {
        let Some((_, value)) = self.attributes.last_mut() else { return };
        let mut room = LONGEST_VALUE.saturating_sub(value.len()).min(part.len());
        while !part.is_char_boundary(room) {
            room -= 1;
        }
        self.words.push_str(&part[..room]);
        value.end = self.words.len();
    }
}

impl Builder {
    /// Begins a tree; of XHTML, where `<p/>` is an empty element, or of HTML, where it is not.
    pub(super) fn new(xhtml: bool) -> Self {
        Self { xhtml, ..Self::default() }
    }

    /// Takes a start tag.
    pub(super) fn start(&mut self, tag: &Tag) {
        let name = self.tree.names.of(&tag.name);
        let shape = self.tree.names.shape(name);
        self.silent = false;
        if self.tree.nodes.len() >= MOST {
            return;
        }
        for closing in shape.closes {
            self.imply(closing);
        }
        if self.open.len() >= DEEPEST {
            self.pop();
        }
        let first = self.tree.attributes.len();
        for (attribute, value) in &tag.attributes {
            let name = self.tree.names.of(&tag.words[attribute.clone()]);
            let start = self.tree.values.len();
            self.tree.values.push_str(&tag.words[value.clone()]);
            self.tree.attributes.push(Attribute { name, value: start..self.tree.values.len() });
        }
        let range = index(first)..index(self.tree.attributes.len());
        let what = What::Element { name, attributes: range, closed: usize::MAX };
        let node = self.push(what);
        if shape.is_void || tag.is_empty && self.xhtml {
            return;
        }
        self.silent = shape.is_silent;
        let place = self.open.len();
        let of_name = self.of_name(name);
        of_name.push(place);
        if !shape.is_inline {
            self.blocks.push(place);
        }
        self.open.push(Open { node, name, shape, ended: false });
    }

    /// Takes an end tag; one that ends nothing is passed over.
    pub(super) fn end(&mut self, name: &str) {
        self.silent = false;
        let id = self.tree.names.of(name);
        let shape = self.tree.names.shape(id);
        let Some(place) = self.of_name(id).last().copied() else {
            if matches!(name, "p" | "br") {
                // Between words it parts them all the same.
                self.start(&Tag { name: name.to_owned(), ..Tag::default() });
                if let Some(place) = self.of_name(id).last().copied() {
                    self.close(place);
                }
            }
            return;
        };
        if shape.is_inline && self.blocks.last().is_some_and(|block| *block > place) {
            // It cannot end before what is inside it does; what follows is not inside it.
            let Open { node, .. } = self.open[place];
            let text = self.text.len();
            if let What::Element { closed, .. } = &mut self.tree.nodes[node].what {
                *closed = text;
            }
            self.open[place].ended = true;
            self.parted = true;
            self.of_name(id).pop();
            return;
        }
        if self.innermost(shape.stops).is_some_and(|barrier| barrier > place) {
            return;
        }
        self.close(place);
    }

    /// Takes characters; `file` is where they stand.
    pub(super) fn characters(&mut self, characters: &[u8], file: Range<usize>) {
        if self.silent || characters.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.extend_from_slice(characters);
        let parted = std::mem::take(&mut self.parted);
        let goes_on = match self.tree.nodes.last_mut() {
            Some(Node { what: What::Text(range), parent, .. })
                if *parent == self.open.last().map(|open| open.node)
                    && range.end == start
                    && !parted =>
            {
                range.end = self.text.len();
                true
            }
            Some(_) | None => false,
        };
        if !goes_on {
            self.push(What::Text(start..self.text.len()));
        }
        let as_written = file.len() == characters.len();
        match self.tree.runs.last_mut() {
            Some(last)
                if as_written
                    && last.len == start - last.at
                    && last.file + last.len == file.start =>
            {
                last.len += file.len();
            }
            Some(_) | None => {
                self.tree.runs.push(Run { at: start, file: file.start, len: file.len() });
            }
        }
    }

    /// Takes a comment: browsers write there where a page came from.
    pub(super) fn comment(&mut self, comment: &str) {
        let Some((_, rest)) = comment.split_once("saved from url=") else { return };
        let address = rest.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
        let address: String = address.chars().take_while(|c| !c.is_whitespace()).collect();
        self.tree.saved_from.get_or_insert(address);
    }

    /// Gives the tree.
    pub(super) fn finish(mut self) -> Tree {
        while !self.open.is_empty() {
            self.pop();
        }
        self.tree.text =
            String::from_utf8(self.text).unwrap_or_else(|error| whole(error.into_bytes()));
        self.tree
    }

    fn push(&mut self, what: What) -> NodeId {
        let id = self.tree.nodes.len();
        let parent = self.open.last().map(|open| open.node);
        self.tree.nodes.push(Node { parent, end: id + 1, what });
        id
    }

    fn of_name(&mut self, Name(number): Name) -> &mut Vec<usize> {
        let number = usize::from(number);
        if self.named.len() <= number {
            self.named.resize_with(number + 1, Vec::new);
        }
        &mut self.named[number]
    }

    /// The innermost open element of some names.
    fn innermost(&self, names: &[Name]) -> Option<usize> {
        let open = |name: &Name| self.named.get(usize::from(name.0))?.last().copied();
        names.iter().filter_map(open).max()
    }

    /// Ends what a start tag ends without saying so.
    fn imply(&mut self, closing: &Closing) {
        let Some(place) = self.innermost(closing.names) else { return };
        if self.innermost(closing.within).is_none_or(|barrier| barrier < place) {
            self.close(place);
        }
    }

    fn close(&mut self, place: usize) {
        while self.open.len() > place {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.tree.nodes[open.node].end = self.tree.nodes.len();
        if !open.ended {
            self.of_name(open.name).pop();
        }
        if !open.shape.is_inline {
            self.blocks.pop();
        }
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Puts a mark for every byte that is no character; the tokenizer of valid text makes none.
fn whole(mut bytes: Vec<u8>) -> String {
    loop {
        match String::from_utf8(bytes) {
            Ok(text) => return text,
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                bytes = error.into_bytes();
                bytes[at] = b'?';
            }
        }
    }
}
