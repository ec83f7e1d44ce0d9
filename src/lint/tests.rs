use super::lint;
use crate::diagnostics::Place;

/// The message and the text that it points at, for each problem.
fn found(text: &str) -> Vec<(String, String)> {
    let exists = |path: &str| matches!(path, "there.md" | "/root.md" | "a b.md");
    let each = |problem: crate::diagnostics::Diagnostic| {
        let at = match &problem.labels[0].place {
            Place::Span(span) => text[span.start..span.end].trim_end().to_owned(),
            other => panic!("{other:?}"),
        };
        (problem.message, at)
    };
    lint(text, &exists).into_iter().map(each).collect()
}

fn only(text: &str, message: &str, at: &str) {
    assert_eq!(found(text), [(message.to_owned(), at.to_owned())], "{text}");
}

#[test]
fn what_the_sanitizer_removes() {
    only(
        "<p style=\"color: red\" align=center>x</p>",
        "GitHub removes the attribute `style` of `<p>`",
        "style=\"color: red\"",
    );
    only(
        "a <span class='b'>x</span>",
        "GitHub removes the attribute `class` of `<span>`",
        "class='b'",
    );
    only(
        "<center>\n\nx\n\n</center>",
        "GitHub removes the tag `<center>` and keeps what is in it",
        "<center>",
    );
    only(
        "<script>alert(1)</script>",
        "GitHub does not let `<script>` through",
        "<script>",
    );
    for kept in [
        "<picture><source media=\"x\" srcset=\"https://x.org/a.svg\"><img alt=\"a\" \
         src=\"https://x.org/b.svg\" width=\"10\" loading=lazy></picture>",
        "`<center>`",
        "<!-- <center> -->",
        "```\n<script>\n```",
        "<details open><summary>a</summary>b</details>",
    ] {
        assert_eq!(found(kept), [], "{kept}");
    }
}

#[test]
fn links_that_lead_nowhere() {
    only("[a](gone.md)", "there is no file `gone.md`", "[a](gone.md)");
    only("![a](no.svg?raw=true)", "there is no file `no.svg`", "![a](no.svg?raw=true)");
    only("<a href=\"gone\">x</a>", "there is no file `gone`", "href=\"gone\"");
    only(
        "## My Talks 🎤\n\n[a](#my-talk)",
        "there is no heading with the anchor `#my-talk`",
        "[a](#my-talk)",
    );
    for fine in [
        "[a](there.md#x) [b](/root.md) [c](a%20b.md) [d](https://x.org) [e](mailto:a@b.org)",
        "## My Talks 🎤\n\n[a](#my-talks-) [b](#top) [c](#user-content-my-talks-)",
        "## A\n\n## A\n\n[a](#a-1)",
        "<h2 id=\"x\">Über <b>uns</b></h2>\n\n[a](#x) [b](#%C3%BCber-uns)",
    ] {
        assert_eq!(found(fine), [], "{fine}");
    }
}

#[test]
fn what_a_reader_would_miss() {
    only("![](there.md)", "an image without alternative text", "![](there.md)");
    only(
        "<img src=\"there.md\">",
        "an image without alternative text",
        "<img src=\"there.md\">",
    );
    only("## A\n\n#### B", "this heading jumps from level 2 to level 4", "#### B");
    only("Hi :roket: `:no:`", "`:roket:` is no emoji, and stays as it is", ":roket:");
    only(
        "![a](there.md#gh-dark-mode-only)",
        "GitHub no longer recommends `#gh-dark-mode-only`",
        "![a](there.md#gh-dark-mode-only)",
    );
    assert_eq!(found("10:30:45, a:b:c, :rocket: :octocat: ::x:: std::fmt::x :+1:"), []);
}

#[test]
fn a_page_that_is_cut() {
    let page = "word ".repeat(102_401);
    let problems = lint(&page, &|_| true);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].message.contains("512000 bytes"), "{}", problems[0].message);
    assert_eq!(lint(&page[..512_000], &|_| true), []);
}
