//! The speech alone: lines joined, words rejoined, marks that nobody spoke left out.

use memchr::memchr2_iter;

use crate::model::Note;
use crate::span::Span;

/// Gives the words of a turn. Paragraphs are set apart by a blank line; the notes must be in
/// order, and those outside speech are left out.
pub(crate) fn speech(text: &str, paragraphs: &[Vec<Span>], notes: &[Note]) -> String {
    let length = paragraphs.iter().flatten().map(|part| part.len() + 1).sum();
    let mut spoken = String::with_capacity(length);
    let begins = paragraphs.iter().flatten().next().map_or(0, |part| part.start);
    for paragraph in paragraphs {
        let before = spoken.len();
        for part in paragraph {
            if spoken.len() > before {
                line_end(&mut spoken, part.of(text));
            }
            for kept in without_notes(*part, begins, notes) {
                push(&mut spoken, kept.of(text));
            }
        }
        spoken.truncate(spoken.trim_end().len().max(before));
        if spoken.len() > before {
            spoken.push_str("\n\n");
        }
    }
    spoken.truncate(spoken.trim_end().len());
    spoken
}

/// How many notes back one may stand that still reaches into a part.
const NESTED: usize = 8;

/// The stretches of a part between the notes outside speech. A note that begins before the turn's
/// words do, as a bracket around a label, leaves them to the speaker.
pub(crate) fn without_notes(
    part: Span,
    begins: usize,
    notes: &[Note],
) -> impl Iterator<Item = Span> {
    let outside = reaching(part, notes).filter(move |note| note.start >= begins);
    let mut at = part.start;
    outside.chain([Span::new(part.end, part.end)]).filter_map(move |note| {
        let kept = Span::new(at, note.start.max(at));
        at = at.max(note.end);
        (!kept.is_empty()).then_some(kept)
    })
}

/// Tells whether a note outside speech cuts into words, as a running head that has but one of
/// their quotation marks.
pub(crate) fn are_cut(words: Span, notes: &[Note]) -> bool {
    reaching(words, notes).any(|note| note.crosses(words))
}

/// The notes outside speech that reach into a part.
fn reaching(part: Span, notes: &[Note]) -> impl Iterator<Item = Span> {
    let first = notes.partition_point(|note| note.span.start < part.start);
    // A note may begin in another part and end in this one, others within it.
    let earlier = notes[first.saturating_sub(NESTED)..first].iter();
    let within = notes[first..].iter().take_while(move |note| note.span.start < part.end);
    let outside = earlier.chain(within).filter(|note| note.kind.is_outside_speech());
    outside.map(|note| note.span)
}

/// Adds words, their line ends read as spaces.
fn push(spoken: &mut String, words: &str) {
    let (mut from, mut first) = (0, true);
    for end in memchr2_iter(b'\n', b'\r', words.as_bytes()).chain(std::iter::once(words.len())) {
        let line = &words[from..end];
        from = end + 1;
        let kept = line.trim_start();
        if kept.is_empty() {
            continue;
        }
        if first {
            add(spoken, line);
        } else {
            line_end(spoken, kept);
            add(spoken, kept);
        }
        first = false;
    }
    if first {
        space(spoken);
    }
}

/// Adds words of one line; two spaces never meet.
fn add(spoken: &mut String, words: &str) {
    let kept = words.trim_start();
    if kept.len() < words.len() {
        space(spoken);
    }
    if kept.starts_with(['.', ',', ';', '?', '!']) && spoken.ends_with(' ') {
        spoken.pop();
    }
    spoken.push_str(kept);
}

fn space(spoken: &mut String) {
    if !spoken.is_empty() && !spoken.ends_with([' ', '\n']) {
        spoken.push(' ');
    }
}

/// Ends a line: a word broken with a hyphen is rejoined, otherwise a space stands.
fn line_end(spoken: &mut String, next: &str) {
    let kept = spoken.trim_end().len();
    let mut back = spoken[..kept].chars().rev();
    let broken = back.next() == Some('-') && back.next().is_some_and(char::is_lowercase);
    if broken && next.starts_with(char::is_lowercase) {
        spoken.truncate(kept - 1);
    } else if broken {
        spoken.truncate(kept);
    } else {
        space(spoken);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::NoteKind;

    #[test]
    fn lines_words_and_notes_are_joined() {
        let text = "We shall see the whole fron-\ntier soon.2 The [Page 4] mine (laughter) is\n   \
                    open.";
        let at = |mark: &str| {
            let start = text.find(mark).unwrap();
            Span::new(start, start + mark.len())
        };
        let note = |kind, mark: &str| Note::new(kind, at(mark), String::new(), None);
        let notes = [
            note(NoteKind::Callout, "2"),
            note(NoteKind::PageMark, "[Page 4]"),
            note(NoteKind::Stage, "(laughter)"),
        ];
        let parts = vec![vec![Span::new(0, text.len())], vec![at("open.")]];
        assert_eq!(
            speech(text, &parts, &notes),
            "We shall see the whole frontier soon. The mine is open.\n\nopen."
        );
    }
}
