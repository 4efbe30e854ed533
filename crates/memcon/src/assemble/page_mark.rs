//! Marks that tell where a page begins or ends.
//!
//! ```text
//! mark = "[" ( lead number | number lead | "end page" ) "]" | "Page " digits [ " of " digits ]
//! lead = "Page " | "p. " | "end of page " | "стр. " | …
//! ```

/// What stands before the number of a page in brackets; compared without the case of ASCII.
const LEADS: &[&str] = &[
    "page ",
    "page no. ",
    "facsimile page ",
    "typeset page ",
    "begin page ",
    "begin p. ",
    "beginning of page ",
    "start of page ",
    "end of page ",
    "end page ",
    "end p. ",
    "end p",
    "p. ",
    "p.",
    "Стр. ",
    "стр. ",
    "с. ",
    "л. ",
    "Seite ",
    "S. ",
];

/// Recognises a mark that tells where a page begins or ends.
pub(crate) fn is_page_mark(block: &str) -> bool {
    let inside = block.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match inside {
        Some(words) => is_bracketed(words),
        None => is_bare(block),
    }
}

/// `- 12 -`, `—12—`: the number of a page between dashes.
pub(crate) fn is_dashed_number(block: &str) -> bool {
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    block.strip_prefix(dash).and_then(|rest| rest.strip_suffix(dash)).is_some_and(|inside| {
        let number = inside.trim_matches(|c: char| dash(c) || c == ' ');
        (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_bracketed(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    if words.eq_ignore_ascii_case("end page") || words.eq_ignore_ascii_case("page break") {
        return true;
    }
    let chinese = words.strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
    if chinese.is_some_and(is_number) {
        return true;
    }
    // `[page 11 begins]`, `[page 11 ends here]`.
    let (words, told) = match words.split_once(" begins").or_else(|| words.split_once(" ends")) {
        Some((words, "" | " here")) => (words, true),
        Some(_) | None => (words, false),
    };
    // Markup may number its pages in any way.
    let any = |page: &str| page.len() <= 8 && page.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if words.strip_prefix("Page ").is_some_and(|page| !page.is_empty() && any(page)) {
        return true;
    }
    LEADS.iter().filter(|lead| !told || **lead == "page ").any(|lead| {
        let head = words.get(..lead.len());
        // A single letter before a number stands for a page in its own case only.
        let same = head.is_some_and(|head| {
            if lead.starts_with('S') { head == *lead } else { head.eq_ignore_ascii_case(lead) }
        });
        same && is_number(&words[lead.len()..])
    })
}

/// The longest bracket that marks a page, in bytes.
const LONGEST: usize = 40;

/// `79`, `XII`, `12a`, `12-13`.
fn is_number(number: &str) -> bool {
    !number.is_empty()
        && number.len() <= 8
        && number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '–'))
        && (number.bytes().any(|byte| byte.is_ascii_digit())
            || number.bytes().all(|byte| b"ivxlcIVXLC".contains(&byte)))
}

/// `Page 195` or `Page 1 of 19` alone, `Page:Orlo, Vey - May 3, 1974.pdf/2`.
fn is_bare(block: &str) -> bool {
    let digits = |page: &str| !page.is_empty() && page.bytes().all(|byte| byte.is_ascii_digit());
    let Some(rest) = block.strip_prefix("Page") else {
        let number = block.strip_prefix("Facsimile Page ");
        return number.or_else(|| block.strip_prefix("Typeset Page ")).is_some_and(digits);
    };
    if let Some((_, page)) = rest.strip_prefix(':').and_then(|scan| scan.rsplit_once('/')) {
        return digits(page);
    }
    rest.strip_prefix(' ').is_some_and(|number| match number.split_once(" of ") {
        Some((page, all)) => digits(page) && digits(all),
        None => number.len() <= 8 && digits(number),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_marks_and_near_forms() {
        for mark in [
            "[Page 79]",
            "[Page XII]",
            "[end page]",
            "Page 195",
            "Page 2 of 19",
            "[Facsimile Page 2]",
            "[end p7]",
            "[p. 7]",
            "[page 11 begins here]",
            "[Begin page 12]",
            "[стр. 7]",
            "[S. 12]",
            "[第7页]",
            "Page:Orlo, Vey - May 3, 1974.pdf/2",
        ] {
            assert!(is_page_mark(mark), "{mark}");
        }
        for near in [
            "[Page 3 of the original is missing.]",
            "Page proofs",
            "Pages 3",
            "79",
            "[end p]",
            "end p7",
            "[p. and q.]",
            "[s. 12]",
            "[pp. 7–9]",
            "p. 7",
            "[page proofs]",
            "[]",
        ] {
            assert!(!is_page_mark(near), "{near}");
        }
        assert!(is_dashed_number("- 12 -") && is_dashed_number("—3—"));
        assert!(!is_dashed_number("-") && !is_dashed_number("- Orlo -") && !is_dashed_number("12"));
    }
}
