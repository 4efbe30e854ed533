//! Who speaks which stretch of a text.

use memcon::{CharIndex, Parsed, Span};

/// A text, and who speaks where in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Voices {
    pub(super) text: String,
    /// Stretches in code points, in order; who speaks them.
    pub(super) voices: Vec<(Span, String)>,
}

/// A stretch on one line whose speaker is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Changed {
    pub(super) line: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) words: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

impl Voices {
    pub(super) fn of(parsed: Parsed) -> Self {
        let memorandum = parsed.memorandum;
        let index = CharIndex::new(&memorandum.text);
        let mut voices = Vec::new();
        for turn in &memorandum.turns {
            let names = turn.speakers.iter().filter_map(|id| memorandum.participant(*id));
            let names: Vec<&str> = names.map(|who| who.name.as_str()).collect();
            let label = turn.label.as_ref().or(turn.cue.as_ref().map(|cue| &cue.subject));
            let label = label.map(|label| label.text.as_str());
            voices.push((index.chars(turn.span), who(&names, label)));
        }
        Self { text: memorandum.text, voices }
    }

    /// Gives every line, or part of one, whose speaker is another in a new reading.
    pub(super) fn changes(&self, new: &Voices) -> Vec<Changed> {
        let mut cuts: Vec<usize> = Vec::new();
        for (span, _) in self.voices.iter().chain(&new.voices) {
            cuts.extend([span.start, span.end]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let (mut before, mut after) = (Cursor::of(&self.voices), Cursor::of(&new.voices));
        let mut changed: Vec<(Span, Option<&str>, Option<&str>)> = Vec::new();
        for cut in cuts.windows(2) {
            let (old, new) = (before.at(cut[0]), after.at(cut[0]));
            if old == new {
                continue;
            }
            match changed.last_mut() {
                Some((span, before, after))
                    if span.end == cut[0] && *before == old && *after == new =>
                {
                    span.end = cut[1];
                }
                _ => changed.push((Span::new(cut[0], cut[1]), old, new)),
            }
        }
        self.by_line(&changed)
    }

    /// Cuts stretches at line ends; those without a letter or digit say nothing.
    fn by_line(&self, changed: &[(Span, Option<&str>, Option<&str>)]) -> Vec<Changed> {
        let mut told = Vec::new();
        let mut stretches = changed.iter();
        let Some(mut stretch) = stretches.next() else { return told };
        let mut start = 0;
        for (line, words) in self.text.split_inclusive('\n').enumerate() {
            let letters: Vec<char> = words.chars().collect();
            let end = start + letters.len();
            loop {
                let (span, old, new) = stretch;
                let (from, to) = (span.start.max(start), span.end.min(end));
                if from < to {
                    let words: String = letters[from - start..to - start].iter().collect();
                    if words.contains(char::is_alphanumeric) {
                        told.push(Changed {
                            line: line + 1,
                            start: from,
                            end: to,
                            words: words.trim().to_owned(),
                            before: old.map(str::to_owned),
                            after: new.map(str::to_owned),
                        });
                    }
                }
                if span.end > end {
                    break;
                }
                let Some(next) = stretches.next() else { return told };
                stretch = next;
            }
            start = end;
        }
        told
    }
}

/// Gives who speaks, as it is compared: the names, else the label in brackets.
pub(super) fn who(names: &[&str], label: Option<&str>) -> String {
    if names.is_empty() { format!("[{}]", label.unwrap_or("?")) } else { names.join(" and ") }
}

/// The stretches of a text, asked from its beginning to its end.
struct Cursor<'a> {
    voices: std::slice::Iter<'a, (Span, String)>,
    now: Option<&'a (Span, String)>,
}

impl<'a> Cursor<'a> {
    fn of(voices: &'a [(Span, String)]) -> Self {
        let mut voices = voices.iter();
        let now = voices.next();
        Self { voices, now }
    }

    fn at(&mut self, place: usize) -> Option<&'a str> {
        while let Some((span, who)) = self.now {
            if place < span.start {
                return None;
            }
            if place < span.end {
                return Some(who);
            }
            self.now = self.voices.next();
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voices(text: &str, spans: &[(usize, usize, &str)]) -> Voices {
        let voices =
            spans.iter().map(|(start, end, who)| (Span::new(*start, *end), (*who).to_owned()));
        Voices { text: text.to_owned(), voices: voices.collect() }
    }

    fn told(old: &Voices, new: &Voices) -> Vec<String> {
        let who = |who: &Option<String>| who.clone().unwrap_or_else(|| "-".to_owned());
        let line = |it: Changed| {
            format!("{} {:?} {}>{}", it.line, it.words, who(&it.before), who(&it.after))
        };
        old.changes(new).into_iter().map(line).collect()
    }

    #[test]
    fn only_lines_with_another_speaker_are_told() {
        let text = "Orlo: yes.\nand so on.\nVey: nö.\n";
        let old = voices(text, &[(0, 21, "Orlo"), (22, 30, "Vey")]);
        assert_eq!(told(&old, &old), Vec::<String>::new());
        let other = voices(text, &[(0, 21, "Orlo"), (22, 30, "Rivel")]);
        assert_eq!(told(&old, &other), ["3 \"Vey: nö.\" Vey>Rivel"]);
        let split = voices(text, &[(0, 10, "Orlo"), (11, 30, "Vey")]);
        assert_eq!(told(&old, &split), ["2 \"and so on.\" Orlo>Vey"]);
        let shorter = voices(text, &[(22, 30, "Vey")]);
        assert_eq!(told(&old, &shorter), ["1 \"Orlo: yes.\" Orlo>-", "2 \"and so on.\" Orlo>-"]);
    }

    #[test]
    fn parts_of_a_line_are_told_apart() {
        let text = "He said yes. She said no.";
        let old = voices(text, &[(0, 12, "Orlo"), (13, 25, "Vesta")]);
        let new = voices(text, &[(0, 12, "Orlo"), (13, 25, "[She]")]);
        assert_eq!(told(&old, &new), ["1 \"She said no.\" Vesta>[She]"]);
    }
}
