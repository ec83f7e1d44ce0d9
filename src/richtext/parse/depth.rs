//! How deep a text nests. Whoever walks a tree does so by recursion, and a megabyte of `>` is
//! a million quotations in each other.

use super::github_options;
use comrak::Arena;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::AstNode;

/// How deep blocks and markup of a text may stand in each other: what people write has
/// three levels or four.
pub const MOST_LEVELS: usize = 64;

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

/// Whether a page nests too deep to be looked at.
pub fn nests_too_deep(page: &str) -> bool {
    let arena = Arena::new();
    is_too_deep(comrak::parse_document(&arena, page, &github_options()))
}
