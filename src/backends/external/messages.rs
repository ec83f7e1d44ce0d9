//! What an external program says on standard error.

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use serde::Deserialize;

/// How many plain lines are passed on.
const MOST_LINES: usize = 20;

/// A line of JSON. Every key may be left out but the message, or the protocol.
#[derive(Debug, Deserialize)]
struct Line {
    protocol: Option<u32>,
    message: Option<String>,
    #[serde(default)]
    severity: Grade,
    origin: Option<String>,
    #[serde(default)]
    help: Vec<String>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Grade {
    Error,
    #[default]
    Warning,
}

/// Everything that a program said.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// The protocol that it speaks, if it told.
    pub(super) protocol: Option<u32>,
    /// What it said as JSON.
    pub(super) structured: Vec<Diagnostic>,
    /// What it said in plain lines.
    pub(super) plain: Vec<String>,
}

impl Said {
    /// Reads what the program of the backend `id` said.
    pub(super) fn read(bytes: &[u8], id: &str) -> Self {
        let mut said = Self::default();
        let text = String::from_utf8_lossy(bytes);
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        for line in lines {
            match serde_json::from_str::<Line>(line) {
                Ok(line) if line.message.is_some() || line.protocol.is_some() => {
                    said.protocol = line.protocol.or(said.protocol);
                    said.structured.extend(diagnostic(line, id));
                }
                Ok(_) | Err(_) if said.plain.len() < MOST_LINES => {
                    said.plain.push(harmless(line));
                }
                Ok(_) | Err(_) => {}
            }
        }
        said
    }

    /// Whether it said that something is an error.
    pub(super) fn has_errors(&self) -> bool {
        self.structured.iter().any(Diagnostic::is_error)
    }

    /// Everything as diagnostics, the plain lines in one.
    pub(super) fn all(self, id: &str) -> Vec<Diagnostic> {
        let mut all = self.structured;
        if let Some((first, rest)) = self.plain.split_first() {
            let message = format!("`curricle-{id}` says: {first}");
            let warning = Diagnostic::warning(Code::ExternalBackend, message);
            all.push(rest.iter().cloned().fold(warning, Diagnostic::help));
        }
        all
    }
}

fn diagnostic(line: Line, id: &str) -> Option<Diagnostic> {
    let message = format!("{} (`curricle-{id}`)", harmless(&line.message?));
    let code = Code::ExternalBackend;
    let problem = match line.severity {
        Grade::Error => Diagnostic::error(code, message),
        Grade::Warning => Diagnostic::warning(code, message),
    };
    let place = line.origin.map(|origin| Place::Value(Pointer::from(origin.as_str())));
    let problem = match place {
        Some(place) => problem.at(place, ""),
        None => problem,
    };
    Some(line.help.iter().map(|help| harmless(help)).fold(problem, Diagnostic::help))
}

/// A line without anything that acts on a terminal.
fn harmless(line: &str) -> String {
    line.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Severity;

    #[test]
    fn plain_lines_and_json_are_told_apart() {
        let bytes = b"plain\n\n{\"severity\": \"error\", \"message\": \"bad\", \
                      \"origin\": \"/work/0\", \"help\": [\"mend it\"]}\n[1]\n\x1b[31mred\n";
        let said = Said::read(bytes, "x");
        assert_eq!(said.plain, ["plain", "[1]", "[31mred"]);
        assert_eq!(said.structured.len(), 1);
        let problem = &said.structured[0];
        assert_eq!(problem.severity, Severity::Error);
        assert_eq!(problem.message, "bad (`curricle-x`)");
        assert_eq!(problem.labels[0].place, Place::Value(Pointer::from("/work/0")));
        assert_eq!(problem.helps, ["mend it"]);
        assert!(said.has_errors());
    }
}
