//! Where a record comes from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::Written;
use crate::span::map_spans;

/// Where a record comes from, as its page tells it; what is not told is absent.
///
/// What only the file's metadata tell has an empty span.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Provenance {
    /// The archive or library.
    pub repository: Option<Written>,
    /// Its division.
    pub division: Option<Written>,
    /// The papers, fonds or record group.
    pub collection: Option<Written>,
    /// The shelfmark.
    pub shelfmark: Option<Written>,
    /// The microfilm reel.
    pub reel: Option<Written>,
    /// The container or box.
    pub container: Option<Written>,
    /// The archive that holds the original, where a field names it.
    pub original_archive: Option<Written>,
    /// Who translated it.
    pub translator: Option<Written>,
    /// The archive's summary.
    #[serde(rename = "abstract")]
    pub summary: Option<Written>,
    /// What may be done with it.
    pub rights: Vec<Written>,
    /// When the page was put up.
    pub uploaded: Option<Written>,
    /// Where the page or the edition is published.
    pub url: Option<Written>,
    /// The archive's id of the record.
    pub record_id: Option<Written>,
    /// Who drafted the record, and when, as written.
    pub drafted: Option<Written>,
    /// Who approved it, and when, as written; a field of the head may tell who cleared it.
    pub approved: Option<Written>,
    /// Who cleared it, and when, as written.
    #[serde(default)]
    pub cleared: Option<Written>,
    /// The building or room where the source note says that the meeting was held.
    #[serde(default)]
    pub venue: Option<Written>,
    /// The editors' note on the source, whole.
    pub source_note: Option<Written>,
}

map_spans!(Provenance {
    repository,
    division,
    collection,
    shelfmark,
    reel,
    container,
    original_archive,
    translator,
    summary,
    rights,
    uploaded,
    url,
    record_id,
    drafted,
    approved,
    cleared,
    venue,
    source_note
});
