//! Abbreviations that the text leaves unexplained, from the glossaries that memcon ships.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::model::{Gloss, GlossSource};
use crate::span::Span;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shipped {
    abbreviations: FxHashMap<String, String>,
}

static SHIPPED: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let read: Result<Shipped, _> = toml::from_str(include_str!("../../glossaries/general.toml"));
    read.unwrap_or_default().abbreviations
});

/// The longest abbreviation that is looked up, in bytes.
const LONGEST: usize = 8;

/// Adds the abbreviations of a stretch of text that neither it nor the glossary so far explains,
/// each where it stands first.
pub(crate) fn fill_gaps(text: &str, within: Span, glosses: &mut Vec<Gloss>) {
    let mut known: FxHashSet<String> =
        glosses.iter().map(|gloss| gloss.abbreviation.replace('.', "")).collect();
    let bytes = &text.as_bytes()[..within.end];
    let mut at = within.start;
    while at + 1 < within.end {
        // Two capitals on end; whatever is not the second of two is passed over two at a time.
        if !bytes[at + 1].is_ascii_uppercase() {
            at += 2;
            continue;
        }
        if !bytes[at].is_ascii_uppercase() {
            at += 1;
            continue;
        }
        let start = at;
        while at < within.end && bytes[at].is_ascii_uppercase() {
            at += 1;
        }
        let apart = start == within.start || !joins(bytes[start - 1]);
        let ends = at == within.end || !joins(bytes[at]);
        let word = &text[start..at];
        if !apart || !ends || word.len() > LONGEST || known.contains(word) {
            continue;
        }
        if let Some(expansion) = SHIPPED.get(word) {
            known.insert(word.to_owned());
            glosses.push(Gloss {
                abbreviation: word.to_owned(),
                expansion: expansion.clone(),
                by: GlossSource::Shipped,
                span: Span::new(start, at),
            });
        }
    }
}

/// What makes capitals beside it part of a longer word.
fn joins(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80 && byte != 0xe2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_once_and_explained_words_are_left() {
        let text = "NATO and the UNGA; NATO, USSRs, xGDR, the PRC.";
        let known = Gloss {
            abbreviation: "P.R.C.".to_owned(),
            expansion: "Port Rivel Company".to_owned(),
            by: GlossSource::Bracket,
            span: Span::default(),
        };
        let mut glosses = vec![known];
        fill_gaps(text, Span::new(0, text.len()), &mut glosses);
        let told: Vec<&str> = glosses.iter().map(|gloss| gloss.span.of(text)).collect();
        assert_eq!(told, ["", "NATO", "UNGA"]);
    }
}
