//! What only the whole list of people shows: a name that heads a side, `M.` that is Monsieur.

use memchr::memchr_iter;
use rustc_hash::FxHashSet;

use crate::assemble::header::Listed;
use crate::grammar::fold::same;
use crate::grammar::lexicon::is_honorific;
use crate::grammar::name::is_initial;
use crate::grammar::words::{letters_of, words};
use crate::model::Carrier;

/// Takes a name alone for the heading of those below it, where everybody else in the list has a
/// title, an office or two names: `Rivel`, over `Marn Orlo, Foreign Minister`.
pub(super) fn under_sides<'t>(text: &'t str, listed: &[Listed<'t>]) -> Vec<Listed<'t>> {
    let heads: Vec<usize> = (0..listed.len()).filter(|i| heads_others(text, listed, *i)).collect();
    let others = listed.len() - heads.len();
    let described = listed.iter().filter(|mention| is_described(mention)).count();
    if heads.is_empty() || described < others || others < 2 * heads.len() {
        return listed.to_vec();
    }
    let mut side = None;
    let mut above = None;
    let mut found = Vec::with_capacity(listed.len());
    for (i, mention) in listed.iter().enumerate() {
        if heads.binary_search(&i).is_ok() {
            (side, above) = (mention.person.name, mention.side);
            continue;
        }
        // Another heading ends it.
        if mention.side != above {
            side = None;
        }
        found.push(Listed { side: side.or(mention.side), ..mention.clone() });
    }
    found
}

/// A word alone, with nothing before or after it, and somebody below.
fn heads_others(text: &str, listed: &[Listed<'_>], at: usize) -> bool {
    let mention = &listed[at];
    let person = &mention.person;
    let next = listed.get(at + 1).is_some_and(|next| {
        next.carrier == Carrier::List && is_described(next) && next.span.start > mention.span.end
    });
    let line = text[..mention.span.start].rsplit('\n').next().unwrap_or("");
    let rest = text[mention.span.end..].split('\n').next().unwrap_or("");
    // `For Rivel`, `Rivel:`, or the word by itself on its line.
    let alone = rest.trim_matches([':', ' ']).is_empty()
        && (line.trim_matches(['•', '·', '*', '-', ' ']).is_empty()
            // `PARTICIPANTS:  Rivel`, over the people of Rivel.
            || line.trim_end().ends_with(':'));
    let led = ["For ", "From "].iter().any(|lead| person.written.starts_with(lead));
    mention.carrier == Carrier::List
        && next
        && alone
        && (words(person.written).count() == 1 || led)
        && person.name.is_some()
        && person.honorific.is_none()
        && person.roles.is_empty()
        && person.affiliation.is_none()
        && person.capacities.is_empty()
}

/// Somebody with a title, an office, a place of work, or two names.
fn is_described(mention: &Listed<'_>) -> bool {
    let person = &mention.person;
    person.honorific.is_some()
        || !person.roles.is_empty()
        || person.affiliation.is_some()
        || !person.capacities.is_empty()
        || person.name.is_some_and(|name| words(name).count() > 1)
}

/// Tells whether `M.` before a surname is Monsieur in a text: it stands before several surnames,
/// and no other letter does so as often.
pub(super) fn says_monsieur(text: &str) -> bool {
    let (mut monsieurs, mut others) = (FxHashSet::default(), FxHashSet::default());
    for stop in memchr_iter(b'.', text.as_bytes()) {
        let Some((letter, surname)) = initial_before_surname(text, stop) else { continue };
        let set = if letter == b'M' { &mut monsieurs } else { &mut others };
        set.insert(surname);
    }
    monsieurs.len() >= 2 && others.len() < monsieurs.len()
}

/// Gives the single capital before a stop and the surname after it, where no other initial and no
/// title or name stands before them: `M. Orlo`.
fn initial_before_surname(text: &str, stop: usize) -> Option<(u8, &str)> {
    let start = stop.checked_sub(1)?;
    let letter = *text.as_bytes().get(start).filter(|byte| byte.is_ascii_uppercase())?;
    let rest = text.get(stop + 1..).filter(|rest| rest.starts_with(char::is_whitespace))?;
    let before = text.get(..start)?.trim_end_matches(['(', '“', '"', '«']);
    if before.chars().next_back().is_some_and(|last| !last.is_whitespace()) {
        return None;
    }
    let next = words(rest).next()?;
    let surname = letters_of(next);
    if surname.chars().nth(2).is_none() && !matches!(next, "de" | "von") {
        return None;
    }
    let before = words(before).next_back().unwrap_or("");
    // `AND M. PAVEL`, in a title in capitals, joins and names nobody.
    let joins = ["and", "with", "by", "to", "of", "between"].iter().any(|word| same(word, before));
    let named = !joins
        && (before.starts_with(char::is_uppercase) || is_initial(before) || is_honorific(before));
    (!named).then_some((letter, surname))
}

/// Takes `M.` off a name as the courtesy that it is.
pub(super) fn without_monsieur(listed: &mut [Listed<'_>]) {
    for mention in listed {
        let person = &mut mention.person;
        let rest = person.name.and_then(|name| name.strip_prefix("M. "));
        let Some((name, rest)) = person.name.zip(rest) else { continue };
        if !words(rest).next().is_some_and(is_initial) {
            person.name = Some(rest.trim_start());
            person.honorific = person.honorific.or(name.get(..2));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monsieur_is_told_from_an_initial() {
        assert!(says_monsieur("M. Orlo said so. Then M. Rivel said no, and M. de Varn slept."));
        assert!(says_monsieur("TALK OF MR. ORLO AND M. PAVEL, where M. Rivel said no."));
        assert!(!says_monsieur("M. Orlo came with A. Rivel and B. Varn."));
        assert!(!says_monsieur("M. S. Orlo and M. S. Rivel, and M. Orlo."));
    }
}
