//! Answers that something speaks against.

use crate::analysis::{About, Assessment, Noticed, Verdict, What, consistency};
use crate::model::{IndicatorId, PracticeId};
use crate::session::{Date, Fact, PartId, PersonId};

/// An answer that something speaks against.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// The practice.
    pub practice: PracticeId,
    /// The statement.
    pub indicator: IndicatorId,
    /// The part; `None` for the whole system.
    pub part: Option<PartId>,
    /// Whose answer it is, where it is one person's.
    pub by: Option<PersonId>,
    /// What speaks against it.
    pub what: SpeaksAgainst,
}

/// What speaks against an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum SpeaksAgainst {
    /// What somebody wrote.
    Doubt(String),
    /// The evidence does not show it.
    NotShown,
    /// The whole system and these parts are said to be different.
    Parts(Vec<PartId>),
}

/// Everything that speaks against an answer of the round, in the model's order.
pub(super) fn contradicted(assessment: &Assessment<'_>, today: Date) -> Vec<Contradiction> {
    let mut found = doubts(assessment);
    found.extend(consistency(assessment, today).into_iter().filter_map(of_finding));
    found.sort_by_key(|it| assessment.order_of(&it.indicator));
    found
}

/// What somebody wrote against an answer that counts as fulfilled.
fn doubts(assessment: &Assessment<'_>) -> Vec<Contradiction> {
    let session = assessment.session;
    let written = session.against.iter().filter(|(place, _)| assessment.is_here(place));
    let doubts = written.filter_map(|(place, fact)| {
        let words = fact.value().map(|words| words.trim()).filter(|words| !words.is_empty())?;
        let answer = session.answers.get(place).and_then(Fact::value)?;
        let it = assessment.placed_indicator(&place.on).filter(|it| assessment.is_asked_of(it, place.part.as_ref()))?;
        let practice = it.practice.id.clone();
        Verdict::of(answer, assessment.scale()).is_fulfilled().then(|| Contradiction {
            practice,
            indicator: place.on.clone(),
            part: place.part.clone(),
            by: place.by.clone(),
            what: SpeaksAgainst::Doubt(words.to_owned()),
        })
    });
    doubts.collect()
}

fn of_finding(finding: Noticed) -> Option<Contradiction> {
    let what = match finding.what {
        What::NotShown => SpeaksAgainst::NotShown,
        What::Parts { parts, .. } => SpeaksAgainst::Parts(parts),
        _ => return None,
    };
    let About::Indicator(practice, indicator) = finding.about else { return None };
    Some(Contradiction { practice, indicator, part: finding.part, by: finding.by, what })
}
