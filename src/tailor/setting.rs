//! What an output sets for itself.

use super::tailored;
use crate::diagnostics::{Diagnostic, Place, Pointer, SourceMap};
use crate::document::{Asked, Cut, View};
use crate::profile::Profile;
use crate::readers::{self, Source};
use crate::tree::{Field, Node};

/// The profile as the output `name` has it: what is `asked` cut first, what stands under the
/// output's `set` put in its place then. Nothing where the output sets nothing.
///
/// Its problems are those that the profile itself has not.
pub fn set_by(
    name: &str,
    profile: &Profile,
    map: &SourceMap,
    asked: &Asked,
) -> Option<Source> {
    profile.outputs.get(name).filter(|output| !output.set.is_empty())?;
    let (mut root, emptied) = match asked.is_empty() {
        true => (map.root().clone(), vec![]),
        false => {
            let view = View { asked: asked.clone(), ..View::default() };
            (tailored(profile, map, &view), Cut::of(profile, &view).take_problems())
        }
    };
    let fields = taken(&mut root, name);
    let mut source = readers::set(map, root, &fields);
    let pinned = source.problems.into_iter().map(|problem| source.map.pinned(problem));
    let own = pinned.filter(|one| one.is_error() || is_in(one, &fields));
    source.problems = emptied.into_iter().chain(own).collect();
    Some(source)
}

/// The fields under the output's `set`, out of the tree.
fn taken(root: &mut Node, name: &str) -> Vec<Field> {
    let Some(output) =
        super::children(root, "outputs").iter_mut().find(|field| field.key == name)
    else {
        return vec![];
    };
    let set = Pointer::root().key("set");
    let fields = output.node.find(&set).map(|found| found.node.fields().to_vec());
    super::remove(&mut output.node, &["set"]);
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
