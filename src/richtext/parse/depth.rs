//! How deep a text nests. Whoever walks a tree does so by recursion, and a megabyte of `>` is
//! a million quotations in each other.

use super::github_options;
use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::AstNode;

/// How deep blocks and markup of a text may stand in each other: what people write has
/// three levels or four.
pub const MOST_LEVELS: usize = 64;

/// A page that nests deeper than [`MOST_LEVELS`], so that nobody looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooDeep;

/// Whether something in the tree stands deeper than that.
pub(super) fn is_too_deep<'a>(root: &'a AstNode<'a>) -> bool {
    let mut depth = 0_usize;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) => depth += 1,
            NodeEdge::End(_) => depth -= 1,
        }
        if depth > MOST_LEVELS {
            return true;
        }
    }
    false
}

/// Whether a line begins with more quotations and bullets than may stand in each other: the
/// parser takes the square of them.
pub(super) fn begins_too_deep(text: &str) -> bool {
    text.lines().any(|line| {
        let is_rule = line.chars().all(|c| " \t-*".contains(c));
        !is_rule && containers(line) > MOST_LEVELS
    })
}

/// How many quotations and bullets begin at the start of a line.
fn containers(line: &str) -> usize {
    let mut count = 0;
    let mut rest = line.trim_start();
    loop {
        let bullet = rest.strip_prefix(['-', '+', '*']);
        let bullet = bullet.filter(|rest| rest.starts_with([' ', '\t']));
        let Some(inner) = rest.strip_prefix('>').or(bullet) else {
            return count;
        };
        count += 1;
        rest = inner.trim_start();
    }
}

/// The tree of a page that somebody else wrote, as GitHub parses it.
pub(super) fn page_root<'a>(
    arena: &'a Arena<'a>,
    page: &str,
) -> Result<&'a AstNode<'a>, TooDeep> {
    if begins_too_deep(page) {
        return Err(TooDeep);
    }
    let root = comrak::parse_document(arena, page, &github_options());
    match is_too_deep(root) {
        true => Err(TooDeep),
        false => Ok(root),
    }
}
