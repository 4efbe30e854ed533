//! Where a record comes from.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::shown::Shown;
use crate::tuple::Tuple;
use crate::written::Written;

/// Declares the class, its conversion and the list of what is told: one name a field.
macro_rules! provenance {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)*) => {
        /// Where a record comes from, as its page tells it; what is not told is None.
        #[pyclass(frozen, eq, hash, module = "memcon")]
        #[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub(crate) struct Provenance {
            $($(#[$doc])* #[pyo3(get, name = $name)] $field: Option<Written>,)*
            /// What may be done with it.
            #[pyo3(get)]
            rights: Tuple<Written>,
        }

        impl Shown for memcon::Provenance {
            type As = Provenance;

            fn shown(&self, memo: &Memorandum) -> Provenance {
                Provenance {
                    $($field: self.$field.shown(memo),)*
                    rights: self.rights.shown(memo),
                }
            }
        }

        impl Provenance {
            /// Gives the names and words of what is told.
            pub(crate) fn told(&self) -> Vec<(&'static str, &str)> {
                let fields = [$(($name, self.$field.as_ref()),)*];
                let rights = self.rights.0.iter().map(|right| ("rights", right));
                fields
                    .into_iter()
                    .filter_map(|(name, written)| Some((name, written?)))
                    .chain(rights)
                    .map(|(name, written)| (name, written.text.as_str()))
                    .collect()
            }
        }
    };
}

provenance! {
    /// The archive or library.
    repository = "repository",
    /// Its division.
    division = "division",
    /// The papers, fonds or record group.
    collection = "collection",
    /// The shelfmark.
    shelfmark = "shelfmark",
    /// The microfilm reel.
    reel = "reel",
    /// The container or box.
    container = "container",
    /// The archive that holds the original, where a field names it.
    original_archive = "original_archive",
    /// Who translated it.
    translator = "translator",
    /// The archive's summary.
    summary = "abstract",
    /// When the page was put up.
    uploaded = "uploaded",
    /// Where the page or the edition is published.
    url = "url",
    /// The archive's id of the record.
    record_id = "record_id",
    /// Who drafted the record, and when, as written.
    drafted = "drafted",
    /// Who approved it, and when, as written; a field may tell who cleared it.
    approved = "approved",
    /// Who cleared it, and when, as written.
    cleared = "cleared",
    /// The building or room where the source note says that the meeting was held.
    venue = "venue",
    /// The editors' note on the source, whole.
    source_note = "source_note",
}

#[pymethods]
impl Provenance {
    fn __str__(&self) -> String {
        let lines: Vec<String> =
            self.told().iter().map(|(name, words)| format!("{name}: {words}")).collect();
        lines.join("\n")
    }

    fn __repr__(&self) -> String {
        let names: Vec<&str> = self.told().iter().map(|(name, _)| *name).collect();
        format!("Provenance({})", names.join(", "))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
