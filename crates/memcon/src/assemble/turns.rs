//! Turns from labels and paragraphs.

use nom::Offset;

use crate::assemble::closing::{self, Unlabelled};
use crate::assemble::deeds;
use crate::assemble::ending;
use crate::assemble::paragraph::{Body, Paragraph};
use crate::assemble::scheme::Reading;
use crate::grammar::label::Opening;
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
    /// What happened between the speeches; nobody is told to speak in it.
    Scene,
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
/// `is_known` tells whether a subject is one of the record's people; `is_prose` whether an
/// unlabelled paragraph tells the talk instead of giving it; it is asked with whether the
/// paragraph before did. After the last label the record's end is looked for: from the first
/// paragraph that ends it, as `ends_record` or its own words tell, nobody speaks any more.
pub(crate) fn told(
    text: &str,
    body: &Body,
    readings: &[Reading<'_>],
    ends_record: &dyn Fn(&str) -> bool,
    is_known: &dyn Fn(&str) -> bool,
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
    let mut apart = None;
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
        let next = labels.peek().map(|(_, reading)| reading.paragraph);
        let spoken = !told.turns.is_empty() && !waits_for_words(&told);
        let only = next.unwrap_or(body.paragraphs.len()) == i + 1;
        let role = match closing::unlabelled(written) {
            Unlabelled::Remark
                if told.turns.is_empty() || spoken && !closing::is_said_aside(written) =>
            {
                Role::Remark
            }
            Unlabelled::Heading if told.turns.is_empty() || spoken => Role::Heading,
            Unlabelled::Numbered if spoken && is_heading(text, body, &told, i, next) => {
                Role::Heading
            }
            // The speaker goes on below it: he told of another talk, or somebody tells of this one.
            Unlabelled::End if spoken && goes_on(text, body, i, next, &mut apart) => {
                let sure = closing::is_sure_end(written);
                prose = sure;
                if sure {
                    Role::Closing
                } else if closing::is_in_capitals(written) {
                    Role::Heading
                } else {
                    say(&mut told, paragraph)
                }
            }
            Unlabelled::End if spoken => {
                ended = next.is_none() || ended;
                prose = true;
                Role::Closing
            }
            Unlabelled::Speech if spoken && only && is_topic(text, body, i, next) => Role::Heading,
            Unlabelled::Speech if spoken && deeds::is_scene(written, is_known) => {
                prose = false;
                Role::Scene
            }
            // The only words that a label could have are no event.
            Unlabelled::Event if told.turns.is_empty() || spoken || !only => Role::Narration,
            Unlabelled::Remark
            | Unlabelled::Speech
            | Unlabelled::Event
            | Unlabelled::End
            | Unlabelled::Heading
            | Unlabelled::Numbered => {
                if spoken && next.is_none() && (ending::tells(written) || ends_record(written)) {
                    ended = true;
                }
                prose = spoken
                    && (is_prose(written, prose)
                        || next.is_none() && deeds::tells_of(written, is_known)
                        || leaves_quotation(written, readings, &told));
                match told.turns.len().checked_sub(1) {
                    Some(_) if ended => Role::Closing,
                    Some(_) if prose => Role::Narration,
                    Some(_) => say(&mut told, paragraph),
                    None => Role::Narration,
                }
            }
        };
        told.roles.push(role);
    }
    for turn in &mut told.turns {
        close_bracket(text, turn);
    }
    told
}

/// Gives a paragraph to the last turn.
fn say(told: &mut Told, paragraph: &Paragraph) -> Role {
    let Some(turn) = told.turns.len().checked_sub(1) else { return Role::Narration };
    told.turns[turn].paragraphs.push(paragraph.parts.clone());
    Role::GoesOn(turn)
}

/// Whether the talk goes on below what looks like its end: another label follows, and nothing but
/// sentences stands before it, no head of another talk. `apart` keeps what was found for a label.
fn goes_on(
    text: &str,
    body: &Body,
    i: usize,
    next: Option<usize>,
    apart: &mut Option<(usize, bool)>,
) -> bool {
    let Some(next) = next else { return false };
    let (_, going) = apart.take_if(|(label, _)| *label == next).unwrap_or_else(|| {
        let between = body.paragraphs[i + 1..next].iter();
        (next, between.map(|other| other.span().of(text)).all(closing::is_prose))
    });
    *apart = Some((next, going));
    going
}

/// Tells a topic of one word before a label from a word that a line's end cut off a sentence.
fn is_topic(text: &str, body: &Body, i: usize, next: Option<usize>) -> bool {
    let before = i.checked_sub(1).map_or("", |i| body.paragraphs[i].span().of(text));
    next.is_some()
        && before.ends_with(['.', '!', '”', '"', ')', ']', '…'])
        && closing::is_topic(body.paragraphs[i].span().of(text))
}

/// Tells a numbered heading from a speaker's points: only other headings stand between it and
/// the next label, and no point was counted before it.
fn is_heading(text: &str, body: &Body, told: &Told, i: usize, next: Option<usize>) -> bool {
    let written = |at: usize| body.paragraphs[at].span().of(text);
    let headed = |at: usize| {
        matches!(
            closing::unlabelled(written(at)),
            Unlabelled::Numbered | Unlabelled::Heading | Unlabelled::Remark
        )
    };
    let counting = matches!(told.roles.last(), Some(Role::GoesOn(_)))
        && closing::counted(written(i - 1)).is_some();
    !counting && next.is_some_and(|next| next - i <= HEADINGS && (i + 1..next).all(headed))
}

/// The most headings that follow each other.
const HEADINGS: usize = 5;

/// A paragraph without a quotation mark after a speaker whose label stands in quotation marks.
fn leaves_quotation(written: &str, readings: &[Reading<'_>], told: &Told) -> bool {
    !written.starts_with(['“', '"', '«', '„'])
        && told
            .turns
            .last()
            .is_some_and(|turn| readings[turn.reading].candidate.opening == Opening::Quote)
}

/// Leaves out the bracket that closes after several turns, as no speaker's.
fn close_bracket(text: &str, turn: &mut Draft) {
    let count = |mark: char| -> usize {
        let parts = turn.paragraphs.iter().flatten();
        parts.map(|part| part.of(text).matches(mark).count()).sum()
    };
    if count(']') != count('[') + 1 {
        return;
    }
    let Some(last) = turn.paragraphs.last_mut().and_then(|parts| parts.last_mut()) else { return };
    if last.len() > 1 && last.of(text).ends_with(']') {
        last.end -= 1;
    }
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
