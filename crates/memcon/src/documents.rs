//! The documents of a file, one after the other.

use std::fmt;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::Error;
use crate::layout;
use crate::layout::Found;
use crate::model::Parsed;
use crate::options::Options;
use crate::read::{Contents, Members, contents, open};
use crate::record;
use crate::resolve::identity;
use crate::source::Source;

/// A document of a file, not yet read as a record of conversation.
pub struct Document {
    content: Content,
    id: Option<String>,
    layout: Option<Arc<Found>>,
    options: Options,
}

enum Content {
    Source(Box<Source>),
    /// A record, and its id in a file of several.
    Parsed(Box<Parsed>, Option<String>),
}

impl Document {
    /// Gives the id that the file gives the document; none where a file is one document.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Gives the reading text.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Source(source) => &source.text,
            Content::Parsed(parsed, _) => &parsed.memorandum.text,
        }
    }

    /// Reads the document as a record of conversation.
    pub fn parse(self) -> Parsed {
        let roster = self.options.known_people();
        match self.content {
            Content::Source(source) => {
                let layout = self.layout.as_deref().map(|layout| &**layout);
                record::read(&source, layout, roster)
            }
            Content::Parsed(mut parsed, _) => {
                if let Some(roster) = roster {
                    identity::identify(&mut parsed, roster);
                }
                *parsed
            }
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").field("id", &self.id()).finish_non_exhaustive()
    }
}

/// The documents of a file, read from it one after the other.
///
/// Of a volume only the document at hand is in memory, of a zip only the member. After an error
/// nothing more is given of a volume; of a zip the next member is.
pub struct Documents {
    contents: Option<Contents>,
    /// The zip of which the contents are a member, and the member's name.
    members: Option<(Box<Members>, String)>,
    layout: Option<Arc<Found>>,
    options: Options,
    path: PathBuf,
}

impl fmt::Debug for Documents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Documents").field("path", &self.path).finish_non_exhaustive()
    }
}

/// Opens a file and gives its documents, unread: those of a TEI volume or of JSON Lines, those in a
/// zip, or the one of any other file.
///
/// A document in a zip is called as its file there, `talks/a.txt`, and of a volume in a zip
/// `volume.xml#d5`. Of several records as JSON, one without an id is called by its number:
/// `record-2`.
///
/// ```no_run
/// for document in memcon::documents("volume.xml", &memcon::Options::new())? {
///     let document = document?;
///     if document.id() == Some("d5") {
///         println!("{}", memcon::outline(&document.parse()));
///     }
/// }
/// # Ok::<(), memcon::Error>(())
/// ```
///
/// # Errors
///
/// [`Error`], when the file cannot be opened, no layout or encoding has the name asked for, or
/// the file is no document. What is wrong further on in the file is given in its place.
pub fn documents(path: impl AsRef<Path>, options: &Options) -> Result<Documents, Error> {
    let path = path.as_ref();
    let layout = options.layout_name().map(layout::find).transpose()?.map(Arc::new);
    let contents = open(path, options, layout.as_deref().map(|layout| &**layout))?;
    Ok(Documents::new(path, contents, layout, options))
}

