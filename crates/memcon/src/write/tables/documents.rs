//! The table of records.

use super::column::kind_name;
use super::{RecordRow, integer, word_count};
use crate::diagnostic::Severity;
use crate::model::{MarkingKind, Mode, Title, Written};
use crate::write::{Document, Part};

crate::table_row! {
    /// A record.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    DocumentRow in "documents" {
        /// The record.
        document_id: String,
        /// The document's own title, or else that of the page or catalogue entry.
        title: Option<String>,
        /// The title of the page or catalogue entry, where the document has one of its own besides.
        catalogue_title: Option<String>,
        /// What kind of record it says it is: `memorandum-of-conversation`.
        kind: Option<String>,
        /// How the conversation is told: `verbatim`, `mixed`, `reported`, `none`.
        form: String,
        /// The layout that was recognised.
        layout: String,
        /// The number of the record or of the document in its edition.
        number: Option<String>,
        /// When the conversation began: `1976-09-06T08:30`, as precise as it is written.
        date_start: Option<String>,
        /// When it ended, where that is written.
        date_end: Option<String>,
        /// The same as an EDTF string.
        date_edtf: Option<String>,
        /// The words of the date.
        date_text: Option<String>,
        /// Whether the dates that the document states agree: `single`, `agree`, `conflict`.
        dates_agree: String,
        /// Where the conversation took place.
        place: Option<String>,
        /// What it was about.
        subjects: Vec<String>,
        /// Who may read it, as marked: `Secret`.
        classifications: Vec<String>,
        /// Every other marking: handling, distribution, registry numbers.
        markings: Vec<String>,
        /// How many took part, silent people included.
        participants: i64,
        /// How many turns there are.
        turns: i64,
        /// How many of them give the speaker's words.
        verbatim_turns: i64,
        /// How many of them have one certain speaker or several joint ones.
        attributed_turns: i64,
        /// How many words the turns have.
        words: i64,
        /// How many notes there are.
        notes: i64,
        /// How many diagnostics there are, warnings included.
        diagnostics: i64,
        /// How many of them are warnings.
        warnings: i64,
        /// The archive or library.
        repository: Option<String>,
        /// Its division.
        division: Option<String>,
        /// The papers, fonds or record group.
        collection: Option<String>,
        /// The shelfmark.
        shelfmark: Option<String>,
        /// The microfilm reel.
        reel: Option<String>,
        /// The container or box.
        container: Option<String>,
        /// The archive that holds the original.
        original_archive: Option<String>,
        /// Who translated it.
        translator: Option<String>,
        /// The archive's summary.
        summary: Option<String>,
        /// What may be done with it.
        rights: Vec<String>,
        /// When the page was put up, as written.
        uploaded: Option<String>,
        /// The archive's id of the record.
        record_id: Option<String>,
        /// Who drafted the record, as written.
        drafted: Option<String>,
        /// Who approved it, as written.
        approved: Option<String>,
        /// Who cleared it, as written.
        cleared: Option<String>,
        /// The building or room where the source note says that the meeting was held.
        venue: Option<String>,
        /// The editors' note on the source.
        source_note: Option<String>,
        /// How many code points the text has.
        characters: i64,
        /// The reading text; every offset in the tables counts its code points.
        text: String,
    }
}

impl RecordRow for DocumentRow {
    const CARRIES: &'static [Part] = &[
        Part::Places,
        Part::Narration,
        Part::Furniture,
        Part::Subjects,
        Part::Classifications,
        Part::Markings,
        Part::Provenance,
    ];

    fn of(document: &Document<'_>) -> Vec<Self> {
        documents(document)
    }
}

/// Gives the one row of a record.
pub fn documents(document: &Document<'_>) -> Vec<DocumentRow> {
    let parsed = document.parsed();
    let memorandum = &parsed.memorandum;
    let from = &memorandum.provenance;
    let words = |written: &Option<Written>| written.as_ref().map(|written| written.text.clone());
    let all = |written: &[Written]| written.iter().map(|written| written.text.clone()).collect();
    let date = memorandum.date.as_ref();
    let title = |title: &Title| title.text.clone();
    let own = memorandum.own_title.as_ref().map(title);
    let page = memorandum.title.as_ref().map(title);
    let is_classification = |kind: MarkingKind| kind == MarkingKind::Classification;
    let marked = |wanted: bool| {
        let markings = memorandum.markings.iter();
        markings
            .filter(|marking| is_classification(marking.kind) == wanted)
            .map(|marking| marking.text.clone())
            .collect()
    };
    let warnings = parsed.diagnostics.iter().map(|doubt| doubt.kind.severity());
    let turns = memorandum.turns.iter();
    vec![DocumentRow {
        document_id: document.id().to_owned(),
        catalogue_title: own.is_some().then(|| page.clone()).flatten(),
        title: own.or(page),
        kind: memorandum.kind.as_ref().map(kind_name),
        form: memorandum.form.name().to_owned(),
        layout: memorandum.layout.clone(),
        number: words(&memorandum.number),
        date_start: date.and_then(|date| date.start).map(|start| start.to_string()),
        date_end: date.and_then(|date| date.end).map(|end| end.to_string()),
        date_edtf: date.and_then(|date| date.edtf.clone()),
        date_text: date.map(|date| date.text.clone()),
        dates_agree: kind_name(&memorandum.dates_agree),
        place: memorandum.place.as_ref().map(|place| place.name.clone()),
        subjects: all(&memorandum.subjects),
        classifications: marked(true),
        markings: marked(false),
        participants: integer(memorandum.participants.len()),
        turns: integer(memorandum.turns.len()),
        verbatim_turns: integer(turns.clone().filter(|turn| turn.mode == Mode::Verbatim).count()),
        attributed_turns: integer(turns.clone().filter(|turn| turn.speaker.is_some()).count()),
        words: integer(turns.map(|turn| word_count(&turn.text)).sum()),
        notes: integer(memorandum.notes.len()),
        diagnostics: integer(parsed.diagnostics.len()),
        warnings: integer(warnings.filter(|severity| *severity == Severity::Warning).count()),
        repository: words(&from.repository),
        division: words(&from.division),
        collection: words(&from.collection),
        shelfmark: words(&from.shelfmark),
        reel: words(&from.reel),
        container: words(&from.container),
        original_archive: words(&from.original_archive),
        translator: words(&from.translator),
        summary: words(&from.summary),
        rights: all(&from.rights),
        uploaded: words(&from.uploaded),
        record_id: words(&from.record_id),
        drafted: words(&from.drafted),
        approved: words(&from.approved),
        cleared: words(&from.cleared),
        venue: words(&from.venue),
        source_note: words(&from.source_note),
        characters: integer(memorandum.text.chars().count()),
        text: memorandum.text.clone(),
    }]
}
