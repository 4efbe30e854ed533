//! Running heads that a document repeats: its title, a file's number, a release line.
//!
//! A short line is one where it recurs, its page's number aside, and cuts a sentence in two or
//! stands beside a page's mark each time.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::assemble::header::stamp::{is_of_the_classifier, is_running};
use crate::assemble::page_mark::is_page_mark;
use crate::assemble::paragraph::{has_form_feed, is_classification, is_running_head};
use crate::block::Block;
use crate::span::Span;

/// The longest running head, in bytes.
const LONGEST: usize = 90;
/// The shortest, without its number.
const SHORTEST: usize = 6;

/// Gives the places of the blocks that are running heads.
pub(crate) fn heads(text: &str, blocks: &[Block]) -> FxHashSet<usize> {
    let bare = |block: &Block| {
        let written = block.span.of(text);
        (block.span.len() <= LONGEST
            && block.lines.len() == 1
            && !written.ends_with(['.', '?', '!', ':', ',', ';', '”', '"']))
        .then(|| without_number(written))
        .filter(|bare| bare.len() >= SHORTEST)
    };
    let mut seen: FxHashSet<&str> = FxHashSet::default();
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for line in blocks.iter().filter_map(bare) {
        if !seen.insert(line) {
            places.insert(line, Vec::new());
        }
    }
    // Few lines recur, in most documents none.
    if !places.is_empty() {
        for (i, line) in blocks.iter().enumerate().filter_map(|(i, b)| Some((i, bare(b)?))) {
            places.entry(line).and_modify(|at| at.push(i));
        }
    }
    let mut heads = FxHashSet::default();
    for at in places.into_values().filter(|at| at.len() >= 2) {
        let cut = at.iter().filter(|i| cuts(text, blocks, **i)).count();
        let marked = at
            .iter()
            .filter(|i| cuts(text, blocks, **i) || is_beside_page(text, blocks, **i))
            .count();
        // The first may stand at the head of the first page.
        if marked + 1 >= at.len() && (cut > 0 || marked >= 2) {
            heads.extend(at);
        }
    }
    heads
}

/// Cuts wrapped blocks at the running heads among their lines: each such line becomes a block of
/// its own, and what follows it is told to go on with what stood before. Gives the blocks, and the
/// places of those that go on; nothing where no block is cut.
pub(crate) fn cut(text: &str, blocks: &[Block]) -> Option<(Vec<Block>, FxHashSet<usize>)> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    let each_line = |block: &Block| {
        let span = block.span;
        let mut at = span.start;
        span.of(text).split_inclusive('\n').map(move |line| {
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            Span::new(start, start.max(at - (line.len() - line.trim_end().len())))
        })
    };
    for line in blocks.iter().filter(|block| block.lines.len() > 1).flat_map(each_line) {
        if let Some(bare) = numbered(line.of(text)) {
            *counts.entry(bare).or_default() += 1;
        }
    }
    for block in blocks.iter().filter(|block| block.lines.len() == 1) {
        if let Some(bare) = numbered(block.span.of(text)) {
            *counts.entry(bare).or_default() += 1;
        }
    }
    let is_head = |line: Span| {
        let written = line.of(text);
        numbered(written).is_some_and(|bare| counts.get(bare).is_some_and(|count| *count > 1))
            || is_page_mark(written)
            || written.len() <= LONGEST && is_running(written)
            || is_of_the_classifier(written)
    };
    let mut cut = Vec::new();
    let mut going_on = FxHashSet::default();
    for block in blocks {
        if block.lines.len() < 2 || !each_line(block).any(is_head) {
            cut.push(block.clone());
            continue;
        }
        let mut open: Option<Block> = None;
        let heads = with_secrecy(text, each_line(block).map(|line| (line, is_head(line))));
        for (n, (line, is_head)) in heads.into_iter().enumerate() {
            let place = block.lines.start + n;
            if is_head {
                cut.extend(open.take());
                let lines = place..place + 1;
                cut.push(Block { span: line, lines, indent: 0, gap: block.gap });
                continue;
            }
            if let Some(open) = &mut open {
                open.span.end = line.end;
                open.lines.end = place + 1;
                continue;
            }
            if n > 0 {
                going_on.insert(cut.len());
            }
            let lines = place..place + 1;
            open = Some(Block { span: line, lines, indent: block.indent, gap: block.gap });
        }
        cut.extend(open);
    }
    (cut.len() > blocks.len()).then_some((cut, going_on))
}

