//! The formats that are read, known by their content.

use crate::tree::{Node, Value};

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A profile of our own, in YAML.
    #[default]
    Profile,
    /// A JSON Resume document, or a profile in JSON.
    JsonResume,
    /// A RenderCV file: everything under `cv`.
    RenderCv,
    /// A YAMLResume file: everything under `content`.
    YamlResume,
}

impl Format {
    /// The format of a tree. Both others have one key that a profile has not, and no
    /// `basics`.
    pub(super) fn of(root: &Node) -> Self {
        let is_map = |key: &str| {
            let found = root.get(key).map(|field| &field.node.value);
            matches!(found, Some(Value::Map(_)))
        };
        match root.get("basics") {
            None if is_map("cv") => Self::RenderCv,
            None if is_map("content") => Self::YamlResume,
            Some(_) | None => Self::Profile,
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Profile => "a profile",
            Self::JsonResume => "JSON Resume",
            Self::RenderCv => "RenderCV",
            Self::YamlResume => "YAMLResume",
        }
    }
}
