//! Whether words are a speaker's own: `I`, `we`, `your` outside quotation marks.

use crate::grammar::words;

/// First and second persons outside quotation marks are a speaker's.
pub(crate) fn speaks_of_self(paragraph: &str) -> bool {
    let mut quoted = false;
    words::words(paragraph).any(|word| {
        // Most words are long, and letters throughout.
        if word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return false;
        }
        let mut parts = word.split(['“', '”', '"']);
        let first = parts.next().unwrap_or("");
        let found = !quoted && is_first_person(first);
        found
            || parts.any(|part| {
                quoted = !quoted;
                !quoted && is_first_person(part)
            })
    })
}

/// The words by which a note is announced, and how many may stand before its colon.
const NOTES: [&str; 4] = ["note", "comment", "remark", "translator"];
const NOTED: usize = 5;

/// To whom something is done: "The Minister smiled at us."
fn is_object(word: &str) -> bool {
    matches!(words::letters_of(word), "me" | "us" | "my" | "our" | "your")
}

/// `I`, `our`, `you`, without the marks around it.
fn is_first_person(word: &str) -> bool {
    // `I.` is an initial; `I’m` and `we’ve` are two words.
    let word = if word == "I." { word } else { words::letters_of(word) };
    let word = word.split(['’', '\'']).next().unwrap_or(word);
    matches!(
        word,
        "I" | "we" | "We" | "you" | "You" | "my" | "My" | "our" | "Our" | "your" | "us" | "me"
    )
}

/// Tells whether words in brackets are a speaker's: no stage direction has an `I`, `we` or `you`
/// that does something, and a drafter's or translator's note says so first. `Part I, page 3` has a
/// number.
pub(crate) fn is_said(words: &str) -> bool {
    let lead = words.split(':').next().filter(|lead| lead.len() < words.len());
    let noted = lead.is_some_and(|lead| {
        words::words(lead)
            .take(NOTED)
            .any(|word| NOTES.iter().any(|it| it.eq_ignore_ascii_case(word)))
    });
    !noted && !words.starts_with("See ") && speaks_of_self(words) && {
        let mut each = words::words(words).peekable();
        let (mut said, mut named) = (false, false);
        while let Some(word) = each.next() {
            let small = each.peek().is_some_and(|next| next.starts_with(char::is_lowercase));
            let number = words::letters_of(word) == "I" && (!small || named && word != "I");
            said |= is_first_person(word) && !is_object(word) && !number;
            named = word.starts_with(char::is_uppercase);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_speaker_says_in_brackets() {
        for said in ["I do not believe it.", "We, too, have fishermen.", "You know what I mean."] {
            assert!(is_said(said), "{said}");
        }
        for told in [
            "He laughs.",
            "Part I, page 3",
            "“I see,” he says.",
            "Reads",
            "Note: I did not take part in this.",
            "Translator's note: I render it freely.",
            "See my memorandum of May 3.",
            "They asked us to leave the room.",
        ] {
            assert!(!is_said(told), "{told}");
        }
    }
}
