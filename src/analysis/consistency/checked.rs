//! What all rules look at: an assessment, with what several of them ask for.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::analysis::assessment::PlacedIndicator;
use crate::analysis::consolidated::is_there;
use crate::analysis::practice_answers::PracticeAnswers;
use crate::analysis::{About, Assessment, ConsolidatedAnswers};
use crate::model::{IndicatorId, Practice, PracticeId};
use crate::session::{Answer, Date, Fact, Facts, PartId, Place, Session};

/// An assessment, with what several rules ask for.
pub(super) struct Checked<'g, 'a> {
    pub(super) assessment: &'g Assessment<'a>,
    pub(super) session: &'a Session,
    pub(super) said: &'g ConsolidatedAnswers,
    pub(super) today: Date,
    practices: HashMap<&'a PracticeId, usize>,
    /// Where the statements of each practice stand among all.
    statements: HashMap<&'a PracticeId, Range<usize>>,
    evidenced: HashSet<(&'a IndicatorId, Option<&'a PartId>)>,
}

impl<'g, 'a> Checked<'g, 'a> {
    pub(super) fn of(assessment: &'g Assessment<'a>, today: Date) -> Self {
        let session = assessment.session;
        let all = assessment.asked.model().practices().into_iter();
        let given = session.evidence_uses.iter();
        let given = given.filter(|(given, fact)| fact.value().is_some() && session.evidence(&given.evidence).is_some());
        let mut statements: HashMap<&PracticeId, Range<usize>> = HashMap::new();
        for (place, statement) in assessment.placed_indicators().iter().enumerate() {
            statements.entry(&statement.practice.id).or_insert(place..place).end = place + 1;
        }
        Self {
            assessment,
            session,
            said: &assessment.said,
            today,
            practices: all.enumerate().map(|(order, practice)| (&practice.id, order)).collect(),
            statements,
            evidenced: given.map(|(given, _)| (&given.indicator, given.part.as_ref())).collect(),
        }
    }

    /// Everything that is asked, in the model's order.
    pub(super) fn placed_indicators(&self) -> &'g [PlacedIndicator<'a>] {
        self.assessment.placed_indicators()
    }

    /// What is asked for a practice, the lowest level first.
    pub(super) fn placed_indicators_of(&self, practice: &PracticeId) -> &'g [PlacedIndicator<'a>] {
        self.statements.get(practice).and_then(|here| self.placed_indicators().get(here.clone())).unwrap_or_default()
    }

    pub(super) fn hearing(&self, practice: &'a Practice) -> PracticeAnswers<'a, 'g> {
        self.assessment.hearing(practice)
    }

    pub(super) fn practices(&self) -> Vec<&'a Practice> {
        self.assessment.asked.model().practices()
    }

    /// Where something stands in the model's order: its practice, then its indicator; evidence after everything else.
    pub(super) fn order(&self, about: &About) -> (usize, usize) {
        let practice = about.practice().and_then(|id| self.practices.get(id)).copied();
        let indicator = match about {
            About::Indicator(_, id) => self.assessment.order_of(id).map(|order| order + 1),
            About::Practice(_) | About::Evidence(_) => None,
        };
        (practice.unwrap_or(usize::MAX), indicator.unwrap_or_default())
    }

    /// The indicator of that id, if it is asked.
    pub(super) fn placed_indicator(&self, id: &IndicatorId) -> Option<&'g PlacedIndicator<'a>> {
        self.assessment.placed_indicator(id)
    }

    pub(super) fn is_asked(&self, practice: &PracticeId) -> bool {
        self.practices.contains_key(practice)
    }

    /// Whether something is about the whole system or a part that still is one.
    pub(super) fn is_here(&self, part: Option<&PartId>) -> bool {
        is_there(self.session, part)
    }

    /// What is said in the round, about the whole system or a part that still is one, and not withdrawn.
    pub(super) fn here<Id, V>(
        &self,
        facts: &'a Facts<Place<Id>, V>,
    ) -> impl Iterator<Item = (&'a Place<Id>, &'a V, &'a Fact<V>)> {
        let here = facts.iter().filter(|(place, _)| self.assessment.is_here(place));
        here.filter_map(|(place, fact)| fact.value().map(|value| (place, value, fact)))
    }

    /// Everybody's answers to an indicator.
    pub(super) fn answers(&self, id: &IndicatorId) -> impl Iterator<Item = (&'a Place<IndicatorId>, &'a Answer)> {
        let it = self.placed_indicator(id);
        let is_asked = move |part: Option<&PartId>| it.is_some_and(|it| self.assessment.is_asked_of(it, part));
        let said = self.assessment.answers_to(id).filter(|(place, _)| self.is_here(place.part.as_ref()));
        let said = said.filter(move |(place, _)| is_asked(place.part.as_ref()));
        said.filter_map(|(place, fact)| fact.value().map(|answer| (place, answer)))
    }

    /// Whether any evidence is given for an indicator, for the whole system or for that part.
    pub(super) fn has_evidence(&self, id: &IndicatorId, part: Option<&PartId>) -> bool {
        self.evidenced.contains(&(id, None)) || (part.is_some() && self.evidenced.contains(&(id, part)))
    }
}
