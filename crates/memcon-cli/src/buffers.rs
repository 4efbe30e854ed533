//! A session in memory.

use std::ffi::OsString;

use crate::{Session, Terminal, run_in};

/// A session in memory, to run the command without a process.
#[derive(Clone, Debug)]
pub struct Buffers {
    /// What the terminal is said to do; plain and 80 columns wide at first.
    pub terminal: Terminal,
    input: Vec<u8>,
    output: Vec<u8>,
    errors: Vec<u8>,
}

impl Buffers {
    /// Gives a session whose standard input holds these bytes.
    pub fn new(input: impl Into<Vec<u8>>) -> Self {
        let terminal = Terminal { colour: false, width: 80, progress: false };
        Self { terminal, input: input.into(), output: Vec::new(), errors: Vec::new() }
    }

    /// Runs the command and gives the exit status; what it writes comes after what is there.
    pub fn run<A>(&mut self, args: impl IntoIterator<Item = A>) -> u8
    where
        A: Into<OsString> + Clone,
    {
        let session = &mut Session {
            input: &mut self.input.as_slice(),
            output: &mut self.output,
            errors: &mut self.errors,
            terminal: self.terminal,
            options: memcon::Options::new(),
        };
        run_in(args, session)
    }

    /// Gives what was written as a result.
    pub fn output(&self) -> String {
        String::from_utf8_lossy(&self.output).into_owned()
    }

    /// Gives what was complained of.
    pub fn errors(&self) -> String {
        String::from_utf8_lossy(&self.errors).into_owned()
    }
}
