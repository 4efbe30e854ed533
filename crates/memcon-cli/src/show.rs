//! `memcon show`: a record as a readable page.

mod head;

use std::io::{self, Write};

use memcon::{Memorandum, Mode, Parsed, PersonId, Turn};

use crate::args::Records;
use crate::input::each_record;
use crate::paint::{Ink, Paint};
use crate::session::{Session, Terminal};
use crate::wrap::{harmless, wrap};

/// The longest line that reads well; wider terminals get a margin.
const MEASURE: usize = 96;
/// How far speech stands in from its speaker.
const INDENT: usize = 4;

pub(crate) fn run(records: &Records, session: &mut Session<'_>) -> io::Result<u8> {
    let several = records.files.len() > 1;
    let mut shown = 0;
    each_record(records, session, |name, parsed, session| {
        let page = Page::new(session.terminal);
        if shown > 0 {
            writeln!(session.output)?;
        }
        if several {
            page.rule(session.output, name)?;
        }
        shown += 1;
        page.record(session.output, name, &parsed)
    })
}

/// The width and the paint of a page.
#[derive(Clone, Copy, Debug)]
struct Page {
    paint: Paint,
    width: usize,
}

impl Page {
    fn new(terminal: Terminal) -> Self {
        Self { paint: Paint::of(terminal.colour), width: terminal.width.clamp(24, MEASURE) }
    }

    fn record(self, out: &mut dyn Write, name: &str, parsed: &Parsed) -> io::Result<()> {
        let memorandum = &parsed.memorandum;
        self.head(out, memorandum)?;
        self.people(out, memorandum)?;
        if memorandum.turns.is_empty() {
            writeln!(out, "\n{}", self.paint.dress(Ink::Aside, "No one speaks in this document."))?;
        } else {
            writeln!(out)?;
            self.rule(out, "")?;
        }
        for turn in &memorandum.turns {
            self.turn(out, memorandum, turn)?;
        }
        let doubts = parsed.diagnostics.len();
        if doubts > 0 {
            let noun = if doubts == 1 { "doubt" } else { "doubts" };
            let line = format!("{doubts} {noun}; `memcon check {}` tells more", harmless(name));
            writeln!(out, "\n{}", self.paint.dress(Ink::Aside, &line))?;
        }
        Ok(())
    }

    fn turn(self, out: &mut dyn Write, memorandum: &Memorandum, turn: &Turn) -> io::Result<()> {
        let mut line = self.speaker(memorandum, turn);
        for aside in asides(turn) {
            line = format!("{line}  {}", self.paint.dress(Ink::Aside, &harmless(&aside)));
        }
        writeln!(out, "\n{line}")?;
        let text = harmless(&turn.text);
        for (place, paragraph) in text.split("\n\n").enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            for line in wrap(paragraph, self.width - INDENT) {
                writeln!(out, "{:INDENT$}{line}", "")?;
            }
        }
        Ok(())
    }

    fn speaker(self, memorandum: &Memorandum, turn: &Turn) -> String {
        let known = |id: &PersonId| {
            let name = memorandum.participant(*id).map(|person| harmless(&person.name));
            self.paint.dress(Ink::Speaker(id.index()), &name.unwrap_or_else(|| id.to_string()))
        };
        let all = |people: &[PersonId], between: &str| {
            people.iter().map(known).collect::<Vec<_>>().join(between)
        };
        match &turn.speaker {
            Some(_) if turn.speakers.len() > 1 => all(&turn.speakers, " and "),
            Some(id) => known(id),
            None => {
                let written = self.paint.dress(Ink::Stranger, &harmless(written_speaker(turn)));
                if turn.candidates.is_empty() {
                    written
                } else {
                    format!("{written} = {}?", all(&turn.candidates, " or "))
                }
            }
        }
    }

    /// Draws a line across the page, with a word in it.
    fn rule(self, out: &mut dyn Write, word: &str) -> io::Result<()> {
        let word =
            if word.is_empty() { String::new() } else { format!("── {} ", harmless(word)) };
        let rest = "─".repeat(self.width.saturating_sub(word.chars().count()));
        writeln!(out, "{}", self.paint.dress(Ink::Aside, &format!("{word}{rest}")))
    }
}

fn written_speaker(turn: &Turn) -> &str {
    let label = turn.label.as_ref().map(|label| label.text.as_str());
    let subject = turn.cue.as_ref().map(|cue| cue.subject.text.as_str());
    label.or(subject).unwrap_or("somebody")
}

fn asides(turn: &Turn) -> Vec<String> {
    let told = match turn.mode {
        Mode::Verbatim => None,
        Mode::Reported => Some("told".to_owned()),
    };
    let addressee = turn.addressee.as_ref().map(|addressee| format!("to {}", addressee.text));
    let voice = turn.voiced_by.as_ref().map(|voice| voice.text.clone());
    let resumes = turn.resumes.map(|_| "resuming".to_owned());
    [told, addressee, voice, resumes].into_iter().flatten().collect()
}
