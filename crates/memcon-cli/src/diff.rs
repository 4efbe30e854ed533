//! `memcon diff`: every line whose speaker changed between two readings.

use std::io;
use std::path::Path;

use memcon_corpus::DiffRow;

use crate::corpus::line;
use crate::session::Session;
use crate::wrap::harmless;
use crate::{DIFFERENT, DONE, TROUBLE};

pub(crate) fn run(old: &Path, new: &Path, session: &mut Session<'_>) -> io::Result<u8> {
    let mut rows = Vec::new();
    let compared = match memcon_corpus::diff_with(old, new, &session.options, |row| rows.push(row))
    {
        Ok(compared) => compared,
        Err(error) => {
            session.complain(&line(&error));
            return Ok(TROUBLE);
        }
    };
    for row in &rows {
        tell(row, session)?;
    }
    let records = if compared == 1 { "record" } else { "records" };
    let differences = if rows.len() == 1 { "difference" } else { "differences" };
    writeln!(session.output, "{compared} {records} compared, {} {differences}", rows.len())?;
    Ok(if rows.is_empty() { DONE } else { DIFFERENT })
}

fn tell(row: &DiffRow, session: &mut Session<'_>) -> io::Result<()> {
    let id = harmless(&row.document_id);
    let who = |who: &Option<String>| who.as_deref().map_or("nobody".to_owned(), harmless);
    match (row.line, &row.words) {
        (Some(line), Some(words)) => {
            writeln!(session.output, "{id}:{line}: {} → {}", who(&row.old), who(&row.new))?;
            writeln!(session.output, "    {}", harmless(words).replace('\n', " "))
        }
        (_, _) => writeln!(session.output, "{id}: {}", about(&row.change)),
    }
}

fn about(change: &str) -> &str {
    match change {
        "text" => "another text; its lines are not compared",
        "added" => "only in the new reading",
        "removed" => "only in the old reading",
        other => other,
    }
}
