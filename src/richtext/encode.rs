//! Addresses made of what a profile holds.

use std::fmt::Write;

/// An address with the characters that no URL has (RFC 3986, section 2) percent-encoded,
/// as every browser would do it. Letters beyond ASCII stay: people read them.
pub fn encoded(url: &str) -> String {
    if url.bytes().all(|byte| byte.is_ascii_graphic() && !is_barred(byte.into())) {
        return url.to_owned(); // as nearly always
    }
    let mut out = String::with_capacity(url.len());
    let mut bytes = [0; 4];
    for c in url.chars() {
        if !is_barred(c) && !is_unseen(c) {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut bytes).bytes() {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn is_barred(c: char) -> bool {
    matches!(c, '\\' | '`' | '<' | '>' | '"')
}

fn is_unseen(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn what_no_address_has_is_encoded() {
        assert_eq!(
            encoded("https://a.org/x\\y <é>\u{A0}"),
            "https://a.org/x%5Cy%20%3Cé%3E%C2%A0"
        );
        assert_eq!(
            encoded("https://a.org/(b)?c=d&e=%20#f"),
            "https://a.org/(b)?c=d&e=%20#f"
        );
    }
}
