//! Callouts that look like part of a number: `January 10, 1957,2 said`, `March 263 report`, `. . .4`.
//!
//! Only a footnote that is there and that nothing else calls for looks for one, between the callouts
//! of its neighbours; where two places fit it takes neither.

use std::collections::BTreeMap;

use crate::grammar::month;
use crate::grammar::words;
use crate::span::Span;

/// How many bytes before a number decide what it is.
const WINDOW: usize = 40;

/// Gives the callouts of the uncalled among the footnotes' numbers.
pub(crate) fn recovered(
    text: &str,
    stretches: &[Span],
    called: &[(u32, Span)],
    numbers: &[u32],
) -> Vec<(u32, Span)> {
    let mut known: BTreeMap<u32, usize> = BTreeMap::new();
    for (number, span) in called {
        known.entry(*number).or_insert(span.start);
    }
    // Between which places each may stand.
    let uncalled = numbers.iter().filter(|number| !known.contains_key(number));
    let places: BTreeMap<u32, (usize, usize)> = uncalled
        .map(|number| {
            let low = known.range(..number).next_back().map_or(0, |(_, at)| *at);
            let high = known.range(number..).next().map_or(usize::MAX, |(_, at)| *at);
            (*number, (low, high))
        })
        .collect();
    if places.is_empty() {
        return Vec::new();
    }
    let mut fits: BTreeMap<u32, Vec<Span>> = BTreeMap::new();
    for stretch in stretches {
        let bytes = &text.as_bytes()[..stretch.end];
        let mut at = stretch.start;
        while at < stretch.end {
            at += words::until_digit(&bytes[at..]);
            let start = at;
            while at < stretch.end && bytes[at].is_ascii_digit() {
                at += 1;
            }
            let after = &text[at..stretch.end];
            if start == at || !ends(after) {
                continue;
            }
            for length in 1..=3.min(at - start) {
                let span = Span::new(at - length, at);
                let Ok(number) = span.of(text).parse::<u32>() else { continue };
                let Some((low, high)) = places.get(&number) else { continue };
                let from = words::boundary(text, stretch.start.max(start.saturating_sub(WINDOW)));
                let may = *low < span.start && span.start < *high && bytes[span.start] != b'0';
                if may && fit(&text[from..start], (&text[start..span.start], span.of(text)), after)
                {
                    fits.entry(number).or_default().push(span);
                }
            }
        }
    }
    let mut last = 0;
    let mut found = Vec::new();
    for (number, spans) in fits {
        if let [only] = spans[..]
            && only.start > last
        {
            last = only.start;
            found.push((number, only));
        }
    }
    found
}

/// What follows a callout.
fn ends(after: &str) -> bool {
    after.chars().next().is_none_or(|c| {
        c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | ')' | ']' | '”' | '"')
    })
}

/// Whether a number may be a callout behind some words, and behind a number that it is glued to.
fn fit(before: &str, (number, callout): (&str, &str), after: &str) -> bool {
    if !number.is_empty() {
        // `March 11` is a day as it stands.
        let whole = format!("{number}{callout}").parse().unwrap_or(0);
        return is_year(before, number) || whole > 31 && is_day(before, number);
    }
    let bare = before.trim_end_matches(' ');
    if bare.len() < before.len() {
        // A name signed at the end of its paragraph: `Marn Orlo 3`.
        return after.trim().is_empty() && bare.ends_with(char::is_lowercase);
    }
    match bare.chars().next_back() {
        // `1957,2 said`; a number with a comma in it has three digits after it, and more than one
        // such place.
        Some(',') => bare[..bare.len() - 1].ends_with(|c: char| c.is_ascii_digit()),
        Some('…' | ']') => true,
        Some('.') => bare.ends_with(". ."),
        Some(_) | None => false,
    }
}

/// `in 1949`, `, 1949`, `October 1949`.
fn is_year(before: &str, number: &str) -> bool {
    let bare = before.trim_end();
    number.len() == 4
        && ["18", "19", "20"].iter().any(|century| number.starts_with(century))
        && bare.len() < before.len()
        && (bare.ends_with(',') || bare.ends_with(" in") || month::is_named(last_word(bare)))
}

/// `March 26`.
fn is_day(before: &str, number: &str) -> bool {
    let bare = before.trim_end();
    let day = number.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    day && bare.len() < before.len() && month::is_named(last_word(bare))
}

fn last_word(before: &str) -> &str {
    before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_glued_to_numbers() {
        for (text, expected) in [
            ("of January 10, 1957,2 said", vec!["2"]),
            ("the report of March 263 came", vec!["3"]),
            ("on March 11, 19492). With", vec!["2"]),
            ("possible . . .4 to return", vec!["4"]),
            ("forces … and “ …2 also", vec!["2"]),
            ("Signed by Marn Orlo 3", vec!["3"]),
            ("Deptel 4402 excepted", vec![]),
            ("Mr. Orlo 3 days", vec![]),
            ("the 4,200 men and 1957,2 or 1958,2 of", vec![]),
            ("on March 26 and 3 days", vec![]),
            ("on March 12 and March 13 too", vec![]),
        ] {
            let whole = [Span::new(0, text.len())];
            let found = recovered(text, &whole, &[], &[2, 3, 4]);
            let told: Vec<&str> = found.iter().map(|(_, span)| span.of(text)).collect();
            assert_eq!(told, expected, "{text}");
        }
    }
}
