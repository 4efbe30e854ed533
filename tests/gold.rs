//! What is true of the corpus, written by hand: `tests/gold/GROUP/NAME.toml` tells of
//! `tests/corpus/GROUP/NAME.*`. No command writes these files.
//!
//! ```toml
//! form = "verbatim"
//! date = { start = "1971-05-03T08:30", end = "1971-05-03T09:00" }  # left out: not checked
//! place = "Villa Adra"                                             # left out: not checked
//! participants = ["A. A. Orlov", "B. Vesta"]                       # all of them
//!
//! [[turn]]                  # a labelled turn; all of them, in order
//! label = "A. A. ORLOV"
//! speaker = "A. A. Orlov"   # "?": nobody may be named
//! begins = "Good day"
//! ends = "We have time."    # may be left out
//!
//! [[turn]]                  # without label: a turn told in prose, at least these
//! speaker = "B. Vesta"
//! begins = "The Deputy said"
//!
//! [[not_turn]]              # in no labelled turn
//! text = "The meeting ended"
//!
//! [[note]]                  # at least these; keys after `text` may be left out
//! kind = "excision"
//! text = "less than 1 line not declassified"
//! withheld = "text"
//! measures = ["less-than 1 line"]
//! footnote = "2. In the margin."    # for a callout
//! hand = "editor"
//! ```

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use memcon::{Capacity, Memorandum, PieceKind, Turn};
use memcon_tests::{documents, files, has_ending, root, test_name};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gold {
    form: String,
    date: Option<Date>,
    place: Option<String>,
    participants: Vec<String>,
    #[serde(default)]
    turn: Vec<Said>,
    #[serde(default)]
    not_turn: Vec<Unsaid>,
    #[serde(default)]
    note: Vec<Marked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Date {
    start: Option<String>,
    end: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    label: Option<String>,
    speaker: String,
    begins: String,
    ends: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unsaid {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marked {
    kind: String,
    text: String,
    withheld: Option<String>,
    measures: Option<Vec<String>>,
    footnote: Option<String>,
    hand: Option<String>,
}

fn main() -> ExitCode {
    let golds: Vec<PathBuf> = files(&root().join("tests/gold"))
        .into_iter()
        .filter(|path| has_ending(path, "toml"))
        .collect();
    let count = golds.len();
    let mut trials: Vec<Trial> =
        golds.into_iter().map(|path| Trial::test(test_name(&path), move || judge(&path))).collect();
    trials.push(Trial::test("the gold is there", move || match count {
        0 => Err("no file below tests/gold".into()),
        _ => Ok(()),
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// The documents that are not yet read as they should be, one a line. A document that is read
/// rightly must leave the list, so that it cannot be lost again.
fn is_open(path: &Path) -> bool {
    let open = fs::read_to_string(root().join("tests/gold/open.txt")).unwrap_or_default();
    let name = test_name(path);
    open.lines().any(|line| name.ends_with(line) && !line.is_empty())
}

fn judge(path: &Path) -> Result<(), Failed> {
    match (check(path), is_open(path)) {
        (Ok(()), true) => Err("is read rightly now: take it off tests/gold/open.txt".into()),
        (Err(_), true) => Ok(()),
        (result, false) => result,
    }
}

fn check(path: &Path) -> Result<(), Failed> {
    let gold = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let gold: Gold = toml::from_str(&gold).map_err(|error| error.to_string())?;
    let beside = path.strip_prefix(root().join("tests/gold")).unwrap_or(path).with_extension("");
    let document = documents()
        .into_iter()
        .find(|document| document.with_extension("").ends_with(Path::new("corpus").join(&beside)))
        .ok_or_else(|| format!("no document {} in the corpus", beside.display()))?;
    let memorandum = memcon_tests::read(&document).map_err(|error| error.to_string())?.memorandum;
    let differences = [
        head(&gold, &memorandum),
        people(&gold, &memorandum),
        labelled(&gold, &memorandum),
        told(&gold, &memorandum),
        unsaid(&gold, &memorandum),
        marked(&gold, &memorandum),
    ]
    .concat();
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n").into()) }
}

fn head(gold: &Gold, memorandum: &Memorandum) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, found: Option<String>, expected: Option<&str>| {
        if found.as_deref() != expected {
            differences.push(format!("{what}: found {found:?}, expected {expected:?}"));
        }
    };
    compare("form", Some(memorandum.form.name().to_owned()), Some(&gold.form));
    if let Some(Date { start, end }) = &gold.date {
        let found = memorandum.date.as_ref();
        let moment = |moment: Option<memcon::Moment>| moment.map(|moment| moment.to_string());
        compare("start", moment(found.and_then(|date| date.start)), start.as_deref());
        compare("end", moment(found.and_then(|date| date.end)), end.as_deref());
    }
    if let Some(place) = &gold.place {
        let found = memorandum.place.as_ref().map(|place| place.name.clone());
        compare("place", found, Some(place));
    }
    differences
}

fn people(gold: &Gold, memorandum: &Memorandum) -> Vec<String> {
    let sorted = |names: Vec<&str>| {
        let mut names = names;
        names.sort_unstable();
        names.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    // Who is withheld, only counted, or only named in another's office is not in the gold.
    let told = memorandum.participants.iter().filter(|person| {
        let counted =
            ["One ", "Two ", "Three ", "Four "].iter().any(|n| person.name.starts_with(n));
        !person.name.starts_with('[') && !counted && person.capacities != [Capacity::Named]
    });
    let found = sorted(told.map(|person| &*person.name).collect());
    let expected = sorted(gold.participants.iter().map(|name| &**name).collect());
    let missing = expected.iter().filter(|name| !found.contains(name));
    let extra = found.iter().filter(|name| !expected.contains(name));
    let mut differences: Vec<String> = missing
        .map(|name| format!("participant missing: {name:?}"))
        .chain(extra.map(|name| format!("participant too many: {name:?}")))
        .collect();
    if differences.is_empty() && found != expected {
        differences.push(format!("participants: found {found:?}, expected {expected:?}"));
    }
    differences
}

fn labelled(gold: &Gold, memorandum: &Memorandum) -> Vec<String> {
    let found: Vec<&Turn> = memorandum.turns.iter().filter(|turn| turn.label.is_some()).collect();
    let expected: Vec<&Said> = gold.turn.iter().filter(|said| said.label.is_some()).collect();
    let mut differences = Vec::new();
    if found.len() != expected.len() {
        let (found, expected) = (found.len(), expected.len());
        differences.push(format!("labelled turns: found {found}, expected {expected}"));
    }
    for (place, (turn, said)) in found.iter().zip(&expected).enumerate() {
        let label = turn.label.as_ref().map(|label| &*label.text);
        let wrong = wrong_words(turn, said, memorandum).or_else(|| {
            let differs = label != said.label.as_deref();
            differs.then(|| format!("label {label:?}, expected {:?}", said.label))
        });
        if let Some(wrong) = wrong {
            differences.push(format!("labelled turn {place}: {wrong}"));
            // One turn too many or too few shifts all that follow: the first tells enough.
            if found.len() != expected.len() {
                break;
            }
        }
        differences.extend(
            wrong_speaker(turn, said, memorandum).map(|wrong| format!("turn {place}: {wrong}")),
        );
    }
    differences
}

fn told(gold: &Gold, memorandum: &Memorandum) -> Vec<String> {
    let mut differences = Vec::new();
    for said in gold.turn.iter().filter(|said| said.label.is_none()) {
        let found = memorandum
            .turns
            .iter()
            .find(|turn| turn.label.is_none() && wrong_words(turn, said, memorandum).is_none());
        match found {
            None => differences.push(format!("no turn told in prose begins {:?}", said.begins)),
            Some(turn) => differences.extend(wrong_speaker(turn, said, memorandum)),
        }
    }
    differences
}

/// Begins and ends may count marks that are no speech, `[1 line not declassified]`: the paragraph
/// as written will do as well as the speech alone.
fn wrong_words(turn: &Turn, said: &Said, memorandum: &Memorandum) -> Option<String> {
    let written = |span: Option<&memcon::Span>| {
        squashed(span.map_or("", |span| &memorandum.text[span.start..span.end]))
    };
    let text = squashed(&turn.text);
    let begins = squashed(&said.begins);
    if !text.starts_with(&begins) && !written(turn.paragraphs.first()).starts_with(&begins) {
        let found: String = text.chars().take(60).collect();
        return Some(format!("begins {found:?}, expected {:?}", said.begins));
    }
    let ends = said.ends.as_ref().filter(|ends| {
        let ends = squashed(ends);
        !text.ends_with(&ends) && !written(turn.paragraphs.last()).ends_with(&ends)
    });
    ends.map(|ends| {
        let tail: Vec<char> = text.chars().rev().take(60).collect();
        let found: String = tail.into_iter().rev().collect();
        format!("ends {found:?}, expected {ends:?}")
    })
}

fn wrong_speaker(turn: &Turn, said: &Said, memorandum: &Memorandum) -> Option<String> {
    // Those who speak jointly are nobody in particular.
    let single = turn.speaker.filter(|_| turn.speakers.len() < 2);
    let person = single.and_then(|id| memorandum.participant(id));
    let found = person.map_or("?", |person| &person.name);
    let wrong = found != said.speaker;
    wrong.then(|| format!("{:?}… is said by {found:?}, expected {:?}", said.begins, said.speaker))
}

fn unsaid(gold: &Gold, memorandum: &Memorandum) -> Vec<String> {
    let mut differences = Vec::new();
    for Unsaid { text } in &gold.not_turn {
        let places: Vec<usize> =
            memorandum.text.match_indices(text.as_str()).map(|(at, _)| at).collect();
        if places.is_empty() {
            differences.push(format!("the gold is wrong: {text:?} is not in the document"));
        }
        for at in places {
            let span = memcon::Span::new(at, at + text.len());
            // Page marks stand within a turn, and nobody says them.
            let said = memorandum.pieces.iter().any(|piece| {
                matches!(piece.kind, PieceKind::Speech | PieceKind::Label)
                    && piece.span.overlaps(span)
            });
            let around = memorandum
                .turns
                .iter()
                .find(|turn| said && turn.label.is_some() && turn.span.overlaps(span));
            if let Some(turn) = around {
                differences.push(format!("{text:?} is inside labelled turn {}", turn.index));
            }
        }
    }
    differences
}

fn squashed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn marked(gold: &Gold, memorandum: &Memorandum) -> Vec<String> {
    let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let told = |note: &memcon::Note| Marked {
        kind: name(serde_json::json!(note.kind)),
        text: note.text.clone(),
        withheld: note.excision.as_ref().map(|found| name(serde_json::json!(found.withheld))),
        measures: note.excision.as_ref().map(|found| {
            let words = found.measures.iter().map(|measure| {
                let bound = match measure.bound {
                    memcon::Bound::Exact => String::new(),
                    bound => name(serde_json::json!(bound)) + " ",
                };
                format!("{bound}{} {}", measure.number, name(serde_json::json!(measure.unit)))
            });
            words.collect()
        }),
        footnote: note.joined.map(|place| memorandum.notes[place].text.clone()),
        hand: Some(name(serde_json::json!(note.hand))),
    };
    let notes: Vec<Marked> = memorandum.notes.iter().map(told).collect();
    let fits = |found: &Marked, wanted: &Marked| {
        let may =
            |found: &Option<String>, wanted: &Option<String>| wanted.is_none() || found == wanted;
        found.kind == wanted.kind
            && found.text == wanted.text
            && may(&found.withheld, &wanted.withheld)
            && may(&found.footnote, &wanted.footnote)
            && may(&found.hand, &wanted.hand)
            && (wanted.measures.is_none() || found.measures == wanted.measures)
    };
    let missing = gold.note.iter().filter(|wanted| !notes.iter().any(|found| fits(found, wanted)));
    missing.map(|wanted| format!("no {} note {:?} as told", wanted.kind, wanted.text)).collect()
}
