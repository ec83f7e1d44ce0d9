//! Who the person is.

use super::{Email, Line, Name, Prose, Url};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who the person is and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Basics {
    /// The name.
    pub name: Name,
    /// What the person does, in a line.
    #[serde(skip_serializing_if = "Line::is_empty")]
    pub label: Line,
    /// A photo: a path beside the profile, or an address. Shown where a theme has a place
    /// for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// The mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Email>,
    /// The telephone number, as it is to be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The web site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
    /// A few sentences about the person: the section `summary`.
    #[serde(skip_serializing_if = "Prose::is_empty")]
    pub summary: Prose,
    /// Where the person lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Location>,
    /// Accounts on networks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<Account>,
}

/// Where somebody lives, as precisely as they like to say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct Location {
    /// Street and number.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub address: Name,
    /// The postal code.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub postal_code: Name,
    /// The city.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub city: Name,
    /// The country, as an ISO 3166-1 code or in words.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub country_code: Name,
    /// The state or region.
    #[serde(skip_serializing_if = "Name::is_empty")]
    pub region: Name,
}

/// An account on a network.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Account {
    /// The network: `GitHub`.
    pub network: Name,
    /// The user name there.
    pub username: Name,
    /// The address; left out, it is derived for the networks that curricle knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
}
