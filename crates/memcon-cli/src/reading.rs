//! How to read, as every command that reads is told.

use std::path::PathBuf;

use memcon::{Error, Options, Roster};

/// How to read.
#[derive(Debug, clap::Args)]
pub(crate) struct Reading {
    /// Read in this layout instead of recognising one (`memcon layouts` lists them).
    #[arg(long, value_name = "NAME")]
    layout: Option<String>,

    /// People whom you know, in TOML or CSV: their offices by date, and their ids.
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,

    /// Insist on an encoding instead of having it found: windows-1251, cp437, utf-16.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

impl Reading {
    /// Adds what was said to options.
    pub(crate) fn added_to(&self, mut options: Options) -> Result<Options, Error> {
        if let Some(layout) = &self.layout {
            options = options.layout(layout.as_str());
        }
        if let Some(roster) = &self.roster {
            options = options.roster(Roster::read(roster)?);
        }
        if let Some(encoding) = &self.encoding {
            options = options.encoding(encoding.as_str());
        }
        Ok(options)
    }
}
