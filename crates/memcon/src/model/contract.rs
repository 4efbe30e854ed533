//! The JSON contract `memcon/1`: one flat object a record, spans in code points.

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{
    DateAgreement, Form, Gloss, LabelReading, Marking, MeetingDate, Memorandum, Movement, Note,
    Parsed, Participant, Piece, Place, Provenance, RecordKind, StatedDate, Title, Turn, Written,
    order,
};
use crate::diagnostic::Diagnostic;
use crate::source::Origin;
use crate::span::{CharIndex, MapSpans, Span};

/// The name and major version of the contract.
const SCHEMA: &str = "memcon/1";
/// The unit of every span in the contract.
const OFFSETS: &str = "code points";
/// The name by which other schemas may refer to the contract's.
const SCHEMA_ID: &str = "https://memcon.example/schema/memcon-1.schema.json";

/// A record of conversation as memcon reads it. Every span is `[start, end]` in code points of
/// `text`.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(title = "memcon/1")]
struct Document {
    /// `memcon/1`.
    #[schemars(extend("const" = SCHEMA))]
    schema: String,
    /// `code points`.
    #[schemars(extend("const" = OFFSETS))]
    offsets: String,
    /// The id that the file gives the document, where it holds several.
    id: Option<String>,
    /// How the conversation is told.
    form: Form,
    /// What kind of record the document says it is.
    kind: Option<RecordKind>,
    /// The number of the record or of the document in its edition.
    number: Option<Written>,
    /// The title at the head of the page or of the catalogue entry.
    title: Option<Title>,
    /// The document's own title, where the page carries a second one.
    own_title: Option<Title>,
    /// When the conversation took place.
    date: Option<MeetingDate>,
    /// Every date that the document states for the conversation.
    dates: Vec<StatedDate>,
    /// Whether they agree.
    dates_agree: DateAgreement,
    /// Where the conversation took place.
    place: Option<Place>,
    /// What it was about.
    subjects: Vec<Written>,
    /// Classification, handling, distribution, registry numbers.
    markings: Vec<Marking>,
    /// Who took part, silent people included.
    participants: Vec<Participant>,
    /// What was said, in order of the text.
    turns: Vec<Turn>,
    /// Who came in and who left meanwhile.
    #[serde(default)]
    movements: Vec<Movement>,
    /// Editors' and typists' marks.
    notes: Vec<Note>,
    /// Abbreviations that the text itself explains.
    glossary: Vec<Gloss>,
    /// Where the record comes from.
    provenance: Provenance,
    /// Doubts about the reading.
    diagnostics: Vec<Diagnostic>,
    /// Every string that could have been a label, and why it is or is not one.
    label_readings: Vec<LabelReading>,
    /// The partition of the text.
    pieces: Vec<Piece>,
    /// The layout that was recognised.
    layout: String,
    /// The way from the text to bytes of the file; null where the text is the file.
    origin: Option<Origin>,
    /// The reading text.
    text: String,
}

impl Document {
    fn of(parsed: Parsed) -> Self {
        let Parsed { memorandum, diagnostics } = parsed;
        let Memorandum {
            text,
            id,
            layout,
            form,
            kind,
            number,
            title,
            own_title,
            date,
            dates,
            dates_agree,
            place,
            subjects,
            markings,
            participants,
            turns,
            movements,
            notes,
            glossary,
            provenance,
            pieces,
            label_readings,
            origin,
        } = memorandum;
        Self {
            schema: SCHEMA.to_owned(),
            offsets: OFFSETS.to_owned(),
            id,
            form,
            kind,
            number,
            title,
            own_title,
            date,
            dates,
            dates_agree,
            place,
            subjects,
            markings,
            participants,
            turns,
            movements,
            notes,
            glossary,
            provenance,
            diagnostics,
            label_readings,
            pieces,
            layout,
            origin,
            text,
        }
    }

    fn into_parsed(self) -> Parsed {
        let Document {
            schema: _,
            offsets: _,
            id,
            form,
            kind,
            number,
            title,
            own_title,
            date,
            dates,
            dates_agree,
            place,
            subjects,
            markings,
            participants,
            turns,
            movements,
            notes,
            glossary,
            provenance,
            diagnostics,
            label_readings,
            pieces,
            layout,
            origin,
            text,
        } = self;
        let memorandum = Memorandum {
            text,
            id,
            layout,
            form,
            kind,
            number,
            title,
            own_title,
            date,
            dates,
            dates_agree,
            place,
            subjects,
            markings,
            participants,
            turns,
            movements,
            notes,
            glossary,
            provenance,
            pieces,
            label_readings,
            origin,
        };
        Parsed { memorandum, diagnostics }
    }

    fn map_all(&mut self, to: &dyn Fn(Span) -> Span) {
        let Document {
            schema: _,
            offsets: _,
            text: _,
            id: _,
            layout: _,
            form: _,
            kind: _,
            dates_agree: _,
            number,
            title,
            own_title,
            date,
            dates,
            place,
            subjects,
            markings,
            participants,
            turns,
            movements,
            notes,
            glossary,
            provenance,
            diagnostics,
            label_readings,
            pieces,
            origin,
        } = self;
        number.map_spans(to);
        title.map_spans(to);
        own_title.map_spans(to);
        date.map_spans(to);
        dates.map_spans(to);
        place.map_spans(to);
        subjects.map_spans(to);
        markings.map_spans(to);
        participants.map_spans(to);
        turns.map_spans(to);
        movements.map_spans(to);
        notes.map_spans(to);
        glossary.map_spans(to);
        provenance.map_spans(to);
        diagnostics.map_spans(to);
        label_readings.map_spans(to);
        pieces.map_spans(to);
        origin.map_spans(to);
    }
}

impl Serialize for Parsed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let index = CharIndex::new(&self.memorandum.text);
        let mut document = Document::of(self.clone());
        document.map_all(&|span| index.chars(span));
        document.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Parsed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut document = Document::deserialize(deserializer)?;
        if document.schema != SCHEMA || document.offsets != OFFSETS {
            let found = format!("schema {:?}, offsets {:?}", document.schema, document.offsets);
            return Err(de::Error::custom(format!(
                "found {found}; expected schema {SCHEMA:?}, offsets {OFFSETS:?}"
            )));
        }
        let text = document.text.clone();
        let index = CharIndex::new(&text);
        document.map_all(&|span| index.bytes(span));
        let parsed = document.into_parsed();
        match order::broken(&parsed.memorandum) {
            None => Ok(parsed),
            Some(broken) => Err(de::Error::custom(broken)),
        }
    }
}

/// Gives the JSON Schema (draft 2020-12) of what [`Parsed`] serialises to, indented.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&memcon::json_schema()).unwrap();
/// assert_eq!(schema["title"], "memcon/1");
/// ```
pub fn json_schema() -> String {
    let mut schema: Schema = schemars::schema_for!(Document);
    schema.insert("$id".to_owned(), SCHEMA_ID.into());
    format!("{:#}\n", schema.to_value())
}
