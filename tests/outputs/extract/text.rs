//! The words and links of plain text.

use super::readme::{CLOSE, OPEN};
use super::{Word, words};

/// What a line of the layout may begin with: a bullet, a note's bar, a quotation's arrow.
const MARKS: [&str; 3] = ["•", "|", ">"];

/// The words of a page without addresses.
pub(crate) fn plain_words(page: &str) -> Vec<Word> {
    words(&without_rules(page), &MARKS)
}

/// The words of a page with numbered notes, each number replaced by the address that it
/// stands for.
pub(crate) fn noted_words(page: &str) -> Result<Vec<Word>, String> {
    let (body, addresses) = split(page)?;
    let mut found: Vec<Word> = Vec::new();
    for word in words(&without_rules(body), &MARKS) {
        match note(&word.text, &addresses) {
            Some((address, rest)) => {
                let before = found.last_mut().ok_or("a note before the first word\n")?;
                before.text.push_str(&format!("{OPEN}{address}{CLOSE}"));
                // What was one word stays one: `PROJ-1 [1]/PROJ-2 [2]`.
                before.text.push_str(rest);
            }
            None => found.push(word),
        }
    }
    Ok(found)
}

/// The words of the form with a fact a line, without the pointers.
pub(crate) fn flat_words(facts: &str) -> Result<Vec<Word>, String> {
    let mut text = String::new();
    for line in facts.lines() {
        let fact = line.split_once('\t').ok_or_else(|| format!("no fact: {line}\n"))?;
        text.push_str(fact.1);
        text.push('\n');
    }
    Ok(words(&text, &[]))
}

/// The page and the list of addresses at its end, which has each address once.
fn split(page: &str) -> Result<(&str, Vec<&str>), String> {
    let (body, notes) = match page.rsplit_once("\n\n\n") {
        Some((body, notes)) if notes.starts_with("[1]") => (body, notes),
        Some(_) | None => (page, ""),
    };
    let mut addresses = Vec::new();
    for (number, line) in (1..).zip(notes.lines()) {
        let address = line.strip_prefix(&format!("[{number}]")).map(str::trim_start);
        let address = address.ok_or_else(|| format!("note {number} is {line}\n"))?;
        if address.contains(char::is_whitespace) || addresses.contains(&address) {
            return Err(format!("note {number} is no address of its own: {line}\n"));
        }
        addresses.push(address);
    }
    Ok((body, addresses))
}

/// The address that a word such as `[3],` stands for, and what follows it.
fn note<'a, 'w>(word: &'w str, addresses: &[&'a str]) -> Option<(&'a str, &'w str)> {
    let (number, rest) = word.strip_prefix('[')?.split_once(']')?;
    let number: usize = number.parse().ok()?;
    Some((addresses.get(number.checked_sub(1)?)?, rest))
}

/// Without the lines that underline a heading, and rules.
fn without_rules(page: &str) -> String {
    let is_rule = |line: &&str| {
        let line = line.trim();
        ["=", "-", "~"]
            .iter()
            .any(|mark| !line.is_empty() && line.replace(mark, "").is_empty())
    };
    page.lines().filter(|line| !is_rule(line)).collect::<Vec<_>>().join("\n")
}
