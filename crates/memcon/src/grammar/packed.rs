//! Short words as numbers: what is looked up once for every word of a text is neither copied nor
//! compared letter by letter.

/// A word of at most sixteen letters of ASCII, in small case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Packed(u64, u64);

/// The bit by which small letters of ASCII differ from capitals.
const SMALL: u64 = each(0x20);
/// The bit that no character of ASCII has.
const HIGH: u64 = each(0x80);

impl Packed {
    /// Packs a word; none where it is longer or has anything but letters.
    #[inline]
    pub(crate) fn of(word: &[u8]) -> Option<Self> {
        if word.len() <= 8 {
            let eight = up_to_eight(word);
            let whole = letters(eight) >= word.len();
            return whole.then_some(Self((eight | SMALL) & below(word.len()), 0));
        }
        let more = word.len() - 8;
        let (first, last) = (word.first_chunk()?, word.last_chunk()?);
        if more > 8 {
            return None;
        }
        // The last eight bytes, without those that the first eight have.
        let (first, second) =
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last) >> (64 - 8 * more));
        let whole = letters(first) == 8 && letters(second) >= more;
        whole.then_some(Self(first | SMALL, (second | SMALL) & below(more)))
    }

    /// Packs the letters with which bytes begin, and counts them; none where there are more than
    /// fifteen, or no sixteen bytes to look at.
    #[inline]
    pub(crate) fn leading(bytes: &[u8]) -> Option<(Self, usize)> {
        let (packed, length) = Self::read(bytes.first_chunk()?);
        (length < 16).then_some((packed, length))
    }

    /// Gives a number that differs for most words, in all of its bits.
    #[inline]
    pub(crate) fn spread(self) -> usize {
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> 40).unwrap_or(0)
    }

    #[inline]
    fn read(bytes: &[u8; 16]) -> (Self, usize) {
        let whole = u128::from_le_bytes(*bytes);
        let [first, second] = [whole & u128::from(u64::MAX), whole >> 64];
        let first = u64::try_from(first).unwrap_or(0);
        let count = letters(first);
        if count < 8 {
            return (Self((first | SMALL) & below(count), 0), count);
        }
        let second = u64::try_from(second).unwrap_or(0);
        let more = letters(second);
        (Self(first | SMALL, (second | SMALL) & below(more)), 8 + more)
    }
}

/// Gives eight bytes or fewer as a number, zero past their end.
#[inline]
fn up_to_eight(bytes: &[u8]) -> u64 {
    let four = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    let two = |two: &[u8; 2]| u64::from(u16::from_le_bytes(*two));
    // Two readings that overlap.
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        four(first) | four(last) << (8 * (bytes.len() - 4))
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<2>(), bytes.last_chunk::<2>()) {
        two(first) | two(last) << (8 * (bytes.len() - 2))
    } else {
        bytes.first().copied().map_or(0, u64::from)
    }
}

/// Gives a number of eight bytes that are all the same.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Counts the letters with which eight bytes begin.
#[inline]
fn letters(eight: u64) -> usize {
    let small = (eight | SMALL) & !HIGH;
    // A sum has the high bit where a byte is `a` or more, and where it is more than `z`.
    let from_a = small + each(0x80 - b'a');
    let past_z = small + each(0x80 - b'z' - 1);
    let other = !(from_a & !past_z & !eight) & HIGH;
    (other.trailing_zeros() / 8) as usize
}

/// Gives a mask of so many low bytes, eight at most.
#[inline]
fn below(count: usize) -> u64 {
    if count >= 8 { u64::MAX } else { (1 << (8 * count)) - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_but_for_case() {
        for (one, other) in [
            ("Orlo", "ORLO"),
            ("negotiation", "Negotiation"),
            ("abcdefghijklmnop", "ABCDEFGHijklmnop"),
        ] {
            assert!(Packed::of(one.as_bytes()).is_some(), "{one}");
            assert_eq!(Packed::of(one.as_bytes()), Packed::of(other.as_bytes()), "{one}");
        }
        assert_ne!(Packed::of(b"orlo"), Packed::of(b"orla"));
        assert_ne!(Packed::of(b"orlo"), Packed::of(b"orloo"));
    }

    #[test]
    fn what_is_no_short_word_of_letters() {
        for word in ["Orlo's", "O.", "x1", "[", "@", "{", "`", "é", "abcdefghijklmnopq"] {
            assert_eq!(Packed::of(word.as_bytes()), None, "{word}");
        }
    }

    #[test]
    fn every_byte_ends_a_word_but_a_letter() {
        for byte in 0..=u8::MAX {
            let mut bytes = *b"orlo is at Taver";
            bytes[2] = byte;
            let (_, length) = Packed::leading(&bytes).unwrap();
            assert_eq!(length, if byte.is_ascii_alphabetic() { 4 } else { 2 }, "{byte}");
        }
        assert_eq!(Packed::leading(b"orlo"), None);
        assert_eq!(Packed::leading(b"abcdefghijklmnopq"), None);
    }
}
