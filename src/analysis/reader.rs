//! Everything behind the figures of each practice, for somebody who did not answer: what the annex of a report tells, who said what in the
//! quick pass, and what speaks against any of it.

use std::collections::HashMap;

use super::report::practice_sheets;
use super::{
    Assessment, FindingStatus, GivenAnswer, Noticed, PracticeSheet, Results, ReviewedFinding, SheetIndicator, Speaker,
    consistency, review, scope_why,
};
use crate::model::{PracticeId, Scope};
use crate::session::{Date, QuickAnswer};

/// One practice with everything behind its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct ReaderPractice<'a> {
    /// What is needed and what is there, with all answers, evidence, doubts and notes. People are named.
    pub sheet: PracticeSheet,
    /// The quick answers, each with who gave it.
    pub quick: Vec<(&'a QuickAnswer, Speaker<'a>)>,
    /// How specific what is done is, by whom.
    pub scopes: Vec<(Scope, Speaker<'a>)>,
    /// What rules notice about it and its statements.
    pub noticed: Vec<Noticed>,
    /// What a review says of it, its target and its statements, but for what was taken back.
    pub findings: Vec<ReviewedFinding<'a>>,
}

impl ReaderPractice<'_> {
    /// What people wrote that speaks against an answer, with the statement.
    pub fn doubts(&self) -> impl Iterator<Item = (&SheetIndicator, &GivenAnswer)> {
        let statements = self.sheet.levels.iter().flat_map(|level| &level.statements);
        statements.flat_map(|it| it.answers.iter().filter(|given| !given.against.is_empty()).map(move |given| (it, given)))
    }

    /// Whether anything speaks against what is said.
    #[must_use]
    pub fn speaks_against(&self) -> bool {
        !self.noticed.is_empty()
            || !self.findings.is_empty()
            || !self.sheet.kept_apart.is_empty()
            || self.doubts().next().is_some()
    }
}

/// All practices, in the model's order. `language` is that of the texts of the model.
#[must_use]
pub fn reader<'a>(assessment: &Assessment<'a>, results: &Results, today: Date, language: &str) -> Vec<ReaderPractice<'a>> {
    let mut noticed: HashMap<PracticeId, Vec<Noticed>> = HashMap::new();
    for it in consistency(assessment, today) {
        if let Some(practice) = it.about.practice() {
            noticed.entry(practice.clone()).or_default().push(it);
        }
    }
    let mut findings: HashMap<PracticeId, Vec<ReviewedFinding<'a>>> = HashMap::new();
    for it in review(assessment).into_iter().filter(|it| it.status != FindingStatus::Withdrawn) {
        if let Some(practice) = it.practice.clone() {
            findings.entry(practice).or_default().push(it);
        }
    }
    let practice = |sheet: PracticeSheet| {
        let id = sheet.result.practice.clone();
        let quick = assessment.said_here(&assessment.session.quick, &id);
        ReaderPractice {
            quick: quick.filter_map(|(place, fact)| Some((fact.value()?, Speaker::at(place, fact)))).collect(),
            scopes: scope_why(assessment, &id),
            noticed: noticed.remove(&id).unwrap_or_default(),
            findings: findings.remove(&id).unwrap_or_default(),
            sheet,
        }
    };
    practice_sheets(assessment, results, language).into_iter().map(practice).collect()
}
