use super::*;
use crate::richtext::html_comments;

fn region(text: &str, name: &str) -> Result<Region, RegionProblem> {
    find(text, &html_comments(text), name)
}

fn filled(text: &str, name: &str, page: &str) -> String {
    splice(text, &[(region(text, name).unwrap(), page)])
}

#[test]
fn every_dialect_is_read() {
    for (start, end) in [
        ("<!-- curricle:start x -->", "<!-- curricle:end x 0123456789abcdef -->"),
        ("<!-- X:START -->", "<!-- X:END -->"),
        ("<!--X:START - keep this -->", "<!--X:END-->"),
        ("<!--START_SECTION:x-->", "<!--END_SECTION:x-->"),
        ("<!-- x starts -->", "<!-- x ends -->"),
        ("<!-- x start -->", "<!-- x end -->"),
        ("<!-- START x please keep -->", "<!-- END x -->"),
        ("<!-- BEGIN x -->", "<!-- END x -->"),
        ("<!-- x:START\nkeep this -->", "<!-- x:END -->"),
    ] {
        let text = format!("a\n{start}\nold\n{end}\nb");
        let inside = region(&text, "x").unwrap().inside();
        assert_eq!(&text[inside], "\nold\n", "{start}");
    }
    for other in [
        "<!-- x -->",
        "<!-- a b c -->",
        "<!-- :START -->",
        "<!---->",
        "<!-- x:START -- -->",
        "<!-- \nx:END -->",
    ] {
        assert_eq!(region(other, "x"), Err(RegionProblem::NoMarkers(vec![])), "{other}");
    }
}

#[test]
fn a_region_is_replaced_and_known_again() {
    let text = "a  \r\n<!-- x starts -->\r\n<!-- x ends -->\r\nb";
    assert_eq!(region(text, "x").unwrap().writer(text), Writer::Nobody);
    let once = filled(text, "x", "one\n\n- two");
    assert!(once.starts_with(
        "a  \r\n<!-- x starts -->\r\n\r\none\r\n\r\n- two\r\n\r\n<!-- curricle "
    ));
    assert!(once.ends_with(" -->\r\n\r\n<!-- x ends -->\r\nb"), "{once:?}");
    assert_eq!(region(&once, "x").unwrap().writer(&once), Writer::Ours);
    assert_eq!(filled(&once, "x", "one\n\n- two"), once, "twice is once");
    let edited = once.replace("two", "three");
    assert_eq!(region(&edited, "x").unwrap().writer(&edited), Writer::Edited);
    let foreign = text.replace("-->\r\n<", "-->\r\nby hand\r\n<");
    assert_eq!(region(&foreign, "x").unwrap().writer(&foreign), Writer::Foreign);
}

#[test]
fn our_own_marker_has_the_hash() {
    let text = "<!-- curricle:start x --><!-- curricle:end x -->";
    let once = filled(text, "x", "page");
    let (before, after) = once.split_once("<!-- curricle:end x ").unwrap();
    assert_eq!(before, "<!-- curricle:start x -->\n\npage\n\n");
    assert_eq!(after.len(), 16 + 4);
    assert_eq!(region(&once, "x").unwrap().writer(&once), Writer::Ours);
    assert_eq!(filled(&once, "x", "page"), once);
}

#[test]
fn quotations_and_lists_keep_their_marks() {
    for (text, line) in [
        ("> <!-- x starts -->\n> <!-- x ends -->\n", "\n> page\n>\n> more\n"),
        ("- a\n\n  <!-- x starts -->\n  <!-- x ends -->\n", "\n  page\n\n  more\n"),
        ("- a <!-- x starts --> <!-- x ends -->\n", "\n  page\n\n  more\n"),
        (">  a\n>        <!-- x starts --> <!-- x ends -->\n", "\n>  page\n>\n>  more\n"),
        ("a\n    <!-- x starts -->\n    <!-- x ends -->\n", "\npage\n\nmore\n"),
        (
            "<div>\n    <!-- x starts -->\n    <!-- x ends -->\n</div>\n",
            "\npage\n\nmore\n",
        ),
    ] {
        let once = filled(text, "x", "page\n\nmore");
        assert!(once.contains(line), "{once}");
        assert_eq!(region(&once, "x").unwrap().writer(&once), Writer::Ours, "{once}");
        assert_eq!(filled(&once, "x", "page\n\nmore"), once);
    }
}

#[test]
fn several_regions_are_filled_at_once() {
    let text = "<!-- b starts --><!-- b ends -->\n<!-- a starts --><!-- a ends -->\n";
    let pages = [(region(text, "a").unwrap(), "A"), (region(text, "b").unwrap(), "B")];
    let filled = splice(text, &pages);
    assert!(filled.find("\nB\n").unwrap() < filled.find("\nA\n").unwrap());
}

#[test]
fn markers_that_make_no_region_say_why() {
    let edge = |problem| match problem {
        Err(RegionProblem::Missing { edge, .. }) => Some(edge),
        _ => None,
    };
    assert_eq!(edge(region("<!-- x starts -->", "x")), Some(Edge::End));
    assert_eq!(edge(region("<!-- x ends -->", "x")), Some(Edge::Start));
    let swapped = region("<!-- x ends --><!-- x starts -->", "x");
    assert!(matches!(swapped, Err(RegionProblem::Swapped { .. })));
    let twice = region("<!-- x starts --><!-- x starts --><!-- x ends -->", "x");
    assert!(matches!(twice, Err(RegionProblem::Duplicate { edge: Edge::Start, .. })));
    let nested = "<!-- x starts --><!-- y starts --><!-- y ends --><!-- x ends -->";
    assert!(matches!(region(nested, "x"), Err(RegionProblem::Nested { .. })));
    assert!(matches!(region(nested, "y"), Err(RegionProblem::Nested { .. })));
    let beside = "<!-- x starts --><!-- x ends --><!-- y starts --><!-- y ends -->";
    assert!(region(beside, "x").is_ok() && region(beside, "y").is_ok());
    assert_eq!(
        region(beside, "z"),
        Err(RegionProblem::NoMarkers(vec!["x".into(), "y".into()]))
    );
}
