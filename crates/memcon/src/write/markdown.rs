//! Markdown: a reading text for notes, web logs and version control.

use std::cell::Cell;
use std::fmt::Write as _;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Memorandum, NoteKind, PieceKind};
use crate::span::Span;
use crate::write::flow::{Block, SpeechPart, blocks};
use crate::write::inline::{Marks, Run, footnote, footnotes, joined};
use crate::write::loss::{Part, losses};
use crate::write::{Document, Export};

/// What a reading text does not carry.
const LOST: &[Part] = &[
    Part::Places,
    Part::Furniture,
    Part::StatedDates,
    Part::Mentions,
    Part::JointSpeakers,
    Part::Candidates,
    Part::Rules,
    Part::Confidence,
    Part::SpeechActs,
    Part::Addressees,
    Part::Resumptions,
    Part::Movements,
    Part::Presence,
    Part::Identities,
    Part::Measures,
    Part::Glossary,
    Part::LabelReadings,
    Part::Diagnostics,
];

/// Gives a record as Markdown: head, people, turns with their labels in bold, footnotes.
///
/// ```
/// use memcon::write::{Document, markdown};
///
/// let text = "ORLO: *Good* day.\n\nVEY: Good day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let page = markdown(&Document::new(&memcon::parse(text))).text;
/// assert!(page.contains("**ORLO:** \\*Good\\* day.\n"));
/// ```
pub fn markdown(document: &Document<'_>) -> Export {
    let parsed = document.parsed();
    let memorandum = &parsed.memorandum;
    let footnotes = footnotes(memorandum);
    let mut page = Page {
        out: String::new(),
        memorandum,
        marks: Marks::new(memorandum),
        called: footnotes.values().copied().collect(),
        footnotes,
        replaced: Cell::new(0),
    };
    page.head();
    for block in blocks(memorandum) {
        page.block(&block);
    }
    let text = format!("{}\n", page.out.trim_end());
    Export { text, losses: losses(parsed, LOST, &[(Part::Characters, page.replaced.get())]) }
}

struct Page<'m> {
    out: String,
    memorandum: &'m Memorandum,
    marks: Marks<'m>,
    /// The footnote of each callout.
    footnotes: FxHashMap<usize, usize>,
    /// The footnotes that have a callout.
    called: FxHashSet<usize>,
    /// How many characters were replaced by U+FFFD.
    replaced: Cell<usize>,
}

