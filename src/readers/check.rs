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
    problems.extend(same_names(rules, &origin));
    problems
}

/// Of two rules for one prefix the second would never be used.
fn same_prefixes(rules: &[Autolink], origin: &Pointer) -> Vec<Diagnostic> {
    let help = "remove one, or make its prefix longer: the longest that fits wins";
    same(rules, origin, ("prefix", |rule| &rule.prefix), help)
}

/// Nor of two for one name.
fn same_names(rules: &[Autolink], origin: &Pointer) -> Vec<Diagnostic> {
    same(rules, origin, ("name", |rule| &rule.name), "remove one")
}

fn same(
    rules: &[Autolink],
    origin: &Pointer,
    (key, of): (&str, fn(&Autolink) -> &String),
    help: &str,
) -> Vec<Diagnostic> {
    let place = |index: usize| Place::Value(origin.index(index).key(key));
    let same = |(index, rule): (usize, &Autolink)| {
        let first = rules[..index].iter().position(|one| of(one) == of(rule))?;
        let message = format!("two rules have the {key} `{}`", of(rule));
        let problem = Diagnostic::error(Code::BadAutolink, message)
            .at(place(index), "again here")
            .at(place(first), "first here")
            .help(help);
        (!of(rule).is_empty()).then_some(problem)
    };
    rules.iter().enumerate().filter_map(same).collect()
}

fn autolink(rule: &Autolink, origin: &Pointer) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    if !rule.ready.is_empty() && rule.prefix.is_empty() && rule.url.is_empty() {
        return problems;
    }
    if !rule.name.is_empty() {
        return named(rule, origin).into_iter().collect();
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
    } else {
        problems.extend(bad_address(rule, origin));
    }
    problems
}

fn bad_address(rule: &Autolink, origin: &Pointer) -> Option<Diagnostic> {
    let reason = crate::profile::Url::new(&rule.url).err()?;
    let mut lines = reason.lines();
    let problem = Diagnostic::error(Code::BadUrl, lines.next().unwrap_or_default())
        .at(Place::Value(origin.key("url")), "");
    Some(lines.fold(problem, Diagnostic::help))
}

/// What is wrong with words that lead somewhere.
fn named(rule: &Autolink, origin: &Pointer) -> Option<Diagnostic> {
    let bad = |message: &str, key: &str| {
        let place = Place::Value(origin.key(key));
        Diagnostic::error(Code::BadAutolink, message).at(place, "")
    };
    if !rule.prefix.is_empty() {
        let problem = bad("a rule has a `prefix` or a `name`, not both", "name");
        return Some(problem.help("write two rules"));
    }
    if rule.name.contains(['[', ']', '\\']) || rule.name.trim() != rule.name {
        let problem = bad("a `name` is what stands between the brackets", "name");
        return Some(
            problem.help("write it without `[`, `]`, `\\` and spaces around it"),
        );
    }
    if rule.url.is_empty() {
        let problem = bad("the rule has no `url`", "url");
        return Some(problem.help("write where the name leads: `url: https://…`"));
    }
    bad_address(rule, origin)
}
