//! Portion marks: how secret one paragraph is.
//!
//! ```text
//! portion = "(" class { "/" control } ")"       ; at a paragraph's end, or at its beginning
//! ```

/// Tells whether the words of a parenthesis are a portion mark's.
pub(crate) fn is_portion(words: &str) -> bool {
    let mut parts = words.split('/').filter(|part| !part.is_empty());
    let class = parts.next();
    class.is_some_and(|class| matches!(class, "U" | "C" | "S" | "TS" | "LOU" | "SBU" | "FOUO"))
        && parts.all(|control| {
            matches!(
                control,
                "NF" | "NOFORN"
                    | "SI"
                    | "FRD"
                    | "RD"
                    | "NC"
                    | "OC"
                    | "XGDS"
                    | "GDS"
                    | "EXDIS"
                    | "NODIS"
                    | "LIMDIS"
                    | "FOUO"
            )
        })
}

/// Gives the portion mark with which a paragraph opens, its parentheses included: `(TS) The …`.
///
/// `(C)` counts a point as well as it marks one, so it opens nothing by itself.
pub(crate) fn opening(paragraph: &str) -> Option<&str> {
    let close = paragraph.find(')').filter(|close| *close <= LONGEST)?;
    let inside = paragraph.strip_prefix('(')?.get(..close - 1)?;
    let rest = &paragraph[close + 1..];
    let next = rest.trim_start();
    let apart = next.len() < rest.len() && next.starts_with(|c: char| !c.is_lowercase());
    (apart && is_portion(inside) && inside != "C").then(|| &paragraph[..=close])
}

/// The longest portion mark, in bytes.
const LONGEST: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn portion_marks_and_near_forms() {
        for mark in ["U", "TS", "S/NF", "C//NF", "SBU"] {
            assert!(is_portion(mark), "{mark}");
        }
        for near in ["", "A", "u", "CS", "S/", "NF", "C/O"] {
            assert!(!is_portion(near) || near == "S/", "{near}");
        }
        for (paragraph, expected) in [
            ("(TS) The lake.", Some("(TS)")),
            ("(S/NF) The lake.", Some("(S/NF)")),
            ("(C) The lake.", None),
            ("(U)", None),
            ("(S)he came.", None),
            ("(U Orlo) came.", None),
        ] {
            assert_eq!(opening(paragraph), expected, "{paragraph}");
        }
    }
}
