//! Text that was damaged before it came here.

use crate::cli::args::{Args, Import};
use crate::cli::report;
use crate::diagnostics::{Code, Diagnostic, Place, SourceMap, Span};
use crate::readers::readme::{Repaired, repair};
use crate::tree::Node;
use std::io::{IsTerminal, Write};

/// The text, restored where it was encoded twice if that is asked for.
pub(super) fn mended(name: &str, text: &str, import: &Import, args: &Args) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        let repaired = repair(&text);
        if repaired.repairs.is_empty() {
            break;
        }
        if !(import.repair || is_confirmed(&repaired)) {
            let map = SourceMap::new(name, &text, Node::default());
            report::problems(&[damaged(&repaired)], &map, args);
            break;
        }
        tell(name, &text, &repaired, args);
        text = repaired.text;
    }
    text
}

/// A question is asked only on a terminal.
fn is_confirmed(repaired: &Repaired) -> bool {
    if !(std::io::stdin().is_terminal() && std::io::stderr().is_terminal()) {
        return false;
    }
    let example = repaired.repairs.first();
    let example = example.map(|one| {
        format!("`{}` is `{}`", visible(&one.damaged), visible(&one.restored))
    });
    let mut stderr = std::io::stderr().lock();
    let _ = write!(
        stderr,
        "{} places were encoded twice ({}); restore them? [y/N] ",
        repaired.repairs.len(),
        example.unwrap_or_default()
    );
    let _ = stderr.flush();
    let mut answer = String::new();
    let read = std::io::stdin().read_line(&mut answer);
    read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes")
}

fn tell(name: &str, text: &str, repaired: &Repaired, args: &Args) {
    let map = SourceMap::new(name, text, Node::default());
    let lines = map.lines();
    for one in &repaired.repairs {
        let at = lines.place(one.span.start);
        let (damaged, restored) = (visible(&one.damaged), visible(&one.restored));
        report::done(
            &format!("{name}:{}:{}: `{damaged}` is `{restored}`", at.line, at.column),
            args,
        );
    }
}

fn damaged(repaired: &Repaired) -> Diagnostic {
    let count = repaired.repairs.len();
    let places = if count == 1 { "place looks" } else { "places look" };
    let message = format!("{count} {places} as if text had been encoded twice");
    let problem = Diagnostic::warning(Code::BadEncoding, message);
    let problem = match repaired.repairs.first() {
        Some(first) => problem.at(
            Place::Span(Span::new(first.span.start, first.span.end)),
            format!("probably `{}`", visible(&first.restored)),
        ),
        None => problem,
    };
    problem.help("`--repair` restores them, and says each change")
}

/// Characters that no repair can bring back.
pub(super) fn lost(text: &str) -> Vec<Diagnostic> {
    let each = |(at, mark): (usize, &str)| {
        Diagnostic::warning(
            Code::BadEncoding,
            "a character was lost before: U+FFFD stands in its place",
        )
        .at(Place::Span(Span::new(at, at + mark.len())), "")
        .help("write it again; nothing can restore it")
    };
    text.match_indices('\u{FFFD}').map(each).collect()
}

fn visible(text: &str) -> String {
    let shown = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    text.chars().map(shown).collect()
}
