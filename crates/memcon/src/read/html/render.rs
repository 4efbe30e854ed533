//! From the parts of a page that are the document to the reading text and its marks.

use std::ops::Range;

use super::catalogue::Told;
use super::note::{Callouts, Notes};
use super::roles::{Role, Rules};
use super::style;
use super::tree::{NodeId, Tree, What};
use super::writer::{Gap, Spacing, Writer};
use crate::source::{ListKind, MarkKind, Opened};

/// A page being rendered.
#[derive(Debug)]
pub(super) struct Renderer<'a> {
    pub(super) tree: &'a Tree,
    pub(super) rules: &'a Rules<'a>,
    pub(super) writer: Writer<'a>,
    /// Nodes that are rendered elsewhere: facts of the catalogue, notes; in order.
    pub(super) elsewhere: Vec<NodeId>,
    pub(super) callouts: Callouts,
    frames: Vec<Frame>,
    lists: Vec<List>,
    /// Whether a callout is open: what is inside one is not another.
    in_callout: bool,
    /// Whether notes are being rendered.
    pub(super) in_notes: bool,
    /// Whether furniture may stand between the words: nobody said where the document is.
    pub(super) drops_furniture: bool,
}

/// An element whose end does something.
#[derive(Debug)]
struct Frame {
    end: NodeId,
    /// Where its end tag stood if it ended earlier than that.
    closed: usize,
    marks: Vec<(Opened, MarkKind)>,
    gap: Gap,
    spacing: Option<Spacing>,
    is_list: bool,
    is_item: bool,
    is_callout: bool,
}

#[derive(Debug)]
struct List {
    is_ordered: bool,
    next: i64,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(tree: &'a Tree, rules: &'a Rules<'a>) -> Self {
        Self {
            tree,
            rules,
            writer: Writer::new(tree),
            elsewhere: Vec::new(),
            callouts: Callouts::default(),
            frames: Vec::new(),
            lists: Vec::new(),
            in_callout: false,
            in_notes: false,
            drops_furniture: false,
        }
    }

    /// Keeps facts and notes out of the text: they are rendered by themselves.
    pub(super) fn keep_apart(&mut self, told: &[Told], notes: &Notes) {
        let facts = told.iter().flat_map(|told| &told.parts).flat_map(|part| {
            let tree = self.tree;
            part.clone().filter(move |id| tree.nodes[*id].end <= part.end)
        });
        let names = told.iter().filter_map(|told| told.name);
        self.elsewhere = facts.chain(names).chain(notes.all()).collect();
        self.elsewhere.sort_unstable();
        self.elsewhere.dedup();
    }

    /// Renders nodes, in order.
    pub(super) fn nodes(&mut self, nodes: Range<NodeId>) {
        let mut id = nodes.start;
        let outside = self.frames.len();
        while id < nodes.end {
            self.leave(id, outside);
            id = match &self.tree.nodes[id].what {
                What::Text(_) if self.is_elsewhere(id) => id + 1,
                What::Text(range) => {
                    self.end_early(range.start, outside);
                    self.writer.characters(range.clone());
                    id + 1
                }
                What::Element { .. }
                    if self.is_elsewhere(id) || id != nodes.start && self.is_dropped(id) =>
                {
                    self.skip(id)
                }
                What::Element { .. } => self.enter(id),
            };
        }
        self.leave(nodes.end, outside);
    }

    fn is_elsewhere(&self, id: NodeId) -> bool {
        self.elsewhere.binary_search(&id).is_ok()
    }

    fn is_dropped(&self, id: NodeId) -> bool {
        self.rules.say(id, Role::Drop)
            || style::is_hidden(self.tree, id)
            || self.drops_furniture && super::body::is_furniture(self.tree, id, self.rules)
            || self.drops_furniture && super::body::is_way(self.tree, id, self.rules)
            || self.in_notes && super::note::is_way_back(self.tree, id)
    }

    /// What is left out still parts what stands around it, unless it is within a line.
    fn skip(&mut self, id: NodeId) -> NodeId {
        if self.tree.shape(id).is_some_and(|shape| !shape.is_inline) {
            self.writer.part(Gap::Paragraph);
        }
        self.tree.nodes[id].end
    }

    /// Begins an element; gives the node to go on with.
    fn enter(&mut self, id: NodeId) -> NodeId {
        let tree = self.tree;
        let end = tree.nodes[id].end;
        let tag = tree.tag(id);
        if self.page_mark(id) {
            return end;
        }
        let mut frame = Frame {
            end,
            closed: match tree.nodes[id].what {
                What::Element { closed, .. } => closed,
                What::Text(_) => usize::MAX,
            },
            marks: Vec::new(),
            gap: Gap::None,
            spacing: None,
            is_list: false,
            is_item: tag == "li",
            is_callout: false,
        };
        match tag {
            "br" => self.writer.part(Gap::Line),
            "wbr" | "img" | "input" | "source" | "embed" => {}
            "table" if super::table::is_data(tree, id) => {
                self.table(id);
                return end;
            }
            "td" | "th" | "tr" | "div" | "section" | "dt" | "dd" | "form" | "address"
            | "option" => {
                frame.gap = Gap::Paragraph;
            }
            "pre" | "listing" | "xmp" | "plaintext" => {
                frame.gap = Gap::Paragraph;
                frame.spacing = Some(Spacing::Kept);
            }
            "ul" | "ol" | "menu" | "dir" => {
                frame.gap = Gap::Paragraph;
                frame.is_list = true;
                frame.marks.push((self.writer.draft.open(), MarkKind::List(ListKind::Other)));
            }
            "li" => {
                frame.gap = Gap::Paragraph;
                frame.marks.push((self.writer.draft.open(), MarkKind::Item));
            }
            _ if tree.shape(id).is_some_and(|shape| !shape.is_inline) => frame.gap = Gap::Paragraph,
            _ => {}
        }
        self.marked(id, tag, &mut frame);
        if frame.gap > Gap::None {
            self.writer.part(frame.gap);
        }
        if frame.is_list {
            let next = tree.attribute(id, "start").and_then(|start| start.trim().parse().ok());
            self.lists.push(List { is_ordered: tag == "ol", next: next.unwrap_or(1) });
        }
        if tag == "li" && !self.in_notes {
            self.bullet(id);
        }
        if let Some(spacing) = frame.spacing {
            frame.spacing = Some(std::mem::replace(&mut self.writer.spacing, spacing));
        }
        let does = frame.gap > Gap::None || !frame.marks.is_empty() || frame.spacing.is_some();
        if does || frame.is_callout || frame.is_list {
            self.frames.push(frame);
        }
        id + 1
    }

