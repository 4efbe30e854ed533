//! What the parts of a record come to together.

pub(crate) mod dates;
mod edtf;
