//! Layouts: how one archive's pages are made. A layout is data, one TOML a file.
//!
//! To add an archive: write `layouts/NAME.toml` (copy `wilson-center.toml`, which explains each
//! key), add a line to [`SOURCES`], and put invented pages into `tests/corpus/NAME`.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::error::Error;

/// The layouts that memcon ships, in the order in which they are tried; `plain` is last.
const SOURCES: &[(&str, &str)] = &[
    ("wilson-center", include_str!("../layouts/wilson-center.toml")),
    ("plain", include_str!("../layouts/plain.toml")),
];

/// How an archive's pages are made.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Layout {
    pub(crate) name: String,
    #[serde(rename = "about")]
    _about: String,
    #[serde(default)]
    pub(crate) know: Know,
    #[serde(default)]
    pub(crate) before: Before,
    #[serde(default)]
    pub(crate) after: After,
    #[serde(default)]
    pub(crate) not_a_document: NotADocument,
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

/// A fact of provenance that a field names.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fact {
    Uploaded,
    RecordId,
}

/// How to know a page that is no document.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct NotADocument {
    pub(crate) lines: Vec<String>,
    pub(crate) patterns: Vec<String>,
}

static LAYOUTS: LazyLock<Vec<Layout>> = LazyLock::new(|| {
    SOURCES.iter().filter_map(|(_, source)| toml::from_str(source).ok()).collect()
});

/// Gives the names of the layouts that memcon knows.
pub(crate) fn names() -> Vec<String> {
    SOURCES.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// Finds a layout by its name.
pub(crate) fn find(name: &str) -> Result<&'static Layout, Error> {
    LAYOUTS
        .iter()
        .find(|layout| layout.name == name)
        .ok_or_else(|| Error::UnknownLayout { name: name.to_owned(), known: names() })
}

/// No mark of a layout is longer, in bytes.
const LONGEST_MARK: usize = 80;

/// Finds the layout whose marks stand on a page, by the page's printed lines.
pub(crate) fn recognise<'t>(lines: impl Iterator<Item = &'t str>) -> &'static Layout {
    let mut seen: Vec<(usize, &str)> = Vec::new();
    for line in lines.filter(|line| line.len() <= LONGEST_MARK).map(bare) {
        for (i, layout) in LAYOUTS.iter().enumerate() {
            if layout.know.lines.iter().any(|mark| mark == line) && !seen.contains(&(i, line)) {
                seen.push((i, line));
            }
        }
    }
    let known = |i: usize, layout: &&Layout| {
        seen.iter().filter(|(of, _)| *of == i).count() >= layout.know.need
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
            let layout: Layout = toml::from_str(source).expect(name);
            assert_eq!(layout.name, *name);
        }
        assert_eq!(LAYOUTS.len(), SOURCES.len());
    }

    #[test]
    fn an_unknown_layout_is_told_with_the_known_ones() {
        let error = find("wilsn").unwrap_err().to_string();
        assert_eq!(error, "no layout is named \"wilsn\"; known layouts: wilson-center, plain");
    }

    #[test]
    fn two_marks_make_a_page_of_the_archive_and_one_does_not() {
        let known = |lines: &[&'static str]| recognise(lines.iter().copied()).name.clone();
        assert_eq!(known(&["Skip to content", "x", "Record ID"]), "wilson-center");
        assert_eq!(known(&["Skip to content", "x"]), "plain");
    }
}
