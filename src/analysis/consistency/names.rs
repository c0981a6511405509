//! Who said it.

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::{About, decider};
use crate::model::{Practice, PracticeId};
use crate::session::PersonId;

/// Practices with answers, in either pass, that nobody put a name to. As long as nobody is named in the session that is said once, not
/// of each practice.
pub(super) fn by_nobody(checked: &Checked<'_, '_>) -> Vec<Noticed> {
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
    let counted = checked.practices().into_iter().map(|practice| (About::Practice(practice.id.clone()), count(practice)));
    if is_nobody_named(checked) {
        let answered: Vec<_> = counted.filter(|(_, (_, answers))| *answers > 0).collect();
        let answers = answered.iter().map(|(_, (_, answers))| answers).sum();
        return answered
            .into_iter()
            .next()
            .map(|(first, _)| Noticed::new(first, What::NobodyNamed { answers }))
            .into_iter()
            .collect();
    }
    let found = counted.filter(|(_, (nameless, _))| *nameless > 0);
    found.map(|(about, (nameless, answers))| Noticed::new(about, What::ByNobody { nameless, answers })).collect()
}

/// Decided targets of which neither who stated nor who decided them is said, once anybody is named.
pub(super) fn target_by_nobody(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    if is_nobody_named(checked) {
        return Vec::new();
    }
    let by_nobody = checked.practices().into_iter().filter(|practice| is_set_by_nobody(checked, &practice.id));
    by_nobody.map(|practice| Noticed::new(About::Practice(practice.id.clone()), What::TargetByNobody)).collect()
}

fn is_nobody_named(checked: &Checked<'_, '_>) -> bool {
    checked.session.named_people().next().is_none()
}

/// Whether a target is decided, and neither who stated it nor who decided it is said.
fn is_set_by_nobody(checked: &Checked<'_, '_>, practice: &PracticeId) -> bool {
    checked.assessment.target_fact(practice).is_some_and(|fact| {
        fact.value().is_some_and(|target| !target.origin.is_proposal() && decider(target, fact.by.as_ref()).is_none())
    })
}
