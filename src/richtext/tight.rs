//! Lists without blank lines: what they can hold.

use super::Block;

/// Whether each block of an item can follow the one before on the next line, without a
/// blank line between them, and is still read as it is.
pub(super) fn can_be_tight(item: &[Block]) -> bool {
    item.windows(2).all(|pair| match pair {
        // What follows goes on with the paragraph at the end of these.
        [
            Block::Paragraph { .. } | Block::List { .. } | Block::Quote { .. },
            Block::Paragraph { .. },
        ] => false,
        [Block::Quote { .. }, Block::Quote { .. }] => false,
        // Only a list that begins with 1 ends a paragraph (CommonMark 0.31, section 5.2).
        [_, Block::List { start: Some(start), items, .. }] => {
            *start == 1 && begins(items)
        }
        [_, Block::List { start: None, items, .. }] => begins(items),
        _ => true,
    })
}

/// Whether the first item of a list has something on its first line: an empty one can't end
/// a paragraph.
fn begins(items: &[Vec<Block>]) -> bool {
    !matches!(items.first().map(Vec::as_slice), None | Some([]))
}
