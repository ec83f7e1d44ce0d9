//! The `curricle` command.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A typeset page makes hundreds of thousands of small nodes on one thread.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    curricle::cli::main()
}
