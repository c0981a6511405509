//! The plan in a report: what is ahead and what was done, with people called as in the rest of it.

use super::who::{Cast, Name};
use crate::analysis::plan::{RESTS_ON_TOLD, in_plan, planned};
use crate::analysis::{Assessment, Names, Results, Thing, WhyHere};
use crate::session::{ActionId, ActionState, Date, Work};

/// An action of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportAction {
    /// Its title; may be empty.
    pub title: String,
    /// The name of the practice it serves, where it serves one.
    pub practice: Option<String>,
    /// Who sees to it, where somebody does.
    pub owner: Option<Name>,
    /// The day on which it begins.
    pub start: Option<Date>,
    /// The day by which it is to be done.
    pub due: Option<Date>,
    /// How much work it is, where somebody said so.
    pub work: Option<Work>,
    /// What it costs, in people's words; may be empty.
    pub cost: String,
    /// How far it is.
    pub state: ActionState,
    /// Whether it is late on the day of the report.
    pub is_late: bool,
    /// Why it stands where it does.
    pub why: WhyHere,
    /// How many of its statements are not met.
    pub missing: usize,
    /// The titles of the actions ahead that are for what its statements rest on: of the first few, and of one more where there are others. May be
    /// empty, as titles are.
    pub rests_on: Vec<String>,
    /// The texts of the statements on which they rest and that no action is for.
    pub unplanned: Vec<String>,
}

/// The plan in its order, without what was dropped.
pub(super) fn report_plan(
    assessment: &Assessment<'_>,
    results: &Results,
    cast: &Cast<'_>,
    names: Names<'_>,
    made: Date,
) -> Vec<ReportAction> {
    let stands = planned(assessment, results, false).into_iter().filter(|it| it.action.is_ahead() || it.action.is_done());
    let told = stands.map(|it| {
        let shown = in_plan((&it.id, &it.action), Some(made), &|id| cast.name(Some(id)), cast.is_by_name());
        let called = |thing: Thing| names.of(&thing).text().unwrap_or(thing.id()).to_owned();
        let title = |id: &ActionId| names.of(&Thing::Action(id.clone())).text().unwrap_or_default().to_owned();
        let practice = it.practice.as_ref().map(|id| called(Thing::Practice(id.clone())));
        ReportAction {
            practice,
            owner: shown.owner,
            title: shown.title,
            start: it.action.start,
            due: it.action.due,
            work: shown.work,
            cost: shown.cost,
            is_late: shown.is_late,
            why: it.why,
            missing: it.missing(),
            rests_on: it.rests_on().take(RESTS_ON_TOLD + 1).map(title).collect(),
            unplanned: it.unplanned.iter().map(|id| called(Thing::Indicator(id.clone()))).collect(),
            state: it.action.state,
        }
    });
    told.collect()
}
