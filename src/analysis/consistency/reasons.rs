//! What does not count because its reason is missing.

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::About;
use crate::session::{Answer, Fact, QuickAnswer};

/// *Not applicable* without a reason, in either pass.
pub(super) fn not_applicable(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let quick = checked.here(&checked.session.quick).filter(|(place, answer, _)| {
        checked.is_asked(&place.on) && matches!(answer, QuickAnswer::NotApplicable(why) if !why.has_reason())
    });
    let quick = quick.map(|(place, ..)| Noticed {
        about: About::Practice(place.on.clone()),
        part: place.part.clone(),
        by: place.by.clone(),
        what: What::NotApplicable,
    });
    let is_bare = |answer: &Answer| matches!(answer, Answer::NotApplicable(why) if !why.has_reason());
    quick.chain(answers(checked, is_bare, &What::NotApplicable)).collect()
}

/// *Compensated* without a reason.
pub(super) fn compensated(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let is_bare = |answer: &Answer| matches!(answer, Answer::Compensated(why) if !why.has_reason());
    answers(checked, is_bare, &What::Compensated)
}

fn answers(checked: &Checked<'_, '_>, is_bare: impl Fn(&Answer) -> bool, what: &What) -> Vec<Noticed> {
    let mut found = Vec::new();
    for statement in checked.placed_indicators() {
        let bare = checked.answers(statement.id).filter(|(_, answer)| is_bare(answer));
        found.extend(bare.map(|(place, _)| Noticed {
            about: statement.about(),
            part: place.part.clone(),
            by: place.by.clone(),
            what: what.clone(),
        }));
    }
    found
}

/// Levels set against the rule without a reason.
pub(super) fn overrides(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let open = checked.session.overrides.iter().filter(|(at, _)| checked.assessment.is_of_round(&at.round));
    let here = open.filter(|(at, _)| checked.is_asked(&at.on) && checked.is_here(at.part.as_ref()));
    let bare = here.filter_map(|(at, fact)| {
        let set = Fact::value(fact).filter(|set| !set.has_reason())?;
        Some(Noticed {
            about: About::Practice(at.on.clone()),
            part: at.part.clone(),
            by: fact.by.clone(),
            what: What::Override(set.level),
        })
    });
    bare.collect()
}
