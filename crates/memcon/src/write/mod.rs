//! From a record to other forms: JSON, an outline, tables.

mod document;
mod ids;
mod json;
mod outline;
pub mod tables;

pub use self::document::Document;
pub use self::ids::{document_id, turn_ids};
pub use self::json::JsonStyle;
pub use self::outline::outline;
