//! How long the stages took, for `-v`.

use indexmap::IndexMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What a stage took, all its runs together.
#[derive(Debug, Clone, Copy, Default)]
struct Lap {
    time: Duration,
    runs: usize,
}

/// The stages in the order in which they were first done.
#[derive(Debug, Default)]
pub(super) struct Times(Mutex<IndexMap<String, Lap>>);

impl Times {
    /// Does `work` as a part of `stage`.
    pub(super) fn of<T>(&self, stage: &str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.add(stage, start.elapsed());
        result
    }

    /// Adds a run of `stage`.
    pub(super) fn add(&self, stage: &str, time: Duration) {
        let mut laps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let lap = laps.entry(stage.to_owned()).or_default();
        lap.time += time;
        lap.runs += 1;
    }

    /// A line for each stage: `pdf      31.02 ms`, and `in 2 runs` where there were several.
    pub(super) fn lines(&self) -> Vec<String> {
        let laps = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let width = laps.keys().map(|stage| stage.chars().count()).max().unwrap_or(0);
        let line = |(stage, lap): (&String, &Lap)| {
            let time = lap.time.as_secs_f64() * 1000.0;
            let runs = match lap.runs {
                1 => String::new(),
                runs => format!(" in {runs} runs"),
            };
            format!("{stage:width$} {time:>10.2} ms{runs}")
        };
        laps.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_a_stage_are_added_up() {
        let times = Times::default();
        assert_eq!(times.of("read", || 7), 7);
        for stage in ["readme", "write", "write"] {
            times.add(stage, Duration::from_micros(1250));
        }
        let lines = times.lines();
        assert!(lines[0].starts_with("read   ") && lines[0].ends_with(" ms"));
        assert_eq!(
            lines[1..],
            ["readme       1.25 ms", "write        2.50 ms in 2 runs"]
        );
    }
}
