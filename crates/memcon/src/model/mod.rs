//! What a record of conversation is: the values that parsing gives.
//!
//! Spans count bytes of [`Memorandum::text`]. Every value keeps what is written; what is
//! normalised stands beside it.

mod contract;
mod date;
mod excision;
mod glossary;
mod header;
mod identity;
mod ledger;
mod movement;
mod note;
mod order;
mod participant;
mod piece;
mod provenance;
mod scheme;
mod speech;
mod turn;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::contract::json_schema;
pub use self::date::{DateAgreement, DateCarrier, MeetingDate, Moment, Place, StatedDate};
pub use self::excision::{Bound, Excision, Measure, Quantity, Unit, Withheld};
pub use self::glossary::{Gloss, GlossSource};
pub use self::header::{Marking, MarkingKind, RecordKind, Title};
pub use self::identity::{Identity, IdentityRule, NameParts};
pub use self::ledger::{Ledger, LedgerEntry, Withholding};
pub use self::movement::{Movement, MovementKind};
pub use self::note::{Hand, Note, NoteKind};
pub use self::participant::{Capacity, Carrier, Mention, Participant, PersonId};
pub use self::piece::{Piece, PieceKind};
pub use self::provenance::Provenance;
pub use self::scheme::{Evidence, LabelReading, Separator, Verdict};
pub use self::speech::SpeechAct;
pub use self::turn::{Addressee, Cue, Mode, Quoted, Rule, Turn};

use crate::diagnostic::{Diagnostic, Doubts, Severity};
use crate::source::Origin;
use crate::span::{Span, map_spans, no_spans};

/// How a document tells its conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Mostly labelled turns.
    Verbatim,
    /// Labelled turns and prose, both at length.
    Mixed,
    /// Told in prose: "The Secretary said that …".
    Reported,
    /// Not a record of a conversation.
    #[default]
    None,
}

impl Form {
    /// Gives the name of the form in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Form::Verbatim => "verbatim",
            Form::Mixed => "mixed",
            Form::Reported => "reported",
            Form::None => "none",
        }
    }
}

/// Words as they are written, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Written {
    /// The words; where a value is broken over lines, joined by single spaces.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// A record of conversation, read.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Memorandum {
    /// The reading text; every span counts bytes of it.
    pub text: String,
    /// The id that the file gives the document, where it holds several: `d5`.
    pub id: Option<String>,
    /// The layout that was recognised: `wilson-center`, `plain`, ….
    pub layout: String,
    /// How the conversation is told.
    pub form: Form,
    /// What kind of record the document says it is.
    pub kind: Option<RecordKind>,
    /// The number of the record or of the document in its edition: `P440`, `227`.
    pub number: Option<Written>,
    /// The title at the head of the page or of the catalogue entry.
    pub title: Option<Title>,
    /// The document's own title, where the page carries a second one below the catalogue's.
    pub own_title: Option<Title>,
    /// When the conversation took place.
    pub date: Option<MeetingDate>,
    /// Every date that the document states for the conversation, in order of the text.
    pub dates: Vec<StatedDate>,
    /// Whether the stated dates agree.
    pub dates_agree: DateAgreement,
    /// Where the conversation took place.
    pub place: Option<Place>,
    /// What the conversation was about, one entry a subject line.
    pub subjects: Vec<Written>,
    /// Classification, handling, distribution, registry numbers.
    pub markings: Vec<Marking>,
    /// Who took part, silent people included, in order of first mention.
    pub participants: Vec<Participant>,
    /// What was said, in order of the text.
    pub turns: Vec<Turn>,
    /// Who came in and who left meanwhile, in order of the text.
    pub movements: Vec<Movement>,
    /// Editors' and typists' marks, in order of the text.
    pub notes: Vec<Note>,
    /// Abbreviations, each with who explains it: the text, or a glossary that memcon ships.
    pub glossary: Vec<Gloss>,
    /// Where the record comes from.
    pub provenance: Provenance,
    /// The partition of the text: every byte in exactly one piece.
    pub pieces: Vec<Piece>,
    /// Every string that could have been a speaker's label, and why it is or is not one.
    pub label_readings: Vec<LabelReading>,
    /// The way back to the bytes of the file; none where the text is the file.
    pub(crate) origin: Option<Origin>,
}

impl Memorandum {
    /// Gives the participant with an id.
    pub fn participant(&self, id: PersonId) -> Option<&Participant> {
        self.participants.get(id.index())
    }

    /// Gives the turns of one person, in order.
    pub fn turns_by(&self, id: PersonId) -> impl Iterator<Item = &Turn> {
        self.turns.iter().filter(move |turn| turn.speakers.contains(&id))
    }

    /// Gives the bytes of the file that a span of the text was read from.
    ///
    /// Of plain UTF-8 the text is the file. Of markup and of other encodings the span leads to
    /// the bytes as they stand in the file; a character reference counts whole. None, when
    /// nothing in the span stands in the file: a line end that the reader put between paragraphs.
    ///
    /// ```
    /// use memcon::Span;
    ///
    /// let memo = memcon::parse("ORLOV. Good day.").memorandum;
    /// assert_eq!(memo.origin(Span::new(0, 6)), Some(Span::new(0, 6)));
    /// ```
    pub fn origin(&self, span: Span) -> Option<Span> {
        match &self.origin {
            Some(origin) => origin.file_span(&self.text, span),
            None => Some(span),
        }
    }

    /// Gives the name of the encoding that the file is in: `UTF-8`, `windows-1251`.
    pub fn encoding(&self) -> String {
        self.origin.as_ref().map(|origin| origin.encoding).unwrap_or_default().to_string()
    }

    /// Puts the text together again from its pieces; equal to [`Memorandum::text`].
    ///
    /// ```
    /// let parsed = memcon::parse("ORLOV. Good day.\n\nVESTA. Good day to you.\n");
    /// assert_eq!(parsed.memorandum.rebuild(), parsed.memorandum.text);
    /// ```
    pub fn rebuild(&self) -> String {
        self.pieces.iter().map(|piece| piece.span.of(&self.text)).collect()
    }
}

/// A memorandum and the doubts about it.
///
/// Serialises as the JSON contract `memcon/1`: one flat object, spans in code points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The record.
    pub memorandum: Memorandum,
    /// The doubts, in order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Parsed {
    /// Gives the memorandum, or every warning if there is one.
    ///
    /// # Errors
    ///
    /// [`Doubts`], when at least one diagnostic is a warning.
    pub fn strict(self) -> Result<Memorandum, Doubts> {
        let warnings: Vec<Diagnostic> = self
            .diagnostics
            .into_iter()
            .filter(|diagnostic| diagnostic.kind.severity() == Severity::Warning)
            .collect();
        if warnings.is_empty() { Ok(self.memorandum) } else { Err(Doubts { warnings }) }
    }
}

no_spans!(Form);
map_spans!(Written { text, span });
