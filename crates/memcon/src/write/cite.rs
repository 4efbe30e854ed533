//! Citations of a record and of one of its turns.

use serde_json::{Map, Value, json};

use crate::model::{Moment, Turn, Written};
use crate::span::CharIndex;
use crate::write::json::inert;
use crate::write::{Document, document_id, turn_ids};

/// How a citation is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CitationStyle {
    /// The text of a footnote, as historians write it.
    #[default]
    Footnote,
    /// An entry of BibTeX.
    Bibtex,
    /// A list of one item of CSL-JSON, for Zotero, Pandoc and citeproc.
    CslJson,
}

impl CitationStyle {
    /// Every style, with its stable name.
    pub const ALL: &'static [(&'static str, CitationStyle)] = &[
        ("footnote", CitationStyle::Footnote),
        ("bibtex", CitationStyle::Bibtex),
        ("csl-json", CitationStyle::CslJson),
    ];
}

/// Gives a ready citation of a record, or of one of its turns (by its place).
///
/// A turn is cited by its number, its speaker, its id (which outlives a new reading) and its
/// place in code points. A place beyond the turns cites the record.
///
/// ```
/// use memcon::write::{CitationStyle, Document, cite};
///
/// let text = "Memorandum of Conversation\n\nVelinsk, June 9, 1983\n\nORLO: Good day.\n\nVEY: Good day.\n\n\
///     ORLO: Sit down.\n\nVEY: Gladly.\n";
/// let parsed = memcon::parse(text);
/// let document = Document::named("talks", &parsed);
/// let note = cite(&document, Some(1), CitationStyle::Footnote);
/// assert!(note.starts_with("“Memorandum of Conversation,” Velinsk, June 9, 1983; turn 2 (VEY)"));
/// ```
pub fn cite(document: &Document<'_>, turn: Option<usize>, style: CitationStyle) -> String {
    let facts = Facts::of(document, turn);
    match style {
        // What steers a terminal or a printer stands in no footnote.
        CitationStyle::Footnote => facts.footnote().replace(char::is_control, " "),
        CitationStyle::Bibtex => facts.bibtex(),
        CitationStyle::CslJson => inert(json!([facts.csl()]).to_string()),
    }
}

struct Facts<'d> {
    document: &'d Document<'d>,
    title: &'d str,
    /// The turn's locator: number and speaker; its id; its place.
    turn: Option<(String, String, String)>,
}

impl<'d> Facts<'d> {
    fn of(document: &'d Document<'d>, turn: Option<usize>) -> Self {
        let memorandum = &document.parsed().memorandum;
        let title = memorandum.own_title.as_ref().or(memorandum.title.as_ref());
        let title = title.map_or("Record of conversation", |it| it.text.trim_end_matches('.'));
        let turn = turn.and_then(|place| memorandum.turns.get(place)).map(|turn| {
            let id = turn_ids(memorandum).swap_remove(turn.index);
            let place = CharIndex::new(&memorandum.text).chars(turn.span);
            let who = who(document, turn).map(|who| format!(" ({who})")).unwrap_or_default();
            let number = format!("turn {}{who}", turn.index + 1);
            (number, id, format!("characters {}–{}", place.start, place.end))
        });
        Self { document, title, turn }
    }

    fn date(&self) -> Option<&str> {
        self.document.parsed().memorandum.date.as_ref().map(|date| date.text.as_str())
    }

    fn place(&self) -> Option<&str> {
        self.document.parsed().memorandum.place.as_ref().map(|place| place.name.as_str())
    }

    fn start(&self) -> Option<Moment> {
        self.document.parsed().memorandum.date.as_ref().and_then(|date| date.start)
    }

    /// Collection, shelfmark, reel, container.
    fn shelf(&self) -> Vec<String> {
        let from = &self.document.parsed().memorandum.provenance;
        let part =
            |name: &str, it: &Option<Written>| it.as_ref().map(|it| format!("{name}{}", it.text));
        let parts = [
            part("", &from.collection),
            part("", &from.shelfmark),
            part("reel ", &from.reel),
            part("container ", &from.container),
        ];
        parts.into_iter().flatten().collect()
    }

    fn archive(&self) -> Vec<&str> {
        let from = &self.document.parsed().memorandum.provenance;
        let parts = [from.division.as_ref(), from.repository.as_ref()];
        parts.into_iter().flatten().map(|it| it.text.as_str()).collect()
    }

    fn footnote(&self) -> String {
        let memorandum = &self.document.parsed().memorandum;
        let number = memorandum.number.as_ref().map(|number| format!("no. {}", number.text));
        let mut head = vec![format!("“{},”", self.title)];
        let facts = [self.place().map(str::to_owned), self.date().map(str::to_owned), number];
        head.push(facts.into_iter().flatten().collect::<Vec<_>>().join(", "));
        let head = head.join(" ");
        let whence = self.shelf().into_iter().chain(self.archive().into_iter().map(str::to_owned));
        let whence = whence.collect::<Vec<_>>().join(", ");
        let from = &memorandum.provenance;
        let translator = from.translator.as_ref().map(|it| format!("trans. {}", it.text));
        let turn = self
            .turn
            .as_ref()
            .map(|(number, id, place)| format!("{number}, {}#{id}, {place}", self.document.id()));
        let parts = [Some(head), Some(whence), translator, turn];
        let parts = parts.into_iter().flatten().map(|part| part.trim().to_owned());
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        let line = parts.join("; ");
        format!("{}.", line.trim_end_matches(['.', ',']).replace(",”;", "”;"))
    }

