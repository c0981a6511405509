//! An assessment beside a cohort. Higher is not better: its own target and fit stand beside each level.

use std::collections::BTreeMap;

use super::{Cohort, CohortLevels, CohortPractice};
use crate::analysis::{Exact, PracticeResult, Results};
use crate::model::{Level, ModelId, PracticeId, Questionnaire, order};

/// An assessment beside a cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedWithCohort {
    /// Each practice of the assessment, in the model's order.
    pub practices: Vec<AgainstCohort>,
    /// How many practices of the cohort are not asked here: they are of another edition.
    pub not_asked: usize,
}

/// A practice of an assessment beside a cohort.
#[derive(Clone, Debug, PartialEq)]
pub struct AgainstCohort {
    /// Where it stands here, what is needed here, and how that fits.
    pub here: PracticeResult,
    /// What the cohort says; nothing where it had too few.
    pub there: Option<CohortPractice>,
    /// How its level lies to those of the cohort; nothing where either is not known to the end.
    pub place: Option<CohortPlace>,
}

/// How a level lies to those of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CohortPlace {
    /// Below the middle.
    Below,
    /// In the middle: in the middle half, where that is told.
    Middle,
    /// Above the middle.
    Above,
}

/// Why an assessment can't be compared with a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CohortMismatch {
    /// The cohort is about another model.
    OtherModel(ModelId),
    /// The cohort speaks of a level that its model does not have.
    OffScale {
        /// The practice.
        practice: PracticeId,
        /// The level.
        level: Level,
        /// The highest that there is.
        top: Level,
    },
    /// The model's rule gives fractions or shares here, and a cohort tells whole levels.
    NoWholeLevels,
    /// None of its practices is asked here.
    NothingInCommon,
}

/// How the results of an assessment lie to a cohort, which may be of another edition: the id of a practice means the same in all of them, and
/// what is not asked here is counted.
///
/// # Errors
/// Why they can't be compared.
pub fn against_cohort(results: &Results, asked: &Questionnaire, cohort: &Cohort) -> Result<ComparedWithCohort, CohortMismatch> {
    let model = asked.model();
    if !cohort.model.is(model) {
        return Err(CohortMismatch::OtherModel(cohort.model.id.clone()));
    }
    let is_whole = |it: &PracticeResult| it.exact().is_none_or(|exact| exact == Exact::Level);
    if asked.model().scoring.level.is_added_up() || !results.practices.iter().all(is_whole) {
        return Err(CohortMismatch::NoWholeLevels);
    }
    for (practice, level) in cohort.practices.iter().flat_map(levels) {
        if !model.has_level(level) {
            return Err(CohortMismatch::OffScale { practice: practice.clone(), level, top: model.top() });
        }
    }
    let told: BTreeMap<&PracticeId, &CohortPractice> = order::map(cohort.practices.iter().map(|it| (&it.practice, it)));
    let practices: Vec<AgainstCohort> = results
        .practices
        .iter()
        .map(|here| {
            let there = told.get(&here.practice).copied().cloned();
            let levels = there.as_ref().and_then(|it| it.levels);
            let place = levels.and_then(|levels| Some(levels.place(known(here)?)));
            AgainstCohort { here: here.clone(), there, place }
        })
        .collect();
    let in_common = practices.iter().filter(|it| it.there.is_some()).count();
    if in_common == 0 {
        return Err(CohortMismatch::NothingInCommon);
    }
    Ok(ComparedWithCohort { practices, not_asked: cohort.practices.len() - in_common })
}

/// Every level that a cohort tells of a practice.
fn levels(practice: &CohortPractice) -> impl Iterator<Item = (&PracticeId, Level)> {
    let of = |levels: CohortLevels| levels.quarters.into_iter().flat_map(|it| [it.lower, it.upper]).chain([levels.half]);
    practice.levels.into_iter().chain(practice.targets).flat_map(of).map(|level| (&practice.practice, level))
}

/// The level of a practice, where it is known to the end.
fn known(here: &PracticeResult) -> Option<Level> {
    here.standing.current.settled()
}

impl CohortLevels {
    /// How a level lies to these.
    #[must_use]
    pub fn place(&self, level: Level) -> CohortPlace {
        let (lower, upper) = self.quarters.map_or((self.half, self.half), |it| (it.lower, it.upper));
        if level < lower {
            CohortPlace::Below
        } else if level > upper {
            CohortPlace::Above
        } else {
            CohortPlace::Middle
        }
    }
}
