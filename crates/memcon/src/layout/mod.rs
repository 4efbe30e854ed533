//! Layouts: how one archive's pages are made. A layout is data, one TOML a file.
//!
//! To add an archive: write `layouts/NAME.toml` (copy `wilson-center.toml`, which explains each
//! key), add a line to [`SOURCES`], and put invented pages into `tests/corpus/NAME`.

mod html;
pub(crate) mod selector;

use std::collections::HashMap;
use std::ops::Deref;
use std::path::Path;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use serde::Deserialize;

pub(crate) use self::html::{Html, Refuse};

use crate::error::Error;
use crate::source::Fact;

/// The layouts that memcon ships, in the order in which they are tried; `plain` is last.
const SOURCES: &[(&str, &str)] = &[
    (
        "history-state-gov",
        include_str!(concat!(env!("OUT_DIR"), "/layouts/history-state-gov.json")),
    ),
    ("wilson-center", include_str!(concat!(env!("OUT_DIR"), "/layouts/wilson-center.json"))),
    (
        "national-security-archive",
        include_str!(concat!(env!("OUT_DIR"), "/layouts/national-security-archive.json")),
    ),
    (
        "presidency-project",
        include_str!(concat!(env!("OUT_DIR"), "/layouts/presidency-project.json")),
    ),
    ("miller-center", include_str!(concat!(env!("OUT_DIR"), "/layouts/miller-center.json"))),
    (
        "thatcher-foundation",
        include_str!(concat!(env!("OUT_DIR"), "/layouts/thatcher-foundation.json")),
    ),
    ("cia-reading-room", include_str!(concat!(env!("OUT_DIR"), "/layouts/cia-reading-room.json"))),
    ("wikisource", include_str!(concat!(env!("OUT_DIR"), "/layouts/wikisource.json"))),
    ("marxists", include_str!(concat!(env!("OUT_DIR"), "/layouts/marxists.json"))),
    ("word", include_str!(concat!(env!("OUT_DIR"), "/layouts/word.json"))),
    ("plain", include_str!(concat!(env!("OUT_DIR"), "/layouts/plain.json"))),
];

/// How an archive's pages are made.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Layout {
    pub(crate) name: String,
    #[serde(rename = "about")]
    _about: String,
    /// How a page saved as text is known.
    #[serde(default)]
    pub(crate) know: Know,
    #[serde(default)]
    pub(crate) before: Before,
    #[serde(default)]
    pub(crate) after: After,
    #[serde(default)]
    pub(crate) not_a_document: NotADocument,
    /// The site's web pages.
    #[serde(default)]
    pub(crate) html: Html,
}

/// How to know a page of the archive.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Know {
    need: usize,
    lines: Vec<String>,
}

/// What stands above the document.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Before {
    pub(crate) furniture: Vec<String>,
    pub(crate) furniture_starts: Vec<String>,
    /// Words that a citation line of the catalogue holds.
    pub(crate) citation: Option<String>,
    /// Whether a date and a title of the catalogue stand first.
    pub(crate) catalogue: bool,
}

/// What stands below the document.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct After {
    pub(crate) begins: Vec<String>,
    pub(crate) furniture: Vec<String>,
    pub(crate) rights_starts: Vec<String>,
    pub(crate) abstract_before: bool,
    pub(crate) values: HashMap<String, Fact>,
}

/// How to know a page that is no document.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NotADocument {
    pub(crate) lines: Vec<String>,
    pub(crate) patterns: Vec<String>,
}

static LAYOUTS: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    SOURCES.iter().filter_map(|(_, source)| serde_json::from_str(source).ok()).collect()
});

