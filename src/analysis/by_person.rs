//! What each person alone said about a practice.
//!
//! Gathered practice by practice from what was said about it: who said nothing costs nothing, and no more than one practice is held
//! at a time, however many people there are.

use std::collections::{BTreeMap, HashMap};

use super::Assessment;
use super::by_item::OfItem;
use super::consolidated::{Consolidated, QuickVerdict};
use super::current::{Current, standing_of};
use super::practice_answers::{PracticeAnswers, asked_levels};
use super::verdict::Verdict;
use crate::model::Practice;
use crate::session::{PartId, PersonId};

/// Whose answers are looked at, each with their place; `None` is what nobody put a name to.
pub(super) type People<'a> = HashMap<Option<&'a PersonId>, usize>;

/// What one person said about a practice.
#[derive(Default)]
struct OfPerson {
    /// By the place of the indicator among those of the practice, in their order.
    answers: Vec<(usize, OfItem<Consolidated>)>,
    quick: OfItem<QuickVerdict>,
}

impl OfPerson {
    /// Adds an answer to the indicator at a place, that of the last one or a later one.
    fn answer(&mut self, place: usize, part: Option<&PartId>, verdict: Verdict) {
        if self.answers.last().is_none_or(|(last, _)| *last != place) {
            self.answers.push((place, OfItem::default()));
        }
        if let Some((_, said)) = self.answers.last_mut() {
            said.add(part, Consolidated::of(verdict), Consolidated::and);
        }
    }
}

/// Where a practice stands by each person's own answers, by their place.
pub(super) fn currents<'a>(assessment: &Assessment<'a>, practice: &'a Practice, people: &People<'_>) -> Vec<Current> {
    let (session, levels) = (assessment.session, asked_levels(assessment.asked, practice));
    let mut said: BTreeMap<usize, OfPerson> = BTreeMap::new();
    // Who does not know said something; it says nothing about a level.
    for (place, it) in levels.iter().flat_map(|(_, all)| all).enumerate() {
        for (at, fact) in assessment.answers_to(&it.indicator.id) {
            let verdict = fact.value().map_or(Verdict::Unanswered, |answer| Verdict::of(answer, assessment.scale()));
            let person = people.get(&at.by.as_ref()).filter(|_| verdict != Verdict::Unanswered);
            if let Some(person) = person {
                said.entry(*person).or_default().answer(place, at.part.as_ref(), verdict);
            }
        }
    }
    for (at, fact) in assessment.said_here(&session.quick, &practice.id) {
        let verdict = fact.value().and_then(QuickVerdict::of);
        if let Some((person, verdict)) = people.get(&at.by.as_ref()).zip(verdict) {
            said.entry(*person).or_default().quick.add(at.part.as_ref(), verdict, Ord::min);
        }
    }
    let rule = (&assessment.asked.model().scoring, assessment.asked.model().is_rated(practice));
    let mut currents = vec![Current::Unanswered; people.len()];
    for (person, of_person) in said {
        let mut answers = of_person.answers.iter().peekable();
        let mut place = 0;
        let heard = |_: &_| {
            let here = answers.next_if(|(at, _)| *at == place).map(|(_, said)| said);
            place += 1;
            here
        };
        let hearing = PracticeAnswers::heard(&levels, heard, Some(&of_person.quick), rule, &assessment.said);
        if let Some(current) = currents.get_mut(person) {
            *current = standing_of(&hearing).current;
        }
    }
    currents
}
