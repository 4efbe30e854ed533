//! What a line at the head of a document looks like.

use crate::grammar::dateline::dateline;
use crate::grammar::lexicon::{is_joint, is_prose_word, is_role_word, is_title_word};
use crate::grammar::name::{is_caps, is_initial};
use crate::grammar::person::{self, entry};
use crate::grammar::words::{bare, without_callout, words};

/// A line longer than this is no item of a list unless many people run on in it.
const LONGEST_ITEM: usize = 400;

/// Tells whether a line is of prose: words of a sentence, or a stop after several small words.
pub(crate) fn is_prose(line: &str) -> bool {
    let line = without_callout(line.trim());
    let mut of_sentence = 0;
    let mut small = 0;
    let mut depth = 0usize;
    for (i, word) in words(line).enumerate() {
        depth += word.matches('(').count();
        let inside = depth > 0;
        depth = depth.saturating_sub(word.matches(')').count());
        let word = bare(word).trim_end_matches('.');
        if i == 0 && is_pronoun(word)
            || !inside && word.starts_with(char::is_lowercase) && is_prose_word(word)
        {
            of_sentence += 1;
        } else if word.starts_with(char::is_lowercase) && !is_joint(word) && !is_role_word(word) {
            small += 1;
        }
    }
    let stopped = ends_sentence(line);
    of_sentence >= 2
        || stopped && (of_sentence >= 1 || small >= 3)
        || line.len() > LONGEST_ITEM && small > 8
}

fn is_pronoun(word: &str) -> bool {
    [
        "I", "We", "He", "She", "They", "It", "There", "This", "That", "These", "When", "If",
        "After", "At", "In", "On", "During", "As",
    ]
    .contains(&word)
}

/// Tells whether a line ends as a sentence does: a stop that is no abbreviation's.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['”', '"', '’', ')', ']', '\'']);
    if line.ends_with(['?', '!', '…', '。', '？', '！']) {
        return true;
    }
    let Some(body) = line.strip_suffix('.') else { return false };
    if body.ends_with([' ', '.']) {
        return true;
    }
    words(body).next_back().is_some_and(|last| {
        let last = bare(last);
        !last.contains('.')
            && !is_title_word(last)
            && last.chars().count() > 2
            && !matches!(last, "Jr" | "Sr" | "Inc" | "Dept" | "ret" | "Co" | "Corp")
    })
}

/// Tells whether a line opens a labelled turn: a short label, a separator, and speech.
///
/// ```text
/// turn = label (":" | "—" | ". ") speech          ; speech is no list of people
/// ```
pub(crate) fn opens_turn(line: &str) -> bool {
    let line = line.trim();
    if let Some((at, c)) = line.char_indices().take(72).find(|(_, c)| matches!(c, ':' | '：')) {
        let (label, rest) = (line[..at].trim(), line[at + c.len_utf8()..].trim());
        // `E:OT` is an office's code.
        let code = !line[at + c.len_utf8()..].starts_with(char::is_whitespace)
            && !rest.contains(char::is_lowercase)
            && !rest.is_empty();
        if is_label(label) && !is_clock(label, rest) && !code {
            return !is_people(label, rest);
        }
    }
    // `▲ 오 장관 = …`: a bullet, a name and words.
    if let Some((label, rest)) = line.strip_prefix(['▲', '△', '■']).and_then(|l| l.split_once('='))
        && is_label(label.trim())
        && !rest.trim().is_empty()
    {
        return true;
    }
    if let Some(at) = line.find('—').filter(|at| *at <= 60) {
        let (label, rest) = (line[..at].trim(), line[at + '—'.len_utf8()..].trim());
        // `Taver, January 30, 1951—3 p. m.` is no speech of the year's.
        if is_label(label) && !is_clock(label, rest) && is_speech(rest) {
            return true;
        }
    }
    caps_label(line)
}

/// A label: at most eight words, the first with a capital, a bracket or a quote before it.
fn is_label(label: &str) -> bool {
    let mut all = words(label).peekable();
    let Some(first) = all.peek() else { return false };
    let opened = first.trim_start_matches(['[', '(', '“', '"', '‘', '\'']);
    opened.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit())
        && all.clone().count() <= 8
        && !all.any(|word| word.starts_with(char::is_lowercase) && is_prose_word(bare(word)))
}

