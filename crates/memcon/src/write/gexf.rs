//! GEXF: the network of who met and who answered whom.

use std::collections::BTreeMap;

use crate::model::{Participant, PersonId};
use crate::write::loss::{Loss, Part, losses};
use crate::write::tables::word_count;
use crate::write::xml::Xml;
use crate::write::{Document, Export};

/// What a network does not carry.
const LOST: &[Part] = &[
    Part::Places,
    Part::Narration,
    Part::Furniture,
    Part::StatedDates,
    Part::Subjects,
    Part::Classifications,
    Part::Markings,
    Part::Provenance,
    Part::Honorifics,
    Part::Offices,
    Part::Capacities,
    Part::Mentions,
    Part::Candidates,
    Part::Rules,
    Part::Confidence,
    Part::Labels,
    Part::Cues,
    Part::SpeechActs,
    Part::Addressees,
    Part::Voices,
    Part::Resumptions,
    Part::Quotations,
    Part::Movements,
    Part::Presence,
    Part::Identities,
    Part::Notes,
    Part::Measures,
    Part::Glossary,
    Part::LabelReadings,
    Part::Diagnostics,
];

/// Somebody in the network.
#[derive(Default)]
struct Node {
    name: String,
    side: String,
    records: usize,
    turns: usize,
    words: usize,
}

/// Gives records as a network in GEXF 1.3, for Gephi, networkx and their kin.
///
/// A node is everybody of one name (case and punctuation do not count): whether the bearers of
/// one name are one person is for the reader to say. Who has no name, but an office or words in
/// the place of a withheld name, is a node of one record alone. `met` joins two people, an edge each way
/// (networkx takes no graph whose edges only partly have a direction), its weight the number of
/// records that both are in; `answered` leads from the one who speaks to the one who spoke just
/// before, its weight the number of times.
///
/// ```
/// use memcon::write::{Document, gexf};
///
/// let text = "ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let network = gexf(&[Document::new(&memcon::parse(text))]).text;
/// assert!(network.contains("<node id=\"vey\" label=\"VEY\">"));
/// assert!(network.contains("source=\"vey\" target=\"orlo\" kind=\"answered\" weight=\"2\""));
/// ```
pub fn gexf(records: &[Document<'_>]) -> Export {
    let mut nodes: BTreeMap<String, Node> = BTreeMap::new();
    let mut met: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut answered: BTreeMap<(String, String), usize> = BTreeMap::new();
    for record in records {
        let memorandum = &record.parsed().memorandum;
        let keys: Vec<String> =
            memorandum.participants.iter().map(|person| node_of(record.id(), person)).collect();
        let key_of = |id: Option<PersonId>| id.and_then(|id| keys.get(id.index()));
        let mut here: Vec<&String> = keys.iter().collect();
        here.sort_unstable();
        here.dedup();
        for (person, key) in memorandum.participants.iter().zip(&keys) {
            let node = nodes.entry(key.clone()).or_default();
            if node.name.is_empty() {
                node.name.clone_from(&person.name);
            }
            if let (true, Some(side)) = (node.side.is_empty(), &person.delegation) {
                node.side.clone_from(side);
            }
        }
        for (place, one) in here.iter().enumerate() {
            if let Some(node) = nodes.get_mut(*one) {
                node.records += 1;
            }
            for other in &here[place + 1..] {
                *met.entry(((*one).clone(), (*other).clone())).or_default() += 1;
            }
        }
        let mut before: Option<&String> = None;
        for turn in &memorandum.turns {
            for key in turn.speakers.iter().filter_map(|id| key_of(Some(*id))) {
                if let Some(node) = nodes.get_mut(key) {
                    node.turns += 1;
                    node.words += word_count(&turn.text);
                }
            }
            let now = key_of(turn.speaker);
            if let (Some(before), Some(now)) = (before, now)
                && before != now
            {
                *answered.entry((now.clone(), before.clone())).or_default() += 1;
            }
            before = now;
        }
    }
    let (text, replaced) = written(&nodes, &met, &answered);
    let lost = records.iter().flat_map(|record| losses(record.parsed(), LOST, &[]));
    let seen = crate::write::Loss { part: Part::Characters, count: replaced };
    let losses = Loss::sum(lost.chain([seen].into_iter().filter(|it| it.count > 0)));
    Export { text, losses }
}

/// The node of a participant: its name's, or its own, where a name is not what it has.
fn node_of(document: &str, person: &Participant) -> String {
    match person.name_parts {
        Some(_) => key(&person.name),
        None => format!("{document}#{}", person.id),
    }
}

/// The letters and digits of a name, words apart.
fn key(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let folded = |word: &str| word.chars().flat_map(char::to_lowercase).collect::<String>();
    words.map(folded).collect::<Vec<_>>().join("-")
}

type Edges = BTreeMap<(String, String), usize>;

fn written(nodes: &BTreeMap<String, Node>, met: &Edges, answered: &Edges) -> (String, usize) {
    let mut xml = Xml::document();
    xml.open("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")]);
    xml.line();
    xml.open("meta", &[]);
    xml.leaf("creator", &[], concat!("memcon ", env!("CARGO_PKG_VERSION")));
    xml.leaf("description", &[], "Who met and who answered whom.");
    xml.close();
    xml.line();
    xml.open("graph", &[("defaultedgetype", "directed"), ("mode", "static")]);
    xml.line();
    xml.open("attributes", &[("class", "node")]);
    let attributes = ["side", "records", "turns", "words"];
    for (place, title) in attributes.iter().enumerate() {
        let kind = if place == 0 { "string" } else { "integer" };
        xml.empty("attribute", &[("id", title), ("title", title), ("type", kind)]);
    }
    xml.close();
    xml.line();
    xml.open("nodes", &[]);
    xml.line();
    for (key, node) in nodes {
        xml.open("node", &[("id", key), ("label", &node.name)]);
        xml.open("attvalues", &[]);
        let counts = [node.records, node.turns, node.words].map(|count| count.to_string());
        let values = [&node.side].into_iter().chain(&counts);
        for (title, value) in attributes.iter().zip(values).filter(|(_, it)| !it.is_empty()) {
            xml.empty("attvalue", &[("for", title), ("value", value)]);
        }
        xml.close();
        xml.close();
        xml.line();
    }
    xml.close();
    xml.line();
    xml.open("edges", &[]);
    xml.line();
    let both =
        met.iter().flat_map(|((one, other), weight)| [(one, other, weight), (other, one, weight)]);
    let met = both.map(|edge| ("met", edge));
    let answered = answered.iter().map(|((from, to), weight)| ("answered", (from, to, weight)));
    for (count, (kind, (from, to, weight))) in met.chain(answered).enumerate() {
        let (id, weight) = (count.to_string(), weight.to_string());
        let ends = [("id", id.as_str()), ("source", from), ("target", to), ("kind", kind)];
        let more = [("weight", weight.as_str()), ("label", kind)];
        xml.empty("edge", &[&ends[..], &more].concat());
        xml.line();
    }
    xml.finish()
}
