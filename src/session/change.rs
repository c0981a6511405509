//! How a change alters a session: the only way to do so.

use serde_json::Value;

use super::from_file::entries;
use super::members::choice;
use super::target_history::is_worth_keeping;
use super::undo::Told;
use super::{
    ActorId, Change, Expected, Fact, FactValue, Facts, Key, List, Misread, PersonId, Seen, Session, Stamp, Target, Timestamp,
};
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

/// How something comes to stand in a list.
pub(super) enum How<'a> {
    /// Somebody states it.
    Anew(&'a Authorship),
    /// It is given back as it stood before, where what stands there still is what is expected.
    Again {
        /// Who said it and when; `None` where nobody had said anything.
        told: Option<&'a Told>,
        /// The stamp of what has to stand there; `None` where nothing has to.
        expects: Option<&'a Stamp>,
        /// Who gives it back.
        authorship: &'a Authorship,
    },
}

/// What stood somewhere, and who said that and what stands there now.
pub(super) struct Put<V> {
    /// What stood there.
    pub before: V,
    /// Who had said it; `None` where nobody had said anything.
    pub was: Option<Told>,
    /// Who says what stands there now.
    pub is: Told,
}

/// States a value in a list, or withdraws what stands there; says nothing where that would alter nothing, or where what stands there
/// is not what is expected.
pub(super) fn state<K: Key, V: FactValue>(
    facts: &mut Facts<K, V>,
    seen: &mut Seen,
    list: List,
    on: &K,
    value: Option<&V>,
    how: &How<'_>,
) -> Option<Put<Option<V>>> {
    let before = facts.get(on);
    let (told, authorship) = match *how {
        How::Anew(_) if before.and_then(Fact::value) == value => return None,
        How::Anew(authorship) => (None, authorship),
        How::Again { expects, .. } if before.filter(|fact| !fact.carried).map(|fact| &fact.stamp) != expects => return None,
        How::Again { told, authorship, .. } => (told, authorship),
    };
    let by = told.map_or(&authorship.by, |told| &told.by);
    let stamp = if list.is_of_review() { seen.next(&authorship.actor.of_review()) } else { seen.next(&authorship.actor) };
    let mut fact = Fact::new(value.cloned(), on.by(by).clone(), told.map_or(authorship.at, |told| told.at), stamp);
    let unknown = told.map(|told| &told.unknown).or(before.map(|fact| &fact.unknown));
    fact.unknown = unknown.cloned().unwrap_or_default();
    let is = Told::of(&fact);
    let before = facts.insert(on.clone(), fact);
    let was = before.as_ref().map(Told::of);
    Some(Put { before: before.and_then(|fact| fact.value), was, is })
}

impl Session {
    /// Makes a change and gives back the one that undoes it.
    ///
    /// What would change nothing is not recorded, so that it does not look newer than it is.
    pub fn apply(&mut self, change: Change, authorship: &Authorship) -> Change {
        match change {
            Change::Together(changes) => {
                let mut back: Vec<Change> = changes.into_iter().map(|change| self.apply(change, authorship)).collect();
                back.reverse();
                Change::Together(back)
            }
            one => self.state_one(&one, authorship).map_or(one, |put| put.before),
        }
    }

    /// Makes a change that is not several; nothing where it would change nothing.
    pub(super) fn state_one(&mut self, change: &Change, authorship: &Authorship) -> Option<Put<Change>> {
        if let Change::Target(on, value) = change {
            self.keep_former_target(on, value.as_ref(), authorship);
        }
        self.put(change, &How::Anew(authorship))
    }

    /// Puts the present target of a practice among the former ones, where another takes its place and it is worth keeping; what a round was
    /// measured against always is.
    fn keep_former_target(&mut self, on: &PracticeId, value: Option<&Target>, authorship: &Authorship) {
        let is_kept =
            |former: &Fact<Target>| is_worth_keeping(former, value, authorship) || self.has_round_ended_since(&former.stamp);
        if let Some(former) = self.targets.get(on).filter(|former| former.value() != value && is_kept(former)) {
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

/// The name of several changes that belong together.
pub(super) const TOGETHER: &str = "together";

/// The name of a change that is remembered, and what is said in it.
pub(super) fn change_said(value: Value) -> Result<(String, Value), Misread> {
    let (name, said) = choice(value)?;
    said.map(|said| (name, said)).ok_or_else(|| Misread::not_a(Expected::Object))
}

/// What a change is about, and what it states.
pub(super) fn pair(said: Value) -> Result<(Value, Value), Misread> {
    let two = <[Value; 2]>::try_from(entries(said)?);
    two.map(|[on, value]| (on, value)).map_err(|_| Misread::not_a(Expected::List))
}
