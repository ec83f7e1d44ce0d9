//! Who the person is.

use super::one_or_more;
use super::text::Texts;
use crate::diagnostics::Span;
use crate::readers::json_resume::addresses;
use crate::readers::taking::Taking;
use crate::tree::{Field, Node};

/// The key `basics`.
pub(super) fn basics(cv: &mut Taking<'_>, span: Span, texts: &mut Texts) -> Field {
    let mut fields = Vec::new();
    let mut profiles = Vec::new();
    if let Some(name) = cv.take("name") {
        fields.push(Field::new("name", texts.name(name).name));
    }
    for key in ["headline", "label"] {
        if let Some(label) = cv.take(key) {
            fields.push(Field::new("label", texts.markdown(label)));
        }
    }
    if let Some(photo) = cv.take("photo") {
        fields.push(Field::new("image", photo.clone()));
    }
    if let Some(place) = cv.take("location") {
        let city = Field::new("city", texts.name(place).name);
        fields.push(Field::new("location", Node::map(vec![city], place.span)));
    }
    for (theirs, ours) in [("email", "email"), ("phone", "phone"), ("website", "url")] {
        let Some(node) = cv.take(theirs) else { continue };
        for (index, one) in one_or_more(node).into_iter().enumerate() {
            let value = contact(ours, one);
            match index {
                0 => fields.push(Field::new(ours, value)),
                _ => profiles.push(further(ours, value)),
            }
        }
    }
    profiles.extend(networks(cv, texts));
    if !profiles.is_empty() {
        let span = profiles[0].span;
        fields.push(Field::new("profiles", Node::list(profiles, span)));
    }
    Field::new("basics", Node::map(fields, span))
}

/// A telephone number may be written as its address, a web address without a scheme.
fn contact(key: &str, node: &Node) -> Node {
    let text = node.as_text().unwrap_or_default();
    match key {
        "phone" => Node::text(text.trim_start_matches("tel:"), node.span),
        "url" => Node::text(
            addresses::meant(text).unwrap_or_else(|| text.to_owned()),
            node.span,
        ),
        _ => node.clone(),
    }
}

/// A second mail address, number or page goes among the networks.
fn further(key: &str, value: Node) -> Node {
    let span = value.span;
    let fields = match key {
        "url" => {
            vec![Field::new("network", Node::text("", span)), Field::new("url", value)]
        }
        _ => vec![Field::new("username", value)],
    };
    Node::map(fields, span)
}

fn networks(cv: &mut Taking<'_>, texts: &mut Texts) -> Vec<Node> {
    let mut all = Vec::new();
    for account in cv.take("social_networks").map(Node::elements).unwrap_or_default() {
        let mut account_fields = Taking::of(account);
        let mut fields = Vec::new();
        let network = account_fields.take("network").and_then(Node::as_text);
        let username = account_fields.take("username");
        if let Some(network) = network {
            fields.push(Field::new("network", Node::text(network, account.span)));
        }
        if let Some(username) = username {
            fields.push(Field::new("username", username.clone()));
            let url = address(network.unwrap_or_default(), username);
            fields.extend(url.map(|url| Field::new("url", url)));
        }
        account_fields.finish(&mut texts.notes);
        all.push(Node::map(fields, account.span));
    }
    for custom in cv.take("custom_connections").map(Node::elements).unwrap_or_default() {
        all.push(custom_connection(custom, texts));
    }
    all
}

/// The address on a network that RenderCV knows and curricle does not.
fn address(network: &str, username: &Node) -> Option<Node> {
    let base = match network {
        "IMDB" => "https://imdb.com/name/",
        "ResearchGate" => "https://researchgate.net/profile/",
        "WhatsApp" => "https://wa.me/",
        _ => return None,
    };
    let name = username.as_text()?.trim_start_matches('+');
    Some(Node::text(format!("{base}{name}"), username.span))
}

/// A connection with words of its own. Where it leads somewhere, that is what is shown.
fn custom_connection(custom: &Node, texts: &mut Texts) -> Node {
    let mut taking = Taking::of(custom);
    taking.take("fontawesome_icon"); // a theme chooses the icon
    let mut fields = Vec::new();
    let words = taking.take("placeholder");
    let url = taking.take("url");
    if let Some(words) = words {
        let key = if url.is_some() { "network" } else { "username" };
        fields.push(Field::new(key, texts.name(words).name));
        if url.is_some() {
            let what = "a custom connection is shown as its address";
            texts.notes.add(what, words.span);
        }
    }
    fields.extend(url.map(|url| Field::new("url", contact("url", url))));
    taking.finish(&mut texts.notes);
    Node::map(fields, custom.span)
}
