//! The records named on the command line, read one after the other.

use std::io;
use std::path::{Path, PathBuf};

use memcon::{Document, Documents, Error, Options, Parsed, on_one_line};

use crate::args::Records;
use crate::session::Session;
use crate::{DONE, TROUBLE};

/// What the standard input is called in messages.
const STANDARD_INPUT: &str = "standard input";

/// Hands every record that can be read to `each`, with its name; complains of the others.
///
/// A file may hold many. The status tells whether all could be read.
pub(crate) fn each_record(
    records: &Records,
    session: &mut Session<'_>,
    mut each: impl FnMut(&str, Parsed, &mut Session<'_>) -> io::Result<()>,
) -> io::Result<u8> {
    let options = match records.options(&session.options) {
        Ok(options) => options,
        Err(error) => {
            session.complain(&on_one_line(&error));
            return Ok(TROUBLE);
        }
    };
    let mut status = DONE;
    for file in &records.files {
        let name = name(file);
        let mut any = false;
        let mut read = |document: Result<Document, Error>, session: &mut Session<'_>| {
            let document = document?;
            any = true;
            let name = match document.id() {
                Some(id) => format!("{name}#{id}"),
                None => name.clone(),
            };
            Ok(each(&name, document.parse(), session))
        };
        let mut troubles = Vec::new();
        match documents(file, &options, session) {
            Ok(documents) => {
                for document in documents {
                    match read(document, session) {
                        Ok(done) => done?,
                        Err(error) => troubles.push(error),
                    }
                }
            }
            Err(error) => troubles.push(error),
        }
        if let (true, false, Some(id)) = (troubles.is_empty(), any, &records.id) {
            troubles.push(Error::NoDocument { path: file.clone(), id: id.clone() });
        }
        for error in troubles {
            match &error {
                Error::Json { .. } => session.complain(&format!("{name}: {}", on_one_line(&error))),
                _ => session.complain(&on_one_line(&error)),
            }
            status = TROUBLE;
        }
    }
    Ok(status)
}

fn name(file: &Path) -> String {
    if is_standard_input(file) { STANDARD_INPUT.to_owned() } else { file.display().to_string() }
}

fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn documents(
    file: &Path,
    options: &Options,
    session: &mut Session<'_>,
) -> Result<Documents, Error> {
    if !is_standard_input(file) {
        return memcon::documents(file, options);
    }
    let path = PathBuf::from(STANDARD_INPUT);
    let mut bytes = Vec::new();
    match session.input.read_to_end(&mut bytes) {
        Ok(_) => memcon::documents_in(path, bytes, options),
        Err(source) => Err(Error::Read { path, source }),
    }
}
