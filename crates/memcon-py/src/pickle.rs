//! Pickling: a value is its JSON, a view is its memorandum and a place.
//!
//! The payload carries a version, so that a later memcon can say what it cannot read.

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use pyo3::{IntoPyObjectExt, PyTypeInfo};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cue::{Addressee, Cue};
use crate::date::{MeetingDate, Place, StatedDate};
use crate::diagnostic::Diagnostic;
use crate::error::memcon_error;
use crate::export::Loss;
use crate::header::{Marking, Title};
use crate::identity::{Identity, NameParts, Roster};
use crate::kind::Kind;
use crate::memorandum::Memorandum;
use crate::movement::Movement;
use crate::note::Note;
use crate::participant::{Mention, Participant};
use crate::parts::Parts;
use crate::piece::{Gloss, LabelReading, Piece};
use crate::provenance::Provenance;
use crate::quoted::Quoted;
use crate::span::Span;
use crate::turn::Turn;
use crate::written::Written;

/// The version of what `__reduce__` writes.
const VERSION: u32 = 1;

type Payload<'py> = (String, u32, Bound<'py, PyBytes>);
type ViewPayload = (&'static str, u32, Py<Memorandum>, Vec<usize>);

/// What `__reduce__` gives for a value: a function and what to call it with.
pub(crate) type Reduced<'py> = (Bound<'py, PyAny>, Payload<'py>);
/// What `__reduce__` gives for a view.
pub(crate) type ReducedView<'py> = (Bound<'py, PyAny>, ViewPayload);

/// Gives the pickle of a value.
pub(crate) fn reduce<'py, T>(py: Python<'py>, value: &T) -> PyResult<Reduced<'py>>
where
    T: PyTypeInfo + Serialize,
{
    let json = serde_json::to_vec(value).map_err(|error| memcon_error(py, &error.to_string()))?;
    reduce_bytes::<T>(py, PyBytes::new(py, &json))
}

/// Gives the pickle of a value whose JSON is made.
pub(crate) fn reduce_bytes<'py, T: PyTypeInfo>(
    py: Python<'py>,
    json: Bound<'py, PyBytes>,
) -> PyResult<Reduced<'py>> {
    let class = T::type_object(py).name()?.to_string();
    Ok((ours(py, "_restore")?, (class, VERSION, json)))
}

/// Gives the pickle of a view: several views of one memorandum carry it once.
pub(crate) fn reduce_view<'py>(
    py: Python<'py>,
    class: &'static str,
    memo: &Py<Memorandum>,
    places: Vec<usize>,
) -> PyResult<ReducedView<'py>> {
    Ok((ours(py, "_restore_view")?, (class, VERSION, memo.clone_ref(py), places)))
}

fn ours<'py>(py: Python<'py>, function: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("memcon._memcon")?.getattr(function)
}

/// Makes a value again from its pickle.
#[pyfunction]
#[pyo3(name = "_restore")]
pub(crate) fn restore(
    py: Python<'_>,
    class: &str,
    version: u32,
    payload: &[u8],
) -> PyResult<Py<PyAny>> {
    check(py, version)?;
    match class {
        "Memorandum" => into_any(py, Memorandum::new(value(py, payload)?)),
        "Cue" => object::<Cue>(py, payload),
        "Diagnostic" => object::<Diagnostic>(py, payload),
        "Gloss" => object::<Gloss>(py, payload),
        "Identity" => object::<Identity>(py, payload),
        "LabelReading" => object::<LabelReading>(py, payload),
        "Loss" => object::<Loss>(py, payload),
        "Marking" => object::<Marking>(py, payload),
        "MeetingDate" => object::<MeetingDate>(py, payload),
        "Mention" => object::<Mention>(py, payload),
        "Movement" => object::<Movement>(py, payload),
        "NameParts" => object::<NameParts>(py, payload),
        "Piece" => object::<Piece>(py, payload),
        "Place" => object::<Place>(py, payload),
        "Provenance" => object::<Provenance>(py, payload),
        "Roster" => into_any(py, Roster::of(value(py, payload)?)),
        "Span" => object::<Span>(py, payload),
        "StatedDate" => object::<StatedDate>(py, payload),
        "Title" => object::<Title>(py, payload),
        "Written" => object::<Written>(py, payload),
        _ => Err(unknown(py, class)),
    }
}

/// Makes a view again from its pickle.
#[pyfunction]
#[pyo3(name = "_restore_view")]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
pub(crate) fn restore_view(
    py: Python<'_>,
    class: &str,
    version: u32,
    memo: Py<Memorandum>,
    places: Vec<usize>,
) -> PyResult<Py<PyAny>> {
    check(py, version)?;
    if let Some(kind) = Kind::named(class) {
        let parts = Parts::of(py, &memo, kind, places);
        return Ok(Py::new(py, parts)?.into_any());
    }
    let view = places.first().and_then(|&place| match class {
        "Addressee" => Some(into_any(py, Addressee::at(py, &memo, place)?)),
        "Note" => Some(into_any(py, Note::at(py, &memo, place)?)),
        "Participant" => Some(into_any(py, Participant::at(py, &memo, place)?)),
        "Quoted" => Some(into_any(py, Quoted::at(py, &memo, place, *places.get(1)?)?)),
        "Turn" => Some(into_any(py, Turn::at(py, &memo, place)?)),
        _ => None,
    });
    view.unwrap_or_else(|| Err(unknown(py, class)))
}

fn value<T: DeserializeOwned>(py: Python<'_>, payload: &[u8]) -> PyResult<T> {
    serde_json::from_slice(payload)
        .map_err(|error| memcon_error(py, &format!("not a pickle of memcon: {error}")))
}

fn object<T>(py: Python<'_>, payload: &[u8]) -> PyResult<Py<PyAny>>
where
    T: DeserializeOwned + for<'py> IntoPyObject<'py, Error = PyErr>,
{
    into_any(py, value::<T>(py, payload)?)
}

fn into_any<'py, T: IntoPyObject<'py, Error = PyErr>>(
    py: Python<'py>,
    value: T,
) -> PyResult<Py<PyAny>> {
    value.into_py_any(py)
}

fn check(py: Python<'_>, version: u32) -> PyResult<()> {
    if version == VERSION {
        return Ok(());
    }
    let message = format!("a pickle of version {version}; expected version {VERSION}");
    Err(memcon_error(py, &message))
}

fn unknown(py: Python<'_>, class: &str) -> PyErr {
    memcon_error(py, &format!("a pickle of {class:?}; expected a class of memcon and its place"))
}
