//! What Python sees of a record of conversation.

use std::path::PathBuf;
use std::slice;

use memcon::PersonId;
use memcon::write::{self, Delimiter};
use pyo3::exceptions::{PyKeyError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PySlice, PyString};

use super::Memorandum;
use crate::date::{MeetingDate, Place, StatedDate};
use crate::diagnostic::Diagnostic;
use crate::export::{self, Loss, Made};
use crate::header::{Marking, Title};
use crate::kind::Kind;
use crate::movement::Movement;
use crate::participant::Participant;
use crate::parts::Parts;
use crate::pickle::{self, Reduced};
use crate::piece::Gloss;
use crate::provenance::Provenance;
use crate::shown::name_of;
use crate::span::Span;
use crate::table::{Table, known};
use crate::tuple::Tuple;
use crate::view::same_memo;
use crate::written::Written;
use crate::{html, json, ledger, repr};

#[pymethods]
impl Memorandum {
    /// The reading text; every span counts code points of it.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.get_or_init(py, || PyString::new(py, &self.core().text).unbind()).clone_ref(py)
    }

    /// The id that the file gives the document, where it holds several.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.core().id.as_deref()
    }

    /// The name of the encoding that the file is in.
    #[getter]
    fn encoding(&self) -> String {
        self.core().encoding()
    }

    /// The layout that was recognised.
    #[getter]
    fn layout(&self) -> &str {
        &self.core().layout
    }

    /// How the conversation is told: `verbatim`, `mixed`, `reported` or `none`.
    #[getter]
    fn form(&self) -> String {
        name_of(&self.core().form)
    }

    /// What kind of record the document says it is.
    #[getter]
    fn kind(&self) -> Option<String> {
        self.core().kind.as_ref().map(name_of)
    }

    /// The number of the record or of the document in its edition.
    #[getter]
    fn number(&self) -> Option<Written> {
        self.show(&self.core().number)
    }

    /// The title at the head of the page or of the catalogue entry.
    #[getter]
    fn title(&self) -> Option<Title> {
        self.show(&self.core().title)
    }

    /// The document's own title, where the page carries a second one.
    #[getter]
    fn own_title(&self) -> Option<Title> {
        self.show(&self.core().own_title)
    }

    /// When the conversation took place.
    #[getter]
    fn date(&self) -> Option<MeetingDate> {
        self.show(&self.core().date)
    }

    /// Every date that the document states for the conversation.
    #[getter]
    fn dates(&self) -> Tuple<StatedDate> {
        self.show(&self.core().dates)
    }

    /// Whether the stated dates agree: `single`, `agree` or `conflict`.
    #[getter]
    fn dates_agree(&self) -> String {
        name_of(&self.core().dates_agree)
    }

    /// Where the conversation took place.
    #[getter]
    fn place(&self) -> Option<Place> {
        self.show(&self.core().place)
    }

    /// What the conversation was about.
    #[getter]
    fn subjects(&self) -> Tuple<Written> {
        self.show(&self.core().subjects)
    }

    /// Classification, handling, distribution, registry numbers.
    #[getter]
    fn markings(&self) -> Tuple<Marking> {
        self.show(&self.core().markings)
    }

    /// Who took part, silent people included, in order of first mention.
    #[getter]
    fn participants(slf: &Bound<'_, Self>) -> Parts {
        Parts::all(slf, Kind::Participants)
    }

    /// What was said, in order of the text.
    #[getter]
    fn turns(slf: &Bound<'_, Self>) -> Parts {
        Parts::all(slf, Kind::Turns)
    }

    /// Who came in and who left meanwhile, in order of the text.
    #[getter]
    fn movements(&self) -> Tuple<Movement> {
        self.show(&self.core().movements)
    }

    /// Editors' and typists' marks, in order of the text.
    #[getter]
    fn notes(slf: &Bound<'_, Self>) -> Parts {
        Parts::all(slf, Kind::Notes)
    }

    /// The notes that say that something was withheld.
    #[getter]
    fn excisions(slf: &Bound<'_, Self>) -> Parts {
        let notes = slf.get().core().notes.iter().enumerate();
        let places = notes.filter(|(_, note)| note.excision.is_some()).map(|(place, _)| place);
        Parts::of(slf.py(), &slf.clone().unbind(), Kind::Notes, places.collect())
    }

    /// What was withheld, added up: by sort, by unit and by person.
    #[getter]
    fn ledger<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        ledger::shown(py, self.core())
    }

    /// Abbreviations, each with who explains it.
    #[getter]
    fn glossary(&self) -> Tuple<Gloss> {
        self.show(&self.core().glossary)
    }

    /// Where the record comes from.
    #[getter]
    fn provenance(&self) -> Provenance {
        self.show(&self.core().provenance)
    }

    /// The partition of the text: every character in exactly one piece.
    #[getter]
    fn pieces(slf: &Bound<'_, Self>) -> Parts {
        Parts::all(slf, Kind::Pieces)
    }

    /// Every string that could have been a label, and why it is or is not one.
    #[getter]
    fn label_readings(slf: &Bound<'_, Self>) -> Parts {
        Parts::all(slf, Kind::LabelReadings)
    }

    /// Doubts about the reading, in order of the text.
    #[getter]
    fn diagnostics(&self) -> Tuple<Diagnostic> {
        self.show(&self.parsed.diagnostics)
    }

    /// Gives the participant with an id: `p1`.
    #[pyo3(signature = (person, /))]
    fn participant(slf: &Bound<'_, Self>, person: &str) -> PyResult<Participant> {
        let found = PersonId::try_from(person.to_owned())
            .ok()
            .and_then(|id| Participant::at(slf.py(), &slf.clone().unbind(), id.index()));
        found.ok_or_else(|| {
            let last = slf.get().core().participants.len();
            PyKeyError::new_err(format!("no participant {person:?}; there are {last}, p1, p2, …"))
        })
    }

    /// Gives the turns of one person, in order.
    #[pyo3(signature = (person, /))]
    fn turns_by(slf: &Bound<'_, Self>, person: &Bound<'_, PyAny>) -> PyResult<Parts> {
        let memo = slf.clone().unbind();
        if let Ok(id) = person.extract::<&str>() {
            return Ok(Self::participant(slf, id)?.turns(slf.py()));
        }
        let Ok(person) = person.cast::<Participant>() else {
            let found = person.get_type().name()?;
            let message = format!("expected a Participant or an id, found {found}");
            return Err(PyTypeError::new_err(message));
        };
        if !same_memo(person.get().view().owner(), &memo) {
            return Err(PyValueError::new_err("found a participant of another memorandum"));
        }
        Ok(person.get().turns(slf.py()))
    }

    /// Gives the bytes of the file that a span of the text was read from, as a slice.
    #[pyo3(signature = (span, /))]
    fn origin<'py>(&self, py: Python<'py>, span: &Span) -> PyResult<Option<Bound<'py, PySlice>>> {
        let Some(file) = self.core().origin(span.in_bytes()) else { return Ok(None) };
        Ok(Some(PySlice::new(py, file.start.try_into()?, file.end.try_into()?, 1)))
    }

    /// Puts the text together again from its pieces; equal to `text`.
    fn rebuild(&self) -> String {
        self.core().rebuild()
    }

    /// Gives one of the record's tables: `turns`.
    #[pyo3(signature = (name, /, document=""))]
    fn table(slf: &Bound<'_, Self>, name: &str, document: &str) -> PyResult<Table> {
        Table::of_record(slf, name, document)
    }

    /// Gives a readable outline.
    fn outline(&self) -> String {
        memcon::outline(&self.parsed)
    }

    /// Gives the document of the contract `memcon/1`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json::loads(py, &json::written(py, &self.parsed, None))
    }

    /// Gives the document of the contract `memcon/1` as JSON.
    #[pyo3(signature = (*, indent=None))]
    fn to_json(&self, py: Python<'_>, indent: Option<usize>) -> String {
        json::written(py, &self.parsed, indent)
    }

    /// The id by which tables, corpora and citations know the record, made of its words.
    #[getter]
    fn document_id(&self) -> String {
        write::document_id(self.core())
    }

    /// Gives a span of the text as selectors of the W3C Web Annotation model.
    #[pyo3(signature = (span, /))]
    fn selector<'py>(&self, py: Python<'py>, span: &Span) -> Made<'py> {
        json::loads(py, &write::selectors(self.core(), span.in_bytes()))
    }

    /// Gives a ready citation.
    #[pyo3(signature = (style="footnote", *, document=""))]
    fn cite(&self, style: &str, document: &str) -> PyResult<String> {
        export::cite(self, document, None, style)
    }

    /// Gives the record as TEI P5 with the drama module.
    #[pyo3(signature = (*, document=""))]
    fn to_tei<'py>(&self, py: Python<'py>, document: &str) -> Made<'py> {
        export::page(py, self, document, write::tei)
    }

    /// Gives the record as TEI by the rules of Parla-CLARIN.
    #[pyo3(signature = (*, document=""))]
    fn to_parlaclarin<'py>(&self, py: Python<'py>, document: &str) -> Made<'py> {
        export::page(py, self, document, write::parla_clarin)
    }

    /// Gives the record as a reading text.
    #[pyo3(signature = (*, document=""))]
    fn to_markdown<'py>(&self, py: Python<'py>, document: &str) -> Made<'py> {
        export::page(py, self, document, write::markdown)
    }

    /// Gives the record as a reading edition.
    #[pyo3(signature = (*, document=""))]
    fn to_html<'py>(&self, py: Python<'py>, document: &str) -> Made<'py> {
        export::page(py, self, document, write::html)
    }

    /// Gives the network of who met and who answered whom.
    #[pyo3(signature = (*, document=""))]
    fn to_gexf<'py>(&self, py: Python<'py>, document: &str) -> Made<'py> {
        export::page(py, self, document, |it| write::gexf(slice::from_ref(it)))
    }

    /// Gives the record as a line of JSON.
    fn to_jsonl<'py>(&self, py: Python<'py>) -> Made<'py> {
        export::page(py, self, "", |it| write::jsonl(slice::from_ref(it)))
    }

    /// Gives one of the record's tables as CSV.
    #[pyo3(signature = (table="turns", *, document=""))]
    fn to_csv<'py>(&self, py: Python<'py>, table: &str, document: &str) -> Made<'py> {
        let table = known(table)?;
        export::page(py, self, document, |it| {
            export::delimited(table, slice::from_ref(it), Delimiter::Comma)
        })
    }

    /// Gives one of the record's tables as TSV.
    #[pyo3(signature = (table="turns", *, document=""))]
    fn to_tsv<'py>(&self, py: Python<'py>, table: &str, document: &str) -> Made<'py> {
        let table = known(table)?;
        export::page(py, self, document, |it| {
            export::delimited(table, slice::from_ref(it), Delimiter::Tab)
        })
    }

    /// Writes the record as a corpus folder of ConvoKit.
    #[pyo3(signature = (folder, /, *, document=""))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn to_convokit(
        &self,
        py: Python<'_>,
        folder: PathBuf,
        document: &str,
    ) -> PyResult<Tuple<Loss>> {
        export::folder(py, self, document, |records| export::convokit(&folder, records))
    }

    /// Writes the five tables as Parquet files into a folder.
    #[pyo3(signature = (folder, /, *, document=""))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn to_parquet(&self, py: Python<'_>, folder: PathBuf, document: &str) -> PyResult<Tuple<Loss>> {
        export::folder(py, self, document, |records| export::parquet(&folder, records))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self == other
    }

    fn __hash__(&self) -> u64 {
        self.digest()
    }

    fn __str__(&self) -> String {
        self.outline()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let core = self.core();
        let mut told = Vec::new();
        if let Some(title) = core.own_title.as_ref().or(core.title.as_ref()) {
            told.push(repr::quoted(py, &title.text)?);
        }
        told.extend(self.date().map(|date| date.__str__()));
        told.push(repr::count(core.participants.len(), "participant"));
        told.push(repr::count(core.turns.len(), "turn"));
        Ok(format!("<memcon.Memorandum {}>", told.join(", ")))
    }

    fn _repr_html_(&self) -> String {
        html::memorandum(self)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        let json = json::written(py, &self.parsed, None);
        pickle::reduce_bytes::<Self>(py, PyBytes::new(py, json.as_bytes()))
    }
}
