//! Blocks: the paragraphs of a reading text, whether typed on one long line or wrapped.

use crate::source::Line;
use crate::span::Span;

/// A paragraph, a heading, a list line: what a reader sees as one piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// From its first to its last printed character.
    pub(crate) span: Span,
    /// The lines it is made of, as places in the list of lines.
    pub(crate) lines: std::ops::Range<usize>,
    /// The indentation of its first line, in columns.
    pub(crate) indent: usize,
    /// Blank lines before it.
    pub(crate) gap: usize,
}

/// How a document sets its paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Setting {
    /// A paragraph a line.
    Unwrapped,
    /// Paragraphs broken over lines.
    Wrapped,
}

/// Lines longer than this were not broken by a typist.
pub(crate) const WIDEST: usize = 110;
/// A line shorter than this may have ended of itself.
const FULL: usize = 45;

/// Tells whether the lines of a document were broken by a typewriter's margin: lines that are
/// nearly full are followed by lines that go on in lower case.
pub(crate) fn setting(text: &str, lines: &[Line]) -> Setting {
    let (mut pairs, mut broken, mut wide, mut printed) = (0usize, 0usize, 0usize, 0usize);
    for pair in lines.windows(2) {
        if pair[0].is_blank() {
            continue;
        }
        printed += 1;
        if pair[0].span.len() > WIDEST * 2 {
            wide += 1;
        }
        if pair[1].is_blank() || pair[0].span.len() < FULL {
            continue;
        }
        pairs += 1;
        let next = pair[1].span.of(text);
        broken += usize::from(next.starts_with(char::is_lowercase));
    }
    if broken >= 2 && broken * 5 >= pairs && wide * 20 <= printed {
        Setting::Wrapped
    } else {
        Setting::Unwrapped
    }
}

/// Gathers lines into blocks.
///
/// In an unwrapped document every printed line is a block. In a wrapped one a block ends at a
/// blank line, and where the next line is indented otherwise than the one before it.
pub(crate) fn blocks(lines: &[Line], setting: Setting) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(lines.len() / 2 + 1);
    let mut gap = 0;
    for (i, line) in lines.iter().enumerate() {
        if line.is_blank() {
            gap += 1;
            continue;
        }
        match blocks.last_mut() {
            Some(last) if gap == 0 && setting == Setting::Wrapped && continues(last, lines, i) => {
                last.span.end = line.span.end;
                last.lines.end = i + 1;
            }
            _ => blocks.push(Block { span: line.span, lines: i..i + 1, indent: line.indent, gap }),
        }
        gap = 0;
    }
    blocks
}

/// Tells whether line `i` goes on with the block before it: at the same margin, or back at the
/// margin after an indented first line, or hanging under it.
fn continues(block: &Block, lines: &[Line], i: usize) -> bool {
    let (this, before) = (lines[i].indent, lines[i - 1].indent);
    let one_line = block.lines.len() == 1;
    this == before || (one_line && this < before && before - this <= 12)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source;

    fn check(text: &str, setting: Setting, expected: &[&str]) {
        let lines = source::lines(text);
        assert_eq!(super::setting(text, &lines), setting, "{text:?}");
        let blocks = blocks(&lines, setting);
        let found: Vec<_> = blocks.iter().map(|block| block.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_line_is_a_block_unless_lines_are_wrapped() {
        check("One.\nTwo.\n\nThree.\n", Setting::Unwrapped, &["One.", "Two.", "Three."]);
    }

    #[test]
    fn wrapped_lines_are_joined_and_indents_divide() {
        let text = "Rivel: We shall see to the whole of the border in the\n\
                    spring, when the passes open and the envoys return to\n\
                    their posts.\n     \
                    The second matter concerns the railway in the valley and\n\
                    is not urgent.\n\nOrlo: Good.\n";
        check(
            text,
            Setting::Wrapped,
            &[
                "Rivel: We shall see to the whole of the border in the\n\
                 spring, when the passes open and the envoys return to\ntheir posts.",
                "The second matter concerns the railway in the valley and\nis not urgent.",
                "Orlo: Good.",
            ],
        );
    }
}
