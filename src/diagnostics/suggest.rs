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
    let known = || known.iter().copied();
    nearest(key, known()).or_else(|| {
        let lower = key.to_lowercase();
        let words = SYNONYMS.iter().find(|(words, _)| words.contains(&lower.as_str()));
        let (_, keys) = words?;
        keys.iter().find_map(|key| known().find(|known| known == key))
    })
}

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
    use super::{meant, nearest};

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
    }
}
