//! Real volumes of TEI, where `MEMCON_CORPUS` names the folder that holds them: what is read of
//! them against their markup, read by another library, and against gold written by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use memcon::{Memorandum, Options, Turn};
use memcon_tests::{faults, files, has_ending};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;

/// A figure that is counted: so many of so many.
#[derive(Default)]
struct Share {
    good: usize,
    all: usize,
    bad: Vec<String>,
}

impl Share {
    fn add(&mut self, good: bool, name: impl FnOnce() -> String) {
        self.all += 1;
        if good {
            self.good += 1;
        } else {
            self.bad.push(name());
        }
    }

    /// Complains where the share is less than it should be, in thousandths.
    fn check(&self, what: &str, least: usize, trouble: &mut Vec<String>) {
        let shown: Vec<&str> = self.bad.iter().take(12).map(String::as_str).collect();
        let line = format!("{what}: {} of {} ({})", self.good, self.all, shown.join(", "));
        if self.all == 0 || self.good * 1000 < self.all * least {
            trouble.push(line.clone());
        }
        told(&line);
    }
}

/// Prints a figure for whoever raises the floor.
#[allow(clippy::print_stderr)]
fn told(line: &str) {
    eprintln!("{line}");
}

fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("MEMCON_CORPUS").map(|folder| Path::new(&folder).join("frus"));
    if folder.is_none() {
        told("MEMCON_CORPUS is not set: the volumes are not read");
    }
    folder
}

