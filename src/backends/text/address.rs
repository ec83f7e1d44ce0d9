//! When a label already says where its link leads, a note would only repeat it.

/// Whether `label` shows the address `url`: as it is, or without what everybody leaves
/// out (the scheme, a final slash, the separators in a telephone number).
pub(super) fn shows(label: &str, url: &str) -> bool {
    let label = label.trim();
    if let Some(number) = url.strip_prefix("tel:") {
        return label == url || dialled(label) == dialled(number);
    }
    let label = without_slash(label);
    label == without_slash(url) || label == without_slash(without_scheme(url))
}

fn without_scheme(url: &str) -> &str {
    ["https://", "http://", "mailto:"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))
        .unwrap_or(url)
}

fn without_slash(address: &str) -> &str {
    address.strip_suffix('/').unwrap_or(address)
}

/// What is dialled: RFC 3966, section 5.1.1 has the visual separators; isolates keep the
/// order of a number in a page from the right.
fn dialled(number: &str) -> String {
    let separator = |c: char| c.is_whitespace() || "-.()\u{2066}\u{2069}".contains(c);
    number.chars().filter(|&c| !separator(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_shows_its_own_address() {
        assert!(shows("https://example.org/", "https://example.org"));
        assert!(shows("github.com/ada", "https://github.com/ada"));
        assert!(shows("example.org", "http://example.org/"));
        assert!(shows("ada@example.org", "mailto:ada@example.org"));
        assert!(shows("+49 (30) 123-456", "tel:+4930123456"));
        assert!(shows("\u{2066}+49 30 123456\u{2069}", "tel:+4930123456"));
    }

    #[test]
    fn other_labels_do_not() {
        assert!(!shows("ada", "https://github.com/ada"));
        assert!(!shows("FLIP-334", "https://example.org/x/FLIP-334"));
        assert!(!shows("", "https://example.org"));
        assert!(!shows("call me", "tel:+4930123456"));
    }
}
