//! Abbreviations that the text explains, and where the explanations disagree.

use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::grammar::fold;
use crate::model::{Gloss, GlossSource, Note, NoteKind};
use crate::span::Span;

/// Gathers the glossary from the expansions among the notes, in order of the text.
pub(crate) fn glossary(text: &str, notes: &[Note], doubts: &mut Vec<Diagnostic>) -> Vec<Gloss> {
    let mut glosses: Vec<Gloss> = Vec::new();
    for note in notes.iter().filter(|note| note.kind == NoteKind::Expansion) {
        let Some(of) = &note.of else { continue };
        let bracket = note.span.of(text).starts_with('[');
        let gloss = Gloss {
            abbreviation: of.text.clone(),
            expansion: note.text.clone(),
            by: if bracket { GlossSource::Bracket } else { GlossSource::Parenthesis },
            span: Span::new(of.span.start, note.span.end),
        };
        if let Some(earlier) = glosses.iter().find(|earlier| disagree(earlier, &gloss)) {
            let other = format!("{} ({})", earlier.abbreviation, earlier.expansion);
            let kind = DiagnosticKind::GlossaryConflict {
                abbreviation: gloss.abbreviation.clone(),
                expansion: gloss.expansion.clone(),
                other,
                at: earlier.span,
            };
            doubts.push(Diagnostic { span: gloss.span, kind });
        }
        glosses.push(gloss);
    }
    glosses
}

/// Two explanations disagree when one abbreviation has two expansions, or when two
/// abbreviations that differ in one letter have expansions that differ in one word: one of them
/// is likely a slip for the other.
fn disagree(a: &Gloss, b: &Gloss) -> bool {
    let same_letters = fold::same(&a.abbreviation, &b.abbreviation);
    let changed_words = changes(&a.expansion, &b.expansion);
    if same_letters {
        return changed_words != Some(0);
    }
    let mut letters = a.abbreviation.chars().zip(b.abbreviation.chars());
    a.abbreviation.chars().count() == b.abbreviation.chars().count()
        && a.abbreviation.chars().count() > 2
        && letters.by_ref().filter(|(x, y)| x != y).count() == 1
        && changed_words == Some(1)
}

/// How many words differ between two texts of as many words; none where the counts differ.
fn changes(a: &str, b: &str) -> Option<usize> {
    let (a, b): (Vec<_>, Vec<_>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    (a.len() == b.len()).then(|| a.iter().zip(&b).filter(|(x, y)| !fold::same(x, y)).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gloss(abbreviation: &str, expansion: &str) -> Gloss {
        Gloss {
            abbreviation: abbreviation.to_owned(),
            expansion: expansion.to_owned(),
            by: GlossSource::Bracket,
            span: Span::default(),
        }
    }

    #[test]
    fn slips_are_told_from_other_abbreviations() {
        let party = gloss("VNP", "Valdorian National Party");
        assert!(disagree(&party, &gloss("VNP", "Valdorian People’s Party")));
        assert!(disagree(&party, &gloss("VPP", "Valdorian People’s Party")));
        assert!(!disagree(&party, &gloss("VNP", "valdorian national party")));
        assert!(!disagree(&party, &gloss("VNB", "Valdorian Bank of Needs")));
        assert!(!disagree(&party, &gloss("NVP", "New Vestan Press")));
    }
}
