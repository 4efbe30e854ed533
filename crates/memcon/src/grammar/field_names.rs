//! What the fields of a head are called, in the languages of the archives.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::grammar::fold::{fold, fold_into};
use crate::grammar::spelling::is_word;

/// What a field of the head tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum FieldName {
    /// Who took part.
    Participants,
    /// What it was about.
    Subject,
    /// On which day.
    Date,
    /// At what time.
    Time,
    /// Where.
    Place,
    /// On which day and at what time.
    DateAndTime,
    /// On which day and where.
    DateAndPlace,
    /// At what time and where.
    TimeAndPlace,
    /// On which day, at what time and where.
    DateTimeAndPlace,
    /// Who interpreted.
    Interpreter,
    /// Who took the notes or recorded.
    Notetaker,
    /// Who got a copy.
    Copies,
    /// What it refers to.
    Reference,
    /// Who drafted it.
    Drafted,
    /// Who cleared or approved it.
    Cleared,
    /// Where it was found.
    Source,
    /// Who may read it.
    Classification,
}

impl FieldName {
    /// Tells whether the field says where, alone or among other things.
    pub(crate) fn says_where(self) -> bool {
        matches!(
            self,
            Self::Place | Self::DateAndPlace | Self::TimeAndPlace | Self::DateTimeAndPlace
        )
    }

    /// Tells whether the field says when or where and nothing else.
    pub(crate) fn says_when_or_where(self) -> bool {
        self.says_where() || matches!(self, Self::Date | Self::Time | Self::DateAndTime)
    }
}

/// The heads of each field.
const FILE: &str = include_str!("../../data/fields.txt");

/// A word of so many letters is long enough to be misspelled and known.
const LONG: usize = 7;

/// No head that may be misspelled has so many words.
const MOST: usize = 8;

/// The heads and what they stand for.
struct Heads {
    by_words: FxHashMap<String, FieldName>,
    /// No words that mean a head are longer, accents and stops included, in bytes.
    longest: usize,
    /// Those long enough to be misspelled and known, word by word, by the count of their words.
    long: [Vec<(Vec<&'static str>, FieldName)>; MOST],
    /// Those of scripts that put no spaces between words.
    unspaced: Vec<(&'static str, FieldName)>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut heads = Heads {
        by_words: FxHashMap::default(),
        longest: 0,
        long: Default::default(),
        unspaced: Vec::new(),
    };
    for (head, name) in entries() {
        // Stops and accents may make it half as long again.
        heads.longest = heads.longest.max(head.len() * 3 / 2 + 8);
        heads.by_words.insert(fold(head).collect(), name);
        if head.split(' ').any(|word| word.chars().count() >= LONG) {
            let words: Vec<&str> = head.split(' ').collect();
            if let Some(long) = heads.long.get_mut(words.len()) {
                long.push((words, name));
            }
        }
        if head.starts_with(|c: char| c.is_alphabetic() && c >= '\u{1100}') {
            heads.unspaced.push((head, name));
        }
    }
    heads
});

fn entries() -> impl Iterator<Item = (&'static str, FieldName)> {
    let lines = FILE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(": ")).flat_map(|(key, heads)| {
        heads.split(", ").filter_map(move |head| Some((head, FieldName::of(key)?)))
    })
}

impl FieldName {
    /// Gives the field that a key of the file stands for.
    fn of(key: &str) -> Option<Self> {
        Some(match key {
            "participants" => Self::Participants,
            "subject" => Self::Subject,
            "date" => Self::Date,
            "time" => Self::Time,
            "place" => Self::Place,
            "date-time" => Self::DateAndTime,
            "date-place" => Self::DateAndPlace,
            "time-place" => Self::TimeAndPlace,
            "interpreter" => Self::Interpreter,
            "notetaker" => Self::Notetaker,
            "copies" => Self::Copies,
            "reference" => Self::Reference,
            "drafted" => Self::Drafted,
            "cleared" => Self::Cleared,
            "source" => Self::Source,
            "classification" => Self::Classification,
            _ => return None,
        })
    }
}

/// Gives the field whose head has these words.
pub(crate) fn named(words: &[&str]) -> Option<FieldName> {
    let length = words.iter().map(|word| word.len() + 1).sum();
    if length > HEADS.longest {
        return None;
    }
    let mut folded = String::with_capacity(length);
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            folded.push(' ');
        }
        fold_into(word, &mut folded);
    }
    HEADS.by_words.get(&folded).copied()
}

/// Gives the field whose head has nearly these words: `PARTICPANTS`, `SUBJBCT`.
pub(crate) fn misspelled(words: &[&str]) -> Option<FieldName> {
    // A slip or two in the longest word of a head does not make it shorter than this.
    if words.iter().all(|word| word.len() < LONG - 2) {
        return None;
    }
    let same = |head: &&(Vec<&str>, FieldName)| {
        words.iter().zip(&head.0).all(|(one, two)| is_word(one, two))
    };
    HEADS.long.get(words.len())?.iter().find(same).map(|(_, name)| *name)
}

/// Gives the head that stands at the end of words in a script without spaces.
pub(crate) fn unspaced(words: &str) -> Option<(FieldName, &str)> {
    if !words.ends_with(|c: char| c >= '\u{1100}') {
        return None;
    }
    let ends = HEADS.unspaced.iter().filter(|(head, _)| words.ends_with(head));
    let (head, name) = ends.max_by_key(|(head, _)| head.len())?;
    Some((*name, words.get(words.len() - head.len()..)?))
}

/// Words of a day in heads that say when and where.
pub(crate) const OF_DATE: &[&str] = &["date", "dates", "day"];
/// Words of a time.
pub(crate) const OF_TIME: &[&str] = &["time", "times", "hour", "hours"];
/// Words of a place.
pub(crate) const OF_PLACE: &[&str] = &["place", "location", "venue", "places"];
/// What the conversation is called after "of".
pub(crate) const OF_MEETING: &[&str] =
    &["meeting", "conversation", "discussion", "talks", "call", "interview", "conference"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_file_is_known() {
        let lines = FILE.lines().filter(|line| !line.starts_with('#'));
        let mut count = 0;
        for line in lines {
            let (key, _) = line.split_once(": ").unwrap();
            assert!(FieldName::of(key).is_some(), "{key}");
            count += 1;
        }
        assert!(count > 15);
    }
}
