//! A table of words that is asked for every word of a text: case of ASCII letters is not looked
//! at, nothing is allocated.

use crate::grammar::cue::lexicon::Word;

/// Words with what is known of them.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// A part of the hash, and the place in `words` plus one; 0 where the slot is free.
    slots: Vec<(u32, u32)>,
    words: Vec<(Box<str>, Word)>,
}

impl Table {
    /// Sets the table up; there are four slots a word.
    pub(super) fn new(words: impl Iterator<Item = (String, Word)>) -> Self {
        let words: Vec<(Box<str>, Word)> =
            words.map(|(word, known)| (word.into_boxed_str(), known)).collect();
        let mut table = Self {
            slots: vec![(0, 0); (words.len() * 4).next_power_of_two().max(4)],
            words: Vec::new(),
        };
        for (word, known) in words {
            let (tag, mut slot) = table.place(word.as_bytes());
            while table.slots[slot].1 != 0 {
                slot = (slot + 1) & (table.slots.len() - 1);
            }
            table.words.push((word, known));
            let place = u32::try_from(table.words.len()).unwrap_or(0);
            table.slots[slot] = (tag, place);
        }
        table
    }

    /// Gives what is known of a word; letters beyond ASCII must be in lower case.
    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        let (tag, mut slot) = self.place(word.as_bytes());
        loop {
            let (found, place) = *self.slots.get(slot)?;
            let (written, known) = self.words.get((place as usize).checked_sub(1)?)?;
            if found == tag && written.eq_ignore_ascii_case(word) {
                return Some(known);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    #[allow(clippy::cast_possible_truncation)]
    fn place(&self, word: &[u8]) -> (u32, usize) {
        let hash = hash(word);
        ((hash >> 32) as u32, hash as usize & (self.slots.len().max(1) - 1))
    }
}

/// The bit by which small letters of ASCII differ from capitals, eight times.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Hashes eight bytes at a time, without looking at case.
fn hash(word: &[u8]) -> u64 {
    let mut hash = word.len() as u64;
    for chunk in word.chunks(8) {
        let mut eight = 0u64;
        for byte in chunk {
            eight = eight << 8 | u64::from(*byte);
        }
        hash = (hash.rotate_left(5) ^ (eight | SMALL)).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
    hash ^ hash >> 29
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_without_regard_to_case() {
        let words = ["tin", "copper", "olivine-bearing", "медь"];
        let table = Table::new(words.iter().map(|word| ((*word).to_owned(), Word::UNKNOWN)));
        for word in ["tin", "Tin", "COPPER", "Olivine-Bearing", "медь"] {
            assert!(table.get(word).is_some(), "{word}");
        }
        for word in ["ti", "tins", "", "олово"] {
            assert!(table.get(word).is_none(), "{word}");
        }
        assert!(Table::default().get("tin").is_none());
    }
}
