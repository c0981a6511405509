//! Everything that pictures, tables and the list of gaps show of a practice beside its numbers.

use super::confidence::{Ground, ground};
use super::consequence::{Consequence, consequence};
use super::missing::missing_up_to;
use super::{ConsolidatedAnswers, PracticeResult, Results, disputes, interview_answers};
use crate::model::{GroupId, Level, Practice, Questionnaire};
use crate::session::{Fact, PersonId, Role, Session};

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
    /// How many statements are missing up to the target or, where it is higher, to what something outside demands.
    pub missing: usize,
    /// What the people decide or know who are to answer it or, where nobody is named for that, who answered it.
    pub roles: Vec<Role>,
}

/// All practices at a glance, in the model's order. Costs more than [`super::results`], so ask only where it is shown.
#[must_use]
pub fn overview(asked: &Questionnaire, session: &Session, results: &Results) -> Vec<PracticeOverview> {
    let said = ConsolidatedAnswers::of(session, session.round());
    let disputes = disputes(asked, session);
    let answers = interview_answers(session);
    let domains = asked.model().groups.iter().flat_map(|group| group.all_practices().into_iter().map(|it| (&group.id, it)));
    let all = domains.zip(&results.practices).zip(1..);
    all.map(|(((domain, practice), result), number)| {
        let up_to_goal = result.goal().map(|goal| missing_up_to(asked, practice, &said, result, goal)).unwrap_or_default();
        PracticeOverview {
            number,
            domain: Some(domain.clone()),
            ground: ground(asked, practice, result, &said, &disputes),
            consequence: consequence(asked, session, &answers, &practice.id),
            missing: up_to_goal.iter().map(|level| level.indicators.len()).sum(),
            roles: roles(asked, session, practice),
            result: result.clone(),
        }
    })
    .collect()
}

/// The roles of those who are to answer a practice or, where nobody is named for that, of those who answered.
fn roles(asked: &Questionnaire, session: &Session, practice: &Practice) -> Vec<Role> {
    let role = |person: &PersonId| Some(session.people.get(person).and_then(Fact::value)?.role);
    let mut people: Vec<&PersonId> = session.assigned_to(&practice.id).collect();
    if people.is_empty() {
        people = answered(asked, session, practice);
    }
    let held: Vec<Role> = people.into_iter().filter_map(role).collect();
    Role::ALL.into_iter().filter(|role| held.contains(role)).collect()
}

/// Who answered anything about a practice in the round that is being answered.
fn answered<'a>(asked: &'a Questionnaire, session: &'a Session, practice: &Practice) -> Vec<&'a PersonId> {
    let quick = session
        .quick
        .iter()
        .filter(|(place, fact)| place.on == practice.id && Some(&place.round) == session.round() && fact.value().is_some());
    let mut people: Vec<&PersonId> = quick.filter_map(|(place, _)| place.by.as_ref()).collect();
    for level in Level::NONE.up_to(asked.model().top()) {
        for it in asked.indicators(practice, level) {
            let answers = session.answers_to(&it.indicator.id).filter(|(_, fact)| fact.value().is_some());
            people.extend(answers.filter_map(|(place, _)| place.by.as_ref()));
        }
    }
    people
}
