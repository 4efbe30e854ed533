//! The people whom a title names: the parties, and the drafter.

use crate::grammar::date;
use crate::grammar::fold::same;
use crate::grammar::lexicon::{
    is_agency_word, is_honorific, is_rank, is_role_adjective, is_role_word, is_title_word,
};
use crate::grammar::name::{is_initial, is_name_word};
use crate::grammar::person::is_role_phrase;
use crate::grammar::place::is_city;
use crate::grammar::title::is_counted;
use crate::grammar::title::kind::is_call;
use crate::grammar::title_date::{before_link, is_link};
use crate::grammar::words::{bare, place, words};

/// Gives the parties that a title names and what stands after them.
///
/// ```text
/// parties = ("between" | "among" | "with") party {("," | "and" | ", and") party}
/// ```
pub(super) fn parties(title: &str) -> (Vec<&str>, &str) {
    let Some(after) = after_word(title, &["between", "among", "with"]).or_else(|| called(title))
    else {
        return (Vec::new(), after_head(title));
    };
    let before = title[..place(title, after)].trim_end();
    let mut found: Vec<&str> =
        possessor(before).or_else(|| interlocutor(before)).into_iter().collect();
    let end = before_place(after).min(before_held(after));
    let end = end.min(presence(after).map_or(end, |(at, _)| at));
    let (named, rest) = list(&after[..end]);
    found.extend(named);
    (found, &after[place(after, rest)..])
}

/// Gives what stands after `Telephone Call From`, `Call By`.
fn called(title: &str) -> Option<&str> {
    let call = words(title).find(|word| is_call(word))?;
    let after = &title[place(title, call) + call.len()..];
    let from = words(after).next().filter(|w| ["from", "to", "by"].iter().any(|it| same(it, w)))?;
    Some(after[place(after, from) + from.len()..].trim_start())
}

/// Finds where the parties end in `… in New York on 24 October 1985`.
fn before_place(after: &str) -> usize {
    // Without a link there is no place to find, and few titles have one.
    if !words(after).any(|word| word.get(..2).is_some_and(is_link)) {
        return after.len();
    }
    let Some(dated) = date::dated(after) else { return after.len() };
    let (before, linked) = before_link(&after[..dated.offset(after)]);
    if !linked {
        return after.len();
    }
    let small = before.to_ascii_lowercase();
    let at = [" in ", " at "].iter().filter_map(|word| small.rfind(word)).max();
    at.filter(|at| words(&before[*at..]).count() <= 6 && !before[*at..].contains('('))
        .unwrap_or(before.len())
}

/// `… the Envoy HELD AT the Ministry`: the parties end.
fn before_held(after: &str) -> usize {
    let held = words(after).find(|word| same(word, "held"));
    held.map_or(after.len(), |word| place(after, word))
}

/// Gives those in whose presence the parties spoke: `in the presence of Marn Orlo and Ada Rivel`.
pub(super) fn present(title: &str) -> Vec<&str> {
    let Some((_, named)) = presence(title) else { return Vec::new() };
    list(&named[..before_place(named).min(before_held(named))]).0
}

/// Finds `in the presence of`, and what stands after it.
fn presence(text: &str) -> Option<(usize, &str)> {
    let presence = words(text).find(|word| same(word, "presence"))?;
    let (at, after) = text.split_at(place(text, presence));
    let mut before = words(at).rev();
    let (the, in_) = (before.next()?, before.next()?);
    let of = words(&after[presence.len()..]).next()?;
    let phrase = same(the, "the") && same(in_, "in") && same(of, "of");
    phrase.then(|| (place(text, in_), text[place(text, of) + of.len()..].trim_start()))
}

/// `Record of Conversation of Comrade Orlo`, before `with`: the first party.
fn interlocutor(before: &str) -> Option<&str> {
    let mut all = words(before).skip_while(|word| {
        !["conversation", "talk", "meeting", "interview", "discussion"]
            .iter()
            .any(|talk| same(talk, word))
    });
    all.next()?;
    let of = all.next().filter(|word| same(word, "of"))?;
    let with = words(before).next_back()?;
    let party = before.get(place(before, of) + of.len()..place(before, with))?.trim();
    (words(party).count() <= 12 && !party.is_empty()).then_some(party)
}

