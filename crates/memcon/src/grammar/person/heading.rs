//! Headings of groups in a list: sides, countries, agencies.

use super::class::{Class, class};
use super::marks::capacity;
use super::role::is_role_phrase;
use super::sides::is_side_word;
use super::split::is_code;
use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_group_word, is_role_adjective};
use crate::grammar::words::{bare, words};

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
    (short && side).then_some((left, rest))
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
