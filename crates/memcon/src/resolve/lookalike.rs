//! Letters of two scripts in one word: a reading by machine, or a typist, takes a Latin `P` for a
//! Cyrillic `Р`.

use std::borrow::Cow;

/// Latin letters, and the Cyrillic ones that look the same.
const ALIKE: [(char, char); 19] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
];

/// Gives a name with its Latin look-alikes as Cyrillic letters, if it has Cyrillic ones.
pub(crate) fn in_one_script(name: &str) -> Cow<'_, str> {
    let cyrillic = |c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё');
    if !name.contains(cyrillic) || !name.contains(|c: char| c.is_ascii_alphabetic()) {
        return Cow::Borrowed(name);
    }
    let alike = |c: char| ALIKE.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, same)| *same);
    Cow::Owned(name.chars().map(alike).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_mixed_words_are_changed() {
        assert_eq!(in_one_script("OPЛOВ"), "ОРЛОВ");
        assert_eq!(in_one_script("Orlov"), "Orlov");
        assert_eq!(in_one_script("ОРЛОВ"), "ОРЛОВ");
    }
}
