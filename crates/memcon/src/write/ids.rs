//! Ids made of what a record says, so that they outlive a new reading of it.

use rustc_hash::FxHashMap;

use crate::model::{Memorandum, Turn};

/// How many hexadecimal digits of the fingerprint an id of a turn shows.
const TURN_DIGITS: usize = 12;

/// Gives the id of a record, made of its letters and digits: `m0f1c…`, 17 characters.
///
/// White space, punctuation and case do not change it, so the same document saved twice has one
/// id. Two different documents have different ids, but for one chance in 2⁶⁴.
///
/// ```
/// use memcon::write::document_id;
///
/// let typed = memcon::parse("ORLOV. Good day.\n").memorandum;
/// let wrapped = memcon::parse("ORLOV.  Good\n day.\n").memorandum;
/// assert_eq!(document_id(&typed), document_id(&wrapped));
/// ```
pub fn document_id(memorandum: &Memorandum) -> String {
    format!("m{:016x}", fingerprint(&[&memorandum.text]))
}

/// Gives an id for each turn, in order, made of its label and its words: `t5be2…`.
///
/// An id is the same when the text is read again, when turns are added or removed elsewhere, when
/// lines are wrapped otherwise and when the speaker is resolved otherwise. It changes when the
/// turn's own words do. Of turns that say the same under the same label, the second ends in `-2`,
/// the third in `-3`. Ids are unique within a record and begin with a letter, so that they may be
/// ids in XML.
///
/// ```
/// use memcon::write::turn_ids;
///
/// let before = memcon::parse("ORLO: Good day.\n\nVEY: Yes.\n\nORLO: Well?\n\nVEY: Yes.\n");
/// let before = turn_ids(&before.memorandum);
/// assert_eq!(before[3], format!("{}-2", before[1]));
///
/// let longer = "ORLO: Sit.\n\nVEY: No.\n\nORLO: Good day.\n\nVEY: Yes.\n\nORLO: Well?\n\nVEY: Yes.\n";
/// let after = memcon::parse(longer);
/// assert_eq!(turn_ids(&after.memorandum)[2..], before);
/// ```
pub fn turn_ids(memorandum: &Memorandum) -> Vec<String> {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    let mut id = |turn: &Turn| {
        let id = turn_fingerprint(turn);
        let times = seen.entry(id.clone()).or_default();
        *times += 1;
        if *times == 1 { id } else { format!("{id}-{times}") }
    };
    memorandum.turns.iter().map(&mut id).collect()
}

fn turn_fingerprint(turn: &Turn) -> String {
    let label = turn.label.as_ref().map_or("", |label| label.text.as_str());
    let digits = format!("{:016x}", fingerprint(&[label, &turn.text]));
    format!("t{}", &digits[..TURN_DIGITS])
}

/// Gives 64 bits of the letters and digits of some texts, by FNV-1a and a last mixing.
fn fingerprint(parts: &[&str]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    let mut take = |byte: u8| {
        state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    };
    let mut buffer = [0; 4];
    for part in parts {
        for letter in part.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
            letter.encode_utf8(&mut buffer).bytes().for_each(&mut take);
        }
        // A label is told apart from the words after it.
        take(0xff);
    }
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_and_quotes_do_not_change_a_fingerprint_but_words_do() {
        let plain = fingerprint(&["Orlo", "He said \"good day\" — twice"]);
        assert_eq!(plain, fingerprint(&["ORLO.", "he said “Good\nday”, twice."]));
        for other in [["Orlo", "He said good day — once"], ["Orlo he", "said good day — twice"]]
        {
            assert_ne!(plain, fingerprint(&other));
        }
    }

    #[test]
    fn ids_are_the_same_on_every_machine() {
        assert_eq!(format!("{:016x}", fingerprint(&["Orlo", "Good day."])), "fa5c5a2179f660a8");
    }
}
