//! Who said it.

use super::checked::Checked;
use super::{Finding, What};
use crate::analysis::About;
use crate::session::PersonId;

/// Practices with answers, in either pass, that nobody put a name to. Nothing as long as nobody is named in the session.
pub(super) fn by_nobody(checked: &Checked<'_, '_>) -> Vec<Finding> {
    let names = checked.session.everybody().any(|(_, person)| !person.name.trim().is_empty());
    if !names {
        return Vec::new();
    }
    let find = |practice: &crate::model::Practice| {
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
        (nameless > 0).then(|| Finding::new(About::Practice(practice.id.clone()), What::ByNobody { nameless, answers }))
    };
    checked.practices().into_iter().filter_map(find).collect()
}
