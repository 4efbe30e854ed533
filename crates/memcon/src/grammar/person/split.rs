//! Where a run of people divides: commas, `and`, items that a page ran together, brackets.

use super::class::{Class, class};
use super::entry::Setting;
use super::head::head;
use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_role_adjective, is_suffix, is_title_word};
use crate::grammar::words::{bare, place, through, words};

/// Divides at commas outside brackets, and at `and` where people run on; `Jr.` stays.
pub(super) fn segments(line: &str, setting: Setting) -> impl Iterator<Item = &str> {
    split(line, b',')
        .fold(Vec::new(), |mut all: Vec<&str>, part| {
            let suffix = words(part)
                .next()
                .is_some_and(|word| is_suffix(bare(word)) || same(bare(word), "Esq"));
            match all.last_mut() {
                Some(last) if suffix => {
                    // `Jr. Assistant Secretary`: the comma after it is lost.
                    let word = words(part).next().unwrap_or(part);
                    *last = through(line, last, word);
                    all.extend(
                        Some(part[place(part, word) + word.len()..].trim())
                            .filter(|rest| !rest.is_empty()),
                    );
                }
                _ => all.push(part),
            }
            all
        })
        .into_iter()
        .flat_map(move |part| match setting {
            Setting::Flow => at_and(part),
            Setting::Item | Setting::Flattened => at_and_title(part),
        })
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || c == ','))
        .filter(|part| !part.is_empty())
}

/// Divides at each `and` that no office's words surround.
fn at_and(part: &str) -> Vec<&str> {
    divide(part, |before, after| {
        let named = || head(before.trim()).is_some_and(|head| head.name.is_some());
        // `Chairman Orlo and Foreign Minister Rivel`.
        if words(after).next().is_some_and(|word| is_role_adjective(bare(word))) && named() {
            return true;
        }
        let opens = words(after).next().is_some_and(|word| {
            is_title_word(bare(word))
                || same(bare(word), "the")
                || matches!(class(word), Class::Name | Class::Initial)
        });
        let closes = before.ends_with(')')
            || head(before.trim()).is_some_and(|h| h.name.is_some() || !h.long_office)
            || before.trim().is_empty()
            || words(before).nth(3).is_none();
        opens && closes
    })
}

/// Divides at an `and` before `Mr.` or another courtesy.
fn at_and_title(part: &str) -> Vec<&str> {
    divide(part, |before, after| {
        let named = head(before.trim()).is_some_and(|h| h.name.is_some());
        named
            && words(after).next().is_some_and(|word| {
                class(word) == Class::Honorific
                    || matches!(class(word), Class::Name | Class::Initial)
            })
            && head(after.trim()).is_some_and(|h| h.name.is_some())
    })
}

fn divide(part: &str, at: impl Fn(&str, &str) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut depth = 0usize;
    for word in words(part) {
        let start = place(part, word);
        let (opened, closed) = brackets(word);
        depth = (depth + opened).saturating_sub(closed);
        if depth > 0 || !(same(word, "and") || word == "&" || word == "und" || word == "и") {
            continue;
        }
        let (before, after) = (&part[from..start], part[start + word.len()..].trim_start());
        if at(before, after) {
            pieces.push(before);
            from = place(part, after);
        }
    }
    pieces.push(&part[from..]);
    pieces
}

/// How many brackets open and close in a word.
fn brackets(word: &str) -> (usize, usize) {
    word.bytes().fold((0, 0), |(opened, closed), byte| match byte {
        b'(' | b'[' => (opened + 1, closed),
        b')' | b']' => (opened, closed + 1),
        _ => (opened, closed),
    })
}

