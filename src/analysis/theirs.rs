//! What somebody has to do in an assessment, so that whoever opens a file of others is led there.

use std::collections::BTreeSet;

use super::{Assessment, review};
use crate::model::{Practice, PracticeId};
use crate::session::{Fact, PersonId, RoundId};

/// What is somebody's in an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theirs {
    /// How many of the practices that are asked are to be answered by them.
    pub practices: usize,
    /// The first of these, in the order of the model, of which they said nothing yet in this round.
    pub next: Option<PracticeId>,
    /// How many findings of a review they have a part in that nobody decided.
    pub findings: usize,
    /// Whether their role is to look at what others answered.
    pub reviews: bool,
}

/// What is somebody's. Nothing of somebody who does not take part.
#[must_use]
pub fn theirs(assessment: &Assessment<'_>, person: &PersonId) -> Theirs {
    let session = assessment.session();
    let Some(who) = session.people.get(person).and_then(Fact::value) else { return Theirs::default() };
    let said = practices_said(assessment, person);
    let is_mine = |practice: &&Practice| session.assigned_to(&practice.id).any(|one| one == person);
    let mine: Vec<&Practice> = assessment.asked.model().practices().into_iter().filter(is_mine).collect();
    Theirs {
        practices: mine.len(),
        next: mine.iter().find(|practice| !said.contains(&practice.id)).map(|practice| practice.id.clone()),
        findings: review(assessment).iter().filter(|it| it.status.is_undecided() && it.concerns(person)).count(),
        reviews: who.role.reviews(),
    }
}

/// The practices of which somebody said anything in the round that is looked at.
fn practices_said<'a>(assessment: &Assessment<'a>, person: &PersonId) -> BTreeSet<&'a PracticeId> {
    let session = assessment.session;
    let is_theirs = |by: Option<&PersonId>, round: &RoundId| by == Some(person) && Some(round) == assessment.round;
    let quick = session.quick.iter().filter(|(place, fact)| is_theirs(place.by.as_ref(), &place.round) && fact.value().is_some());
    let answers =
        session.answers.iter().filter(|(place, fact)| is_theirs(place.by.as_ref(), &place.round) && fact.value().is_some());
    let answered = answers.filter_map(|(place, _)| Some(&assessment.asked.indicator(&place.on)?.practice.id));
    quick.map(|(place, _)| &place.on).chain(answered).collect()
}
