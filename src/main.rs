//! The `curricle` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    curricle::cli::main()
}
