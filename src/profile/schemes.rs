//! The schemes of links. An allow-list, because what a click on `javascript:` or `file:`
//! does is the reader's risk, not the writer's.

use std::sync::OnceLock;

/// The schemes that links may have without anybody's asking.
pub const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Schemes that no one can add: they run code, or lead into the reader's own machine.
const NEVER: [&str; 8] = [
    "about",
    "blob",
    "data",
    "file",
    "filesystem",
    "javascript",
    "vbscript",
    "view-source",
];

/// What whoever runs the program added: never the profile, which may come from anywhere.
static ADDED: OnceLock<Vec<String>> = OnceLock::new();

/// Allows links of further schemes, for the whole process and once, before anything is
/// read.
pub fn allow_schemes(schemes: &[String]) {
    let _ = ADDED.set(schemes.iter().map(|one| one.to_ascii_lowercase()).collect());
}

/// Whether a link may have this scheme, in whatever case.
pub fn is_allowed_scheme(scheme: &str) -> bool {
    let mut allowed = SCHEMES.into_iter().chain(added().iter().map(String::as_str));
    allowed.any(|allowed| scheme.eq_ignore_ascii_case(allowed))
}

/// Whether a link may lead there. One without a scheme leads to a place beside the page.
pub fn is_allowed_address(url: &str) -> bool {
    match url.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            is_allowed_scheme(scheme)
        }
        Some(_) | None => true,
    }
}

/// Why a scheme can't be added, if it can't (RFC 3986, section 3.1).
///
/// # Errors
/// The reason, in words.
pub fn check_scheme(scheme: &str) -> Result<(), String> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    if !scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        || !scheme.chars().all(is_part)
    {
        return Err(format!("`{scheme}` is not a scheme; write it without `:`"));
    }
    match NEVER.iter().any(|never| scheme.eq_ignore_ascii_case(never)) {
        true => Err(format!("links of the scheme `{scheme}:` are never allowed")),
        false => Ok(()),
    }
}

/// What is allowed, in words, and how to add the scheme if that is possible.
pub fn scheme_help(scheme: &str) -> String {
    let all = SCHEMES.into_iter().chain(added().iter().map(String::as_str));
    let all: Vec<_> = all.map(|scheme| format!("`{scheme}:`")).collect();
    let more = match check_scheme(scheme) {
        Ok(()) => {
            let scheme = scheme.to_ascii_lowercase();
            format!("; `--link-scheme {scheme}` adds it")
        }
        Err(_) => String::new(),
    };
    format!("allowed: {}{more}", all.join(", "))
}

fn added() -> &'static [String] {
    ADDED.get().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_code_is_never_allowed() {
        for scheme in ["javascript", "DATA", "vbscript", "file"] {
            assert!(!is_allowed_scheme(scheme));
            assert!(check_scheme(scheme).is_err_and(|why| why.contains("never")));
            assert!(!scheme_help(scheme).contains("--link-scheme"));
        }
        for scheme in ["", "a b", "x:", "1x", "java\nscript"] {
            assert!(check_scheme(scheme).is_err(), "{scheme:?}");
        }
        assert!(is_allowed_scheme("HTTPS") && !is_allowed_scheme("gemini"));
        assert_eq!(check_scheme("web+x"), Ok(()));
        assert!(scheme_help("Gemini").ends_with("`--link-scheme gemini` adds it"));
    }
}
