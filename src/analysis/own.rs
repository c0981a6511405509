//! The indicators that people added for their system, as they are asked.

use crate::model::{ExtraIndicator, Indicator, Lasts, Level, MeantFor, Scope, Text};
use crate::session::{Fact, Session};

/// How long an answer to an own indicator is taken to stay true: nobody is asked to think of it.
const LASTS: Lasts = Lasts::Months(12);

/// The own indicators that say something, at system scope.
#[must_use]
pub fn own_indicators(session: &Session) -> Vec<ExtraIndicator> {
    let said = session.indicators.iter().filter_map(|(id, fact)| Some((id, Fact::value(fact)?)));
    let said = said.filter(|(_, own)| !own.text.trim().is_empty() && own.level > Level::NONE);
    said.map(|(id, own)| ExtraIndicator {
        practice: own.practice.clone(),
        level: own.level,
        scope: Scope::System,
        indicator: Indicator {
            depends_on: Vec::new(),
            answers: std::collections::BTreeMap::new(),
            id: id.clone(),
            kind: Some(own.kind),
            text: Text::as_typed(&own.text),
            evidence: Text::as_typed(&own.evidence),
            meant_for: MeantFor::default(),
            lasts: LASTS,
        },
    })
    .collect()
}
