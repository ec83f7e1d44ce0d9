//! What README.md shows is what the program does.
#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use clap::Parser;
use curricle::backends::{self, Options, Request};
use curricle::cli::Args;
use curricle::diagnostics::render::render;
use curricle::document::{View, compose};
use curricle::profile::Profile;
use curricle::readers;

const README: &str = include_str!("../README.md");

/// The code blocks of README.md in one language.
fn blocks(language: &str) -> Vec<&'static str> {
    let fenced = README.split("\n```").skip(1).step_by(2);
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
    read(include_str!("../examples/ada.yaml"));
    assert!(blocks("yaml").len() > 3, "the code blocks are found");
}

#[test]
fn commands_are_understood() {
    let lines = blocks("sh").into_iter().flat_map(str::lines);
    let commands: Vec<Vec<&str>> = lines.filter_map(command).collect();
    assert!(commands.len() > 10, "the commands are found");
    for words in commands {
        let parsed = Args::try_parse_from(&words);
        assert!(parsed.is_ok(), "{}: {parsed:?}", words.join(" "));
    }
}

/// The words of the call of curricle in a shell line, if there is one.
fn command(line: &str) -> Option<Vec<&str>> {
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
fn every_option_of_every_backend_is_listed() {
    let mut missing = Vec::new();
    for backend in backends::registry() {
        let schema = backend.options_schema();
        let options = schema.get("properties").and_then(|options| options.as_object());
        for (name, option) in options.into_iter().flatten() {
            let row = format!("| `{}` | `{name}` | ", backend.id());
            // Pictures of pages and their source take the options of the pages.
            let is_picture = ["png", "svg", "typst"].contains(&backend.id());
            let shared = is_picture && README.contains(&format!("| `pdf` | `{name}` | "));
            if !README.contains(&row) && !shared {
                let about = option["description"].as_str().unwrap_or_default();
                missing.push(format!("{row}{} |", about.replace('\n', " ")));
            }
        }
    }
    assert!(missing.is_empty(), "README.md lacks rows:\n{}", missing.join("\n"));
}