fn is_clock(label: &str, rest: &str) -> bool {
    label.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit())
}

/// `Vesta: The Secretary`, `White House: Mr. Orlo, Assistant`, `Interpreter: Marn Rivel`.
fn is_people(label: &str, rest: &str) -> bool {
    if rest.is_empty() {
        return entry(label).heading.is_some();
    }
    if ends_sentence(without_callout(rest)) || is_speech(rest) {
        return false;
    }
    let side = entry(label).heading.is_some()
        || person::capacity(label).is_some()
        || words(label).all(|w| {
            matches!(bare(w), "Chairman" | "Secretary" | "Members" | "Observers" | "Others")
        });
    let people = entry(rest).people;
    side && !people.is_empty()
}

/// Speech rather than an office: a quote, a sentence's stop or words of a sentence.
fn is_speech(rest: &str) -> bool {
    rest.starts_with(['“', '"', '‘', '«', '['])
        || ends_sentence(without_callout(rest))
        || is_prose(rest)
        || words(rest)
            .filter(|word| {
                word.starts_with(char::is_lowercase)
                    && !is_joint(bare(word))
                    && !is_role_word(bare(word))
            })
            .count()
            >= 2
}

/// `M. S. ORLO. First of all …`
fn caps_label(line: &str) -> bool {
    for (i, word) in words(line).enumerate().take(5) {
        if is_initial(word) {
            continue;
        }
        let name = word.trim_end_matches('.');
        if !is_caps(name) || name.contains(['—', '/', '.', '–']) {
            return false;
        }
        if name.len() < word.len() && name.chars().count() > 2 {
            let rest = words(line).nth(i + 1);
            return rest.is_some_and(|next| next.contains(char::is_lowercase))
                && words(line).count() > i + 2;
        }
    }
    false
}

/// Tells whether a line says when or where and nothing else.
pub(crate) fn is_dateline(line: &str) -> bool {
    dateline(line).is_some()
}

/// Tells whether a line is in capitals throughout: a running head or a heading.
pub(crate) fn is_capital(line: &str) -> bool {
    !line.contains(char::is_lowercase) && line.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_and_items() {
        for line in [
            "The Envoy opened the meeting by saying that he was glad to see everybody.",
            "I called on the Minister this morning.",
            "After dinner the President stated that the paper was not ready",
        ] {
            assert!(is_prose(line), "{line}");
        }
        for line in [
            "Mr. Marn Orlo, Deputy Assistant Secretary for Lake Affairs",
            "Gen. Orlo (after 6:00 p.m.)",
            "Marn Orlo, Jr.",
            "Mr. Orlo, Officer in Charge of Lake Affairs, U.S.",
        ] {
            assert!(!is_prose(line), "{line}");
        }
    }

    #[test]
    fn turns_and_sides() {
        for line in [
            "Orlo: Good day.",
            "The President: Mr. Secretary.",
            "Mr. Orlo—“We have not.”",
            "M. S. ORLO. First of all, thank you.",
            "RSM—We should do all we can but it won’t be enough.",
        ] {
            assert!(opens_turn(line), "{line}");
        }
        for line in [
            "United States: The Secretary",
            "White House: Mr. Marn Orlo, Assistant to the President",
            "Mr. Orlo—ARA",
            "[Taver,] January 30, 1951—3 p. m. top secret",
            "Interpreter: Marn Rivel",
            "Vestan Side:",
            "Herman Orlo—L",
        ] {
            assert!(!opens_turn(line), "{line}");
        }
    }

    #[test]
    fn datelines() {
        for line in [
            "Rivel, March 16, 1956, 9:30 p.m.",
            "[ Taver ,] May 9, 1949. secret",
            "Kremlin, 14 March 1985",
            "Taver, undated.",
        ] {
            assert!(is_dateline(line), "{line}");
        }
        for line in ["In May 1956 he said that it was late", "Orlo: May 5, 1956."] {
            assert!(!is_dateline(line), "{line}");
        }
    }
}
