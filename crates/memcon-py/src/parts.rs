//! Sequences of a memorandum's parts, made as they are asked for.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::exceptions::{PyIndexError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PySlice, PyTuple, PyType};
use pyo3::{IntoPyObjectExt, PyTypeInfo};

use crate::html;
use crate::kind::Kind;
use crate::memorandum::Memorandum;
use crate::note::Note;
use crate::participant::Participant;
use crate::pickle::{self, ReducedView};
use crate::repr;
use crate::shown::Shown;
use crate::turn::Turn;
use crate::view::same_memo;

/// An immutable sequence of parts of a memorandum.
#[pyclass(frozen, sequence, module = "memcon")]
pub(crate) struct Parts {
    memo: Py<Memorandum>,
    kind: Kind,
    places: Vec<usize>,
}

impl Parts {
    /// Gives the entries of a list that stand at `places`, as far as there are such.
    pub(crate) fn of(
        py: Python<'_>,
        memo: &Py<Memorandum>,
        kind: Kind,
        mut places: Vec<usize>,
    ) -> Self {
        let len = kind.len(memo.get().core());
        places.retain(|&place| place < len);
        Self { memo: memo.clone_ref(py), kind, places }
    }

    /// Gives every entry of a list.
    pub(crate) fn all(memo: &Bound<'_, Memorandum>, kind: Kind) -> Self {
        let places = (0..kind.len(memo.get().core())).collect();
        Self { memo: memo.clone().unbind(), kind, places }
    }

    fn item<'py>(&self, py: Python<'py>, place: usize) -> PyResult<Bound<'py, PyAny>> {
        let (memo, core) = (self.memo.get(), self.memo.get().core());
        match self.kind {
            Kind::Turns => Turn::at(py, &self.memo, place).into_bound_py_any(py),
            Kind::Participants => Participant::at(py, &self.memo, place).into_bound_py_any(py),
            Kind::Notes => Note::at(py, &self.memo, place).into_bound_py_any(py),
            Kind::Pieces => core.pieces[place].shown(memo).into_bound_py_any(py),
            Kind::LabelReadings => core.label_readings[place].shown(memo).into_bound_py_any(py),
        }
    }

    fn items<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        self.places.iter().map(|&place| self.item(py, place)).collect()
    }
}

#[pymethods]
impl Parts {
    /// Gives the type of a sequence of one kind of part: `Parts[Turn]`.
    #[classmethod]
    fn __class_getitem__<'py>(
        class: &Bound<'py, PyType>,
        item: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        class.py().import("types")?.getattr("GenericAlias")?.call1((class, item))
    }

    fn __len__(&self) -> usize {
        self.places.len()
    }

    fn __getitem__<'py>(&self, key: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, len) = (key.py(), self.places.len());
        if let Ok(slice) = key.cast::<PySlice>() {
            let range = slice.indices(len.try_into()?)?;
            let places = (0..range.slicelength)
                .map(|step| range.start + step.cast_signed() * range.step)
                .map(|at| self.places[at.cast_unsigned()])
                .collect();
            return Self::of(py, &self.memo, self.kind, places).into_bound_py_any(py);
        }
        let Ok(at) = key.extract::<isize>() else {
            let found = key.get_type().name()?;
            let message = format!("expected an int or a slice, found {found}");
            return Err(PyTypeError::new_err(message));
        };
        let at = if at < 0 { at + len.cast_signed() } else { at };
        let place = usize::try_from(at).ok().and_then(|at| self.places.get(at));
        let Some(&place) = place else {
            let message = format!("there is no {} at {at}; there are {len}", self.kind.noun());
            return Err(PyIndexError::new_err(message));
        };
        self.item(py, place)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(py, self.items(py)?)?.try_iter()?.into_any())
    }

    fn __reversed__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items: Vec<_> = self.items(py)?.into_iter().rev().collect();
        Ok(PyTuple::new(py, items)?.try_iter()?.into_any())
    }

    fn __contains__(&self, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        PyTuple::new(value.py(), self.items(value.py())?)?.contains(value)
    }

    /// Gives the place of the first entry equal to `value`.
    #[pyo3(signature = (value, start=0, stop=isize::MAX, /))]
    fn index(&self, value: &Bound<'_, PyAny>, start: isize, stop: isize) -> PyResult<usize> {
        let items = PyTuple::new(value.py(), self.items(value.py())?)?;
        let found = items.call_method1("index", (value, start, stop)).map_err(|_| {
            PyValueError::new_err(format!("it is not among these {}", self.kind.name()))
        });
        found?.extract()
    }

    /// Counts the entries equal to `value`.
    fn count(&self, value: &Bound<'_, PyAny>) -> PyResult<usize> {
        let items = PyTuple::new(value.py(), self.items(value.py())?)?;
        items.call_method1("count", (value,))?.extract()
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.kind == other.kind && self.places == other.places && same_memo(&self.memo, &other.memo)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.kind, &self.places, self.memo.get().digest()).hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self) -> String {
        format!("<memcon.Parts: {}>", repr::count(self.places.len(), self.kind.noun()))
    }

    fn __str__(&self, py: Python<'_>) -> PyResult<String> {
        let lines: Vec<String> = self
            .items(py)?
            .iter()
            .map(|item| Ok(item.str()?.to_string()))
            .collect::<PyResult<_>>()?;
        let gap = if self.kind == Kind::Turns { "\n\n" } else { "\n" };
        Ok(lines.join(gap))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let memo = self.memo.get();
        match self.kind {
            Kind::Turns => Ok(html::turns(memo, &self.places)),
            Kind::Participants => Ok(html::people(memo, &self.places)),
            Kind::Notes | Kind::Pieces | Kind::LabelReadings => {
                let lines: Vec<String> = self
                    .items(py)?
                    .iter()
                    .take(html::MOST)
                    .map(|item| Ok(item.repr()?.to_string()))
                    .collect::<PyResult<_>>()?;
                Ok(html::list(&lines, self.places.len(), self.kind.noun()))
            }
        }
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<ReducedView<'py>> {
        pickle::reduce_view(py, self.kind.name(), &self.memo, self.places.clone())
    }
}

/// Tells Python that `Parts` is a sequence, for `isinstance` and `match`.
pub(crate) fn register(py: Python<'_>) -> PyResult<()> {
    let sequence = py.import("collections.abc")?.getattr("Sequence")?;
    sequence.call_method1("register", (Parts::type_object(py),))?;
    Ok(())
}
