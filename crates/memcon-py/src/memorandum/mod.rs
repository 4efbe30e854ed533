//! A record of conversation.

mod methods;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use memcon::{CharIndex, CharSteps, Parsed};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

use crate::shown::Shown;

/// A record of conversation, read.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Memorandum {
    parsed: Parsed,
    steps: CharSteps,
    /// The text as Python holds it, once it was asked for: `memo.text[span.slice]` is cheap.
    text: PyOnceLock<Py<PyString>>,
    /// The ids of the turns, once one was asked for.
    turn_ids: OnceLock<Vec<String>>,
}

impl Memorandum {
    pub(crate) fn new(parsed: Parsed) -> Self {
        let steps = CharIndex::new(&parsed.memorandum.text).into_steps();
        Self { parsed, steps, text: PyOnceLock::new(), turn_ids: OnceLock::new() }
    }

    pub(crate) fn core(&self) -> &memcon::Memorandum {
        &self.parsed.memorandum
    }

    /// Gives the bridge from bytes to code points.
    pub(crate) fn index(&self) -> CharIndex<'_> {
        CharIndex::with_steps(&self.core().text, &self.steps)
    }

    /// Gives the words at a place, as written.
    pub(crate) fn raw(&self, span: memcon::Span) -> &str {
        span.of(&self.core().text)
    }

    /// Gives the id of a turn, made of its words.
    pub(crate) fn turn_id(&self, place: usize) -> &str {
        let ids = self.turn_ids.get_or_init(|| memcon::write::turn_ids(self.core()));
        ids.get(place).map_or("", String::as_str)
    }

    /// Counts the diagnostics.
    pub(crate) fn doubts(&self) -> usize {
        self.parsed.diagnostics.len()
    }

    /// Gives a hash; equal memoranda have equal ones.
    pub(crate) fn digest(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.core().text, &self.core().layout, self.core().turns.len()).hash(&mut hasher);
        hasher.finish()
    }

    /// Gives the record with its doubts.
    pub(crate) fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    fn show<T: Shown>(&self, part: &T) -> T::As {
        part.shown(self)
    }
}

impl PartialEq for Memorandum {
    fn eq(&self, other: &Self) -> bool {
        self.parsed == other.parsed
    }
}
