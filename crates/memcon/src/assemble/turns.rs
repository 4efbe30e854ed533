//! Turns from labels and paragraphs.

use nom::Offset;

use crate::assemble::closing::{self, Unlabelled};
use crate::assemble::paragraph::Body;
use crate::assemble::scheme::Reading;
use crate::model::{Separator, Verdict};
use crate::span::Span;

/// What a paragraph of the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It opens the turn with this place, under a label.
    Opens(usize),
    /// It goes on with the turn with this place.
    GoesOn(usize),
    /// A remark in brackets that is a paragraph.
    Remark,
    Heading,
    Narration,
    Closing,
}

/// A turn before its speaker is known.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The label's reading, as a place in the readings.
    pub(crate) reading: usize,
    /// The paragraphs, in as many parts as pages cut them into; the first begins after the label.
    pub(crate) paragraphs: Vec<Vec<Span>>,
}

/// What the body says, paragraph by paragraph.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) turns: Vec<Draft>,
    /// The role of each paragraph.
    pub(crate) roles: Vec<Role>,
}

/// Opens a turn at every label and gives it the paragraphs that go on with it.
///
/// `is_prose` tells whether an unlabelled paragraph tells the talk instead of giving it; it is
/// asked with whether the paragraph before did. After the last label the record's end is looked for: from the first paragraph that ends it,
/// nobody speaks any more.
pub(crate) fn told<'t>(
    text: &'t str,
    body: &Body,
    readings: &[Reading<'_>],
    ends_record: &dyn Fn(&'t str) -> bool,
    is_prose: &dyn Fn(&str, bool) -> bool,
) -> Told {
    let mut told = Told::default();
    let mut labels = readings
        .iter()
        .enumerate()
        .filter(|(_, reading)| reading.verdict == Verdict::Label)
        .peekable();
    let mut ended = false;
    let mut prose = false;
    for (i, paragraph) in body.paragraphs.iter().enumerate() {
        let labelled = labels.next_if(|(_, reading)| reading.paragraph == i);
        if let Some((place, reading)) = labelled {
            let turn = told.turns.len();
            told.turns.push(Draft {
                reading: place,
                paragraphs: vec![after_label(text, &paragraph.parts, reading)],
            });
            told.roles.push(Role::Opens(turn));
            (ended, prose) = (false, false);
            continue;
        }
        let written = paragraph.span().of(text);
        let last = labels.peek().is_none();
        let role = match closing::unlabelled(written) {
            Unlabelled::Remark => Role::Remark,
            Unlabelled::Heading if told.turns.is_empty() || !waits_for_words(&told) => {
                Role::Heading
            }
            Unlabelled::End if !told.turns.is_empty() && !waits_for_words(&told) => {
                ended = last || ended;
                Role::Closing
            }
            Unlabelled::Event => Role::Narration,
            Unlabelled::Speech | Unlabelled::End | Unlabelled::Heading => {
                if !told.turns.is_empty() && last && ends_record(written) {
                    ended = true;
                }
                prose =
                    !told.turns.is_empty() && !waits_for_words(&told) && is_prose(written, prose);
                match told.turns.len().checked_sub(1) {
                    Some(_) if ended => Role::Closing,
                    Some(_) if prose => Role::Narration,
                    Some(turn) => {
                        told.turns[turn].paragraphs.push(paragraph.parts.clone());
                        Role::GoesOn(turn)
                    }
                    None => Role::Narration,
                }
            }
        };
        told.roles.push(role);
    }
    told
}

/// Whether the last turn has a label and no words yet: the label stood alone on its line.
fn waits_for_words(told: &Told) -> bool {
    told.turns.last().is_some_and(|turn| turn.paragraphs.iter().all(Vec::is_empty))
}

/// The parts of a labelled paragraph, without the label and its separator.
fn after_label(text: &str, parts: &[Span], reading: &Reading<'_>) -> Vec<Span> {
    if reading.candidate.separator == Separator::LineEnd {
        return Vec::new();
    }
    let Some(first) = parts.first() else { return Vec::new() };
    // A label further on in the paragraph may have cut the part short since.
    let start = text.offset(reading.candidate.rest.trim_start());
    let mut kept = Vec::with_capacity(parts.len());
    if start < first.end {
        kept.push(Span::new(start, first.end));
    }
    kept.extend_from_slice(&parts[1..]);
    kept
}
