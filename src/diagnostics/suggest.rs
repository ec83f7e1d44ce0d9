//! "Did you mean": the nearest of the words that would have been right.

/// The longest word, in characters, that is compared: measuring takes the square of it.
const LONGEST: usize = 64;

/// The candidate nearest to `word`, if one is near enough to be meant.
///
/// Near enough is a Damerau-Levenshtein distance of at most a third of the longer word:
/// two slips in `sumary`, none in `me`.
pub fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.chars().count();
            let most = length.max(other) / 3;
            if length.abs_diff(other) > most {
                return None; // at least as far as that, without measuring it
            }
            let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
            (distance <= most).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The key among `known` that `key` is a slip of, or another word for.
pub fn meant<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    nearest(key, known.iter().copied()).or_else(|| synonym(key, known))
}

/// The key among `known` for which `key`, or what it is a slip of, is another word.
fn synonym<'a>(key: &str, known: &[&'a str]) -> Option<&'a str> {
    let lower = key.to_lowercase();
    let reachable = SYNONYMS.iter().filter_map(|(words, keys)| {
        let key = keys.iter().find_map(|key| known.iter().find(|known| *known == key))?;
        Some((words, *key))
    });
    let reachable: Vec<_> = reachable.collect();
    let of = |word: &str| {
        let found = reachable.iter().find(|(words, _)| words.contains(&word));
        found.map(|(_, key)| *key)
    };
    of(&lower).or_else(|| {
        let words = reachable.iter().flat_map(|(words, _)| words.iter().copied());
        let long = words.filter(|word| word.len() >= LONG_ENOUGH);
        of(nearest(&lower, long)?)
    })
}

/// Where a key stands that is right and in the wrong place, or what to write instead.
pub fn elsewhere(key: &str, known: &[&str]) -> Option<&'static str> {
    let lower = key.to_lowercase();
    let here = ELSEWHERE
        .iter()
        .filter(|(marks, _, _)| marks.iter().all(|mark| known.contains(mark)));
    let mut here = here.filter(|(_, keys, _)| keys.contains(&lower.as_str()));
    here.next().map(|(_, _, help)| *help)
}

/// By what keys a map is known, which keys people write there, and what to do with them.
const ELSEWHERE: &[(&[&str], &[&str], &str)] = &[
    (
        &["basics", "work"],
        &[
            "name", "label", "title", "image", "photo", "email", "mail", "phone", "url",
            "website", "summary", "about", "location", "address", "city", "profiles",
        ],
        "it belongs under `basics`",
    ),
    (
        &["email", "profiles"],
        &[
            "github",
            "gitlab",
            "linkedin",
            "mastodon",
            "twitter",
            "bluesky",
            "orcid",
            "x",
            "stackoverflow",
            "youtube",
        ],
        "write it under `profiles`: `- {network: GitHub, username: ada-example}`",
    ),
];

/// The fewest letters of a synonym whose slips are understood, too.
const LONG_ENOUGH: usize = 6;

/// What people write for a key of the format, as other formats call it or as they speak,
/// and the keys that it may be, the likeliest first.
const SYNONYMS: &[(&[&str], &[&str])] = &[
    (&["about", "bio", "profile", "objective"], &["summary"]),
    (&["avatar", "photo", "picture"], &["image"]),
    (&["bullets", "details", "points", "tasks"], &["highlights", "items"]),
    (&["company", "employer", "firm"], &["name", "organization"]),
    (&["country"], &["countryCode"]),
    (&["course", "field", "major", "subject"], &["area"]),
    (&["degree"], &["studyType"]),
    (&["description", "desc"], &["summary", "text"]),
    (&["end", "to", "until"], &["endDate"]),
    (&["experience", "employment", "jobs", "career"], &["work"]),
    (&["format", "type"], &["backend"]),
    (&["gpa", "grade"], &["score"]),
    (&["heading", "headline", "caption"], &["title", "label", "text"]),
    (&["homepage", "href", "link", "site", "web", "website"], &["url"]),
    (&["issuer"], &["awarder", "publisher"]),
    (&["job", "role", "title"], &["position", "label", "name", "text"]),
    (&["lang", "language"], &["locale"]),
    (&["mail"], &["email"]),
    (&["mobile", "tel", "telephone"], &["phone"]),
    (&["school", "university"], &["institution"]),
    (&["since", "from", "start"], &["startDate"]),
    (&["social", "accounts", "networks"], &["profiles"]),
    (&["summary", "content", "body"], &["text", "description"]),
    (&["town"], &["city"]),
    (&["when", "year", "day"], &["date", "endDate"]),
    (&["zip", "postcode"], &["postalCode"]),
];

#[cfg(test)]
mod tests {
    use super::{elsewhere, meant, nearest};

    #[test]
    fn a_slip_is_meant_and_another_word_is_not() {
        let keys = ["summary", "sections", "skills"];
        assert_eq!(nearest("sumary", keys), Some("summary"));
        assert_eq!(nearest("Skills", keys), Some("skills"));
        assert_eq!(nearest("education", keys), None);
    }

    #[test]
    fn another_word_for_a_key_is_understood() {
        assert_eq!(meant("company", &["name", "position"]), Some("name"));
        assert_eq!(meant("Website", &["name", "url"]), Some("url"));
        assert_eq!(meant("colour", &["name", "url"]), None);
        assert_eq!(meant("expirience", &["basics", "work"]), Some("work"));
        assert_eq!(meant("expirience", &["basics"]), None);
    }

    #[test]
    fn a_key_in_the_wrong_place_is_told_where_it_belongs() {
        let top = ["basics", "work", "skills"];
        assert_eq!(elsewhere("Email", &top), Some("it belongs under `basics`"));
        assert_eq!(elsewhere("email", &["basics"]), None);
        assert!(elsewhere("GitHub", &["email", "profiles"]).is_some());
    }
}
