//! Ready-made rules for references that everybody writes in the same way.

use super::Hit;
use crate::profile::ReadyRules;

/// A word, a separator and a number.
struct Shape {
    set: ReadyRules,
    word: &'static str,
    separators: &'static [&'static str],
    /// How many digits the address has at least, filled with zeros.
    digits: usize,
    url: &'static str,
}

/// A space of any kind, a hyphen or nothing.
const LOOSE: &[&str] = &[" ", "\u{A0}", "-", ""];
/// A space of any kind or a hyphen.
const SPACED: &[&str] = &[" ", "\u{A0}", "-"];
const HYPHEN: &[&str] = &["-"];
const HASH: &[&str] = &[" #", "\u{A0}#", "#"];

const fn shape(
    set: ReadyRules,
    word: &'static str,
    separators: &'static [&'static str],
    url: &'static str,
) -> Shape {
    Shape { set, word, separators, digits: 1, url }
}

/// Each with the address that its publisher names as the lasting one. Improvement proposals
/// in Confluence (KIP, FLIP) have no address by number: their index is one.
const SHAPES: &[Shape] = &[
    shape(ReadyRules::Ietf, "RFC", LOOSE, "https://www.rfc-editor.org/rfc/rfc<num>"),
    shape(ReadyRules::Ietf, "BCP", SPACED, "https://www.rfc-editor.org/info/bcp<num>"),
    shape(ReadyRules::Ietf, "STD", SPACED, "https://www.rfc-editor.org/info/std<num>"),
    Shape {
        set: ReadyRules::Python,
        word: "PEP",
        separators: LOOSE,
        digits: 4,
        url: "https://peps.python.org/pep-<num>/",
    },
    shape(ReadyRules::Python, "bpo", HYPHEN, "https://bugs.python.org/issue<num>"),
    shape(ReadyRules::Java, "JEP", SPACED, "https://openjdk.org/jeps/<num>"),
    shape(ReadyRules::Java, "JSR", SPACED, "https://jcp.org/en/jsr/detail?id=<num>"),
    shape(ReadyRules::Java, "JDK", HYPHEN, "https://bugs.openjdk.org/browse/JDK-<num>"),
    shape(
        ReadyRules::Apache,
        "KIP",
        HYPHEN,
        "https://cwiki.apache.org/confluence/display/KAFKA/Kafka+Improvement+Proposals",
    ),
    shape(
        ReadyRules::Apache,
        "FLIP",
        HYPHEN,
        "https://cwiki.apache.org/confluence/display/FLINK/Flink+Improvement+Proposals",
    ),
    shape(
        ReadyRules::Security,
        "CWE",
        HYPHEN,
        "https://cwe.mitre.org/data/definitions/<num>.html",
    ),
    shape(ReadyRules::Unicode, "UAX", HASH, "https://www.unicode.org/reports/tr<num>/"),
    shape(ReadyRules::Unicode, "UTS", HASH, "https://www.unicode.org/reports/tr<num>/"),
    shape(ReadyRules::Unicode, "UTR", HASH, "https://www.unicode.org/reports/tr<num>/"),
];

/// The keys of busy projects in Apache's Jira.
const APACHE_JIRA: &[&str] = &[
    "AIRFLOW",
    "AMBARI",
    "AMQ",
    "ARROW",
    "ATLAS",
    "AVRO",
    "BEAM",
    "BIGTOP",
    "BOOKKEEPER",
    "CALCITE",
    "CAMEL",
    "CASSANDRA",
    "CURATOR",
    "CXF",
    "DERBY",
    "DRILL",
    "FELIX",
    "FLINK",
    "FLUME",
    "GEODE",
    "GROOVY",
    "HADOOP",
    "HBASE",
    "HDDS",
    "HDFS",
    "HIVE",
    "HUDI",
    "IGNITE",
    "IMPALA",
    "INFRA",
    "IOTDB",
    "JCR",
    "KAFKA",
    "KARAF",
    "KUDU",
    "KYLIN",
    "LEGAL",
    "LIVY",
    "LOG4J2",
    "LUCENE",
    "MAPREDUCE",
    "MESOS",
    "MNG",
    "NETBEANS",
    "NIFI",
    "NUTCH",
    "OAK",
    "OOZIE",
    "ORC",
    "PARQUET",
    "PDFBOX",
    "PHOENIX",
    "PIG",
    "PULSAR",
    "RANGER",
    "ROCKETMQ",
    "SAMZA",
    "SLING",
    "SOLR",
    "SPARK",
    "SQOOP",
    "STORM",
    "SUREFIRE",
    "TEZ",
    "THRIFT",
    "TIKA",
    "TINKERPOP",
    "WICKET",
    "YARN",
    "ZEPPELIN",
    "ZOOKEEPER",
];

