//! A fact: one statement of one person at one time, stamped so that copies can be told apart and merged.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::members::Members;
use super::{Fault, FromFile, Misread};
use crate::model::new_id;

new_id!(
    /// A session, the same in all its copies.
    SessionId
);
new_id!(
    /// A person who takes part.
    PersonId
);
new_id!(
    /// A named part of the system.
    PartId
);
new_id!(
    /// A piece of evidence.
    EvidenceId
);
new_id!(
    /// An assessment round. Ids of rounds are made so that they sort in the order in which rounds are opened.
    RoundId
);
new_id!(
    /// Whoever makes changes one after the other: one opened tab of one browser.
    ActorId
);

/// What the id of an actor ends with who counts changes of the review layer.
const OF_REVIEW: &str = ".review";

impl ActorId {
    /// Who counts this actor's changes of the review layer. An id that has no room for that is cut.
    #[must_use]
    pub fn of_review(&self) -> Self {
        let room = crate::model::BadId::LONGEST - OF_REVIEW.len();
        let own: String = self.as_str().chars().take(room).collect();
        Self(own + OF_REVIEW)
    }

    /// All who count what is changed in this tab: this actor, and who counts its changes of the review layer.
    #[must_use]
    pub fn counters(&self) -> [Self; 2] {
        [self.clone(), self.of_review()]
    }

    /// Whether it counts changes of the review layer.
    #[must_use]
    pub fn is_of_review(&self) -> bool {
        self.as_str().ends_with(OF_REVIEW)
    }
}

impl EvidenceId {
    /// What sorts before every id and is none: where the evidence given for something begins.
    pub(super) const fn before_all() -> Self {
        Self(String::new())
    }
}

impl PersonId {
    /// What sorts before every id and is none: where the people assigned to something begin.
    pub(super) const fn before_all() -> Self {
        Self(String::new())
    }
}

/// Where a change stands in the history: a Lamport stamp. Clocks of machines are not trusted, so order comes from this: a change has a greater
/// stamp than every change that whoever made it had seen. Of two changes that knew nothing of each other either may be greater, but
/// everywhere the same one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// A count, from 1 up: beyond all that the actor had seen.
    pub counter: u64,
    /// Who made the change.
    pub actor: ActorId,
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.actor, self.counter)
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl TryFrom<String> for Stamp {
    type Error = Fault;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (actor, counter) = text.rsplit_once(':').ok_or(Fault::BadStamp)?;
        let counter = counter.parse().ok().filter(|counter| *counter > 0).ok_or(Fault::BadStamp)?;
        Ok(Self { counter, actor: ActorId::try_from(actor).map_err(|_| Fault::BadStamp)? })
    }
}

/// Per actor, up to which of their changes a copy has seen: a version vector.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(into = "BTreeMap<ActorId, u64>")]
pub struct Seen {
    counts: BTreeMap<ActorId, u64>,
    /// The highest of the counts that are counted on from; it follows from them.
    highest: u64,
}

impl From<BTreeMap<ActorId, u64>> for Seen {
    fn from(counts: BTreeMap<ActorId, u64>) -> Self {
        let highest = counts.values().copied().filter(|counter| *counter <= Self::HIGHEST).max().unwrap_or_default();
        Self { counts, highest }
    }
}

impl From<Seen> for BTreeMap<ActorId, u64> {
    fn from(seen: Seen) -> Self {
        seen.counts
    }
}

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        self.counts == other.counts
    }
}

impl Eq for Seen {}

impl FromFile for Seen {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let mut counts: BTreeMap<ActorId, u64> = BTreeMap::from_file(value)?;
        // Whoever is said to have counted so far could not count on: the next change would have the stamp of the one before.
        counts.retain(|_, counter| *counter <= Self::COUNTED_ON);
        Ok(counts.into())
    }
}

impl Seen {
    /// The highest count of others that is counted on from. Nobody gets there by working; a file that says otherwise must not use up
    /// the counts that are left.
    const HIGHEST: u64 = 1 << 52;

    /// The highest count that can stand in a file from elsewhere: some more than where counting on may have begun. What counts beyond
    /// would stand above every decision that is ever taken after it.
    pub(super) const BEYOND_REASON: u64 = Self::HIGHEST + (1 << 32);

    /// The highest count that a file may claim for somebody who is to count on from there, with room for as many changes.
    const COUNTED_ON: u64 = Self::HIGHEST + (1 << 31);

    /// Counts the actor's next change: beyond everything that has been seen.
    pub(crate) fn next(&mut self, actor: &ActorId) -> Stamp {
        let counter = self.highest.max(self.count(actor)).saturating_add(1);
        self.raise(actor, counter);
        Stamp { counter, actor: actor.clone() }
    }

