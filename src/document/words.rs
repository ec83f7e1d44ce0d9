//! The few words that curricle itself adds, by language.

/// The words of one language: titles of standard sections, months, labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The language they are in.
    pub lang: &'static str,
    /// The months, short, as they stand in a date.
    pub months: [&'static str; 12],
    /// The end of what goes on.
    pub present: &'static str,
    /// The titles of the standard sections by their keys.
    titles: [(&'static str, &'static str); 12],
    /// Before a grade.
    pub score: &'static str,
    /// Before courses taken.
    pub courses: &'static str,
    /// Before the roles that one had.
    pub roles: &'static str,
    /// Before the authors of a publication.
    pub authors: &'static str,
}

const ENGLISH: Words = Words {
    lang: "en",
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec",
    ],
    present: "present",
    titles: [
        ("summary", "Summary"),
        ("work", "Experience"),
        ("volunteer", "Volunteering"),
        ("education", "Education"),
        ("awards", "Awards"),
        ("certificates", "Certificates"),
        ("publications", "Publications"),
        ("skills", "Skills"),
        ("languages", "Languages"),
        ("interests", "Interests"),
        ("references", "References"),
        ("projects", "Projects"),
    ],
    score: "Score",
    courses: "Courses",
    roles: "Roles",
    authors: "Authors",
};

impl Words {
    /// The words of `locale`, or nothing if there is no table for it.
    pub fn of(locale: &str) -> Option<Self> {
        let language = locale.split('-').next().unwrap_or(locale);
        (language == ENGLISH.lang).then_some(ENGLISH)
    }

    /// The title of a standard section.
    pub fn title(&self, key: &str) -> &'static str {
        self.titles.iter().find(|(id, _)| *id == key).map_or("", |(_, title)| title)
    }
}

impl Default for Words {
    fn default() -> Self {
        ENGLISH
    }
}
