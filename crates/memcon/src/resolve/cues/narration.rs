//! What in a record's prose nobody says: headings, editors' omissions, the drafter's comment,
//! what a council resolved.

use super::known;
use crate::assemble::ending;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Prose in which people may speak.
    Talk,
    /// A heading: a few words without a stop.
    Heading,
    /// Wholly in parentheses, or an editor's omission in brackets.
    Aside,
    /// An editor's omission, and what the bracket goes on to tell.
    Omission,
    /// Opens the drafter's comment or a resolution; what follows belongs to it until somebody
    /// speaks again.
    Comment,
}

/// The longest heading, in bytes.
const HEADING: usize = 120;

/// Tells what a paragraph is; `reports` tells whether it opens with a reporting clause.
pub(super) fn kind(paragraph: &str, reports: bool) -> Kind {
    let written = paragraph.trim();
    let bracket = written.starts_with('[') && written.ends_with(']') && !written[1..].contains('[');
    let parenthesis = written.starts_with('(')
        && written.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with(')')
        && closes_at_end(written);
    if parenthesis || !reports && ending::signs(written) {
        return Kind::Aside;
    }
    if is_comment(written) || (written.len() <= 40 && written.starts_with("Yours ")) {
        return Kind::Comment;
    }
    if bracket && !reports && is_editors(written) {
        return Kind::Omission;
    }
    let bare = written.trim_end_matches(|c: char| c.is_ascii_digit());
    let stopped = bare.ends_with(['.', '?', '!', ':', ';', ',', '”', '"', '’', ')', ']', '—', '…']);
    let heads = !stopped || is_clock(written) || is_timed(written) || is_call(written);
    if !reports && written.len() <= HEADING && heads {
        return Kind::Heading;
    }
    Kind::Talk
}

/// `4:50`, `5:06 p.m.`: when the next call came.
fn is_clock(written: &str) -> bool {
    let (hour, rest) = written.split_once(':').unwrap_or(("", ""));
    let minutes = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&hour.len())
        && hour.bytes().all(|byte| byte.is_ascii_digit())
        && rest.len() - minutes.len() == 2
        && matches!(minutes.trim(), "" | "." | "a.m." | "p.m." | "a. m." | "p. m." | "AM" | "PM")
}

/// `TELEPHONE CALL TO MR. ORLO, 5:06 p.m.`: capitals, and when.
fn is_timed(written: &str) -> bool {
    written.rsplit_once(", ").is_some_and(|(head, clock)| {
        is_clock(clock) && !head.contains(char::is_lowercase) && head.contains(char::is_uppercase)
    })
}

/// `Secretary Orlo (in Taver)`: who called, and from where.
fn is_call(written: &str) -> bool {
    let Some((who, place)) = written.split_once(" (") else { return false };
    place.ends_with(')')
        && !place.contains('(')
        && who.split(' ').count() <= 4
        && who.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// Tells whether the parenthesis that opens a paragraph closes only at its end.
fn closes_at_end(written: &str) -> bool {
    let mut depth = 0usize;
    for (i, byte) in written.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return i + 4 > written.len();
        }
    }
    false
}

/// "[Omitted here is …]", "[Here follows …]".
fn is_editors(bracket: &str) -> bool {
    let inside = bracket.trim_start_matches('[');
    !inside.contains(". ") || known::is_omission(inside)
}

fn is_comment(written: &str) -> bool {
    let written = written.trim_start_matches('[');
    if written.starts_with("Dear ") || written.starts_with("DEAR ") {
        return true;
    }
    if written.len() <= 24 {
        let first = written.split([' ', ']']).next().unwrap_or("");
        if known::is_attachment(first) {
            return true;
        }
    }
    let Some(at) = written.find([':', '.', '—', '\n']) else { return false };
    if at > 40 {
        return false;
    }
    let mut head: String = written[..at].replace('’', "'");
    head.make_ascii_lowercase();
    let rest = written[at..].trim_start_matches([':', '.', '—']);
    let marked = !written[at..].starts_with('.') || rest.is_empty();
    let head = head.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    marked && known::is_comment(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_that_nobody_says() {
        for (paragraph, expected) in [
            ("Tin and Copper", Kind::Heading),
            ("Tin4", Kind::Heading),
            ("4:50", Kind::Heading),
            ("12:05 p.m.", Kind::Heading),
            ("TELEPHONE CALL TO MR. ORLO, 5:06 p.m.", Kind::Heading),
            ("He called at once, 5:06 p.m.", Kind::Talk),
            ("Secy. Orlo (in Taver)", Kind::Heading),
            ("Tin (in Taver) is dear (in Vesta)", Kind::Talk),
            ("The “Tin” Question", Kind::Heading),
            ("(The Minister left.)", Kind::Aside),
            ("[Omitted here is tin. It was long.]", Kind::Omission),
            ("Comment: He was tired.", Kind::Comment),
            ("The National Security Council:2", Kind::Comment),
            ("The Minister spoke.", Kind::Talk),
            ("(a) The Minister spoke.", Kind::Talk),
            ("Note that it rained.", Kind::Talk),
            ("[Attachment]", Kind::Comment),
            ("Dear Mr. Orlo: It rains.", Kind::Comment),
            ("Tin was dear:", Kind::Talk),
        ] {
            assert_eq!(kind(paragraph, false), expected, "{paragraph}");
        }
    }
}
