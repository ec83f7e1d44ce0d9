//! What README.md and docs/outputs.md show is what the program does.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use clap::{CommandFactory, Parser};
use curricle::backends::{self, Options, Request};
use curricle::cli::Args;
use curricle::diagnostics::render::render;
use curricle::document::{View, compose};
use curricle::profile::{OUTPUT_KEYS, Profile};
use curricle::readers;

const README: &str = include_str!("../README.md");
const OUTPUTS: &str = include_str!("../docs/outputs.md");

/// The code blocks of README.md in one language.
fn blocks(language: &str) -> Vec<&'static str> {
    blocks_of(README, language)
}

fn blocks_of(page: &'static str, language: &str) -> Vec<&'static str> {
    let fenced = page.split("\n```").skip(1).step_by(2);
    let matching = fenced.filter_map(|block| block.split_once('\n'));
    matching.filter(|(info, _)| *info == language).map(|(_, text)| text).collect()
}

fn read(yaml: &str) -> Profile {
    let source = readers::read("profile.yaml", yaml.as_bytes());
    assert!(source.problems.is_empty(), "{}", render(&source.problems, &source.map));
    source.profile.expect("a profile without problems")
}

/// What a backend makes of the profile that README.md begins with.
fn shown_by(backend: &str) -> String {
    let document = compose(&read(blocks("yaml")[0]), &View::default()).document;
    let options = Options::default();
    let backend = backends::find(backend).expect("a backend");
    let rendered = backend.render(&Request::new(&document, &options)).expect("bytes");
    String::from_utf8(rendered.bytes).expect("text")
}

#[test]
fn profiles_have_no_problems() {
    for block in blocks("yaml") {
        let whole = match block.contains("basics:") {
            true => block.to_owned(),
            false => format!("basics: {{name: Ada Example}}\n{block}"),
        };
        read(&whole);
    }
    let job = "basics: {name: Ada Example}\nwork: [{name: Example Streams}]\n";
    for block in blocks_of(OUTPUTS, "yaml") {
        read(&format!("{job}{block}"));
    }
    read(include_str!("../examples/ada.yaml"));
    assert!(blocks("yaml").len() > 3, "the code blocks are found");
}

#[test]
fn commands_are_understood() {
    let commands = commands();
    assert!(commands.len() > 10, "the commands are found");
    // Of the PDF, which a build may lack.
    let is_here =
        |words: &&Vec<&str>| cfg!(feature = "pdf") || !words[1].contains("theme");
    for words in commands.iter().filter(is_here) {
        let parsed = Args::try_parse_from(words);
        assert!(parsed.is_ok(), "{}: {parsed:?}", words.join(" "));
    }
}

#[test]
fn every_subcommand_is_there() {
    let shown: Vec<&str> = commands().iter().map(|words| words[1]).collect();
    let args = Args::command();
    let all = args.get_subcommands().map(clap::Command::get_name);
    let missing: Vec<_> = all.filter(|name| !shown.contains(name)).collect();
    assert!(missing.is_empty(), "README.md does not show {missing:?}");
}

fn commands() -> Vec<Vec<&'static str>> {
    blocks("sh").into_iter().flat_map(str::lines).filter_map(command).collect()
}

/// The words of the call of curricle in a shell line, if there is one.
fn command(line: &'static str) -> Option<Vec<&'static str>> {
    let line = line.split('#').next()?.split('>').next()?;
    line.split('|').find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        match words.as_slice() {
            ["curricle", ..] => Some(words),
            ["cargo", "run", "--release", "--", arguments @ ..] => {
                Some([&["curricle"], arguments].concat())
            }
            _ => None,
        }
    })
}

#[test]
fn the_outputs_are_what_comes_of_the_profile() {
    let readme = shown_by("readme");
    let (page, _) = readme.rsplit_once("\n\n<!--").expect("the mark at the end");
    assert_eq!(page, blocks("markdown")[0]);
    assert_eq!(shown_by("text").trim_end(), blocks("text")[0]);
}

#[test]
fn the_error_is_what_comes_of_a_slip() {
    let slip = blocks("yaml")[0].replace("label:", "labl:");
    let source = readers::read("profile.yaml", slip.as_bytes());
    let drawn =
        anstream::adapter::strip_str(&render(&source.problems, &source.map)).to_string();
    assert_eq!(drawn.trim_end(), blocks("text")[1]);
}

#[test]
fn every_key_of_an_output_is_listed() {
    let is_listed = |key: &&&str| {
        let in_row =
            |row: &str| row.starts_with("| `") && row.contains(&format!("`{key}`"));
        OUTPUTS.lines().any(in_row)
    };
    let missing: Vec<_> = OUTPUT_KEYS.iter().filter(|key| !is_listed(key)).collect();
    assert!(missing.is_empty(), "docs/outputs.md lacks {missing:?}");
}

#[test]
fn every_option_of_every_backend_is_listed() {
    let mut missing = Vec::new();
    for backend in backends::registry() {
        let schema = backend.options_schema();
        let options = schema.get("properties").and_then(|options| options.as_object());
        for (name, option) in options.into_iter().flatten() {
            let row = format!("| `{}` | `{name}` | ", backend.id());
            // Pictures of pages and their source take the options of the pages.
            let is_picture = ["png", "svg", "typst"].contains(&backend.id());
            let shared = format!("| `pdf` | `{name}` | ");
            if !OUTPUTS.contains(&row) && !(is_picture && OUTPUTS.contains(&shared)) {
                let about = option["description"].as_str().unwrap_or_default();
                missing.push(format!("{row}{} |", about.replace('\n', " ")));
            }
        }
    }
    assert!(missing.is_empty(), "docs/outputs.md lacks rows:\n{}", missing.join("\n"));
}
