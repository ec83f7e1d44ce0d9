//! A text edited until it says what a tree says.

mod block;
mod extent;
mod flow;

use super::emit;
use super::same;
use crate::tree::{Field, Node, Value};
use extent::{Extent, Layout};
use std::ops::Range;

/// An edit: what stands in the place of a range of bytes.
type Edit = (Range<usize>, String);

/// Edits `text`, which reads as `original`, so that it reads as `target`. Nothing where the
/// layout is one that this editor does not know.
pub(super) fn patch(text: &str, original: &Node, target: &Node) -> Option<String> {
    let mut editor = Editor { text: Extent(text), edits: vec![] };
    editor.node(original, target)?;
    editor.applied()
}

pub(super) struct Editor<'a> {
    text: Extent<'a>,
    edits: Vec<Edit>,
}

impl Editor<'_> {
    fn node(&mut self, original: &Node, target: &Node) -> Option<()> {
        if same(original, target) {
            return Some(());
        }
        match (&original.value, &target.value) {
            (Value::Map(old), Value::Map(new)) if shares_key(old, new) => {
                self.map(original, old, new)
            }
            (Value::List(old), Value::List(new)) => match matched(old, new) {
                Some(pairs) => self.list(original, old, new, &pairs),
                None => self.replace(original, target),
            },
            (
                Value::Null
                | Value::Plain(_)
                | Value::Text(_)
                | Value::List(_)
                | Value::Map(_),
                _,
            ) => self.replace(original, target),
        }
    }

    fn map(&mut self, original: &Node, old: &[Field], new: &[Field]) -> Option<()> {
        let find = |key: &str| new.iter().find(|field| field.key == key);
        let keeps: Vec<bool> = old.iter().map(|f| find(&f.key).is_some()).collect();
        let added: Vec<&Field> =
            new.iter().filter(|new| old.iter().all(|old| old.key != new.key)).collect();
        let layout = self.text.layout(original);
        let parts: Option<Vec<Range<usize>>> =
            old.iter().map(|field| self.text.field(field)).collect();
        let parts = parts?;
        match layout {
            Layout::Flow => self.flow_runs(&parts, &keeps),
            Layout::Block => self.block_runs(&parts, &keeps)?,
        }
        if !added.is_empty() {
            let last_kept = keeps.last().copied().unwrap_or_default();
            let last = parts.last()?.end;
            match layout {
                Layout::Flow if last_kept => self.add_flow_fields(last, &added),
                Layout::Flow => return None,
                Layout::Block => {
                    self.add_block_fields(parts.first()?.start, last, &added)?
                }
            }
        }
        for (field, part) in old.iter().zip(parts) {
            let Some(wanted) = find(&field.key) else { continue };
            self.field(field, wanted, part, layout)?;
        }
        Some(())
    }

    /// Changes the value of a field; one of another kind is written anew with its key.
    fn field(
        &mut self,
        old: &Field,
        new: &Field,
        part: Range<usize>,
        layout: Layout,
    ) -> Option<()> {
        if same(&old.node, &new.node) {
            return Some(());
        }
        let is_inner = match (&old.node.value, &new.node.value) {
            (Value::Map(old), Value::Map(new)) => shares_key(old, new),
            (Value::List(old), Value::List(new)) => matched(old, new).is_some(),
            (
                Value::Null
                | Value::Plain(_)
                | Value::Text(_)
                | Value::List(_)
                | Value::Map(_),
                _,
            ) => false,
        };
        if is_inner {
            return self.node(&old.node, &new.node);
        }
        let text = match layout {
            Layout::Flow => emit::flow_field(new, self.text.quotes()),
            Layout::Block => emit::field(new, self.text.column(part.start)?),
        };
        self.edits.push((part, text));
        Some(())
    }

    fn list(
        &mut self,
        original: &Node,
        old: &[Node],
        new: &[Node],
        pairs: &[Option<usize>],
    ) -> Option<()> {
        let layout = self.text.layout(original);
        let parts: Option<Vec<Range<usize>>> =
            old.iter().map(|node| self.text.entry(node, layout)).collect();
        let parts = parts?;
        let keeps: Vec<bool> = pairs.iter().map(Option::is_some).collect();
        let kept = keeps.iter().filter(|keeps| **keeps).count();
        if kept < new.len() {
            return self.replace(
                original,
                &Node { span: original.span, value: Value::List(new.to_vec()) },
            );
        }
        match layout {
            Layout::Flow => self.flow_runs(&parts, &keeps),
            Layout::Block => self.block_runs(&parts, &keeps)?,
        }
        for (node, pair) in old.iter().zip(pairs) {
            if let Some(index) = pair {
                self.node(node, &new[*index])?;
            }
        }
        Some(())
    }

    fn replace(&mut self, original: &Node, target: &Node) -> Option<()> {
        let range = self.text.value(original)?;
        let text = match self.text.is_inside_flow(original) {
            true => emit::flow(target, self.text.quotes()),
            false => emit::value(target, self.text.column(range.start)?),
        };
        self.edits.push((range, text));
        Some(())
    }

    fn applied(mut self) -> Option<String> {
        let text = self.text.0;
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in &self.edits {
            out.push_str(text.get(at..range.start)?);
            out.push_str(new);
            at = range.end;
        }
        out.push_str(text.get(at..)?);
        Some(out)
    }
}

fn shares_key(old: &[Field], new: &[Field]) -> bool {
    old.iter().any(|old| new.iter().any(|new| new.key == old.key))
}

/// For each entry of `old` the entry of `new` that it became: the one from the same place,
/// or one that says the same. Nothing if none is left, or their order changed.
fn matched(old: &[Node], new: &[Node]) -> Option<Vec<Option<usize>>> {
    let mut next = 0;
    let pairs: Vec<Option<usize>> = old
        .iter()
        .map(|old| {
            let found =
                new.get(next).filter(|new| new.span == old.span || same(old, new));
            found.map(|_| {
                next += 1;
                next - 1
            })
        })
        .collect();
    (next > 0 && next == new.len()).then_some(pairs)
}
