//! Beginnings of words and phrases, found by their first byte: a text is compared with the few
//! that may fit, and mostly with none.

use serde::Deserialize;

/// A list of beginnings. Case does not count for [`Openings::open`].
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(crate) struct Openings {
    /// Those that begin with the same byte, letters of ASCII in small case, stand together; all
    /// others are one family.
    entries: Vec<Box<str>>,
    /// Where each family ends.
    ends: Vec<usize>,
}

/// One for each byte of ASCII, and one for all others.
const FAMILIES: usize = 129;

impl From<Vec<String>> for Openings {
    fn from(list: Vec<String>) -> Self {
        let mut entries: Vec<Box<str>> = list
            .into_iter()
            .filter(|entry| !entry.is_empty())
            .map(String::into_boxed_str)
            .collect();
        entries.sort_by_key(|entry| family(entry));
        let ends = (0..FAMILIES)
            .map(|one| entries.partition_point(|entry| family(entry) <= Some(one)))
            .collect();
        Self { entries, ends }
    }
}

impl Openings {
    /// Tells whether words start as an entry does, whatever their case.
    #[inline]
    pub(crate) fn open(&self, words: &str) -> bool {
        self.of(words).any(|start| opens_with(words, start))
    }

    /// Tells whether words start as an entry does and a word ends with the entry: `gap`, not
    /// `gaping`. Scripts that divide no words end one anywhere.
    pub(crate) fn open_with_words(&self, words: &str) -> bool {
        self.opening(words).any(|start| {
            let divided = start.ends_with(|c: char| c.is_lowercase());
            !divided || !words[start.len()..].starts_with(char::is_alphabetic)
        })
    }

    /// Gives the entries that words start with, whatever their case.
    pub(crate) fn opening<'s>(&'s self, words: &'s str) -> impl Iterator<Item = &'s str> {
        self.of(words).filter(|start| opens_with(words, start))
    }

    /// Tells whether words start as an entry does, letter by letter.
    #[inline]
    pub(crate) fn start(&self, words: &str) -> bool {
        self.of(words).any(|start| words.starts_with(start))
    }

    /// Tells by their first letter whether words may start as an entry does.
    #[inline]
    pub(crate) fn may_open(&self, words: &str) -> bool {
        self.of(words).next().is_some()
    }

    /// Gives the entries whose first letter words may have.
    #[inline]
    pub(crate) fn of(&self, words: &str) -> impl Iterator<Item = &str> {
        let stretch = family(words).and_then(|family| {
            let from =
                family.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
            self.entries.get(from?..*self.ends.get(family)?)
        });
        stretch.unwrap_or_default().iter().map(AsRef::as_ref)
    }

    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// The family of words that begin with a byte; none of no words.
#[inline]
fn family(words: &str) -> Option<usize> {
    let first = words.as_bytes().first()?;
    Some(usize::from(first.to_ascii_lowercase()).min(FAMILIES - 1))
}

/// Tells whether words start as another does, whatever their case.
#[inline]
pub(crate) fn opens_with(words: &str, start: &str) -> bool {
    let apart = match (words.as_bytes().first(), start.as_bytes().first()) {
        (Some(one), Some(other)) => one.is_ascii() && !one.eq_ignore_ascii_case(other),
        (None, Some(_)) => true,
        (Some(_) | None, None) => false,
    };
    !apart && opens_throughout(words, start)
}

fn opens_throughout(words: &str, start: &str) -> bool {
    let Some(head) = words.get(..start.len()) else { return false };
    head.eq_ignore_ascii_case(start)
        || !start.is_ascii()
            && head
                .chars()
                .flat_map(char::to_lowercase)
                .eq(start.chars().flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn openings(list: &[&str]) -> Openings {
        list.iter().map(|entry| (*entry).to_owned()).collect::<Vec<_>>().into()
    }

    #[test]
    fn case_counts_or_does_not() {
        let list = openings(&["laugh", "смех", "Source:", "gelächter"]);
        for words in ["Laughter", "LAUGHS", "Смех в зале", "source: a", "Gelächter im Saal"]
        {
            assert!(list.open(words), "{words}");
        }
        for words in ["", "a laugh", "lau", "The lake", "sources", "Ünlaugh"] {
            assert!(!list.open(words), "{words}");
        }
        assert!(list.start("laughter") && list.start("Source: a") && list.start("смеха"));
        assert!(!list.start("Laughter") && !list.start("source: a") && !list.start(""));
        assert!(list.open_with_words("Laugh, and") && !list.open_with_words("laughs"));
        assert!(openings(&["略"]).open_with_words("略去"));
        assert_eq!(list.opening("laughs").collect::<Vec<_>>(), ["laugh"]);
    }
}
