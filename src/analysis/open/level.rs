//! Why it is not known where a practice stands.

use crate::analysis::current::of_subjects;
use crate::analysis::practice_answers::PracticeAnswers;
use crate::analysis::{Basis, Current, Standing};
use crate::session::PartId;

/// Why it is not known where a practice stands, or a part of it, the least known first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenLevel {
    /// Nobody answered.
    Unanswered,
    /// Those who were asked did not know.
    NotKnown,
    /// Statements are answered, but not to the end.
    Unfinished,
    /// Only the quick pass speaks of it.
    QuickAlone,
}

impl OpenLevel {
    fn of(standing: &Standing) -> Option<Self> {
        match standing.current {
            Current::Unanswered => Some(Self::Unanswered),
            Current::NotApplicable => None,
            Current::Known { basis: Basis::Override, .. } => None,
            Current::Known { .. } if standing.is_not_known() => Some(Self::NotKnown),
            current if current.is_range() => Some(Self::Unfinished),
            Current::Known { basis: Basis::Quick, .. } if standing.reading.is_silent() => Some(Self::QuickAlone),
            Current::Known { basis: Basis::Quick, .. } => Some(Self::Unfinished),
            Current::Known { .. } => None,
        }
    }
}

/// Why it is not known where a practice stands, with the parts because of which it is not. `standing` is that of the whole practice;
/// a level that somebody set for all of it, with a reason, is known.
///
/// A practice of which one part is known and another unanswered is not finished: something is known of it.
pub(in crate::analysis) fn open_level(
    hearing: &PracticeAnswers<'_, '_>,
    standing: &Standing,
) -> (Option<OpenLevel>, Vec<(PartId, OpenLevel)>) {
    if matches!(standing.current, Current::Known { basis: Basis::Override, .. }) && hearing.set(None).is_some() {
        return (None, Vec::new());
    }
    // Where parts are not told apart, there is nothing to look at but the whole.
    if standing.parts.is_empty() {
        return (OpenLevel::of(standing), Vec::new());
    }
    let subjects: Vec<_> = of_subjects(hearing).into_iter().map(|(part, standing)| (part, OpenLevel::of(&standing))).collect();
    let parts = subjects.iter().filter_map(|(part, open)| Some(((*part)?.clone(), (*open)?))).collect();
    let weakest = subjects.iter().filter_map(|(_, open)| *open).min();
    let level = match (standing.current, weakest) {
        (Current::Unanswered, _) => Some(OpenLevel::Unanswered),
        _ if standing.is_not_known() => Some(OpenLevel::NotKnown),
        (_, Some(OpenLevel::Unanswered | OpenLevel::NotKnown)) => Some(OpenLevel::Unfinished),
        (_, weakest) => weakest,
    };
    (level, parts)
}
