//! What a sentence takes from the one before it: "the latter", a heading run into the paragraph.

use super::roster::Match;
use super::script::{Script, Told};
use crate::grammar::cue::{Level, Reader, SubjectKind};
use crate::grammar::words::boundary;
use crate::model::Rule;
use crate::span::Span;

/// The longest heading that runs on into its paragraph, in bytes.
const HEADING: usize = 60;

/// How far back "the latter" may reach, in bytes: a sentence without end is not read anew for each.
const BACK: usize = 2000;

impl Script<'_> {
    /// Tells of a paragraph whose first sentence stands at a place whether that is a heading: a
    /// few capitalised words before a sentence that somebody speaks.
    pub(super) fn run_on(&mut self, text: &str, first: usize) {
        let [opening, next, ..] = &self.sentences[first..] else { return };
        let spoken = self.clauses[next.clauses.clone()].iter().any(|(clause, _)| {
            clause.level == Level::Main
                && clause.spoken
                && matches!(
                    clause.kind,
                    SubjectKind::Named
                        | SubjectKind::Role
                        | SubjectKind::List
                        | SubjectKind::Withheld
                )
        });
        let written = opening.span.of(text);
        // "Secretary Invited to Tour the Dam.": a verb with a capital reports nothing.
        let plain = self.clauses[opening.clauses.clone()]
            .iter()
            .all(|(clause, _)| clause.verb.of(text).starts_with(char::is_uppercase));
        if spoken
            && plain
            && opening.event.is_none()
            && written.len() <= HEADING
            && is_heading(written)
        {
            self.sentences[first].event = Some(Told::Heading);
        }
    }

    /// Finds whom "the latter" and "the former" mean: the last two whom their sentence, or the one
    /// before, names. Whoever is at the table must be known.
    pub(super) fn settle_latter(&mut self, text: &str) {
        for i in 0..self.sentences.len() {
            for place in self.sentences[i].clauses.clone() {
                let clause = self.clauses[place].0;
                if clause.kind != SubjectKind::Side {
                    continue;
                }
                let back = match clause.subject.of(text).rsplit(' ').next() {
                    Some("latter") => 0,
                    Some("former") => 1,
                    _ => continue,
                };
                let mut named = Vec::new();
                let sentence = self.sentences[i].span;
                let before = Span::new(sentence.start, clause.subject.start);
                self.names_before(text, before, &mut named);
                if let Some(earlier) = i.checked_sub(1).map(|i| self.sentences[i].span) {
                    self.names_before(text, earlier, &mut named);
                }
                if let Some(person) = named.get(back) {
                    self.clauses[place].1 = Match::One(*person, Rule::Pronoun);
                }
            }
        }
    }

    /// Adds the people at the table whom a stretch names, the last first, each once.
    fn names_before(&self, text: &str, within: Span, named: &mut Vec<usize>) {
        let from = boundary(text, within.end.saturating_sub(BACK));
        let within = Span::new(within.start.max(from), within.end);
        let mut reader = Reader::default();
        reader.clauses(text, within);
        for (kind, span) in reader.named() {
            if let Match::One(person, _) = self.roster.find(kind, span.of(text))
                && !named.contains(&person)
            {
                named.push(person);
            }
        }
    }
}

/// Words in lower case that stand in a heading.
const JOINERS: [&str; 12] =
    ["of", "and", "the", "in", "on", "for", "to", "a", "with", "or", "by", "from"];

/// Tells whether a sentence is a few capitalised words, joined by small ones, with a stop.
fn is_heading(sentence: &str) -> bool {
    let Some(words) = sentence.strip_suffix('.').map(str::trim_end) else { return false };
    let titled = words.split(' ').all(|word| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || JOINERS.contains(&word)
    });
    let answer = matches!(words, "Yes" | "No" | "True" | "Fine" | "Good" | "Right");
    titled && words.starts_with(char::is_uppercase) && !answer && words.len() > 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_run_on_and_near_forms() {
        for heading in
            ["Balloons.", "Hungary and the UN.", "Attitude on Neutral Nations.", "Tin for the UN ."]
        {
            assert!(is_heading(heading), "{heading}");
        }
        for near in ["Yes.", "He agreed with it.", "Balloons", "The dam was breaking.", "The dam."]
        {
            assert!(!is_heading(near), "{near}");
        }
    }
}
