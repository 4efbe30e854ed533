//! The letterhead above a record's own title: distribution, office, handling, number.
//!
//! A page that flattens two columns puts their lines in any order, so the lines are gathered by
//! what they are, not by where they stand.
//!
//! ```text
//! distribution = ("Sent to" | "Copies to" | "To") names      ; goes on in "and …", "… Members,"
//! office       = "(" words ")"
//! handling     = "To be returned" | "Return within …" | classification
//! number       = ("No." | "Nr." | "№" | "Outgoing No.") code
//! ```

use crate::assemble::paragraph::is_classification;
use crate::block::Block;
use crate::model::{Marking, MarkingKind, Written};
use crate::span::Span;

/// What a letterhead tells, and how many blocks it takes.
#[derive(Debug, Default)]
pub(crate) struct Letterhead {
    pub(crate) markings: Vec<Marking>,
    pub(crate) number: Option<Written>,
    pub(crate) spans: Vec<Span>,
    pub(crate) blocks: usize,
}

/// No letterhead has more lines.
const LONGEST: usize = 60;

/// Reads the letterhead from the first block on; it ends at the first block that is none of it.
pub(crate) fn letterhead(text: &str, blocks: &[Block]) -> Letterhead {
    let mut head = Letterhead::default();
    for block in blocks.iter().take(LONGEST) {
        let line = block.span.of(text);
        let distributed = head.markings.iter().position(|m| m.kind == MarkingKind::Distribution);
        let Some(kind) = kind(line, distributed.is_some()) else { break };
        if let (MarkingKind::Distribution, Some(first)) = (kind, distributed) {
            let marking = &mut head.markings[first];
            marking.text.push(' ');
            marking.text.push_str(line);
            marking.spans.push(block.span);
        } else {
            if kind == MarkingKind::Number && head.number.is_none() {
                head.number = Some(number(text, block.span));
            }
            head.markings.push(Marking { kind, text: line.to_owned(), spans: vec![block.span] });
        }
        head.spans.push(block.span);
        head.blocks += 1;
    }
    head
}

fn kind(line: &str, distributed: bool) -> Option<MarkingKind> {
    let starts = |words: &[&str]| words.iter().any(|word| line.starts_with(word));
    if line.len() > 120 {
        return None;
    }
    if starts(&["Sent to ", "Copies to ", "Distributed to ", "Distribution:", "Circulated to "]) {
        return Some(MarkingKind::Distribution);
    }
    if starts(&[
        "To be returned",
        "Return within",
        "Return to",
        "Not to be copied",
        "Subject to return",
    ]) {
        return Some(MarkingKind::Handling);
    }
    if starts(&["Copy No.", "Copy no.", "Copy #", "Copy Nr.", "Экз."]) {
        return Some(MarkingKind::Copy);
    }
    if starts(&["No. ", "Nr. ", "№", "Outgoing No.", "Reg. No.", "Registry No."]) && is_code(line)
    {
        return Some(MarkingKind::Number);
    }
    if is_secrecy(line) {
        return Some(MarkingKind::Classification);
    }
    if line.starts_with('(') && line.ends_with(')') && line.len() < 80 {
        return Some(MarkingKind::Office);
    }
    let goes_on = line.starts_with("and ")
        || line.ends_with(',')
        || line.ends_with("Members")
        || line.ends_with("Secretaries");
    (distributed && goes_on && line.len() < 80 && !line.ends_with('.'))
        .then_some(MarkingKind::Distribution)
}

/// `Top Secret`, `Strictly confidential`, `Совершенно секретно`: a line of secrecy alone.
fn is_secrecy(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    is_classification(bare)
        || [
            "Top Secret",
            "Top secret",
            "Secret",
            "Strictly secret",
            "Strictly Secret",
            "Strictly confidential",
            "Strictly Confidential",
            "Confidential",
            "Fully Secret",
            "Special File",
            "SPECIAL FILE",
            "Совершенно секретно",
            "Сов. секретно",
            "Секретно",
            "Streng geheim",
            "Geheim",
            "绝密",
        ]
        .contains(&bare)
}

fn is_code(line: &str) -> bool {
    line.len() <= 40 && line.chars().any(|c| c.is_ascii_digit())
}

/// The number without the word before it.
fn number(text: &str, span: Span) -> Written {
    let line = span.of(text);
    let code = line
        .rfind(['.', '№'])
        .map_or(line, |at| line[at..].trim_start_matches(|c: char| !c.is_alphanumeric()));
    let code = if code.is_empty() { line } else { code };
    Written { text: code.to_owned(), span: Span::new(span.end - code.len(), span.end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Setting, blocks};
    use crate::source::lines;

    #[test]
    fn lines_in_any_order_are_gathered() {
        let text = "Sent to Council Members\n\nCandidate Council Members,\n\n(First Bureau)\n\n\
                    To be returned\n\nand Council Secretaries\n\nNo. K12\n\nBetween A and B.\n";
        let blocks = blocks(&lines(text), Setting::Unwrapped);
        let head = letterhead(text, &blocks);
        let found: Vec<_> = head.markings.iter().map(|m| (m.kind, m.text.as_str())).collect();
        assert_eq!(
            found,
            [
                (
                    MarkingKind::Distribution,
                    "Sent to Council Members Candidate Council Members, and Council Secretaries"
                ),
                (MarkingKind::Office, "(First Bureau)"),
                (MarkingKind::Handling, "To be returned"),
                (MarkingKind::Number, "No. K12"),
            ]
        );
        assert_eq!(head.number.map(|n| n.text).as_deref(), Some("K12"));
        assert_eq!(head.blocks, 6);
    }
}
