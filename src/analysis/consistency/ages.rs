//! What time has overtaken.

use super::checked::Checked;
use super::{Noticed, What};
use crate::analysis::{self, About};
use crate::session::{Fact, SystemField, day};

/// Evidence from before the system was as it is now. Nothing while nobody said since when that is, or said it in other words
/// than a date.
pub(super) fn older_than_system(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let Some(in_use_since) = day(checked.session.system(SystemField::InUseSince).trim()) else { return Vec::new() };
    let old = checked.session.evidence.iter().filter_map(|(id, fact)| {
        let dated = Fact::value(fact).filter(|it| it.says_something())?.dated.filter(|dated| *dated < in_use_since)?;
        Some(Noticed::new(About::Evidence(id.clone()), What::OlderThanSystem { dated, in_use_since }))
    });
    old.collect()
}

/// Answers that may no longer be true.
pub(super) fn stale(checked: &Checked<'_, '_>) -> Vec<Noticed> {
    let stale = analysis::stale(checked.assessment, checked.today).into_iter();
    let here = stale.filter(|stale| checked.is_here(stale.at.part.as_ref()));
    here.map(|stale| Noticed {
        about: About::Indicator(stale.practice, stale.at.on),
        part: stale.at.part,
        by: stale.at.by,
        what: What::Stale { since: stale.since, why: stale.why },
    })
    .collect()
}
