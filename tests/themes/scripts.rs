//! Scripts that the built-in fonts lack, in those of the system.

use crate::programs::{READERS, Reader, text};
use crate::{document, names, poppler, render};
use serde_json::json;

const CHINESE: &str = "\
basics:
  name: 范例
  label: 流处理工程师
  email: ada@example.org
  summary: 让检查点变得无聊：九年有状态流处理经验，从第一个原型到没有人需要半夜起床照看的集群。靠写文档来领导，靠删代码来前进。
work:
  - {name: 示例流公司, position: 首席工程师, location: 柏林, highlights: [主导增量检查点的迁移，使检查点缩小一半。]}
skills: [{name: 流处理, keywords: [恰好一次]}]
";

/// Chinese, Japanese, Korean, Arabic, Hebrew and Devanagari.
#[test]
#[ignore = "needs Debian's fonts-noto-core and fonts-noto-cjk, which scripts/test installs"]
fn come_in_fonts_of_the_system() {
    let label = "王小明 日本語 한국어 مرحبا שלום नमस्ते";
    let document = document(&format!("basics: {{name: Ada, label: {label}}}"));
    for theme in names() {
        let rendered = render(&document, json!({"theme": theme}));
        let serif = ["classic", "academic"].contains(&theme);
        let font = if serif { "Noto Serif CJK SC" } else { "Noto Sans CJK SC" };
        assert!(
            rendered.notes.contains(&format!("with the system's {font}")),
            "{theme}: {:?}",
            rendered.notes
        );
        let found = text(&rendered.bytes, Reader::PopplerRaw);
        for word in label.split(' ') {
            assert!(found.contains(word), "{theme}: {word} in {found}");
        }
        assert!(poppler::fonts(&rendered.bytes).iter().all(|(_, embedded)| *embedded));
    }
}

/// A folder that is named comes before the system, whatever it has.
#[test]
#[ignore = "needs Debian's fonts-noto-cjk, which scripts/test installs"]
fn a_named_folder_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let font = "NotoSerifCJK-Regular.ttc";
    let installed = std::path::Path::new("/usr/share/fonts/opentype/noto").join(font);
    std::fs::copy(installed, folder.path().join(font)).unwrap();
    let options = json!({"theme": "modern", "font_path": folder.path()});
    let rendered = render(&document("basics: {name: 王}"), options);
    assert!(rendered.notes[0].contains("Noto Serif CJK SC"), "{:?}", rendered.notes);
}

/// Chinese has no words between spaces, so it is compared letter by letter.
#[test]
#[ignore = "needs Debian's fonts-noto-cjk, which scripts/test installs"]
fn chinese_keeps_every_letter_in_order() {
    let document = document(CHINESE);
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    for theme in names().filter(|theme| *theme != "sidebar") {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        let expected = letters(&crate::words::words(&document, theme).concat());
        for reader in READERS {
            assert_eq!(letters(&text(&pdf, reader)), expected, "{theme} {reader:?}");
        }
    }
}

/// A page in a language that is written from right to left begins at the right.
#[test]
fn right_to_left_pages_are_mirrored() {
    let document = document(
        "basics: {name: {he: עדה}}\nheadings: {work: {title: Experience}}\n\
         work: [{position: {he: מהנדסת}, startDate: 2020}]\n",
    );
    for theme in ["classic", "compact", "banner"] {
        let boxes = poppler::boxes(&render(&document, json!({"theme": theme})).bytes);
        let right = |part: &str| {
            let found = boxes.iter().find(|(_, _, word)| word == part);
            found.map(|(_, right, _)| *right)
        };
        assert!(right("Experience") > Some(500.0), "{theme}: {boxes:?}");
        assert!(right("2020") < Some(200.0), "{theme}: {boxes:?}");
    }
}

/// Programs differ in the order of words from the right, and in the signs between them; none
/// may lose one.
#[test]
fn words_from_the_right_are_all_there() {
    let document = document(
        "basics: {name: {he: עדה דוגמה}, label: מהנדסת עיבוד זרמים, phone: +49 30 23125 017}\n\
         work: [{name: זרמי דוגמה, position: מהנדסת ראשית, startDate: 2020, \
         highlights: [קיצרה את ההתאוששות מדקות לשניות]}]\n",
    );
    let mut expected = letters(&crate::words::words(&document, "classic").join(" "));
    expected.sort();
    for theme in names() {
        let pdf = render(&document, json!({"theme": theme})).bytes;
        for reader in [Reader::Poppler, Reader::PopplerLayout] {
            let mut found = letters(&text(&pdf, reader));
            found.sort();
            assert_eq!(found, expected, "{theme} {reader:?}");
        }
    }
}

/// Words without signs, among them those that set a direction.
fn letters(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
