//! Several positions at one employer.

use super::Entry;

/// Joins consecutive entries of one organisation: the organisation becomes the entry, what
/// was held there its positions.
pub(super) fn grouped(entries: Vec<Entry>) -> Vec<Entry> {
    let mut groups: Vec<Vec<Entry>> = Vec::new();
    for entry in entries {
        match groups.last_mut() {
            Some(group) if is_same_employer(&group[0], &entry) => group.push(entry),
            Some(_) | None => groups.push(vec![entry]),
        }
    }
    groups.into_iter().flat_map(employer).collect()
}

fn is_same_employer(one: &Entry, other: &Entry) -> bool {
    !one.organization.is_empty()
        && one.organization == other.organization
        && (one.organization_url == other.organization_url
            || one.organization_url.is_none()
            || other.organization_url.is_none())
}

fn employer(mut positions: Vec<Entry>) -> Vec<Entry> {
    if positions.len() < 2 {
        return positions;
    }
    let first = &positions[0];
    let mut employer = Entry {
        title: first.organization.clone(),
        url: positions.iter().find_map(|entry| entry.organization_url.clone()),
        page_break: first.page_break,
        origin: first.origin.clone(),
        ..Entry::default()
    };
    if positions.iter().all(|entry| entry.location == first.location) {
        employer.location = first.location.clone();
    }
    employer.details = shared_details(&positions);
    positions[0].page_break = None;
    for position in &mut positions {
        position.organization.clear();
        position.organization_url = None;
        if !employer.location.is_empty() {
            position.location.clear();
        }
        position.details.retain(|detail| {
            !employer.details.iter().any(|shared| shared.text == detail.text)
        });
    }
    employer.positions = positions;
    vec![employer]
}

/// What every position says of the employer in the same words.
fn shared_details(positions: &[Entry]) -> Vec<super::Detail> {
    let [first, rest @ ..] = positions else {
        return vec![];
    };
    let is_shared = |text| {
        rest.iter().all(|entry| entry.details.iter().any(|detail| &detail.text == text))
    };
    first.details.iter().filter(|detail| is_shared(&detail.text)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::richtext::Inline;

    fn job(title: &str, organization: &str) -> Entry {
        Entry {
            title: vec![Inline::text(title)],
            organization: vec![Inline::text(organization)],
            ..Entry::default()
        }
    }

    #[test]
    fn consecutive_jobs_at_one_employer_become_its_positions() {
        let jobs = vec![job("Lead", "A"), job("Engineer", "A"), job("Intern", "B")];
        let grouped = grouped(jobs);
        assert_eq!(grouped.len(), 2);
        assert_eq!(grouped[0].title, [Inline::text("A")]);
        assert_eq!(grouped[0].positions.len(), 2);
        assert_eq!(grouped[0].positions[1].title, [Inline::text("Engineer")]);
        assert!(grouped[0].positions.iter().all(|entry| entry.organization.is_empty()));
        assert_eq!(grouped[1], job("Intern", "B"));
    }

    #[test]
    fn a_return_to_an_employer_is_another_entry() {
        let jobs = vec![job("Lead", "A"), job("Engineer", "B"), job("Intern", "A")];
        assert_eq!(grouped(jobs.clone()), jobs);
    }
}
