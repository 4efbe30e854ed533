//! How much was withheld, and of what, as marks tell it.
//!
//! ```text
//! measures = measure *( ("and" | ",") measure ) [ "(" measures ")" ]
//! measure  = [ "less than" | "more than" | "about" ] number unit
//! number   = digits [ fraction ] | digits "-" digits "/" digits | fraction | word
//! ```

use crate::grammar::fold::Small;
use crate::grammar::openings::opens_with;
use crate::model::{Bound, Measure, Quantity, Unit, Withheld};

/// Reads measures and the thing withheld.
pub(super) fn measured(words: &str) -> (Vec<Measure>, Option<Withheld>) {
    let mut measures = Vec::new();
    let mut what = None;
    let (mut number, mut bound) = (None, Bound::Exact);
    let mut before = "";
    for word in words.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';')) {
        let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';' | '[' | ']'));
        if word.is_empty() {
            continue;
        }
        match &*word.to_ascii_lowercase() {
            "than" if opens_with(before, "less") || opens_with(before, "fewer") => {
                bound = Bound::LessThan;
            }
            "than" if opens_with(before, "more") => bound = Bound::MoreThan,
            "over" => bound = Bound::MoreThan,
            "about" | "approximately" | "nearly" | "some" => bound = Bound::About,
            _ => {
                if let Some(value) = self::number(word) {
                    number = Some(number.map_or(value, |whole: u32| {
                        if value < 100 { whole.saturating_add(value) } else { value }
                    }));
                } else if let (Some(count), Some(unit)) = (number, unit(word)) {
                    let quantity = Quantity::from_hundredths(count);
                    measures.push(Measure::new(quantity, unit, bound));
                    (number, bound) = (None, Bound::Exact);
                }
                what = self::what(word).or(what);
            }
        }
        before = word;
    }
    (measures, what)
}

/// Tells whether words measure and name what was withheld, and do nothing else.
pub(super) fn is_all_measure(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        let word = word.trim_matches(['(', ')', ',', ';']);
        number(word).is_some()
            || unit(word).is_some()
            || what(word).is_some()
            || ["less", "more", "fewer", "than", "about", "over", "of", "source", "text", "and"]
                .iter()
                .any(|small| word.eq_ignore_ascii_case(small))
    })
}

/// Looks a word up in small case and in the singular.
fn looked_up<T>(word: &str, find: fn(&str) -> Option<T>) -> Option<T> {
    let small = Small::of_ascii(word);
    let small = std::str::from_utf8(small.as_bytes()).unwrap_or_default();
    match small.strip_suffix("ies") {
        Some(stem) => find(&format!("{stem}y")),
        None => find(small.strip_suffix('s').unwrap_or(small)),
    }
}

fn unit(word: &str) -> Option<Unit> {
    looked_up(word, |word| {
        let unit = match word {
            "line" => Unit::Line,
            "paragraph" | "para" | "subparagraph" => Unit::Paragraph,
            "page" => Unit::Page,
            "sentence" => Unit::Sentence,
            "word" | "phrase" => Unit::Word,
            "character" | "letter" | "digit" => Unit::Character,
            "name" => Unit::Name,
            "item" | "figure" | "amount" | "title" | "codeword" | "place" | "document" => {
                Unit::Item
            }
            _ => return None,
        };
        Some(unit)
    })
}

fn what(word: &str) -> Option<Withheld> {
    looked_up(word, |word| {
        let what = match word {
            "name" | "surname" => Withheld::Name,
            "amount" | "figure" | "dollar" | "sum" | "number" => Withheld::Amount,
            "initial" => Withheld::Initials,
            "codeword" | "cryptonym" | "codename" | "pseudonym" => Withheld::Codeword,
            "title" | "position" | "rank" => Withheld::Title,
            "place" | "location" | "country" | "city" | "base" => Withheld::Place,
            "date" | "time" | "year" => Withheld::Date,
            "agency" | "organization" | "office" | "affiliation" | "service" => {
                Withheld::Organization
            }
            "text" | "material" | "passage" => Withheld::Text,
            _ => return None,
        };
        Some(what)
    })
}

/// Reads a number in hundredths: `3`, `1½`, `8-1/2`, `8–1/2`, `1/2`, `one`.
fn number(word: &str) -> Option<u32> {
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return in_words(word);
    }
    if let Some(whole) = word.strip_suffix(['½', '¼', '¾', '⅓', '⅔']) {
        let part = match &word[whole.len()..] {
            "½" => 50,
            "¼" => 25,
            "¾" => 75,
            "⅓" => 33,
            _ => 67,
        };
        let whole = whole.trim_end_matches(['-', '–']);
        return Some(if whole.is_empty() { 0 } else { digits(whole)? } + part);
    }
    if let Some((before, below)) = word.split_once('/') {
        let (whole, above) = match before.split_once(['-', '–']) {
            Some((whole, above)) => (digits(whole)?, digits(above)?),
            None => (0, digits(before)?),
        };
        let below = digits(below)? / 100;
        return (below > 0).then(|| whole + above / below);
    }
    if let Some((whole, part)) = word.split_once('.') {
        let part = match part.len() {
            1 => digits(part)? / 10,
            2 => digits(part)? / 100,
            _ => return None,
        };
        return Some(digits(whole)? + part);
    }
    digits(word)
}

/// Reads a number in letters, in hundredths.
fn in_words(word: &str) -> Option<u32> {
    let place = WORDS.iter().position(|known| word.eq_ignore_ascii_case(known))?;
    u32::try_from(place + 1).ok().map(|number| number * 100)
}

/// The numbers that editors write as words.
const WORDS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// Whole numbers, in hundredths.
fn digits(word: &str) -> Option<u32> {
    let plain = !word.is_empty() && word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| word.parse::<u32>().ok().map(|number| number * 100)).flatten()
}
