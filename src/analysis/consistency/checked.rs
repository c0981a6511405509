//! What all rules look at: a session in its open round, beside what is asked.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::analysis::{About, ConsolidatedAnswers};
use crate::model::{IndicatorId, Level, Practice, PracticeId, Questionnaire};
use crate::session::{Answer, Date, Fact, Facts, PartId, Place, Session};

/// An indicator that is asked.
pub(super) struct CheckedIndicator<'a> {
    pub(super) practice: &'a Practice,
    pub(super) level: Level,
    pub(super) id: &'a IndicatorId,
}

impl CheckedIndicator<'_> {
    pub(super) fn about(&self) -> About {
        About::Indicator(self.practice.id.clone(), self.id.clone())
    }
}

/// A session in its open round, beside what is asked.
pub(super) struct Checked<'a> {
    pub(super) asked: &'a Questionnaire,
    pub(super) session: &'a Session,
    pub(super) today: Date,
    pub(super) said: ConsolidatedAnswers<'a>,
    /// Everything that is asked, in the model's order.
    pub(super) statements: Vec<CheckedIndicator<'a>>,
    practices: HashMap<&'a PracticeId, usize>,
    indicators: HashMap<&'a IndicatorId, usize>,
    parts: BTreeSet<&'a PartId>,
    evidenced: HashSet<(&'a IndicatorId, Option<&'a PartId>)>,
}

impl<'a> Checked<'a> {
    pub(super) fn of(asked: &'a Questionnaire, session: &'a Session, today: Date) -> Self {
        let all = asked.model().practices();
        let levels = |practice| Level::NONE.up_to(asked.model().top()).map(move |level| (practice, level));
        let statements: Vec<CheckedIndicator<'a>> = all
            .iter()
            .flat_map(|practice| levels(*practice))
            .flat_map(|(practice, level)| asked.indicators(practice, level).into_iter().map(move |it| (practice, level, it)))
            .map(|(practice, level, it)| CheckedIndicator { practice, level, id: &it.indicator.id })
            .collect();
        let given = session.evidence_uses.iter();
        let given = given.filter(|(given, fact)| fact.value().is_some() && session.evidence(&given.evidence).is_some());
        Self {
            asked,
            session,
            today,
            said: ConsolidatedAnswers::of(session, session.round()),
            practices: all.iter().enumerate().map(|(order, practice)| (&practice.id, order)).collect(),
            indicators: statements.iter().enumerate().map(|(order, statement)| (statement.id, order)).collect(),
            parts: session.named_parts().map(|(id, _)| id).collect(),
            evidenced: given.map(|(given, _)| (&given.indicator, given.part.as_ref())).collect(),
            statements,
        }
    }

    pub(super) fn practices(&self) -> Vec<&'a Practice> {
        self.asked.model().practices()
    }

    /// Where something stands in the model's order: its practice, then its indicator; evidence after everything else.
    pub(super) fn order(&self, about: &About) -> (usize, usize) {
        let practice = about.practice().and_then(|id| self.practices.get(id)).copied();
        let indicator = match about {
            About::Indicator(_, id) => self.indicators.get(id).map(|order| order + 1),
            About::Practice(_) | About::Evidence(_) => None,
        };
        (practice.unwrap_or(usize::MAX), indicator.unwrap_or_default())
    }

    /// The indicator of that id, if it is asked.
    pub(super) fn statement(&self, id: &IndicatorId) -> Option<&CheckedIndicator<'a>> {
        self.indicators.get(id).and_then(|order| self.statements.get(*order))
    }

    pub(super) fn is_asked(&self, practice: &PracticeId) -> bool {
        self.practices.contains_key(practice)
    }

    /// Whether something is about the whole system or a part that still is one.
    pub(super) fn is_here(&self, part: Option<&PartId>) -> bool {
        part.is_none_or(|part| self.parts.contains(part))
    }

    /// What is said in the open round, about the whole system or a part that still is one, and not withdrawn.
    pub(super) fn here<Id, V>(
        &self,
        facts: &'a Facts<Place<Id>, V>,
    ) -> impl Iterator<Item = (&'a Place<Id>, &'a V, &'a Fact<V>)> {
        let open = |(place, _): &(&Place<Id>, &Fact<V>)| Some(&place.round) == self.session.round();
        let here = facts.iter().filter(open).filter(|(place, _)| self.is_here(place.part.as_ref()));
        here.filter_map(|(place, fact)| fact.value().map(|value| (place, value, fact)))
    }

    /// Everybody's answers to an indicator.
    pub(super) fn answers(&self, id: &IndicatorId) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Answer)> {
        let said = self.session.answers_to(id).filter(|(place, _)| self.is_here(place.part.as_ref()));
        said.filter_map(|(place, fact)| fact.value().map(|answer| (place, answer)))
    }

    /// Whether any evidence is given for an indicator, for the whole system or for that part.
    pub(super) fn has_evidence(&self, id: &IndicatorId, part: Option<&PartId>) -> bool {
        self.evidenced.contains(&(id, None)) || (part.is_some() && self.evidenced.contains(&(id, part)))
    }
}
