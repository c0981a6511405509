//! How a change alters a session: the only way to do so.

use super::target_history::is_worth_keeping;
use super::{ActorId, Fact, FactValue, Facts, Key, List, PersonId, Seen, Session, Target, Timestamp};
use crate::model::PracticeId;

/// Who makes a change, when, and which actor counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorship {
    /// The person, if they said who they are. For answers the person of the place counts.
    pub by: Option<PersonId>,
    /// The time.
    pub at: Timestamp,
    /// The actor.
    pub actor: ActorId,
}

/// States a value in a list, or withdraws what stands there, and gives back what stood there before.
pub(super) fn state<K: Key, V: FactValue>(
    facts: &mut Facts<K, V>,
    seen: &mut Seen,
    on: K,
    value: Option<V>,
    authorship: &Authorship,
) -> Option<V> {
    let before = facts.get(&on);
    if before.and_then(Fact::value) == value.as_ref() {
        return value;
    }
    let mut fact = Fact::new(value, on.by(&authorship.by).clone(), authorship.at, seen.next(&authorship.actor));
    fact.unknown = before.map(|fact| fact.unknown.clone()).unwrap_or_default();
    facts.insert(on, fact).and_then(|fact| fact.value)
}

impl Session {
    /// Puts the present target of a practice among the former ones, where another takes its place and it is worth keeping.
    pub(super) fn keep_former_target(&mut self, on: &PracticeId, value: Option<&Target>, authorship: &Authorship) {
        let former = self.targets.get(on).filter(|former| is_worth_keeping(former, value, authorship));
        if let Some(former) = former.filter(|former| former.value() != value) {
            self.past_targets.insert((on.clone(), former.stamp.clone()), former.clone());
        }
    }
}

impl List {
    /// The name in files of the change that states something in it, as `practice_note`; `None` where nobody does that directly.
    #[must_use]
    pub fn change_name(self) -> Option<String> {
        let change = self.change()?;
        let mut name = String::new();
        for letter in change.chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() {
                name.push('_');
            }
            name.push(letter.to_ascii_lowercase());
        }
        Some(name)
    }
}
