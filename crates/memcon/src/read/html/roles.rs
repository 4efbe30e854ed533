//! What the rules of a site, and those for every page, say of each element; asked once.

use std::sync::LazyLock;

use super::index::Index;
use super::tree::{NodeId, Tree};
use crate::layout;
use crate::layout::Html;
use crate::layout::selector::Selector;

/// What a rule says that an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Role {
    Drop,
    Furniture,
    Lines,
    Heading,
    ListHead,
    Dateline,
    Person,
    Attachment,
    Quotation,
    PageMark,
    Callout,
    Region,
    Bold,
    Italic,
    SmallCaps,
    Underlined,
    Label,
    /// A note, by the rules of the site.
    OwnNote,
    /// A note, by the rules for every page.
    AnyNote,
}

/// How a page is read: by its site's rules and by those for every page.
#[derive(Debug)]
pub(super) struct Rules<'a> {
    pub(super) site: &'a Html,
    pub(super) any: &'a Html,
    /// The roles of every node, a bit each.
    roles: Vec<u32>,
}

impl<'a> Rules<'a> {
    pub(super) fn new(tree: &Tree, site: &'a Html) -> Self {
        let own = site.notes.items.iter().map(|selector| (selector, Role::OwnNote));
        let index = Index::of(of(site).chain(own));
        let mut roles = vec![0; tree.nodes.len()];
        for (id, roles) in roles.iter_mut().enumerate() {
            for index in [&index, &*GENERAL] {
                index.meanings(tree, id, |role| *roles |= 1 << role as u32);
            }
        }
        Self { site, any: layout::every_page(), roles }
    }

    /// Tells whether a rule gives an element a role.
    pub(super) fn say(&self, id: NodeId, role: Role) -> bool {
        self.roles.get(id).is_some_and(|roles| roles & (1 << role as u32) != 0)
    }

    /// Gives every element of a role.
    pub(super) fn all(&self, role: Role) -> Vec<NodeId> {
        (0..self.roles.len()).filter(|id| self.say(*id, role)).collect()
    }

    /// Gives the elements of a role; of elements inside each other the outermost.
    pub(super) fn find(&self, tree: &Tree, role: Role) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut id = 0;
        while id < self.roles.len() {
            if self.say(id, role) {
                found.push(id);
                id = tree.nodes[id].end;
            } else {
                id += 1;
            }
        }
        found
    }
}

/// The rules for every page, which no page changes.
static GENERAL: LazyLock<Index<'static, Role>> = LazyLock::new(|| {
    let every = layout::every_page();
    let notes = every.notes.items.iter().map(|selector| (selector, Role::AnyNote));
    Index::of(of(every).chain(notes))
});

/// The selectors of a table of rules, and the roles they give.
fn of(html: &Html) -> impl Iterator<Item = (&Selector, Role)> {
    let lists: [(&[Selector], Role); 17] = [
        (&html.drop, Role::Drop),
        (&html.furniture, Role::Furniture),
        (&html.lines, Role::Lines),
        (&html.headings, Role::Heading),
        (&html.list_heads, Role::ListHead),
        (&html.datelines, Role::Dateline),
        (&html.persons, Role::Person),
        (&html.attachments, Role::Attachment),
        (&html.quotes, Role::Quotation),
        (&html.pages.marks, Role::PageMark),
        (&html.notes.callouts, Role::Callout),
        (&html.notes.regions, Role::Region),
        (&html.emphasis.bold, Role::Bold),
        (&html.emphasis.italic, Role::Italic),
        (&html.emphasis.small_caps, Role::SmallCaps),
        (&html.emphasis.underlined, Role::Underlined),
        (&html.catalogue.labels, Role::Label),
    ];
    lists.into_iter().flat_map(|(selectors, role)| selectors.iter().map(move |one| (one, role)))
}
