//! What can be found, and where.

use crate::analysis::{About, Aged};
use crate::model::Level;
use crate::session::{Answer, Date, PartId, PersonId};

/// Something that stands out, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Noticed {
    /// Where it is.
    pub about: About,
    /// The part of the system that it is about; `None` for the whole system.
    pub part: Option<PartId>,
    /// Whose statement it is, where it is one person's.
    pub by: Option<PersonId>,
    /// What stands out.
    pub what: What,
}

/// What stands out, with the numbers and words that say so.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// *Not applicable* without a reason, which counts as unanswered.
    NotApplicable,
    /// *Compensated* without a reason, which counts as unanswered.
    Compensated,
    /// A level set against the rule without a reason, which does not count.
    Override(Level),
    /// A target below what something outside demands.
    BelowMinimum {
        /// The target.
        target: Level,
        /// What is demanded.
        minimum: Level,
    },
    /// People answered differently and nobody settled it: who answered what.
    Disputed(Vec<(Option<PersonId>, Answer)>),
    /// People answered differently in the quick pass: who answered which level, `None` for *not applicable*.
    QuickDiffers(Vec<(Option<PersonId>, Option<Level>)>),
    /// The whole system is said to meet an indicator and these parts not to; or the reverse, with every part.
    Parts {
        /// What is said about the whole system: whether it is met.
        whole_is_met: bool,
        /// The parts about which the contrary is said.
        parts: Vec<PartId>,
    },
    /// The quick pass and the indicators lie more than one level apart.
    QuickApart {
        /// The level of the quick pass.
        quick: Level,
        /// What the indicators say at least.
        low: Level,
        /// What they say at most.
        high: Level,
    },
    /// A level is reached by statements that nothing shows.
    Unshown {
        /// The level.
        level: Level,
        /// How many of the indicators that are met nothing shows; at least one.
        without: usize,
        /// How many are met up to that level.
        met: usize,
    },
    /// Met, though what is given as evidence is said not to show it.
    NotShown,
    /// Evidence from before the system was as it is now.
    OlderThanSystem {
        /// From when the evidence is.
        dated: Date,
        /// Since when the system is as it is.
        in_use_since: Date,
    },
    /// An answer that may no longer be true.
    Stale {
        /// The first day on which it was stale.
        since: Date,
        /// Why.
        why: Aged,
    },
    /// Evidence that is given for nothing.
    ForNothing,
    /// The same note in several places.
    Pasted {
        /// The note.
        text: String,
        /// The other places, in the model's order; at least two.
        also: Vec<About>,
    },
    /// Answers that nobody put a name to, although people are named.
    ByNobody {
        /// How many; at least one.
        nameless: usize,
        /// How many answers there are about this practice.
        answers: usize,
    },
    /// Answers of which none has a name, since nobody is named. The place is the first of them.
    NobodyNamed {
        /// How many there are.
        answers: usize,
    },
    /// A target that somebody set or confirmed, and nobody put a name to, although people are named.
    TargetByNobody,
    /// Answers given faster than one can read. The place is the first of them.
    Fast {
        /// How many, each about another indicator or, in the quick pass, another practice.
        answers: usize,
        /// In how many seconds, rounded down.
        seconds: i64,
    },
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// *Not applicable* without a reason.
    NotApplicable,
    /// *Compensated* without a reason.
    Compensated,
    /// A level set against the rule without a reason.
    Override,
    /// A target below what something outside demands.
    BelowMinimum,
    /// Differing answers that nobody settled.
    Disputed,
    /// Differing answers in the quick pass.
    QuickDiffers,
    /// The whole system and its parts contradict each other.
    Parts,
    /// The quick pass and the indicators lie far apart.
    QuickApart,
    /// A level that nothing shows.
    Unshown,
    /// Met, though the evidence does not show it.
    NotShown,
    /// Evidence older than the system.
    OlderThanSystem,
    /// Answers that may no longer be true.
    Stale,
    /// Evidence that is given for nothing.
    ForNothing,
    /// The same note in several places.
    Pasted,
    /// Answers that nobody put a name to.
    ByNobody,
    /// Decided targets that nobody put a name to.
    TargetByNobody,
    /// Answers given faster than one can read.
    Fast,
}

impl Rule {
    /// All rules: first what keeps something from counting, last what only makes one wonder.
    pub const ALL: [Self; 17] = [
        Self::NotApplicable,
        Self::Compensated,
        Self::Override,
        Self::BelowMinimum,
        Self::Disputed,
        Self::QuickDiffers,
        Self::Parts,
        Self::QuickApart,
        Self::Unshown,
        Self::NotShown,
        Self::OlderThanSystem,
        Self::Stale,
        Self::ForNothing,
        Self::Pasted,
        Self::ByNobody,
        Self::TargetByNobody,
        Self::Fast,
    ];
}

impl Rule {
    /// Whether what it finds is [open](crate::analysis::OpenPoints), and told there on its own.
    #[must_use]
    pub const fn is_open_point(self) -> bool {
        matches!(self, Self::Disputed | Self::QuickDiffers | Self::Stale | Self::NotShown | Self::Parts)
    }
}

impl Noticed {
    /// Something about the whole system and nobody in particular.
    pub(super) fn new(about: About, what: What) -> Self {
        Self { about, part: None, by: None, what }
    }

    /// How many answers or other things it speaks of.
    #[must_use]
    pub const fn count(&self) -> usize {
        match self.what {
            What::ByNobody { nameless, .. } => nameless,
            What::NobodyNamed { answers } => answers,
            _ => 1,
        }
    }

    /// The rule by which it was found.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        match self.what {
            What::NotApplicable => Rule::NotApplicable,
            What::Compensated => Rule::Compensated,
            What::Override(_) => Rule::Override,
            What::BelowMinimum { .. } => Rule::BelowMinimum,
            What::Disputed(_) => Rule::Disputed,
            What::QuickDiffers(_) => Rule::QuickDiffers,
            What::Parts { .. } => Rule::Parts,
            What::QuickApart { .. } => Rule::QuickApart,
            What::Unshown { .. } => Rule::Unshown,
            What::NotShown => Rule::NotShown,
            What::OlderThanSystem { .. } => Rule::OlderThanSystem,
            What::Stale { .. } => Rule::Stale,
            What::ForNothing => Rule::ForNothing,
            What::Pasted { .. } => Rule::Pasted,
            What::ByNobody { .. } | What::NobodyNamed { .. } => Rule::ByNobody,
            What::TargetByNobody => Rule::TargetByNobody,
            What::Fast { .. } => Rule::Fast,
        }
    }
}
