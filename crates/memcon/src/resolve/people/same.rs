//! Whether a mention names a participant who is known already.

use crate::assemble::header::Listed;
use crate::grammar::fold::same;
use crate::grammar::lexicon::is_joint;
use crate::grammar::name::{initials_match, is_caps};
use crate::grammar::person::Person;
use crate::grammar::words::{bare, words};
use crate::model::{Carrier, Participant};

/// Tells whether a mention can mean a participant.
///
/// Two items of lists are two people, unless they are the same words.
pub(super) fn is_same(participant: &Participant, mention: &Listed<'_>) -> bool {
    let listed = mention.carrier == Carrier::List
        && participant.mentions.iter().any(|known| known.carrier == Carrier::List);
    let called_by_office = participant.roles.iter().any(|role| same(&role.text, &participant.name));
    match mention.person.name {
        Some(name) if called_by_office => {
            !listed && offices_meet(participant, &mention.person) && !name.is_empty()
        }
        Some(_) if listed => {
            participant.mentions.iter().any(|known| same(&known.text, mention.person.written))
        }
        Some(name) => {
            initials_match(name, &participant.name)
                || words(name).all(|word| words(&participant.name).any(|known| same(known, word)))
        }
        None => {
            !listed
                && offices_meet(participant, &mention.person)
                && !are_of_two_bodies(participant, &mention.person)
        }
    }
}

/// `the Director, Bureau of Lakes` and `the Director of Central Planning`, `the Chairman, Joint
/// Boards` and `the Chairman, Lake Commission`: one office in two bodies.
fn are_of_two_bodies(participant: &Participant, person: &Person<'_>) -> bool {
    let office = participant.roles.first().map(|role| role.text.as_str());
    if office.is_none_or(|office| !same(office, &participant.name)) {
        return false;
    }
    let known = office.and_then(body).or(participant.affiliation.as_deref());
    let other = person.roles.first().and_then(|role| body(role)).or(person.affiliation);
    known.zip(other).is_some_and(|(known, other)| !is_one_body(known, other))
}

/// Whether two names of bodies can be of one: words of the one, or the letters for its words.
fn is_one_body(known: &str, other: &str) -> bool {
    [(known, other), (other, known)]
        .iter()
        .any(|(whole, part)| tells(whole, part) || abbreviates(whole, part))
}

/// `Lake and Harbor Agency`, `LHA`.
fn abbreviates(whole: &str, short: &str) -> bool {
    let letters = short.trim_start_matches("the ").chars().filter(|c| c.is_alphanumeric());
    let initials = words(whole).map(bare).filter(|word| !is_joint(word) && !same(word, "the"));
    is_caps(short.trim_start_matches("the "))
        && words(whole).nth(1).is_some()
        && letters.eq(initials.filter_map(|word| word.chars().next()))
}

/// Whether every long word of one body's name stands in another's: `State`, `Department of State`.
fn tells(whole: &str, part: &str) -> bool {
    let mut all = words(part).map(bare).filter(|word| !is_joint(word));
    all.all(|word| words(whole).any(|other| same(bare(other), word)))
}

/// Gives what an office is of: `Central Planning`, of `Director of Central Planning`.
fn body(office: &str) -> Option<&str> {
    let short = short_office(office);
    let at = office.find(short)? + short.len();
    office.get(at..)?.trim_start().strip_prefix("of ")
}

/// Tells whether a participant holds an office that a mention tells.
pub(super) fn shares_office(participant: &Participant, person: &Person<'_>) -> bool {
    offices_meet(participant, person)
}

fn offices_meet(participant: &Participant, person: &Person<'_>) -> bool {
    person
        .roles
        .iter()
        .any(|role| participant.roles.iter().any(|known| same_office(role, &known.text)))
}

/// `The Secretary` and `Secretary of State` can be one office; `Secretary of Defense` is another.
pub(crate) fn same_office(a: &str, b: &str) -> bool {
    let (short_a, short_b) = (short_office(a), short_office(b));
    if !same(short_a, short_b) {
        return false;
    }
    let (whole_a, whole_b) = (without_article(a), without_article(b));
    same(whole_a, whole_b) || whole_a.len() == short_a.len() || whole_b.len() == short_b.len()
}

/// Tells whether two offices are the same words, articles left out.
pub(crate) fn office(a: &str, b: &str) -> bool {
    same(without_article(a), without_article(b))
}

/// Gives an office without its article and without what it is of.
pub(super) fn short_office(office: &str) -> &str {
    let whole = without_article(office);
    let end = words(whole).find(|word| is_joint(word) || matches!(*word, "of" | "for" | "to"));
    end.map_or(whole, |word| whole[..crate::grammar::words::place(whole, word)].trim_end())
}

fn without_article(office: &str) -> &str {
    let office = office.trim();
    let first = words(office).next().filter(|word| same(bare(word), "the"));
    first.map_or(office, |the| office[the.len()..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_of_one_body_with_its_words() {
        assert!(is_one_body("LHCA", "the Lake and Harbor Control Agency"));
        assert!(is_one_body("the Department of State", "State"));
        assert!(!is_one_body("LHB", "the Lake and Harbor Control Agency"));
        assert!(!is_one_body("LAKE", "Central Planning"));
    }

    #[test]
    fn offices_agree_or_not() {
        for (a, b) in [
            ("The Secretary", "Secretary of State"),
            ("the President", "President"),
            ("Envoy to the League", "the Envoy to the League"),
        ] {
            assert!(same_office(a, b), "{a} {b}");
        }
        for (a, b) in
            [("Secretary of State", "Secretary of Lakes"), ("The Secretary", "The Under Secretary")]
        {
            assert!(!same_office(a, b), "{a} {b}");
        }
    }
}
