//! The reading text in the making: white space squeezed as a browser does, lines and paragraphs
//! parted.

use std::ops::Range;

use super::tree::Tree;
use crate::source::Draft;
use crate::span::Span;

/// What stands between two words, the wider last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    /// White space of the file.
    Space,
    Line,
    Paragraph,
    /// Two blank lines.
    Section,
}

impl Gap {
    fn written(self) -> &'static str {
        match self {
            Gap::None => "",
            Gap::Space => " ",
            Gap::Line => "\n",
            Gap::Paragraph => "\n\n",
            Gap::Section => "\n\n\n",
        }
    }
}

/// What white space of the file means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Any run of it is one space.
    #[default]
    Squeezed,
    /// It stands as it is.
    Kept,
    /// Line ends are line ends, the rest is squeezed.
    Lines,
}

/// The reading text in the making.
#[derive(Debug)]
pub(super) struct Writer<'t> {
    tree: &'t Tree,
    pub(super) draft: Draft,
    gap: Gap,
    /// The white space that a space stands for.
    space: Span,
    pub(super) spacing: Spacing,
    /// Whether everything stands on one line, as in a row of a table.
    pub(super) is_flat: bool,
    /// Whether the next word stands right after the last: after a bullet.
    is_stuck: bool,
}

impl<'t> Writer<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        Self {
            tree,
            draft: Draft::default(),
            gap: Gap::None,
            space: Span::default(),
            spacing: Spacing::default(),
            is_flat: false,
            is_stuck: false,
        }
    }

    /// Asks for a gap before the next word; the widest one asked for is made.
    pub(super) fn part(&mut self, gap: Gap) {
        if self.is_stuck {
            return;
        }
        let gap = if self.is_flat { gap.min(Gap::Space) } else { gap };
        if gap == Gap::Line && self.gap == Gap::Line {
            // Two line ends leave a blank line.
            self.gap = Gap::Paragraph;
        }
        if gap == Gap::Space && self.gap == Gap::None {
            self.space = Span::default();
        }
        self.gap = self.gap.max(gap);
    }

    /// Ends a line, if one has begun; a blank line is not meant.
    pub(super) fn end_line(&mut self) {
        self.is_stuck = false;
        self.gap = self.gap.max(Gap::Line);
    }

    /// Forgets a space that was asked for.
    pub(super) fn forget_space(&mut self) {
        if self.gap == Gap::Space {
            self.gap = Gap::None;
        }
    }

    /// Forgets whatever was asked for before the next word.
    pub(super) fn forget_gap(&mut self) {
        self.gap = Gap::None;
    }

    /// Puts down words that stand nowhere in the file.
    pub(super) fn supply(&mut self, words: &str) {
        self.flush();
        self.draft.supplied(words);
    }

    /// Puts down a bullet or a number; what follows stands right after it.
    pub(super) fn supply_bullet(&mut self, words: &str) {
        self.supply(words);
        self.is_stuck = true;
    }

    /// Lets go of a bullet after which nothing came.
    pub(super) fn let_go(&mut self) {
        self.is_stuck = false;
    }

    /// Puts down characters of the page's text.
    pub(super) fn characters(&mut self, range: Range<usize>) {
        let tree = self.tree;
        let mut next = tree.runs.partition_point(|run| run.at <= range.start).saturating_sub(1);
        let mut at = range.start;
        while at < range.end {
            let Some(run) = tree.runs.get(next) else { return };
            next += 1;
            let run_end = tree.runs.get(next).map_or(tree.text.len(), |run| run.at);
            let end = run_end.min(range.end);
            let Some(words) = tree.text.get(at..end) else { return };
            if run_end - run.at == run.len {
                self.written(words, run.file + (at - run.at));
            } else {
                self.reference(words, Span::new(run.file, run.file + run.len));
            }
            at = end;
        }
    }

    /// Words that stand so in the file.
    fn written(&mut self, words: &str, file: usize) {
        let bytes = words.as_bytes();
        let mut start = 0;
        while start < bytes.len() {
            let word = bytes[start..].iter().position(|byte| is_white(*byte));
            let end = word.map_or(bytes.len(), |word| start + word);
            if end > start {
                self.word(&words[start..end], file + start);
                start = end;
                continue;
            }
            let white = bytes[start..].iter().position(|byte| !is_white(*byte));
            let end = white.map_or(bytes.len(), |white| start + white);
            self.white(&words[start..end], Span::new(file + start, file + end));
            start = end;
        }
    }

    fn word(&mut self, word: &str, file: usize) {
        self.flush();
        let mut at = 0;
        // A NUL is no character of a text, and nobody sees a soft hyphen.
        for part in word.split_inclusive(is_unseen) {
            self.draft.written(part.trim_end_matches(is_unseen), file + at);
            at += part.len();
        }
    }

    fn white(&mut self, white: &str, file: Span) {
        if self.is_stuck {
            return;
        }
        match self.spacing {
            Spacing::Kept => {
                self.flush();
                self.draft.decoded(white, file);
            }
            Spacing::Lines if white.contains(['\n', '\r']) => {
                let lines = white.bytes().filter(|byte| *byte == b'\n').count();
                self.gap = self.gap.max(if lines > 1 { Gap::Paragraph } else { Gap::Line });
            }
            Spacing::Squeezed | Spacing::Lines if self.gap == Gap::None => {
                self.gap = Gap::Space;
                self.space = file;
            }
            Spacing::Squeezed | Spacing::Lines if self.gap == Gap::Space => {
                if self.space.is_empty() {
                    self.space = file;
                } else if self.space.end <= file.start {
                    self.space.end = file.end;
                }
            }
            Spacing::Squeezed | Spacing::Lines => {}
        }
    }

    /// Characters for which something else stands in the file.
    fn reference(&mut self, words: &str, file: Span) {
        if words.bytes().all(is_white) {
            return self.white(words, file);
        }
        if words.chars().all(is_unseen) {
            return;
        }
        self.flush();
        self.draft.decoded(words, file);
    }

    fn flush(&mut self) {
        self.is_stuck = false;
        let gap = std::mem::take(&mut self.gap);
        if self.draft.text().is_empty() {
            return;
        }
        if gap == Gap::Space && !self.space.is_empty() {
            self.draft.decoded(" ", self.space);
        } else {
            self.draft.supplied(gap.written());
        }
    }
}

/// What a page holds and does not show.
fn is_unseen(c: char) -> bool {
    matches!(c, '\0' | '\u{ad}')
}

/// White space as HTML means it: a no-break space is none.
fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}