    /// Opens the marks that an element's tag, classes and style make.
    fn marked(&mut self, id: NodeId, tag: &str, frame: &mut Frame) {
        let (tree, rules) = (self.tree, self.rules);
        let opened = self.writer.draft.open();
        let mut mark = |kind: MarkKind| frame.marks.push((opened, kind));
        if rules.say(id, Role::ListHead) {
            mark(MarkKind::ListHead);
        } else if matches!(tag, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
            || rules.say(id, Role::Heading)
        {
            mark(MarkKind::Heading);
        }
        let style = style::of(tree, id, tag, rules);
        style.into_iter().for_each(&mut mark);
        for (is_so, kind) in [
            (rules.say(id, Role::Dateline), MarkKind::Dateline),
            (rules.say(id, Role::Person), MarkKind::Person { reference: None }),
            (rules.say(id, Role::Attachment), MarkKind::Attachment),
            (rules.say(id, Role::Quotation), MarkKind::Quotation),
        ] {
            if is_so {
                mark(kind);
            }
        }
        if !self.in_callout && super::note::is_callout(tree, id, tag, rules) {
            self.callouts.called(tree, id);
            frame.marks.push((opened, MarkKind::Callout));
            frame.is_callout = true;
            self.in_callout = true;
        }
        if rules.say(id, Role::Lines) || style::keeps_lines(tree, id) {
            frame.spacing = Some(if tag == "pre" { Spacing::Kept } else { Spacing::Lines });
        }
    }

    /// Puts the bullet or the number before an item, as a browser shows it.
    fn bullet(&mut self, id: NodeId) {
        let value = self.tree.attribute(id, "value").and_then(|value| value.trim().parse().ok());
        let Some(list) = self.lists.last_mut() else { return };
        if !list.is_ordered {
            return self.writer.supply_bullet("  • ");
        }
        let number: i64 = value.unwrap_or(list.next);
        list.next = number.saturating_add(1);
        self.writer.supply_bullet(&format!("  {number}. "));
    }

    /// Renders the mark of a page, if a node is one.
    fn page_mark(&mut self, id: NodeId) -> bool {
        let tree = self.tree;
        if !self.rules.say(id, Role::PageMark) {
            return false;
        }
        let opened = self.writer.draft.open();
        self.writer.part(Gap::Space);
        if tree.words(id, 1).is_empty() {
            let attributes = self.rules.site.pages.attributes.iter();
            let mut attributes = attributes.chain(&self.rules.any.pages.attributes);
            let number = attributes.find_map(|name| tree.attribute(id, name));
            match number.filter(|number| number.len() <= 8) {
                Some(number) => self.writer.supply(&format!("[Page {number}]")),
                // Where a page ends is told, and not which.
                None if matches!(tree.tag(id), "br" | "hr") => {
                    self.writer.part(Gap::Paragraph);
                    self.writer.supply("[end page]");
                    self.writer.draft.close(opened, MarkKind::PageBreak);
                    self.writer.part(Gap::Paragraph);
                    return true;
                }
                None => return true,
            }
        } else {
            for inside in id..tree.nodes[id].end {
                if let What::Text(range) = &tree.nodes[inside].what {
                    self.writer.characters(range.clone());
                }
            }
        }
        self.writer.draft.close(opened, MarkKind::PageBreak);
        self.writer.part(Gap::Space);
        true
    }

    /// Ends the elements that end before a node.
    fn leave(&mut self, id: NodeId, outside: usize) {
        while self.frames.len() > outside && self.frames.last().is_some_and(|frame| frame.end <= id)
        {
            let Some(frame) = self.frames.pop() else { return };
            self.close(frame.marks);
            if frame.is_item {
                self.writer.let_go();
            }
            if frame.gap > Gap::None {
                self.writer.part(frame.gap);
            }
            if let Some(spacing) = frame.spacing {
                self.writer.spacing = spacing;
            }
            if frame.is_list {
                self.lists.pop();
            }
            self.in_callout &= !frame.is_callout;
        }
    }

    /// Ends the emphasis whose end tag stood before a place of the page's text.
    fn end_early(&mut self, at: usize, outside: usize) {
        for place in outside..self.frames.len() {
            if self.frames[place].closed <= at {
                let marks = std::mem::take(&mut self.frames[place].marks);
                self.close(marks);
                self.frames[place].closed = usize::MAX;
            }
        }
    }

    fn close(&mut self, marks: Vec<(Opened, MarkKind)>) {
        for (opened, kind) in marks.into_iter().rev() {
            if !self.writer.draft.is_blank_since(opened) {
                self.writer.draft.close(opened, kind);
            }
        }
    }
}
