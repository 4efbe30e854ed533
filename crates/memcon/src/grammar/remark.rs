//! Remarks on the talk: what happened, what an interpreter or translator adds, an editor's note.

use crate::grammar::cue;
use crate::grammar::first_person::is_said;
use crate::grammar::lexicon;
use crate::grammar::mark_words::MARKS;
use crate::grammar::words::words as each_word;
use crate::model::NoteKind;

/// Tells what a remark in brackets is.
pub(crate) fn remark(words: &str) -> Option<NoteKind> {
    if is_stage(words) {
        return Some(NoteKind::Stage);
    }
    if is_interpreters(words) || is_language(words) {
        return Some(NoteKind::Interpreter);
    }
    MARKS.editor.open_with_words(words).then_some(NoteKind::Editorial)
}

/// Tells whether a short remark says what happened: laughter, a nod, a gesture.
pub(crate) fn is_stage(words: &str) -> bool {
    if is_said(words) {
        return false;
    }
    if !is_short(words) {
        return is_at_this_point(words);
    }
    if MARKS.stage.open(words)
        || MARKS.event.opening(words).any(|event| ends(&words[event.len()..]))
    {
        return true;
    }
    let laughs = each_word(words).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        matches!(word, "laughter" | "laughs" | "laughing" | "nods" | "smiles")
    });
    laughs
        || makes_a_gesture(words)
        || is_at_this_point(words)
        || is_to_somebody(words)
        || MARKS.tongue.opening(words).any(|verb| is_one_name(&words[verb.len()..]))
}

/// The most words of a sentence that says what happened at a point of the talk.
const LONGEST_DEED: usize = 24;

/// "At this point the interpreter arrived.", "Mr. Orlo left at this point.": a sentence of its own.
fn is_at_this_point(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && each_word(words).nth(LONGEST_DEED).is_none()
        && each_word(words).nth(4).is_some()
        && !words.contains(|c: char| c.is_ascii_digit())
        && (reads_as_event(words) || each_word(words).any(is_of_the_record))
        // "At this point Orlo demurred and said …" is a report.
        && !cue::opens_report(words)
        && std::iter::once(0)
            .chain(words.match_indices(' ').map(|(space, _)| space + 1))
            .any(|at| MARKS.at_this_point.open_with_words(&words[at..]))
}

/// What is heard, read or recorded in a talk.
fn is_of_the_record(word: &str) -> bool {
    const OF_THE_RECORD: &[&str] = &[
        "recording",
        "tape",
        "read",
        "reads",
        "begins",
        "telephone",
        "showed",
        "handed",
        "called",
    ];
    OF_THE_RECORD.contains(&word.trim_matches(|c: char| !c.is_alphabetic()))
}

/// `To Miss Orlo`, `To the Interpreter`: to whom the speaker turns.
fn is_to_somebody(words: &str) -> bool {
    let Some(name) = words.strip_prefix("To ") else { return false };
    let name = name.strip_prefix("the ").unwrap_or(name);
    each_word(name).next().is_some_and(lexicon::is_title_word)
        && each_word(name).all(|word| word.starts_with(char::is_uppercase))
        && each_word(name).nth(4).is_none()
        && !name.ends_with('.')
}

/// One word as names are written, and nothing else.
fn is_one_name(rest: &str) -> bool {
    let name = rest.trim_matches([' ', '.']);
    name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic)
}

/// Where a remark ends.
fn ends(rest: &str) -> bool {
    rest.trim_end_matches(['.', '!', ':', ' ']).is_empty()
}

/// How many words may stand before a gesture: "The Foreign Minister points to the map."
const SUBJECT: usize = 5;

/// "He points to the map", "turns to Vesta": somebody, if anybody, and a gesture.
fn makes_a_gesture(words: &str) -> bool {
    let mut at = 0;
    for (place, word) in each_word(words).take(SUBJECT + 1).enumerate() {
        let start = at + words[at..].find(word).unwrap_or(0);
        if MARKS.gesture.open_with_words(&words[start..]) {
            return true;
        }
        if place > 0
            && MARKS.exit.opening(&words[start..]).any(|exit| words[start + exit.len()..] == *".")
        {
            return true;
        }
        let subject = word.starts_with(char::is_uppercase)
            || place == 0 && matches!(word, "he" | "she" | "they" | "the")
            || matches!(word, "of" | "the" | "then" | "again");
        if !subject {
            return false;
        }
        at = start + word.len();
    }
    false
}

/// The words of an interpreter, or of a translator about them.
pub(crate) fn is_interpreters(words: &str) -> bool {
    is_short(words)
        && (MARKS.interpreter.open_with_words(words)
            || MARKS.interprets.opening(words).any(|who| speaks(&words[who.len()..])))
}

/// What may follow "Interpreter": nothing, a stop, his remark, what he does.
fn speaks(rest: &str) -> bool {
    let own = rest.strip_prefix("'s ").or_else(|| rest.strip_prefix("’s "));
    match own.or_else(|| rest.strip_prefix(' ')) {
        Some(next) => MARKS.remark.open_with_words(next),
        None => !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-')),
    }
}

/// `[in Russian]`, `[speaks French]`.
fn is_language(words: &str) -> bool {
    ["in ", "In ", "speaks ", "Speaks "]
        .iter()
        .filter_map(|lead| words.strip_prefix(lead))
        .any(|rest| MARKS.language.opening(rest).any(|language| ends(&rest[language.len()..])))
}

/// No remark on the talk has more than twelve words.
fn is_short(words: &str) -> bool {
    each_word(words).nth(12).is_none()
}

/// Tells whether a parenthesis that is a paragraph says what happened.
pub(crate) fn reads_as_event(words: &str) -> bool {
    const EVENTS: &[&str] = &[
        "entered",
        "enters",
        "left",
        "leaves",
        "joined",
        "joins",
        "returned",
        "returns",
        "ended",
        "adjourned",
        "interrupted",
        "departed",
        "arrived",
        "recess",
        "break",
        "record",
    ];
    words.split(|c: char| !c.is_alphabetic()).any(|word| EVENTS.contains(&word))
}
