//! The layouts of archives, by name.

use crate::error::Error;

/// How one archive publishes its records.
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) name: &'static str,
}

static LAYOUTS: &[Layout] = &[Layout { name: "plain" }, Layout { name: "wilson-center" }];

/// Gives the layout of a name.
pub(crate) fn find(name: &str) -> Result<&'static Layout, Error> {
    LAYOUTS
        .iter()
        .find(|layout| layout.name == name)
        .ok_or_else(|| Error::UnknownLayout { name: name.to_owned(), known: names() })
}

/// Lists the names, sorted.
pub(crate) fn names() -> Vec<String> {
    LAYOUTS.iter().map(|layout| layout.name.to_owned()).collect()
}
