//! A fact of whichever list: what the rules that hold for all of them look at, whatever its types are.

use super::{FactValue, Facts, Key, List, PersonId, RoundId, Stamp, Timestamp};
use crate::model::{Level, PracticeId};

/// A fact of whichever list.
#[derive(Clone, Copy, Debug)]
pub struct AnyFact<'a> {
    /// Its list.
    pub list: List,
    /// The id of what it is about; of what is about several, the indicator or practice. Empty where that has no id.
    pub id: &'a str,
    /// The round it belongs to; `None` where it belongs to all.
    pub round: Option<&'a RoundId>,
    /// Whether it says something, and was not withdrawn.
    pub stands: bool,
    /// The level it speaks of, if it does.
    pub level: Option<Level>,
    /// The practice that it names beside what it is about, if it does.
    pub practice: Option<&'a PracticeId>,
    /// Whose statement it is, where everybody can say something else and they said who they are.
    pub by: Option<&'a PersonId>,
    /// When it was said, by that machine's clock.
    pub at: Timestamp,
    /// Where it stands in the history.
    pub stamp: &'a Stamp,
}

/// Goes through what somebody stated in a list.
pub(super) fn each<'a, K: Key, V: FactValue>(list: List, facts: &'a Facts<K, V>, tell: &mut dyn FnMut(AnyFact<'a>)) {
    for (key, fact) in facts.iter().filter(|(_, fact)| !fact.carried) {
        let value = fact.value.as_ref();
        tell(AnyFact {
            list,
            id: key.id(),
            round: key.round(),
            stands: value.is_some(),
            level: value.and_then(V::level),
            practice: value.and_then(V::practice),
            by: key.by(&None).as_ref(),
            at: fact.at,
            stamp: &fact.stamp,
        });
    }
}
