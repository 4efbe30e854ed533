//! Turns.

use pyo3::prelude::*;

use crate::cue::{Addressee, Cue};
use crate::export;
use crate::html;
use crate::json;
use crate::kind::Kind;
use crate::memorandum::Memorandum;
use crate::participant::Participant;
use crate::parts::Parts;
use crate::pickle::{self, ReducedView};
use crate::quoted::Quoted;
use crate::repr;
use crate::shown::{Shown, name_of};
use crate::span::Span;
use crate::tuple::Tuple;
use crate::view::View;
use crate::written::Written;

/// What one speaker says until another does.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Turn(View);

impl Turn {
    /// Gives the turn at a place, if there is one.
    pub(crate) fn at(py: Python<'_>, memo: &Py<Memorandum>, place: usize) -> Option<Self> {
        memo.get().core().turns.get(place)?;
        Some(Self(View::new(py, memo, place)))
    }

    fn core(&self) -> &memcon::Turn {
        &self.0.memo().core().turns[self.0.place()]
    }

    fn people(&self, py: Python<'_>, ids: &[memcon::PersonId]) -> Tuple<Participant> {
        let person = |id: &memcon::PersonId| Participant::at(py, self.0.owner(), id.index());
        Tuple(ids.iter().filter_map(person).collect())
    }

    fn show<T: Shown>(&self, part: &T) -> T::As {
        part.shown(self.0.memo())
    }
}

#[pymethods]
impl Turn {
    /// The memorandum of which this is a turn.
    #[getter]
    fn memorandum(&self) -> &Py<Memorandum> {
        self.0.owner()
    }

    /// The place in the sequence of turns, from 0.
    #[getter]
    fn index(&self) -> usize {
        self.0.place()
    }

    /// The id, made of the label and the words, so that it outlives a new reading.
    #[getter]
    fn id(&self) -> &str {
        self.0.memo().turn_id(self.0.place())
    }

    /// The turn's place as selectors of the W3C Web Annotation model.
    #[getter]
    fn selector<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let memo = self.0.memo().core();
        json::loads(py, &memcon::write::selectors(memo, self.core().span))
    }

    /// Gives a ready citation.
    #[pyo3(signature = (style="footnote", *, document=""))]
    fn cite(&self, style: &str, document: &str) -> PyResult<String> {
        export::cite(self.0.memo(), document, Some(self.0.place()), style)
    }

    /// `verbatim` or `reported`.
    #[getter]
    fn mode(&self) -> String {
        name_of(&self.core().mode)
    }

    /// Who speaks; None where nobody fits or several do.
    #[getter]
    fn speaker(&self, py: Python<'_>) -> Option<Participant> {
        Participant::at(py, self.0.owner(), self.core().speaker?.index())
    }

    /// Everybody who speaks the turn jointly.
    #[getter]
    fn speakers(&self, py: Python<'_>) -> Tuple<Participant> {
        self.people(py, &self.core().speakers)
    }

    /// Who could be meant, where several could.
    #[getter]
    fn candidates(&self, py: Python<'_>) -> Tuple<Participant> {
        self.people(py, &self.core().candidates)
    }

    /// By which rule the speaker was found.
    #[getter]
    fn rule(&self) -> Option<String> {
        self.core().rule.as_ref().map(name_of)
    }

    /// How the turn is marked in a labelled record, without separator.
    #[getter]
    fn label(&self) -> Option<Written> {
        self.show(&self.core().label)
    }

    /// The reporting clause of a turn told in prose.
    #[getter]
    fn cue(&self) -> Option<Cue> {
        self.show(&self.core().cue)
    }

    /// To whom it is said, where that is told.
    #[getter]
    fn addressee(&self, py: Python<'_>) -> Option<Addressee> {
        Addressee::at(py, self.0.owner(), self.0.place())
    }

    /// Who gave it voice for the speaker.
    #[getter]
    fn voiced_by(&self) -> Option<Written> {
        self.show(&self.core().voiced_by)
    }

    /// The earlier turn that this one resumes after an interruption.
    #[getter]
    fn resumes(&self, py: Python<'_>) -> Option<Turn> {
        Turn::at(py, self.0.owner(), self.core().resumes?)
    }

    /// From the first character of the label to the last word.
    #[getter]
    fn span(&self) -> Span {
        self.show(&self.core().span)
    }

    /// The speech alone.
    #[getter]
    fn text(&self) -> &str {
        &self.core().text
    }

    /// How many words the speech has; every ideograph counts as one.
    #[getter]
    fn words(&self) -> usize {
        memcon::write::tables::word_count(&self.core().text)
    }

    /// The turn as written, label, page marks and all.
    #[getter]
    fn raw(&self) -> &str {
        self.0.memo().raw(self.core().span)
    }

    /// The paragraphs as written; the first begins after the label.
    #[getter]
    fn paragraphs(&self) -> Tuple<Written> {
        let memo = self.0.memo();
        let paragraph = |span: &memcon::Span| Written {
            text: memo.raw(*span).to_owned(),
            span: span.shown(memo),
        };
        Tuple(self.core().paragraphs.iter().map(paragraph).collect())
    }

    /// What the speaker does in speaking: `ask`, `answer`, `agree`.
    #[getter]
    fn speech_act(&self) -> Option<&'static str> {
        self.core().speech_act.map(memcon::SpeechAct::name)
    }

    /// How sure the attribution of a reported turn is, from 0 to 1.
    #[getter]
    fn confidence(&self) -> Option<f32> {
        self.core().confidence
    }

    /// Words given verbatim within a reported turn.
    #[getter]
    fn quotations(&self) -> Tuple<Written> {
        let memo = self.0.memo();
        let quotation = |span: &memcon::Span| Written {
            text: memo.raw(*span).to_owned(),
            span: span.shown(memo),
        };
        Tuple(self.core().quotations.iter().map(quotation).collect())
    }

    /// Whom the speaker quotes, in order of the text.
    #[getter]
    fn quoted(&self, py: Python<'_>) -> Tuple<Quoted> {
        let turn = self.0.place();
        let quoted = (0..self.core().quoted.len())
            .filter_map(|place| Quoted::at(py, self.0.owner(), turn, place));
        Tuple(quoted.collect())
    }

    /// The notes inside.
    #[getter]
    fn notes(&self, py: Python<'_>) -> Parts {
        Parts::of(py, self.0.owner(), Kind::Notes, self.core().notes.clone())
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.core() == other.core() && self.0.same(&other.0)
    }

    fn __hash__(&self) -> u64 {
        self.0.hash((self.core().span, &self.core().text))
    }

    fn __str__(&self) -> String {
        match html::who(self.0.memo(), self.core()) {
            Some(who) => format!("{who}: {}", self.core().text),
            None => self.core().text.clone(),
        }
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let who = html::who(self.0.memo(), self.core()).unwrap_or("?");
        let words = repr::quoted(py, &self.core().text)?;
        Ok(format!("<memcon.Turn {} {}: {words}>", self.0.place(), repr::line(who)))
    }

    fn _repr_html_(&self) -> String {
        html::turns(self.0.memo(), &[self.0.place()])
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<ReducedView<'py>> {
        pickle::reduce_view(py, "Turn", self.0.owner(), vec![self.0.place()])
    }
}
