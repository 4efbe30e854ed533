//! The `memcon` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    memcon_cli::keep_memory();
    ExitCode::from(memcon_cli::run(std::env::args_os()))
}
