//! What the comparison needs of one assessment. The session itself is not kept: two hundred of them have to find room.

use std::collections::BTreeSet;

use crate::analysis::{
    Assessment, Basis, Current, Duties, Exact, Fit, PartOf, PracticeResult, Results, Verdict, duties, edition_news, results,
};
use crate::model::{IndicatorId, Level, ModelId, PracticeId, order};
use crate::session::{Date, SessionId, Timestamp};

/// One assessment among many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// What it is called among the others.
    pub label: String,
    /// Its session.
    pub session: SessionId,
    /// What it is about.
    pub model: ModelId,
    /// When anything in it was last changed.
    pub changed: Timestamp,
    /// Per practice, in the model's order.
    pub practices: Vec<MemberPractice>,
    /// The statements that are needed for its targets, and for what something outside demands, in the model's order. Own statements are left
    /// out: nobody else has them.
    pub statements: Vec<MemberStatement>,
    /// The demands from outside that count on the day.
    pub duties: Vec<MemberDuty>,
    /// Of how many demands nobody said whether they apply.
    pub perhaps: usize,
}

/// Where a practice stands in one of many assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberStanding {
    /// Nobody said.
    NotAssessed,
    /// Those who were asked did not know: it may be any level.
    NotKnown,
    /// It was answered under an older edition, to questions that mean something else now.
    AskedAnew,
    /// It makes no sense there.
    NotApplicable,
    /// At least the first level and at most the second: it is not answered to the end.
    Between(Level, Level),
    /// At this level.
    At(Level),
}

/// A practice of one of many assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberPractice {
    /// The practice.
    pub practice: PracticeId,
    /// Where it stands.
    pub stands: MemberStanding,
    /// What the model's rule says beside whole levels.
    pub exact: Exact,
    /// How much is enough, if anybody said.
    pub target: Option<Level>,
    /// The highest level that something outside demands on the day.
    pub minimum: Option<Level>,
    /// How it fits the target.
    pub fit: Fit,
    /// Whether it is known to lie below its target, or below what something outside demands.
    pub falls_short: bool,
}

/// How it stands with a statement that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It holds, or something takes its place.
    Held,
    /// Nobody said, or nobody knows.
    Open,
    /// It is said not to hold, or only partly.
    Missed,
}

/// A statement that is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberStatement {
    /// The statement.
    pub statement: IndicatorId,
    /// Its practice.
    pub practice: PracticeId,
    /// Its level.
    pub level: Level,
    /// How it stands.
    pub need: Need,
    /// What it says, where it is missed.
    pub text: Option<String>,
}

/// A demand from outside that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberDuty {
    /// What it is part of.
    pub part_of: PartOf,
    /// The practice that carries it.
    pub practice: PracticeId,
    /// The level that it demands.
    pub level: Level,
    /// Whether it is known to be missed.
    pub is_missed: bool,
}

impl Member {
    /// What is said of a practice.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&MemberPractice> {
        self.practices.iter().find(|practice| practice.practice == *id)
    }

    /// How many practices fit their target like this.
    #[must_use]
    pub fn count(&self, fit: Fit) -> usize {
        self.practices.iter().filter(|practice| practice.fit == fit).count()
    }

    /// How many practices are known to lie below what they need to be.
    #[must_use]
    pub fn short(&self) -> usize {
        self.practices.iter().filter(|practice| practice.falls_short).count()
    }

    /// How many practices are at a level that is known to the end.
    #[must_use]
    pub fn assessed(&self) -> usize {
        self.practices.iter().filter(|practice| matches!(practice.stands, MemberStanding::At(_))).count()
    }

    /// How many demands from outside are known to be missed on the day.
    #[must_use]
    pub fn missed(&self) -> usize {
        self.duties.iter().filter(|duty| duty.is_missed).count()
    }
}

/// What the comparison needs of an assessment, which is looked at as of this day ([`Assessment::on`]). `language` is that of the words.
///
/// It is of the latest round: what an earlier one left to be confirmed counts as not assessed.
#[must_use]
pub fn fleet_member(label: String, assessment: &Assessment<'_>, on: Date, language: &str) -> Member {
    let results = results(assessment);
    let Duties { all, .. } = duties(assessment, &results, on, language);
    let anew: BTreeSet<PracticeId> = asked_anew(assessment);
    let counting = all.iter().filter(|duty| duty.result.counts());
    Member {
        label,
        session: assessment.session().id.clone(),
        model: assessment.asked().model().id.clone(),
        changed: assessment.session().last_change(),
        practices: results.practices.iter().map(|result| practice(result, anew.contains(&result.practice))).collect(),
        statements: statements(assessment, &results, language),
        duties: counting
            .map(|duty| MemberDuty {
                part_of: duty.part_of.clone(),
                practice: duty.practice.clone(),
                level: duty.result.level,
                is_missed: duty.result.is_missed(),
            })
            .collect(),
        perhaps: results.perhaps_duties(),
    }
}

/// The practices of which something was answered under an older edition that is asked again.
fn asked_anew(assessment: &Assessment<'_>) -> BTreeSet<PracticeId> {
    let news = edition_news(assessment);
    let of_statements = news.again.into_iter().map(|(practice, _)| practice);
    order::set(of_statements.chain(news.practices.into_iter().filter(|again| again.quick).map(|again| again.practice)))
}

fn practice(result: &PracticeResult, is_asked_anew: bool) -> MemberPractice {
    let stands = match result.standing.current {
        Current::NotApplicable => MemberStanding::NotApplicable,
        Current::Known { low, .. } if !result.standing.current.is_range() => MemberStanding::At(low),
        _ if is_asked_anew => MemberStanding::AskedAnew,
        Current::Unanswered => MemberStanding::NotAssessed,
        Current::Known { basis: Basis::NotKnown, .. } => MemberStanding::NotKnown,
        Current::Known { low, high, .. } => MemberStanding::Between(low, high),
    };
    MemberPractice {
        practice: result.practice.clone(),
        stands,
        exact: result.exact().unwrap_or(Exact::Level),
        target: result.target,
        minimum: result.minimum,
        fit: result.fit,
        falls_short: result.falls_short(),
    }
}

fn statements(assessment: &Assessment<'_>, results: &Results, language: &str) -> Vec<MemberStatement> {
    let demanded = results.practices.iter().flat_map(PracticeResult::demanded);
    let demanded: BTreeSet<&IndicatorId> = order::set(demanded.flat_map(|duty| duty.needs.iter().map(|(needed, _)| needed)));
    let mut found = Vec::new();
    for asked in assessment.asked().all().filter(|asked| !asked.is_own) {
        let (id, practice) = (&asked.indicator.id, &asked.practice.id);
        let goal = results.practice(practice).and_then(PracticeResult::goal);
        let is_on_the_way = goal >= Some(asked.level) && !assessment.asked().model().is_rated(asked.practice);
        if !is_on_the_way && !demanded.contains(id) {
            continue;
        }
        let need = match assessment.said().together(asked.indicator).kind() {
            Verdict::NotMet | Verdict::Partly | Verdict::Own(_) => Need::Missed,
            Verdict::NotKnown | Verdict::Unanswered => Need::Open,
            Verdict::Compensated | Verdict::Met | Verdict::NotApplicable => Need::Held,
        };
        let text = (need == Need::Missed).then(|| asked.indicator.text.get(language).to_owned());
        found.push(MemberStatement { statement: id.clone(), practice: practice.clone(), level: asked.level, need, text });
    }
    found
}
