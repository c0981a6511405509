//! What tells the facts of a list apart, and how that stands in the list's records.

use serde::Serialize;

use super::{
    ActionId, ActionNeed, ActionStatement, Assignment, ConflictId, DiscussionId, EventOfRound, EvidenceId, EvidenceUse,
    FindingId, FromFile, OfCharacteristic, Ordered, PartId, PersonId, Place, ProfileDuty, ReplyToFinding, ReportCode, RoundId,
    SignOffOf, Stamp, Subject, SystemField, Way,
};
use crate::model::{DependencyId, IndicatorId, ItemId, PracticeId, ProfileId, QuestionId, RegionId, SystemRole};

/// What kind of records a list has: what tells two of them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// What it is about.
    Plain,
    /// What it is about, the round, the part, and who says it: everybody can say something else.
    Placed,
    /// What it is about, the round and the part: it can be said only once, by whomever.
    Subject,
    /// What it is about and the stamp: what was said before is kept.
    Past,
}

/// Where a record stands beside what it is about.
pub struct RecordPlace<'a> {
    /// The round it names.
    pub round: Option<RoundId>,
    /// The part it names.
    pub part: Option<PartId>,
    /// Who said it.
    pub by: &'a Option<PersonId>,
    /// Where it stands in the history.
    pub stamp: &'a Stamp,
}

/// What tells the facts of a list apart.
pub trait Key: Ord + Clone {
    /// What stands as `on` in a record.
    type On: Serialize + FromFile;
    /// What kind of records they are.
    const RECORD: RecordKind;

