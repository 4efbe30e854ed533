//! Portion marks with which paragraphs and speeches open: `(S) The lake …`, `Orlo: (U) Yes.`

use crate::grammar::portion;
use crate::model::{Hand, Note, NoteKind};
use crate::span::Span;

/// Adds the marks with which stretches open. `(C)` is one where others are, and where no `(B)`
/// counts points with it.
pub(crate) fn add(text: &str, stretches: &[Span], notes: &mut Vec<Note>) {
    let mut marks: Vec<Span> = stretches
        .iter()
        .filter_map(|span| {
            let mark = portion::opening(span.of(text))?;
            Some(Span::new(span.start, span.start + mark.len()))
        })
        .collect();
    let opens =
        |sign: &'static str| stretches.iter().filter(move |span| span.of(text).starts_with(sign));
    let marked = !marks.is_empty() || notes.iter().any(|note| note.kind == NoteKind::PortionMark);
    if marked && opens("(B) ").next().is_none() {
        marks.extend(opens("(C) ").map(|span| Span::new(span.start, span.start + 3)));
    }
    for span in marks {
        let inside = span.of(text).trim_matches(['(', ')']).to_owned();
        let mut note = Note::new(NoteKind::PortionMark, span, inside, None);
        note.hand = Hand::Source;
        notes.push(note);
    }
}
