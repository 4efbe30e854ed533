//! The `memcon` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(memcon_cli::run(std::env::args_os()))
}