/// Items that a page ran together: divides before `Mr.` and the like after a name, and before
/// `The` of an office after a country.
pub(super) fn flattened(segment: &str, setting: Setting) -> Vec<&str> {
    let mut list: Vec<(&str, Class)> = Vec::with_capacity(segment.len() / 5 + 1);
    list.extend(words(segment).map(|word| (word, class(word))));
    let mut cuts = Vec::new();
    let (mut named, mut titled, mut the) = (false, false, false);
    let mut depth = 0usize;
    for (i, (word, this)) in list.iter().enumerate() {
        let (opened, closed) = brackets(word);
        depth += opened;
        let inside = depth > 0;
        depth = depth.saturating_sub(closed);
        if inside {
            continue;
        }
        let next = list.get(i + 1).map(|(_, c)| *c);
        let opens = match this {
            Class::Honorific => {
                next.is_some() && word.ends_with('.') || next == Some(Class::Name) && titled
            }
            // `Ambassador Orlo Assistant Secretary Marn Rivel`.
            Class::Office if setting == Setting::Flattened && is_role_adjective(bare(word)) => {
                titled && named && next == Some(Class::Office) && list[i - 1].1 == Class::Name
            }
            // `Special Assistants to the President Orlo` is no President.
            Class::Office => {
                titled
                    && next == Some(Class::Name)
                    && !is_role_adjective(bare(word))
                    && !i.checked_sub(1).is_some_and(|i| matches!(list[i].0, "the" | "to" | "of"))
            }
            Class::Joint => *word == "The" && i > 0,
            // An editor's gloss stands inside an office; the name follows it.
            Class::Initial | Class::Name if i > 0 && list[i - 1].0.ends_with(']') => true,
            // `Secretary Orlo Marn B. Rivel`.
            Class::Name if setting == Setting::Flattened => {
                titled && named && next == Some(Class::Initial) && list[i - 1].1 == Class::Name
            }
            Class::Group
            | Class::Topic
            | Class::Particle
            | Class::Initial
            | Class::Suffix
            | Class::Name
            | Class::Other => false,
        };
        let before = i.checked_sub(1).and_then(|i| list.get(i));
        let goes_on = before.is_some_and(|(word, c)| match c {
            Class::Honorific => true,
            Class::Office => !the || is_role_adjective(bare(word)),
            Class::Group
            | Class::Topic
            | Class::Joint
            | Class::Particle
            | Class::Initial
            | Class::Suffix
            | Class::Name
            | Class::Other => false,
        });
        let all_groups = || i > 0 && list[..i].iter().all(|(_, c)| *c == Class::Group);
        let glossed = i > 0 && list[i - 1].0.ends_with(']');
        if opens
            && (glossed || !goes_on)
            && (glossed || named || the || *word == "The" || all_groups())
        {
            cuts.push(i);
            (named, titled, the) = (false, false, *word == "The");
        }
        named |= matches!(this, Class::Name);
        titled |= matches!(this, Class::Honorific | Class::Office);
    }
    if cuts.is_empty() {
        return vec![segment];
    }
    cuts.insert(0, 0);
    cuts.iter()
        .enumerate()
        .filter_map(|(k, from)| {
            let to = cuts.get(k + 1).copied().unwrap_or(list.len());
            let (first, end) = (list.get(*from)?.0, list.get(to.checked_sub(1)?)?.0);
            Some(through(segment, first, end))
        })
        .collect()
}

/// Gives a segment without its brackets, and what stands in them.
pub(super) fn without_asides(segment: &str) -> (&str, impl Iterator<Item = &str>) {
    let open = segment.find(['(', '（']);
    let gloss = segment.find('[').filter(|at| *at > 0);
    let core_end = open.into_iter().chain(gloss).min();
    let core = core_end.map_or(segment, |at| &segment[..at]);
    let rest = open.map_or("", |at| &segment[at..]);
    let asides = rest
        .split(['(', ')', '（', '）'])
        .map(|aside| aside.trim_matches(|c: char| c.is_whitespace() || c == ','))
        .filter(|aside| !aside.is_empty());
    (core.trim_end_matches(|c: char| c.is_whitespace() || c == ',').trim_start(), asides)
}

/// Divides outside of brackets, at a character of ASCII.
pub(super) fn split(line: &str, at: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let end = end_of_part(line.as_bytes(), at);
        rest = line.get(end + 1..);
        line.get(..end)
    })
}

/// Where the first part of a line ends: at a sign outside of brackets.
fn end_of_part(line: &[u8], sign: u8) -> usize {
    let mut depth = 0usize;
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            0xEF if line[at..].starts_with("（".as_bytes()) => depth += 1,
            0xEF if line[at..].starts_with("）".as_bytes()) => depth = depth.saturating_sub(1),
            byte if depth == 0 && *byte == sign => return at,
            _ => {}
        }
    }
    line.len()
}

/// An office code alone: `NEA`, `S/S`.
pub(super) fn is_code(side: &str) -> bool {
    !side.chars().any(char::is_lowercase)
        && side.len() <= 12
        && words(side).count() == 1
        && !side.contains('.')
}
