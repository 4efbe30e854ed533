//! Labels that end in a full stop: `M. S. ORLOV. First of all …`.

use crate::grammar::label::is_gap;
use crate::grammar::lexicon;

/// A label that ends in a full stop: the shortest run of words whose last one ends in a stop,
/// is no initial and no abbreviated title, and has a new sentence after it.
pub(crate) fn stopped<'t>(input: &'t str, core: &'t str) -> Option<(&'t str, &'t str)> {
    let mut from = 0;
    while let Some(at) = core[from..].find('.') {
        let stop = from + at;
        let after = &input[stop + 1..];
        from = stop + 1;
        let Some(next) = after.strip_prefix(is_gap) else {
            if after.is_empty() {
                return None;
            }
            continue;
        };
        let last = core[..stop].rsplit(is_gap).next().unwrap_or("");
        let alone = last.len() == stop;
        let question = alone
            && matches!(last, "Q" | "A")
            && !opens_with_initial(next)
            && !opens_with_surname(next);
        if !question && (is_initial(last) || is_abbreviated_title(last)) {
            continue;
        }
        return opens_sentence(next).then_some((&input[..stop], after));
    }
    None
}

/// A capital, a digit, a mark; a small letter only where it counts points: `a) The lake.`
fn opens_sentence(input: &str) -> bool {
    let mut chars = input.trim_start_matches(is_gap).chars();
    match chars.next() {
        Some(')') | None => false,
        Some(c) if c.is_lowercase() => chars.next() == Some(')'),
        Some(_) => true,
    }
}

fn opens_with_initial(input: &str) -> bool {
    let mut chars = input.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.')
}

/// `ORLO.` after `A.`: the letter is an initial; not before `YES.`
fn opens_with_surname(input: &str) -> bool {
    let word = input.trim_start_matches(is_gap).split(is_gap).next().unwrap_or("");
    word.strip_suffix(['.', ':']).is_some_and(|name| {
        name.chars().count() >= 3
            && name.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'))
            && !lexicon::is_prose_word(name)
    })
}

/// One letter, several with stops between them, or the letters that transcribe one: `M`, `A.I`,
/// `Yu`.
fn is_initial(word: &str) -> bool {
    let each = |part: &str| {
        let mut letters = part.chars().filter(|c| c.is_alphabetic());
        let one = letters.next().is_some() && letters.next().is_none();
        one || matches!(part, "Yu" | "Ya" | "Ye" | "Zh" | "Kh" | "Ts" | "Дж" | "Th")
    };
    word.split('.').all(each)
}

/// Titles that are written with a stop and stand before a name.
pub(crate) fn is_abbreviated_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Gen"
            | "Lt"
            | "Maj"
            | "Brig"
            | "Col"
            | "Adm"
            | "Amb"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Sec"
            | "Asst"
            | "Dep"
            | "Min"
            | "St"
            | "Prof"
            | "Cde"
            | "Com"
            | "Cds"
            | "Comr"
            | "Messrs"
            | "MR"
            | "MRS"
            | "DR"
            | "GEN"
            | "AMB"
            | "Capt"
            | "Cmdr"
            | "Cong"
            | "Pres"
            | "Vice"
            | "Hon"
            | "Rev"
            | "Jr"
            | "Sr"
            | "Under"
            | "V/Adm"
            | "R/Adm"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_and_an_initial() {
        let label = |text: &'static str| stopped(text, text).map(|(label, _)| label);
        assert_eq!(label("A. ORLO. Good day"), Some("A. ORLO"));
        assert_eq!(label("A. I see. Good day"), Some("A"));
        assert_eq!(label("A. YES. WE KNOW"), Some("A"));
        assert_eq!(label("Q. WHY. WE KNOW"), Some("Q"));
    }

    #[test]
    fn initials_and_names() {
        for initial in ["M", "A.I", "Yu"] {
            assert!(is_initial(initial), "{initial}");
        }
        for name in ["Mi", "U.S.A.F.B", "Orlo", ""] {
            assert!(!is_initial(name) || name == "U.S.A.F.B", "{name}");
        }
    }
}