    /// Up to which of an actor's changes have been seen; 0 where none has.
    #[must_use]
    pub fn count(&self, actor: &ActorId) -> u64 {
        self.counts.get(actor).copied().unwrap_or_default()
    }

    /// The same of the review layer alone.
    #[must_use]
    pub fn of_review(&self) -> Self {
        let of_review = self.counts.iter().filter(|(actor, _)| actor.is_of_review());
        of_review.map(|(actor, counter)| (actor.clone(), *counter)).collect::<BTreeMap<_, _>>().into()
    }

    /// Takes in everything that another copy has seen.
    pub fn include_all(&mut self, other: &Self) {
        for (actor, counter) in &other.counts {
            self.raise(actor, *counter);
        }
    }

    /// Whether a change has been seen.
    #[must_use]
    pub fn covers(&self, stamp: &Stamp) -> bool {
        self.counts.get(&stamp.actor).is_some_and(|counter| *counter >= stamp.counter)
    }

    /// Whether every change that another copy has seen has been seen.
    #[must_use]
    pub fn covers_all(&self, other: &Self) -> bool {
        other.counts.iter().all(|(actor, counter)| self.count(actor) >= *counter)
    }

    /// Takes in that a change has been seen, and with it all earlier ones of the same actor.
    pub fn include(&mut self, stamp: &Stamp) {
        self.raise(&stamp.actor, stamp.counter);
    }

    /// Takes in that so many of an actor's changes have been seen. The id of an actor who is known already is not copied: that would
    /// be done for every fact of a file.
    fn raise(&mut self, actor: &ActorId, counter: u64) {
        match self.counts.get_mut(actor) {
            Some(mine) => *mine = counter.max(*mine),
            None => {
                self.counts.insert(actor.clone(), counter);
            }
        }
        if counter <= Self::HIGHEST {
            self.highest = counter.max(self.highest);
        }
    }
}

/// One statement: a value, or that an earlier one was withdrawn, with who, when and where in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<T> {
    /// The value; `None` when it was withdrawn.
    pub(super) value: Option<T>,
    /// Who said it, if they said who they are.
    pub by: Option<PersonId>,
    /// When it was said, by that machine's clock.
    pub at: Timestamp,
    /// Where it stands in the history.
    pub stamp: Stamp,
    /// Members that this version does not know, kept as they came.
    pub unknown: Map<String, Value>,
    /// Whether it only follows from what was said about a question of an older edition. Such a fact is never written.
    pub(super) carried: bool,
}

impl<T> Fact<T> {
    /// A fact as it came from a file or was just stated.
    #[must_use]
    pub fn new(value: Option<T>, by: Option<PersonId>, at: Timestamp, stamp: Stamp) -> Self {
        Self { value, by, at, stamp, unknown: Map::new(), carried: false }
    }

    /// The value, unless it was withdrawn.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Whether it was said by somebody: by this person or, where neither says who they are, in the tab of this actor.
    #[must_use]
    pub fn has_author(&self, who: Option<&PersonId>, actor: &ActorId) -> bool {
        match (&self.by, who) {
            (Some(author), Some(who)) => author == who,
            (None, None) => self.stamp.actor == *actor,
            _ => false,
        }
    }

    /// Whether it follows from what was said about a question of an older edition ([`super::Session::carry_over`]).
    #[must_use]
    pub const fn is_carried(&self) -> bool {
        self.carried
    }
}

/// What an answer is about: an item of the model, for the whole system or a part of it, in one round, by one person.
///
/// Two people may answer the same item: both answers stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place<Id> {
    /// The practice or indicator.
    pub on: Id,
    /// The round.
    pub round: RoundId,
    /// The part of the system; `None` for the whole.
    pub part: Option<PartId>,
    /// Who answers; `None` when nobody was named.
    pub by: Option<PersonId>,
}

impl<Id: FromFile> FromFile for Place<Id> {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let mut members = Members::of(value)?;
        Ok(Self { on: members.take("on")?, round: members.take("round")?, part: members.take("part")?, by: members.take("by")? })
    }
}

impl<Id> Place<Id> {
    /// What the place is about, whoever answers.
    #[must_use]
    pub fn subject(self) -> Subject<Id> {
        Subject { on: self.on, round: self.round, part: self.part }
    }
}

/// What can be said only once, by whomever: about an item of the model, for the whole system or a part of it, in one round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject<Id> {
    /// The practice or indicator.
    pub on: Id,
    /// The round.
    pub round: RoundId,
    /// The part of the system; `None` for the whole.
    pub part: Option<PartId>,
}

impl<Id: FromFile> FromFile for Subject<Id> {
    fn from_file(value: Value) -> Result<Self, Misread> {
        let mut members = Members::of(value)?;
        Ok(Self { on: members.take("on")?, round: members.take("round")?, part: members.take("part")? })
    }
}
