//! The profile as one output has it.

use super::{children, remove, tailored};
use crate::diagnostics::{Diagnostic, Place, Pointer, SourceMap};
use crate::document::{Asked, Cut, View};
use crate::profile::Profile;
use crate::readers::{self, Source};
use crate::tree::{Field, Node};

/// The profile as an output has it: what is `asked` cut first, what stands under the
/// output's `set` put in its place then. What the output itself leaves out is still there.
///
/// Its problems are those that the profile itself has not.
pub fn version(
    output: Option<&str>,
    profile: &Profile,
    map: &SourceMap,
    asked: &Asked,
) -> Source {
    let view = View { asked: asked.clone(), ..View::default() };
    let emptied = Cut::of(profile, &view).take_problems().into_iter();
    let emptied: Vec<_> = emptied.map(|problem| map.pinned(problem)).collect();
    let mut root = match asked.is_empty() {
        true => map.root().clone(),
        false => tailored(profile, map, &view),
    };
    let fields = output.map(|name| taken(&mut root, name)).unwrap_or_default();
    let mut source = readers::set(map, root, &fields);
    let pinned = source.problems.into_iter().map(|problem| source.map.pinned(problem));
    let own = pinned.filter(|one| one.is_error() || is_in(one, &fields));
    source.problems = emptied.into_iter().chain(own).collect();
    source
}

/// The fields under the output's `set`, out of the tree.
fn taken(root: &mut Node, name: &str) -> Vec<Field> {
    let mut outputs = children(root, "outputs").iter_mut();
    let Some(output) = outputs.find(|field| field.key == name) else { return vec![] };
    let set = Pointer::root().key("set");
    let fields = output.node.find(&set).map(|found| found.node.fields().to_vec());
    remove(&mut output.node, &["set"]);
    fields.unwrap_or_default()
}

/// Whether a problem is in what is set. The others are those of the profile.
fn is_in(problem: &Diagnostic, fields: &[Field]) -> bool {
    problem.labels.iter().any(|label| match label.place {
        Place::Span(span) => fields.iter().any(|field| {
            field.key_span.source == span.source
                && (field.key_span.start..=field.node.span.end).contains(&span.start)
        }),
        Place::Nowhere
        | Place::File
        | Place::Source(_)
        | Place::Value(_)
        | Place::Key(_)
        | Place::Within(_, _) => false,
    })
}
