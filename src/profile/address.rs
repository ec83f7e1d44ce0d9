//! Web and mail addresses.

use super::schemes::{is_allowed_scheme, scheme_help};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// The address of a web page, absolute and of an allowed scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Url(String);

impl Url {
    /// Checks an address.
    ///
    /// # Errors
    /// The reason, then what to do on the next line.
    pub fn new(text: &str) -> Result<Self, String> {
        match url::Url::parse(text) {
            Ok(parsed) if !is_allowed_scheme(parsed.scheme()) => Err(format!(
                "links of the scheme `{}:` are not allowed\n{}",
                parsed.scheme(),
                scheme_help(parsed.scheme())
            )),
            Ok(_) if text.chars().any(|c| c.is_whitespace() || c.is_control()) => {
                Err(format!("`{text}` is not an address\nwrite `%20` for a space"))
            }
            Ok(_) => Ok(Self(text.to_owned())),
            Err(url::ParseError::RelativeUrlWithoutBase) if looks_like_host(text) => Err(
                format!("`{text}` is not a full address\ndid you mean `https://{text}`?"),
            ),
            Err(_) if text.is_empty() => Err(EMPTY.to_owned()),
            Err(_) => Err(format!(
                "`{text}` is not an address\nwrite it in full: `https://example.org`"
            )),
        }
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What résumé editors write for an address that somebody has not got.
const EMPTY: &str = "the address is empty\nremove the key where there is none";

fn looks_like_host(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or_default();
    host.contains('.') && !host.contains(char::is_whitespace) && !host.starts_with('.')
}

/// A mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Checks an address by its shape: something, an `@`, a domain with a dot, no spaces.
    /// Whether anybody reads it, only sending would tell.
    ///
    /// # Errors
    /// The reason, then what to do on the next line.
    pub fn new(text: &str) -> Result<Self, String> {
        let is_plausible = text.split_once('@').is_some_and(|(user, domain)| {
            !user.is_empty()
                && domain.contains('.')
                && !domain.contains('@')
                && domain.split('.').all(|label| !label.is_empty())
                && !text.contains(|c: char| c.is_whitespace() || c.is_control())
        });
        if is_plausible {
            return Ok(Self(text.to_owned()));
        }
        if text.is_empty() {
            return Err(EMPTY.to_owned());
        }
        Err(format!("`{text}` is not a mail address\nit has the form `name@example.org`"))
    }

    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! checked {
    ($type:ident, $name:literal, $format:literal, $about:literal) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                struct Checked;
                impl<'de> Visitor<'de> for Checked {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($about)
                    }

                    fn visit_newtype_struct<D: Deserializer<'de>>(
                        self,
                        d: D,
                    ) -> Result<$type, D::Error> {
                        d.deserialize_str(self)
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$type, E> {
                        $type::new(text).map_err(E::custom)
                    }
                }
                d.deserialize_newtype_struct($name, Checked)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"description": $about, "type": "string", "format": $format})
            }
        }
    };
}

checked!(Url, "Url", "uri", "A full address: `https://example.org`.");
checked!(Email, "Email", "email", "A mail address.");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_other_schemes_are_refused() {
        assert!(Url::new("https://example.org/a?b=c#d").is_ok());
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"] {
            assert!(Url::new(bad).is_err_and(|e| e.contains("not allowed")), "{bad}");
        }
        let missing = Url::new("example.org/x");
        assert!(
            missing.is_err_and(|e| e.contains("did you mean `https://example.org/x`"))
        );
        assert!(Url::new("not an address").is_err());
    }

    #[test]
    fn mail_addresses_are_judged_by_shape() {
        assert!(Email::new("ada.b+c@mail.example.org").is_ok());
        for bad in
            ["ada", "ada@", "@example.org", "ada@example", "a b@example.org", "a@b..c"]
        {
            assert!(Email::new(bad).is_err(), "{bad}");
        }
    }
}
