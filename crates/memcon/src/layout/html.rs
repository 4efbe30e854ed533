//! What a layout knows of a site's pages: where the document is, what is furniture, what the
//! catalogue says.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::selector::Selector;
use crate::source::Fact;

/// The web pages of a site.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Html {
    /// Hosts of the site, as in the address that a page gives of itself.
    pub(crate) hosts: Vec<String>,
    /// What only pages of the site have; one is enough.
    pub(crate) know: Vec<Selector>,
    /// What a text of the page begins with that only pages of the site have.
    pub(crate) says: Vec<String>,
    /// Where the document is: the first that points at any words; all that it points at.
    pub(crate) body: Vec<Selector>,
    /// What is no part of the document though it stands inside it.
    pub(crate) drop: Vec<Selector>,
    /// What is furniture wherever most of a page's words are looked for: menus, what is related.
    pub(crate) furniture: Vec<Selector>,
    /// How lines begin that only lead elsewhere, in lower case: "back to", "next".
    pub(crate) ways: Vec<String>,
    /// Where the line ends of the file are line ends of the text.
    pub(crate) lines: Vec<Selector>,
    /// Headings, and parts that are set apart as such.
    pub(crate) headings: Vec<Selector>,
    pub(crate) list_heads: Vec<Selector>,
    pub(crate) datelines: Vec<Selector>,
    pub(crate) persons: Vec<Selector>,
    pub(crate) attachments: Vec<Selector>,
    /// What is quoted: nobody speaks there.
    pub(crate) quotes: Vec<Selector>,
    pub(crate) pages: Pages,
    pub(crate) notes: Notes,
    pub(crate) emphasis: Emphasis,
    pub(crate) catalogue: Catalogue,
    pub(crate) refuse: Vec<Refuse>,
}

/// Where pages of the original begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Pages {
    pub(crate) marks: Vec<Selector>,
    /// Attributes that number them, where no words do.
    pub(crate) attributes: Vec<String>,
}

/// Footnotes.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Notes {
    /// Their numbers in the text.
    pub(crate) callouts: Vec<Selector>,
    /// The notes, one each.
    pub(crate) items: Vec<Selector>,
    /// What holds them all, with its heading: no part of the text besides them.
    pub(crate) regions: Vec<Selector>,
    /// Headings after which everything is a note.
    pub(crate) headings: Vec<String>,
}

/// Emphasis by class, where no tag gives it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Emphasis {
    pub(crate) bold: Vec<Selector>,
    pub(crate) italic: Vec<Selector>,
    pub(crate) small_caps: Vec<Selector>,
    pub(crate) underlined: Vec<Selector>,
}

/// What the page says of the document.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Catalogue {
    /// Facts, and where they stand.
    pub(crate) facts: BTreeMap<Fact, Vec<Selector>>,
    /// Names of fields; what follows one, up to the next or to the end of what holds it, is its
    /// value.
    pub(crate) labels: Vec<Selector>,
    /// The facts that fields tell, by their names in lower case, without a colon or `(s)`.
    pub(crate) fields: HashMap<String, Fact>,
}

/// How to know a page that is no document, and what it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Refuse {
    /// What the page is, in words: "a list of documents".
    pub(crate) what: String,
    /// What only such pages have; one is enough.
    #[serde(default)]
    pub(crate) has: Vec<Selector>,
    /// How their titles begin, in lower case.
    #[serde(default)]
    pub(crate) titles: Vec<String>,
    /// Whether such a page is a document all the same if its body has words.
    #[serde(default)]
    pub(crate) unless_body: bool,
}
