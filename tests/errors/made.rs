//! The cases that no committed file can be: what is wrong is the machine, or too large.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

/// A case that is made when it is run.
pub(crate) struct Made {
    /// What its expected text is called.
    pub(crate) name: &'static str,
    /// The commands, whose words follow each other, in a folder of their own.
    pub(crate) commands: fn(&Command, &Path) -> Vec<Command>,
}

/// The codes that nothing a user can do brings about.
pub(crate) const WITHOUT_A_CASE: [&str; 4] =
    ["unknown-output", "empty-output", "typesetting", "internal"];

const ADA: &str = "basics:\n  name: Ada Example\n";

/// The program with `args`.
fn with(command: &Command, args: &str) -> Command {
    let mut copy = Command::new(command.get_program());
    copy.args(args.split_whitespace());
    copy.current_dir(command.get_current_dir().unwrap());
    copy
}

fn one(command: &Command, args: &str) -> Vec<Command> {
    vec![with(command, args)]
}

fn ada(here: &Path) {
    fs::write(here.join("profile.yaml"), ADA).unwrap();
}

/// The program as somebody whom permissions bind: the superuser reads and writes
/// everything, so that a test that runs as one becomes nobody (65534, by convention).
fn bound(command: &Command, here: &Path, args: &str) -> Vec<Command> {
    let owner = fs::metadata(here).unwrap().uid();
    let mut bound = with(command, args);
    if owner == 0 {
        let program = here.join("curricle");
        fs::copy(command.get_program(), &program).unwrap();
        fs::set_permissions(here, Permissions::from_mode(0o755)).unwrap();
        bound = Command::new(program);
        bound.args(args.split_whitespace()).current_dir(here).uid(65534).gid(65534);
    }
    vec![bound]
}

/// A profile with an output for each file that has something wrong with its markers.
fn regions(here: &Path) {
    let mut profile = format!("{ADA}sections:\n");
    profile += "  - {id: talks, title: Talks, items: [one]}\n";
    profile += "  - {id: own, raw: \"<!-- never closed\"}\noutputs:\n";
    for name in ["twice", "swapped", "lonely", "nested", "foreign", "latin", "missing"] {
        let place = format!(
            "{{backend: readme, into: {name}, region: talks, sections: [talks]}}"
        );
        profile += &format!("  {name}: {place}\n");
    }
    profile += "  hidden: {backend: readme, into: hidden, sections: [own]}\n";
    fs::write(here.join("profile.yaml"), profile).unwrap();
}

