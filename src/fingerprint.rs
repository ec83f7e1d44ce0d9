//! The hash by which a text that curricle wrote is known again.

use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// SipHash-1-3 with the zero key, as 16 hexadecimal digits: enough to notice an edit, and
/// the same in every release. Line ends don't count, because Git may change them, nor does
/// white space around the text.
pub fn fingerprint(text: &str) -> String {
    of_bytes(text.replace("\r\n", "\n").trim().as_bytes())
}

/// The same of bytes, each of which counts.
pub fn of_bytes(bytes: &[u8]) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn words_count_and_line_ends_do_not() {
        assert_eq!(fingerprint("a\r\nb\r\n"), fingerprint("\na\nb"));
        assert_ne!(fingerprint("a\nb"), fingerprint("a b"));
        assert_eq!(fingerprint("").len(), 16);
    }
}
