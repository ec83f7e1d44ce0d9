//! What is wrong with a profile as a whole, though each value is right by itself.

mod dates;
mod sections;
mod versions;

pub use versions::no_audience;

use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::{Autolink, Profile};

/// Every such problem.
pub(super) fn check(profile: &Profile) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    problems.extend(name(profile));
    problems.extend(autolinks(&profile.autolinks));
    problems.extend(sections::check(profile));
    problems.extend(dates::check(profile));
    problems.extend(versions::check(profile));
    problems
}

fn name(profile: &Profile) -> Option<Diagnostic> {
    if !profile.basics.name.is_empty() {
        return None;
    }
    let has_basics = profile.file_order.iter().any(|key| key == "basics");
    let place = match has_basics {
        true => Place::Key(Pointer::root().key("basics").key("name")),
        false => Place::File,
    };
    let problem =
        Diagnostic::error(Code::Missing, "the profile has no name").at(place, "");
    Some(problem.help("write it under `basics`: `name: Ada Example`"))
}

fn autolinks(rules: &[Autolink]) -> Vec<Diagnostic> {
    let origin = Pointer::root().key("autolinks");
    let each = rules.iter().enumerate();
    let mut problems: Vec<_> =
        each.flat_map(|(index, rule)| autolink(rule, &origin.index(index))).collect();
    problems.extend(same_prefixes(rules, &origin));
    problems
}

/// Of two rules for one prefix the second would never be used.
fn same_prefixes(rules: &[Autolink], origin: &Pointer) -> Vec<Diagnostic> {
    let prefix = |index: usize| Place::Value(origin.index(index).key("prefix"));
    let same = |(index, rule): (usize, &Autolink)| {
        let first = rules[..index].iter().position(|one| one.prefix == rule.prefix)?;
        let message = format!("two rules have the prefix `{}`", rule.prefix);
        let problem = Diagnostic::error(Code::BadAutolink, message)
            .at(prefix(index), "again here")
            .at(prefix(first), "first here")
            .help("remove one, or make its prefix longer: the longest that fits wins");
        (!rule.prefix.is_empty()).then_some(problem)
    };
    rules.iter().enumerate().filter_map(same).collect()
}

fn autolink(rule: &Autolink, origin: &Pointer) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    if !rule.ready.is_empty() && rule.prefix.is_empty() && rule.url.is_empty() {
        return problems;
    }
    if rule.prefix.trim().is_empty() {
        let problem = Diagnostic::error(Code::BadAutolink, "the rule has no `prefix`")
            .at(Place::Key(origin.key("prefix")), "")
            .help("write what every reference begins with: `prefix: PROJ-`")
            .help("or name ready-made rules: `use: [github, ietf]`");
        problems.push(problem);
    }
    let (wanted, has_place) = match rule.ids.is_empty() {
        true => ("<num>", rule.url.contains("<num>")),
        false => ("<id>", rule.url.contains("<id>") || rule.url.contains("<num>")),
    };
    if !has_place {
        let message = match rule.url.is_empty() {
            true => "the rule has no `url`".to_owned(),
            false => format!("the rule's `url` has no place for the number: `{wanted}`"),
        };
        let problem = Diagnostic::error(Code::BadAutolink, message)
            .at(Place::Value(origin.key("url")), "")
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