fn volumes(corpus: &Path) -> Vec<PathBuf> {
    let volumes = files(&corpus.join("tei"));
    let volumes: Vec<PathBuf> = volumes.into_iter().filter(|p| has_ending(p, "xml")).collect();
    assert!(!volumes.is_empty(), "no volume below {}", corpus.display());
    volumes
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn is(name: &'static str) -> impl Fn(&Node<'_, '_>) -> bool {
    move |node| node.tag_name().name() == name
}

fn within(node: Node<'_, '_>, name: &'static str) -> bool {
    node.ancestors().any(|node| is(name)(&node))
}

/// What the markup of a document says, by another reader.
struct Truth {
    conversation: bool,
    date: Option<String>,
    people: Vec<String>,
}

fn truth(node: Node<'_, '_>) -> Truth {
    let heading: String = node
        .children()
        .find(is("head"))
        .into_iter()
        .flat_map(|head| head.descendants())
        .filter(|part| part.is_text() && !within(*part, "note"))
        .filter_map(|part| part.text())
        .collect();
    let own = |part: &Node<'_, '_>| !within(*part, "note");
    let date = node
        .descendants()
        .filter(|part| is("date")(part) && own(part) && within(*part, "dateline"))
        .find_map(|date| date.attribute("when").or(date.attribute("from")));
    let is_list = |list: &Node<'_, '_>| list.attribute("type") == Some("participants");
    let lists = node.descendants().filter(|list| is("list")(list) && is_list(list));
    let items = lists.flat_map(|list| list.descendants()).filter(is("item"));
    let plain = items.filter(|item| !item.descendants().any(|part| is("list")(&part)));
    let first = |item: Node<'_, '_>| {
        let mut names = item.descendants().filter(|part| is("persName")(part) && own(part));
        names.find_map(|name| name.attribute("corresp").map(str::to_owned))
    };
    let words = ["onversation", "Meeting", "Minutes", "Discussion", "Conference"];
    Truth {
        conversation: words.iter().any(|word| heading.contains(word)),
        date: date.map(str::to_owned),
        people: plain.filter_map(first).map(|id| id.trim_start_matches('#').to_owned()).collect(),
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The labels that begin a paragraph; those within one are not in the gold.
fn labels(memorandum: &Memorandum) -> Vec<String> {
    let labels = memorandum.turns.iter().filter_map(|turn| turn.label.as_ref());
    let begins = |at: usize| {
        let line = memorandum.text[..at].rsplit('\n').next().unwrap_or_default();
        line.len() < 3 || line.ends_with(']')
    };
    labels.filter(|label| begins(label.span.start)).map(|label| squeezed(&label.text)).collect()
}

#[test]
fn volumes_are_read_as_they_are_encoded() {
    let Some(corpus) = corpus() else { return };
    let [mut dates, mut people, mut labelled, mut alike, mut origins, mut sound] =
        [(); 6].map(|()| Share::default());
    let mut count = 0;
    for path in volumes(&corpus) {
        let volume = stem(&path);
        let file = fs::read_to_string(&path).unwrap();
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let tree = Document::parse_with_options(&file, options).unwrap();
        let is_document =
            |node: &Node<'_, '_>| is("div")(node) && node.attribute("type") == Some("document");
        let truths: BTreeMap<String, Truth> = tree
            .descendants()
            .filter(is_document)
            .filter_map(|node| {
                let id = node.attribute(("http://www.w3.org/XML/1998/namespace", "id"))?;
                Some((id.to_owned(), truth(node)))
            })
            .collect();
        let mut seen = 0;
        for parsed in memcon::read_all(&path).unwrap() {
            let parsed = parsed.unwrap();
            let broken = faults(&parsed);
            let memorandum = parsed.memorandum;
            let id = memorandum.id.clone().unwrap();
            let name = || format!("{volume}/{id}");
            sound.add(broken.is_empty(), || format!("{}: {}", name(), broken.join("; ")));
            seen += 1;
            let truth = &truths[&id];
            if truth.conversation {
                if let Some(encoded) = &truth.date {
                    let read = memorandum.date.as_ref().and_then(|date| date.start);
                    let read = read.map(|start| start.to_string()).unwrap_or_default();
                    let day = |moment: &str| moment.get(..10).unwrap_or(moment).to_owned();
                    dates.add(day(&read) == day(encoded), name);
                }
                for person in &truth.people {
                    let known = memorandum.participants.iter().any(|p| p.refs.contains(person));
                    people.add(known, || format!("{} {person}", name()));
                }
            }
            for label in memorandum.turns.iter().filter_map(|turn| turn.label.as_ref()) {
                let place = memorandum.origin(label.span).unwrap();
                let written = without_tags(&file[place.start..place.end]);
                origins.add(squeezed(&written) == squeezed(&label.text), name);
            }
            let beside = format!("{volume}-{id}");
            let Ok(gold) = fs::read_to_string(corpus.join("gold").join(beside.clone() + ".json"))
            else {
                continue;
            };
            let gold: Value = serde_json::from_str(&gold).unwrap();
            let expected: Vec<String> = gold["turns"]["web"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|turn| turn[1].as_str().map(squeezed))
                .collect();
            if !gold["cls"].is_null() && !expected.is_empty() {
                labelled.add(same_labels(&labels(&memorandum), &expected), name);
            }
            let text = fs::read_to_string(corpus.join("web").join(beside + ".txt")).unwrap();
            let plain = memcon::parse(&text).memorandum;
            alike.add(turns(&plain) == turns(&memorandum), name);
        }
        assert_eq!(seen, truths.len(), "documents of {volume}");
        count += seen;
    }
    assert!(count > 0);
    let mut trouble = Vec::new();
    labelled.check("labels as in the gold", 975, &mut trouble);
    dates.check("dates as encoded", 990, &mut trouble);
    people.check("participants as encoded", 995, &mut trouble);
    alike.check("turns as of the same text", 970, &mut trouble);
    origins.check("labels that lead back to the file", 1000, &mut trouble);
    sound.check("documents that hold to the promises", 1000, &mut trouble);
    assert!(trouble.is_empty(), "{}", trouble.join("\n"));
}

/// Labels but for the marks at their ends: `The Secretary` and `The Secretary:` are one.
fn same_labels(read: &[String], expected: &[String]) -> bool {
    let bare = |label: &String| {
        label
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    read.iter().map(bare).eq(expected.iter().map(bare))
}

/// The turns, told without white space: a page may end within a word.
fn turns(memorandum: &Memorandum) -> Vec<(Option<String>, String)> {
    let told = |turn: &Turn| {
        let label = turn.label.as_ref().map(|label| squeezed(&label.text));
        (label, squeezed(&turn.text))
    };
    memorandum.turns.iter().map(told).collect()
}

fn without_tags(markup: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in markup.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&amp;", "&")
}

#[test]
fn a_document_of_a_volume_is_found_by_its_id() {
    let Some(corpus) = corpus() else { return };
    let path = &volumes(&corpus)[0];
    let ids: Vec<String> = memcon::documents(path, &Options::new())
        .unwrap()
        .filter_map(|document| document.unwrap().id().map(str::to_owned))
        .collect();
    let last = ids.last().unwrap();
    let parsed = memcon::read_with(path, &Options::new().id(last.as_str())).unwrap();
    assert_eq!(parsed.memorandum.id.as_ref(), Some(last));
}
