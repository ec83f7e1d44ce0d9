//! How dates are written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How dates are written, each in the form that the output's language gives it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum DateStyle {
    /// The year alone: `2024`.
    Year,
    /// The month's short name: `Oct 2024`.
    #[default]
    Short,
    /// The month's whole name: `October 2024`.
    Long,
    /// Figures, in the order of the language: `10/2024`.
    Numeric,
    /// Figures, as ISO 8601 has them in every language: `2024-10`.
    Iso,
}
