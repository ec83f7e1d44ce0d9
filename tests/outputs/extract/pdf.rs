//! The words and links of a PDF, by Poppler.

use super::{Extract, Word, words};
use std::io::Write;
use std::process::Command;

/// What a line of the layout may begin with: a bullet, one of a bullet within a bullet.
const MARKS: [&str; 2] = ["•", "–"];

/// The orders in which Poppler reads a page word by word: as the file has it, and as the
/// eye sees it.
pub(crate) const MODES: [&[&str]; 2] = [&["-raw"], &["-layout"]];

/// The order that Poppler takes for the sense of a page. It joins a line that ends in a
/// hyphen with the next one and drops the hyphen, so words can't be told apart there.
pub(crate) const SENSE: &[&str] = &[];

/// What Poppler finds in a PDF by an author, read in one of [`MODES`].
pub(crate) fn extract(
    pdf: &[u8],
    author: &str,
    mode: &[&str],
) -> Result<Extract, String> {
    Ok(Extract { words: page_words(pdf, author, mode)?, links: links(pdf)? })
}

/// The words on the pages, without the running heads.
pub(crate) fn page_words(
    pdf: &[u8],
    author: &str,
    mode: &[&str],
) -> Result<Vec<Word>, String> {
    let mut arguments = mode.to_vec();
    arguments.extend(["-enc", "UTF-8", "FILE", "-"]);
    let text = poppler("pdftotext", &arguments, pdf)?;
    let mut found = Vec::new();
    let pages: Vec<_> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    for (number, page) in (1..).zip(&pages) {
        let body = match number {
            1 => page,
            _ => without_head(page, author, number, pages.len())?,
        };
        found.extend(words(body, &MARKS));
    }
    Ok(found)
}

/// A page without its first line, which says whose and which page it is.
fn without_head<'a>(
    page: &'a str,
    author: &str,
    number: usize,
    count: usize,
) -> Result<&'a str, String> {
    let page = page.trim_start();
    let (head, body) = page.split_once('\n').unwrap_or((page, ""));
    let expected = format!("{author} · Page {number} of {count}");
    let is_head = head.split_whitespace().eq(expected.split_whitespace());
    is_head.then_some(body).ok_or_else(|| format!("page {number} is headed {head:?}\n"))
}

/// The addresses that the pages lead to.
fn links(pdf: &[u8]) -> Result<Vec<String>, String> {
    let table = poppler("pdfinfo", &["-url", "FILE"], pdf)?;
    let rows = table.lines().skip(1);
    Ok(rows.filter_map(|row| row.split_whitespace().nth(2)).map(str::to_owned).collect())
}

/// What a program of Poppler prints about a PDF, whose file `FILE` stands for.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Result<String, String> {
    let said = |error: std::io::Error| format!("{program}: {error}\n");
    let mut file = tempfile::NamedTempFile::new().map_err(said)?;
    file.write_all(pdf).map_err(said)?;
    let path = file.path().to_string_lossy().into_owned();
    let arguments =
        arguments.iter().map(|a| if *a == "FILE" { path.as_str() } else { *a });
    let output = Command::new(program).args(arguments).output().map_err(|error| {
        format!("{program}: {error}; install it: apt-get install poppler-utils\n")
    })?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() || !complaint.trim().is_empty() {
        return Err(format!("{program}: {complaint}\n"));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("{program}: {error}\n"))
}
