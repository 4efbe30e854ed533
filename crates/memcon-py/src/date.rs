//! When and where.

use memcon::Moment;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateTime};
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::{Shown, name_of};
use crate::span::Span;

/// When the conversation took place.
#[pyclass(frozen, eq, hash, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct MeetingDate {
    start: Option<Moment>,
    end: Option<Moment>,
    /// The date as an EDTF string.
    #[pyo3(get)]
    edtf: Option<String>,
    /// The words of the date.
    #[pyo3(get)]
    text: String,
    /// Where they stand.
    #[pyo3(get)]
    span: Span,
}

impl Shown for memcon::MeetingDate {
    type As = MeetingDate;

    fn shown(&self, memo: &Memorandum) -> MeetingDate {
        MeetingDate {
            start: self.start,
            end: self.end,
            edtf: self.edtf.clone(),
            text: self.text.clone(),
            span: self.span.shown(memo),
        }
    }
}

#[pymethods]
impl MeetingDate {
    /// When it began: a date, or a datetime where the minute is written; None if incomplete.
    #[getter]
    fn start<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        calendar(py, self.start?)
    }

    /// When it ended: a date, or a datetime where the minute is written; None if incomplete.
    #[getter]
    fn end<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyAny>> {
        calendar(py, self.end?)
    }

    /// When it began, as precise as it is written: `1963-10`.
    #[getter]
    fn start_text(&self) -> Option<String> {
        self.start.map(|moment| moment.to_string())
    }

    /// When it ended, as precise as it is written: `1963-10`.
    #[getter]
    fn end_text(&self) -> Option<String> {
        self.end.map(|moment| moment.to_string())
    }

    pub(crate) fn __str__(&self) -> String {
        match (self.start, self.end) {
            (Some(start), Some(end)) => format!("{start}/{end}"),
            (Some(start), None) => start.to_string(),
            (None, _) => self.edtf.clone().unwrap_or_else(|| self.text.clone()),
        }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let words = repr::quoted(py, &self.text)?;
        Ok(format!("MeetingDate('{}', text={words})", self.__str__()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// Gives a moment as Python's date or datetime, if it is complete and in the calendar.
fn calendar(py: Python<'_>, moment: Moment) -> Option<Bound<'_, PyAny>> {
    let (year, month, day) = (moment.year.into(), moment.month?, moment.day?);
    let made = match moment.time {
        Some((hour, minute)) => {
            PyDateTime::new(py, year, month, day, hour, minute, 0, 0, None).map(Bound::into_any)
        }
        None => PyDate::new(py, year, month, day).map(Bound::into_any),
    };
    made.ok()
}

/// A date that the document states for the conversation.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct StatedDate {
    /// Which part of the document states it.
    carrier: String,
    /// The date.
    date: MeetingDate,
}

impl Shown for memcon::StatedDate {
    type As = StatedDate;

    fn shown(&self, memo: &Memorandum) -> StatedDate {
        StatedDate { carrier: name_of(&self.carrier), date: self.date.shown(memo) }
    }
}

#[pymethods]
impl StatedDate {
    fn __str__(&self) -> String {
        self.date.__str__()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("StatedDate({}, carrier='{}')", self.date.__repr__(py)?, self.carrier))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// Where the conversation took place.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Place {
    /// The place as named, without brackets and stops.
    name: String,
    /// Whether editors supplied it in brackets.
    supplied: bool,
    /// Where it stands.
    span: Span,
}

impl Shown for memcon::Place {
    type As = Place;

    fn shown(&self, memo: &Memorandum) -> Place {
        Place { name: self.name.clone(), supplied: self.supplied, span: self.span.shown(memo) }
    }
}

#[pymethods]
impl Place {
    fn __str__(&self) -> &str {
        &self.name
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr::value(py, "Place", &self.name, self.span)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
