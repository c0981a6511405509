//! The kinds of what is open.

/// Why something is open, in the order in which it is told: what nobody looked at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenKind {
    /// Practices of which it is not known where they stand, because nobody answered, in the whole or in a part.
    Unanswered,
    /// Practices of which something is said, but not to the end: statements are unanswered, or whoever was asked does not know.
    Unfinished,
    /// Practices of which only the quick pass speaks.
    QuickAlone,
    /// Practices without a target.
    NoTarget,
    /// Practices whose target is only proposed.
    NotConfirmed,
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
    pub const ALL: [Self; 11] = [
        Self::Unanswered,
        Self::Unfinished,
        Self::QuickAlone,
        Self::NoTarget,
        Self::NotConfirmed,
        Self::QuickDiffers,
        Self::Disputed,
        Self::KeptApart,
        Self::Contradicted,
        Self::Stale,
        Self::Assumed,
    ];
}
