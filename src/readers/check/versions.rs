//! Audiences, and what outputs and audiences leave out.

use super::sections;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer, nearest};
use crate::document::check_filters;
use crate::profile::{Audience, Profile};

/// Filters that can't mean what they say, and audiences that are not there.
pub(super) fn check(profile: &Profile) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let outputs = Pointer::root().key("outputs");
    for (name, output) in &profile.outputs {
        let origin = outputs.key(name);
        problems.extend(check_filters(profile, &output.view.filters, Some(&origin)));
        let asked = output.view.audience.as_deref();
        let place = Place::Value(origin.key("audience"));
        problems.extend(asked.and_then(|asked| no_audience(profile, asked, place)));
    }
    let audiences = Pointer::root().key("audiences");
    for (name, audience) in &profile.audiences {
        problems.extend(check_audience(profile, audience, &audiences.key(name)));
    }
    problems
}

fn check_audience(
    profile: &Profile,
    audience: &Audience,
    origin: &Pointer,
) -> Vec<Diagnostic> {
    let mut problems = check_filters(profile, &audience.filters, Some(origin));
    let named = audience.sections.as_deref().unwrap_or_default();
    problems.extend(sections::named(profile, named, &origin.key("sections")));
    problems.extend(sections::named(
        profile,
        audience.order.as_deref().unwrap_or_default(),
        &origin.key("order"),
    ));
    problems.extend(sections::headings(&audience.headings, &origin.key("headings")));
    problems
}

/// What is wrong with asking for the audience `name`, if it is not there.
pub fn no_audience(profile: &Profile, name: &str, place: Place) -> Option<Diagnostic> {
    if profile.audiences.contains_key(name) {
        return None;
    }
    let problem = Diagnostic::error(
        Code::UnknownAudience,
        format!("there is no audience `{name}`"),
    )
    .at(place, "");
    let names = || profile.audiences.keys().map(String::as_str);
    let help = match nearest(name, names()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if profile.audiences.is_empty() => {
            format!("write it: `audiences: {{{name}: {{exclude: [long]}}}}`")
        }
        None => {
            let names: Vec<_> = names().map(|name| format!("`{name}`")).collect();
            format!("there are: {}", names.join(", "))
        }
    };
    Some(problem.help(help))
}
