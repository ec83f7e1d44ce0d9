//! Readers: bytes in, a [`Profile`] with the place of everything in it out.

mod assign;
mod bytes;
mod check;
mod files;
mod format;
mod json_resume;
mod notes;
mod pdf;
pub mod readme;
mod rendercv;
mod taking;
mod yaml;
mod yamlresume;

pub use check::no_audience;
pub use files::{Alone, Library, MOST_FILES, Opened};
pub use format::Format;

use crate::bounds::{Bound, Bounds};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, SourceMap, SourceText, Span};
use crate::profile::Profile;
use crate::tree::{self, Decoded, Field, Node, Value};
use files::Files;
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
    /// Whether an output may be made from it.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(Diagnostic::is_error)
    }
}

/// Reads the profile in `bytes`, which messages will call `name`: YAML, JSON, a file of
/// RenderCV or YAMLResume, or a PDF that carries a profile, known by its content.
///
/// All problems are found in one go, unless the file is not even YAML. In YAML an unknown
/// key is an error. A document in JSON is taken as a JSON Resume, which may carry fields of
/// its own and takes liberties: there it is a warning.
pub fn read(name: &str, bytes: &[u8]) -> Source {
    let file =
        Opened { name: name.to_owned(), bytes: bytes.to_vec(), ..Opened::default() };
    read_all(&[file], &[], &Alone)
}

/// Reads a profile in several files: what the first extends below it, the others on top of
/// it in their order, and on top of all what is `set`, each as `path=value`.
pub fn read_all(files: &[Opened], set: &[String], library: &dyn Library) -> Source {
    let mut read = Files::default();
    files.iter().for_each(|file| read.add(file, library));
    let mut root = read.merged();
    for (index, assignment) in set.iter().enumerate() {
        let source = u16::try_from(read.sources.len()).unwrap_or(u16::MAX);
        if let Err(problem) = assign::assign(&mut root, assignment, source) {
            read.problems.push(problem);
        }
        let name = match set.len() {
            1 => "--set".to_owned(),
            _ => format!("--set ({})", index + 1),
        };
        read.sources.push(SourceText { name, text: assignment.clone() });
    }
    let map = SourceMap::of_sources(read.sources, root);
    Source { format: read.format, ..profile(map, read.problems) }
}

/// The profile that the tree `root` of the texts in `map` makes with `fields` set in it, each
/// a value under its path.
pub fn set(map: &SourceMap, mut root: Node, fields: &[Field]) -> Source {
    let set = |field| assign::assign_field(&mut root, field).err();
    let problems = fields.iter().filter_map(set).collect();
    profile(map.with_root(root), problems)
}

/// What `bytes` hold, if it is a format that becomes a profile; nothing for a page of
/// Markdown and for whatever else is text.
pub fn format_of(bytes: &[u8], bounds: &Bounds) -> Option<Format> {
    format::known(bytes, bounds)
}

/// The tree of values in a YAML text, with their places; nothing if it is not YAML.
pub fn tree(text: &str) -> Option<Node> {
    yaml::parse(text, &Bounds::widest()).ok().map(|(root, _)| root)
}

/// The text of a Markdown page in `bytes`, without a byte-order mark and with plain line
/// ends.
///
/// # Errors
/// Bytes that are no text, as an unusable source that says why.
pub fn page(name: &str, bytes: &[u8], bounds: &Bounds) -> Result<String, Box<Source>> {
    let within = bytes::within(bytes.len(), "page", Bound::Text, bounds);
    match within.and_then(|()| bytes::text(bytes)) {
        Ok(text) => Ok(text.replace("\r\n", "\n").replace('\r', "\n")),
        Err(not_text) => {
            let map = SourceMap::new(name, not_text.text, Node::default());
            let problems = vec![not_text.problem];
            let format = Format::default();
            Err(Box::new(Source { profile: None, format, map, problems }))
        }
    }
}

fn profile(mut map: SourceMap, mut problems: Vec<Diagnostic>) -> Source {
    if let Some(problem) = not_a_profile(map.root()) {
        if !problems.iter().any(Diagnostic::is_error) {
            problems.push(problem);
        }
        return Source { profile: None, format: Format::default(), map, problems };
    }
    let Decoded { value, problems: found, refused } =
        tree::decode::<Profile>(map.root(), &Pointer::root());
    problems.extend(found.into_iter().map(|problem| map.pinned(problem)));
    map.remove_elements(&refused);
    let profile = value.map(|mut profile| {
        profile.file_order = map.root().fields().iter().map(|f| f.key.clone()).collect();
        keep_removals(&mut profile, map.root());
        let found = check::check(&profile).into_iter();
        problems.extend(found.filter(|problem| !follows(problem, &map, &refused)));
        profile
    });
    json_resume::soften(&mut problems, &map);
    problems.sort_by_cached_key(|problem| map.position(problem));
    Source { profile, format: Format::Profile, map, problems }
}

/// Puts under every output's `set` what it sets to nothing, which decoding leaves out as it
/// does everywhere else.
fn keep_removals(profile: &mut Profile, root: &Node) {
    let outputs = Pointer::root().key("outputs");
    for (name, output) in &mut profile.outputs {
        let Some(set) = root.find(&outputs.key(name).key("set")) else { continue };
        let nothing = set.node.fields().iter().filter(|f| f.node.value == Value::Null);
        for field in nothing {
            output.set.insert(field.key.clone(), serde_json::Value::Null);
        }
    }
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
        Value::List(_) | Value::Plain(_) | Value::Text(_) => None, // said when it was read
    }
}
