//! The evidence that is given for indicators.

use super::{Evidence, EvidenceId, EvidenceUse, Fact, PartId, Session};
use crate::model::IndicatorId;

impl Session {
    /// What is given for an indicator, for the whole system and for its parts, whether it is still there or not.
    pub fn evidence_uses_for(&self, indicator: &IndicatorId) -> impl Iterator<Item = &EvidenceUse> {
        // Uses sort by indicator first, then by part and piece.
        let first = EvidenceUse { indicator: indicator.clone(), part: None, evidence: EvidenceId::before_all() };
        let from = self.evidence_uses.range(first.clone()..);
        let here = from.take_while(move |(given, _)| given.indicator == first.indicator);
        here.filter(|(_, fact)| fact.value().is_some()).map(|(given, _)| given)
    }

    /// The evidence given for an indicator, for the whole system and, where one is named, for that part; also what is still empty.
    pub fn evidence_given(
        &self,
        indicator: &IndicatorId,
        part: Option<&PartId>,
    ) -> impl Iterator<Item = (&EvidenceId, &Evidence)> {
        let given = self.evidence_uses_for(indicator);
        let here = given.filter(move |given| given.part.is_none() || given.part.as_ref() == part);
        here.filter_map(|given| Some((&given.evidence, self.evidence.get(&given.evidence)?.value()?)))
    }

    /// The evidence that counts for an indicator, for the whole system and, where one is named, for that part.
    pub fn evidence_for(&self, indicator: &IndicatorId, part: Option<&PartId>) -> impl Iterator<Item = (&EvidenceId, &Evidence)> {
        self.evidence_given(indicator, part).filter(|(_, evidence)| evidence.says_something())
    }

    /// A piece of evidence, once it says something.
    #[must_use]
    pub fn evidence(&self, id: &EvidenceId) -> Option<&Evidence> {
        self.evidence.get(id).and_then(Fact::value).filter(|evidence| evidence.says_something())
    }
}
