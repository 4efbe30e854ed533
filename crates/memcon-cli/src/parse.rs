//! `memcon parse`: records as JSON.

use std::io::{self, Write};
use std::path::Path;

use memcon::{JsonStyle, Parsed};

use crate::args::{Records, Target};
use crate::input::each_record;
use crate::save::Draft;
use crate::session::Session;
use crate::{DONE, TROUBLE};

pub(crate) fn run(
    records: &Records,
    to: Target,
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> io::Result<u8> {
    let shape = match to {
        Target::Jsonl => Shape::Lines,
        Target::Json if records.files.len() > 1 => Shape::Array,
        Target::Json => Shape::Value,
    };
    let Some(out) = out else {
        let mut written = 0;
        let status = each_record(records, session, |_, parsed, session| {
            shape.record(&parsed, written, session.output)?;
            written += 1;
            Ok(())
        })?;
        shape.close(written, session.output)?;
        return Ok(status);
    };
    save(records, shape, out, session).or_else(|error| {
        session.complain(&format!("cannot write {}: {error}", out.display()));
        Ok(TROUBLE)
    })
}

/// Writes a file; where no record can be read, a file that is there stays as it is.
fn save(records: &Records, shape: Shape, out: &Path, session: &mut Session<'_>) -> io::Result<u8> {
    let mut draft = Draft::begin(out)?;
    let mut written = 0;
    let status = each_record(records, session, |_, parsed, _| {
        shape.record(&parsed, written, &mut draft)?;
        written += 1;
        Ok(())
    })?;
    if status == DONE || written > 0 {
        shape.close(written, &mut draft)?;
        draft.finish()?;
    }
    Ok(status)
}

/// How several records stand in one output.
#[derive(Clone, Copy, Debug)]
enum Shape {
    Value,
    Array,
    Lines,
}

impl Shape {
    fn record(self, parsed: &Parsed, before: usize, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Shape::Value => writeln!(out, "{}", parsed.to_json(JsonStyle::Pretty)),
            Shape::Lines => writeln!(out, "{}", parsed.to_json(JsonStyle::Line)),
            Shape::Array => {
                let lead = if before == 0 { "[\n" } else { ",\n" };
                write!(out, "{lead}{}", parsed.to_json(JsonStyle::Pretty))
            }
        }
    }

    fn close(self, written: usize, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Shape::Value | Shape::Lines => Ok(()),
            Shape::Array if written == 0 => writeln!(out, "[]"),
            Shape::Array => writeln!(out, "\n]"),
        }
    }
}
