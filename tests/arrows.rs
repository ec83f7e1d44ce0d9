//! The module arrows of the pipeline, held by reading the sources.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

/// The modules of ours, and which of the others each may import. The command line, which
/// is the last, may import all.
const ARROWS: [(&str, &[&str]); 17] = [
    ("bounds", &[]),
    ("tree", &["diagnostics"]),
    ("diagnostics", &["tree"]), // to find the place of a pointer
    ("profile", &["diagnostics"]),
    ("richtext", &["profile"]),
    ("document", &["diagnostics", "profile", "richtext"]),
    ("readers", &["bounds", "diagnostics", "document", "profile", "richtext", "tree"]),
    ("fingerprint", &[]),
    ("lint", &["diagnostics", "richtext"]),
    (
        "backends",
        &[
            "bounds",
            "diagnostics",
            "document",
            "fingerprint",
            "lint",
            "profile",
            "richtext",
            "tree",
        ],
    ),
    ("output", &["fingerprint", "richtext"]), // bytes and paths; markers are comments
    ("compare", &["document", "richtext"]),
    ("tailor", &["diagnostics", "document", "profile", "readers", "tree"]),
    (
        "import",
        &[
            "backends",
            "diagnostics",
            "document",
            "profile",
            "readers",
            "richtext",
            "tree",
        ],
    ),
    ("render", &["backends", "diagnostics", "document", "profile"]),
    ("schema", &["backends", "profile"]),
    ("cli", &[]),
];

/// The most lines of a file.
const MOST_LINES: usize = 500;

/// Every source with its path under `src`.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((name(&path, &root), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(found.len() > 50, "the sources are gone");
    found.sort();
    found
}

fn name(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/")
}

/// The code of a source, without comments.
fn code(source: &str) -> String {
    let lines = source.lines().map(|line| match line.trim_start().starts_with("//") {
        true => "",
        false => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether code names `word`, as a path or in an import, and not as part of another name.
fn names(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let is_path = word.ends_with(':'); // whatever follows, it is named
        !code[..at].ends_with(is_part)
            && (is_path || !code[at + word.len()..].starts_with(is_part))
    })
}

/// The modules of ours that code imports or names: `crate::{a, b::c}` counts as both.
fn imports(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(heads(group)),
            None => found.push(head(rest)),
        }
    }
    found.retain(|name| ARROWS.iter().any(|(module, _)| module == name));
    found
}

/// The first name of a path.
fn head(path: &str) -> &str {
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_');
    &path[..end.unwrap_or(path.len())]
}

/// The first names of the paths in a group, whose opening brace is before it.
fn heads(group: &str) -> Vec<&str> {
    let mut found = vec![head(group.trim_start())];
    let mut depth = 1;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => found.push(head(group[at + 1..].trim_start())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// The sources under a module: its file or its folder.
fn is_in(path: &str, module: &str) -> bool {
    path.starts_with(&format!("{module}/")) || path == format!("{module}.rs")
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Asserts that only sources under `home` name a crate.
fn assert_only(home: &[&str], names_of: &[&str]) {
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let code = code(&source);
        let foreign = names_of.iter().filter(|name| names(&code, &format!("{name}::")));
        if !home.iter().any(|home| path.starts_with(home)) {
            wrong.extend(foreign.map(|name| format!("src/{path} names `{name}`")));
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_module_imports_what_it_may() {
    let mut wrong = Vec::new();
    for (path, source) in sources() {
        let found = ARROWS.iter().find(|(module, _)| is_in(&path, module));
        let Some((module, allowed)) = found else {
            assert!(
                ["lib.rs", "main.rs"].contains(&path.as_str()),
                "{path} has no arrows"
            );
            continue;
        };
        let code = code(&source);
        let imports = imports(&code).into_iter().filter(|_| *module != "cli");
        let foreign = imports.filter(|name| name != module && !allowed.contains(name));
        wrong.extend(foreign.map(|name| format!("src/{path} imports `{name}`")));
    }
    assert_none(&wrong);
}

#[test]
fn each_foreign_crate_has_one_home() {
    assert_only(&["readers/yaml.rs", "readers/yaml/"], &["granit_parser"]);
    assert_only(&["richtext/parse.rs", "richtext/parse/"], &["comrak"]);
    assert_only(&["diagnostics/render.rs"], &["annotate_snippets"]);
    assert_only(
        &["backends/pdf/"],
        &[
            "comemo",
            "rayon_core",
            "typst",
            "typst_assets",
            "typst_kit",
            "typst_layout",
            "typst_pdf",
            "typst_render",
            "typst_svg",
        ],
    );
    let templates =
        ["backends/readme/", "backends/html/", "backends/docx/", "backends/badge.rs"];
    assert_only(&templates, &["askama"]);
    assert_only(&["backends/docx/"], &["zip"]);
    assert_only(&["readers/pdf.rs"], &["hayro_syntax"]);
    assert_only(&["cli/"], &["clap", "clap_complete", "clap_mangen", "indicatif"]);
    assert_only(&["cli/signals.rs"], &["signal_hook"]);
}

#[test]
fn no_source_is_long() {
    let long = sources().into_iter().filter_map(|(path, source)| {
        let lines = source.lines().count();
        (lines > MOST_LINES).then(|| format!("src/{path} has {lines} lines"))
    });
    assert_none(&long.collect::<Vec<_>>());
}

#[test]
fn an_import_is_found_however_it_is_written() {
    let grouped = "use crate::{\n    output::write,\n    tree,\n};\n";
    assert_eq!(imports(grouped), ["output", "tree"]);
    assert_eq!(imports("use crate::{tree::{render, a}, lint};"), ["tree", "lint"]);
    assert_eq!(imports("let x = crate::readers::read(name);"), ["readers"]);
    assert_eq!(imports(&code("// crate::readers\n/// [`crate::output`]\n")), [""; 0]);
    assert!(names("use typst::text::Font;", "typst::"));
    assert!(!names("use typst_pdf::pdf; const A: &str = \"typst 0.15\";", "typst::"));
}
