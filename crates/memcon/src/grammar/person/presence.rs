//! Marks of part-time presence: `(part-time)`, `(for Item 2)`, `(after 6:00 p.m.)`.

use crate::grammar::fold::same;
use crate::grammar::words::{bare, words};

/// With these a mark of presence begins.
const LEADS: [&str; 16] = [
    "for",
    "after",
    "before",
    "until",
    "till",
    "from",
    "during",
    "item",
    "items",
    "participating",
    "part",
    "part-time",
    "partial",
    "partly",
    "only",
    "temporarily",
];

/// Finds the marks in a mention that tell when somebody was there.
///
/// ```text
/// presence = "(" ("part-time" | "in part" | "for Item 2" | "after 6:00 p.m." | … "only") ")"
/// ```
pub(crate) fn presence(mention: &str) -> impl Iterator<Item = &str> {
    let opened = mention.split('(').skip(1);
    opened.filter_map(|rest| rest.split(')').next()).filter(|inside| is_presence(inside))
}

pub(super) fn is_presence(inside: &str) -> bool {
    let mut all = words(inside).map(bare);
    let Some(first) = all.next() else { return false };
    let second = all.next().unwrap_or("");
    let last = words(inside).next_back().map_or("", bare);
    let part = ["in", "joined", "left", "present"].iter().any(|word| same(word, first))
        && ["part", "at", "only", "for", "after", "late", "early", "during"]
            .iter()
            .any(|word| same(word, second));
    let led = LEADS.iter().any(|word| same(word, first))
        // `(for Secretary Orlo)` stands in for somebody.
        && (!same(first, "for") || is_of_time(inside))
        && (!same(first, "from") || is_of_time(inside));
    (part || led || same(last, "only")) && words(inside).count() <= 12
}

/// Whether words after `for` or `from` tell a time or a part of the talk.
fn is_of_time(inside: &str) -> bool {
    inside.contains(|c: char| c.is_ascii_digit())
        || words(inside).map(bare).any(|word| {
            ["part", "item", "items", "beginning", "end", "first", "last", "portion", "half"]
                .iter()
                .any(|time| same(time, word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_presence() {
        for (mention, expected) in [
            ("Mr. Orlo (part-time)", "part-time"),
            ("Mr. Orlo (in part)", "in part"),
            ("Chairman Orlo (for Items 4 and 5)", "for Items 4 and 5"),
            ("Mr. Orlo, EUR (Item 2)", "Item 2"),
            ("Marta Orlo (notetaker) (after 6:00 p.m.)", "after 6:00 p.m."),
            ("Mr. Orlo (Vesta only)", "Vesta only"),
            ("Mr. Orlo (participating in Item 1)", "participating in Item 1"),
        ] {
            assert_eq!(presence(mention).collect::<Vec<_>>(), [expected], "{mention}");
        }
        for mention in [
            "Mr. Orlo (interpreter)",
            "Mr. Orlo (for Secretary Rivel)",
            "Mr. Orlo",
            "A (",
            "(Orlo)",
        ] {
            assert_eq!(presence(mention).next(), None, "{mention}");
        }
    }
}
