//! What the tests share: where the corpus is, and what every reading must hold to.

pub mod exports;
pub mod pace;
pub mod sheet;

use std::fs;
use std::path::{Path, PathBuf};

use memcon::{JsonStyle, Memorandum, Mode, Parsed, Span};

/// Gives the folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Lists the files under a folder, sorted; hidden ones and those of tools are passed over.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if path.is_dir() {
            let is_ours = !name.starts_with('.') || name == ".ci";
            if is_ours && !["target", "__pycache__", "dist"].contains(&name.as_str()) {
                found.extend(files(&path));
            }
        } else if !name.starts_with('.') {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Lists the documents of the corpus, sorted.
pub fn documents() -> Vec<PathBuf> {
    let is_document = |path: &PathBuf| {
        !["golden", "md", "toml", "csv"].iter().any(|ending| has_ending(path, ending))
    };
    files(&root().join("tests/corpus")).into_iter().filter(is_document).collect()
}

/// Reads a document of the corpus, with the roster `NAME.roster.toml` or `NAME.roster.csv` that
/// stands beside it.
///
/// # Errors
///
/// Those of [`memcon::read_with`] and [`memcon::Roster::read`].
pub fn read(path: &Path) -> Result<Parsed, memcon::Error> {
    let mut options = memcon::Options::new();
    for ending in ["roster.toml", "roster.csv"] {
        let roster = path.with_extension(ending);
        if roster.is_file() {
            options = options.roster(memcon::Roster::read(roster)?);
        }
    }
    memcon::read_with(path, &options)
}

/// Tells whether a file's name has an ending.
pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found == ending)
}

/// Gives a path below `tests/` as a test's name: `corpus/wilson-center/border-talks.txt`.
pub fn test_name(path: &Path) -> String {
    path.strip_prefix(root().join("tests")).unwrap_or(path).display().to_string()
}

/// Tells whether goldens are to be rewritten.
pub fn rewrites() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1")
}

/// Lists what a reading breaks of the promises; a good reading breaks nothing.
pub fn faults(parsed: &Parsed) -> Vec<String> {
    let memorandum = &parsed.memorandum;
    let mut faults = Vec::new();
    partition(memorandum, &mut faults);
    people(memorandum, &mut faults);
    turns(memorandum, &mut faults);
    notes(memorandum, &mut faults);
    let mut spans = Spans { text: &memorandum.text, faults: &mut faults };
    spans.ordered("diagnostic", parsed.diagnostics.iter().map(|doubt| doubt.span));
    spans.ordered("label reading", memorandum.label_readings.iter().map(|read| read.span));
    // Every other span: JSON counts code points, and a span off a boundary comes back elsewhere.
    match Parsed::from_json(&parsed.to_json(JsonStyle::Line)) {
        Ok(back) if back == *parsed => {}
        Ok(_) => faults.push("JSON does not come back as it went".to_owned()),
        Err(error) => faults.push(format!("JSON does not come back: {error}")),
    }
    faults
}

fn partition(memorandum: &Memorandum, faults: &mut Vec<String>) {
    let mut at = 0;
    for piece in &memorandum.pieces {
        if piece.span.start != at || piece.span.is_empty() {
            faults.push(format!("piece {:?} {:?} should begin at {at}", piece.kind, piece.span));
        }
        if !memorandum.text.is_char_boundary(piece.span.end) {
            faults.push(format!("piece {:?} {:?} ends inside a character", piece.kind, piece.span));
        }
        at = piece.span.end;
    }
    if at != memorandum.text.len() {
        faults.push(format!("the pieces end at {at} of {}", memorandum.text.len()));
    }
    if memorandum.rebuild() != memorandum.text {
        faults.push("the pieces do not make the text again".to_owned());
    }
}

fn people(memorandum: &Memorandum, faults: &mut Vec<String>) {
    for (place, person) in memorandum.participants.iter().enumerate() {
        if person.id.index() != place {
            faults.push(format!("participant {} stands at place {place}", person.id));
        }
        if person.name.trim().is_empty() {
            faults.push(format!("participant {} has no name", person.id));
        }
        for mention in &person.mentions {
            Spans { text: &memorandum.text, faults }.one("mention", mention.span);
        }
    }
}

