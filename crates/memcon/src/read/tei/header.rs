//! What the header of a file says of all its documents.

use std::collections::HashMap;
use std::sync::Arc;

use crate::source::{EncodedDate, Entry};

use super::xml::{Event, Tag};

/// What a header says of all the documents of the file.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// What every document of the file has.
    pub(super) entry: Entry,
    /// The title of the file, where one element tells it whole.
    pub(super) whole: Option<String>,
    /// The parts of its title, one after the other.
    pub(super) parts: Option<String>,
    /// The names of people whom the header explains, by id.
    pub(super) people: HashMap<String, String>,
    /// Whether memcon itself wrote the file.
    own: bool,
    /// The people of a file that memcon wrote, in order of their ids.
    cast: Option<Arc<[(String, String)]>>,
    /// The elements that are open, the outermost first, as far as they matter.
    path: Vec<Place>,
}

/// Where in the header one is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Title {
        whole: bool,
    },
    TitleStatement,
    Publication,
    Manuscript,
    Id {
        url: bool,
    },
    Repository,
    Collection,
    Rights,
    Person(Option<String>),
    PersonName,
    /// What is not read, though its parent is.
    Passed,
    Other,
}

/// No more people of a header are kept.
const PEOPLE: usize = 50_000;

impl Header {
    /// Reads the next event of the header.
    pub(super) fn read(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => {
                let place = self.place(tag);
                self.path.push(place);
            }
            Event::End => {
                self.path.pop();
            }
            Event::Text { words, .. } => self.words(words),
            Event::Reference { is: Some(words), .. } => self.words(words),
            Event::Reference { is: None, .. } | Event::Nothing | Event::Eof => {}
        }
    }

    /// Gives the people of a file that memcon itself wrote, by their ids there.
    pub(super) fn cast(&mut self) -> Option<Arc<[(String, String)]>> {
        if self.own && self.cast.is_none() {
            let people = self.people.iter();
            let mut cast: Vec<_> = people.map(|(id, name)| (id.clone(), name.clone())).collect();
            cast.sort_by(|(one, _), (other, _)| (one.len(), one).cmp(&(other.len(), other)));
            self.cast = Some(cast.into());
        }
        self.cast.clone()
    }

    fn within(&self, place: &Place) -> bool {
        self.path.contains(place)
    }

    fn place(&mut self, tag: &Tag<'_>) -> Place {
        match tag.name() {
            "titleStmt" => Place::TitleStatement,
            "publicationStmt" => Place::Publication,
            "msDesc" | "msIdentifier" => Place::Manuscript,
            "title" if self.within(&Place::TitleStatement) => {
                Place::Title { whole: tag.has("type", &["complete", "main", "full"]) }
            }
            "idno" if self.within(&Place::Publication) => {
                let url = tag.has("type", &["url", "URL", "uri", "URI", "doi", "DOI"]);
                let told = if url { &self.entry.url } else { &self.entry.record_id };
                // The first of several.
                if told.is_some() { Place::Passed } else { Place::Id { url } }
            }
            "repository" if self.within(&Place::Manuscript) => Place::Repository,
            "collection" if self.within(&Place::Manuscript) => Place::Collection,
            "licence" | "availability" => Place::Rights,
            "person" => Place::Person(tag.value(&["id"])),
            "application" if tag.has("ident", &["memcon"]) => {
                self.own = true;
                Place::Other
            }
            "persName" if tag.has("type", &["roster"]) => Place::Passed,
            "roleName" if tag.has("type", &["honorific"]) => Place::Passed,
            "persName" => Place::PersonName,
            _ => Place::Other,
        }
    }

    fn words(&mut self, words: &str) {
        let Some(place) = self.path.iter().rev().find(|place| **place != Place::Other) else {
            return;
        };
        let entry = &mut self.entry;
        match place {
            Place::Title { whole: true } => add(&mut self.whole, words),
            Place::Title { whole: false } => add(&mut self.parts, words),
            Place::Id { url: true } => add(&mut entry.url, words),
            Place::Id { url: false } => add(&mut entry.record_id, words),
            Place::Repository => add(&mut entry.archive, words),
            Place::Collection => add(&mut entry.collection, words),
            Place::Rights => {
                let mut rights = entry.rights.pop();
                add(&mut rights, words);
                entry.rights.extend(rights);
            }
            Place::PersonName => {
                let id = self.path.iter().rev().find_map(|place| {
                    if let Place::Person(id) = place { id.clone() } else { None }
                });
                if let Some(id) = id
                    && self.people.len() < PEOPLE
                {
                    let mut name = self.people.remove(&id);
                    add(&mut name, words);
                    self.people.extend(name.map(|name| (id, name)));
                }
            }
            Place::TitleStatement
            | Place::Publication
            | Place::Manuscript
            | Place::Person(_)
            | Place::Passed
            | Place::Other => {}
        }
    }
}

/// No value of a header is longer, in bytes.
const LONGEST: usize = 4096;

/// Adds words to a value, white space squeezed; what is too long is cut off.
fn add(value: &mut Option<String>, words: &str) {
    for word in words.split_whitespace() {
        let value = value.get_or_insert_default();
        if value.len() + word.len() > LONGEST {
            return;
        }
        if !value.is_empty() {
            value.push(' ');
        }
        value.push_str(word);
    }
}

/// Gives the date that the attributes of an element tell.
pub(super) fn encoded(tag: &Tag<'_>) -> Option<EncodedDate> {
    let from =
        tag.value(&["when", "from", "notBefore", "when-iso", "from-iso", "notBefore-iso", "value"]);
    let to = tag.value(&["to", "notAfter", "to-iso", "notAfter-iso"]);
    (from.is_some() || to.is_some()).then_some(EncodedDate { from, to })
}

/// Gives the date of a document that the attributes of its division tell.
pub(super) fn of_document(tag: &Tag<'_>) -> Option<EncodedDate> {
    let from = tag.value(&["doc-dateTime-min"])?;
    let to = tag.value(&["doc-dateTime-max"]).filter(|to| *to != from);
    Some(EncodedDate { from: Some(from), to })
}
