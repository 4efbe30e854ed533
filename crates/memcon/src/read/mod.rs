//! From files and bytes to the documents in them.

mod decode;
mod extracted;
mod html;
mod json;
mod open;
mod packed;
mod tei;

pub(crate) use self::open::{Contents, contents, open};
pub(crate) use self::packed::Members;
