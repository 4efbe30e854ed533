#![doc = include_str!("../README.md")]

mod args;
mod buffers;
mod check;
mod convert;
mod corpus;
mod diff;
mod input;
mod interrupt;
mod kwic;
mod ledger;
mod memory;
mod paint;
mod parse;
mod reading;
mod session;
mod show;
mod sources;
mod wrap;

use std::ffi::OsString;
use std::io::{self, BufWriter, ErrorKind};

use clap::{CommandFactory, Parser};

use crate::args::{Args, Command};
pub use crate::buffers::Buffers;
pub use crate::memory::keep_memory;
pub use crate::session::{Session, Terminal};

/// Everything went as asked.
const DONE: u8 = 0;
/// `diff` found a difference.
const DIFFERENT: u8 = 1;
/// `check --strict` found a warning.
const DOUBTFUL: u8 = 1;
/// A file could not be read, the output not written, or the command line not understood.
const TROUBLE: u8 = 2;
/// Ctrl-C came, as shells tell it.
const INTERRUPTED: u8 = 130;

/// Runs the command on the process's own streams and gives the exit status.
///
/// The arguments begin with the name of the command. Nothing ends the process.
pub fn run<A>(args: impl IntoIterator<Item = A>) -> u8
where
    A: Into<OsString> + Clone,
{
    run_with(args, memcon::Options::new())
}

/// Runs the command as [`run`] does; every reading asks for these options, and for what the command
/// line asks: the Python wheel's command has an extractor of PDF and DOCX.
pub fn run_with<A>(args: impl IntoIterator<Item = A>, options: memcon::Options) -> u8
where
    A: Into<OsString> + Clone,
{
    let mut output = BufWriter::new(io::stdout().lock());
    run_in(
        args,
        &mut Session {
            input: &mut io::stdin().lock(),
            output: &mut output,
            // Not locked: what draws a progress bar has a thread of its own, which would wait for ever.
            errors: &mut io::stderr(),
            terminal: Terminal::of_process(),
            options,
        },
    )
}

/// Runs the command in a session and gives the exit status.
pub fn run_in<A>(args: impl IntoIterator<Item = A>, session: &mut Session<'_>) -> u8
where
    A: Into<OsString> + Clone,
{
    let done = match Args::try_parse_from(args) {
        Ok(args) => command(&args, session),
        Err(usage) => explain(&usage, session),
    };
    match done.and_then(|status| session.output.flush().map(|()| status)) {
        Ok(status) => status,
        // `memcon show talk.txt | head` has read all that it wants.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => DONE,
        Err(error) => {
            session.complain(&error);
            TROUBLE
        }
    }
}

fn command(args: &Args, session: &mut Session<'_>) -> io::Result<u8> {
    session.terminal.choose(args.color);
    if let Some(records) = args.command.records()
        && let Err(unknown) =
            records.options(&session.options).and_then(|options| memcon::parse_with("", &options))
    {
        session.complain(&memcon::on_one_line(&unknown));
        return Ok(TROUBLE);
    }
    match &args.command {
        Command::Show { records } => show::run(records, session),
        Command::Corpus(collection) => corpus::run(collection, session),
        Command::Kwic(search) => kwic::run(search, session),
        Command::Ledger(ledger) => ledger::run(ledger, session),
        Command::Diff { old, new } => diff::run(old, new, session),
        Command::Parse { records, to, output } => {
            parse::run(records, *to, output.as_deref(), session)
        }
        Command::Convert { records, to, output } => {
            convert::run(records, *to, output.as_deref(), session)
        }
        Command::Check { records, strict, verbose } => {
            check::run(records, check::Asked { strict: *strict, verbose: *verbose }, session)
        }
        Command::Schema => {
            session.output.write_all(memcon::json_schema().as_bytes())?;
            Ok(DONE)
        }
        Command::Layouts => {
            for layout in memcon::layouts() {
                writeln!(session.output, "{layout}")?;
            }
            Ok(DONE)
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), "memcon", &mut script);
            session.output.write_all(&script)?;
            Ok(DONE)
        }
    }
}

/// Says what clap has to say: help and version to the output, mistakes to the errors.
fn explain(usage: &clap::Error, session: &mut Session<'_>) -> io::Result<u8> {
    if usage.use_stderr() {
        // What cannot be said there cannot be said anywhere.
        let _ = write!(session.errors, "{}", usage.render());
        return Ok(TROUBLE);
    }
    write!(session.output, "{}", usage.render())?;
    Ok(DONE)
}
