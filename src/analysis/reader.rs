//! Everything behind the figures of each practice, for somebody who did not answer: what the annex of a report tells, who said what in the
//! quick pass, who set a level by hand or settled something, what a review says, and what speaks against any of it.

use std::collections::HashMap;

use super::explain::set_by_hand;
use super::explain_indicator::indicator_settled;
use super::report::practice_sheets;
use super::{
    Assessment, FindingStatus, GivenAnswer, KeptApart, Noticed, PracticeSheet, Results, ReviewedFinding, SheetIndicator, Speaker,
    consistency, review, scope_why,
};
use crate::model::{AskedIndicator, Level, PracticeId, Scope};
use crate::session::{Date, FindingKind, QuickAnswer};

/// One practice with everything behind its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct ReaderPractice<'a> {
    /// What is needed and what is there, with all answers, evidence, doubts and notes. People are named.
    pub sheet: PracticeSheet,
    /// The quick answers, each with who gave it.
    pub quick: Vec<(&'a QuickAnswer, Speaker<'a>)>,
    /// How specific what is done is, by whom.
    pub scopes: Vec<(Scope, Speaker<'a>)>,
    /// The levels that somebody set against the rule, with the reason, by whom.
    pub set: Vec<(Level, &'a str, Speaker<'a>)>,
    /// The statements about which people differed and settled it, with the reason, by whom.
    pub settled: Vec<(&'a str, &'a str, Speaker<'a>)>,
    /// What rules notice about it and its statements.
    pub noticed: Vec<Noticed>,
    /// What a review says of it, its target and its statements, but for what was taken back.
    pub findings: Vec<ReviewedFinding<'a>>,
}

/// Something that speaks against what is said of a practice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Against<'r, 'a> {
    /// What somebody wrote, of a statement.
    Doubt(&'r SheetIndicator, &'r GivenAnswer),
    /// What two copies say differently, of a statement or of the practice as a whole.
    KeptApart(Option<&'r SheetIndicator>, &'r KeptApart),
    /// What a rule notices.
    Noticed(&'r Noticed),
    /// What a review says, and nobody settled.
    Finding(&'r ReviewedFinding<'a>),
}

impl<'a> ReaderPractice<'a> {
    /// All that speaks against what is said.
    #[must_use]
    pub fn against(&self) -> Vec<Against<'_, 'a>> {
        let statements = || self.sheet.levels.iter().flat_map(|level| &level.statements);
        let doubts = statements().flat_map(|it| {
            it.answers.iter().filter(|given| !given.against.is_empty()).map(move |given| Against::Doubt(it, given))
        });
        let of_statements = statements().flat_map(|it| it.kept_apart.iter().map(move |kept| Against::KeptApart(Some(it), kept)));
        let of_practice = self.sheet.kept_apart.iter().map(|kept| Against::KeptApart(None, kept));
        let noticed = self.noticed.iter().map(Against::Noticed);
        let findings = self.findings.iter().filter(|it| speaks_against(it)).map(Against::Finding);
        doubts.chain(of_practice).chain(of_statements).chain(noticed).chain(findings).collect()
    }

    /// What a review says that speaks against nothing: what was settled, and remarks.
    pub fn other_findings(&self) -> impl Iterator<Item = &ReviewedFinding<'a>> {
        self.findings.iter().filter(|it| !speaks_against(it))
    }
}

/// Whether a finding speaks against something: a remark does not, nor what people have settled. What was declined is still said.
fn speaks_against(it: &ReviewedFinding<'_>) -> bool {
    let stands = it.status.is_undecided() || it.status == FindingStatus::Declined;
    stands && it.finding.kind != FindingKind::Comment
}

/// All practices, in the model's order. `language` is that of the texts of the model.
#[must_use]
pub fn reader<'a>(assessment: &Assessment<'a>, results: &Results, today: Date, language: &'a str) -> Vec<ReaderPractice<'a>> {
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
            set: set_by_hand(assessment, &id),
            settled: settled(assessment, &id, language),
            noticed: noticed.remove(&id).unwrap_or_default(),
            findings: findings.remove(&id).unwrap_or_default(),
            sheet,
        }
    };
    practice_sheets(assessment, results, language).into_iter().map(practice).collect()
}

fn settled<'a>(assessment: &Assessment<'a>, practice: &PracticeId, language: &'a str) -> Vec<(&'a str, &'a str, Speaker<'a>)> {
    let Some(practice) = assessment.asked.model().practice(practice) else { return Vec::new() };
    let of_statement = |it: AskedIndicator<'a>| {
        let settled = indicator_settled(assessment, &it.indicator.id);
        let text = it.indicator.text.get(language);
        settled.into_iter().map(move |(settlement, by)| (text, settlement.reason.as_str(), by)).collect::<Vec<_>>()
    };
    assessment.asked.indicators_of(practice).flat_map(of_statement).collect()
}
