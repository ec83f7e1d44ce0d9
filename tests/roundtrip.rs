//! What the Markdown writer writes parses back, with GitHub's options, to what went in.

#[path = "properties/richtext.rs"]
mod properties;

use curricle::richtext::{
    Autolinks, EmojiStyle, Unlinked, parse_line, parse_prose, write_line,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Pieces of text that look like markup of every kind.
const POISON: &[&str] = &[
    "a",
    "b c",
    " ",
    "  ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[x](y)",
    "![i](j)",
    "!",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!-- c -->",
    "&",
    "&amp;",
    "&#35;",
    "\\",
    "#",
    "# ",
    "## h",
    "- ",
    "-",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "> ",
    "|",
    "| a | b |\n|---|---|\n",
    "---",
    "===",
    "***",
    "```\n",
    "~~~\n",
    "    ",
    "\t",
    "[^1]",
    "[^1]: f",
    "[a]: b",
    "[ ] ",
    "[x] ",
    "[!NOTE]",
    ":smile:",
    ":",
    "🌱",
    "👩\u{200D}💻",
    "é",
    "龍",
    "C#",
    "a_b_c",
    " https://a.org/b_c ",
    " www.a.org ",
    " a@b.org ",
    "$x$",
    "#read(\"/etc/passwd\")",
    "#teamflink",
    "{{ x }}",
    "<script>",
    "]]>",
    "FOO_BAR",
    "~5",
    "\"",
    "'",
    "^",
    "%",
    "@ada",
    "\u{A0}",
    "\u{2003}",
    "1.",
    "0",
    "9)",
    "=",
    "\u{200B}",
];

fn poison() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(POISON), 0..12).prop_map(|p| p.concat())
}

fn told(result: Result<(), String>) -> Result<(), TestCaseError> {
    result.map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, rng_seed: RngSeed::Fixed(0x_c0ffee), ..ProptestConfig::default() })]

    #[test]
    fn lines_come_back(text in poison()) {
        told(properties::line_comes_back(&text))?;
    }

    #[test]
    fn lines_come_back_from_lists_and_quotes(text in poison()) {
        told(properties::line_comes_back_from_within(&text))?;
    }

    #[test]
    fn headings_come_back(text in poison()) {
        told(properties::heading_comes_back(&text))?;
    }

    #[test]
    fn prose_comes_back(text in poison()) {
        told(properties::prose_comes_back(&text))?;
    }

    #[test]
    fn linking_no_references_changes_nothing(text in poison()) {
        let rules = Autolinks::default();
        let line = rules.parse_line(&text, &mut Unlinked::default()).content;
        prop_assert_eq!(line, parse_line(&text).content);
        let blocks = rules.parse_prose(&text, &mut Unlinked::default()).content;
        prop_assert_eq!(blocks, parse_prose(&text).content);
    }

    #[test]
    fn any_text_comes_back(text in "\\PC{0,40}") {
        told(properties::line_comes_back(&text))?;
        let named = write_line(&parse_line(&text).content, EmojiStyle::Shortcode);
        told(properties::is_plain_markdown(&named))?;
    }
}

#[test]
fn what_needs_no_escape_has_none() {
    for text in [
        "C# and F#, FOO_BAR, a_b_c, Hello! 5 * 3 = 15; 2 < 3 & 4 > 1.",
        "~5 minutes, 50 % of [all], (really) + more - less",
        "C:\\dir, snake_case_name, #hashtag, 1.20.0 (LTS)",
        "It's \"quoted\" — and {braced} | piped",
    ] {
        assert_eq!(write_line(&parse_line(text).content, EmojiStyle::Unicode), text);
    }
}

/// Each was found by a fuzzer, and cut to what it takes.
#[test]
fn what_was_found_once_comes_back() {
    for text in [
        "a `  \u{a0} \u{a0}  `",
        "\\\n\u{200d}\n\na",
        "[a\\\\](https://b.org) & [c]: d](e",
        "![a *b [c](https://d.org) e* f](https://g.org)",
        "a `b````````````````````````````````````````````````````````````````````````````````````c` d",
        "**\u{FFFD}n *i one***~R~",
        "~R~***one* n!**",
        "x `a\r\nb` y",
        "**Bol`** and *i*, :rock**: 🌱",
        "*Bold# and 0**Bo*",
        "&am@b.org@example.org",
        "a@b.ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc`",
        "*x `**`***`**`**",
        "**Bl**Bold**[^old**N0]: 1]*s? i)[^[N0]*s? i)n**Bold 1]",
        "grap*bAic***Bold*r*n",
        "~:~\u{11}[~ [PRO]1-[^1b a~ [YRV]",
        "***B*Aa**Bol[*s88***B*8888*A =a*P",
        "x ~a~***b*c**~d~",
        "**\u{200b}**",
        "***\u{fe0f}-",
        "*\u{fe0f}\u{20e3} a*b*",
        "[x: ](https://example.org)",
        "[](https:\0a.b)",
        "[](https:&#27;[31m)",
        "**a __:rocket__: b**",
        "# a :u**s:\t-**\nb",
        "-- x:END -->]1-[^ = a1*0]*{x&",
        "[ p\\\nb[^1]: k",
        "[^L[^1]: L](https://a.b)",
        "<*B*@UU-----\\-1---s>a",
        "**a]:************:t*u**rks_caicos_islands:*****************-****** e]**!",
        "[3 `[a]: b`](https://a.b)",
        "a :leftwards_arrow_with_hook:*\u{6}r/*",
        "~~~ ~a``b\nc\n~~~",
        "~~~a\\\\\\\\:b\n~~~\n\n~~~&amp;lt;\n~~~",
        "*p[PRhttp://tanMd@b.orgic:rocket: C <b> &amp; [[[[aph\\\n\n\n1<deta?ls>. \ng\n",
        "a \\*\\\nb\\*c",
        "A\n\n2. one\n   - two\n    # three\n2. fo",
        "*a \"*:seven:",
        "b **(c)**:one: *d*",
    ] {
        for held in [
            properties::line_comes_back(text),
            properties::line_comes_back_from_within(text),
            properties::heading_comes_back(text),
            properties::prose_comes_back(text),
        ] {
            assert_eq!(held, Ok(()), "{text:?}");
        }
    }
}
