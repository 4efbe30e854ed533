//! Names of people: what a word of a name looks like, surnames, initials.

use crate::grammar::fold::{fold, same};
use crate::grammar::lexicon::{is_particle, is_suffix, is_title_word};
use crate::grammar::words::{bare, words};

/// Tells whether a word is an initial or several: `A.`, `M.S.`, `Yu.`, `А.`.
pub(crate) fn is_initial(word: &str) -> bool {
    let word = bare(word);
    let Some(stem) = word.strip_suffix('.') else { return false };
    !stem.is_empty()
        && stem.split(['.', '-']).all(|part| {
            let letters = part.chars().count();
            (1..=2).contains(&letters)
                && part.chars().all(char::is_alphabetic)
                && part.starts_with(char::is_uppercase)
        })
        && !is_title_word(word)
}

/// Tells whether a word can be a word of a name by its letters: a capital first, no digits.
pub(crate) fn is_name_word(word: &str) -> bool {
    let word = bare(word).trim_start_matches(is_apostrophe);
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return false };
    // `al-Rivel`, `d’Orlo`, `bin-Marn`: a small particle tied to a capital.
    let small_particle = first.is_lowercase()
        && word.split_once(|c: char| c == '-' || is_apostrophe(c)).is_some_and(|(head, tail)| {
            head.chars().count() <= 5 && tail.starts_with(char::is_uppercase)
        });
    (first.is_uppercase() || small_particle)
        && word.chars().all(|c| {
            c.is_alphabetic()
                || is_apostrophe(c)
                || matches!(c, '-' | '‐' | '–' | '.' | '\u{300}'..='\u{36f}')
        })
        && (!word.ends_with('.') || is_initial(word) || is_suffix(word))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

/// Tells whether a word of at least two letters is all in capitals.
pub(crate) fn is_caps(word: &str) -> bool {
    if word.is_ascii() {
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        let small = word.bytes().filter(u8::is_ascii_lowercase).count();
        return capitals + small >= 2 && (small == 0 || small == 1 && word.starts_with("Mc"));
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let count = letters.clone().count();
    // `McGEE` and `O’DELL` are capitals to a typist.
    let small = letters.by_ref().filter(|c| c.is_lowercase()).count();
    count >= 2 && (small == 0 || word.starts_with("Mc") && small == 1)
}

/// Gives the surname in a name: the word in capitals among others, the first word where given
/// names are joined East Asian fashion, else the last word; `Jr.` and titles do not count.
pub(crate) fn surname(name: &str) -> &str {
    let (mut last, mut last_long) = ("", None);
    let (mut some_small, mut caps) = (false, None);
    // The words from the first that is no title on.
    let (mut untitled, mut first, mut second) = (0, "", "");
    for word in words(name).map(|word| bare(word).trim_end_matches(',')) {
        if word.is_empty() || is_suffix(word) {
            continue;
        }
        last = word;
        if is_initial(word) {
            continue;
        }
        last_long = Some(word);
        let shouted = is_caps(word);
        some_small |= !shouted;
        let title = (untitled == 0 || shouted && caps.is_none()) && is_title_word(word);
        if shouted && !title && caps.is_none() && !is_particle(word) {
            caps = Some(word);
        }
        if untitled > 0 || !title {
            match untitled {
                0 => first = word,
                1 => second = word,
                _ => {}
            }
            untitled += 1;
        }
    }
    match caps {
        Some(caps) if some_small => caps,
        _ if untitled == 2 && is_joined_given_name(second) => first,
        _ => last_long.unwrap_or(last),
    }
}

/// `En-lai`, `Kai-shek`: two syllables joined, the second small.
fn is_joined_given_name(word: &str) -> bool {
    word.split_once('-').is_some_and(|(head, tail)| {
        !is_particle(head)
            && head.starts_with(char::is_uppercase)
            && tail.starts_with(char::is_lowercase)
    })
}

/// Tells whether the initials and the surname of one name agree with another name:
/// `M. S. Orlo` with `Marn Orlo`, `Orlo` with both.
pub(crate) fn initials_match(a: &str, b: &str) -> bool {
    let (last_a, last_b) = (surname(a), surname(b));
    if !same(last_a, last_b) {
        return false;
    }
    let (given_a, given_b) = (given(a, last_a), given(b, last_b));
    given_a.zip(given_b).all(|(a, b)| {
        let abbreviated = is_initial(a) || is_initial(b);
        let (mut x, mut y) = (fold(a), fold(b));
        if abbreviated { x.next() == y.next() } else { x.eq(y) }
    })
}

/// The given names and initials of a name, in order; `A.B.` counts as its first letter.
fn given<'n>(name: &'n str, last: &'n str) -> impl Iterator<Item = &'n str> {
    words(name)
        .map(bare)
        .filter(move |word| !word.is_empty() && !same(word, last) && !is_suffix(word))
        .filter(|word| is_initial(word) || !is_title_word(word) && !is_particle(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_are_found() {
        for (name, expected) in [
            ("Marta R. Orlo, Jr.", "Orlo"),
            ("M. S. ORLO", "ORLO"),
            ("Orl En-rivel", "Orl"),
            ("MARN Hu-rak", "MARN"),
            ("EL Orlo", "Orlo"),
            ("Heinz von Orlo", "Orlo"),
            ("Gen. Orlo", "Orlo"),
            ("Orlo", "Orlo"),
            ("", ""),
        ] {
            assert_eq!(surname(name), expected, "{name}");
        }
    }

    #[test]
    fn initials_agree_or_not() {
        for (a, b) in
            [("M. S. Orlo", "ORLO"), ("Marn Orlo", "M. S. Orlo"), ("Marn S. Orlo", "Marn Orlo")]
        {
            assert!(initials_match(a, b), "{a} {b}");
        }
        for (a, b) in [("M. S. Orlo", "A. Orlo"), ("Marn Orlo", "Marta Orlo"), ("Orlo", "Rivel")] {
            assert!(!initials_match(a, b), "{a} {b}");
        }
    }

    #[test]
    fn words_of_names() {
        for word in
            ["Orlo", "O’Dell", "al-Rivel", "Orl-Marn", "B.", "B.G.", "‘Amar", "Ёрлов", "McGee"]
        {
            assert!(is_name_word(word), "{word}");
        }
        for word in ["of", "1st", "Amb.", "S/S", "and", "(", "orlo"] {
            assert!(!is_name_word(word), "{word}");
        }
    }
}