/// Every reference of a set, in any order.
pub(super) fn hits(set: ReadyRules, text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for shape in SHAPES.iter().filter(|shape| shape.set == set) {
        shaped(shape, text, &mut hits);
    }
    match set {
        ReadyRules::Github => {
            super::github::hits(text, &mut hits);
        }
        ReadyRules::Apache => jira(text, &mut hits),
        ReadyRules::Security => {
            cves(text, &mut hits);
            advisories(text, &mut hits);
        }
        ReadyRules::Ietf
        | ReadyRules::Python
        | ReadyRules::Java
        | ReadyRules::Unicode => {}
    }
    hits
}

/// The set that knows references such as this one.
pub(super) fn set_of(reference: &str) -> Option<ReadyRules> {
    ReadyRules::ALL.into_iter().find(|set| {
        hits(*set, reference)
            .iter()
            .any(|hit| hit.start == 0 && hit.end == reference.len())
    })
}

fn shaped(shape: &Shape, text: &str, hits: &mut Vec<Hit>) {
    for (start, _) in text.match_indices(shape.word) {
        let rest = &text[start + shape.word.len()..];
        let mut separators = shape.separators.iter();
        let number = separators.find_map(|separator| {
            let digits = digits(rest.strip_prefix(separator)?)?;
            Some((separator.len(), digits))
        });
        let Some((gap, number)) = number else { continue };
        let end = start + shape.word.len() + gap + number.len();
        let padded = format!("{:0>1$}", number.trim_start_matches('0'), shape.digits);
        push(hits, text, start..end, shape.url.replace("<num>", &padded));
    }
}

fn jira(text: &str, hits: &mut Vec<Hit>) {
    for (hyphen, _) in text.match_indices('-') {
        let Some(number) = digits(&text[hyphen + 1..]) else { continue };
        let is_key = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let start = text[..hyphen].trim_end_matches(is_key).len();
        if APACHE_JIRA.contains(&&text[start..hyphen]) {
            let end = hyphen + 1 + number.len();
            let url =
                format!("https://issues.apache.org/jira/browse/{}", &text[start..end]);
            push(hits, text, start..end, url);
        }
    }
}

fn cves(text: &str, hits: &mut Vec<Hit>) {
    for (start, word) in text.match_indices("CVE-") {
        let rest = &text[start + word.len()..];
        let Some(year) = digits(rest).filter(|year| year.len() == 4) else { continue };
        let Some(number) = rest[4..].strip_prefix('-').and_then(digits) else { continue };
        if number.len() >= 4 {
            let end = start + word.len() + year.len() + 1 + number.len();
            let url = format!("https://www.cve.org/CVERecord?id={}", &text[start..end]);
            push(hits, text, start..end, url);
        }
    }
}

/// `GHSA-` and three groups of four.
fn advisories(text: &str, hits: &mut Vec<Hit>) {
    for (start, word) in text.match_indices("GHSA-") {
        let end = start + word.len() + 14;
        let Some(groups) = text.get(start + word.len()..end) else { continue };
        let is_group = |group: &str| {
            group.len() == 4 && group.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if groups.split('-').count() == 3 && groups.split('-').all(is_group) {
            let url = format!("https://github.com/advisories/{}", &text[start..end]);
            push(hits, text, start..end, url);
        }
    }
}

fn digits(rest: &str) -> Option<&str> {
    let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    (length > 0).then(|| &rest[..length])
}

pub(super) fn push(
    hits: &mut Vec<Hit>,
    text: &str,
    range: std::ops::Range<usize>,
    url: String,
) {
    let begins = !text[..range.start].ends_with(super::is_word_or_hyphen);
    let ends = !text[range.end..].starts_with(super::is_word);
    if begins && ends {
        let rank = range.len();
        let (start, end) = (range.start, range.end);
        hits.push(Hit { start, end, label: range, rank, url: Some(url) });
    }
}
