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
use self::xml::{Broken, Event, LONGEST, Tag, Xml, refused};
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
    /// Where in the file it begins, in bytes.
    from: usize,
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
                    let (from, renderer) = (tag.span.start, Renderer::new());
                    self.within = Some(Within { depth, from, entry, renderer });
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
            if self.xml.at() - within.from > LONGEST {
                return Err(refused(within.from, "the document here is longer than 64 MB"));
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
            // What the file is called is the volume of its documents; of one alone it is the title.
            let volume = self.header.whole.as_ref().or(self.header.parts.as_ref());
            entry.collection = entry.collection.or_else(|| volume.cloned());
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
        entry.cast = self.header.cast();
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
const DOCUMENT: &[&str] = &["document"];

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

#[cfg(test)]
mod tests {
    use super::*;

    fn all(file: &str) -> Vec<Result<Source, Error>> {
        Volume::new(Path::new("a.xml"), file.as_bytes()).unwrap().collect()
    }

    fn one(body: &str) -> Source {
        let header = "<teiHeader><fileDesc><titleStmt><title type=\"main\">Talks</title></titleStmt>\
            </fileDesc></teiHeader>";
        let file = format!("<TEI>{header}<text><body>{body}</body></text></TEI>");
        let [Ok(source)] = &all(&file)[..] else { panic!("{file}") };
        source.clone()
    }

    #[test]
    fn a_reading_is_read_where_no_better_one_is_given() {
        for (choice, read) in [
            ("<choice><sic>dma</sic><corr>dam</corr></choice>", "the dam stands"),
            ("<choice><corr>dam</corr><sic>dma</sic></choice>", "the dam stands"),
            ("<choice><sic>dma</sic></choice>", "the dma stands"),
            ("<app><lem>dam</lem><rdg>lake</rdg></app>", "the dam stands"),
            ("<app><rdg><hi>lake</hi></rdg><rdg>dam</rdg></app>", "the lake stands"),
            ("<subst><del>lake</del><add>dam</add></subst>", "the dam stands"),
        ] {
            let source = one(&format!("<p>the {choice} stands</p>"));
            assert_eq!(source.text.trim(), read, "{choice}");
        }
    }

    #[test]
    fn the_title_of_one_document_is_no_collection() {
        assert_eq!(one("<p>So.</p>").entry.collection, None);
        let volume = one("<div type=\"document\" n=\"1\"><p>So.</p></div>");
        assert_eq!(volume.entry.collection.as_deref(), Some("Talks"));
    }

    #[test]
    fn a_note_of_the_editors_is_of_the_document_around_it() {
        let source =
            one("<p>Before.</p><div type=\"editorial-note\"><p>So.</p></div><p>After.</p>");
        assert_eq!(source.text.trim(), "Before.\n\nSo.\n\nAfter.");
    }

    #[test]
    fn a_speaker_without_a_name_is_called_as_the_attribute_says() {
        let source = one("<sp who=\"#orlo\"><speaker/><p>Sit.</p></sp>");
        assert_eq!(source.text.trim(), "orlo: Sit.");
    }

    #[test]
    fn a_document_too_long_for_memory_is_refused() {
        let paragraph = format!("<p>{}</p>", "So it is. ".repeat(400));
        let more = paragraph.repeat(LONGEST / paragraph.len() + 2);
        let found = all(&format!("<TEI><text><body>{more}</body></text></TEI>"));
        let [Err(error)] = &found[..] else { panic!("{} documents", found.len()) };
        assert!(matches!(error, Error::Markup { at: 5, .. }), "{error}");
    }

    #[test]
    fn numbers_of_notes_do_not_run_over() {
        let source = one("<p>So<note n=\"4294967295\">A</note> and so<note>B</note>.</p>");
        assert!(source.text.contains("4294967295. B"), "{}", source.text);
    }
}
