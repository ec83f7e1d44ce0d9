//! What is wrong with a profile as a whole, though each value is right by itself.

mod dates;
mod sections;

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::{Autolink, Profile};

/// Every such problem.
pub(super) fn check(profile: &Profile) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    problems.extend(name(profile));
    problems.extend(autolinks(&profile.autolinks));
    problems.extend(sections::check(profile));
    problems.extend(dates::check(profile));
    problems
}

fn name(profile: &Profile) -> Option<Diagnostic> {
    let basics = Pointer::root().key("basics");
    profile.basics.name.is_empty().then(|| {
        Diagnostic::error(Code::Missing, "the profile has no name")
            .at(Place::Key(basics), "")
            .help("write it under `basics`: `name: Ada Example`")
    })
}

fn autolinks(rules: &[Autolink]) -> Vec<Diagnostic> {
    let origin = Pointer::root().key("autolinks");
    let rules = rules.iter().enumerate();
    rules.flat_map(|(index, rule)| autolink(rule, &origin.index(index))).collect()
}

fn autolink(rule: &Autolink, origin: &Pointer) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    if !rule.ready.is_empty() && rule.prefix.is_empty() && rule.url.is_empty() {
        return problems;
    }
    if rule.prefix.trim().is_empty() {
        let problem = Diagnostic::error(Code::BadAutolink, "the rule has no `prefix`")
            .at(Place::Value(origin.clone()), "")
            .help("write what every reference begins with: `prefix: PROJ-`")
            .help("or name ready-made rules: `use: [github, ietf]`");
        problems.push(problem);
    }
    let (wanted, has_place) = match rule.ids.is_empty() {
        true => ("<num>", rule.url.contains("<num>")),
        false => ("<id>", rule.url.contains("<id>") || rule.url.contains("<num>")),
    };
    if !has_place {
        let place = match rule.url.is_empty() {
            true => Place::Value(origin.clone()),
            false => Place::Value(origin.key("url")),
        };
        let problem = Diagnostic::error(
            Code::BadAutolink,
            format!("the rule's `url` has no place for the number: `{wanted}`"),
        )
        .at(place, "")
        .help(format!("for example `https://example.org/browse/PROJ-{wanted}`"));
        problems.push(problem);
    } else if let Err(reason) = crate::profile::Url::new(&rule.url) {
        let mut lines = reason.lines();
        let first = lines.next().unwrap_or_default();
        let problem = Diagnostic::error(Code::BadUrl, first)
            .at(Place::Value(origin.key("url")), "");
        problems.push(lines.fold(problem, Diagnostic::help));
    }
    problems
}
