//! From files and bytes to the documents in them.

mod decode;
mod html;
mod open;
mod tei;

pub(crate) use self::open::{Contents, contents, open};
