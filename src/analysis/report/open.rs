//! Open questions: what nobody answered, what people see differently, what may no longer be true, what is only assumed, and what
//! stands out.

use std::collections::{BTreeMap, HashSet};

use super::who::{Cast, Name};
use crate::analysis::{About, Assessment, Current, Fit, MinimumFit, Results, Rule, Verdict, consistency, stale};
use crate::model::{AskedIndicator, IndicatorId};
use crate::session::{Date, Fact, PartId};

/// What nobody knows for sure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenQuestions {
    /// Practices that are not answered, or not to the end.
    pub unanswered: Vec<UnansweredPractice>,
    /// Practices without a target, by name.
    pub without_target: Vec<String>,
    /// Practices whose target is a proposal that nobody confirmed, by name.
    pub unconfirmed: Vec<String>,
    /// What people answered differently and nobody settled, with who did.
    pub disputed: Vec<(OpenIndicator, Vec<Name>)>,
    /// What may no longer be true, and since when.
    pub stale: Vec<(OpenIndicator, Date)>,
    /// What is only assumed and counts as met.
    pub assumed: Vec<OpenIndicator>,
    /// What else stands out, by rule.
    pub checks: Vec<OpenChecks>,
}

impl OpenQuestions {
    /// Whether nothing is open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A practice that is not answered to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnansweredPractice {
    /// Its name.
    pub name: String,
    /// How many statements nobody answered up to its target or, where it is higher, to what something outside demands; of all levels
    /// where there is no target.
    pub statements: usize,
    /// Whether nobody said anything at all about it.
    pub entirely: bool,
}

/// A statement with its practice, and the part it is about where it is not the whole system.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpenIndicator {
    /// The practice's name.
    pub practice: String,
    /// The statement.
    pub text: String,
    /// The name of the part.
    pub part: Option<String>,
}

/// What one rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenChecks {
    /// The rule.
    pub rule: Rule,
    /// Where: names of practices and titles of evidence, each once.
    pub places: Vec<String>,
    /// How often.
    pub count: usize,
}

/// Gathers what is open.
pub(super) fn open_questions(
    assessment: &Assessment<'_>,
    results: &Results,
    today: Date,
    cast: &Cast<'_>,
    language: &str,
) -> OpenQuestions {
    let (asked, said) = (assessment.asked, &assessment.said);
    let ground = OpenContext { assessment, language };
    let mut open = OpenQuestions { checks: ground.checks(today), ..OpenQuestions::default() };
    for (practice, result) in asked.model().practices().into_iter().zip(&results.practices) {
        let name = practice.name.get(language).to_owned();
        if result.target.is_none() && result.fit != Fit::NotApplicable {
            open.without_target.push(name.clone());
        }
        if assessment.target(&practice.id).is_some_and(|target| target.origin.is_proposal()) {
            open.unconfirmed.push(name.clone());
        }
        let up_to = result.target.and(result.goal()).unwrap_or(asked.model().top());
        let is_open = |it: &AskedIndicator<'_>| said.together(&it.indicator.id) == Verdict::Unanswered;
        let statements = asked.indicators_of(practice).filter(|it| it.level <= up_to && is_open(it)).count();
        let is_range = matches!(result.standing.current, Current::Known { .. });
        let minimum_is_open = is_range && result.minimum_fit() == MinimumFit::Open;
        if matches!(result.fit, Fit::Unanswered | Fit::Open) || minimum_is_open {
            open.unanswered.push(UnansweredPractice { name, statements, entirely: result.fit == Fit::Unanswered });
        }
        for it in asked.indicators_of(practice) {
            let id = &it.indicator.id;
            open.assumed.extend(said.assumed_in(id).map(|part| ground.placed_indicator(id, part)));
        }
    }
    for dispute in assessment.disputes().iter().filter(|dispute| dispute.settled.is_none()) {
        let people = dispute.answers.iter().map(|(by, _)| cast.name(by.as_ref())).collect();
        open.disputed.push((ground.placed_indicator(&dispute.at.on, dispute.at.part.as_ref()), people));
    }
    let mut seen = HashSet::new();
    for aged in stale(assessment, today) {
        let statement = ground.placed_indicator(&aged.at.on, aged.at.part.as_ref());
        // Several people may have given the same answer long ago.
        if seen.insert(statement.clone()) {
            open.stale.push((statement, aged.since));
        }
    }
    open
}

struct OpenContext<'g, 'a> {
    assessment: &'g Assessment<'a>,
    language: &'g str,
}

impl OpenContext<'_, '_> {
    fn placed_indicator(&self, id: &IndicatorId, part: Option<&PartId>) -> OpenIndicator {
        let found = self.assessment.placed_indicator(id);
        let part = part.and_then(|part| self.assessment.session.parts.get(part)?.value()).map(|part| part.name.clone());
        let (practice, text) = found.map_or_else(
            || (String::new(), id.to_string()),
            |it| (it.practice.name.get(self.language).to_owned(), it.asked.indicator.text.get(self.language).to_owned()),
        );
        OpenIndicator { practice, text, part }
    }

    /// What stands out, without what is listed on its own.
    fn checks(&self, today: Date) -> Vec<OpenChecks> {
        let mut checks: BTreeMap<Rule, OpenChecks> = BTreeMap::new();
        let mut seen = HashSet::new();
        for finding in consistency(self.assessment, today) {
            let rule = finding.rule();
            if matches!(rule, Rule::Disputed | Rule::Stale) {
                continue;
            }
            let place = self.place(&finding.about);
            let check = checks.entry(rule).or_insert_with(|| OpenChecks { rule, places: Vec::new(), count: 0 });
            check.count += 1;
            if seen.insert((rule, place.clone())) {
                check.places.push(place);
            }
        }
        checks.into_values().collect()
    }

    fn place(&self, about: &About) -> String {
        match about {
            About::Practice(practice) | About::Indicator(practice, _) => {
                super::practice_name(self.assessment.asked, practice, self.language)
            }
            About::Evidence(id) => self
                .assessment
                .session
                .evidence
                .get(id)
                .and_then(Fact::value)
                .map(|it| it.title.trim().to_owned())
                .unwrap_or_default(),
        }
    }
}
