//! The profiles that are measured.

use curricle::document::{Document, View, compose};
use curricle::profile::Profile;
use curricle::readers;
use std::fmt::Write as _;

/// How many bullets the made-up profiles have. The time for one of 10,000 should be at
/// most 1.5 times the time for one of 100: all work is linear.
pub(crate) const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

/// The profile of the repository.
pub(crate) const REAL: &[u8] = include_bytes!("../../profile.yaml");

/// A profile with `count` bullets, ten to an entry, with what real ones have: links,
/// references, code, emphasis and an emoji here and there.
pub(crate) fn of_size(count: usize) -> Vec<u8> {
    let mut yaml = String::from(HEAD);
    for index in 0..count {
        if index % 10 == 0 {
            let _ = write!(
                yaml,
                "      - title: Entry {index}\n        organization: Example Streams\n        \
                 startDate: 2020-03\n        endDate: present\n        highlights:\n"
            );
        }
        let line = LINES[index % LINES.len()];
        let _ = writeln!(yaml, "          - \"{line} PROJ-{index}\"");
    }
    yaml.into_bytes()
}

/// Reads a profile that has no problems.
pub(crate) fn read(bytes: &[u8]) -> Profile {
    let source = readers::read("profile.yaml", bytes);
    assert_eq!(source.problems, [], "the measured profile has problems");
    source.profile.unwrap_or_default()
}

/// What every output shows of a profile.
pub(crate) fn document(bytes: &[u8]) -> Document {
    compose(&read(bytes), &View::default()).document
}

const HEAD: &str = "\
basics:
  name: Ada Example
  label: Stream-processing engineer
  email: ada@example.org
autolinks:
  - {prefix: PROJ-, url: \"https://issues.example.org/browse/PROJ-<num>\"}
sections:
  - title: Contributions
    entries:
";

const LINES: [&str; 4] = [
    "Merge the small files that a **checkpoint** of many tasks writes into one.",
    "Keep `FOO_BAR` from being read twice, after [a report](https://example.org/report).",
    "Restart only what failed, *then* look for the reason; nobody is woken for it.",
    "Plant a tree 🌱 for every release.",
];
