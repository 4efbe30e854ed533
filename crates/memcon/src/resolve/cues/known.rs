//! What is known beforehand of offices, countries and headings: `data/words/people.toml`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

#[derive(Deserialize, Default)]
struct Data {
    lesser: FxHashSet<String>,
    ladies: FxHashSet<String>,
    sirs: FxHashSet<String>,
    agents: FxHashSet<String>,
    after_office: FxHashSet<String>,
    comments: FxHashSet<String>,
    attachments: FxHashSet<String>,
    omissions: Vec<String>,
    nations: Vec<String>,
    styles: FxHashMap<String, Vec<String>>,
    in_short: FxHashMap<String, Vec<String>>,
    in_short_with_stop: FxHashMap<String, Vec<String>>,
}

struct Known {
    data: Data,
    /// The line of each word of a country.
    nations: FxHashMap<String, usize>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let data: Data =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/words/people.json")))
            .unwrap_or_default();
    let mut nations = FxHashMap::default();
    for (line, words) in data.nations.iter().enumerate() {
        for word in words.split(' ') {
            nations.insert(word.replace('-', ""), line);
        }
    }
    Known { data, nations }
});

/// Tells whether a word before an office makes another office of it.
pub(super) fn is_lesser(word: &str) -> bool {
    KNOWN.data.lesser.contains(word)
}

/// Tells whether a title is a woman's.
pub(super) fn is_lady(title: &str) -> bool {
    KNOWN.data.ladies.contains(title)
}

/// Gives the offices of those who are called by a style: of "Majesty" king, queen, emperor.
pub(super) fn styled(style: &str) -> &'static [String] {
    KNOWN.data.styles.get(style).map(Vec::as_slice).unwrap_or_default()
}

/// Tells whether a title is a man's.
pub(super) fn is_sir(title: &str) -> bool {
    KNOWN.data.sirs.contains(title)
}

/// Tells whether an office is only to speak for somebody: "the Treasury representative".
pub(super) fn is_agent(office: &str) -> bool {
    KNOWN.data.agents.contains(office)
}

/// Tells whether a word after an office belongs to it: "President-elect".
pub(super) fn follows_office(word: &str) -> bool {
    KNOWN.data.after_office.contains(word)
}

/// Tells whether words head a comment or a resolution.
pub(super) fn is_comment(head: &str) -> bool {
    KNOWN.data.comments.contains(head)
}

/// Tells whether a word heads what is attached to a record.
pub(super) fn is_attachment(head: &str) -> bool {
    KNOWN.data.attachments.contains(head)
}

/// Tells whether a bracket's words are an editor's, on what is left out.
pub(super) fn is_omission(inside: &str) -> bool {
    KNOWN.data.omissions.iter().any(|start| inside.starts_with(start.as_str()))
}

/// Gives an office in full that is written in short, "fonsec", or in short with a stop, "Min.";
/// `small` is the word in lower case without marks.
pub(crate) fn in_full(small: &str, written: &str) -> Option<&'static [String]> {
    let data = &KNOWN.data;
    let stopped = || data.in_short_with_stop.get(small).filter(|_| written.ends_with('.'));
    data.in_short.get(small).or_else(stopped).map(Vec::as_slice)
}

/// Gives the country that a word is of.
pub(super) fn nation(word: &str) -> Option<usize> {
    KNOWN.nations.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_read() {
        assert!(is_lesser("under") && is_lady("mrs") && is_agent("delegate"));
        assert!(is_comment("comment") && is_attachment("Annex") && is_omission("Here follows tin"));
        assert_eq!(nation("danes"), nation("denmark"));
        assert_eq!(nation("tin"), None);
    }
}
