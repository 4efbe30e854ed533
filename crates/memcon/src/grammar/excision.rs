//! What a mark says was withheld, and how much.
//!
//! ```text
//! excision = [ measures ] [ what ] [ "of source text" ] withheld ["."]
//! measures = measure *( ("and" | ",") measure ) [ "(" measures ")" ]
//! measure  = [ "less than" | "more than" | "about" ] number unit
//! number   = digits [ fraction ] | digits "-" digits "/" digits | fraction | word
//! withheld = "not declassified" | "withheld" | "deleted" | …
//! ```

use crate::grammar::fold::Small;
use crate::grammar::mark_words::MARKS;
use crate::grammar::openings::begins;
use crate::model::{Bound, Excision, Measure, Quantity, Unit, Withheld};

/// The farthest that a mark of withholding reaches, in bytes.
pub(crate) const LONGEST: usize = 160;

/// Reads the words of a mark that says that something was withheld; declines other words.
pub(crate) fn excision(words: &str) -> Option<Excision> {
    let words = words.trim().trim_end_matches('.');
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    if let Some(code) = exemption(words) {
        let mut excision = Excision::new(Withheld::Text, Vec::new());
        excision.exemption = Some(code.to_owned());
        return Some(excision);
    }
    let Some(said) = without_verb(words) else {
        if MARKS.excision.open(words) && words.split(' ').count() <= 3 {
            return Some(Excision::new(Withheld::Other, Vec::new()));
        }
        // `[less than 1 line]`: only a measure of text, and nothing else.
        if !is_all_measure(words) {
            return None;
        }
        let (measures, what) = measured(words);
        let bare = !measures.is_empty()
            && what.is_none_or(|what| what == Withheld::Text)
            && measures.iter().all(|measure| matches!(measure.unit, Unit::Line | Unit::Word));
        return bare.then(|| Excision::new(Withheld::Text, measures));
    };
    let (measures, what) = measured(said);
    let counted = measures.first().map(|measure| match measure.unit {
        Unit::Line
        | Unit::Paragraph
        | Unit::Page
        | Unit::Sentence
        | Unit::Word
        | Unit::Character => Withheld::Text,
        Unit::Name => Withheld::Name,
        Unit::Item => Withheld::Other,
    });
    let named = what.filter(|what| *what != Withheld::Text || counted.is_none());
    let withheld = named.or(counted).or(said.is_empty().then_some(Withheld::Other));
    // `except those indicating material not declassified` tells of withholding and withholds
    // nothing.
    if said.split_whitespace().count() > 4 && !is_all_measure(said) {
        return None;
    }
    let withheld = withheld.unwrap_or(Withheld::Other);
    Some(Excision::new(withheld, measures))
}

/// The words before the verb of withholding that ends a mark.
fn without_verb(words: &str) -> Option<&str> {
    const VERBS: [&str; 9] = [
        "declassified",
        "declassfied",
        "declasified",
        "withheld",
        "deleted",
        "excised",
        "redacted",
        "sanitized",
        "expunged",
    ];
    // All of them end alike.
    if !words.ends_with(['d', 'D']) {
        return None;
    }
    let last = words.rsplit(char::is_whitespace).next()?;
    VERBS.iter().find(|verb| last.eq_ignore_ascii_case(verb))?;
    let mut said = words[..words.len() - last.len()].trim_end();
    for small in ["yet", "not", "been", "has", "have", "was", "were", "is", "are"] {
        let Some(kept) = said.strip_suffix(small) else { continue };
        if kept.is_empty() || kept.ends_with(|c: char| c.is_whitespace() || c == ')') {
            said = kept.trim_end();
        }
    }
    Some(said)
}

