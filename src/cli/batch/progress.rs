//! How far a batch is, on a terminal.

use crate::cli::args::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt;
use std::io::{self, IsTerminal, Write};

/// A line on standard error that is drawn again and again; none where that is no terminal.
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Of `count` profiles, if that is known.
    pub(super) fn new(count: Option<usize>, args: &Args) -> Self {
        let target = match !args.quiet && io::stderr().is_terminal() {
            true => ProgressDrawTarget::stderr(),
            false => ProgressDrawTarget::hidden(),
        };
        let bar = ProgressBar::with_draw_target(count.map(|count| count as u64), target);
        let template = match count {
            Some(_) => "{bar:30} {pos} of {len} profiles, {rate}, {eta} to go {msg}",
            None => "{spinner} {pos} profiles, {rate} {msg}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.with_key("rate", rate));
        }
        Self(bar)
    }

    /// One more, and how many have failed so far.
    pub(super) fn step(&self, failed: usize) {
        if failed > 0 {
            self.0.set_message(format!("({failed} failed)"));
        }
        self.0.inc(1);
    }

    /// Writes a line to standard output, around the bar if both are on the terminal.
    pub(super) fn line(&self, line: &str) -> io::Result<()> {
        let write = || io::stdout().lock().write_all(line.as_bytes());
        match self.0.is_hidden() {
            true => write(),
            false => self.0.suspend(write),
        }
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.0.finish_and_clear();
    }
}

fn rate(state: &ProgressState, to: &mut dyn fmt::Write) {
    let _ = write!(to, "{:.0} a second", state.per_sec()); // at worst it is not drawn
}
