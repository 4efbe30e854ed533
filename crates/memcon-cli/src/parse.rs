//! `memcon parse`: records as JSON.

use std::io::{self, Write};
use std::path::Path;

use memcon::{JsonStyle, Parsed};
use memcon_corpus::Draft;

use crate::args::{Records, Target};
use crate::input::each_record;
use crate::session::Session;
use crate::{DONE, TROUBLE};

pub(crate) fn run(
    records: &Records,
    to: Target,
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> io::Result<u8> {
    let mut pages = Pages::new(to, records.files.len());
    let Some(out) = out else {
        let status = each_record(records, session, |_, parsed, session| {
            pages.record(&parsed, session.output)
        })?;
        pages.close(session.output)?;
        return Ok(status);
    };
    save(records, pages, out, session).or_else(|error| {
        session.complain(&format!("cannot write {}: {error}", out.display()));
        Ok(TROUBLE)
    })
}

/// Writes a file; where no record can be read, a file that is there stays as it is.
fn save(
    records: &Records,
    mut pages: Pages,
    out: &Path,
    session: &mut Session<'_>,
) -> io::Result<u8> {
    let mut draft = Draft::begin(out)?;
    let status = each_record(records, session, |_, parsed, _| pages.record(&parsed, &mut draft))?;
    if status == DONE || pages.written > 0 {
        pages.close(&mut draft)?;
        draft.finish()?;
    }
    Ok(status)
}

/// How several records stand in one output.
#[derive(Clone, Copy, Debug)]
enum Shape {
    /// One value, and an array as soon as there is a second.
    Value,
    Array,
    Lines,
}

/// The output as it grows.
struct Pages {
    shape: Shape,
    written: usize,
    /// The first record, as long as it may be the only one.
    held: Option<String>,
}

impl Pages {
    fn new(to: Target, files: usize) -> Self {
        let shape = match to {
            Target::Jsonl => Shape::Lines,
            Target::Json if files > 1 => Shape::Array,
            Target::Json => Shape::Value,
        };
        Self { shape, written: 0, held: None }
    }

    fn record(&mut self, parsed: &Parsed, out: &mut dyn Write) -> io::Result<()> {
        self.written += 1;
        match self.shape {
            Shape::Lines => writeln!(out, "{}", parsed.to_json(JsonStyle::Line)),
            Shape::Value if self.written == 1 => {
                self.held = Some(parsed.to_json(JsonStyle::Pretty));
                Ok(())
            }
            Shape::Value => {
                self.shape = Shape::Array;
                let first = self.held.take().unwrap_or_default();
                write!(out, "[\n{first},\n{}", parsed.to_json(JsonStyle::Pretty))
            }
            Shape::Array => {
                let lead = if self.written == 1 { "[\n" } else { ",\n" };
                write!(out, "{lead}{}", parsed.to_json(JsonStyle::Pretty))
            }
        }
    }

    fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match (self.shape, self.held.take()) {
            (Shape::Value, Some(only)) => writeln!(out, "{only}"),
            (Shape::Value | Shape::Lines, _) => Ok(()),
            (Shape::Array, _) if self.written == 0 => writeln!(out, "[]"),
            (Shape::Array, _) => writeln!(out, "\n]"),
        }
    }
}
