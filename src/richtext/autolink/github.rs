//! What GitHub links in issues, though not in files: `owner/repo#1`, `owner/repo@1a2b3c4`,
//! `@user`.

use super::Hit;
use super::ready::push;

/// The longest name of a user.
const MOST_LETTERS: usize = 39;

pub(super) fn hits(text: &str, hits: &mut Vec<Hit>) {
    for (at, mark) in text.char_indices() {
        match mark {
            '#' => issue(text, at, hits),
            '@' => {
                commit(text, at, hits);
                user(text, at, hits);
            }
            _ => {}
        }
    }
}

fn issue(text: &str, hash: usize, hits: &mut Vec<Hit>) {
    let length = run(&text[hash + 1..], |c| c.is_ascii_digit());
    if let (Some(start), 1..) = (repository(&text[..hash]), length) {
        let number = &text[hash + 1..hash + 1 + length];
        let url = format!("https://github.com/{}/issues/{number}", &text[start..hash]);
        push(hits, text, start..hash + 1 + length, url);
    }
}

/// A hash of 7 to 40 digits, at least one of them no letter, so that it is no word.
fn commit(text: &str, at: usize, hits: &mut Vec<Hit>) {
    let is_digit = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    let length = run(&text[at + 1..], is_digit);
    let hash = &text[at + 1..at + 1 + length];
    if let (Some(start), 7..=40) = (repository(&text[..at]), length)
        && hash.bytes().any(|byte| byte.is_ascii_digit())
    {
        let url = format!("https://github.com/{}/commit/{hash}", &text[start..at]);
        push(hits, text, start..at + 1 + length, url);
    }
}

fn user(text: &str, at: usize, hits: &mut Vec<Hit>) {
    let rest = &text[at + 1..];
    let length = run(rest, |c| c.is_ascii_alphanumeric() || c == '-');
    let name = rest[..length].trim_end_matches('-');
    let is_free = !text[..at].ends_with(['/', '.', '+', '@'])
        && !rest[name.len()..].starts_with(['/', '@'])
        && !name.starts_with('-');
    if is_free && (1..=MOST_LETTERS).contains(&name.len()) {
        let url = format!("https://github.com/{name}");
        push(hits, text, at..at + 1 + name.len(), url);
    }
}

/// Where the `owner/repo` begins that `before` ends with.
fn repository(before: &str) -> Option<usize> {
    let is_repository = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let is_owner = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let slash = before.trim_end_matches(is_repository).len().checked_sub(1)?;
    let owner = before.get(..slash)?;
    let start = owner.trim_end_matches(is_owner).len();
    let is_whole = before[slash..].starts_with('/')
        && slash + 1 < before.len()
        && start < slash
        && !owner[..start].ends_with(['/', '.', '_', '@', ':']);
    is_whole.then_some(start)
}

fn run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !is_part(c)).unwrap_or(text.len())
}
