//! What a group comes to where its model asks for more than its lowest level: a mean, a weighted mean, a sum.
//!
//! A practice of which nothing is known counts from nothing up to the top; one that does not apply does not count.

use super::exact::{Exact, Shares};
use super::together::shares_together;
use super::{Current, PracticeResult};
use crate::model::{Amount, Group, LevelRule, Model, Questionnaire, RollupRule};

/// What a group comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rolled {
    /// By which rule.
    pub rule: RollupRule,
    /// From what holds in any case to what is possible.
    pub exact: Exact,
}

/// Something that counts in a group: how much, from what holds in any case to what is possible, of the most there is.
#[derive(Clone, Copy)]
struct Member {
    weight: Amount,
    low: Amount,
    high: Amount,
    of: Amount,
    is_known: bool,
}

/// What a group comes to; `None` where the lowest of whole levels says it, or nothing in it is known.
pub(super) fn rolled_up(group: &Group, inside: &[PracticeResult], asked: &Questionnaire) -> Option<Rolled> {
    let model = asked.model();
    let rule = of_members(group, model);
    if model.scoring.level == LevelRule::Share {
        let known = shares(group, inside, asked).filter(|(_, is_known)| *is_known);
        return known.map(|(shares, _)| Rolled { rule, exact: Exact::Shares(shares) });
    }
    let rollup = model.scoring.rollup;
    if (rollup.practices, rollup.groups) == (RollupRule::Lowest, RollupRule::Lowest) {
        return None;
    }
    let (member, rest) = of_group(group, inside, model)?;
    (member.is_known && rest.is_empty())
        .then_some(Rolled { rule, exact: Exact::Amount { low: member.low, high: member.high, of: member.of } })
}

/// By which rule what stands in a group is rolled up.
fn of_members(group: &Group, model: &Model) -> RollupRule {
    if group.groups.is_empty() { model.scoring.rollup.practices } else { model.scoring.rollup.groups }
}

/// A group as a member of another, with the results behind it; `None` where nothing in it applies.
fn of_group<'r>(group: &Group, results: &'r [PracticeResult], model: &Model) -> Option<(Member, &'r [PracticeResult])> {
    let mut rest = results;
    let mut members = Vec::new();
    for inner in &group.groups {
        let (inside, behind) = rest.split_at_checked(inner.all_practices().len())?;
        members.extend(of_group(inner, inside, model).map(|(member, _)| member));
        rest = behind;
    }
    let (beside, behind) = rest.split_at_checked(group.practices.len())?;
    let top = Amount::whole(model.top().number());
    let of_practice = |(practice, result): (&crate::model::Practice, &PracticeResult)| {
        let (low, high) = match result.standing.current {
            Current::NotApplicable => return None,
            current => current.amounts().unwrap_or((Amount::ZERO, top)),
        };
        Some(Member { weight: practice.weight, low, high, of: top, is_known: result.standing.current != Current::Unanswered })
    };
    members.extend(group.practices.iter().zip(beside).filter_map(of_practice));
    let rule = of_members(group, model);
    let one = |of: fn(&Member) -> Amount| together(members.iter().map(|member| (member.weight, of(member))), rule);
    let (low, high, of) = match rule {
        RollupRule::Lowest => lowest(&members)?,
        RollupRule::Mean | RollupRule::WeightedMean | RollupRule::Sum => {
            (one(|it| it.low)?, one(|it| it.high)?, one(|it| it.of)?)
        }
    };
    let is_known = members.iter().any(|member| member.is_known);
    Some((Member { weight: group.weight, low, high, of, is_known }, behind))
}

/// The member that has least of the most it could have: what holds, what is possible, and that most. Sums of several
/// sizes can't be compared by themselves: 2 of 4 is more than 3 of 8. At best the group has the least share that any member then has.
fn lowest(members: &[Member]) -> Option<(Amount, Amount, Amount)> {
    let first = members.iter().min_by_key(|it| it.low.over(it.of))?;
    let high = members.iter().map(|it| it.high.over(it.of)).min()?;
    Some((first.low, high.times(first.of), first.of))
}

fn together(mut all: impl Iterator<Item = (Amount, Amount)> + Clone, rule: RollupRule) -> Option<Amount> {
    match rule {
        RollupRule::Lowest => all.map(|(_, amount)| amount).min(),
        RollupRule::Mean => Amount::mean(all.map(|(_, amount)| amount)),
        RollupRule::WeightedMean => Amount::weighted_mean(all),
        RollupRule::Sum => {
            let first = all.next()?.1;
            Some(all.fold(first, |sum, (_, amount)| sum.plus(amount)))
        }
    }
}

/// The share of each level in a group, and whether anything in it is known. Of a practice that nobody answered, each level that asks for
/// anything counts from nothing to all of it.
fn shares(group: &Group, inside: &[PracticeResult], asked: &Questionnaire) -> Option<(Shares, bool)> {
    let (mut members, mut is_known, mut rest) = (Vec::new(), false, inside);
    for inner in &group.groups {
        let (here, behind) = rest.split_at_checked(inner.all_practices().len())?;
        if let Some((shares, is_known_here)) = shares(inner, here, asked) {
            members.push(shares);
            is_known |= is_known_here;
        }
        rest = behind;
    }
    for (practice, result) in group.practices.iter().zip(rest) {
        match result.standing.current {
            Current::Unanswered => members.push(Shares::of_nothing(practice, asked)),
            current => members.extend(current.shares()),
        }
        is_known |= result.standing.current.shares().is_some();
    }
    let is_mean = of_members(group, asked.model()) != RollupRule::Lowest;
    Some((Shares::together(&members, |all| shares_together(all, is_mean, 0))?, is_known))
}
