use crate::document::{View, compose};
use crate::readers::{Format, Source, read};

const FILE: &str = "\
cv:
  name: Ada Example
  headline: '**Miller**'
  location: Bonn
  email: [ada@example.org, mill@example.org]
  phone: tel:+49-30-123
  website: example.org
  social_networks:
    - {network: ResearchGate, username: ada}
  custom_connections:
    - {fontawesome_icon: calendar, placeholder: Book me, url: https://cal.example.org}
  sections:
    about_me_and_you:
      - First *words* about Flour.
      - 'Raw #strong[Typst].'
    experience:
      - company: '[Mill](https://mill.example.org)'
        position: Head Miller
        start_date: 2020-01
        end_date: present
        location: Bonn
        highlights: [One - two - three]
        colour: white
      - {company: '**Bakery**', position: Baker, date: Fall 2019}
    More Jobs:
      - {company: Farm, position: Hand, start_date: 2001, end_date: 2002}
    skills:
      - {label: Grinding, details: 'Wheat, Rye'}
    technologies:
      - {label: Tools, details: '[Stones](https://stones.example.org)'}
    publications:
      - {title: On Flour, authors: [Ada, '*Bob*'], doi: 10.1/2, journal: J, date: 2020-05}
    projects:
      - {name: Wheel, date: 2021, summary: Turns}
    honours:
      - bullet: First
    talks:
      - reversed_number: Second
design:
  theme: sb2nov
  page: {size: us-letter, top_margin: 1in}
locale: {language: german, present: heute}
rendercv_settings: {bold_keywords: [Flour]}
";

fn source() -> Source {
    let source = read("cv.yaml", FILE.as_bytes());
    assert_eq!(source.format, Format::RenderCv);
    assert!(!source.has_errors(), "{:?}", source.problems);
    source
}

#[test]
fn what_has_no_place_is_told_at_its_line() {
    let source = source();
    let said: Vec<(usize, &str)> = source
        .problems
        .iter()
        .map(|p| {
            let span = source.map.span(&p.labels[0].place).unwrap();
            (FILE[..=span.start].lines().count(), p.message.as_str())
        })
        .collect();
    assert_eq!(
        said,
        [
            (11, "a custom connection is shown as its address"),
            (15, "raw Typst is read as text"),
            (23, "`colour` has no place in a profile, and is left out"),
            (24, "a name is plain text: its marks are left out"),
            (24, "`Fall 2019` is no date, and begins the summary"),
            (40, "the theme `sb2nov` is read as `classic`"),
            (41, "`top_margin` has no place in a profile, and is left out"),
            (42, "`present` has no place in a profile, and is left out"),
        ]
    );
}

#[test]
fn kinds_of_entries_find_their_sections() {
    let profile = source().profile.unwrap();
    let job = &profile.work[0];
    assert_eq!(job.name, "Mill".into());
    assert_eq!(job.url.as_ref().unwrap().as_str(), "https://mill.example.org");
    assert_eq!(job.highlights[0].items.len(), 2);
    assert_eq!(profile.work[1].name, "Bakery".into());
    assert_eq!(profile.skills[0].keywords, ["Wheat".into(), "Rye".into()]);
    assert_eq!(profile.publications[0].authors, ["Ada".into(), "Bob".into()]);
    assert_eq!(profile.projects[0].start_date, profile.projects[0].end_date);
    let own = |index: usize| &profile.sections[index];
    assert_eq!(own(0).title, "About Me and You".into());
    assert!(own(0).text.0.in_language("en").1.contains("about **Flour**."));
    assert_eq!(own(1).entries[0].organization, "Farm".into());
    assert_eq!(
        own(2).items[0].text,
        "**Tools:** [Stones](https://stones.example.org)".into()
    );
    assert_eq!(profile.basics.profiles[0].username, "mill@example.org".into());
    assert_eq!(profile.outputs["pdf"].view.locale.as_deref(), Some("de"));
    let document = compose(&profile, &View::default()).document;
    let ids: Vec<_> =
        document.sections.iter().map(|section| section.id.as_str()).collect();
    let expected = [
        "about-me-and-you",
        "work",
        "more-jobs",
        "skills",
        "technologies",
        "publications",
        "projects",
        "honours",
        "talks",
    ];
    assert_eq!(ids, expected);
}
