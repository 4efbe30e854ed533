//! Codes that name the rule by which something is withheld.

/// The words with which codes of exemption begin: of orders on secrecy, of an agency.
pub(crate) const CODES: [&str; 5] = ["25X", "50X", "STATINTL", "STATOTHR", "STATSPEC"];

/// Recognises the code of an exemption and nothing else: `25X1A`, `50X1-HUM`, `(b)(1)`, `STATINTL`.
pub(crate) fn exemption(words: &str) -> Option<&str> {
    let bare = words.trim();
    let point = |rest: &str| {
        rest.len() <= 8
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    // `50X1`, `50X1-HUM`; a board may measure 50X60.
    let coded = bare.strip_prefix("25X").is_some_and(point)
        || bare
            .strip_prefix("50X")
            .is_some_and(|rest| point(rest) && matches!(&rest[1..], "" | "-HUM" | "-WMD"));
    let paragraph = |words: &str| {
        if !words.starts_with(['(', 'b']) {
            return false;
        }
        let rest = words.trim_start_matches("(b)").trim_start_matches('b').trim_start();
        rest.len() < words.len()
            && rest.starts_with('(')
            && rest.ends_with(')')
            && rest.len() <= 12
            && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | ' '))
            && rest.chars().any(|c| c.is_ascii_digit())
    };
    let law = bare.starts_with(['E', 'F'])
        && ["E.O. ", "EO ", "E.O.", "FOIA "].iter().any(|law| bare.starts_with(law));
    let named = bare.starts_with("STAT") && CODES.contains(&bare);
    (coded || named || paragraph(bare) || law && names_point(bare)).then_some(bare)
}

/// Tells whether words name a point of an order or a law, and say nothing: `EO 12958 3.4(b)(1)`;
/// not `FOIA request pending`.
fn names_point(words: &str) -> bool {
    const PARTS: [&str; 5] = ["sec", "section", "sections", "exemption", "exemptions"];
    words.len() <= 40
        && words.contains(|c: char| c.is_ascii_digit())
        && words.split(|c: char| !c.is_alphabetic()).all(|word| {
            word.chars().filter(|c| c.is_lowercase()).count() <= 1
                || PARTS.iter().any(|part| word.eq_ignore_ascii_case(part))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_exemption_and_near_forms() {
        for code in [
            "25X1",
            "25X1A6a",
            "25X68",
            "50X1-HUM",
            "STATINTL",
            "STATSPEC",
            "(b)(1)",
            "b(3)",
            "(b) (1)",
            "FOIA (b)(6)",
            "E.O. 12958, Sec. 3.4(b)",
        ] {
            assert_eq!(exemption(code), Some(code));
        }
        for near in [
            "25X",
            "50X60",
            "(b) the mine",
            "2 pages",
            "1 line of defence",
            "the lines",
            "",
            "1985",
            "FOIA request pending",
            "EO 5 was signed",
            "the paper was declassified",
        ] {
            assert_eq!(exemption(near), None, "{near}");
        }
    }
}
