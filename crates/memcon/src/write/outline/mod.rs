//! A record as a short page of lines, the same for the same reading: what the goldens hold.
//!
//! One item a line, sections that hold nothing left out, spans in bytes. To show a new field, add
//! it to the line of its item in `head`, `people`, `turns` or `rest`.

mod head;
mod people;
mod rest;
mod turns;

use serde::Serialize;

use crate::model::{Parsed, Written};
use crate::span::Span;

/// Writes the record as a readable outline, one item a line, spans in bytes.
///
/// ```
/// let outline = memcon::outline(&memcon::parse("Nobody speaks here.\n"));
/// assert!(outline.contains("form none\n"));
/// ```
pub fn outline(parsed: &Parsed) -> String {
    let Parsed { memorandum, diagnostics } = parsed;
    let mut page = head::lines(memorandum);
    section(&mut page, "participants", people::lines(memorandum));
    section(&mut page, "turns", turns::lines(memorandum));
    section(&mut page, "movements", rest::movements(memorandum));
    section(&mut page, "notes", rest::notes(memorandum));
    section(&mut page, "glossary", rest::glossary(memorandum));
    section(&mut page, "provenance", rest::provenance(&memorandum.provenance));
    section(&mut page, "diagnostics", rest::diagnostics(&memorandum.text, diagnostics));
    section(&mut page, "not labels", rest::rejected_labels(memorandum));
    section(&mut page, "pieces", rest::pieces(memorandum));
    page.join("\n") + "\n"
}

fn section(page: &mut Vec<String>, title: &str, lines: Vec<String>) {
    if !lines.is_empty() {
        page.push(format!("\n{title} ({})", lines.len()));
        page.extend(lines.into_iter().map(|line| format!("  {line}")));
    }
}

/// Gives the name that a value has in JSON: `initials-and-surname`.
fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// Gives words between quotation marks, on one line.
fn quoted(words: &str) -> String {
    let mut line = String::from('"');
    for c in words.chars() {
        match c {
            '\n' | '\r' | '\t' => line.extend(c.escape_default()),
            c if c.is_control() => line.extend(c.escape_unicode()),
            c => line.push(c),
        }
    }
    line + "\""
}

fn range(span: Span) -> String {
    format!("{}..{}", span.start, span.end)
}

fn written(words: &Written) -> String {
    format!("{} {}", quoted(&words.text), range(words.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A record with something in every section; the text is only long enough for the spans.
    const RECORD: &str = include_str!("record.json");
    const OUTLINE: &str = include_str!("record.outline");

    #[test]
    fn every_section_is_told_on_its_lines() {
        let parsed = Parsed::from_json(RECORD).unwrap();
        let outline = outline(&parsed);
        assert!(outline == OUTLINE, "the outline is now:\n{outline}");
    }

    #[test]
    fn a_record_of_nothing_is_short() {
        assert_eq!(outline(&Parsed::default()), "layout -\nform none\n");
    }

    #[test]
    fn control_characters_are_spelled_out() {
        assert_eq!(quoted("a\r\n\u{1b}[31m«é»"), "\"a\\r\\n\\u{1b}[31m«é»\"");
    }
}
