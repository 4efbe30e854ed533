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
    pub(crate) event: Openings,
    pub(crate) gesture: Openings,
    pub(crate) exit: Openings,
    pub(crate) at_this_point: Openings,
    pub(crate) tongue: Openings,
    pub(crate) interpreter: Openings,
    pub(crate) interprets: Openings,
    pub(crate) remark: Openings,
    pub(crate) editor: Openings,
    pub(crate) gap: Openings,
    pub(crate) language: Openings,
    pub(crate) forms: Vec<Forms>,
    pub(crate) attachment: Openings,
    pub(crate) signature: Openings,
    pub(crate) original: Openings,
}

/// The forms of one verb.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(crate) struct Forms(String);

impl From<String> for Forms {
    fn from(forms: String) -> Self {
        Self(forms)
    }
}

impl Forms {
    /// Tells whether a word is one of them.
    pub(crate) fn contains_word(&self, word: &str) -> bool {
        self.0.split(' ').any(|form| form == word)
    }
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
            event,
            gesture,
            interpreter,
            interprets,
            remark,
            editor,
            gap,
            language,
            forms,
            attachment,
            signature,
            original,
            exit,
            at_this_point,
            tongue,
        } = &*MARKS;
        let lists = [unclear, omission, excision, stage, event, gesture, interpreter, interprets];
        let others = [remark, editor, gap, language, attachment, signature, original];
        let meanwhile = [exit, at_this_point, tongue];
        for list in lists.iter().chain(&others).chain(&meanwhile) {
            assert!(!list.is_empty());
        }
        assert!(forms.iter().any(|verb| verb.contains_word("took") && verb.contains_word("taken")));
        assert!(stage.open("Смех в зале") && !stage.open("The lake"));
    }
}
