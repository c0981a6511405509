//! Open questions: what nobody answered, what people see differently, what may no longer be true, what is only assumed, and what
//! stands out.

use super::who::{Cast, Name};
use crate::analysis::{About, ConsolidatedAnswers, Fit, Results, Rule, Verdict, consistency, disputes, stale};
use crate::model::{AskedIndicator, IndicatorId, Level, Practice, Questionnaire};
use crate::session::{Confidence, Date, Fact, PartId, Session};

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
    /// How many statements up to its target nobody answered, or all levels where there is none.
    pub statements: usize,
    /// Whether nobody said anything at all about it.
    pub entirely: bool,
}

/// A statement with its practice, and the part it is about where it is not the whole system.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    asked: &Questionnaire,
    session: &Session,
    results: &Results,
    today: Date,
    cast: &Cast<'_>,
    language: &str,
) -> OpenQuestions {
    let said = ConsolidatedAnswers::of(session, session.round());
    let ground = OpenContext { asked, session, language };
    let mut open = OpenQuestions { checks: ground.checks(today), ..OpenQuestions::default() };
    for (practice, result) in asked.model().practices().into_iter().zip(&results.practices) {
        let name = practice.name.get(language).to_owned();
        if result.target.is_none() && result.fit != Fit::NotApplicable {
            open.without_target.push(name.clone());
        }
        if session.target(&practice.id).is_some_and(|target| target.origin.is_proposal()) {
            open.unconfirmed.push(name.clone());
        }
        let up_to = result.target.unwrap_or(asked.model().top());
        let is_open = |it: &AskedIndicator<'_>| said.together(&it.indicator.id) == Verdict::Unanswered;
        let statements = ground.statements(practice).filter(|(level, it)| *level <= up_to && is_open(it)).count();
        if matches!(result.fit, Fit::Unanswered | Fit::Open) {
            open.unanswered.push(UnansweredPractice { name, statements, entirely: result.fit == Fit::Unanswered });
        }
        let is_assumed = |it: &AskedIndicator<'_>| {
            let id = &it.indicator.id;
            said.confidence(id, None) == Some(Confidence::Assumed) && said.verdict(id, None).is_fulfilled()
        };
        let assumed = ground.statements(practice).filter(|(_, it)| is_assumed(it));
        open.assumed.extend(assumed.map(|(_, it)| ground.statement(&it.indicator.id, None)));
    }
    for dispute in disputes(asked, session).into_iter().filter(|dispute| dispute.settled.is_none()) {
        let people = dispute.answers.iter().map(|(by, _)| cast.name(by.as_ref())).collect();
        open.disputed.push((ground.statement(&dispute.at.on, dispute.at.part.as_ref()), people));
    }
    for aged in stale(asked, session, today) {
        let statement = ground.statement(&aged.at.on, aged.at.part.as_ref());
        // Several people may have given the same answer long ago.
        if !open.stale.iter().any(|(other, _)| *other == statement) {
            open.stale.push((statement, aged.since));
        }
    }
    open
}

struct OpenContext<'a> {
    asked: &'a Questionnaire,
    session: &'a Session,
    language: &'a str,
}

impl<'a> OpenContext<'a> {
    fn statements(&self, practice: &'a Practice) -> impl Iterator<Item = (Level, AskedIndicator<'a>)> {
        let levels = Level::NONE.up_to(self.asked.model().top());
        levels.flat_map(|level| self.asked.indicators(practice, level).into_iter().map(move |it| (level, it)))
    }

    fn statement(&self, id: &IndicatorId, part: Option<&PartId>) -> OpenIndicator {
        let all = self.asked.model().practices().into_iter();
        let mut found = all.flat_map(|practice| self.statements(practice).map(move |(_, it)| (practice, it)));
        let found = found.find(|(_, it)| it.indicator.id == *id);
        let part = part.and_then(|part| self.session.parts.get(part)?.value()).map(|part| part.name.clone());
        let (practice, text) = found.map_or_else(
            || (String::new(), id.to_string()),
            |(practice, it)| (practice.name.get(self.language).to_owned(), it.indicator.text.get(self.language).to_owned()),
        );
        OpenIndicator { practice, text, part }
    }

    /// What stands out, without what is listed on its own.
    fn checks(&self, today: Date) -> Vec<OpenChecks> {
        let mut checks: Vec<OpenChecks> = Vec::new();
        for finding in consistency(self.asked, self.session, today) {
            let rule = finding.rule();
            if matches!(rule, Rule::Disputed | Rule::Stale) {
                continue;
            }
            let place = self.place(&finding.about);
            match checks.iter_mut().find(|check| check.rule == rule) {
                Some(check) => {
                    check.count += 1;
                    if !check.places.contains(&place) {
                        check.places.push(place);
                    }
                }
                None => checks.push(OpenChecks { rule, places: vec![place], count: 1 }),
            }
        }
        checks.sort_by_key(|check| check.rule);
        checks
    }

    fn place(&self, about: &About) -> String {
        match about {
            About::Practice(practice) | About::Indicator(practice, _) => {
                super::practice_name(self.asked, practice.as_str(), self.language)
            }
            About::Evidence(id) => {
                self.session.evidence.get(id).and_then(Fact::value).map(|it| it.title.trim().to_owned()).unwrap_or_default()
            }
        }
    }
}
