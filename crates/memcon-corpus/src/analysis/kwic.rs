//! A keyword in its context.

use memcon::write::tables::integer;
use memcon::write::turn_ids;
use memcon::{Mode, PersonId, table_row};

use super::{Analysis, fold, year};
use crate::record::Record;

table_row! {
    /// A place where a keyword stands in what is said.
    #[derive(Clone, Debug, Default, PartialEq)]
    KwicRow in "kwic" {
        /// The record.
        document_id: String,
        /// The turn, as in `turns`.
        turn_id: String,
        /// The year in which the conversation began.
        year: Option<i64>,
        /// The speaker's name.
        speaker_name: Option<String>,
        /// `verbatim` or `reported`.
        mode: String,
        /// What is said before.
        left: String,
        /// The keyword as written.
        keyword: String,
        /// What is said after.
        right: String,
        /// Where the turn begins, in code points of the text.
        char_start: i64,
        /// Where the turn ends.
        char_end: i64,
    }
}

/// Looks for words in what is said, in any case.
#[derive(Clone, Debug)]
pub struct Kwic {
    needle: String,
    width: usize,
    rows: Vec<KwicRow>,
}

impl Kwic {
    /// Looks for a word or several, with so many characters of context on each side.
    ///
    /// What is sought stands for itself, whole words only: `dam` is not in `damage`.
    pub fn new(words: &str, width: usize) -> Self {
        Self { needle: fold(words.trim()), width, rows: Vec::new() }
    }
}

impl Analysis for Kwic {
    type Row = KwicRow;

    fn take(&mut self, record: &Record) {
        let Some(parsed) = record.parsed() else { return };
        if self.needle.is_empty() {
            return;
        }
        let memorandum = &parsed.memorandum;
        let mut known = None;
        for (place, turn) in memorandum.turns.iter().enumerate() {
            for (start, end) in found(&turn.text, &self.needle) {
                let (ids, index) = known.get_or_insert_with(|| {
                    (turn_ids(memorandum), memcon::CharIndex::new(&memorandum.text))
                });
                let span = index.chars(turn.span);
                let name = |id: PersonId| memorandum.participant(id).map(|who| who.name.clone());
                self.rows.push(KwicRow {
                    document_id: record.id.clone(),
                    turn_id: ids.get(place).cloned().unwrap_or_default(),
                    year: year(memorandum),
                    speaker_name: turn.speaker.and_then(name),
                    mode: mode(turn.mode).to_owned(),
                    left: last(&turn.text[..start], self.width),
                    keyword: turn.text[start..end].to_owned(),
                    right: first(&turn.text[end..], self.width),
                    char_start: integer(span.start),
                    char_end: integer(span.end),
                });
            }
        }
    }

    fn rows(self) -> Vec<KwicRow> {
        self.rows
    }
}

pub(super) fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Verbatim => "verbatim",
        Mode::Reported => "reported",
    }
}

/// Gives where folded words stand in a text, as bytes of the text.
fn found(text: &str, needle: &str) -> Vec<(usize, usize)> {
    // Folding can change how many bytes a letter has: each byte remembers its letter's place.
    let (mut folded, mut places) = (String::with_capacity(text.len()), Vec::new());
    for (at, letter) in text.char_indices() {
        folded.extend(letter.to_lowercase());
        places.resize(folded.len(), at);
    }
    places.push(text.len());
    let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    folded
        .match_indices(needle)
        .filter(|(at, _)| {
            let before = folded[..*at].chars().next_back();
            let after = folded[at + needle.len()..].chars().next();
            !is_inside(before) && !is_inside(after)
        })
        .map(|(at, _)| (places[at], places[at + needle.len()]))
        .collect()
}

fn last(text: &str, width: usize) -> String {
    let at = text.char_indices().rev().take(width).last().map_or(text.len(), |(at, _)| at);
    text[at..].to_owned()
}

fn first(text: &str, width: usize) -> String {
    text.chars().take(width).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, needle: &str, expected: &[&str]) {
        let found: Vec<&str> =
            found(text, &fold(needle)).into_iter().map(|(start, end)| &text[start..end]).collect();
        assert_eq!(found, expected, "{needle:?} in {text:?}");
    }

    #[test]
    fn whole_words_are_found_in_any_case() {
        check("The dam, the DAM and the damage.", "dam", &["dam", "DAM"]);
        check("İstanbul is far; istanbul", "istanbul", &["istanbul"]);
        check("Плотина и плотина", "плотина", &["Плотина", "плотина"]);
        check("high water, High Water", "high water", &["high water", "High Water"]);
        check("", "dam", &[]);
    }

    #[test]
    fn context_is_so_wide() {
        assert_eq!((last("абвг", 2), first("абвг", 2)), ("вг".to_owned(), "аб".to_owned()));
        assert_eq!(last("абвг", 0), "");
    }
}
