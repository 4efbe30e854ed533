//! Joins the stretches of one speaker into turns.

use super::Prose;
use super::attribute::Stretch;
use super::quoted;
use super::script::Script;
use crate::model::{Addressee, Cue, Mode, PersonId, Rule, Turn, Written};
use crate::span::Span;

/// Makes turns of stretches.
pub(super) fn turns(prose: Prose<'_>, script: &Script<'_>, stretches: Vec<Stretch>) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut last: Option<Stretch> = None;
    for stretch in stretches {
        let goes_on = last.as_ref().is_some_and(|last| {
            last.voice == stretch.voice && !stretch.apart && !is_joint_anew(last, &stretch)
        });
        match (goes_on, turns.last_mut(), &last) {
            (true, Some(turn), Some(last)) => {
                turn.span.end = stretch.span.end;
                match turn.paragraphs.last_mut() {
                    Some(span) if last.paragraph == stretch.paragraph => {
                        span.end = stretch.span.end;
                    }
                    _ => turn.paragraphs.push(stretch.span),
                }
                if turn.cue.is_none() {
                    tell(turn, prose.text, script, &stretch);
                }
                turn.confidence = turn.confidence.map(|sure| sure.min(stretch.confidence));
            }
            _ => turns.push(turn(prose.text, script, &stretch)),
        }
        last = Some(stretch);
    }
    for turn in &mut turns {
        for paragraph in &turn.paragraphs {
            quoted::quotations(prose.text, *paragraph, &mut turn.quotations);
        }
        quoted::in_turn(prose.text, script, turn);
    }
    turns
}

/// "It was agreed …" after "The Minister and Mr. Orlo agreed …": nobody by name speaks either.
fn is_joint_anew(last: &Stretch, next: &Stretch) -> bool {
    last.voice.speakers.is_empty() && last.rule != next.rule && next.rule != Rule::Continued
}

fn turn(text: &str, script: &Script<'_>, stretch: &Stretch) -> Turn {
    let ids = |places: &[usize]| places.iter().map(|i| PersonId::from_index(*i)).collect();
    let speakers: Vec<PersonId> = ids(&stretch.voice.speakers);
    let mut turn = Turn {
        mode: Mode::Reported,
        speaker: speakers.first().copied(),
        speakers,
        candidates: ids(&stretch.voice.candidates),
        rule: Some(stretch.rule),
        confidence: Some(stretch.confidence),
        span: stretch.span,
        paragraphs: vec![stretch.span],
        ..Turn::default()
    };
    tell(&mut turn, text, script, stretch);
    turn
}

/// Writes down by which clause a turn is told.
fn tell(turn: &mut Turn, text: &str, script: &Script<'_>, stretch: &Stretch) {
    let Some((clause, _)) = stretch.clause.and_then(|place| script.clauses.get(place)) else {
        return;
    };
    let written = |span: Span| Written { text: words(span.of(text)), span };
    turn.cue = Some(Cue { subject: written(clause.subject), verb: written(clause.verb) });
    turn.speech_act = Some(clause.act);
    turn.addressee = clause.addressee.map(|span| Addressee {
        text: words(span.of(text)),
        span,
        person: stretch.addressee.map(PersonId::from_index),
    });
}

/// Joins words over line ends.
pub(super) fn words(written: &str) -> String {
    if !written.contains(['\n', '\t']) {
        return written.to_owned();
    }
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}
