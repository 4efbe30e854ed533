//! A corpus folder of ConvoKit.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::write::json::inert;
use crate::write::loss::{Loss, Part, losses};
use crate::write::tables::{
    Cell, ColumnKind, DocumentRow, ParticipantRow, Row, TurnRow, documents, participants, turns,
};
use crate::write::{Document, Folder};

/// What the corpus does not carry.
const LOST: &[Part] = &[
    Part::Narration,
    Part::Furniture,
    Part::StatedDates,
    Part::Mentions,
    Part::Movements,
    Part::Notes,
    Part::Measures,
    Part::Glossary,
    Part::LabelReadings,
    Part::Diagnostics,
];

/// Columns that are fields of their own in ConvoKit, or too long for the metadata.
const ELSEWHERE: &[&str] = &["document_id", "turn_id", "participant_id", "text"];

/// Gives records as a corpus of ConvoKit: each a conversation, each turn an utterance.
///
/// A turn replies to the turn before it. Speakers are apart in each record (`ID.p1`), because
/// equal names need not be one person; a turn without a certain speaker is said by `ID.unknown`.
/// ConvoKit drops speakers who say nothing, so the conversation's metadata list all the
/// participants. Where there are two sides, `utt_group` and `speaker_groups` tell them.
///
/// ```
/// use memcon::write::{Document, convokit};
///
/// let text = "ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let parsed = memcon::parse(text);
/// let corpus = convokit(&[Document::named("talks", &parsed)]);
/// let (name, lines) = &corpus.files[0];
/// assert_eq!((*name, lines.lines().count()), ("utterances.jsonl", 4));
/// ```
pub fn convokit(records: &[Document<'_>]) -> Folder {
    let mut corpus = Corpus::default();
    for record in records {
        corpus.add(record);
    }
    let index = json!({
        "utterances-index": index::<TurnRow>(&["utt_group"]),
        "speakers-index": index::<ParticipantRow>(&["conversation"]),
        "conversations-index": index::<DocumentRow>(&["people", "speaker_groups"]),
        "overall-index": {"generator": ["<class 'str'>"]},
        "version": 1,
        "vectors": [],
    });
    let overall = json!({"generator": concat!("memcon ", env!("CARGO_PKG_VERSION"))});
    let files = vec![
        ("utterances.jsonl", corpus.utterances),
        ("speakers.json", inert(Value::Object(corpus.speakers).to_string())),
        ("conversations.json", inert(Value::Object(corpus.conversations).to_string())),
        ("corpus.json", overall.to_string()),
        ("index.json", index.to_string()),
    ];
    let lost = records.iter().flat_map(|record| losses(record.parsed(), LOST, &[]));
    Folder { files, losses: Loss::sum(lost) }
}

#[derive(Default)]
struct Corpus {
    utterances: String,
    speakers: Map<String, Value>,
    conversations: Map<String, Value>,
}

impl Corpus {
    fn add(&mut self, record: &Document<'_>) {
        let people = participants(record);
        let groups = groups(&people);
        let key = |id: &str| format!("{}.{id}", record.id());
        let group = |id: Option<&str>| {
            let person = people.iter().find(|it| Some(it.participant_id.as_str()) == id);
            person.and_then(|it| groups.get(it.delegation.as_deref()?)).copied()
        };
        for person in &people {
            let mut meta = meta(person);
            meta.insert("conversation".to_owned(), record.id().into());
            self.speakers.insert(key(&person.participant_id), entry(&meta));
        }
        let mut before = Value::Null;
        for turn in turns(record) {
            let id = key(&turn.turn_id);
            let speaker = key(turn.speaker_id.as_deref().unwrap_or("unknown"));
            if turn.speaker_id.is_none() && !self.speakers.contains_key(&speaker) {
                let nobody = ParticipantRow::default();
                let mut meta = meta(&nobody);
                meta.insert("conversation".to_owned(), record.id().into());
                self.speakers.insert(speaker.clone(), entry(&meta));
            }
            let mut meta = meta(&turn);
            meta.insert("utt_group".to_owned(), group(turn.speaker_id.as_deref()).into());
            let utterance = json!({
                "id": id,
                "conversation_id": record.id(),
                "text": turn.text,
                "speaker": speaker,
                "meta": meta,
                "reply-to": before,
                "timestamp": null,
                "vectors": [],
            });
            self.utterances.push_str(&inert(utterance.to_string()));
            self.utterances.push('\n');
            before = id.into();
        }
        let mut of_all = Map::new();
        for row in documents(record) {
            of_all = meta(&row);
        }
        let names = people.iter().map(|it| {
            json!({
                "id": key(&it.participant_id), "name": it.name, "delegation": it.delegation,
                "capacities": it.capacities, "turns": it.turns,
            })
        });
        of_all.insert("people".to_owned(), names.collect());
        let speaker_groups: Map<String, Value> = people
            .iter()
            .filter_map(|it| {
                let group = group(Some(&it.participant_id))?;
                Some((key(&it.participant_id), group.into()))
            })
            .collect();
        of_all.insert("speaker_groups".to_owned(), speaker_groups.into());
        self.conversations.insert(record.id().to_owned(), entry(&of_all));
    }
}

/// Names the groups of two sides; there are none where there are fewer sides or more.
fn groups(people: &[ParticipantRow]) -> BTreeMap<&str, &'static str> {
    let mut sides: Vec<&str> = Vec::new();
    for side in people.iter().filter_map(|it| it.delegation.as_deref()) {
        if !sides.contains(&side) {
            sides.push(side);
        }
    }
    match sides[..] {
        [one, other] => [(one, "groupA"), (other, "groupB")].into(),
        _ => BTreeMap::new(),
    }
}

fn entry(meta: &Map<String, Value>) -> Value {
    json!({"meta": meta, "vectors": []})
}

fn meta<R: Row>(row: &R) -> Map<String, Value> {
    let cells = R::COLUMNS.iter().zip(row.cells());
    cells
        .filter(|(column, _)| !ELSEWHERE.contains(&column.name))
        .map(|(column, cell)| {
            let value = match cell {
                Cell::Absent => Value::Null,
                Cell::Text(words) => words.into(),
                Cell::Texts(entries) => entries.into(),
                Cell::Integer(number) => number.into(),
                Cell::Number(number) => f64::from(number).into(),
                Cell::Flag(flag) => flag.into(),
            };
            (column.name.to_owned(), value)
        })
        .collect()
}

/// Lists the metadata of a table with their types in Python; no type means any.
fn index<R: Row>(more: &[&str]) -> Value {
    let columns = R::COLUMNS.iter().filter(|column| !ELSEWHERE.contains(&column.name));
    let types = columns.map(|column| {
        let kind = match column.kind {
            ColumnKind::Text => "str",
            ColumnKind::Texts => "list",
            ColumnKind::Integer => "int",
            ColumnKind::Number => "float",
            ColumnKind::Flag => "bool",
        };
        let types = if column.nullable { json!([]) } else { json!([format!("<class '{kind}'>")]) };
        (column.name.to_owned(), types)
    });
    types
        .chain(more.iter().map(|name| ((*name).to_owned(), json!([]))))
        .collect::<Map<_, _>>()
        .into()
}