    fn bibtex(&self) -> String {
        let memorandum = &self.document.parsed().memorandum;
        let mut key: String =
            self.document.id().chars().filter(char::is_ascii_alphanumeric).collect();
        // A key has no letters but those of ASCII, and an id may have none of them.
        if key.is_empty() {
            key = document_id(memorandum);
        }
        if let Some((_, id, _)) = &self.turn {
            key = format!("{key}:{id}");
        }
        let start = self.start();
        let date = start.map(|it| Moment { time: None, ..it }.to_string());
        let whence: Vec<String> =
            self.shelf().into_iter().chain(self.archive().into_iter().map(str::to_owned)).collect();
        let translator = memorandum.provenance.translator.as_ref().map(|it| it.text.clone());
        let turn = self.turn.as_ref().map(|(number, id, place)| format!("{number}, {id}, {place}"));
        let fields = [
            ("title", Some(self.title.to_owned())),
            ("date", date),
            ("year", start.map(|it| it.year.to_string())),
            ("address", self.place().map(str::to_owned)),
            ("number", memorandum.number.as_ref().map(|it| it.text.clone())),
            ("howpublished", Some(whence.join(", "))),
            ("translator", translator),
            ("note", turn),
        ];
        let fields = fields.iter().filter_map(|(name, value)| {
            let value = value.as_ref().filter(|value| !value.is_empty())?;
            Some(format!("  {name} = {{{}}},\n", bibtex_escaped(value)))
        });
        format!("@misc{{{key},\n{}}}\n", fields.collect::<String>())
    }

    fn csl(&self) -> Value {
        let memorandum = &self.document.parsed().memorandum;
        let from = &memorandum.provenance;
        let text = |it: &Option<Written>| it.as_ref().map(|it| it.text.clone());
        let parts = |moment: Moment| {
            let parts = [
                Some(i32::from(moment.year)),
                moment.month.map(i32::from),
                moment.day.map(i32::from),
            ];
            json!({"date-parts": [parts.into_iter().flatten().collect::<Vec<_>>()]})
        };
        let turn = self.turn.as_ref();
        let id = turn.map_or_else(
            || self.document.id().to_owned(),
            |(_, id, _)| format!("{}#{id}", self.document.id()),
        );
        let translator = text(&from.translator).map(|name| json!([{"literal": name}]));
        let fields = [
            ("id", Some(id.into())),
            ("type", Some("manuscript".into())),
            ("title", Some(self.title.into())),
            ("issued", self.start().map(parts)),
            ("event-place", self.place().map(Value::from)),
            ("number", text(&memorandum.number).map(Value::from)),
            ("archive", Some(self.archive().join(", ").into())),
            ("archive_collection", text(&from.collection).map(Value::from)),
            ("archive_location", Some(self.shelf().join(", ").into())),
            ("translator", translator),
            ("locator", turn.map(|(number, _, _)| number.as_str().into())),
            ("note", turn.map(|(_, _, place)| place.as_str().into())),
        ];
        let fields = fields.into_iter().filter_map(|(name, value)| {
            let value = value.filter(|value| *value != Value::String(String::new()))?;
            Some((name.to_owned(), value))
        });
        Value::Object(fields.collect::<Map<String, Value>>())
    }
}

/// Who speaks a turn: the name, or else the label.
fn who(document: &Document<'_>, turn: &Turn) -> Option<String> {
    let memorandum = &document.parsed().memorandum;
    let name = turn.speaker.and_then(|id| memorandum.participant(id)).map(|it| it.name.clone());
    name.or_else(|| turn.label.as_ref().map(|label| label.text.clone()))
}

/// Gives words in which TeX finds no command.
fn bibtex_escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash "),
            '~' => out.push_str("\\textasciitilde "),
            '^' => out.push_str("\\textasciicircum "),
            '{' => out.push_str("\\textbraceleft "),
            '}' => out.push_str("\\textbraceright "),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn every_entry_has_a_key() {
        let parsed = crate::parse("ORLO: Good day.\n\nVEY: Good day.\n");
        let own = document_id(&parsed.memorandum);
        for (id, key) in [("talks-7", "talks7"), ("会谈", own.as_str())] {
            let entry = cite(&Document::named(id, &parsed), None, CitationStyle::Bibtex);
            assert!(entry.starts_with(&format!("@misc{{{key},\n")), "{entry}");
        }
    }

    #[test]
    fn a_footnote_steers_nothing() {
        let mut parsed = crate::parse("ORLO: Good day.\n\nVEY: Good day.\n");
        let text = "Lake\u{1}\u{0} Files".to_owned();
        parsed.memorandum.provenance.collection = Some(Written { text, span: Span::default() });
        let note = cite(&Document::named("talk", &parsed), None, CitationStyle::Footnote);
        assert!(note.contains("Lake   Files"), "{note:?}");
    }

    #[test]
    fn tex_finds_no_command() {
        let escaped = bibtex_escaped("a\\input{x}% & #1_b^~\n");
        let expected = "a\\textbackslash input\\textbraceleft x\\textbraceright \\% \\& \\#1\\_b\
            \\textasciicircum \\textasciitilde  ";
        assert_eq!(escaped, expected);
    }
}
