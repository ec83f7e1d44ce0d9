//! What came of a profile: a line of JSON.

use super::record::Artifact;
use crate::diagnostics::{Diagnostic, SourceMap, harmless_json, machine};
use serde::{Serialize, Serializer};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Status {
    /// Every output that was asked for is there.
    Done,
    /// An earlier run has made it.
    Skipped,
    /// Something is missing; the problems say why.
    Failed,
}

/// What came of a profile.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    /// Its place in the batch, from 0.
    index: usize,
    /// Its folder in the output folder; nothing if it could not have one.
    pub(super) name: Option<String>,
    /// The file or the line that it came from.
    pub(super) profile: String,
    pub(super) status: Status,
    #[serde(rename = "ms", serialize_with = "milliseconds")]
    pub(super) time: Duration,
    outputs: Vec<Made>,
    /// What `--format json` says elsewhere.
    problems: Vec<Value>,
}

/// An output that is there.
#[derive(Debug, Serialize)]
struct Made {
    output: String,
    path: String,
    bytes: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "some_ms")]
    ms: Option<Duration>,
    #[serde(skip)]
    artifact: Artifact,
}

impl Outcome {
    /// Of a profile that nothing has happened to so far.
    pub(super) fn of(index: usize, profile: String) -> Self {
        Self {
            index,
            name: None,
            profile,
            status: Status::Done,
            time: Duration::ZERO,
            outputs: vec![],
            problems: vec![],
        }
    }

    /// Whether nothing has gone wrong.
    pub(super) fn is_well(&self) -> bool {
        self.status != Status::Failed
    }

    /// Takes up problems, after an error of which the profile has failed.
    pub(super) fn note(&mut self, problems: &[Diagnostic], map: &SourceMap) {
        if problems.iter().any(Diagnostic::is_error) {
            self.status = Status::Failed;
        }
        self.problems.extend(machine::values(problems, map));
    }

    /// Takes up problems that stopped something.
    pub(super) fn refuse(&mut self, problems: &[Diagnostic], map: &SourceMap) {
        self.note(problems, map);
        self.status = Status::Failed;
    }

    /// Takes up an output in `folder` that took `time`.
    pub(super) fn made_one(&mut self, artifact: Artifact, folder: &Path, time: Duration) {
        self.add(artifact, folder, Some(time));
    }

    /// Takes up outputs in `folder` that an earlier run has made.
    pub(super) fn made(&mut self, artifacts: Vec<Artifact>, folder: &Path) {
        artifacts.into_iter().for_each(|artifact| self.add(artifact, folder, None));
    }

    /// The outputs that are there.
    pub(super) fn outputs(&self) -> Vec<Artifact> {
        self.outputs.iter().map(|made| made.artifact.clone()).collect()
    }

    fn add(&mut self, artifact: Artifact, folder: &Path, ms: Option<Duration>) {
        self.outputs.push(Made {
            output: artifact.output.clone(),
            path: folder.join(&artifact.path).display().to_string(),
            bytes: artifact.bytes,
            pages: artifact.pages,
            ms,
            artifact,
        });
    }

    /// The line, with its end.
    pub(super) fn line(&self) -> String {
        let line = serde_json::to_string(self).unwrap_or_default();
        harmless_json(line) + "\n"
    }
}

fn milliseconds<S: Serializer>(time: &Duration, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f64((time.as_secs_f64() * 10_000.0).round() / 10.0)
}

fn some_ms<S: Serializer>(time: &Option<Duration>, to: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => milliseconds(time, to),
        None => to.serialize_none(),
    }
}