/// Reads measures and the thing withheld.
fn measured(words: &str) -> (Vec<Measure>, Option<Withheld>) {
    let mut measures = Vec::new();
    let mut what = None;
    let (mut number, mut bound) = (None, Bound::Exact);
    let mut before = "";
    for word in words.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';')) {
        let word = word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ';' | '[' | ']'));
        if word.is_empty() {
            continue;
        }
        match word {
            "than" if begins(before, "less") || begins(before, "fewer") => bound = Bound::LessThan,
            "than" if begins(before, "more") => bound = Bound::MoreThan,
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
fn is_all_measure(words: &str) -> bool {
    words.split_whitespace().all(|word| {
        let word = word.trim_matches(['(', ')', ',']);
        number(word).is_some()
            || unit(word).is_some()
            || what(word).is_some()
            || ["less", "more", "fewer", "than", "about", "over", "of", "source", "text", "and"]
                .contains(&word)
    })
}

fn unit(word: &str) -> Option<Unit> {
    let unit = match word.strip_suffix('s').unwrap_or(word) {
        "line" => Unit::Line,
        "paragraph" | "para" | "subparagraph" => Unit::Paragraph,
        "page" => Unit::Page,
        "sentence" => Unit::Sentence,
        "word" | "phrase" => Unit::Word,
        "character" | "letter" | "digit" => Unit::Character,
        "name" => Unit::Name,
        "item" | "figure" | "amount" | "title" | "codeword" | "place" | "document" => Unit::Item,
        _ => return None,
    };
    Some(unit)
}

fn what(word: &str) -> Option<Withheld> {
    let small = Small::of_ascii(word);
    let small = std::str::from_utf8(small.as_bytes()).unwrap_or_default();
    let what = match small.strip_suffix('s').unwrap_or(small) {
        "name" | "surname" => Withheld::Name,
        "amount" | "figure" | "dollar" | "sum" | "number" => Withheld::Amount,
        "initial" => Withheld::Initials,
        "codeword" | "cryptonym" | "codename" | "pseudonym" => Withheld::Codeword,
        "title" | "position" | "rank" => Withheld::Title,
        "place" | "location" | "country" | "countrie" | "city" | "base" => Withheld::Place,
        "date" | "time" | "year" => Withheld::Date,
        "agency" | "organization" | "office" | "affiliation" | "service" => Withheld::Organization,
        "text" | "material" | "passage" => Withheld::Text,
        _ => return None,
    };
    Some(what)
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

/// Recognises the code of an exemption and nothing else: `25X1A`, `50X1-HUM`, `(b)(1)`, `STATINTL`.
pub(crate) fn exemption(words: &str) -> Option<&str> {
    let bare = words.trim();
    let after = bare.strip_prefix("25X").or_else(|| bare.strip_prefix("50X"));
    let coded = after.is_some_and(|rest| {
        rest.len() <= 8
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    let paragraph = |words: &str| {
        if !words.starts_with(['(', 'b']) {
            return false;
        }
        let rest = words.trim_start_matches("(b)").trim_start_matches('b').trim_start();
        rest.len() < words.len()
            && rest.starts_with('(')
            && rest.ends_with(')')
            && rest.len() <= 12
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | ' '))
            && rest.chars().any(|c| c.is_ascii_digit())
    };
    let law = bare.starts_with(['E', 'F'])
        && ["E.O. ", "EO ", "E.O.", "FOIA "].iter().any(|law| bare.starts_with(law));
    let named = ["STATINTL", "STATOTHR", "STATSPEC"].contains(&bare);
    (coded || named || paragraph(bare) || law && bare.len() <= 40).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_withheld_is_told_and_measured() {
        use Bound::{Exact, LessThan};
        use Withheld::{Amount, Initials, Name, Other, Text};
        for (words, withheld, measures) in [
            ("1½ lines not declassified", Text, vec![(1.5, Unit::Line, Exact)]),
            ("less than 1 line not declassified", Text, vec![(1.0, Unit::Line, LessThan)]),
            ("less than 1 line", Text, vec![(1.0, Unit::Line, LessThan)]),
            ("3-1/2 lines of source text not declassfied", Text, vec![(3.5, Unit::Line, Exact)]),
            ("8–1/2 lines of source text not declassified.", Text, vec![(8.5, Unit::Line, Exact)]),
            ("1 1/2 lines not declassified", Text, vec![(1.5, Unit::Line, Exact)]),
            (
                "4 paragraphs (16 lines) not declassified",
                Text,
                vec![(4.0, Unit::Paragraph, Exact), (16.0, Unit::Line, Exact)],
            ),
            (
                "1 paragraph (8-1/2 lines of source text) not declassified",
                Text,
                vec![(1.0, Unit::Paragraph, Exact), (8.5, Unit::Line, Exact)],
            ),
            ("5 names not declassified", Name, vec![(5.0, Unit::Name, Exact)]),
            ("name not declassified", Name, vec![]),
            ("Name deleted", Name, vec![]),
            ("dollar amount not declassified", Amount, vec![]),
            ("initials not declassified", Initials, vec![]),
            ("text not declassified", Text, vec![]),
            ("two pages withheld", Text, vec![(2.0, Unit::Page, Exact)]),
            ("not declassified", Other, vec![]),
            ("handling restriction not declassified", Other, vec![]),
            ("excised", Other, vec![]),
        ] {
            let found = excision(words);
            assert!(found.is_some(), "{words}");
            let found = found.unwrap();
            let told: Vec<_> =
                found.measures.iter().map(|m| (m.number.value(), m.unit, m.bound)).collect();
            assert_eq!((found.withheld, told), (withheld, measures), "{words}");
        }
    }

    #[test]
    fn codes_of_exemption_and_near_forms() {
        for code in
            ["25X1", "25X1A6a", "25X68", "50X1-HUM", "STATINTL", "(b)(1)", "b(3)", "(b) (1)"]
        {
            assert_eq!(excision(code).and_then(|e| e.exemption).as_deref(), Some(code));
        }
        for near in ["25X", "(b) the mine", "2 pages", "1 line of defence", "the lines", "", "1985"]
        {
            assert_eq!(excision(near), None, "{near}");
        }
        assert_eq!(excision("except those indicating material that was not declassified"), None);
    }
}
