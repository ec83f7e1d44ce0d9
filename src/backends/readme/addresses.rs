//! The addresses that an output's options bring to the page: they may lead where the
//! profile's own may, or beside the page.

use super::options::ReadmeOptions;
use crate::backends::Options;
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::profile::{is_allowed_address, scheme_help};

/// What is wrong with `options`, their addresses too.
pub(super) fn check(options: &Options) -> Vec<Diagnostic> {
    let decoded: ReadmeOptions = match options.decode() {
        Ok(decoded) => decoded,
        Err(problems) => return problems,
    };
    let forbidden = all(&decoded, options.origin());
    forbidden
        .into_iter()
        .filter(|(_, address)| !is_allowed_address(address))
        .map(|(at, address)| problem(at, address))
        .collect()
}

/// Every address with its place.
fn all<'a>(options: &'a ReadmeOptions, origin: &Pointer) -> Vec<(Pointer, &'a str)> {
    let mut found = Vec::new();
    if let Some(banner) = &options.banner {
        let at = origin.key("banner");
        found.push((at.key("light"), banner.light.as_str()));
        found.extend(banner.dark.iter().map(|dark| (at.key("dark"), dark.as_str())));
    }
    for (index, badge) in options.badges.iter().enumerate() {
        let at = origin.key("badges").index(index);
        found.push((at.key("image"), badge.image.as_str()));
        found.extend(badge.url.iter().map(|url| (at.key("url"), url.as_str())));
    }
    let pages = options.pages.iter();
    found
        .extend(pages.map(|(name, page)| (origin.key("pages").key(name), page.as_str())));
    found
}

fn problem(at: Pointer, address: &str) -> Diagnostic {
    let scheme = address.split(':').next().unwrap_or_default();
    let message = format!("links of the scheme `{scheme}:` are not allowed");
    Diagnostic::error(Code::BadUrl, message)
        .at(Place::Value(at), "")
        .help(scheme_help(scheme))
}
