//! The kinds of what is open.

/// Why something is open, in the order in which it is told: what nobody looked at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenKind {
    /// Practices of which it is not known where they stand, because nobody answered, in the whole or in a part.
    Unanswered,
    /// Practices of which those who were asked did not know where they stand.
    NotKnown,
    /// Practices of which statements are answered, but not to the end.
    Unfinished,
    /// Practices of which only the quick pass speaks.
    QuickAlone,
    /// Practices without a target.
    NoTarget,
    /// Practices whose target is only proposed.
    NotConfirmed,
    /// Statements that those who were asked do not know, in the whole or in a part: somebody else may.
    NobodyKnew,
    /// Practices, or parts of them, that people answered differently in the quick pass.
    QuickDiffers,
    /// Statements that people answered differently, and nobody settled it.
    Disputed,
    /// What two copies say differently.
    KeptApart,
    /// Answers that something speaks against.
    Contradicted,
    /// Answers that may no longer be true.
    Stale,
    /// Answers that are only assumed.
    Assumed,
}

impl OpenKind {
    /// All, in their order.
    pub const ALL: [Self; 13] = [
        Self::Unanswered,
        Self::NotKnown,
        Self::Unfinished,
        Self::QuickAlone,
        Self::NoTarget,
        Self::NotConfirmed,
        Self::NobodyKnew,
        Self::QuickDiffers,
        Self::Disputed,
        Self::KeptApart,
        Self::Contradicted,
        Self::Stale,
        Self::Assumed,
    ];
}
