//! JSON that may be shown on a terminal.

/// The same JSON without the control characters that it may hold as they are: of U+007F to
/// U+009F some act on a terminal, where it may well end up.
pub fn harmless_json(json: String) -> String {
    let acts = |c: char| ('\u{7F}'..='\u{9F}').contains(&c);
    if !json.contains(acts) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match acts(c) {
            true => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}
