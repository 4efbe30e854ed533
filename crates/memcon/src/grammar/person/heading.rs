//! Headings of groups in a list: sides, countries, agencies.

use super::class::{Class, class};
use super::head::head;
use super::marks::capacity;
use super::role::is_role_phrase;
use super::sides::{is_side_word, side_name};
use super::split::{is_code, split, without_asides};
use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_group_word, is_joint, is_role_adjective, is_role_word};
use crate::grammar::words::{bare, words};

/// Tells whether words behind a semicolon open another side: `Sarland: Minister Marn Orlo`.
pub(super) fn opens_side(words: &str) -> bool {
    side(words).is_some_and(|(heading, rest)| {
        !rest.is_empty()
            && !heading.contains(';')
            && capacity(heading).is_none()
            && (is_heading(heading) || is_named_side(heading))
    })
}

/// Divides a side or an office that a colon follows from its people: `Vesta: The Secretary`.
pub(super) fn side(line: &str) -> Option<(&str, &str)> {
    let at = line.find(':').filter(|at| *at <= 60)?;
    // `E:OT` is an office's code.
    if line[at + 1..].starts_with(|c: char| !c.is_whitespace()) || line[..at].contains(',') {
        return None;
    }
    let (left, rest) = (line[..at].trim(), line[at + 1..].trim());
    let short = words(left).count() <= 8 && !left.is_empty();
    let side = capacity(left).is_some()
        || is_heading(left)
        || is_code(left)
        || rest.is_empty() && words(left).count() <= 8
        || words(left).all(|word| {
            matches!(
                class(word),
                Class::Group | Class::Joint | Class::Particle | Class::Office | Class::Name
            )
        }) && (rest.is_empty() || words(left).any(|word| matches!(class(word), Class::Group)));
    (short && (side || heads_by_shape(left, rest))).then_some((left, rest))
}

/// `Sarland: Foreign Minister Marn Orlo`: a name that no list has, and somebody with a title or an
/// office behind it, is a side and its people by its shape.
fn heads_by_shape(left: &str, rest: &str) -> bool {
    let listed =
        |word: &str| !word.starts_with(char::is_lowercase) || is_joint(word) || is_role_word(word);
    if !is_name_of_some(left)
        || rest.ends_with(['.', '?', '!'])
        || !words(rest).map(bare).all(listed)
    {
        return false;
    }
    let first = split(rest, b',').next().unwrap_or("");
    head(without_asides(first).0).is_some_and(|head| {
        head.group.is_none()
            && (head.office.is_some() || head.honorific.is_some())
            // `Orlo: Mr. President` is called upon.
            && head.name.is_some_and(|name| !words(name).any(|word| is_role_word(bare(word))))
    })
}

/// Tells whether words are the name of a side that no list has: a state, an agency in capitals,
/// those who came.
pub(crate) fn is_named_side(heading: &str) -> bool {
    is_name_of_some(heading) && !is_function(side_name(heading))
}

/// `Host`, `Presiding`: what somebody does at the meeting, and no side.
fn is_function(name: &str) -> bool {
    ["host", "hostess", "presiding", "chair", "moderator", "convener", "guest", "visitor"]
        .iter()
        .any(|word| same(word, name))
}

fn is_name_of_some(heading: &str) -> bool {
    let name = side_name(heading);
    let guests = ["guests", "visitors", "hosts"].iter().any(|word| same(word, name));
    guests
        || words(name).nth(3).is_none()
            && words(name).next().is_some()
            && words(name).all(|word| matches!(class(word), Class::Name))
}

/// Tells whether a line heads a group: countries, agencies and their words, and nobody's name.
pub(super) fn is_heading(line: &str) -> bool {
    if is_role_phrase(line) && !is_standing_head(line) {
        return false;
    }
    // `Vestan Side`, `Lake Delegation`, `Lake Union`.
    let side = words(line)
        .next_back()
        .is_some_and(|word| is_side_word(bare(word)) || is_state_word(bare(word)));
    if side && words(line).count() <= 4 && line.starts_with(char::is_uppercase) {
        return true;
    }
    let mut group = false;
    for word in words(line) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '&'));
        if word.is_empty() || word == "&" {
            continue;
        }
        match class(word) {
            Class::Group => group = true,
            Class::Joint => {}
            Class::Office | Class::Honorific if is_group_word(word) || is_plural_office(word) => {
                group = true;
            }
            Class::Office if group && is_role_adjective(word) => {}
            // `Office of the Secretary of Defense`, `Vice President’s Office`.
            Class::Office if line.contains("of ") && !line.contains("The ") => {}
            Class::Other if word.ends_with('s') || word.ends_with('’') => {}
            _ => return false,
        }
    }
    group
}

/// What a state is in its name, where nobody is called so.
fn is_state_word(word: &str) -> bool {
    ["union", "republic", "kingdom", "federation", "emirates"].iter().any(|noun| same(noun, word))
}

/// `Chairman` alone heads the line that follows.
fn is_standing_head(line: &str) -> bool {
    same(line.trim(), "chairman") || same(line.trim(), "principals") || same(line.trim(), "member")
}

fn is_plural_office(word: &str) -> bool {
    ["principals", "chiefs", "advisers", "advisors", "officials", "representatives", "members"]
        .iter()
        .any(|plural| same(plural, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_by_their_shape() {
        for (line, heading) in [
            ("Sarland: Foreign Minister Marn Orlo", "Sarland"),
            ("Visitors: Mr. Orlo, Envoy to Vesta", "Visitors"),
        ] {
            assert_eq!(side(line).map(|(left, _)| left), Some(heading), "{line}");
        }
        for line in [
            "Orlo: Mr. President",
            "Orlo: Mr. Rivel is late",
            "Orlo: Minister Rivel.",
            "Orlo: good day",
        ] {
            assert_eq!(side(line), None, "{line}");
        }
    }
}
