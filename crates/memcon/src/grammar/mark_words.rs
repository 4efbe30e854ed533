//! The words by which marks are known: `data/marks.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::grammar::leading_letters;
use crate::grammar::openings::Openings;

/// How marks of each kind begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MarkWords {
    pub(crate) unclear: Openings,
    pub(crate) omission: Openings,
    pub(crate) excision: Openings,
    pub(crate) stage: Openings,
    pub(crate) interpreter: Openings,
    pub(crate) attachment: Openings,
    pub(crate) signature: Openings,
    pub(crate) original: Openings,
}

pub(crate) static MARKS: LazyLock<MarkWords> = LazyLock::new(|| {
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/data/marks.json")))
        .unwrap_or_default()
});

/// Tells whether an entry of a list stands among words, as a whole word or the start of one.
pub(crate) fn holds(words: &str, list: &Openings) -> bool {
    let mut within = false;
    words.char_indices().any(|(at, c)| {
        let begins = c.is_alphabetic() && !within;
        within = c.is_alphabetic();
        begins && list.may_open(&words[at..]) && {
            let word = &words[at..];
            list.open(&word[..leading_letters(word)])
        }
    })
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
        assert!(stage.open("Смех в зале") && !stage.open("The lake"));
    }
}
