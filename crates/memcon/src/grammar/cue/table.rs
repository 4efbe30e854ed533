//! A table of words that is asked for every word of a text: case of ASCII letters is not looked
//! at, nothing is allocated.

use rustc_hash::FxHashMap;

use crate::grammar::cue::lexicon::Word;
use crate::grammar::fold::Small;
use crate::grammar::packed::Packed;

/// Words with what is known of them.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Where in `short` a word stands, and one more, at the place that its number gives or one
    /// of the next; 0 where none does. Three of four are free, so that a word in no list is
    /// told at the first look.
    places: Vec<u16>,
    short: Vec<(Packed, Word)>,
    other: FxHashMap<Box<[u8]>, Word>,
}

impl Table {
    /// Sets the table up; each word is given once.
    pub(super) fn new(words: impl Iterator<Item = (String, Word)>) -> Self {
        let mut table = Self::default();
        for (word, known) in words {
            match Packed::of(word.as_bytes()) {
                Some(packed) if table.short.len() < usize::from(u16::MAX) => {
                    table.short.push((packed, known));
                }
                _ => {
                    table.other.insert(Small::of_ascii(&word).as_bytes().into(), known);
                }
            }
        }
        table.places = vec![0; (table.short.len() * 4).next_power_of_two()];
        let last = table.places.len() - 1;
        for (number, (packed, _)) in (1u16..).zip(&table.short) {
            let mut place = packed.spread() & last;
            // Of words that differ by their case alone the last counts.
            while table.at(place).is_some_and(|(known, _)| known != packed) {
                place = (place + 1) & last;
            }
            table.places[place] = number;
        }
        table
    }

    #[inline]
    fn at(&self, place: usize) -> Option<&(Packed, Word)> {
        let number = usize::from(*self.places.get(place)?);
        self.short.get(number.wrapping_sub(1))
    }

    /// Gives what is known of a word; letters beyond ASCII must be in lower case.
    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        match Packed::of(word.as_bytes()) {
            Some(packed) => self.get_packed(packed),
            None => self.other.get(Small::of_ascii(word).as_bytes()),
        }
    }

    /// Gives what is known of a short word.
    #[inline]
    pub(super) fn get_packed(&self, word: Packed) -> Option<&Word> {
        let last = self.places.len().wrapping_sub(1);
        let mut place = word.spread() & last;
        loop {
            let (packed, known) = self.at(place)?;
            if *packed == word {
                return Some(known);
            }
            place = (place + 1) & last;
        }
    }
}
