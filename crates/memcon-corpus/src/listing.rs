//! Which files a collection has.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::error::Error;

/// Endings of files that are taken from a folder; a file that is named itself may have any.
const ENDINGS: &[&str] =
    &["txt", "text", "htm", "html", "xhtml", "xml", "tei", "gz", "zip", "pdf", "docx"];

/// A file of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    /// The path below the folder that holds all, with `/` between its parts.
    pub(crate) key: String,
    pub(crate) path: PathBuf,
    /// Why it cannot be looked into, of a folder inside a folder.
    pub(crate) trouble: Option<String>,
}

/// Lists the files of sources: files, folders with all that is below them, patterns (`*.txt`,
/// `**/*.xml`). Each file once, in the order of its key.
pub(crate) fn list(sources: &[PathBuf]) -> Result<Vec<File>, Error> {
    let mut found = Found::default();
    for source in sources {
        found.source(source)?;
    }
    let base = found.roots.iter().cloned().reduce(|one, other| common(&one, &other));
    let base = base.unwrap_or_default();
    let mut files: Vec<File> = found
        .files
        .into_iter()
        .map(|(path, trouble)| {
            let key = key(path.strip_prefix(&base).unwrap_or(&path));
            File { key, path, trouble }
        })
        .collect();
    files.sort_by(|one, other| one.key.cmp(&other.key));
    files.dedup_by(|one, other| one.path == other.path);
    Ok(files)
}

#[derive(Debug, Default)]
struct Found {
    files: Vec<(PathBuf, Option<String>)>,
    /// The folders from which keys could be counted.
    roots: Vec<PathBuf>,
}

impl Found {
    fn source(&mut self, source: &Path) -> Result<(), Error> {
        match fs::metadata(source) {
            Ok(known) if known.is_dir() => {
                let root = absolute(source);
                let unreadable = |error| Error::Read { path: source.to_owned(), source: error };
                fs::read_dir(&root).map_err(unreadable)?;
                self.folder(&root);
                self.roots.push(root);
                Ok(())
            }
            Ok(_) => {
                self.file(&absolute(source));
                Ok(())
            }
            Err(_) if is_pattern(source) => self.pattern(source),
            Err(error) => Err(Error::Read { path: source.to_owned(), source: error }),
        }
    }

    fn file(&mut self, path: &Path) {
        self.files.push((path.to_owned(), None));
        self.roots.push(path.parent().unwrap_or(path).to_owned());
    }

    /// Adds what was come upon and nobody named: a pipe or a device would be read for ever.
    fn found(&mut self, path: PathBuf) {
        match fs::metadata(&path) {
            Ok(known) if known.is_dir() => {}
            Ok(known) if !known.is_file() => {
                self.files.push((path, Some("it is a pipe or a device, not a file".to_owned())));
            }
            // What is not there any more is told when it is read.
            Ok(_) | Err(_) => self.files.push((path, None)),
        }
    }

    /// Adds what is below a folder; what is hidden is left out, links to folders too.
    fn folder(&mut self, root: &Path) {
        let mut folders = vec![root.to_owned()];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) => {
                    self.files.push((folder, Some(error.to_string())));
                    continue;
                }
            };
            for entry in entries.flatten() {
                if entry.file_name().to_string_lossy().starts_with('.') {
                    continue;
                }
                let path = entry.path();
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(path),
                    Ok(_) if has_ending(&path) => self.found(path),
                    Ok(_) => {}
                    Err(error) => self.files.push((path, Some(error.to_string()))),
                }
            }
        }
    }

    fn pattern(&mut self, source: &Path) -> Result<(), Error> {
        let pattern = source.to_string_lossy().into_owned();
        let wrong = |error: glob::PatternError| Error::Pattern {
            pattern: pattern.clone(),
            source: Box::new(error),
        };
        let before = self.files.len();
        for path in glob::glob(&pattern).map_err(wrong)? {
            match path {
                Ok(path) => {
                    let path = absolute(&path);
                    self.roots.push(path.parent().unwrap_or(&path).to_owned());
                    self.found(path);
                }
                Err(error) => {
                    let why = error.error().to_string();
                    self.files.push((absolute(error.path()), Some(why)));
                }
            }
        }
        if self.files.len() == before {
            return Err(Error::NoFile { pattern });
        }
        Ok(())
    }
}

fn is_pattern(source: &Path) -> bool {
    source.to_string_lossy().contains(['*', '?', '['])
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn absolute(path: &Path) -> PathBuf {
    fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned())
}

/// Gives the folder that holds both.
fn common(one: &Path, other: &Path) -> PathBuf {
    let same = one.components().zip(other.components()).take_while(|(one, other)| one == other);
    same.map(|(component, _)| component).collect()
}

fn key(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => {
            None
        }
    });
    parts.collect::<Vec<_>>().join("/")
}
