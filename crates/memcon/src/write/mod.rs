//! From a record to other forms: JSON, an outline, TEI, ConvoKit, tables, reading editions.
//!
//! Every writer of text gives an [`Export`]: what was written, and what of the record its format
//! could not carry.

mod cite;
mod convokit;
mod delimited;
mod document;
mod flow;
mod folder;
mod gexf;
mod html;
mod ids;
mod inline;
mod json;
mod loss;
mod markdown;
mod outline;
mod select;
pub mod tables;
mod tei;
mod xml;

pub use self::cite::{CitationStyle, cite};
pub use self::convokit::convokit;
pub use self::delimited::{Delimiter, delimited, delimited_table, delimited_tables};
pub use self::document::Document;
pub use self::folder::Folder;
pub use self::gexf::gexf;
pub use self::html::html;
pub use self::ids::{document_id, turn_ids};
pub use self::json::{JsonStyle, jsonl};
pub use self::loss::{Export, Loss, Part};
pub use self::markdown::markdown;
pub use self::outline::outline;
pub use self::select::selectors;
pub use self::tei::{parla_clarin, tei};
