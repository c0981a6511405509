//! What all pictures show: the practices at a glance, in the model's order, each with its name.

use crate::analysis::PracticeOverview;
use crate::model::Questionnaire;
use crate::ui::text as t;

/// A practice as pictures and their tables show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// The name of its domain.
    pub domain: String,
    /// Everything else.
    pub facts: PracticeOverview,
}

impl Row {
    /// Its number and name.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{} {}", self.facts.number, self.name)
    }

    /// The same, with a word where nobody decided yet what its figures rest on: for a picture that has no other words for it.
    #[must_use]
    pub fn title_with_doubt(&self) -> String {
        t::with_doubt(&self.facts.result, &self.title())
    }
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// As on a phone: names stand above what they name.
    Narrow,
    /// Names stand beside it.
    Wide,
}

/// The rows of all practices.
#[must_use]
pub fn rows(asked: &Questionnaire, overview: &[PracticeOverview]) -> Vec<Row> {
    let domains = asked.model().groups.iter().flat_map(|group| group.all_practices().into_iter().map(move |it| (group, it)));
    let row = |((domain, practice), facts): ((&crate::model::Group, &crate::model::Practice), &PracticeOverview)| Row {
        name: practice.name.get(t::tag()).to_owned(),
        domain: domain.name.get(t::tag()).to_owned(),
        facts: facts.clone(),
    };
    domains.zip(overview).map(row).collect()
}

/// Rows below the names of their domains, in the model's order.
pub fn by_domain(rows: &[Row]) -> Vec<(String, Vec<&Row>)> {
    let mut domains: Vec<(String, Vec<&Row>)> = Vec::new();
    for row in rows {
        match domains.last_mut() {
            Some((name, inside)) if *name == row.domain => inside.push(row),
            _ => domains.push((row.domain.clone(), vec![row])),
        }
    }
    domains
}
