//! The people of a conversation.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::identity::{Identity, NameParts};
use crate::kind::Kind;
use crate::memorandum::Memorandum;
use crate::parts::Parts;
use crate::pickle::{self, Reduced, ReducedView};
use crate::repr;
use crate::shown::{Shown, name_of, names_of};
use crate::span::Span;
use crate::tuple::Tuple;
use crate::view::View;
use crate::written::Written;

/// Somebody who took part in the conversation.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Participant(View);

impl Participant {
    /// Gives the participant at a place, if there is one.
    pub(crate) fn at(py: Python<'_>, memo: &Py<Memorandum>, place: usize) -> Option<Self> {
        memo.get().core().participants.get(place)?;
        Some(Self(View::new(py, memo, place)))
    }

    pub(crate) fn view(&self) -> &View {
        &self.0
    }

    fn core(&self) -> &memcon::Participant {
        &self.0.memo().core().participants[self.0.place()]
    }
}

#[pymethods]
impl Participant {
    /// The memorandum in which the person takes part.
    #[getter]
    fn memorandum(&self) -> &Py<Memorandum> {
        self.0.owner()
    }

    /// The id within the memorandum: `p1`, `p2`, ….
    #[getter]
    fn id(&self) -> String {
        memcon::PersonId::from_index(self.0.place()).to_string()
    }

    /// The name as most fully written, without honorific and office.
    #[getter]
    fn name(&self) -> &str {
        &self.core().name
    }

    /// The name taken apart; none where the person is called by an office.
    #[getter]
    fn name_parts(&self) -> Option<NameParts> {
        self.core().name_parts.shown(self.0.memo())
    }

    /// `Mr.`, `Cde.`, `General`.
    #[getter]
    fn honorific(&self) -> Option<&str> {
        self.core().honorific.as_deref()
    }

    /// Offices held, as written.
    #[getter]
    fn roles(&self) -> Tuple<Written> {
        self.core().roles.shown(self.0.memo())
    }

    /// The institution or country named beside the person.
    #[getter]
    fn affiliation(&self) -> Option<&str> {
        self.core().affiliation.as_deref()
    }

    /// The side or agency under whose heading the person is listed.
    #[getter]
    fn delegation(&self) -> Option<&str> {
        self.core().delegation.as_deref()
    }

    /// Ids by which the file's markup names the person, as written there.
    #[getter]
    fn refs(&self) -> Tuple<String> {
        Tuple(self.core().refs.clone())
    }

    /// In what capacities the person took part, in fixed order.
    #[getter]
    fn capacities(&self) -> Tuple<String> {
        names_of(&self.core().capacities)
    }

    /// When the person was there, where that was not all the time.
    #[getter]
    fn presence(&self) -> Tuple<Written> {
        self.core().presence.shown(self.0.memo())
    }

    /// Who the person is, by the roster that was given.
    #[getter]
    fn identity(&self) -> Option<Identity> {
        self.core().identity.shown(self.0.memo())
    }

    /// Every place that names the person in header, title, closing or label.
    #[getter]
    fn mentions(&self) -> Tuple<Mention> {
        self.core().mentions.shown(self.0.memo())
    }

    /// The turns of this person, in order; none for those who keep silent.
    #[getter]
    pub(crate) fn turns(&self, py: Python<'_>) -> Parts {
        let id = memcon::PersonId::from_index(self.0.place());
        let places = self.0.memo().core().turns_by(id).map(|turn| turn.index).collect();
        Parts::of(py, self.0.owner(), Kind::Turns, places)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.core() == other.core() && self.0.same(&other.0)
    }

    fn __hash__(&self) -> u64 {
        self.0.hash(self.core())
    }

    fn __str__(&self) -> &str {
        &self.core().name
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let name = repr::quoted(py, &self.core().name)?;
        Ok(format!("<memcon.Participant {} {name}>", self.id()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<ReducedView<'py>> {
        pickle::reduce_view(py, "Participant", self.0.owner(), vec![self.0.place()])
    }
}

/// One place where a participant is named.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Mention {
    /// The words, title and office included.
    text: String,
    /// Where they stand.
    span: Span,
    /// Which part of the document it is.
    carrier: String,
}

impl Shown for memcon::Mention {
    type As = Mention;

    fn shown(&self, memo: &Memorandum) -> Mention {
        Mention {
            text: self.text.clone(),
            span: self.span.shown(memo),
            carrier: name_of(&self.carrier),
        }
    }
}

#[pymethods]
impl Mention {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr::value(py, "Mention", &self.text, self.span)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
