//! The words by which marks are known: `data/marks.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

/// How marks of each kind begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MarkWords {
    pub(crate) unclear: Vec<String>,
    pub(crate) omission: Vec<String>,
    pub(crate) excision: Vec<String>,
    pub(crate) stage: Vec<String>,
    pub(crate) interpreter: Vec<String>,
    pub(crate) attachment: Vec<String>,
    pub(crate) signature: Vec<String>,
    pub(crate) original: Vec<String>,
}

pub(crate) static MARKS: LazyLock<MarkWords> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/marks.json")))
        .unwrap_or_default()
});

/// Tells whether words start as an entry of a list does, whatever their case.
pub(crate) fn opens(words: &str, list: &[String]) -> bool {
    list.iter().any(|start| begins(words, start))
}

/// Tells whether words start as another does, whatever their case.
pub(crate) fn begins(words: &str, start: &str) -> bool {
    let Some(head) = words.get(..start.len()) else { return false };
    head.eq_ignore_ascii_case(start)
        || !start.is_ascii()
            && head
                .chars()
                .flat_map(char::to_lowercase)
                .eq(start.chars().flat_map(char::to_lowercase))
}

/// Tells whether an entry of a list stands among words, as a whole word or the start of one.
pub(crate) fn holds(words: &str, list: &[String]) -> bool {
    words
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .any(|word| opens(word, list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        let MarkWords {
            unclear,
            omission,
            excision,
            stage,
            interpreter,
            attachment,
            signature,
            original,
        } = &*MARKS;
        for list in
            [unclear, omission, excision, stage, interpreter, attachment, signature, original]
        {
            assert!(!list.is_empty());
        }
        assert!(opens("Смех в зале", stage) && !opens("The lake", stage));
    }
}
