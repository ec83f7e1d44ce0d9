//! What looks like a reference: capitals, a hyphen and a number.

/// Words before a hyphen and a number that are standards, products, diseases and sizes, and
/// not the key of a tracker.
const NONE: &[&str] = &[
    "AES", "AMD", "ARM", "ASCII", "AVX", "BASE", "BLAKE", "CD", "CEFR", "CO", "COP",
    "COVID", "CP", "CRC", "DALL", "DDR", "DES", "DIN", "DO", "DVD", "EC", "ED", "EN",
    "ES", "FFP", "FIPS", "GCSE", "GPT", "GPU", "HDMI", "HSK", "HTTP", "IBM", "IE", "IEC",
    "IEEE", "IFRS", "IPV", "ISBN", "ISO", "ITIL", "ITU", "IV", "JLPT", "KOI", "LC",
    "LTS", "MD", "MPEG", "MP", "MS", "MSC", "NIST", "OAUTH", "PCI", "PKCS", "PL", "PM",
    "PS", "RC", "REV", "RGB", "RS", "RSA", "RTX", "SARS", "SHA", "SM", "SQL", "TCP",
    "TLS", "TOP", "TOPIK", "UCS", "UN", "USB", "UTC", "UTF", "VT", "WCAG", "WIN", "WS",
    "XEON",
];

/// Every piece of `text` that looks like a reference.
pub(super) fn all(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (hyphen, _) in text.match_indices('-') {
        let is_key = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let start = text[..hyphen].trim_end_matches(is_key).len();
        let key = text[start..hyphen].trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = &text[hyphen + 1..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let is_apart = !text[..start].ends_with(super::is_word_or_hyphen)
            && key.len() == hyphen - start
            && !rest[length..].starts_with(super::is_word_or_hyphen);
        let is_number = length > 0 && length < 8 && !rest.starts_with('0');
        if key.len() >= 2 && is_apart && is_number && !NONE.contains(&key) {
            found.push(&text[start..hyphen + 1 + length]);
        }
    }
    found
}
