//! Lines right below a labelled one that go on with its speech: hanging under it, or at the same
//! margin in a record whose turns stand apart by blank lines.

use rustc_hash::FxHashMap;

use crate::assemble::deeds::is_scene;
use crate::assemble::evidence::key;
use crate::assemble::paragraph::is_running_head;
use crate::block::{Block, Setting, WIDEST};
use crate::grammar::label::{self, Candidate};
use crate::grammar::movement::movement;
use crate::model::Separator;

/// The fewest turns that show how the turns of a record stand apart.
const TURNS: usize = 4;
/// A shorter line may have ended of itself, in bytes.
const SHORT: usize = 45;
/// The narrowest typist's line that can be full, in bytes.
const NARROWEST: usize = 55;
/// How ragged a typist's margin is, in bytes.
const RAGGED: usize = 6;

/// Tells of each block whether it goes on with the one before it; nothing where none does.
pub(crate) fn going_on(text: &str, blocks: &[Block], setting: Setting) -> Vec<bool> {
    let near = |i: usize| i > 0 && blocks[i].gap == 0;
    let deeper = |i: usize| near(i) && blocks[i].indent > blocks[i - 1].indent;
    if !(1..blocks.len()).any(|i| deeper(i) || near(i) && setting == Setting::Unwrapped) {
        return Vec::new();
    }
    let record = Record::of(text, blocks, setting);
    let mut going_on = vec![false; blocks.len()];
    for i in (1..blocks.len()).filter(|i| near(*i) && !record.labelled[*i]) {
        let (before, this) = (&blocks[i - 1], &blocks[i]);
        let last = before.span.of(text);
        let last = last.rsplit('\n').next().unwrap_or(last).trim_start();
        let ended = has_ended(last);
        let first = this.span.of(text).split_whitespace().next().unwrap_or("");
        let full = before.indent + last.len() + 1 + first.len() + RAGGED >= record.width;
        let hanging = record.labelled[i - 1]
            && before.lines.len() == 1
            && this.indent > before.indent
            && hangs(text, blocks, i, &record.labelled);
        let chained = going_on[i - 1]
            && setting == Setting::Unwrapped
            && this.indent == before.indent
            && this.indent > 0;
        let flush = record.apart && this.indent == before.indent && last.len() >= SHORT;
        let written = this.span.of(text);
        going_on[i] = if is_running_head(written) {
            hanging && written.ends_with('.') && !ended
        } else if ended {
            let under = || {
                speech_column(text, before) == Some(this.indent)
                    && !is_aside(written)
                    && movement(written).is_none()
                    && !is_scene(written, &|_| false)
            };
            (hanging && (full || under()) || chained && full) && !is_no_sentence(written)
        } else {
            hanging || chained || flush
        };
    }
    going_on
}

/// What a record shows of its labels and lines.
struct Record {
    /// Whether a block opens with a label that recurs.
    labelled: Vec<bool>,
    /// Whether lines are a typist's and all labels stand after blank lines.
    apart: bool,
    /// The widest line of a typist, in bytes.
    width: usize,
}

impl Record {
    fn of(text: &str, blocks: &[Block], setting: Setting) -> Self {
        let mut counts: FxHashMap<(String, Separator), usize> = FxHashMap::default();
        let mut labels = Vec::with_capacity(blocks.len());
        let (mut width, mut wide) = (NARROWEST, 0);
        for block in blocks {
            let words = block.span.of(text);
            let label = label::candidate(words).filter(is_inline).map(|found| place(&found));
            if let Some(label) = &label {
                *counts.entry(label.clone()).or_default() += 1;
            }
            labels.push(label);
            match block.indent + words.lines().next().map_or(0, str::len) {
                len if len > WIDEST => wide += 1,
                len => width = width.max(len),
            }
        }
        let recurs = |label: &Option<(String, Separator)>| {
            label.as_ref().is_some_and(|label| counts.get(label).is_some_and(|n| *n > 1))
        };
        let labelled: Vec<bool> = labels.iter().map(recurs).collect();
        let turns = labelled.iter().filter(|labelled| **labelled).count();
        let apart = setting == Setting::Unwrapped
            && wide * 20 <= blocks.len()
            && turns >= TURNS
            && labelled.iter().zip(blocks).skip(1).all(|(labelled, b)| !labelled || b.gap > 0);
        Self { labelled, apart, width }
    }
}

fn place(found: &Candidate<'_>) -> (String, Separator) {
    (key(found.core), found.separator)
}

/// Whether speech follows a label on its line.
fn is_inline(found: &Candidate<'_>) -> bool {
    found.separator != Separator::LineEnd && found.core.len() < 40 && !found.core.contains('\n')
}

/// Tells a hanging line from a paragraph whose first line alone is indented.
fn hangs(text: &str, blocks: &[Block], i: usize, labelled: &[bool]) -> bool {
    let this = &blocks[i];
    if let Some((_, second)) = this.span.of(text).split_once('\n') {
        let indent = second.len() - second.trim_start_matches([' ', '\t']).len();
        return second.starts_with('\t') || indent >= this.indent;
    }
    blocks
        .get(i + 1)
        .is_none_or(|next| next.gap > 0 || next.indent >= this.indent || labelled[i + 1])
}

/// The column at which the speech of a labelled block begins.
fn speech_column(text: &str, block: &Block) -> Option<usize> {
    let words = block.span.of(text);
    let found = label::candidate(words)?;
    let speech = found.rest.trim_start();
    Some(block.indent + words[..words.len() - speech.len()].chars().count())
}

/// Whether brackets enclose a line whole.
fn is_aside(written: &str) -> bool {
    written.starts_with(['(', '[']) && written.ends_with([')', ']'])
}

/// Whether a short line is a signature, initials or a heading: it has no stop, or capitals alone.
fn is_no_sentence(written: &str) -> bool {
    written.len() < SHORT && (!has_ended(written) || !written.contains(char::is_lowercase))
}

/// Whether a line ends as a sentence does.
fn has_ended(line: &str) -> bool {
    let bare = line.trim_end().trim_end_matches(['”', '"', '’', ')', ']']);
    bare.ends_with(['.', '?', '!', '…', ':', '—'])
}