/// Gives the drafter, if the words begin with one, and what stands after.
///
/// ```text
/// drafter = [","] "by" office ["(" name ")"]
/// ```
pub(super) fn drafter(input: &str) -> (Option<&str>, &str) {
    let trimmed = input.trim_start_matches([',', ' ', '\n']);
    let Some(first) = words(trimmed).next().filter(|word| same(word, "by")) else {
        return (None, input);
    };
    let after = trimmed[first.len()..].trim_start();
    let end = end_of_party(after);
    let drafter = after[..end].trim_end_matches([',', ' ', '.', '\n']);
    (Some(drafter).filter(|d| !d.is_empty()), &after[end..])
}

/// What stands after the head words of a title without parties: from `by` or the first comma on.
fn after_head(title: &str) -> &str {
    if let Some(after) = after_word(title, &["by"]) {
        let by = title[..place(title, after)].trim_end();
        return &title[by.len() - 2..];
    }
    title.find(',').map_or("", |at| &title[at..])
}

/// Gives what stands after the first of some words that is no part of a bracket.
fn after_word<'t>(text: &'t str, wanted: &[&str]) -> Option<&'t str> {
    let word = words(text).find(|word| wanted.iter().any(|w| same(w, word)))?;
    Some(text[place(text, word) + word.len()..].trim_start())
}

/// `the President’s Meeting With`: the possessor is a party.
fn possessor(before: &str) -> Option<&str> {
    let owner = words(before).rev().nth(2)?;
    let stem = ["’s", "'s", "ʼs", "’S", "'S"].iter().find_map(|s| owner.strip_suffix(s))?;
    // `THE PRIME MINISTER’S MEETING WITH`: the office may be of several words.
    let office = |word: &&str| is_role_word(word) || is_role_adjective(word) || is_rank(word);
    let mut start = place(before, stem);
    for word in words(before).rev().skip(3) {
        let the = same(word, "the");
        if !the && !office(&word) {
            break;
        }
        start = place(before, word);
        if the {
            break;
        }
    }
    before.get(start..place(before, stem) + stem.len())
}

/// Divides a list of parties; gives what stands after its last one.
fn list(input: &str) -> (Vec<&str>, &str) {
    let mut found = Vec::new();
    let mut rest = input;
    let mut last = false;
    loop {
        let end = end_of_party(rest);
        let party = rest[..end].trim_end_matches([',', ' ', '.', ';', '\n']);
        if party.is_empty() {
            return (found, rest);
        }
        if !same(party, "others") && !same(party, "Other Officials") {
            found.push(party);
        }
        rest = &rest[end..];
        if last {
            return (found, rest);
        }
        let after = rest.trim_start_matches([',', ' ', '\n']);
        let joined = words(after).next().filter(|word| same(word, "and") || *word == "&");
        let next = joined.map_or(after, |and| after[and.len()..].trim_start());
        last = joined.is_some() && !found.is_empty() && !goes_on(next);
        if next.is_empty() || joined.is_none() && !begins_party(next) {
            return (found, rest);
        }
        rest = next;
    }
}

/// Tells whether another `and` or comma with a party follows the next one, before any bracket.
fn goes_on(next: &str) -> bool {
    let end = end_of_party(next);
    let after = next[end..].trim_start_matches([',', ' ', '\n']);
    words(after).next().is_some_and(|word| same(word, "and"))
}

/// Finds where a party ends: after its bracket, or before a comma or `and` that a new party or
/// a place follows.
fn end_of_party(text: &str) -> usize {
    let bracket = text.find('(').filter(|open| !is_on_the_record(&text[open + 1..]));
    let close = bracket.and_then(|open| text[open..].find(')').map(|at| open + at + 1));
    let mut from = 0;
    while let Some((at, width)) = next_joint(&text[from..]) {
        let joint = from + at;
        if bracket.is_some_and(|open| joint > open) {
            break;
        }
        let after = text[joint + width..].trim_start();
        let comma = text[joint..].starts_with(',');
        // Before a bracket that belongs to this party, a comma is inside its office.
        let inside = bracket.is_some();
        let before = &text[..joint];
        // `the Foreign and Commonwealth Secretary`; `the Envoy of the Lake Republic, Comrade Orlo`.
        if !inside && (!comma && is_unfinished(before) || comma && awaits_name(before, after)) {
            from = joint + width;
            continue;
        }
        let ends = if inside {
            begins_office(after) || comma && begins_date(after)
        } else {
            !comma || !begins_role(after)
        };
        if ends {
            return joint;
        }
        from = joint + width;
    }
    let Some(close) = close else { return text.len() };
    // `(Orlo) in Port Rivel`: the place belongs to the party.
    let after = &text[close..];
    let located = words(after).next().is_some_and(|word| same(word, "in") || same(word, "at"));
    if !located {
        return close;
    }
    close + next_joint(after).map_or(after.len(), |(at, _)| at)
}

