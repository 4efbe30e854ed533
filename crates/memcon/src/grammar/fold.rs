//! Comparison of names: case, accents, stops and apostrophes do not count.

/// Gives the letters of a word in small case, without accents, apostrophes and stops.
pub(crate) fn fold(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|c| !is_silent(*c)).flat_map(char::to_lowercase).map(base)
}

/// Adds what [`fold`] gives of a word.
pub(crate) fn fold_into(word: &str, folded: &mut String) {
    if !word.is_ascii() {
        return folded.extend(fold(word));
    }
    let start = folded.len();
    for part in word.split(['.', '\'', '`']) {
        folded.push_str(part);
    }
    if let Some(added) = folded.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// Tells whether two words are the same but for case, accents, stops and apostrophes.
#[inline]
pub(crate) fn same(a: &str, b: &str) -> bool {
    let (a_bytes, b_bytes) = (a.as_bytes(), b.as_bytes());
    !begin_apart(a_bytes.first(), b_bytes.first())
        && !differ(a_bytes.last(), b_bytes.last())
        && same_throughout(a, b)
}

/// Tells whether two bytes are letters or digits, and not the same one.
#[inline]
fn differ(a: Option<&u8>, b: Option<&u8>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    !a.eq_ignore_ascii_case(b) && a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric()
}

/// Tells whether words that begin with two bytes cannot be the same: letters that are not the
/// same one, or one of them a letter that no accent is on, Cyrillic or Chinese.
#[inline]
pub(crate) fn begin_apart(a: Option<&u8>, b: Option<&u8>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let other = |byte: u8| matches!(byte, 0xD0..=0xDF | 0xE3..);
    match (a.is_ascii_alphanumeric(), b.is_ascii_alphanumeric()) {
        (true, true) => !a.eq_ignore_ascii_case(b),
        (true, false) => other(*b),
        (false, true) => other(*a),
        (false, false) => false,
    }
}

fn same_throughout(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        same_ascii(a.as_bytes(), b.as_bytes())
    } else {
        fold(a).eq(fold(b))
    }
}

/// What [`same`] does, on bytes.
fn same_ascii(a: &[u8], b: &[u8]) -> bool {
    let letters = |word: &'_ [u8], from: usize| {
        (from..word.len()).find(|at| !matches!(word[*at], b'.' | b'\'' | b'`'))
    };
    let (mut left, mut right) = (0, 0);
    loop {
        match (letters(a, left), letters(b, right)) {
            (None, None) => return true,
            (Some(one), Some(other)) if a[one].eq_ignore_ascii_case(&b[other]) => {
                (left, right) = (one + 1, other + 1);
            }
            (Some(_) | None, Some(_)) | (Some(_), None) => return false,
        }
    }
}

/// Tells whether `word` begins with `start`, compared as [`same`] does.
#[inline]
pub(crate) fn begins(word: &str, start: &str) -> bool {
    !begin_apart(word.as_bytes().first(), start.as_bytes().first())
        && begins_throughout(word, start)
}

fn begins_throughout(word: &str, start: &str) -> bool {
    let mut letters = fold(word);
    fold(start).all(|c| letters.next() == Some(c))
}

/// Words or phrases, folded and sorted.
pub(crate) type Table = Vec<Box<str>>;

/// Makes a table.
pub(crate) fn table(entries: impl Iterator<Item = &'static str>) -> Table {
    let mut table: Table = entries.map(|entry| fold(entry).collect::<String>().into()).collect();
    table.sort_unstable();
    table
}

/// Tells whether a table has a word.
pub(crate) fn listed(table: &[Box<str>], word: &str) -> bool {
    table.binary_search_by(|entry| entry.chars().cmp(fold(word))).is_ok()
}

/// Room for a folded word; no word that a table has is longer, in bytes.
const LONGEST: usize = 48;

/// A word folded, without allocating.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Folded {
    /// Folds a word; one that is too long for any table gives the empty word.
    #[inline]
    pub(crate) fn of(word: &str) -> Self {
        let mut folded = Self { bytes: [0; LONGEST], length: 0 };
        for byte in word.bytes() {
            if !byte.is_ascii() {
                return Self::of_letters(word);
            }
            if matches!(byte, b'.' | b'\'' | b'`') {
                continue;
            }
            let Some(room) = folded.bytes.get_mut(folded.length) else {
                folded.length = 0;
                return folded;
            };
            *room = byte.to_ascii_lowercase();
            folded.length += 1;
        }
        folded
    }

    fn of_letters(word: &str) -> Self {
        let mut folded = Self { bytes: [0; LONGEST], length: 0 };
        for c in fold(word) {
            let end = folded.length + c.len_utf8();
            let Some(room) = folded.bytes.get_mut(folded.length..end) else {
                folded.length = 0;
                return folded;
            };
            c.encode_utf8(room);
            folded.length = end;
        }
        folded
    }

    /// Gives the folded word as bytes.
    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }

    /// Gives the folded word.
    #[cfg(test)]
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or("")
    }
}

/// A word in small case, accents and all, without allocating.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Small {
    bytes: [u8; SHORTER],
    length: usize,
}

/// Room for a word in small case, in bytes; no word that is looked up in this way is longer.
const SHORTER: usize = 32;

impl Small {
    /// Gives a word with its letters of ASCII in small case; one that is too long gives the empty
    /// word.
    #[inline]
    pub(crate) fn of_ascii(word: &str) -> Self {
        let mut small = Self { bytes: [0; SHORTER], length: 0 };
        if let Some(room) = small.bytes.get_mut(..word.len()) {
            room.copy_from_slice(word.as_bytes());
            room.make_ascii_lowercase();
            small.length = word.len();
        }
        small
    }

    /// Gives a word in small case; one that is too long gives the empty word.
    #[inline]
    pub(crate) fn of(word: &str) -> Self {
        if word.is_ascii() {
            return Self::of_ascii(word);
        }
        let mut small = Self { bytes: [0; SHORTER], length: 0 };
        for c in word.chars().flat_map(char::to_lowercase) {
            let end = small.length + c.len_utf8();
            let Some(room) = small.bytes.get_mut(small.length..end) else {
                small.length = 0;
                return small;
            };
            c.encode_utf8(room);
            small.length = end;
        }
        small
    }

    /// Gives the word as bytes.
    #[inline]
    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// Marks that are written or left out at will: `Ch’iao`, `Ch'iao`, `Lt.`, combining accents.
fn is_silent(c: char) -> bool {
    matches!(c, '.' | '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{300}'..='\u{36f}')
}

/// The letter under the accent.
fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ'..='ặ' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ'..='ệ' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ё' => 'е',
        '‐' | '‑' | '–' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_stops_do_not_count() {
        for (a, b) in [("Ch’en", "CHEN"), ("Lt.", "lt"), ("Řivel", "rivel"), ("Орлёв", "ОРЛЕВ")]
        {
            assert!(same(a, b), "{a} {b}");
        }
        for (a, b) in [("Rivel", "Rivela"), ("Orlo", "Orla")] {
            assert!(!same(a, b), "{a} {b}");
        }
        assert!(begins("Ambassadors", "ambassador"));
        assert!(!begins("Amb.", "ambassador"));
    }
}