    /// What the fact is about, without round, part and person.
    fn on(&self) -> &Self::On;
    /// The round it belongs to; `None` where it belongs to all.
    fn round(&self) -> Option<&RoundId>;
    /// The part it is about; `None` for the whole system.
    fn part(&self) -> Option<&PartId>;
    /// Who says it, where `speaker` does the typing: what everybody says for themselves has its person already.
    fn by<'a>(&'a self, speaker: &'a Option<PersonId>) -> &'a Option<PersonId>;
    /// The key of a record. What it is about is given back where a record of this kind can't stand there.
    ///
    /// # Errors
    /// What the record is about.
    fn read(on: Self::On, place: RecordPlace<'_>) -> Result<Self, Self::On>;
    /// The id it is about; of what is about several, the indicator or practice. Empty where that has no id.
    fn id(&self) -> &str;
    /// The same about another id; `None` where it can't be about that.
    fn moved(&self, to: &ItemId) -> Option<Self>;
}

/// Keys that are nothing but what they are about: each with how to see its id, and how to put another one there.
macro_rules! plain {
    ($($key:ty, $id:expr, $moved:expr;)+) => {$(
        impl Key for $key {
            type On = Self;
            const RECORD: RecordKind = RecordKind::Plain;
            fn on(&self) -> &Self {
                self
            }
            fn round(&self) -> Option<&RoundId> {
                None
            }
            fn part(&self) -> Option<&PartId> {
                None
            }
            fn by<'a>(&'a self, speaker: &'a Option<PersonId>) -> &'a Option<PersonId> {
                speaker
            }
            fn read(on: Self, place: RecordPlace<'_>) -> Result<Self, Self> {
                if place.round.is_none() && place.part.is_none() { Ok(on) } else { Err(on) }
            }
            fn id(&self) -> &str {
                let id: fn(&Self) -> &str = $id;
                id(self)
            }
            fn moved(&self, to: &ItemId) -> Option<Self> {
                let moved: fn(&Self, &str) -> Option<Self> = $moved;
                moved(self, to.as_str())
            }
        }
    )+};
}

/// Keys that are an id.
macro_rules! ids {
    ($($key:ty),+ $(,)?) => {
        plain! { $($key, Self::as_str, |_, to| Self::try_from(to).ok();)+ }
    };
}

ids!(
    PersonId,
    PartId,
    ProfileId,
    PracticeId,
    QuestionId,
    DependencyId,
    IndicatorId,
    RoundId,
    EvidenceId,
    ReportCode,
    DiscussionId,
    RegionId,
    ActionId,
    FindingId,
    ConflictId,
);

plain! {
    SystemField, |_| "", |_, _| None;
    SystemRole, |_| "", |_, _| None;
    Way, |_| "", |_, _| None;
    EventOfRound, |it| it.round.as_str(), |_, _| None;
    ProfileDuty, |it| it.duty.as_str(), |_, _| None;
    EvidenceUse, |it| it.indicator.as_str(), |it, to| Some(Self { indicator: to.try_into().ok()?, ..it.clone() });
    ActionStatement, |it| it.indicator.as_str(), |it, to| Some(Self { indicator: to.try_into().ok()?, ..it.clone() });
    ActionNeed, |it| it.action.as_str(), |_, _| None;
    SignOffOf, |it| it.round.as_str(), |_, _| None;
    ReplyToFinding, |it| it.finding.as_str(), |_, _| None;
    Ordered, |_| "", |_, _| None;
    OfCharacteristic, |it| it.practice.as_str(), |it, to| Some(Self { practice: to.try_into().ok()?, ..it.clone() });
    Assignment, |it| it.practice.as_str(), |it, to| Some(Self { practice: to.try_into().ok()?, ..it.clone() });
}

impl<Id: Key<On = Id> + Serialize + FromFile> Key for Place<Id> {
    type On = Id;
    const RECORD: RecordKind = RecordKind::Placed;
    fn on(&self) -> &Id {
        &self.on
    }
    fn round(&self) -> Option<&RoundId> {
        Some(&self.round)
    }
    fn part(&self) -> Option<&PartId> {
        self.part.as_ref()
    }
    fn by<'a>(&'a self, _: &'a Option<PersonId>) -> &'a Option<PersonId> {
        &self.by
    }
    fn read(on: Id, place: RecordPlace<'_>) -> Result<Self, Id> {
        let RecordPlace { round: Some(round), part, by, .. } = place else { return Err(on) };
        Ok(Self { on, round, part, by: by.clone() })
    }
    fn id(&self) -> &str {
        self.on.id()
    }
    fn moved(&self, to: &ItemId) -> Option<Self> {
        Some(Self { on: self.on.moved(to)?, ..self.clone() })
    }
}

impl<Id: Key<On = Id> + Serialize + FromFile> Key for Subject<Id> {
    type On = Id;
    const RECORD: RecordKind = RecordKind::Subject;
    fn on(&self) -> &Id {
        &self.on
    }
    fn round(&self) -> Option<&RoundId> {
        Some(&self.round)
    }
    fn part(&self) -> Option<&PartId> {
        self.part.as_ref()
    }
    fn by<'a>(&'a self, speaker: &'a Option<PersonId>) -> &'a Option<PersonId> {
        speaker
    }
    fn read(on: Id, place: RecordPlace<'_>) -> Result<Self, Id> {
        let RecordPlace { round: Some(round), part, .. } = place else { return Err(on) };
        Ok(Self { on, round, part })
    }
    fn id(&self) -> &str {
        self.on.id()
    }
    fn moved(&self, to: &ItemId) -> Option<Self> {
        Some(Self { on: self.on.moved(to)?, ..self.clone() })
    }
}

impl<Id: Key<On = Id> + Serialize + FromFile> Key for (Id, Stamp) {
    type On = Id;
    const RECORD: RecordKind = RecordKind::Past;
    fn on(&self) -> &Id {
        &self.0
    }
    fn round(&self) -> Option<&RoundId> {
        None
    }
    fn part(&self) -> Option<&PartId> {
        None
    }
    fn by<'a>(&'a self, speaker: &'a Option<PersonId>) -> &'a Option<PersonId> {
        speaker
    }
    fn read(on: Id, place: RecordPlace<'_>) -> Result<Self, Id> {
        Ok((on, place.stamp.clone()))
    }
    fn id(&self) -> &str {
        self.0.id()
    }
    fn moved(&self, to: &ItemId) -> Option<Self> {
        Some((self.0.moved(to)?, self.1.clone()))
    }
}