/// `(Excerpts)`: what is there of the record, and no party.
fn is_on_the_record(inside: &str) -> bool {
    const WORDS: [&str; 9] = [
        "excerpt", "excerpts", "extract", "extracts", "draft", "fragment", "summary", "abridged",
        "partial",
    ];
    words(inside).next().is_some_and(|word| WORDS.iter().any(|known| same(known, bare(word))))
}

/// Finds the next comma or `and` outside of brackets, and its length.
fn next_joint(text: &str) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 && !is_suffix_next(&text[at + 1..]) => return Some((at, 1)),
            'a' | 'A' if depth == 0 && at > 0 && is_and(text, at) => return Some((at, 3)),
            _ => {}
        }
    }
    None
}

/// Adjectives and fields of an office whose noun is still to come: `the Foreign`.
fn is_unfinished(before: &str) -> bool {
    let mut all = words(before).map(bare).filter(|word| !same(word, "the")).peekable();
    all.peek().is_some()
        && all.all(|word| is_role_adjective(word) && !is_role_word(word) || is_agency_word(word))
}

/// An office of several words, before the courtesy or the initials and the name of its holder.
fn awaits_name(before: &str, after: &str) -> bool {
    let called =
        words(after).next().is_some_and(|word| is_honorific(bare(word)) || is_initial(word));
    called && words(before).nth(4).is_some() && is_role_phrase(before.trim())
}

fn is_and(text: &str, at: usize) -> bool {
    let divided = text[..at].ends_with(char::is_whitespace);
    divided && words(&text[at..]).next().is_some_and(|word| same(word, "and"))
}

fn is_suffix_next(after: &str) -> bool {
    words(after).next().is_some_and(|word| crate::grammar::lexicon::is_suffix(bare(word)))
}

/// Tells whether words begin with somebody's office or title: `the Envoy`, `President Orlo`.
fn begins_office(text: &str) -> bool {
    let mut all = words(text).map(bare);
    let Some(first) = all.next() else { return false };
    same(first, "the") || same(first, "his") || same(first, "others") || is_title_word(first)
}

/// Tells whether words begin with a party: an office, a title, or a name and no place or date.
fn begins_party(text: &str) -> bool {
    begins_office(text) || {
        let end = next_joint(text).map_or(text.len(), |(at, _)| at);
        let item = &text[..end];
        words(item).count() >= 2
            && !begins_date(item)
            && !item.contains(|c: char| c.is_ascii_digit())
            && (item.contains('(') || is_name(item) && is_and(text, end))
    }
}

/// `Marn Orlo` between a comma and `and`: a name of two words or more, and no city.
fn is_name(item: &str) -> bool {
    words(item).nth(4).is_none() && words(item).all(is_name_word) && !is_city(item.trim())
}

/// Tells whether a comma's words go on with an office: `, Chairman of the Council`.
fn begins_role(text: &str) -> bool {
    if names_officer(text) {
        return false;
    }
    let Some(first) = words(text).map(bare).next() else { return false };
    (is_role_word(first) || is_role_adjective(first)) && !is_honorific(first)
        || is_rank(first) && words(text).nth(1).is_some_and(|second| is_role_word(bare(second)))
}

/// `, Vice President Orlo,`: an office and a name are somebody else.
fn names_officer(text: &str) -> bool {
    let item = &text[..next_joint(text).map_or(text.len(), |(at, _)| at)];
    let all: Vec<&str> = words(item).map(bare).collect();
    let [before @ .., office, name] = &all[..] else { return false };
    let plain = |word: &str| {
        word.starts_with(char::is_uppercase)
            && !is_role_word(word)
            && !is_role_adjective(word)
            && !is_title_word(word)
            && !is_counted(word)
    };
    let official =
        |word: &&str| is_role_word(word) || is_role_adjective(word) || is_title_word(word);
    plain(name)
        && is_role_word(office)
        && (!before.is_empty() || is_title_word(office))
        && before.iter().all(official)
}

fn begins_date(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| is_counted(word) || word.starts_with(|c: char| c.is_ascii_digit()))
}