pub(crate) const CASES: &[Made] = &[
    Made {
        name: "extends",
        commands: |c, here| {
            let inner = here.join("inner");
            fs::create_dir(&inner).unwrap();
            let extends = "extends: [again.yaml, ../secret.yaml, link.yaml, none.yaml]\n";
            fs::write(inner.join("profile.yaml"), format!("{extends}{ADA}")).unwrap();
            fs::write(inner.join("again.yaml"), "extends: ./profile.yaml\n").unwrap();
            fs::write(here.join("secret.yaml"), "basics: {phone: '1'}\n").unwrap();
            std::os::unix::fs::symlink("../secret.yaml", inner.join("link.yaml"))
                .unwrap();
            one(c, "check inner/profile.yaml")
        },
    },
    Made {
        name: "extends-what-is-named",
        commands: |c, here| {
            let inner = here.join("inner");
            fs::create_dir(&inner).unwrap();
            let extends = "extends: ../secret.yaml\n";
            fs::write(inner.join("profile.yaml"), format!("{extends}{ADA}")).unwrap();
            fs::write(here.join("secret.yaml"), "basics: {email: ada}\n").unwrap();
            one(c, "check inner/profile.yaml -f secret.yaml")
        },
    },
    Made {
        name: "set",
        commands: |c, here| {
            ada(here);
            let set = "--set basics.email=ada --set work[3].name=x --set basics.labl=x";
            one(c, &format!("check {set}"))
        },
    },
    Made {
        name: "version-asked",
        commands: |c, here| {
            ada(here);
            vec![
                with(c, "check --audience academic"),
                with(c, "check --only wrok --redact emial"),
                with(c, "check --quiet --exclude long --since 2015"),
                with(c, "check --since 20x8"),
            ]
        },
    },
    Made {
        name: "tailor-over-itself",
        commands: |c, here| {
            ada(here);
            one(c, "tailor -o ./profile.yaml")
        },
    },
    Made {
        name: "diff-of-nothing",
        commands: |c, here| {
            ada(here);
            one(c, "diff academic")
        },
    },
    Made { name: "missing-file", commands: |c, _| one(c, "check profile.yml") },
    Made {
        name: "missing-file-beside",
        commands: |c, here| {
            ada(here);
            one(c, "check ./profil.yaml")
        },
    },
    Made {
        name: "folder-that-cannot-be",
        commands: |c, here| {
            ada(here);
            vec![
                with(c, "render -t readme -d /proc/none"),
                with(c, "render --emit document -o /proc/none/document.json"),
            ]
        },
    },
    Made { name: "missing-usual-file", commands: |c, _| one(c, "render") },
    Made {
        name: "folder-as-profile",
        commands: |c, here| {
            fs::create_dir(here.join("profile.yaml")).unwrap();
            one(c, "check profile.yaml")
        },
    },
    Made {
        name: "unreadable-file",
        commands: |c, here| {
            ada(here);
            let secret = Permissions::from_mode(0o000);
            fs::set_permissions(here.join("profile.yaml"), secret).unwrap();
            bound(c, here, "check profile.yaml")
        },
    },
    Made {
        name: "unwritable-folder",
        commands: |c, here| {
            ada(here);
            fs::create_dir(here.join("out")).unwrap();
            let locked = Permissions::from_mode(0o555);
            fs::set_permissions(here.join("out"), locked).unwrap();
            bound(c, here, "render -t text,readme")
        },
    },
    Made {
        name: "file-as-folder",
        commands: |c, here| {
            ada(here);
            fs::write(here.join("out"), "a file").unwrap();
            vec![with(c, "render -t text"), with(c, "render -t text -d out/deeper")]
        },
    },
    Made {
        name: "disk-full",
        commands: |c, here| {
            ada(here);
            one(c, "render -t text -o /dev/full")
        },
    },
    Made {
        name: "batch",
        commands: |c, here| {
            ada(here);
            fs::create_dir(here.join("empty")).unwrap();
            let lines = [
                "batch",
                "batch empty",
                "batch --files-from none",
                "batch profile.yaml -f none.yaml",
                "batch profile.yaml none.yaml -t text",
                "batch profile.yaml --jobs 0",
                "batch - --files-from -",
            ];
            lines.iter().map(|line| with(c, line)).collect()
        },
    },
    Made {
        name: "folder-as-output",
        commands: |c, here| {
            ada(here);
            fs::create_dir(here.join("cv.txt")).unwrap();
            one(c, "render -o cv.txt")
        },
    },
    Made {
        name: "import-pdf",
        commands: |c, here| {
            let page = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
                        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
                        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n\
                        trailer<</Root 1 0 R>>\n%%EOF\n";
            fs::write(here.join("cv.pdf"), format!("%PDF-1.7\n{page}")).unwrap();
            fs::write(here.join("damaged.pdf"), "%PDF-1.7\nnothing").unwrap();
            vec![with(c, "import cv.pdf"), with(c, "import damaged.pdf")]
        },
    },
    Made {
        name: "external-backend",
        commands: |c, here| {
            ada(here);
            let program = here.join("curricle-mill");
            fs::write(&program, "#!/bin/sh\necho 'out of flour' >&2\nexit 7\n").unwrap();
            fs::set_permissions(&program, Permissions::from_mode(0o755)).unwrap();
            let mut render = with(c, "render -t mill -o -");
            render.env("PATH", here);
            vec![render]
        },
    },
    Made {
        name: "too-large",
        commands: |c, here| {
            let line = b"  - a line of a large file that is text all the same\n";
            fs::write(
                here.join("large.yaml"),
                line.repeat(50 * 1024 * 1024 / line.len()),
            )
            .unwrap();
            one(c, "check large.yaml")
        },
    },
    Made {
        name: "deep-flow",
        commands: |c, here| {
            let deep = "[".repeat(10_000) + &"]".repeat(10_000);
            fs::write(here.join("deep.yaml"), format!("{ADA}work: {deep}\n")).unwrap();
            one(c, "check deep.yaml")
        },
    },
    Made {
        name: "deep-block",
        commands: |c, here| {
            let deep: String =
                (0..5_000).map(|n| format!("{}-\n", " ".repeat(n))).collect();
            fs::write(here.join("deep.yaml"), format!("{ADA}work:\n{deep}")).unwrap();
            one(c, "check deep.yaml")
        },
    },
    Made {
        name: "deep-block-in-one-line",
        commands: |c, here| {
            let deep = "- ".repeat(10_000);
            fs::write(here.join("deep.yaml"), format!("{ADA}work:\n  {deep}x\n"))
                .unwrap();
            one(c, "check deep.yaml")
        },
    },
    Made {
        name: "readme-edited",
        commands: |c, here| {
            ada(here);
            let written = with(c, "render -t readme").output().unwrap();
            assert!(written.status.success());
            let readme = here.join("out/README.md");
            let text = fs::read_to_string(&readme).unwrap().replace("Ada", "Ada B.");
            fs::write(readme, text).unwrap();
            vec![with(c, "render -t readme"), with(c, "render -t readme --force")]
        },
    },
    Made {
        name: "readme-foreign",
        commands: |c, here| {
            ada(here);
            fs::write(here.join("README.md"), "# A project\n").unwrap();
            vec![
                with(c, "render -t readme,text -d ."),
                with(c, "render -t readme -d . --check"),
                with(c, "render -t readme -d . --force"),
                with(c, "render -t readme -d ."),
            ]
        },
    },
    Made {
        name: "check",
        commands: |c, here| {
            ada(here);
            let check = || with(c, "render -t readme,text --check");
            let written = with(c, "render -t readme,text").output().unwrap();
            assert!(written.status.success());
            fs::write(here.join("out/cv.txt"), "old").unwrap();
            let mut missing = with(c, "render -t readme,text --check -d elsewhere");
            missing.arg("--quiet");
            vec![check(), missing]
        },
    },
    Made {
        name: "pdf-no-such-extension",
        commands: |c, here| {
            ada(here);
            vec![with(c, "render -o cv.odt"), with(c, "render -o cv")]
        },
    },
    Made {
        name: "regions",
        commands: |c, here| {
            regions(here);
            let pages = [
                (
                    "twice",
                    "<!-- talks starts -->\n\n<!-- talks starts --> <!-- talks ends -->",
                ),
                ("swapped", "# A\n<!-- talks ends -->\n\n<!-- talks starts -->"),
                ("lonely", "<!-- talks ends -->"),
                (
                    "nested",
                    "<!-- X:START -->\n<!-- talks starts --><!-- talks ends -->\n<!-- X:END -->",
                ),
                ("foreign", "a <!-- talks starts -->\nby hand\n<!-- talks ends -->"),
                ("hidden", "<!-- curricle:start hidden --><!-- curricle:end hidden -->"),
            ];
            for (name, page) in pages {
                fs::write(here.join(name), page).unwrap();
            }
            fs::write(here.join("latin"), b"\xE9").unwrap();
            let names =
                pages.map(|(name, _)| name).into_iter().chain(["latin", "missing"]);
            names.map(|name| with(c, &format!("render -t {name}"))).collect()
        },
    },
    Made {
        name: "import",
        commands: |c, here| {
            let page = "Caf\u{C3}\u{A9} \u{FFFD}\n";
            fs::write(here.join("page.md"), page).unwrap();
            vec![
                with(c, "import page.md"),
                with(c, "import page.md --repair"),
                with(c, "import page.md --repair --force"),
                with(c, "import none.md"),
            ]
        },
    },
    Made {
        name: "usage",
        commands: |c, here| {
            ada(here);
            let lines = [
                "render -t redme",
                "render -t latex",
                "render -t readme,text -o cv.txt",
                "render -o -",
                "render -t text --width 3",
                "render -t text --width wide",
                "render -t readme --width 60",
                "render -t text --links footnotes",
                "render --locale sk -t text -o cv.txt",
                "render --emit documents",
                "rendr",
                "render profile.yaml other.yaml",
            ];
            lines.iter().map(|line| with(c, line)).collect()
        },
    },
];
