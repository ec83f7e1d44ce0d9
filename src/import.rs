//! A README into a profile, tried out: the profile is rendered, and the page that comes of
//! it is compared with the one that it was made of.

use crate::backends::{self, Options, Request};
use crate::diagnostics::Pointer;
use crate::document::{View, compose};
use crate::profile::{Profile, Section};
use crate::readers;
use crate::readers::readme::{self, Doubts};
use crate::richtext::{SourceBlock, SourceKind, TooDeep, TreeBlock, outline, page_tree};
use crate::tree::to_yaml;
use serde_json::Value;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// How often what did not come back is doubted and all is tried again.
const ATTEMPTS: usize = 5;

/// A profile of a page.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// The profile, as a person would write it.
    pub yaml: String,
    /// The page that it makes.
    pub page: String,
    /// Whether the page names the person; otherwise the name is to be filled in.
    pub is_named: bool,
    /// The lines that are raw Markdown.
    pub raw: Vec<Range<usize>>,
    /// The lines that do not come back.
    pub different: Vec<Range<usize>>,
}

/// The profile that gives the page back with as little of it raw as can be.
///
/// # Errors
/// A page that nests too deep.
pub fn best(text: &str) -> Result<Attempt, TooDeep> {
    let source = outline(text)?;
    let mut doubts = Doubts::default();
    let mut made = attempt(text, &source, &doubts);
    for _ in 0..ATTEMPTS {
        let starts = made.different.iter().map(|span| span.start);
        if starts.filter(|start| doubts.doubt(*start)).count() == 0 {
            break;
        }
        made = attempt(text, &source, &doubts);
    }
    if made.different.is_empty() {
        return Ok(made);
    }
    let all_raw = whole(text, &source);
    Ok(match all_raw.different.len() < made.different.len() {
        true => all_raw,
        false => made,
    })
}

fn attempt(text: &str, source: &[SourceBlock], doubts: &Doubts) -> Attempt {
    let imported = readme::import(text, source, doubts);
    tried(&imported.profile, imported.is_named, imported.raw, source)
}

/// The whole page as one piece of raw Markdown.
fn whole(text: &str, source: &[SourceBlock]) -> Attempt {
    let named = readme::import(text, source, &Doubts::default());
    let section =
        Section { raw: format!("{}\n", text.trim_end()).into(), ..Section::default() };
    let mut profile =
        Profile { sections: vec![section], autolinks: vec![], ..named.profile };
    profile.file_order.retain(|key| key != "autolinks");
    let all = std::iter::once(0..text.len()).collect();
    tried(&profile, named.is_named, all, source)
}

fn tried(
    profile: &Profile,
    is_named: bool,
    raw: Vec<Range<usize>>,
    source: &[SourceBlock],
) -> Attempt {
    // The page is to be made of what a person will have: the profile that is read of its
    // YAML. That is the same, and it is made meanwhile.
    let ((yaml, read), made) = thread::scope(|scope| {
        let anew = scope.spawn(|| {
            let yaml = yaml(profile);
            let read = read(&yaml);
            (yaml, read)
        });
        let made = rendered(profile);
        (anew.join().unwrap_or_else(|panic| resume_unwind(panic)), made)
    });
    let made = match read {
        Some(read) if read == *profile => made,
        Some(read) => rendered(&read),
        None => String::new(),
    };
    let different = different(source, &page_tree(&made));
    Attempt { yaml, page: made, is_named, raw, different }
}

fn yaml(profile: &Profile) -> String {
    match serde_json::to_value(profile) {
        Ok(Value::Object(map)) => to_yaml(&map),
        Ok(_) | Err(_) => String::new(),
    }
}

/// The profile that is read of its YAML.
fn read(yaml: &str) -> Option<Profile> {
    let source = readers::read("profile.yaml", yaml.as_bytes());
    let is_whole = !source.has_errors();
    source.profile.filter(|_| is_whole)
}

/// The README that a profile makes.
fn rendered(profile: &Profile) -> String {
    let Some((output, backend)) =
        profile.outputs.get("readme").zip(backends::find("readme"))
    else {
        return String::new();
    };
    let composed = compose(profile, &View::from(&output.view));
    let origin = Pointer::root().key("outputs").key("readme");
    let options = Options::new(output.options.clone(), origin);
    let page = backend.render(&Request::new(&composed.document, &options));
    let bytes = page.map(|page| page.bytes).unwrap_or_default();
    backend.as_region(&bytes).unwrap_or_default().to_owned()
}

/// The blocks of the source that the page does not have, or has not there.
fn different(source: &[SourceBlock], page: &[TreeBlock]) -> Vec<Range<usize>> {
    let seen: Vec<_> =
        source.iter().filter(|block| block.kind != SourceKind::Unseen).collect();
    let old: Vec<&str> = seen.iter().map(|block| block.tree.as_str()).collect();
    let new: Vec<&str> = page.iter().map(|block| block.tree.as_str()).collect();
    let mut spans = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let range = op.old_range();
        match op.tag() {
            DiffTag::Equal => {}
            DiffTag::Delete | DiffTag::Replace => {
                spans.extend(seen[range].iter().map(|block| block.span.clone()));
            }
            // What is new there came of the block before.
            DiffTag::Insert => {
                let near = range.start.saturating_sub(1);
                let block = seen.get(near).map(|block| block.span.clone());
                spans.push(block.unwrap_or_default()); // a page may have no block at all
            }
        }
    }
    spans
}
