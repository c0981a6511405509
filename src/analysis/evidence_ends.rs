//! Until when evidence shows anything: the days on which to have something newer.

use std::collections::BTreeMap;

use super::stale::out_of_date_from;
use crate::model::Questionnaire;
use crate::session::{Date, EvidenceId, Fact, Session};

/// The last day on which a piece of evidence shows all that it is given for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceEnd {
    /// The piece.
    pub evidence: EvidenceId,
    /// Its last day: the one that people said or, where they said none, the last on which it is young enough for all its statements.
    pub last: Date,
}

/// When evidence ends that is given for anything that is asked, the first one first. What shows something for good has no end.
#[must_use]
pub fn evidence_ends(asked: &Questionnaire, session: &Session) -> Vec<EvidenceEnd> {
    let mut ends: BTreeMap<&EvidenceId, Date> = BTreeMap::new();
    for (given, _) in session.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some()) {
        let piece = session.evidence.get(&given.evidence).and_then(Fact::value).filter(|it| it.says_something());
        let Some((piece, statement)) = piece.zip(asked.indicator(&given.indicator)) else { continue };
        if let Some(last) = out_of_date_from(piece, statement.indicator.lasts).and_then(|day| day.yesterday().ok()) {
            ends.entry(&given.evidence).and_modify(|end| *end = last.min(*end)).or_insert(last);
        }
    }
    let mut ends: Vec<_> = ends.into_iter().map(|(id, last)| EvidenceEnd { evidence: id.clone(), last }).collect();
    ends.sort_by(|one, other| (one.last, &one.evidence).cmp(&(other.last, &other.evidence)));
    ends
}
