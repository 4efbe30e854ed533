//! Labels with words in small letters: voices and sides, how somebody speaks, a doubtful name.
//!
//! ```text
//! voice  = word+ kind ":"                     ; `Unidentified speaker:`, `The Valdorian side:`
//! manner = ", " how word* ":"                 ; `Orlo, laughing:`
//! doubt  = "?" ":"                            ; `Orlo?:`
//! ```

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::grammar::lexicon;

/// The most words of such a label.
const WORDS: usize = 5;
/// The farthest that its colon stands, in bytes.
const FARTHEST: usize = 60;

static VOICES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::words(include_str!("../../data/lexicon/voices.txt")).collect());
static KINDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::words(include_str!("../../data/lexicon/voices-of.txt")).collect());
static MANNERS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::words(include_str!("../../data/lexicon/manners.txt")).collect());

/// Gives a label whole whose last words the grammar of names does not know, and what follows it.
pub(super) fn whole<'t>(input: &'t str, after_name: &'t str) -> Option<(&'t str, &'t str)> {
    if let Some(rest) = after_name.strip_prefix('?') {
        let end = input.len() - rest.len();
        return rest.starts_with(':').then_some((rest, &input[..end]));
    }
    // Nearly all labels end with their name.
    if !after_name
        .trim_start_matches(' ')
        .starts_with(|c: char| c.is_lowercase() || c == '\'' || c == '’')
    {
        return None;
    }
    let core = before_colon(input)?;
    let rest = &input[core.len()..];
    (is_voice(core) && opens_speech(&rest[1..])).then_some((rest, core))
}

/// Tells whether a label with a word in small letters names a voice, a side or somebody of a
/// kind: nobody who can be known.
pub(crate) fn is_voice(label: &str) -> bool {
    let Some((before, last)) = label.rsplit_once(' ') else { return false };
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '’' | '-');
    if !last.starts_with(char::is_lowercase)
        || !before.starts_with(char::is_uppercase)
        || !before.chars().all(plain)
        || before.split(' ').count() >= WORDS
    {
        return false;
    }
    let of = before.rsplit(' ').next().unwrap_or(before);
    let called = of.starts_with(char::is_uppercase)
        && !matches!(
            of,
            "A" | "An" | "The" | "My" | "Our" | "Your" | "His" | "Her" | "Its" | "Their"
        );
    VOICES.contains(last) || KINDS.contains(last) && called
}

/// Gives how somebody speaks, after the name and a comma, and what follows it.
pub(super) fn manner(after_name: &str) -> Option<(&str, &str)> {
    let words = after_name.strip_prefix(", ")?;
    let how = before_colon(words)?;
    let first = how.split(' ').next()?;
    (MANNERS.contains(first) && how.split(' ').count() <= WORDS)
        .then_some((&words[how.len()..], how))
}

/// The words before the first colon of a line, if it is near.
fn before_colon(input: &str) -> Option<&str> {
    let at = input.bytes().take(FARTHEST).position(|byte| matches!(byte, b':' | b'\n'))?;
    input[at..].starts_with(':').then(|| input[..at].trim_end()).filter(|core| core.len() == at)
}

/// Whether speech follows a colon: no small letter.
fn opens_speech(rest: &str) -> bool {
    let speech = rest.trim_start();
    !speech.is_empty() && speech.len() < rest.len() && !speech.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::grammar::label::candidate;

    #[test]
    fn voices_sides_and_manners() {
        for (paragraph, core) in [
            ("Unidentified speaker: Yes.", "Unidentified speaker"),
            ("A voice: Yes.", "A voice"),
            ("Man’s voice: Yes.", "Man’s voice"),
            ("Several voices: Yes.", "Several voices"),
            ("U.S. side: Yes.", "U.S. side"),
            ("The Valdorian side: Yes.", "The Valdorian side"),
            ("A Valdorian official: Yes.", "A Valdorian official"),
            ("Security guard: Yes.", "Security guard"),
            ("Orlo's aide: Yes.", "Orlo's aide"),
            ("Orlo, laughing: Yes.", "Orlo"),
            ("Orlo?: Yes.", "Orlo?"),
        ] {
            assert_eq!(candidate(paragraph).map(|found| found.core), Some(core), "{paragraph}");
        }
    }

    #[test]
    fn what_is_none() {
        for paragraph in [
            "The other side: they say no.",
            "The other side: No.",
            "A side: No.",
            "Their side: Ten thousand.",
            "Our side: Ten.",
            "Unidentified speaker: he left.",
            "Orlo, including the lake: No.",
            "Is it Orlo? Yes: it is.",
            "We heard a voice at the door that said this: No.",
        ] {
            assert_eq!(candidate(paragraph), None, "{paragraph}");
        }
    }
}
