//! Everything that pictures, tables and the list of gaps show of a practice beside its numbers.

use std::collections::BTreeMap;

use super::confidence::{Ground, ground};
use super::consequence::{Consequence, with_minimum};
use super::missing::missing_up_to;
use super::{Assessment, FormerLevel, PracticeResult, Results, former_levels};
use crate::model::{GroupId, IndicatorId, Practice};
use crate::session::{Fact, PersonId, Role, said_of};

/// A practice at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeOverview {
    /// Its results.
    pub result: PracticeResult,
    /// Its number in the model's order, from 1.
    pub number: usize,
    /// The outermost group it is in.
    pub domain: Option<GroupId>,
    /// What its current level rests on.
    pub ground: Ground,
    /// How much is at stake.
    pub consequence: Option<Consequence>,
    /// How many statements are missing up to the target or, where it is higher, to what something outside demands, and of those that it
    /// needs.
    pub missing: usize,
    /// What the people decide or know who are to answer it or, where nobody is named for that, who answered it.
    pub roles: Vec<Role>,
    /// Where it stood in an earlier round, while nobody confirmed it in this one.
    pub former: Option<FormerLevel>,
}

/// All practices at a glance, in the model's order. Costs more than [`super::results`], so ask only where it is shown.
#[must_use]
pub fn overview(assessment: &Assessment<'_>, results: &Results) -> Vec<PracticeOverview> {
    let domains =
        assessment.asked.model().groups.iter().flat_map(|group| group.all_practices().into_iter().map(|it| (&group.id, it)));
    let former = former_levels(assessment, results).into_iter().map(|it| (it.practice.clone(), it));
    let mut former: BTreeMap<_, _> = former.collect();
    let all = domains.zip(&results.practices).zip(1..);
    all.map(|(((domain, practice), result), number)| {
        let up_to_goal = result.goal().map(|goal| missing_up_to(assessment, practice, result, goal)).unwrap_or_default();
        let listed: Vec<&IndicatorId> =
            up_to_goal.iter().flat_map(|level| &level.indicators).map(|it| &it.asked.indicator.id).collect();
        let needed = result.needed().into_iter().filter(|id| !listed.contains(id)).count();
        PracticeOverview {
            number,
            domain: Some(domain.clone()),
            ground: ground(assessment, practice, result),
            consequence: with_minimum(assessment, &practice.id, result.minimum),
            missing: listed.len() + needed,
            roles: roles(assessment, practice),
            former: former.remove(&practice.id),
            result: result.clone(),
        }
    })
    .collect()
}

/// The roles of those who are to answer a practice or, where nobody is named for that, of those who answered.
fn roles(assessment: &Assessment<'_>, practice: &Practice) -> Vec<Role> {
    let session = assessment.session;
    let role = |person: &PersonId| Some(session.people.get(person).and_then(Fact::value)?.role);
    let mut people: Vec<&PersonId> = session.assigned_to(&practice.id).collect();
    if people.is_empty() {
        people = answered(assessment, practice);
    }
    let held: Vec<Role> = people.into_iter().filter_map(role).collect();
    Role::ALL.into_iter().filter(|role| held.contains(role)).collect()
}

/// Who answered anything about a practice in the round.
fn answered<'a>(assessment: &Assessment<'a>, practice: &Practice) -> Vec<&'a PersonId> {
    let quick = assessment.round.into_iter().flat_map(|round| said_of(&assessment.session.quick, &practice.id, round));
    let quick = quick.filter(|(_, fact)| fact.value().is_some());
    let mut people: Vec<&PersonId> = quick.filter_map(|(place, _)| place.by.as_ref()).collect();
    for it in assessment.asked.indicators_of(practice) {
        let answers = assessment.answers_to(&it.indicator.id).filter(|(_, fact)| fact.value().is_some());
        people.extend(answers.filter_map(|(place, _)| place.by.as_ref()));
    }
    people
}
