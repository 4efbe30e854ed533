//! Words, and what hangs on their edges.

use nom::Offset;

/// Gives the words of a text: what stands between white space.
pub(crate) fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> + Clone {
    text.split_whitespace()
}

/// Gives a word without the brackets, quotes, commas and colons around it; stops stay.
pub(crate) fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| {
        matches!(
            c,
            ',' | ';'
                | ':'
                | '('
                | ')'
                | '（'
                | '）'
                | '['
                | ']'
                | '“'
                | '”'
                | '"'
                | '*'
                | '/'
                | '?'
                | '!'
        )
    })
}

/// Gives the place of a slice in the text that it was cut from.
pub(crate) fn place(text: &str, slice: &str) -> usize {
    text.offset(slice)
}

/// Gives the text from the first byte of one slice to the last byte of another.
pub(crate) fn through<'t>(text: &'t str, first: &str, last: &str) -> &'t str {
    let (from, to) = (place(text, first), place(text, last) + last.len());
    text.get(from..to).unwrap_or("")
}

/// Joins what is broken over lines: white space becomes one space, a word broken at a hyphen is
/// made whole.
pub(crate) fn squeeze(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for (i, line) in text.lines().enumerate() {
        let broken =
            i > 0 && joined.ends_with('-') && line.trim_start().starts_with(char::is_lowercase);
        if broken {
            joined.pop();
        }
        for (j, word) in words(line).enumerate() {
            let halves = broken && j == 0;
            if !halves && !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(word);
        }
    }
    joined
}

/// Takes a footnote's callout from the end: digits after a letter, a stop or a bracket, or the
/// digits that follow the four of a year.
pub(crate) fn without_callout(text: &str) -> &str {
    let text = text.trim_end();
    let body = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - body.len();
    let Some(last) = body.chars().next_back() else { return text };
    match digits {
        0 => text,
        1..=2
            if last.is_alphabetic() || matches!(last, '.' | ')' | ']' | '”' | '"' | '’' | ',') =>
        {
            body
        }
        1..=2 if last == ' ' && names_no_count(body) => body.trim_end(),
        5..=6 if matches!(&text[body.len()..][..2], "18" | "19" | "20") => &text[..body.len() + 4],
        _ => text,
    }
}

/// Tells whether a number after these words would not belong to them: `May 5`, `Session 2`.
fn names_no_count(before: &str) -> bool {
    let Some(last) = words(before).next_back() else { return false };
    !crate::grammar::title::is_counted(last) && last.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callouts_are_taken_off_and_years_stay() {
        for (written, expected) in [
            ("Memorandum of Conversation1", "Memorandum of Conversation"),
            ("Rivel, 9:30 p.m.12", "Rivel, 9:30 p.m."),
            ("Rivel, March 16, 19561", "Rivel, March 16, 1956"),
            ("Rivel, March 16, 1956", "Rivel, March 16, 1956"),
            ("the Envoy (Orlo) 0", "the Envoy (Orlo)"),
            ("Rivel, March 16", "Rivel, March 16"),
            ("Minutes of Session 2", "Minutes of Session 2"),
            ("1", "1"),
        ] {
            assert_eq!(without_callout(written), expected);
        }
    }

    #[test]
    fn broken_lines_are_joined() {
        assert_eq!(squeeze("Marta\n      Orlo-\n   va  Rivel"), "Marta Orlova Rivel");
        assert_eq!(squeeze("Anglo-\nVestan"), "Anglo- Vestan");
    }
}
