use super::*;
use crate::richtext::{Emoji, inline_text};

fn text(words: &str) -> Inline {
    Inline::text(words)
}

fn emoji(name: &str) -> Inline {
    Inline::Emoji { emoji: Emoji::named(name).unwrap() }
}

#[test]
fn a_line_is_a_line_whatever_it_begins_with() {
    for line in
        ["1. first", "- dash", "# hash", "> quote", "C #", "###", "| a |", "    x"]
    {
        let expected = line.trim();
        assert_eq!(parse_line(line).content, [text(expected)], "{line}");
    }
}

#[test]
fn lines_have_inline_markup() {
    assert_eq!(
        parse_line("a *b* **c** `d` ~~e~~ [f](https://g.org)").content,
        [
            text("a "),
            Inline::Emphasis { content: vec![text("b")] },
            text(" "),
            Inline::Strong { content: vec![text("c")] },
            text(" "),
            Inline::Code { text: "d".into() },
            text(" "),
            Inline::Strikethrough { content: vec![text("e")] },
            text(" "),
            Inline::link("https://g.org", "f"),
        ]
    );
    assert_eq!(parse_line("a_b_c C# a * b <b>").content, [text("a_b_c C# a * b <b>")]);
}

#[test]
fn emoji_stand_apart_from_words() {
    assert_eq!(
        parse_line("Go :rocket: now🌱 a:b:c :nope:").content,
        [
            text("Go "),
            emoji(":rocket:"),
            text(" now"),
            emoji("🌱"),
            text(" a:b:c :nope:")
        ]
    );
}

#[test]
fn names_have_no_markup() {
    assert_eq!(parse_name(" __init__  *x* "), [text("__init__ *x*")]);
    let address = "[_x_](https://a.org) www.a.org";
    assert_eq!(parse_name(address), [text(address)]);
}

#[test]
fn addresses_become_links() {
    assert_eq!(
        parse_line("see https://a.org/x_y.").content,
        [text("see "), Inline::link("https://a.org/x_y", "https://a.org/x_y"), text(".")]
    );
}

#[test]
fn links_of_other_schemes_lose_their_address_and_are_told() {
    let line = parse_line("[x](javascript:alert(1))");
    assert_eq!(line.content, [text("x")]);
    assert_eq!(line.problems, [TextProblem::ForbiddenLink("javascript:alert(1)".into())]);
    let line = parse_line("[x](JaVaScRiPt:alert)");
    assert_eq!(line.problems.len(), 1);
    assert!(parse_line("[x](docs/a:b.md)").problems.is_empty());
}

#[test]
fn prose_has_blocks() {
    let parsed =
        parse_prose("a\nb\n\n2. x\n3. y\n\n> q\n\n```rust\nlet x;\n```\n\n# H\n\n---");
    assert_eq!(
        parsed.content,
        [
            Block::Paragraph { content: vec![text("a b")] },
            Block::List {
                start: Some(2),
                is_loose: false,
                items: vec![
                    vec![Block::Paragraph { content: vec![text("x")] }],
                    vec![Block::Paragraph { content: vec![text("y")] }],
                ],
            },
            Block::Quote { content: vec![Block::Paragraph { content: vec![text("q")] }] },
            Block::Code { language: Some("rust".into()), text: "let x;".into() },
            Block::Paragraph {
                content: vec![Inline::Strong { content: vec![text("H")] }]
            },
            Block::Rule,
        ]
    );
}

#[test]
fn raw_html_is_text() {
    let parsed = parse_prose("<script>alert(1)</script>\n\nx <b>y</b>");
    let texts: Vec<_> = parsed
        .content
        .iter()
        .map(|block| match block {
            Block::Paragraph { content } => inline_text(content),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(texts, ["<script>alert(1)</script>", "x <b>y</b>"]);
}

#[test]
fn a_reference_to_a_control_character_is_shown_as_such() {
    let parsed = parse_line("a&#x1b;[31m&#10;b&#x202e;");
    assert_eq!(parsed.content, [text("a\u{FFFD}[31m b\u{FFFD}")]);
    let controls = ['\u{1B}', '\u{202E}'].map(TextProblem::ControlCharacter);
    assert_eq!(parsed.problems, controls);
}

#[test]
fn a_carriage_return_in_code_is_a_line_end() {
    let [Block::Paragraph { content }] = &parse_prose("`a\r\nb`").content[..] else {
        panic!("no paragraph");
    };
    assert_eq!(*content, [Inline::Code { text: "a b".to_owned() }]);
}

#[test]
fn a_shortcode_in_two_pieces_is_an_emoji_in_one() {
    let line = parse_line("**a __:rocket__: b**").content;
    assert_eq!(
        line,
        [Inline::Strong { content: vec![text("a "), emoji("🚀"), text(" b")] }]
    );
}

#[test]
fn what_nests_too_deep_is_text_and_a_problem() {
    for text in [
        ">".repeat(200_000),
        "- ".repeat(10_000) + "x",
        "*a ".repeat(500) + &"a*".repeat(500),
    ] {
        let parsed = parse_prose(&format!("{text} x"));
        assert_eq!(parsed.problems, [TextProblem::TooDeep]);
        assert!(matches!(&parsed.content[..], [Block::Paragraph { .. }]));
        assert_eq!(outline(&text), Err(TooDeep));
        assert_eq!(survey(&text), Err(TooDeep));
    }
    assert!(outline(&format!("{} x", ">".repeat(40))).is_ok());
    let deep = format!("{} a\u{1b}b", ">".repeat(100));
    let shown =
        [Block::Paragraph { content: vec![text(&deep.replace('\u{1b}', "\u{fffd}"))] }];
    assert_eq!(parse_prose(&deep).content, shown);
}

#[test]
fn a_list_that_can_not_be_written_tight_is_loose() {
    // the heading is shown as a paragraph, which would go on with `two`
    let parsed = parse_prose("1. one\n   - two\n   # three\n2. four");
    let [Block::List { is_loose, .. }] = parsed.content.as_slice() else {
        panic!("{:?}", parsed.content)
    };
    assert!(is_loose);
}
