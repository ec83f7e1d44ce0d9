//! What would change, line by line.

use similar::{Algorithm, TextDiff};
use std::time::Duration;

const BOLD: &str = "\u{1b}[1m";
const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const CYAN: &str = "\u{1b}[36m";
const RESET: &str = "\u{1b}[0m";

/// A unified diff of a file with escape sequences for colour, empty for equal bytes. What
/// is no text is only said to differ.
pub(super) fn unified(name: &str, old: &[u8], new: &[u8]) -> String {
    if old == new {
        return String::new();
    }
    let (Ok(old), Ok(new)) = (std::str::from_utf8(old), std::str::from_utf8(new)) else {
        return format!("{BOLD}{} differs{RESET}\n", visible(name));
    };
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Myers)
        .timeout(Duration::from_secs(2))
        .diff_lines(old, new);
    let mut unified = diff.unified_diff();
    let text = unified.context_radius(3).header(name, name).to_string();
    text.lines().map(|line| coloured(&visible(line)) + "\n").collect()
}

fn coloured(line: &str) -> String {
    let colour = match line.chars().next() {
        Some('-') if line.starts_with("--- ") => BOLD,
        Some('+') if line.starts_with("+++ ") => BOLD,
        Some('-') => RED,
        Some('+') => GREEN,
        Some('@') => CYAN,
        Some(_) | None => return line.to_owned(),
    };
    format!("{colour}{line}{RESET}")
}

/// A line without characters that would act on a terminal.
fn visible(line: &str) -> String {
    let shown = |c: char| if c.is_control() && c != '\t' { '\u{FFFD}' } else { c };
    line.trim_end_matches('\r').chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn lines_that_differ_are_shown_with_three_around() {
        let plain = |text: String| anstream::adapter::strip_str(&text).to_string();
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let new = old.replace("5", "five\u{1b}[2J");
        assert_eq!(
            plain(unified("a.md", old.as_bytes(), new.as_bytes())),
            "--- a.md\n+++ a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\u{FFFD}[2J\n 6\n 7\n 8\n"
        );
        assert_eq!(unified("a.md", b"x", b"x"), "");
        assert_eq!(plain(unified("a.pdf", b"\xFF", b"\xFE")), "a.pdf differs\n");
    }
}
