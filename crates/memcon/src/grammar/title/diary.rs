//! Whose diary a title names: `From the Diary of S. V. Orlo, Ambassador of Vesta`.

use crate::grammar::fold::same;
use crate::grammar::lexicon::{is_role_adjective, is_role_word};
use crate::grammar::words::{bare, place, words};

/// What the book is called; the Russian word is in the case in which a title has it.
const BOOKS: [&str; 4] = ["diary", "journal", "дневника", "tagebuch"];
/// What stands between the book and its writer.
const OF: [&str; 4] = ["of", "von", "des", "der"];

/// Gives the writer of the diary from which a record is taken, with the office that follows.
///
/// ```text
/// diarist = ("diary" | "journal" | "дневника" | …) ["of"] person {"," office}
/// ```
pub(super) fn diarist(title: &str) -> Option<&str> {
    let book = words(title).find(|word| BOOKS.iter().any(|book| same(book, bare(word))))?;
    if book.ends_with([',', ':', ';', '.']) {
        return None;
    }
    let mut after = title[place(title, book) + book.len()..].trim_start();
    if let Some(of) = words(after).next().filter(|word| OF.iter().any(|of| same(of, word))) {
        after = after[of.len()..].trim_start();
    }
    let stop = after.find(['"', '“', '«', ':', ';', '(', '\n']).unwrap_or(after.len());
    let after = &after[..stop];
    let mut end = after.find(',').unwrap_or(after.len());
    while let Some(rest) = after[end..].strip_prefix(',') {
        let office = words(rest).next().map(bare);
        if !office.is_some_and(|word| is_role_word(word) || is_role_adjective(word)) {
            break;
        }
        end += 1 + rest.find(',').unwrap_or(rest.len());
    }
    let named = after[..end].trim_end_matches([' ', '.', ',']);
    named.contains(char::is_uppercase).then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diarists() {
        for (title, expected) in [
            ("From the Diary of S. V. Orlo", Some("S. V. Orlo")),
            (
                "From the Journal of S. V. ORLO, Ambassador of Vesta, Record of Conversation with Rivel",
                Some("S. V. ORLO, Ambassador of Vesta"),
            ),
            ("From the Diary of S. V. Orlo, “Record of a Talk,” 5 March 1957", Some("S. V. Orlo")),
            ("Из дневника С. В. Орло: Запись беседы", Some("С. В. Орло")),
            ("From the diary: Record of Conversation", None),
            ("From the Diary", None),
        ] {
            assert_eq!(diarist(title), expected, "{title}");
        }
    }
}
