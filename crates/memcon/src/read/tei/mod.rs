//! TEI P5: a document, or a volume of many, read one after the other.
//!
//! ```text
//! documents = every <div type="document">; where there is none,
//!             every <text> that holds no <group>
//! ```
//! What stands outside the documents of a volume (title pages, lists of sources and names,
//! indexes) is not read. No DTD is read, nothing is fetched.

mod element;
mod header;
mod render;
mod sheet;
mod xml;

use std::io::BufRead;
use std::mem;
use std::path::{Path, PathBuf};

use self::header::Header;
use self::render::Renderer;
use self::xml::{Broken, Event, Tag, Xml};
use crate::error::Error;
use crate::format::Format;
use crate::source::{Entry, Source};

/// The documents of a file, in order.
#[derive(Debug)]
pub(crate) struct Volume<R> {
    xml: Xml<R>,
    path: PathBuf,
    buffer: Vec<u8>,
    header: Header,
    /// How many documents were given.
    count: usize,
    /// Whether divisions are marked as documents.
    divided: bool,
    /// The document that is being read, and the depth of its element.
    within: Option<Within>,
    /// The depth of a header that is being read.
    heading: Option<usize>,
    root: Option<String>,
    over: bool,
}

/// A document that is being read.
#[derive(Debug)]
struct Within {
    depth: usize,
    entry: Entry,
    renderer: Renderer,
}

impl<R: BufRead> Volume<R> {
    /// Begins to read; `path` is how errors name the file.
    pub(crate) fn new(path: &Path, file: R) -> Result<Self, Error> {
        let unreadable = |source| Error::Read { path: path.to_owned(), source };
        Ok(Self {
            xml: Xml::new(file).map_err(unreadable)?,
            path: path.to_owned(),
            buffer: Vec::new(),
            header: Header::default(),
            count: 0,
            divided: false,
            within: None,
            heading: None,
            root: None,
            over: false,
        })
    }

    /// Reads on to the end of the next document.
    fn document(&mut self) -> Result<Option<Source>, Broken> {
        let mut buffer = mem::take(&mut self.buffer);
        let found = loop {
            let event = self.xml.next(&mut buffer)?;
            let depth = self.xml.depth();
            if let Event::Start(tag) = &event {
                if self.root.is_none() {
                    self.root = Some(tag.name().to_owned());
                }
                if let Some(entry) = self.opens(tag) {
                    self.within = Some(Within { depth, entry, renderer: Renderer::new() });
                    continue;
                }
                if tag.name() == "teiHeader" && self.within.is_none() {
                    self.header = Header::default();
                    self.heading = Some(depth);
                }
            }
            if self.heading.is_some_and(|heading| depth < heading) {
                self.heading = None;
                continue;
            }
            if self.heading.is_some() {
                self.header.read(&event);
                continue;
            }
            let Some(within) = &mut self.within else {
                if matches!(event, Event::Eof) {
                    break None;
                }
                continue;
            };
            if depth < within.depth {
                let ended = self.within.take();
                if let Some(Within { entry, renderer, .. }) = ended {
                    break Some(renderer.finish(entry));
                }
                continue;
            }
            let people = &self.header.people;
            within.renderer.read(&event, &|id| people.get(id).cloned());
        };
        self.buffer = buffer;
        Ok(found)
    }

    /// Tells what is known of a document that an element opens, if it opens one.
    fn opens(&mut self, tag: &Tag<'_>) -> Option<Entry> {
        let division = tag.name().starts_with("div") && tag.has("type", DOCUMENT);
        let nested = self.within.is_some() && self.divided;
        if division && !nested {
            self.divided = true;
        } else if tag.name() == "group" && !self.divided {
            self.within = None;
            return None;
        } else if tag.name() != "text" || self.within.is_some() || self.divided {
            return None;
        }
        let mut entry = self.header.entry.clone();
        if division {
            let volume = entry.title.take();
            entry.collection = entry.collection.or(volume);
            entry.date = header::of_document(tag);
        }
        entry.number = tag.value(&["n"]);
        let given = tag.value(&["id"]).or_else(|| entry.number.clone());
        let id = given.unwrap_or_else(|| (self.count + 1).to_string());
        if let Some(file) = &mut entry.record_id
            && division
        {
            *file = format!("{file}/{id}");
        }
        entry.id = Some(id);
        if self.header.own {
            let people = self.header.people.iter();
            let mut cast: Vec<_> = people.map(|(id, name)| (id.clone(), name.clone())).collect();
            cast.sort_by(|(one, _), (other, _)| (one.len(), one).cmp(&(other.len(), other)));
            entry.cast = Some(cast);
        }
        Some(entry)
    }

    fn error(&self, broken: Broken) -> Error {
        match broken {
            Broken::System(source) => Error::Read { path: self.path.clone(), source },
            Broken::Markup { at, cause } => {
                Error::Markup { path: self.path.clone(), format: Format::Tei, at, source: cause }
            }
        }
    }
}

/// What a division that is a document is called.
const DOCUMENT: &[&str] = &["document", "historical-document", "editorial-note"];

impl<R: BufRead> Iterator for Volume<R> {
    type Item = Result<Source, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        match self.document() {
            Ok(Some(source)) => {
                self.count += 1;
                Some(Ok(source))
            }
            Ok(None) => {
                self.over = true;
                let root = self.root.as_deref().unwrap_or("nothing");
                (self.count == 0).then(|| {
                    let cause = format!("expected a document of TEI, found {root:?} without one");
                    Err(self.error(Broken::Markup { at: 0, cause: cause.into() }))
                })
            }
            Err(broken) => {
                self.over = true;
                Some(Err(self.error(broken)))
            }
        }
    }
}
