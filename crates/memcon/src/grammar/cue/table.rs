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
    /// Sets the table up; there are two slots a word or more.
    pub(super) fn new(words: impl Iterator<Item = (String, Word)>) -> Self {
        let words: Vec<(Box<str>, Word)> =
            words.map(|(word, known)| (word.into_boxed_str(), known)).collect();
        let mut table = Self {
            slots: vec![(0, 0); (words.len() * 2).next_power_of_two().max(4)],
            words: Vec::new(),
        };
        for (word, known) in words {
            let mut hash = Hash::default();
            word.bytes().for_each(|byte| hash.add(byte));
            let (tag, mut slot) = table.place(hash);
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
        let mut hash = Hash::default();
        word.bytes().for_each(|byte| hash.add(byte));
        self.get_hashed(hash, word)
    }

    /// Gives what is known of a word of which the hash is known too.
    pub(super) fn get_hashed(&self, hash: Hash, word: &str) -> Option<&Word> {
        let (tag, mut slot) = self.place(hash);
        loop {
            let (found, place) = *self.slots.get(slot)?;
            if place == 0 {
                return None;
            }
            if found == tag {
                let (written, known) = self.words.get(place as usize - 1)?;
                if written.eq_ignore_ascii_case(word) {
                    return Some(known);
                }
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    #[allow(clippy::cast_possible_truncation)]
    fn place(&self, hash: Hash) -> (u32, usize) {
        let hash = hash.finish();
        ((hash >> 32) as u32, hash as usize & (self.slots.len().max(1) - 1))
    }
}

/// The hash of a word, taken byte by byte, without looking at the case of ASCII letters.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hash {
    mixed: u64,
    eight: u64,
    length: u32,
}

/// The bit by which small letters of ASCII differ from capitals.
const SMALL: u8 = 0x20;

impl Hash {
    #[inline]
    pub(super) fn add(&mut self, byte: u8) {
        self.eight = self.eight << 8 | u64::from(byte | SMALL);
        self.length += 1;
        if self.length.is_multiple_of(8) {
            self.mix();
        }
    }

    #[inline]
    fn mix(&mut self) {
        self.mixed = (self.mixed.rotate_left(5) ^ self.eight).wrapping_mul(0x517c_c1b7_2722_0a95);
        self.eight = 0;
    }

    #[inline]
    fn finish(mut self) -> u64 {
        self.eight |= u64::from(self.length) << 56;
        self.mix();
        self.mixed ^ self.mixed >> 29
    }
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
