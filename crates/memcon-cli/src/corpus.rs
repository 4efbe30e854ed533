//! `memcon corpus`: a collection as a folder of Parquet files.

use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use memcon::on_one_line;
use memcon_corpus::{Error, Progress, Report};

use crate::kwic::count;
use crate::session::Session;
use crate::sources::Sources;
use crate::wrap::harmless;
use crate::{DONE, INTERRUPTED, TROUBLE, convert, interrupt};

/// Which records, and where to keep them.
#[derive(Debug, clap::Args)]
pub(crate) struct Collection {
    #[command(flatten)]
    sources: Sources,

    /// The folder of Parquet files to bring up to date.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,
}

pub(crate) fn run(collection: &Collection, session: &mut Session<'_>) -> io::Result<u8> {
    interrupt::listen();
    let bar = bar(session);
    let done = collection.sources.open(session.options.clone()).and_then(|corpus| {
        corpus.save(&collection.output, |progress| {
            show(&bar, progress);
            if interrupt::came() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    });
    bar.finish_and_clear();
    match done {
        Ok(report) => told(&report, session),
        Err(error) => {
            session.complain(&line(&error));
            Ok(if matches!(error, Error::Interrupted) { INTERRUPTED } else { TROUBLE })
        }
    }
}

fn bar(session: &Session<'_>) -> ProgressBar {
    let target = if session.terminal.progress {
        ProgressDrawTarget::stderr_with_hz(8)
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(None, target);
    let style = "{bar:32} {pos}/{len} files, {msg}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(style) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

fn show(bar: &ProgressBar, progress: &Progress) {
    bar.set_length(progress.files as u64);
    bar.set_position(progress.done as u64);
    bar.set_message(match progress.failed {
        0 => format!("{} read", progress.read),
        failed => format!("{} read, {failed} not", progress.read),
    });
}

fn told(report: &Report, session: &mut Session<'_>) -> io::Result<u8> {
    for failure in &report.failures {
        session.complain(&harmless(&format!("{}: {}", failure.id, failure.why)));
    }
    let progress = report.progress;
    writeln!(
        session.output,
        "{} read, {} could not be read; {} unchanged, {} taken out",
        count(progress.read, "record"),
        progress.failed,
        count(progress.unchanged, "file"),
        report.removed,
    )?;
    convert::report(&report.losses, session);
    Ok(if report.failures.is_empty() { DONE } else { TROUBLE })
}

/// Gives an error and its causes on one line.
pub(crate) fn line(error: &Error) -> String {
    harmless(&on_one_line(error))
}
