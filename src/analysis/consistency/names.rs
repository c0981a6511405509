//! Who said it.

use super::checked::Checked;
use super::{Finding, What};
use crate::analysis::About;
use crate::model::{Practice, PracticeId};
use crate::session::PersonId;

/// Practices with answers, in either pass, or with a decided target that nobody put a name to. As long as nobody is named in the
/// session that is said once, not of each practice.
pub(super) fn by_nobody(checked: &Checked<'_, '_>) -> Vec<Finding> {
    let count = |practice: &Practice| {
        let (mut nameless, mut answers) = (0, 0);
        let mut count = |by: Option<&PersonId>| {
            answers += 1;
            nameless += usize::from(by.is_none());
        };
        for statement in checked.placed_indicators_of(&practice.id) {
            checked.answers(statement.id).for_each(|(place, _)| count(place.by.as_ref()));
        }
        let quick = checked.assessment.said_here(&checked.session.quick, &practice.id);
        quick.filter(|(_, fact)| fact.value().is_some()).for_each(|(place, _)| count(place.by.as_ref()));
        (nameless, answers)
    };
    let counted =
        checked.practices().into_iter().map(|practice| (About::Practice(practice.id.clone()), practice, count(practice)));
    if !checked.session.everybody().any(|(_, person)| !person.name.trim().is_empty()) {
        let answered: Vec<_> = counted.filter(|(.., (_, answers))| *answers > 0).collect();
        let answers = answered.iter().map(|(.., (_, answers))| answers).sum();
        return answered
            .into_iter()
            .next()
            .map(|(first, ..)| Finding::new(first, What::NobodyNamed { answers }))
            .into_iter()
            .collect();
    }
    let found = counted.flat_map(|(about, practice, (nameless, answers))| {
        let of_answers = (nameless > 0).then(|| Finding::new(about.clone(), What::ByNobody { nameless, answers }));
        of_answers.into_iter().chain(is_set_by_nobody(checked, &practice.id).then(|| Finding::new(about, What::TargetByNobody)))
    });
    found.collect()
}

/// Whether a target is decided, and neither who stated it nor who decided it is said.
fn is_set_by_nobody(checked: &Checked<'_, '_>, practice: &PracticeId) -> bool {
    checked.assessment.target_fact(practice).is_some_and(|fact| {
        fact.by.is_none() && fact.value().is_some_and(|target| !target.origin.is_proposal() && target.decided_by.is_none())
    })
}
