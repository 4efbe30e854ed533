//! What each part of a record means here: which label scheme is this document's, where speech
//! begins and ends. Only this module and `resolve` may doubt.

mod below;
mod callout_gaps;
pub(crate) mod callouts;
pub(crate) mod candidates;
pub(crate) mod closing;
pub(crate) mod deeds;
pub(crate) mod enclosed;
pub(crate) mod ending;
pub(crate) mod evidence;
pub(crate) mod footnotes;
pub(crate) mod header;
pub(crate) mod in_source;
pub(crate) mod inner;
pub(crate) mod label_words;
pub(crate) mod letterhead;
pub(crate) mod linewise;
pub(crate) mod marks;
pub(crate) mod noise;
pub(crate) mod note_marks;
pub(crate) mod page;
pub(crate) mod page_mark;
pub(crate) mod paragraph;
pub(crate) mod pieces;
pub(crate) mod portions;
pub(crate) mod resumption;
mod running;
pub(crate) mod scheme;
pub(crate) mod signature;
pub(crate) mod speech;
pub(crate) mod turns;
pub(crate) mod unmarked;
pub(crate) mod weigh;
