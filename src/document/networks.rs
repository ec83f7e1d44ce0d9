//! Networks whose addresses follow from a user name.

use crate::richtext::encoded;

/// The address of `username` on `network`, for the networks that are known.
pub(super) fn address(network: &str, username: &str) -> Option<String> {
    let key = network.to_lowercase().replace([' ', '.', '-'], "");
    if key == "mastodon" {
        return mastodon(username);
    }
    let (_, template) = ADDRESSES.iter().find(|(name, _)| *name == key)?;
    Some(encoded(&template.replace("{}", username.trim_start_matches('@'))))
}

/// A name such as `@ada@example.social` holds its server.
fn mastodon(username: &str) -> Option<String> {
    let (user, server) = username.trim_start_matches('@').split_once('@')?;
    Some(encoded(&format!("https://{server}/@{user}")))
}

/// The networks by their names in lower case without spaces, and their addresses.
const ADDRESSES: [(&str, &str); 26] = [
    ("bitbucket", "https://bitbucket.org/{}"),
    ("bluesky", "https://bsky.app/profile/{}"),
    ("codeberg", "https://codeberg.org/{}"),
    ("codepen", "https://codepen.io/{}"),
    ("devto", "https://dev.to/{}"),
    ("dribbble", "https://dribbble.com/{}"),
    ("facebook", "https://www.facebook.com/{}"),
    ("github", "https://github.com/{}"),
    ("gitlab", "https://gitlab.com/{}"),
    ("googlescholar", "https://scholar.google.com/citations?user={}"),
    ("hackernews", "https://news.ycombinator.com/user?id={}"),
    ("huggingface", "https://huggingface.co/{}"),
    ("instagram", "https://www.instagram.com/{}"),
    ("kaggle", "https://www.kaggle.com/{}"),
    ("keybase", "https://keybase.io/{}"),
    ("leetcode", "https://leetcode.com/u/{}"),
    ("linkedin", "https://www.linkedin.com/in/{}"),
    ("medium", "https://medium.com/@{}"),
    ("npm", "https://www.npmjs.com/~{}"),
    ("orcid", "https://orcid.org/{}"),
    ("reddit", "https://www.reddit.com/user/{}"),
    ("stackoverflow", "https://stackoverflow.com/users/{}"),
    ("telegram", "https://t.me/{}"),
    ("twitter", "https://twitter.com/{}"),
    ("x", "https://x.com/{}"),
    ("youtube", "https://www.youtube.com/@{}"),
];

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_follow_from_names() {
        assert_eq!(address("GitHub", "ada").as_deref(), Some("https://github.com/ada"));
        assert_eq!(
            address("Stack Overflow", "1/ada").as_deref(),
            Some("https://stackoverflow.com/users/1/ada")
        );
        assert_eq!(
            address("Mastodon", "@ada@example.social").as_deref(),
            Some("https://example.social/@ada")
        );
        assert_eq!(address("Nowhere", "ada"), None);
    }
}