/// Gives the documents of a file whose bytes are at hand; `path` is as in [`crate::read_bytes`].
///
/// # Errors
///
/// Those of [`documents`].
pub fn documents_in(
    path: impl AsRef<Path>,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Documents, Error> {
    let path = path.as_ref();
    let layout = options.layout_name().map(layout::find).transpose()?.map(Arc::new);
    let found = layout.as_deref().map(|layout| &**layout);
    let contents = contents(path, Box::new(Cursor::new(bytes)), options, found)?;
    Ok(Documents::new(path, contents, layout, options))
}

impl Documents {
    /// Gives the name of the file in a zip from which the last document or error came; none
    /// where the file is no zip.
    ///
    /// ```
    /// let mut documents = memcon::documents_in("talk.txt", b"Orlo: Good day.".to_vec(),
    ///     &memcon::Options::new())?;
    /// assert!(documents.next().is_some_and(|document| document.is_ok()));
    /// assert_eq!(documents.member(), None);
    /// # Ok::<(), memcon::Error>(())
    /// ```
    pub fn member(&self) -> Option<&str> {
        let (_, name) = self.members.as_ref()?;
        Some(name.as_str()).filter(|name| !name.is_empty())
    }

    fn new(path: &Path, contents: Contents, layout: Option<Arc<Found>>, options: &Options) -> Self {
        let (contents, members) = match contents {
            Contents::Members(members) => (None, Some((members, String::new()))),
            contents @ (Contents::Json(_) | Contents::Documents(_)) => (Some(contents), None),
        };
        Self { contents, members, layout, options: options.clone(), path: path.to_owned() }
    }

    /// Gives the one document that the file holds, or the one that was asked for by its id.
    pub(crate) fn one(mut self) -> Result<Document, Error> {
        let path = self.path.clone();
        let asked = self.options.document_id().map(str::to_owned);
        let Some(first) = self.next().transpose()? else {
            return Err(Error::NoDocument { path, id: asked.unwrap_or_default() });
        };
        if asked.is_some() {
            return Ok(first);
        }
        match self.next().transpose()? {
            None => Ok(first),
            Some(second) => {
                let id = |document: &Document| document.id().unwrap_or_default().to_owned();
                Err(Error::Several { path, first: id(&first), second: id(&second) })
            }
        }
    }

    /// Gives the next document of the contents at hand.
    fn advance(&mut self) -> Option<Result<Document, Error>> {
        // Contents on which reading broke are not there any more; the next member is.
        let content = match self.contents.take()? {
            Contents::Documents(mut documents) => {
                let next = documents.next()?;
                self.contents = Some(Contents::Documents(documents));
                next.map(|source| Content::Source(Box::new(source)))
            }
            Contents::Json(mut records) => {
                let next = records.next()?;
                self.contents = Some(Contents::Json(records));
                next.map(|(parsed, id)| Content::Parsed(Box::new(parsed), id))
            }
            // Of a zip each member is opened in its turn, and none is a zip itself.
            Contents::Members(_) => return None,
        };
        Some(content.map(|content| self.document(content)))
    }

    fn document(&self, mut content: Content) -> Document {
        let own = match &content {
            Content::Source(source) => source.entry.id.as_deref(),
            Content::Parsed(_, id) => id.as_deref(),
        };
        let id = match (&self.members, own) {
            (Some((_, member)), Some(own)) => Some(format!("{member}#{own}")),
            (Some((_, member)), None) => Some(member.clone()),
            (None, own) => own.map(str::to_owned),
        };
        match &mut content {
            Content::Source(source) => source.entry.id.clone_from(&id),
            // A record of JSON stays as it was written, but for the zip that it lies in.
            Content::Parsed(parsed, _) => {
                if self.members.is_some() {
                    parsed.memorandum.id.clone_from(&id);
                }
            }
        }
        Document { content, id, layout: self.layout.clone(), options: self.options.clone() }
    }

    /// Opens the next member of the zip.
    fn open_next(&mut self) -> Option<Result<(), Error>> {
        let (members, name) = self.members.as_mut()?;
        let (next, bytes) = members.next()?;
        let path = self.path.join(&next);
        *name = next;
        let found = self.layout.as_deref().map(|layout| &**layout);
        let opened = bytes
            .and_then(|bytes| contents(&path, Box::new(Cursor::new(bytes)), &self.options, found));
        let opened = opened.and_then(|opened| match opened {
            // Packed once more with gzip, too.
            Contents::Members(_) => {
                Err(Error::Packed { path, source: "it is a zip within a zip".into() })
            }
            opened @ (Contents::Json(_) | Contents::Documents(_)) => Ok(opened),
        });
        Some(opened.map(|opened| self.contents = Some(opened)))
    }
}

impl Iterator for Documents {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let next = match self.advance() {
                Some(next) => next,
                None => match self.open_next()? {
                    Ok(()) => continue,
                    Err(error) => Err(error),
                },
            };
            match (&next, self.options.document_id()) {
                (Ok(document), Some(id)) if document.id() != Some(id) => {}
                // Of a zip one document was asked for: the others may be what they will.
                (Err(_), Some(_)) if self.members.is_some() => {}
                (Ok(_) | Err(_), _) => return Some(next),
            }
        }
    }
}

/// The records of a file, each read when it is asked for.
#[derive(Debug)]
pub struct Records(pub(crate) Documents);

impl Iterator for Records {
    type Item = Result<Parsed, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.next()?.map(Document::parse))
    }
}
