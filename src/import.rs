//! A README into a profile, tried out: the profile is rendered, and the page that comes of
//! it is compared with the one that it was made of.

use crate::backends::{self, Options, Request};
use crate::diagnostics::Pointer;
use crate::document::{View, compose};
use crate::profile::{Profile, Section};
use crate::readers::{self, readme};
use crate::richtext::{TreeBlock, page_tree};
use crate::tree::to_yaml;
use serde_json::Value;
use similar::{Algorithm, DiffTag, capture_diff_slices};
use std::collections::HashSet;
use std::ops::Range;

/// How often what did not come back is kept raw and all is tried again.
const ATTEMPTS: usize = 4;

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
    /// The first list whose blank lines do not come back.
    pub loose: Option<Range<usize>>,
}

/// The profile that gives the page back with as little of it raw as can be.
pub fn best(text: &str) -> Attempt {
    let original = page_tree(text);
    let mut keep_raw = HashSet::new();
    let mut made = attempt(text, &original, &keep_raw);
    for _ in 0..ATTEMPTS {
        let before = keep_raw.len();
        keep_raw.extend(made.different.iter().map(|span| span.start));
        if made.different.is_empty() || keep_raw.len() == before {
            break;
        }
        made = attempt(text, &original, &keep_raw);
    }
    if made.different.is_empty() {
        return made;
    }
    let all_raw = whole(text, &original);
    match all_raw.different.len() < made.different.len() {
        true => all_raw,
        false => made,
    }
}

fn attempt(text: &str, original: &[TreeBlock], keep_raw: &HashSet<usize>) -> Attempt {
    let imported = readme::import(text, keep_raw);
    tried(&imported.profile, imported.is_named, imported.raw, original)
}

/// The whole page as one piece of raw Markdown.
fn whole(text: &str, original: &[TreeBlock]) -> Attempt {
    let named = readme::import(text, &HashSet::new());
    let section =
        Section { raw: format!("{}\n", text.trim_end()).into(), ..Section::default() };
    let profile = Profile { sections: vec![section], autolinks: vec![], ..named.profile };
    let all = std::iter::once(0..text.len()).collect();
    tried(&profile, named.is_named, all, original)
}

fn tried(
    profile: &Profile,
    is_named: bool,
    raw: Vec<Range<usize>>,
    original: &[TreeBlock],
) -> Attempt {
    let yaml = yaml(profile);
    let made = rendered(&yaml);
    let page = page_tree(&made);
    let different = different(original, &page);
    let looseness = |block: &&TreeBlock| block.loose_lists > 0;
    let count = |blocks: &[TreeBlock]| -> usize {
        blocks.iter().map(|block| block.loose_lists).sum()
    };
    let loose = match count(&page) < count(original) {
        true => original.iter().find(looseness).map(|block| block.span.clone()),
        false => None,
    };
    Attempt { yaml, page: made, is_named, raw, different, loose }
}

fn yaml(profile: &Profile) -> String {
    match serde_json::to_value(profile) {
        Ok(Value::Object(map)) => to_yaml(&map),
        Ok(_) | Err(_) => String::new(),
    }
}

/// The README that the profile makes, read anew from its YAML: what a person will get.
fn rendered(yaml: &str) -> String {
    let source = readers::read("profile.yaml", yaml.as_bytes());
    let Some(profile) = source.profile.as_ref().filter(|_| !source.has_errors()) else {
        return String::new();
    };
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

/// The blocks of the original that the page does not have, or has not there.
fn different(original: &[TreeBlock], page: &[TreeBlock]) -> Vec<Range<usize>> {
    let trees = |blocks: &[TreeBlock]| -> Vec<String> {
        blocks.iter().map(|block| block.tree.clone()).collect()
    };
    let (old, new) = (trees(original), trees(page));
    let mut spans = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let range = op.old_range();
        match op.tag() {
            DiffTag::Equal => {}
            DiffTag::Delete | DiffTag::Replace => {
                spans.extend(original[range].iter().map(|block| block.span.clone()));
            }
            // What is new there came of the block before.
            DiffTag::Insert => {
                let near = range.start.saturating_sub(1);
                let block = original.get(near).map(|block| block.span.clone());
                spans.push(block.unwrap_or_default()); // a page may have no block at all
            }
        }
    }
    spans
}