fn turns(memorandum: &Memorandum, faults: &mut Vec<String>) {
    let mut spans = Spans { text: &memorandum.text, faults };
    spans.disjoint("turn", memorandum.turns.iter().map(|turn| turn.span));
    for (place, turn) in memorandum.turns.iter().enumerate() {
        let label = turn.label.iter().map(|label| ("label", label.span));
        let cue = turn
            .cue
            .iter()
            .flat_map(|cue| [("cue subject", cue.subject.span), ("cue verb", cue.verb.span)]);
        let voice = turn.voiced_by.iter().map(|voice| ("voiced by", voice.span));
        let addressee = turn.addressee.iter().map(|addressee| ("addressee", addressee.span));
        let paragraphs = turn.paragraphs.iter().map(|paragraph| ("paragraph", *paragraph));
        spans.disjoint("paragraph", turn.paragraphs.iter().copied());
        let parts = label.chain(cue).chain(voice).chain(addressee).chain(paragraphs);
        for (what, span) in parts {
            spans.one(what, span);
            if !turn.span.contains(span) {
                spans
                    .faults
                    .push(format!("{what} {span:?} is outside turn {place} {:?}", turn.span));
            }
        }
        for quotation in &turn.quotations {
            spans.one("quotation", *quotation);
            let mut outside = memorandum.notes.iter().filter(|note| note.kind.is_outside_speech());
            let cut = outside.find(|note| note.span.crosses(*quotation));
            spans
                .faults
                .extend(cut.map(|note| format!("{:?} cuts quotation {quotation:?}", note.span)));
        }
        let count = memorandum.participants.len();
        let ids = turn.speakers.iter().chain(&turn.candidates).chain(&turn.speaker);
        let wrong = [
            (turn.index != place, "its index is wrong"),
            (
                turn.label.is_none() && turn.mode == Mode::Verbatim,
                "it gives words and has no label",
            ),
            (turn.speaker != turn.speakers.first().copied(), "speaker is not first of speakers"),
            (ids.clone().any(|id| id.index() >= count), "it names a participant that is not there"),
            (turn.resumes.is_some_and(|earlier| earlier >= place), "it resumes no earlier turn"),
            (turn.notes.iter().any(|note| *note >= memorandum.notes.len()), "a note is not there"),
        ];
        let wrong = wrong.iter().filter(|(is_wrong, _)| *is_wrong);
        spans.faults.extend(wrong.map(|(_, what)| format!("turn {place}: {what}")));
    }
}

fn notes(memorandum: &Memorandum, faults: &mut Vec<String>) {
    let mut spans = Spans { text: &memorandum.text, faults };
    spans.ordered("note", memorandum.notes.iter().map(|note| note.span));
    for (place, note) in memorandum.notes.iter().enumerate() {
        let Some(turn) = note.turn else { continue };
        let lists_it = memorandum.turns.get(turn).is_some_and(|turn| turn.notes.contains(&place));
        if !lists_it {
            spans.faults.push(format!("note {place} names turn {turn}, which does not list it"));
        }
    }
}

/// Checks spans against one text.
struct Spans<'a> {
    text: &'a str,
    faults: &'a mut Vec<String>,
}

impl Spans<'_> {
    fn one(&mut self, what: &str, span: Span) {
        if span.start > span.end || self.text.get(span.start..span.end).is_none() {
            self.faults.push(format!("{what} {span:?} does not fit the text"));
        }
    }

    fn ordered(&mut self, what: &str, spans: impl Iterator<Item = Span>) {
        let mut before = 0;
        for span in spans {
            self.one(what, span);
            if span.start < before {
                self.faults.push(format!("{what} {span:?} begins before {before}"));
            }
            before = span.start;
        }
    }

    fn disjoint(&mut self, what: &str, spans: impl Iterator<Item = Span>) {
        let mut before = 0;
        for span in spans {
            self.one(what, span);
            if span.is_empty() || span.start < before {
                self.faults.push(format!("{what} {span:?} is empty or begins before {before}"));
            }
            before = span.end;
        }
    }
}
