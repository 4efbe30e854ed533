//! What each part of a document means in its place.

pub(crate) mod header;
