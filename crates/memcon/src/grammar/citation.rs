//! An archive's line on where a document comes from.
//!
//! ```text
//! source = part ("," part)* "." ("Translated by" name ".")?
//! part   = repository | division | collection | shelfmark | "Reel" number | "Container" number
//! ```

use crate::model::{Provenance, Written};
use crate::span::Span;

/// Reads the source of a citation: `"Title," date, PROGRAM Digital Archive, SOURCE`.
pub(crate) fn cited(text: &str, span: Span, into: &mut Provenance) {
    let line = span.of(text);
    match line.find("Digital Archive, ") {
        Some(at) => source(text, Span::new(span.start + at + 17, span.end), into),
        None => source(text, span, into),
    }
}

/// Finds the title that a citation quotes, without the comma at its end, in bytes of the citation.
pub(crate) fn title(line: &str) -> Option<Span> {
    let (open, close) =
        [("\"", "\""), ("“", "”")].into_iter().find(|(open, _)| line.starts_with(open))?;
    let inside = line.get(open.len()..)?;
    // A title may quote: it ends at the mark that a comma stands in.
    let end = inside.find(&format!(",{close}")).or_else(|| inside.find(close))?;
    Some(Span::new(open.len(), open.len() + end)).filter(|title| !title.is_empty())
}

/// Reads a source line into its parts; a part that a field has already told is not told again.
pub(crate) fn source(text: &str, span: Span, into: &mut Provenance) {
    let line = span.of(text);
    let (parts, translated) = match line.find("Translated by ") {
        Some(at) => (&line[..at], Some(span.start + at + 14)),
        None => (line, None),
    };
    if let Some(start) = translated {
        let name = &text[start..span.end];
        let end = start + sentence_end(name);
        set(&mut into.translator, text, Span::new(start, end));
    }
    let mut at = span.start;
    let mut collection: Option<Span> = None;
    for part in parts.split(',') {
        let kept = part.trim_matches(|c: char| c.is_whitespace() || c == '.');
        let start = at + (kept.as_ptr() as usize - part.as_ptr() as usize);
        at += part.len() + 1;
        if kept.is_empty() {
            continue;
        }
        let here = Span::new(start, start + kept.len());
        let numbered =
            |name: &str| kept.strip_prefix(name).as_ref().is_some_and(|n| n.starts_with(' '));
        if numbered("Reel") {
            set(&mut into.reel, text, after_word(text, here));
        } else if numbered("Container") || numbered("Box") {
            set(&mut into.container, text, after_word(text, here));
        } else if kept.ends_with("Division") && into.repository.is_some() {
            set(&mut into.division, text, here);
        } else if is_shelfmark(kept) {
            set(&mut into.shelfmark, text, here);
        } else if into.repository.is_none() {
            set(&mut into.repository, text, here);
        } else if into.collection.is_none() {
            collection = Some(collection.map_or(here, |c| Span::new(c.start, here.end)));
        }
    }
    if let Some(collection) = collection {
        set(&mut into.collection, text, collection);
    }
}

fn set(field: &mut Option<Written>, text: &str, span: Span) {
    if field.is_none() && !span.is_empty() {
        *field = Some(Written { text: span.of(text).to_owned(), span });
    }
}

fn after_word(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let after = words.find(' ').map_or(words, |at| words[at..].trim_start());
    Span::new(span.end - after.len(), span.end)
}

/// A word of letters and figures, or a decimal file: `mm97083838`, `611.93/10–3058`.
fn is_shelfmark(part: &str) -> bool {
    !part.contains(' ')
        && (part.chars().any(char::is_alphabetic) || part.contains('.') && part.contains('/'))
        && part.chars().filter(char::is_ascii_digit).count() >= 3
}

/// The end of a name's sentence: a stop that is not an initial's.
fn sentence_end(name: &str) -> usize {
    let trimmed = name.trim_end();
    let stop = trimmed.match_indices('.').find(|(at, _)| {
        let word = trimmed[..*at].rsplit(' ').next().unwrap_or("");
        word.chars().count() > 1 && trimmed[at + 1..].chars().next().is_none_or(char::is_whitespace)
    });
    stop.map_or(trimmed.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_that_a_citation_quotes() {
        for (line, expected) in [
            (
                "\"Talk with Orlo,\" May 3, 1971, Lake Digital Archive, Box 3.",
                Some("Talk with Orlo"),
            ),
            ("\"Notes on the “Mill”,\" 1971, Lake Digital Archive", Some("Notes on the “Mill”")),
            ("“Talk with Orlo,” May 3, 1971", Some("Talk with Orlo")),
            ("Talk with Orlo, Lake Digital Archive", None),
            ("\",\" Lake Digital Archive", None),
        ] {
            assert_eq!(title(line).map(|span| span.of(line)), expected, "{line}");
        }
    }

    #[test]
    fn the_parts_of_a_source_line() {
        let line = "State Library of Valdoria, Map Division, Anton Vey papers, 1901-1950, mm123, \
                    Reel 4, Container 7. Translated by M. B. Orlo.";
        let mut found = Provenance::default();
        source(line, Span::new(0, line.len()), &mut found);
        let text = |field: &Option<Written>| field.as_ref().map(|w| w.text.clone());
        assert_eq!(text(&found.repository).as_deref(), Some("State Library of Valdoria"));
        assert_eq!(text(&found.division).as_deref(), Some("Map Division"));
        assert_eq!(text(&found.collection).as_deref(), Some("Anton Vey papers, 1901-1950"));
        assert_eq!(text(&found.shelfmark).as_deref(), Some("mm123"));
        assert_eq!(text(&found.reel).as_deref(), Some("4"));
        assert_eq!(text(&found.container).as_deref(), Some("7"));
        assert_eq!(text(&found.translator).as_deref(), Some("M. B. Orlo"));
    }
}
