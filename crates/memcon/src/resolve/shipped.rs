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
    let read: Result<Shipped, _> =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/glossaries/general.json")));
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
    loop {
        at += until_two_capitals(&bytes[at..]);
        let start = at;
        if start == within.end {
            break;
        }
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

/// Gives the bytes before the first two capitals on end; all where there are none.
fn until_two_capitals(bytes: &[u8]) -> usize {
    let capital = |byte: u8| byte.wrapping_sub(b'A') < 26;
    let mut at = 0;
    // Many at a time without a branch between, which the machine reads at once.
    while let Some(chunk) = bytes[at..].first_chunk::<33>() {
        let any = (0..32).fold(false, |any, i| any | (capital(chunk[i]) & capital(chunk[i + 1])));
        if any {
            break;
        }
        at += 32;
    }
    while at + 1 < bytes.len() {
        match (bytes[at].is_ascii_uppercase(), bytes[at + 1].is_ascii_uppercase()) {
            (true, true) => return at,
            (_, false) => at += 2,
            (false, true) => at += 1,
        }
    }
    bytes.len()
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
