//! A place in a memorandum: what a turn, a participant and a note are made of.
//!
//! A view copies nothing. Views of one memorandum share it, also through a pickle.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;

use crate::memorandum::Memorandum;

/// One entry of a list of a memorandum.
pub(crate) struct View {
    memo: Py<Memorandum>,
    place: usize,
}

impl View {
    pub(crate) fn new(py: Python<'_>, memo: &Py<Memorandum>, place: usize) -> Self {
        Self { memo: memo.clone_ref(py), place }
    }

    /// Gives the memorandum as Rust sees it.
    pub(crate) fn memo(&self) -> &Memorandum {
        self.memo.get()
    }

    /// Gives the memorandum as Python sees it.
    pub(crate) fn owner(&self) -> &Py<Memorandum> {
        &self.memo
    }

    pub(crate) fn place(&self) -> usize {
        self.place
    }

    /// Tells whether two views show the same place of equal memoranda.
    pub(crate) fn same(&self, other: &Self) -> bool {
        self.place == other.place && same_memo(&self.memo, &other.memo)
    }

    /// Gives a hash of the place and of what is there; equal views hash alike.
    pub(crate) fn hash(&self, shown: impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.place, shown).hash(&mut hasher);
        hasher.finish()
    }
}

/// Tells whether two memoranda are equal; the same one is known at once.
pub(crate) fn same_memo(one: &Py<Memorandum>, other: &Py<Memorandum>) -> bool {
    one.is(other) || one.get() == other.get()
}
