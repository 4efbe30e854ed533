//! How many words a text has.

/// Counts the words of a text: runs without white space that hold a letter or digit; of Chinese
/// and Japanese, which set no spaces, each character.
///
/// ```
/// use memcon::write::tables::word_count;
///
/// assert_eq!(word_count("Yes — that is right. [3]"), 5);
/// assert_eq!(word_count("我们 agree"), 3);
/// ```
pub fn word_count(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for letter in text.chars() {
        if is_ideograph(letter) {
            count += 1;
            inside = false;
        } else if letter.is_whitespace() {
            inside = false;
        } else if letter.is_alphanumeric() && !inside {
            count += 1;
            inside = true;
        }
    }
    count
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2fa1f}')
}