impl Page<'_> {
    fn head(&mut self) {
        let memorandum = self.memorandum;
        let title = memorandum.own_title.as_ref().or(memorandum.title.as_ref());
        let title = title.map_or("Record of conversation", |title| &title.text);
        self.line(&format!("# {}", self.escaped(title)));
        let date = memorandum.date.as_ref().map(|it| ("Date", it.text.as_str()));
        let place = memorandum.place.as_ref().map(|it| ("Place", it.name.as_str()));
        let number = memorandum.number.as_ref().map(|it| ("Number", it.text.as_str()));
        let mut facts = String::new();
        for (name, value) in [date, place, number].into_iter().flatten() {
            // Writing to a string cannot go wrong.
            _ = writeln!(facts, "- {name}: {}", self.escaped(value));
        }
        for person in &memorandum.participants {
            let told = [person.honorific.as_deref().unwrap_or_default(), &person.name];
            let name = told.join(" ");
            let roles = person.roles.iter().map(|role| role.text.as_str());
            let more: Vec<&str> = roles
                .chain(person.affiliation.as_deref())
                .chain(person.delegation.as_deref())
                .chain(person.capacities.iter().map(|it| it.words()))
                .collect();
            let more =
                if more.is_empty() { String::new() } else { format!(", {}", more.join(", ")) };
            _ = writeln!(
                facts,
                "- Participant: {}{}",
                self.escaped(name.trim()),
                self.escaped(&more)
            );
        }
        self.line(facts.trim_end());
        self.line("---");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Apart { kind: PieceKind::Furniture, .. } => {}
            Block::Apart { kind: PieceKind::Footnote, span } => self.footnote(*span),
            Block::Apart { kind: PieceKind::Heading | PieceKind::FieldName, span } => {
                let words = self.stretch(*span);
                self.line(&format!("**{}**", words.trim()));
            }
            Block::Apart { span, .. } => {
                let lines = span.of(&self.memorandum.text).split_inclusive('\n');
                let mut at = span.start;
                let mut words = Vec::new();
                for line in lines {
                    words.push(self.stretch(Span::new(at, at + line.len())).trim().to_owned());
                    at += line.len();
                }
                words.retain(|line| !line.is_empty());
                self.line(&words.join("  \n"));
            }
            Block::Speech { label, parts, .. } => {
                let mut label = label.map(|label| self.stretch(label)).unwrap_or_default();
                if !label.trim().is_empty() {
                    label = format!("**{}** ", label.trim());
                }
                for part in parts {
                    let (SpeechPart::Paragraph(span) | SpeechPart::Aside(span)) = part;
                    let words = self.stretch(*span);
                    self.line(&format!("{label}{}", words.trim()));
                    label.clear();
                }
                if !label.is_empty() {
                    self.line(&label);
                }
            }
            Block::Prose { parts } => {
                let words: Vec<String> =
                    parts.iter().map(|part| self.stretch(part.span).trim().to_owned()).collect();
                self.line(&words.join(" "));
            }
        }
    }

    fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.out.push_str(line.trim_end());
            self.out.push_str("\n\n");
        }
    }

    fn footnote(&mut self, span: Span) {
        let place = self.marks.whole(span).filter(|place| self.called.contains(place));
        let id = place.map(|note| note + 1);
        let (number, words) = footnote(&self.memorandum.text, span);
        let words = self.stretch(words);
        match id {
            Some(id) => self.line(&format!("[^{id}]: {}", words.trim())),
            None => self.line(&format!("{} {}", self.escaped(number), words.trim())),
        }
    }

    fn stretch(&self, span: Span) -> String {
        self.runs(&self.marks.runs(span))
    }

    fn runs(&self, runs: &[Run]) -> String {
        let text = &self.memorandum.text;
        let run = |run: &Run| match run {
            Run::Words(span) => self.escaped(&joined(span.of(text))),
            Run::Furniture(_) => " ".to_owned(),
            Run::Quotation(runs) => self.runs(runs),
            Run::Note { note, of, runs } => {
                let place = &self.memorandum.notes[*note];
                let before = of.map(|of| Span::new(of.start, place.span.start));
                let before =
                    before.map(|it| self.escaped(&joined(it.of(text)))).unwrap_or_default();
                match (place.kind == NoteKind::Callout, self.footnotes.get(note)) {
                    (true, Some(footnote)) => format!("{before}[^{}]", footnote + 1),
                    _ => format!("{before}{}", self.runs(runs)),
                }
            }
        };
        runs.iter().map(run).collect()
    }

    fn escaped(&self, words: &str) -> String {
        let (words, replaced) = escaped(words);
        self.replaced.set(self.replaced.get() + replaced);
        words
    }
}

/// Gives words in which nothing is markup, of Markdown or of HTML, and how many characters of
/// them were replaced.
fn escaped(words: &str) -> (String, usize) {
    let mut replaced = 0;
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|'
            | '~' | '$' | '^' | '=' => {
                out.push('\\');
                out.push(letter);
            }
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push(' '),
            _ if crate::write::xml::is_forbidden(letter) => {
                out.push(char::REPLACEMENT_CHARACTER);
                replaced += 1;
            }
            _ => out.push(letter),
        }
    }
    // A line that begins so would be a list or a rule.
    let first = out.trim_start();
    let is_list = first.starts_with(['-', ':']) || {
        let digits = first.trim_start_matches(|c: char| c.is_ascii_digit());
        digits.len() < first.len() && digits.starts_with('.')
    };
    if is_list {
        let at = out.len() - first.len();
        let digits = out[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
        out.insert(at + digits, '\\');
    }
    (out, replaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_replaced_is_counted() {
        let text = "ORLO: Good\u{1} day\u{8}.\n\nVEY: Yes.\n\nORLO: Sit.\n\nVEY: No.\n";
        let export = markdown(&Document::new(&crate::parse(text)));
        let count = |of: char| export.text.chars().filter(|c| *c == of).count();
        assert_eq!((count('\u{1}'), count(char::REPLACEMENT_CHARACTER)), (0, 2));
        let told = export.losses.iter().find(|loss| loss.part == Part::Characters);
        assert_eq!(told.map(|loss| loss.count), Some(2));
    }
}
