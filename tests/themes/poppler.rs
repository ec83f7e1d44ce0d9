//! What Poppler and MuPDF know about a PDF beside its text.

use crate::programs::run;

/// Where each word stands: the width of its page and its right edge in points, and the word.
pub(crate) fn boxes(pdf: &[u8]) -> Vec<(f64, f64, String)> {
    let html = run("pdftotext", &["-bbox"], pdf, &["-"]);
    let mut width = 0.0;
    let mut found = Vec::new();
    for line in html.lines() {
        let number = |key: &str| -> Option<f64> {
            line.split_once(&format!("{key}=\""))?.1.split_once('"')?.0.parse().ok()
        };
        if line.contains("<page ") {
            width = number("width").unwrap();
        } else if let Some(right) = number("xMax") {
            let word = line.split_once('>').unwrap().1.split_once('<').unwrap().0;
            found.push((width, right, word.to_owned()));
        }
    }
    found
}

/// The structure with its text, a line an element.
pub(crate) fn structure(pdf: &[u8]) -> String {
    run("pdfinfo", &["-struct-text"], pdf, &[])
}

/// Where its links lead, in order.
pub(crate) fn links(pdf: &[u8]) -> Vec<String> {
    let table = run("pdfinfo", &["-url"], pdf, &[]);
    table
        .lines()
        .skip(1)
        .map(|line| line.split_whitespace().last().unwrap().to_owned())
        .collect()
}

/// Its fonts: the name, and whether it is embedded.
pub(crate) fn fonts(pdf: &[u8]) -> Vec<(String, bool)> {
    let table = run("pdffonts", &[], pdf, &[]);
    let fonts = table.lines().skip(2).map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        (words[0].to_owned(), words[words.len() - 5] == "yes")
    });
    fonts.collect()
}

/// The titles of its bookmarks, in order.
pub(crate) fn bookmarks(pdf: &[u8]) -> Vec<String> {
    let outline = run("mutool", &["show"], pdf, &["outline"]);
    let titles = outline.lines().filter_map(|line| line.split('"').nth(1));
    titles.map(str::to_owned).collect()
}

/// Its objects, a line each.
pub(crate) fn objects(pdf: &[u8]) -> String {
    run("mutool", &["show"], pdf, &["grep"])
}
