//! Who signed, and where something attached begins: lines that nobody speaks.
//!
//! ```text
//! signature = ( "/s/" | "(signed)" | "Signed:" | … ) name?     ; anywhere
//!           | initials | name [ NL office ]                   ; at the end, or before what is attached
//! ```

use super::closing::words;
use crate::assemble::paragraph::{Body, is_classification};
use crate::assemble::turns::Role;
use crate::grammar::mark;
use crate::grammar::mark_words::MARKS;
use crate::model::{Hand, Note, NoteKind};
use crate::span::Span;

/// The longest line of a signature, in bytes.
const LONGEST: usize = 60;

/// Gives the signatures and the heads of what is attached, as notes, in no order.
pub(crate) fn lines(text: &str, body: &Body, roles: &[Role]) -> Vec<Note> {
    let mut found: Vec<Note> = Vec::new();
    // Whether nothing but signatures, brackets and attachments comes between here and the end, or
    // the head of what is attached.
    let mut last = true;
    let labelled = roles.iter().any(|role| matches!(role, Role::Opens(_)));
    for (paragraph, role) in body.paragraphs.iter().zip(roles).rev() {
        let span = paragraph.span();
        let written = span.of(text);
        let spoken = matches!(role, Role::Opens(_));
        // `Annex B.` may be what a speaker means.
        let said = spoken || matches!(role, Role::GoesOn(_));
        if !said && mark::is_attachment(written) {
            found.push(note(NoteKind::Attachment, text, span));
            last = true;
        } else if !spoken && is_marked(written)
            || last && !spoken && signs(written, if labelled { 2 } else { 1 })
        {
            let kept = written.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
            let mut span = Span::new(span.start, span.start + kept);
            // The office on the line below belongs to the name.
            if let Some(below) = found.pop_if(|below| is_next_line(text, span, below)) {
                span.end = below.span.end;
            }
            found.push(note(NoteKind::Signature, text, span));
        } else {
            last &= matches!(role, Role::Remark) || is_office(written) && written.len() < LONGEST;
        }
    }
    found
}

fn is_next_line(text: &str, above: Span, below: &Note) -> bool {
    let between = text.get(above.end..below.span.start).unwrap_or("");
    below.kind == NoteKind::Signature
        && between.trim().is_empty()
        && between.bytes().filter(|byte| *byte == b'\n').count() == 1
}

fn note(kind: NoteKind, text: &str, span: Span) -> Note {
    let mut note = Note::new(kind, span, span.of(text).to_owned(), None);
    note.hand = Hand::Source;
    note
}

/// `/s/ J. Orlo`, `(signed) Orlo`, `Signed: Orlo`: a line that says that it is a signature.
pub(crate) fn is_marked(paragraph: &str) -> bool {
    if paragraph.len() > LONGEST {
        return false;
    }
    let bare = paragraph.trim_start_matches(['/', '(', '[']);
    let enclosed = bare.len() < paragraph.len();
    if let Some(name) = paragraph.strip_prefix("/s/").or_else(|| paragraph.strip_prefix("s/")) {
        return is_name(name.trim_start());
    }
    MARKS.signature.opening(bare).any(|sign| {
        let rest = &bare[sign.len()..];
        let name = rest.trim_start_matches([':', '.', ')', ']', '/', ' ']);
        let apart = rest.len() > name.len() || rest.is_empty();
        let signed = enclosed || rest.starts_with([':', '.']) || name.is_empty();
        apart && signed && (name.is_empty() || is_name(name))
    })
}

/// A name or initials alone, with an office below them, if anything. Of fewer words than `fewest`
/// only initials sign.
fn signs(paragraph: &str, fewest: usize) -> bool {
    let mut each = paragraph.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = each.next() else { return false };
    let name = first.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let below = each.clone().count();
    if is_classification(name) {
        return false;
    }
    are_initials(name)
        || words(name).count() >= fewest
            && is_name(name)
            && !ends_record(name)
            && below <= 2
            && each.all(|line| line.len() < LONGEST && is_office(line))
}

/// `End`, `END OF TAPE`: no name.
fn ends_record(name: &str) -> bool {
    words(name).next().is_some_and(|word| word.eq_ignore_ascii_case("end"))
}

/// `JFD`, `R.W.K.`, `McG. B.`; a word with a stop is said: `NATO.`
pub(crate) fn are_initials(line: &str) -> bool {
    let word = line.strip_suffix('.').is_some_and(|word| !word.contains(['.', ' ']));
    !word
        && line.len() <= 10
        && line.chars().filter(|c| c.is_uppercase()).count() >= 2
        && line.chars().all(|c| c.is_uppercase() || matches!(c, '.' | ' ' | 'c'))
}

/// One to four words that a name may have, and no stop after them.
fn is_name(line: &str) -> bool {
    let stopped = line.ends_with(['.', '?', '!', ':', ',', ';', '—', '…', '”', '"', ')'])
        && !line.ends_with("Jr.")
        && !line.ends_with("Sr.");
    let part = |word: &str| {
        let bare = word.trim_matches(['.', ',', '[', ']']);
        bare.starts_with(char::is_uppercase)
            && bare
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '[' | ']'))
            || matches!(
                bare,
                "de" | "von" | "van" | "der" | "den" | "di" | "da" | "la" | "bin" | "al"
            )
    };
    !stopped
        && !line.is_empty()
        && line.len() <= 40
        && line.starts_with(char::is_uppercase)
        && line.split_whitespace().count() <= 5
        && line.split_whitespace().all(part)
        && line.chars().any(char::is_lowercase)
}

/// `Brigadier General, TA`, `First Secretary of Embassy`: no sentence, and every longer word begins
/// as a name does.
fn is_office(line: &str) -> bool {
    !line.ends_with(['.', '?', '!', ':', ';', '”', '"'])
        && line.starts_with(char::is_uppercase)
        && words(line).count() <= 8
        && words(line)
            .filter(|word| word.len() > 3)
            .all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_that_say_so() {
        for line in [
            "/s/ J. Orlo",
            "(signed) Marn Orlo",
            "[signed] Orlo",
            "Signed: Marn Orlo",
            "Sgd. M. Orlo",
            "/signed/",
            "Подпись: М. Орлов",
        ] {
            assert!(is_marked(line), "{line}");
        }
        for near in [
            "Signed in Taver by both sides.",
            "Signed treaties bind us",
            "Signatures of both were there",
            "Initials Orlo",
            "s/he came",
        ] {
            assert!(!is_marked(near), "{near}");
        }
    }

    #[test]
    fn names_that_sign_where_nothing_follows() {
        for line in [
            "JFO",
            "McG. B.",
            "Marn Orlo",
            "Orlo",
            "S. Everett Orlo, Jr.",
            "M. Orlo\nColonel, TA",
            "Orlo 3",
        ] {
            assert!(signs(line, 1), "{line}");
        }
        for near in [
            "Yes.",
            "End",
            "End of Conversation",
            "Recommendation:",
            "TOP SECRET",
            "the dam",
            "The mine is shut",
            "M. Orlo\nIt rained all day.",
            "C",
        ] {
            assert!(!signs(near, 1), "{near}");
        }
        assert!(!signs("Orlo", 2) && signs("Marn Orlo", 2) && signs("MO", 2));
    }
}
