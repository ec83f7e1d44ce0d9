//! Text that was encoded twice: UTF-8 that somebody's program read as Windows-1252 and
//! wrote as UTF-8 again, so that `😄` reads `ðŸ˜„`.
//!
//! The inverse is strict: only what is UTF-8 once its characters are bytes again is
//! restored. Windows-1252 leaves five bytes without a character; programs keep those as the
//! control characters of the same number (WHATWG Encoding, index windows-1252).

use std::ops::Range;

/// A piece of text that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Its bytes in the damaged text.
    pub span: Range<usize>,
    /// What stood there.
    pub damaged: String,
    /// What it is.
    pub restored: String,
}

/// A text and what was restored in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repaired {
    /// The text.
    pub text: String,
    /// Every change, in order.
    pub repairs: Vec<Repair>,
}

/// The characters of the bytes 0x80 to 0x9F in Windows-1252.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž',
    '\u{8F}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ',
    '\u{9D}', 'ž', 'Ÿ',
];

/// The byte that Windows-1252 shows as this character.
fn byte(c: char) -> Option<u8> {
    if let Ok(byte) = u8::try_from(u32::from(c))
        && !(0x80..0xA0).contains(&byte)
    {
        return Some(byte);
    }
    // A control character in this range stands for its byte whether Windows-1252 has a
    // character for it or not: some programs read Latin-1.
    if let Ok(byte @ 0x80..=0x9F) = u8::try_from(u32::from(c)) {
        return Some(byte);
    }
    let index = HIGH.iter().position(|high| *high == c)?;
    u8::try_from(0x80 + index).ok()
}

/// Restores what was encoded twice, and leaves everything else as it is. What was encoded
/// three times is restored by a second call.
pub fn repair(text: &str) -> Repaired {
    let mut out = Repaired::default();
    let mut start = 0;
    while let Some(at) = text[start..].find(|c: char| !c.is_ascii()) {
        out.text.push_str(&text[start..start + at]);
        let rest = &text[start + at..];
        let length = |count| rest.chars().take(count).map(char::len_utf8).sum::<usize>();
        start += at;
        match sequence(rest) {
            Some((count, restored)) => {
                let end = start + length(count);
                push(&mut out, text, start..end, restored);
                start = end;
            }
            None => {
                out.text.push_str(&rest[..length(1)]);
                start += length(1);
            }
        }
    }
    out.text.push_str(&text[start..]);
    out
}

/// The character whose UTF-8 the characters at the start of `text` are the bytes of, and how
/// many they are.
fn sequence(text: &str) -> Option<(usize, char)> {
    let mut chars = text.chars();
    let lead = u8::try_from(u32::from(chars.next()?)).ok()?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = vec![lead];
    for c in chars.take(length - 1) {
        bytes.push(byte(c)?);
    }
    let decoded = std::str::from_utf8(&bytes).ok()?;
    Some((length, decoded.chars().next()?))
}

/// Adds a restored character, to the change before if it touches that.
fn push(out: &mut Repaired, text: &str, span: Range<usize>, restored: char) {
    out.text.push(restored);
    match out.repairs.last_mut() {
        Some(last) if last.span.end == span.start => {
            last.damaged.push_str(&text[span.clone()]);
            last.restored.push(restored);
            last.span.end = span.end;
        }
        Some(_) | None => out.repairs.push(Repair {
            damaged: text[span.clone()].to_owned(),
            restored: restored.to_string(),
            span,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damaged(text: &str) -> String {
        let shown = |byte: u8| match byte {
            0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
            byte => char::from(byte),
        };
        text.bytes().map(shown).collect()
    }

    #[test]
    fn everything_comes_back() {
        let text = "Müller ⚡ ， 😄 👩\u{200D}💻 ❤\u{FE0F} “quoted” — Ж 龍 \u{A0}à Ý";
        let repaired = repair(&damaged(text));
        assert_eq!(repaired.text, text);
        assert_eq!(repaired.repairs[0].damaged, "Ã¼");
        assert_eq!(repaired.repairs[0].restored, "ü");
        assert_eq!(
            repair(&repair(&damaged(&damaged(text))).text).text,
            text,
            "three times"
        );
    }

    #[test]
    fn what_is_whole_stays() {
        for text in ["", "plain", "Müller — “ä” 😄 €", "Âme, Îlot, Ça", "Ã", "×÷ÿ"]
        {
            assert_eq!(repair(text), Repaired { text: text.into(), repairs: vec![] });
        }
    }

    #[test]
    fn damage_beside_whole_text_is_restored_alone() {
        let text = format!("Ünicode 😄 and {}", damaged("⚡"));
        let repaired = repair(&text);
        assert_eq!(repaired.text, "Ünicode 😄 and ⚡");
        assert_eq!(repaired.repairs.len(), 1);
    }
}
