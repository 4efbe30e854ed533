//! Who somebody is outside the record, the name taken apart, and the roster that knows it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde::{Deserialize, Serialize};

use crate::error::{memcon_error, raised};
use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::{Shown, name_of};
use crate::tuple::Tuple;

/// Who a participant is, by a roster.
#[pyclass(frozen, eq, hash, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// The name as the roster has it.
    #[pyo3(get)]
    name: String,
    /// The office by which the person was found or which the person held.
    #[pyo3(get)]
    office: Option<String>,
    /// Ids elsewhere, by the name of the authority.
    #[pyo3(get)]
    ids: BTreeMap<String, String>,
    /// By which rule the roster knows the person.
    #[pyo3(get)]
    rule: String,
}

impl Shown for memcon::Identity {
    type As = Identity;

    fn shown(&self, _: &Memorandum) -> Identity {
        Identity {
            name: self.name.clone(),
            office: self.office.clone(),
            ids: self.ids.clone(),
            rule: name_of(&self.rule),
        }
    }
}

#[pymethods]
impl Identity {
    fn __str__(&self) -> &str {
        &self.name
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<memcon.Identity {}>", repr::quoted(py, &self.name)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// A name taken apart.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct NameParts {
    /// The surname with its particles.
    family: String,
    /// Given names and initials.
    given: Option<String>,
    /// `Jr.`, `III`.
    suffix: Option<String>,
    /// Whether the surname is written first.
    family_first: bool,
    /// The key to sort and to compare by.
    sort: String,
}

impl Shown for memcon::NameParts {
    type As = NameParts;

    fn shown(&self, _: &Memorandum) -> NameParts {
        NameParts {
            family: self.family.clone(),
            given: self.given.clone(),
            suffix: self.suffix.clone(),
            family_first: self.family_first,
            sort: self.sort.clone(),
        }
    }
}

#[pymethods]
impl NameParts {
    fn __str__(&self) -> &str {
        &self.sort
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("<memcon.NameParts {}>", repr::quoted(py, &self.sort)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// People, their names, offices and ids, as the caller knows them.
#[pyclass(frozen, eq, hash, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Roster(Arc<memcon::Roster>);

impl Roster {
    /// Gives the roster of a core's value.
    pub(crate) fn of(roster: memcon::Roster) -> Self {
        Self(Arc::new(roster))
    }

    /// Gives the roster for the options of a reading.
    pub(crate) fn shared(&self) -> Arc<memcon::Roster> {
        Arc::clone(&self.0)
    }
}

#[pymethods]
impl Roster {
    /// Reads a roster from a file of TOML or CSV.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn read(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let read = py.detach(|| memcon::Roster::read(path));
        read.map(Self::of).map_err(|error| raised(py, &error))
    }

    /// Reads a roster from TOML.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn from_toml(py: Python<'_>, text: &str) -> PyResult<Self> {
        let read = memcon::Roster::from_toml(text);
        read.map(Self::of).map_err(|error| raised(py, &error))
    }

    /// Reads a roster from CSV.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn from_csv(py: Python<'_>, text: &str) -> PyResult<Self> {
        let read = memcon::Roster::from_csv(text);
        read.map(Self::of).map_err(|error| raised(py, &error))
    }

    /// The names of the people, in the order of the file.
    #[getter]
    fn names(&self) -> Tuple<String> {
        Tuple(self.0.people().iter().map(|person| person.name.clone()).collect())
    }

    fn __str__(&self) -> String {
        let names: Vec<&str> = self.0.people().iter().map(|person| &*person.name).collect();
        names.join("\n")
    }

    fn __len__(&self) -> usize {
        self.0.people().len()
    }

    fn __repr__(&self) -> String {
        let count = self.0.people().len();
        format!("<memcon.Roster: {count} {}>", if count == 1 { "person" } else { "people" })
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        let json = serde_json::to_vec(&*self.0);
        let json = json.map_err(|error| memcon_error(py, &error.to_string()))?;
        pickle::reduce_bytes::<Self>(py, PyBytes::new(py, &json))
    }
}
