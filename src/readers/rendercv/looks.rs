//! The theme and the colours: the nearest of ours.

use crate::readers::notes::Notes;
use crate::readers::taking::Taking;
use crate::tree::Node;

/// What the pages look like.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// The theme, unless it is the usual one.
    pub(super) theme: Option<Node>,
    /// The colour of headings and links.
    pub(super) accent: Option<Node>,
}

/// RenderCV's themes, what comes nearest in ours, and the colour of their headings where
/// it is not about ours.
const THEMES: [(&str, &str, Option<&str>); 9] = [
    ("classic", "classic", None),
    ("ember", "compact", Some("#9b2319")),
    ("engineeringclassic", "compact", None),
    ("engineeringresumes", "classic", Some("#000000")),
    ("harvard", "academic", Some("#000000")),
    ("ink", "academic", Some("#2a1852")),
    ("moderncv", "modern", None),
    ("opal", "compact", Some("#00645a")),
    ("sb2nov", "classic", Some("#000000")),
];

/// Where the one colour that we have is looked for, the nearest first.
const ACCENTS: [&str; 3] = ["section_titles", "links", "name"];

/// Takes the theme and the colours.
pub(super) fn of(design: &mut Taking<'_>, notes: &mut Notes) -> Looks {
    let mut looks = Looks::default();
    if let Some(theme) = design.take("theme") {
        let name = theme.as_text().unwrap_or_default();
        let known = THEMES.iter().find(|(theirs, _, _)| *theirs == name);
        let (_, ours, colour) = known.copied().unwrap_or(("", "classic", None));
        if name != ours {
            notes.add(format!("the theme `{name}` is read as `{ours}`"), theme.span);
        }
        looks.theme = (ours != "classic").then(|| Node::text(ours, theme.span));
        looks.accent = colour.map(|colour| Node::text(colour, theme.span));
    }
    if let Some(colours) = design.take("colors") {
        let mut colours = Taking::of(colours);
        looks.accent = accent(&mut colours, notes).or(looks.accent);
        colours.finish(notes);
    }
    looks
}

/// The accent; what has another colour is told.
fn accent(colours: &mut Taking<'_>, notes: &mut Notes) -> Option<Node> {
    let mut accent: Option<(String, Node)> = None;
    for key in ACCENTS {
        let Some(node) = colours.take(key) else { continue };
        let colour = node.as_text().and_then(hexadecimal);
        match (colour, &accent) {
            (Some(colour), None) => {
                let node = Node::text(&colour, node.span);
                accent = Some((colour, node));
            }
            (Some(colour), Some((chosen, _))) if colour == *chosen => {}
            (Some(_), Some(_)) | (None, _) => notes.lost(key, node.span),
        }
    }
    accent.map(|(_, node)| node)
}

/// A colour as `#1d3f66`, of the forms that RenderCV's files have.
fn hexadecimal(colour: &str) -> Option<String> {
    let colour = colour.trim().to_ascii_lowercase();
    if let Some(digits) = colour.strip_prefix('#') {
        let is_hex = digits.chars().all(|c| c.is_ascii_hexdigit());
        return match digits.len() {
            6 if is_hex => Some(colour),
            3 if is_hex => Some(
                digits
                    .chars()
                    .fold("#".to_owned(), |hex, c| hex + &c.to_string().repeat(2)),
            ),
            _ => None,
        };
    }
    if let Some((_, hex)) = NAMED.iter().find(|(name, _)| *name == colour) {
        return Some((*hex).to_owned());
    }
    let parts = colour.strip_prefix("rgb(")?.strip_suffix(')')?;
    let parts: Vec<u8> =
        parts.split(',').map_while(|part| part.trim().parse().ok()).collect();
    match parts.as_slice() {
        [red, green, blue] => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        _ => None,
    }
}

/// The sixteen colours that have had names from the first (CSS Color 4, section 6.1).
const NAMED: [(&str, &str); 16] = [
    ("aqua", "#00ffff"),
    ("black", "#000000"),
    ("blue", "#0000ff"),
    ("fuchsia", "#ff00ff"),
    ("gray", "#808080"),
    ("green", "#008000"),
    ("lime", "#00ff00"),
    ("maroon", "#800000"),
    ("navy", "#000080"),
    ("olive", "#808000"),
    ("purple", "#800080"),
    ("red", "#ff0000"),
    ("silver", "#c0c0c0"),
    ("teal", "#008080"),
    ("white", "#ffffff"),
    ("yellow", "#ffff00"),
];

#[cfg(test)]
mod tests {
    use super::hexadecimal;

    #[test]
    fn colours_are_read_in_every_form() {
        for (colour, expected) in [
            ("rgb(0, 79,144)", Some("#004f90")),
            ("#004F90", Some("#004f90")),
            ("#abc", Some("#aabbcc")),
            ("Navy", Some("#000080")),
            ("rgb(1,2)", None),
            ("rgb(1,2,300)", None),
            ("hsl(1,2,3)", None),
            ("#12345g", None),
        ] {
            assert_eq!(hexadecimal(colour).as_deref(), expected, "{colour}");
        }
    }
}
