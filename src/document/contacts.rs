//! Ways to reach the person.

use super::compose::Composer;
use super::language::isolated;
use super::{Contact, ContactKind, networks};
use crate::diagnostics::Pointer;
use crate::profile::{Account, Location};

impl Composer<'_> {
    /// Every contact, each under an address in full, so that it is readable on paper.
    pub(super) fn contacts(&self, origin: &Pointer) -> Vec<Contact> {
        let basics = &self.profile.basics;
        let told = |field: &str| self.cut.keeps(&origin.key(field));
        let mut contacts = Vec::new();
        contacts.extend(
            basics
                .location
                .as_ref()
                .filter(|_| told("location"))
                .and_then(|location| self.place(location, &origin.key("location"))),
        );
        contacts.extend(basics.email.as_ref().filter(|_| told("email")).map(|email| {
            Contact {
                kind: ContactKind::Email,
                network: None,
                text: email.as_str().to_owned(),
                url: Some(format!("mailto:{}", email.as_str())),
                origin: origin.key("email").to_string(),
            }
        }));
        let phone = basics.phone.as_ref().filter(|phone| !phone.trim().is_empty());
        contacts.extend(phone.filter(|_| told("phone")).map(|phone| {
            let origin = origin.key("phone");
            let contact = phone_number(&self.string(phone, &origin), &origin);
            Contact { text: isolated(contact.text, self.dir), ..contact }
        }));
        contacts.extend(basics.url.as_ref().filter(|_| told("url")).map(|url| Contact {
            kind: ContactKind::Url,
            network: None,
            text: short(url.as_str()),
            url: Some(url.as_str().to_owned()),
            origin: origin.key("url").to_string(),
        }));
        let profiles = origin.key("profiles");
        if !told("profiles") {
            return contacts;
        }
        contacts.extend(basics.profiles.iter().enumerate().filter_map(
            |(index, account)| self.account(account, &profiles.index(index)),
        ));
        contacts
    }

    fn place(&self, location: &Location, origin: &Pointer) -> Option<Contact> {
        let part = |key: &str, name| self.plain(name, &origin.key(key));
        let city =
            [part("postalCode", &location.postal_code), part("city", &location.city)]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
        let text = [
            part("address", &location.address),
            city,
            part("region", &location.region),
            part("countryCode", &location.country_code),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(self.words.get("comma"));
        (!text.is_empty()).then(|| Contact {
            kind: ContactKind::Location,
            network: None,
            text,
            url: None,
            origin: origin.to_string(),
        })
    }

    fn account(&self, account: &Account, origin: &Pointer) -> Option<Contact> {
        let network = self.plain(&account.network, &origin.key("network"));
        let username = self.plain(&account.username, &origin.key("username"));
        let url = match &account.url {
            Some(url) => Some(url.as_str().to_owned()),
            None if username.is_empty() => None,
            None => networks::address(&network, &username),
        };
        let text = match &url {
            Some(url) => short(url),
            None if username.is_empty() => network.clone(),
            None if network.is_empty() => username,
            None => format!("{network}: {username}"),
        };
        (!text.is_empty()).then(|| Contact {
            kind: ContactKind::Profile,
            network: Some(network.to_lowercase()).filter(|network| !network.is_empty()),
            text,
            url,
            origin: origin.to_string(),
        })
    }
}

fn phone_number(phone: &str, origin: &Pointer) -> Contact {
    let digits: String =
        phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    Contact {
        kind: ContactKind::Phone,
        network: None,
        text: phone.split_whitespace().collect::<Vec<_>>().join("\u{A0}"),
        url: (!digits.is_empty()).then(|| format!("tel:{digits}")),
        origin: origin.to_string(),
    }
}

/// An address as people write it: without the scheme, `www.` and a slash at the end.
pub(super) fn short(url: &str) -> String {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest).to_owned()
}
