//! The end that somebody else wants: SIGINT, SIGTERM, SIGHUP.

/// Lets a signal end the process between two files and not in the middle of one, which
/// would leave a temporary one. The process still ends by the signal, at once, so that
/// shells see what they expect.
///
/// To be called before the first file is written: a run that writes none needs it not.
#[cfg(unix)]
pub(super) fn end_between_files() {
    use std::sync::Once;
    static WATCHED: Once = Once::new();
    WATCHED.call_once(unix::watch);
}

/// Elsewhere what is left behind is removed by the next run.
#[cfg(not(unix))]
pub(super) fn end_between_files() {}

#[cfg(unix)]
mod unix {
    use crate::output;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    use std::{fs, thread};

    /// What can't be watched stays as it is.
    pub(super) fn watch() {
        let ignored = ignored();
        let asked = [SIGHUP, SIGINT, SIGTERM].into_iter();
        let asked = asked.filter(|signal| ignored & (1 << (signal - 1)) == 0);
        if let Ok(mut signals) = Signals::new(asked) {
            thread::spawn(move || {
                for signal in signals.forever() {
                    let _still = output::still();
                    let _ = emulate_default_handler(signal);
                }
            });
        }
    }

    /// The signals that whoever started us wants ignored, a bit each, as `nohup` does with
    /// SIGHUP; a handler would undo that. Linux says which (proc_pid_status(5)).
    fn ignored() -> u64 {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
    }
}
