//! Readers: bytes in, a [`Profile`] with the place of everything in it out.

mod bytes;
mod check;
pub mod readme;
mod yaml;

pub use bytes::MOST_BYTES;
pub use yaml::{MOST_LEVELS, MOST_VALUES};

use crate::diagnostics::{Code, Diagnostic, Place, Pointer, Severity, SourceMap, Span};
use crate::profile::Profile;
use crate::tree::{self, Decoded, Node, Value};
use std::collections::HashSet;

/// What was read, with every problem in it.
#[derive(Debug)]
pub struct Source {
    /// What the person wrote, without the values that were refused; nothing if the file is
    /// no profile at all.
    pub profile: Option<Profile>,
    /// Where everything in it stands.
    pub map: SourceMap,
    /// Every problem: where there is an error among them, no output should be made.
    pub problems: Vec<Diagnostic>,
}

impl Source {
    fn unusable(map: SourceMap, problem: Diagnostic) -> Self {
        Self { profile: None, map, problems: vec![problem] }
    }

    /// Whether an output may be made from it.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Diagnostic::is_error)
    }
}

/// Reads the profile in `bytes`, YAML or JSON, which messages will call `name`.
///
/// All problems are found in one go, unless the file is not even YAML. In YAML an unknown
/// key is an error. A document in JSON is taken as a JSON Resume, which may carry fields of
/// its own: there it is a warning.
pub fn read(name: &str, bytes: &[u8]) -> Source {
    let text = match bytes::text(bytes) {
        Ok(text) => text,
        Err(not_text) => {
            let map = SourceMap::new(name, not_text.text, Node::default());
            return Source::unusable(map, not_text.problem);
        }
    };
    match yaml::parse(text) {
        Ok((root, duplicates)) => profile(SourceMap::new(name, text, root), duplicates),
        Err(problem) => {
            Source::unusable(SourceMap::new(name, text, Node::default()), problem)
        }
    }
}

/// The text of a Markdown page in `bytes`, without a byte-order mark and with plain line
/// ends.
///
/// # Errors
/// Bytes that are no text, as an unusable source that says why.
pub fn page(name: &str, bytes: &[u8]) -> Result<String, Box<Source>> {
    match bytes::text(bytes) {
        Ok(text) => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        Err(not_text) => {
            let map = SourceMap::new(name, not_text.text, Node::default());
            Err(Box::new(Source::unusable(map, not_text.problem)))
        }
    }
}

fn profile(mut map: SourceMap, mut problems: Vec<Diagnostic>) -> Source {
    if let Some(problem) = not_a_profile(map.root()) {
        return Source::unusable(map, problem);
    }
    let Decoded { value, problems: found, refused } =
        tree::decode::<Profile>(map.root(), &Pointer::root());
    problems.extend(found.into_iter().map(|problem| map.pinned(problem)));
    map.remove_elements(&refused);
    let profile = value.map(|mut profile| {
        profile.file_order = map.root().fields().iter().map(|f| f.key.clone()).collect();
        let found = check::check(&profile).into_iter();
        problems.extend(found.filter(|problem| !follows(problem, &map, &refused)));
        profile
    });
    if is_json(map.text()) {
        soften_unknown_keys(&mut problems);
    }
    problems.sort_by_cached_key(|problem| map.position(problem));
    Source { profile, map, problems }
}

/// Whether a problem is there only because a value was refused, which is said already.
fn follows(problem: &Diagnostic, map: &SourceMap, refused: &HashSet<Span>) -> bool {
    problem.labels.iter().any(|label| map.is_refused(&label.place, refused))
}

/// Whether a text is meant as JSON; YAML begins a profile with a key.
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{')
}

fn not_a_profile(root: &Node) -> Option<Diagnostic> {
    match &root.value {
        Value::Map(_) => None,
        Value::Null => Some(
            Diagnostic::error(Code::Empty, "the profile is empty")
                .at(Place::File, "")
                .help("`curricle new` writes one to start from"),
        ),
        Value::List(_) | Value::Plain(_) | Value::Text(_) => Some(
            Diagnostic::error(
                Code::WrongType,
                format!("a profile is a map of sections, found {}", root.kind()),
            )
            .at(Place::Value(Pointer::root()), "")
            .help("start with `basics:` and a `name:` under it"),
        ),
    }
}

fn soften_unknown_keys(problems: &mut [Diagnostic]) {
    for problem in problems.iter_mut().filter(|p| p.code == Code::UnknownKey) {
        problem.severity = Severity::Warning;
        problem.message.push_str(", which no output shows");
    }
}
