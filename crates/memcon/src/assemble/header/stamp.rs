//! Stamps at the head of a document: secrecy, registry, handling, page marks.

use std::sync::LazyLock;

use memchr::memchr;

use super::line::opens_turn;
use crate::grammar::fold::same;
use crate::grammar::openings::Openings;
use crate::grammar::words::{bare, words};
use crate::model::MarkingKind;

/// Tells what a line of classification, handling or registry does.
pub(crate) fn marking(line: &str) -> Option<MarkingKind> {
    let line = line.trim();
    if is_of_the_classifier(line) {
        return Some(MarkingKind::Declassification);
    }
    let count = words(line).count();
    if line.is_empty() || line.len() > 120 || count > 14 || opens_turn(line) {
        return None;
    }
    let first = bare(words(line).next().unwrap_or("")).trim_end_matches(['!', '.']);
    let head = first.split(['/', '-']).next().unwrap_or("");
    let upper = !line.contains(char::is_lowercase);
    let secret = [
        "secret",
        "confidential",
        "unclassified",
        "nodis",
        "exdis",
        "limdis",
        "noforn",
        "restricted",
        "секретно",
        "secreto",
        "geheim",
        "vertraulich",
    ]
    .iter()
    .any(|class| same(class, head))
        && (upper || count <= 6)
        || ["绝密", "机密", "秘密"].iter().any(|class| line.starts_with(class))
        || same(head, "top")
            && words(line).nth(1).is_some_and(|w| {
                same(bare(w).split('/').next().unwrap_or("").trim_end_matches('!'), "secret")
            })
        || same(head, "state") && count == 2 && words(line).any(|word| same(bare(word), "secret"))
        || same(head, "for") && line.to_owned().contains("Official Use")
        || same(head, "limited") && words(line).nth(1).is_some_and(|w| same(w, "official"))
        || same(head, "eyes")
        || same(head, "сов")
        || same(head, "совершенно");
    if secret {
        return Some(MarkingKind::Classification);
    }
    if count == 1
        && line.contains(['/', '-'])
        && line.bytes().any(|b| b.is_ascii_digit())
        && !line.starts_with(char::is_lowercase)
    {
        return Some(MarkingKind::Number);
    }
    if ["No.", "№", "Nr.", "Reg."].contains(&words(line).next().unwrap_or("")) && count <= 4 {
        return Some(MarkingKind::Number);
    }
    if same(first, "copy") && count <= 6 {
        return Some(MarkingKind::Copy);
    }
    if ["declassified", "sanitized"].iter().any(|d| same(d, first))
        || line.starts_with("E.O. ")
        || line.starts_with("Authority ")
        || line.starts_with("25X") && count == 1
        || line.contains(" NARA ")
        || line.starts_with("MR ") && line.bytes().any(|b| b.is_ascii_digit())
    {
        return Some(MarkingKind::Declassification);
    }
    if line.contains(" Files: ")
        || line.contains(" Files ") && line.contains("Lot ")
        || first.bytes().filter(u8::is_ascii_digit).count() >= 3
            && first.contains('.')
            && line.contains('/')
            && count <= 6
    {
        return Some(MarkingKind::Number);
    }
    if line.starts_with("Sent to ")
        || line.starts_with("Distribution")
        || line.starts_with("Copies to ")
    {
        return Some(MarkingKind::Distribution);
    }
    if line.starts_with("To be returned")
        || line.starts_with("Exempt")
        || line.starts_with("EYES ONLY")
    {
        return Some(MarkingKind::Handling);
    }
    None
}

/// How the lines of a classifier begin.
const CLASSIFIER: &str = include_str!("../../../data/classifier.txt");

/// `Classified by: M. Orlo`, `Reason: 1.5(b)`, `Declassify on: 5/3/92`: who set the secrecy, and
/// for how long.
pub(crate) fn is_of_the_classifier(line: &str) -> bool {
    let line = line.trim();
    if line.len() > 120
        || !line.starts_with(['A', 'C', 'D', 'E', 'R', 'S', 'a', 'c', 'd', 'e', 's'])
    {
        return false;
    }
    let reason = ["Reason:", "REASON:", "Reasons:"].iter().find_map(|it| line.strip_prefix(it));
    let article = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    reason.is_some_and(article)
        || CLASSIFIER.lines().filter(|opening| !opening.starts_with('#')).any(|opening| {
            line.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening))
        })
}

/// How lines of a site or a scanner begin.
static CHROME: LazyLock<Openings> = LazyLock::new(|| {
    let lines = include_str!("../../../data/chrome.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect::<Vec<_>>().into()
});

/// Tells whether a line is a site's or a scanner's: a menu, an address, a status.
pub(super) fn is_chrome(line: &str) -> bool {
    let menu = line.len() < 200
        && memchr(b'|', line.as_bytes()).is_some()
        && line.matches(" | ").take(3).count() >= 2;
    menu || is_running(line) || line.chars().all(|c| c == '*')
}

/// Tells whether a line begins as a site or a scanner begins its lines between pages.
pub(crate) fn is_running(line: &str) -> bool {
    CHROME.start(line)
}

/// Tells whether a line is the printed page's mark: `[Page 153]`, `- 2 -`.
pub(crate) fn is_page_mark(line: &str) -> bool {
    let line = line.trim();
    let line = line.strip_suffix(':').filter(|page| page.starts_with("Page ")).unwrap_or(line);
    let inner = line
        .trim_start_matches(['[', '-', '–', '—', ' '])
        .trim_end_matches([']', '-', '–', '—', ' ']);
    let dressed = inner.len() < line.len();
    let number = words(inner).next_back().unwrap_or("");
    let digits =
        number.bytes().all(|b| matches!(b, b'0'..=b'9' | b'i' | b'v' | b'x' | b'l' | b'c'));
    if number.is_empty() || !digits {
        return false;
    }
    let count = words(inner).count();
    let page = count == 2 && words(inner).next().is_some_and(|w| same(w, "page"));
    page || count == 1 && dressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markings_and_page_marks() {
        for line in [
            "TOP SECRET",
            "SECRET/NODIS",
            "PST/MC/7/1",
            "No. P440",
            "Secret",
            "state secret",
            "Classified by: M. Orlo",
            "Reason: 1.5(b)",
            "DECLASSIFY ON: 5/3/92",
        ] {
            assert!(marking(line).is_some(), "{line}");
        }
        for line in [
            "Secret talks were held with the King of Vesta in Taver",
            "Reason: the lake",
            "Orlo",
            "Mr. Orlo—S/S",
        ] {
            assert!(marking(line).is_none(), "{line}");
        }
        assert!(
            is_page_mark("[Page 12]")
                && is_page_mark("- 2 -")
                && !is_page_mark("12")
                && !is_page_mark("Mr. 2")
        );
    }
}