/// Takes a line of secrecy alone for a running head where another stands above or below it.
fn with_secrecy(text: &str, lines: impl Iterator<Item = (Span, bool)>) -> Vec<(Span, bool)> {
    let mut lines: Vec<(Span, bool)> = lines.collect();
    for i in 0..lines.len() {
        let (line, head) = lines[i];
        let beside =
            |other: Option<usize>| other.and_then(|at| lines.get(at)).is_some_and(|it| it.1);
        if !head
            && is_classification(line.of(text))
            && (beside(i.checked_sub(1)) || beside(Some(i + 1)))
        {
            lines[i].1 = true;
        }
    }
    lines
}

/// A short line that a page's number ends or begins, without it.
fn numbered(line: &str) -> Option<&str> {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = line.as_bytes();
    if line.len() > LONGEST || !(digit(bytes.first()) || digit(bytes.last())) {
        return None;
    }
    // The number stands apart: "Talks   2", "Talks - 2".
    let apart = line.contains("   ") || line.contains(" - ") || line.contains(" – ");
    let bare = without_number(line);
    (apart && bare.len() >= SHORTEST).then_some(bare)
}

/// A line without the page's number, at either end.
fn without_number(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '—' | '\u{a0}' | '/' | '\t')
    })
}

/// Whether a line stands in the middle of a sentence.
fn cuts(text: &str, blocks: &[Block], i: usize) -> bool {
    let (Some(before), Some(after)) = (i.checked_sub(1).map(|i| &blocks[i]), blocks.get(i + 1))
    else {
        return false;
    };
    after.span.of(text).starts_with(char::is_lowercase)
        && before.span.of(text).ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-'))
}

fn is_beside_page(text: &str, blocks: &[Block], i: usize) -> bool {
    let page = |block: &Block| {
        let written = block.span.of(text);
        is_page_mark(written) || is_running_head(written)
    };
    let (before, after) = (i.checked_sub(1).map(|i| &blocks[i]), blocks.get(i + 1));
    before.is_some_and(page)
        || after.is_some_and(page)
        || before.is_some_and(|it| has_form_feed(text, it.span.end, blocks[i].span.start))
        || after.is_some_and(|it| has_form_feed(text, blocks[i].span.end, it.span.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{self, Setting};
    use crate::source;

    fn check(text: &str, expected: &[usize]) {
        let blocks = block::blocks(&source::lines(text), Setting::Unwrapped);
        let mut found: Vec<usize> = heads(text, &blocks).into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lines_that_recur_and_cut() {
        check("Orlo–Vey Talks 1\n\nHe went to the\n\nOrlo–Vey Talks 2\n\ndam.", &[0, 2]);
        check("Orlo File\n\nIt rained.\n\n\u{c}Orlo File\n\nYes.\n\n\u{c}Orlo File", &[0, 2, 4]);
        check("[Page 1]\n\nOrlo File\n\nIt rained.\n\n[Page 2]\n\nOrlo File\n\nYes.", &[1, 4]);
    }

    #[test]
    fn lines_that_recur_and_are_none() {
        check("The Secretary\n\nYes.\n\nMr. Orlo\n\nNo.\n\nThe Secretary\n\nWhy?", &[]);
        check("It rains\n\nand\n\nIt rains\n\nAgain.", &[]);
        // One place that cuts a sentence beside a page's end is one place.
        check(
            "He went to the\n\n\u{c}We agree\n\ndam.\n\nWhy?\n\nWe agree\n\nYes.\n\nWe agree\n\nNo.",
            &[],
        );
    }

    #[test]
    fn secrecy_beside_a_running_head_is_one() {
        let text = "He went to the\nSECRET\nOrlo Talks - 2\ndam.\n\n\
                    He asked for\nSECRET\nmaps, and the\nOrlo Talks - 3\nlake.";
        let blocks = block::blocks(&source::lines(text), Setting::Wrapped);
        let (cut, going_on) = cut(text, &blocks).unwrap();
        let told: Vec<&str> = cut.iter().map(|block| block.span.of(text)).collect();
        let expected = [
            "He went to the",
            "SECRET",
            "Orlo Talks - 2",
            "dam.",
            "He asked for\nSECRET\nmaps, and the",
            "Orlo Talks - 3",
            "lake.",
        ];
        assert_eq!(told, expected);
        assert_eq!(going_on, FxHashSet::from_iter([3, 6]));
    }
}
