//! What a job in a pipeline can fail on.

use super::signatures::that_do_not_hold;
use crate::analysis::{Assessment, Due, Results, WhatIsDue, due, evidence_ends};
use crate::exchange::Checksum;
use crate::session::Date;
use crate::ui::text as t;

/// Something that must not be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// A duty that counts on the day is known to be missed.
    MissedDuty,
    /// A duty that counts on the day is not shown to be met.
    UnshownDuty,
    /// A practice lies below what it needs to be.
    BelowNeed,
    /// A practice is not answered to the end.
    OpenPractice,
    /// The next round should have been held before the day.
    OverdueRound,
    /// Something in the plan should have been done before the day.
    OverdueAction,
    /// Evidence shows nothing any more on the day.
    OldEvidence,
    /// A sign-off that nobody took back is not what stands.
    ChangedSignOff,
    /// The file was changed since it was written.
    ChangedFile,
    /// Two copies say something differently, and neither knew of the other.
    Conflict,
    /// A practice is lower than before.
    Fell,
}

impl Condition {
    /// All.
    pub const ALL: [Self; 11] = [
        Self::MissedDuty,
        Self::UnshownDuty,
        Self::BelowNeed,
        Self::OpenPractice,
        Self::OverdueRound,
        Self::OverdueAction,
        Self::OldEvidence,
        Self::ChangedSignOff,
        Self::ChangedFile,
        Self::Conflict,
        Self::Fell,
    ];

    /// Its name as an argument.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::MissedDuty => "missed-duty",
            Self::UnshownDuty => "unshown-duty",
            Self::BelowNeed => "below-need",
            Self::OpenPractice => "open-practice",
            Self::OverdueRound => "overdue-round",
            Self::OverdueAction => "overdue-action",
            Self::OldEvidence => "old-evidence",
            Self::ChangedSignOff => "changed-sign-off",
            Self::ChangedFile => "changed-file",
            Self::Conflict => "conflict",
            Self::Fell => "fell",
        }
    }

    /// The condition of that name.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|condition| condition.key() == key)
    }

    /// Whether it can be said of one assessment alone.
    pub(super) const fn is_of_one(self) -> bool {
        !matches!(self, Self::Conflict | Self::Fell)
    }

    /// Whether it depends on what profiles ask and demand: without them nobody can tell that all is fine.
    pub(super) const fn needs_profiles(self) -> bool {
        match self {
            Self::MissedDuty
            | Self::UnshownDuty
            | Self::BelowNeed
            | Self::OpenPractice
            | Self::OldEvidence
            | Self::ChangedSignOff
            | Self::Fell => true,
            Self::OverdueRound | Self::OverdueAction | Self::ChangedFile | Self::Conflict => false,
        }
    }
}

/// How often each condition of one assessment is not held on a day; all conditions that can be asked of one.
pub(super) fn found(assessment: &Assessment<'_>, results: &Results, checksum: Checksum, today: Date) -> Vec<(Condition, usize)> {
    let due = due(assessment, results, today, t::tag());
    let late = |is_meant: fn(&WhatIsDue) -> bool| due.iter().filter(|it: &&Due| it.is_late && is_meant(&it.what)).count();
    let old = evidence_ends(assessment.asked(), assessment.session()).into_iter().filter(|end| end.last < today).count();
    let count = |condition: Condition| match condition {
        Condition::MissedDuty => results.missed_duties(),
        Condition::UnshownDuty => results.unshown_duties(),
        Condition::BelowNeed => results.practices.iter().filter(|it| it.falls_short()).count(),
        Condition::OpenPractice => results.not_to_the_end(),
        Condition::OverdueRound => late(|what| matches!(what, WhatIsDue::RoundPlanned | WhatIsDue::RoundProposed)),
        Condition::OverdueAction => late(|what| matches!(what, WhatIsDue::Action { .. })),
        Condition::OldEvidence => old,
        Condition::ChangedSignOff => that_do_not_hold(assessment),
        Condition::ChangedFile => usize::from(checksum == Checksum::Differs),
        Condition::Conflict | Condition::Fell => 0,
    };
    Condition::ALL.into_iter().filter(|it| it.is_of_one()).map(|condition| (condition, count(condition))).collect()
}
