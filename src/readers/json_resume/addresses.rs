//! Web addresses as people type them.

use crate::profile::Url;

/// The full address that a text means, if it can be told: `https://` before a host, `%20`
/// for a space.
pub(in crate::readers) fn meant(text: &str) -> Option<String> {
    let text = text.trim().replace(' ', "%20");
    if Url::new(&text).is_ok() {
        return Some(text);
    }
    let host = text.trim_start_matches("//");
    let is_host = host.split('/').next().is_some_and(|host| {
        host.contains('.') && !host.starts_with('.') && !host.contains([':', '@', '%'])
    });
    let full = format!("https://{host}");
    (is_host && Url::new(&full).is_ok()).then_some(full)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_host_is_an_address() {
        assert_eq!(meant("example.org/a b").unwrap(), "https://example.org/a%20b");
        assert_eq!(meant(" http://example.org ").unwrap(), "http://example.org");
        assert_eq!(meant("//www.example.org").unwrap(), "https://www.example.org");
        for text in ["ada", "n/a", "", "javascript:alert(1)", "ada@example.org"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
