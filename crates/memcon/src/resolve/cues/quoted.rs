//! Whom a speaker quotes: third persons, who are kept apart from the speakers at the table.
//!
//! ```text
//! quoted    = subject verb …                      ; "… that the King had promised tin"
//!           | subject verb … (":" | ",")? quotation   ; "Vey told me: “No.”"
//! quotation = "“" … "”" | "«" … "»" | "„" … "“" | "\"" … "\""
//! ```

use memchr::memchr3_iter;

use super::roster::Match;
use super::script::Script;
use super::turns::words;
use crate::grammar::cue::{Clause, Reader, SubjectKind};
use crate::grammar::sentence;
use crate::model::{PersonId, Quoted, Turn, Written};
use crate::span::Span;

/// The fewest words of a quotation: fewer are a turn of phrase, not speech.
const WORDS: usize = 4;

/// The farthest that a quotation stands from the verb that tells it, in bytes.
const NEAR: usize = 60;

/// Finds the words in quotation marks; a quotation left open goes on to the end, where the next
/// paragraph may take it up.
pub(crate) fn quotations(text: &str, within: Span, found: &mut Vec<Span>) {
    let stretch = within.of(text);
    let mut at = 0;
    // What does not close here does not close further on.
    let mut unclosed: Vec<char> = Vec::new();
    while let Some((open, mark)) = opening(stretch, at) {
        let from = open + mark.len_utf8();
        let mut close = None;
        if !unclosed.contains(&mark) {
            close = stretch[from..].find(closing(mark));
            unclosed.extend(close.is_none().then_some(mark));
        }
        let leads = stretch[..open].trim_end();
        if close.is_none() && !(leads.is_empty() || leads.ends_with([':', ','])) {
            at = from;
            continue;
        }
        let to = close.map_or(stretch.len(), |n| from + n);
        if stretch[from..to].split_whitespace().nth(WORDS - 1).is_some() {
            found.push(Span::new(within.start + from, within.start + to));
        }
        at = stretch[to..].chars().next().map_or(to, |c| to + c.len_utf8());
    }
}

/// The next mark that opens a quotation, and where it stands.
fn opening(stretch: &str, from: usize) -> Option<(usize, char)> {
    let bytes = stretch.as_bytes();
    memchr3_iter(b'"', 0xE2, 0xC2, &bytes[from..]).find_map(|at| {
        let at = from + at;
        let mark = match bytes[at..] {
            [b'"', ..] => '"',
            [0xE2, 0x80, 0x9C, ..] => '“',
            [0xE2, 0x80, 0x9E, ..] => '„',
            [0xC2, 0xAB, ..] => '«',
            _ => return None,
        };
        Some((at, mark))
    })
}

fn closing(opening: char) -> &'static [char] {
    match opening {
        '„' => &['“', '”'],
        '«' => &['»'],
        '"' => &['"'],
        _ => &['”'],
    }
}

/// Writes down whom a turn told in prose quotes; its quotations must be known.
pub(super) fn in_turn(text: &str, script: &Script<'_>, turn: &mut Turn) {
    let cue = turn.cue.as_ref().map(|cue| cue.verb.span.start);
    for paragraph in &turn.paragraphs {
        let first =
            script.clauses.partition_point(|(clause, _)| clause.verb.start < paragraph.start);
        let within = script.clauses[first..].iter();
        for (clause, whom) in within.take_while(|(clause, _)| clause.verb.start < paragraph.end) {
            let person = match whom {
                Match::One(person, _) => Some(PersonId::from_index(*person)),
                Match::Several(_) => continue,
                Match::Nobody => None,
            };
            let speaks = person.is_some_and(|person| turn.speakers.contains(&person));
            if speaks || cue == Some(clause.verb.start) || !is_somebody(clause) {
                continue;
            }
            let given = given_after(text, clause, &turn.quotations);
            turn.quoted.push(quoted(text, clause, person, given));
        }
    }
}

/// Finds whom a speaker quotes word for word in speech under a label: "Vey said: “…”".
pub(crate) fn in_speech(text: &str, paragraphs: &[Vec<Span>], found: &mut Vec<Quoted>) {
    let mut reader = Reader::default();
    let mut given = Vec::new();
    for part in paragraphs.iter().flatten() {
        given.clear();
        quotations(text, *part, &mut given);
        if given.is_empty() {
            continue;
        }
        for within in sentence::sentences(text, *part) {
            let first = given.partition_point(|quotation| quotation.start < within.start);
            let mut here = given[first..].iter().take_while(|it| it.start < within.end);
            if !here.any(|quotation| within.contains(*quotation)) {
                continue;
            }
            for clause in reader.clauses(text, within).iter().filter(|clause| is_somebody(clause)) {
                if let Some(words) = given_after(text, clause, &given) {
                    found.push(quoted(text, clause, None, Some(words)));
                }
            }
        }
    }
}

/// Tells whether a clause tells that somebody by name or office spoke.
fn is_somebody(clause: &Clause) -> bool {
    clause.spoken && matches!(clause.kind, SubjectKind::Named | SubjectKind::Role)
}

/// The quotation that follows the verb of a clause.
fn given_after(text: &str, clause: &Clause, quotations: &[Span]) -> Option<Span> {
    let next = quotations.partition_point(|quotation| quotation.start < clause.verb.end);
    let quotation = *quotations.get(next)?;
    let between = text.get(clause.verb.end..quotation.start)?;
    (between.len() <= NEAR && !between.contains(['.', ';', '?', '!'])).then_some(quotation)
}

fn quoted(text: &str, clause: &Clause, person: Option<PersonId>, given: Option<Span>) -> Quoted {
    let written = |span: Span| Written { text: words(span.of(text)), span };
    Quoted::new(written(clause.subject), Some(written(clause.verb)), person, given)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_and_near_forms() {
        for (text, expected) in [
            ("Vey said, “We shall all be wet.” Then", vec!["We shall all be wet."]),
            ("Er sagte: „Das ist nicht so gut.“", vec!["Das ist nicht so gut."]),
            ("Il dit : « Nous ne le ferons pas. »", vec![" Nous ne le ferons pas. "]),
            ("the “tin question” again", vec![]),
            ("“We shall all be wet", vec!["We shall all be wet"]),
            ("a board of 6\" by 9 and more than that", vec![]),
        ] {
            let mut found = Vec::new();
            quotations(text, Span::new(0, text.len()), &mut found);
            let found: Vec<_> = found.iter().map(|span| span.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn who_is_quoted_in_speech() {
        let text = "Then Vey said: “We shall all be wet.” I said, “All right, we shall see.”";
        let mut found = Vec::new();
        in_speech(text, &[vec![Span::new(0, text.len())]], &mut found);
        let found: Vec<_> =
            found.iter().map(|q| (q.subject.text.as_str(), q.words.unwrap().of(text))).collect();
        assert_eq!(found, [("Vey", "We shall all be wet.")]);
    }
}
