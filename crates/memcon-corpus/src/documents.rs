//! The documents of a file; until the core gives them, one a file.

use std::path::{Path, PathBuf};

use memcon::{Error, Options, Parsed};

#[derive(Debug)]
pub(crate) struct Document(Parsed);

impl Document {
    pub(crate) fn id(&self) -> Option<&str> {
        None
    }

    pub(crate) fn parse(self) -> Parsed {
        self.0
    }
}

#[derive(Debug)]
pub(crate) struct Documents(Option<(PathBuf, Vec<u8>, Options)>);

pub(crate) fn documents_in(
    path: &Path,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Documents, Error> {
    Ok(Documents(Some((path.to_owned(), bytes, options.clone()))))
}

impl Iterator for Documents {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let (path, bytes, options) = self.0.take()?;
        Some(memcon::read_bytes(path, bytes, &options).map(Document))
    }
}
