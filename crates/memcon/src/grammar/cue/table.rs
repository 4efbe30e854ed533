//! A table of words that is asked for every word of a text: case of ASCII letters is not looked
//! at, nothing is allocated.

use rustc_hash::FxHashMap;

use crate::grammar::cue::lexicon::Word;
use crate::grammar::fold::Small;
use crate::grammar::packed::Packed;

/// Words with what is known of them.
#[derive(Debug, Default)]
pub(super) struct Table {
    short: FxHashMap<Packed, Word>,
    other: FxHashMap<Box<[u8]>, Word>,
}

impl Table {
    /// Sets the table up.
    pub(super) fn new(words: impl Iterator<Item = (String, Word)>) -> Self {
        let mut table = Self::default();
        for (word, known) in words {
            match Packed::of(word.as_bytes()) {
                Some(packed) => table.short.insert(packed, known),
                None => table.other.insert(Small::of_ascii(&word).as_bytes().into(), known),
            };
        }
        table
    }

    /// Gives what is known of a word; letters beyond ASCII must be in lower case.
    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        match Packed::of(word.as_bytes()) {
            Some(packed) => self.short.get(&packed),
            None => self.other.get(Small::of_ascii(word).as_bytes()),
        }
    }

    /// Gives what is known of a short word.
    pub(super) fn get_packed(&self, word: Packed) -> Option<&Word> {
        self.short.get(&word)
    }
}
