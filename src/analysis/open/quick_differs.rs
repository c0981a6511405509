//! What people answered differently in the quick pass, as far as the quick pass counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::consolidated::QuickVerdict;
use crate::analysis::current::of_subjects;
use crate::analysis::{Assessment, Basis, Current};
use crate::model::{Level, PracticeId, order};
use crate::session::{PartId, PersonId};

/// A practice, or a part of it, that people answered differently in the quick pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuickDifference {
    /// The practice.
    pub practice: PracticeId,
    /// The part; `None` for the whole system.
    pub part: Option<PartId>,
    /// Who answered which level; `None` for *not applicable*. The lowest level counts until they agree.
    pub answers: Vec<(Option<PersonId>, Option<Level>)>,
}

impl QuickDifference {
    /// The levels that people answered, each once, from the lowest.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        order::set(self.answers.iter().filter_map(|(_, level)| *level)).into_iter().collect()
    }

    /// The levels of which the statements tell who is right: those above the lowest answer, up to the highest.
    pub fn levels_between(&self) -> impl Iterator<Item = Level> + use<> {
        let levels = || self.answers.iter().filter_map(|(_, level)| *level);
        // Where somebody says that it does not apply, all up to the highest answer tell.
        let is_everywhere = self.answers.iter().all(|(_, level)| level.is_some());
        let low = levels().min().filter(|_| is_everywhere).unwrap_or(Level::NONE);
        levels().max().into_iter().flat_map(move |high| low.up_to(high))
    }
}

/// Answers of the quick pass about one practice, by part.
type ByPart<'a> = BTreeMap<Option<&'a PartId>, Vec<(Option<&'a PersonId>, QuickVerdict)>>;

/// Every difference in the round, in the model's order. Once statements settle a level, or somebody sets it with a reason, the quick
/// answers no longer matter.
#[must_use]
pub fn quick_differences(assessment: &Assessment<'_>) -> Vec<QuickDifference> {
    let mut said: BTreeMap<&PracticeId, ByPart<'_>> = BTreeMap::new();
    let here = assessment.round.into_iter().flat_map(|round| assessment.session.quick.in_round(round));
    for (place, fact) in here.filter(|(place, _)| assessment.is_here(place)) {
        // Who does not know does not differ from who does.
        if let Some(verdict) = fact.value().and_then(QuickVerdict::of).filter(|verdict| *verdict != QuickVerdict::Unknown) {
            said.entry(&place.on).or_default().entry(place.part.as_ref()).or_default().push((place.by.as_ref(), verdict));
        }
    }
    let differs = |answers: &[(Option<&PersonId>, QuickVerdict)]| {
        answers.first().is_some_and(|(_, first)| answers.iter().any(|(_, other)| other != first))
    };
    let mut found = Vec::new();
    for practice in assessment.asked.model().practices() {
        let Some(by_part) = said.get(&practice.id) else { continue };
        if !by_part.values().any(|answers| differs(answers)) {
            continue;
        }
        let hearing = assessment.hearing(practice);
        let counts: BTreeSet<Option<&PartId>> = subjects_that_count(&hearing).into_iter().collect();
        for (part, answers) in by_part.iter().filter(|(_, answers)| differs(answers)) {
            // What is said of the whole counts for the parts of which nobody says anything on its own.
            let is_heard_elsewhere = || part.is_none() && counts.iter().any(|subject| !by_part.contains_key(subject));
            if counts.contains(part) || is_heard_elsewhere() {
                let level = |verdict: &QuickVerdict| match verdict {
                    QuickVerdict::Level(level) => Some(*level),
                    QuickVerdict::NotApplicable | QuickVerdict::Unknown => None,
                };
                found.push(QuickDifference {
                    practice: practice.id.clone(),
                    part: part.cloned(),
                    answers: answers.iter().map(|(by, verdict)| (by.cloned(), level(verdict))).collect(),
                });
            }
        }
    }
    found
}

/// The parts, or the whole, of which the quick pass decides where they stand.
fn subjects_that_count<'s>(hearing: &crate::analysis::practice_answers::PracticeAnswers<'_, 's>) -> Vec<Option<&'s PartId>> {
    if hearing.set(None).is_some() {
        return Vec::new();
    }
    let subjects = of_subjects(hearing).into_iter();
    let by_quick = subjects.filter(|(_, standing)| match standing.current {
        Current::Known { basis, .. } => matches!(basis, Basis::Quick | Basis::Rating),
        Current::NotApplicable => standing.reading.is_silent(),
        Current::Unanswered => false,
    });
    by_quick.map(|(part, _)| part).collect()
}
