//! Roll-up: a group shows its lowest practice and its spread, so that no weak practice hides. A model may say otherwise; what it asks for
//! is shown beside the spread.

use super::rolled::{Rolled, rolled_up};
use super::{Current, Exact, Fit, PracticeResult};
use crate::model::{Amount, Group, GroupId, Level, Questionnaire};

/// What follows for a group of practices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupResult {
    /// The group.
    pub group: GroupId,
    /// The lowest level that any of its practices has in any case; `None` when nothing in it is answered.
    pub lowest: Option<Level>,
    /// The highest level that any of its practices has in any case.
    pub highest: Option<Level>,
    /// The lowest and highest target in it.
    pub targets: Option<(Level, Level)>,
    /// The largest gap in it, in levels; negative when all of it has more than needed.
    pub largest_gap: Option<i16>,
    /// How many of its practices have no gap that could be known: they have no target, or nobody answered or knew.
    pub not_compared: usize,
    /// How many of its practices are answered or not applicable.
    pub answered: usize,
    /// How many practices it has.
    pub practices: usize,
    /// What it comes to by the rule of the model; `None` where that is the lowest of levels, or nothing is answered.
    pub rolled: Option<Rolled>,
    /// The lowest and highest that any of its practices has in any case, where these are fractions.
    pub spread: Option<(Amount, Amount)>,
    /// The largest that is missing to a target, as far as is shown, where that is a fraction.
    pub shortfall: Option<Amount>,
    /// The groups inside.
    pub groups: Vec<GroupResult>,
}

impl GroupResult {
    /// Whether it has a share of each level in place of a level.
    #[must_use]
    pub fn has_shares(&self) -> bool {
        matches!(self.rolled, Some(Rolled { exact: Exact::Shares(_), .. }))
    }

    /// This group or one inside, by its id.
    pub(super) fn find(&self, id: &GroupId) -> Option<&Self> {
        if self.group == *id { Some(self) } else { self.groups.iter().find_map(|group| group.find(id)) }
    }
}

/// Rolls the results up by group; they are in the model's order, as groups list their practices.
pub(super) fn group_results(groups: &[Group], mut results: &[PracticeResult], asked: &Questionnaire) -> Vec<GroupResult> {
    let of_next = |group: &Group| {
        let (inside, rest) = results.split_at(group.all_practices().len().min(results.len()));
        results = rest;
        group_result(group, inside, asked)
    };
    groups.iter().map(of_next).collect()
}

fn group_result(group: &Group, inside: &[PracticeResult], asked: &Questionnaire) -> GroupResult {
    // What nobody knows may be any level: it is none that a group has.
    let known = || inside.iter().filter(|result| !result.standing.is_not_known());
    let lows = || known().filter_map(|result| result.standing.current.low());
    // Where one of them is a fraction, all are looked at as such: a weak one that is a whole level must not hide beside it.
    let are_fractions = known().any(|result| matches!(result.exact(), Some(Exact::Amount { .. })));
    let exact = || known().filter(|_| are_fractions);
    let amounts = || exact().filter_map(|result| Some(result.standing.current.amounts()?.0));
    let short = |result: &PracticeResult| Some(Amount::whole(result.target?.number()).less(result.standing.current.amounts()?.0));
    let targets = || inside.iter().filter_map(|result| result.target);
    GroupResult {
        group: group.id.clone(),
        lowest: lows().min(),
        highest: lows().max(),
        targets: targets().min().zip(targets().max()),
        largest_gap: known().filter_map(|result| result.gap).map(|gap| gap.most).max(),
        not_compared: inside
            .iter()
            .filter(|it| matches!(it.fit, Fit::NoTarget | Fit::Unanswered) || it.standing.is_not_known())
            .count(),
        answered: known().filter(|result| result.standing.current != Current::Unanswered).count(),
        practices: inside.len(),
        rolled: rolled_up(group, inside, asked),
        spread: amounts().min().zip(amounts().max()),
        shortfall: exact().filter_map(short).max(),
        groups: group_results(&group.groups, inside, asked),
    }
}
