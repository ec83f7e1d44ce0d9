//! Readers: bytes in, a [`Profile`] with the place of everything in it out.

mod bytes;
mod check;
mod format;
mod json_resume;
mod notes;
mod rendercv;
mod taking;
mod yaml;
mod yamlresume;

pub use bytes::MOST_BYTES;
pub use format::Format;
pub use yaml::{MOST_LEVELS, MOST_VALUES};

use crate::diagnostics::{Code, Diagnostic, Place, Pointer, SourceMap, Span};
use crate::profile::Profile;
use crate::tree::{self, Decoded, Node, Value};
use json_resume::Relaxed;
use std::collections::HashSet;

/// What was read, with every problem in it.
#[derive(Debug)]
pub struct Source {
    /// What the person wrote, without the values that were refused; nothing if the file is
    /// no profile at all.
    pub profile: Option<Profile>,
    /// What the file turned out to be.
    pub format: Format,
    /// Where everything in it stands.
    pub map: SourceMap,
    /// Every problem: where there is an error among them, no output should be made.
    pub problems: Vec<Diagnostic>,
}

impl Source {
    fn unusable(map: SourceMap, problem: Diagnostic) -> Self {
        Self { profile: None, format: Format::default(), map, problems: vec![problem] }
    }

    /// Whether an output may be made from it.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Diagnostic::is_error)
    }
}

/// Reads the profile in `bytes`, which messages will call `name`: YAML, JSON, or a file of
/// RenderCV or YAMLResume, known by its content.
///
/// All problems are found in one go, unless the file is not even YAML. In YAML an unknown
/// key is an error. A document in JSON is taken as a JSON Resume, which may carry fields of
/// its own and takes liberties: there it is a warning.
pub fn read(name: &str, bytes: &[u8]) -> Source {
    let text = match bytes::text(bytes) {
        Ok(text) => text,
        Err(not_text) => {
            let map = SourceMap::new(name, not_text.text, Node::default());
            return Source::unusable(map, not_text.problem);
        }
    };
    if json_resume::starts_json(text) {
        return json(name, text);
    }
    match yaml::parse(text) {
        Ok((root, duplicates)) => yaml(name, text, root, duplicates),
        Err(problem) => {
            Source::unusable(SourceMap::new(name, text, Node::default()), problem)
        }
    }
}

/// A profile, or a file of another tool that is made one first.
fn yaml(name: &str, text: &str, root: Node, mut problems: Vec<Diagnostic>) -> Source {
    let format = Format::of(&root);
    let root = match format {
        Format::Profile | Format::JsonResume => root,
        Format::RenderCv => rendercv::rewrite(&root, &mut problems),
        Format::YamlResume => yamlresume::rewrite(&root, &mut problems),
    };
    let source = profile(SourceMap::new(name, text, root), problems);
    Source { format, ..source }
}

/// A document in JSON: what it plainly means is read, with warnings where it is not what
/// the standard has.
fn json(name: &str, text: &str) -> Source {
    let Relaxed { text: relaxed, mut problems } = json_resume::relaxed(text);
    match yaml::parse(&relaxed) {
        Ok((mut root, duplicates)) => {
            problems.extend(json_resume::rewrite(&mut root));
            problems.extend(duplicates);
            let mut source = profile(SourceMap::new(name, text, root), problems);
            json_resume::soften(&mut source.problems);
            Source { format: Format::JsonResume, ..source }
        }
        Err(problem) => {
            Source::unusable(SourceMap::new(name, text, Node::default()), problem)
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
    problems.sort_by_cached_key(|problem| map.position(problem));
    Source { profile, format: Format::Profile, map, problems }
}

/// Whether a problem is there only because a value was refused, which is said already.
fn follows(problem: &Diagnostic, map: &SourceMap, refused: &HashSet<Span>) -> bool {
    problem.labels.iter().any(|label| map.is_refused(&label.place, refused))
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