/// Gives the names of the layouts that memcon knows.
pub(crate) fn names() -> Vec<String> {
    SOURCES.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// A layout that was asked for.
#[derive(Debug)]
pub(crate) enum Found {
    /// One that memcon ships.
    Shipped(&'static Layout),
    /// One of the user's.
    Own(Box<Layout>),
}

impl Deref for Found {
    type Target = Layout;

    fn deref(&self) -> &Layout {
        match self {
            Found::Shipped(layout) => layout,
            Found::Own(layout) => layout,
        }
    }
}

/// Finds a layout by its name, or reads it from the file that the name is the path of.
pub(crate) fn find(name: &str) -> Result<Found, Error> {
    let path = Path::new(name);
    if path.extension().is_some_and(|ending| ending == "toml") {
        let source = std::fs::read_to_string(path)
            .map_err(|source| Error::Read { path: path.to_owned(), source })?;
        let layout = toml::from_str(&source).map_err(|cause| Error::InvalidLayout {
            name: name.to_owned(),
            source: cause.into(),
        })?;
        return Ok(Found::Own(Box::new(layout)));
    }
    shipped(name)
        .map(Found::Shipped)
        .ok_or_else(|| Error::UnknownLayout { name: name.to_owned(), known: names() })
}

/// Finds a layout that memcon ships.
pub(crate) fn shipped(name: &str) -> Option<&'static Layout> {
    LAYOUTS.iter().find(|layout| layout.name == name)
}

/// Gives the layouts that memcon ships.
pub(crate) fn all() -> &'static [Layout] {
    &LAYOUTS
}

/// Gives the layout of pages that are of no known site.
pub(crate) fn fallback() -> &'static Layout {
    &FALLBACK
}

/// Gives what holds for the pages of every site.
pub(crate) fn every_page() -> &'static Html {
    static EVERY: LazyLock<Html> =
        LazyLock::new(|| serde_json::from_str(EVERY_PAGE).unwrap_or_default());
    &EVERY
}

const EVERY_PAGE: &str = include_str!(concat!(env!("OUT_DIR"), "/data/pages.json"));

/// The lines by which layouts are known, and which layouts are known by each.
static MARKS: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut marks: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (i, layout) in LAYOUTS.iter().enumerate() {
        for line in &layout.know.lines {
            marks.entry(line).or_default().push(i);
        }
    }
    marks
});

/// No mark of a layout is longer, in bytes.
const LONGEST_MARK: usize = 80;

/// Finds the layout whose marks stand on a page, by the page's printed lines.
pub(crate) fn recognise<'t>(lines: impl Iterator<Item = &'t str>) -> &'static Layout {
    let mut seen: Vec<(usize, &str)> = Vec::new();
    for line in lines.filter(|line| line.len() <= LONGEST_MARK).map(bare) {
        for i in MARKS.get(line).into_iter().flatten() {
            if !seen.contains(&(*i, line)) {
                seen.push((*i, line));
            }
        }
    }
    let known = |i: usize, layout: &&Layout| {
        let found = seen.iter().filter(|(of, _)| *of == i).count();
        layout.know.need > 0 && found >= layout.know.need
    };
    LAYOUTS.iter().enumerate().find(|(i, layout)| known(*i, layout)).map_or(&FALLBACK, |(_, l)| l)
}

static FALLBACK: LazyLock<Layout> =
    LazyLock::new(|| Layout { name: "plain".to_owned(), ..Layout::default() });

/// A line without bullets and spaces around it.
pub(crate) fn bare(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || c == '•')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_is_valid_and_named_as_registered() {
        for (name, source) in SOURCES {
            let layout: Layout = serde_json::from_str(source).expect(name);
            assert_eq!(layout.name, *name);
        }
        assert_eq!(LAYOUTS.len(), SOURCES.len());
        let every: Html = serde_json::from_str(EVERY_PAGE).expect("pages.toml");
        assert!(!every.drop.is_empty());
    }

    #[test]
    fn an_unknown_layout_is_told_with_the_known_ones() {
        let error = find("wilsn").unwrap_err().to_string();
        assert!(error.starts_with("no layout is named \"wilsn\"; known layouts: "), "{error}");
        assert!(error.ends_with(", plain") && error.contains("wilson-center, "), "{error}");
    }

    #[test]
    fn two_marks_make_a_page_of_the_archive_and_one_does_not() {
        let known = |lines: &[&'static str]| recognise(lines.iter().copied()).name.clone();
        assert_eq!(known(&["Skip to content", "x", "Record ID"]), "wilson-center");
        assert_eq!(known(&["Skip to content", "x"]), "plain");
    }
}
