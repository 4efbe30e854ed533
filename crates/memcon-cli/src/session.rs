//! Where a run reads and writes.

use std::env;
use std::fmt;
use std::io::{self, IsTerminal, Read, Write};

use crate::args::When;

/// Where a run reads and writes, and what the terminal can do.
pub struct Session<'a> {
    /// What the file `-` stands for.
    pub input: &'a mut dyn Read,
    /// Where results go.
    pub output: &'a mut dyn Write,
    /// Where complaints go.
    pub errors: &'a mut dyn Write,
    /// What the output's terminal can do.
    pub terminal: Terminal,
    /// What every reading asks besides what the command line asks.
    pub options: memcon::Options,
}

/// What the terminal can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Whether to colour when nothing else is asked.
    pub colour: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether to draw how far a long run is.
    pub progress: bool,
}

/// The columns where no terminal tells.
const WIDTH: usize = 100;

impl Terminal {
    /// Gives what the process's standard output can do.
    pub fn of_process() -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        let colour = io::stdout().is_terminal() && !is_set("NO_COLOR") && !dumb;
        let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let progress = io::stderr().is_terminal() && !dumb;
        Self { colour, width: columns.or_else(measured).unwrap_or(WIDTH), progress }
    }

    pub(crate) fn choose(&mut self, when: When) {
        match when {
            When::Auto => {}
            When::Always => self.colour = true,
            When::Never => self.colour = false,
        }
    }
}

impl Session<'_> {
    /// Says one line on the errors.
    pub(crate) fn complain(&mut self, what: &dyn fmt::Display) {
        // What cannot be said there cannot be said anywhere.
        let _ = writeln!(self.errors, "memcon: {what}");
    }
}

impl fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("terminal", &self.terminal).finish_non_exhaustive()
    }
}
