//! Characters that are not seen and act all the same.

/// Whether a character would not be seen but acts: a control character (Unicode category
/// Cc, but for tab and line feed), a line separator, a bidirectional embedding, override or
/// isolate (UAX #9, section 2), which can make text read as what it is not, or a code point
/// that is no character.
pub fn is_control(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => true,
        '\u{FDD0}'..='\u{FDEF}' => true,
        _ => c.is_control() || u32::from(c) & 0xFFFE == 0xFFFE,
    }
}

/// The first character of a text that [is one](is_control).
pub fn first_control(text: &str) -> Option<char> {
    match is_visible_ascii(text) {
        true => None, // as nearly always
        false => text.chars().find(|c| is_control(*c)),
    }
}

/// Whether a text is of ASCII letters, punctuation and spaces alone: that is quickly told,
/// and there is nothing to look for in it.
pub fn is_visible_ascii(text: &str) -> bool {
    text.bytes().all(|byte| byte == b' ' || byte.is_ascii_graphic())
}

/// The character as it is shown: U+FFFD for what would act unseen.
pub fn shown(c: char) -> char {
    match is_control(c) {
        true => char::REPLACEMENT_CHARACTER,
        false => c,
    }
}
