//! What the table of facts says of each of its lists, beside what stands in them.

/// Which id of the model the entries of a list are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// None: what the model asks does not matter to them, or they are what adds to it.
    Nothing,
    /// A practice.
    Practice,
    /// An indicator.
    Indicator,
    /// A question of the interview.
    Question,
    /// A dependency between practices.
    Dependency,
}

impl About {
    /// Whether it has an edition of its own: what was said of a question of an older edition can hold for those of the present one.
    #[must_use]
    pub const fn follows_editions(self) -> bool {
        matches!(self, Self::Practice | Self::Indicator)
    }
}

impl super::List {
    /// Whether it belongs to the review layer, which travels without the rest. Its changes are counted by an actor of their own, so that who
    /// has seen the layer never counts as having seen what was changed beside it.
    #[must_use]
    pub const fn is_of_review(self) -> bool {
        matches!(self, Self::Findings | Self::FindingReplies | Self::FindingDecisions)
    }
}

/// What becomes of a list when another round is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextRound {
    /// It belongs to no round and stays as it is.
    Stays,
    /// What was said is proposed in the next round, and counts there once somebody confirms it.
    Confirm,
    /// Nothing of it is proposed: it is about what was said in that round, or about that day.
    Anew,
}

/// Whether a long list of a file can be read in parts, so that the page goes on reacting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Entry by entry.
    Parts,
    /// With the rest of the file: it is short, or the rest needs it.
    Whole,
}

/// Whether another model can be chosen while something stands in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherModel {
    /// It can: the list says nothing that only one model understands.
    Fits,
    /// It can't.
    Bound,
}

/// What a file with questions for somebody takes along of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InRequest {
    /// Nothing.
    Never,
    /// What the addressee said themselves about what is asked.
    Own,
    /// Only the system's name.
    NameAlone,
    /// Only the addressee and whoever asks.
    AskedAndAsking,
    /// All that was not withdrawn.
    AllThatStands,
    /// What people added to the practices that are asked.
    AddedToPractices,
    /// The evidence that the addressee gave for what is asked.
    GivenEvidence,
    /// For what of that which is asked the addressee gave evidence.
    GivenFor,
}

impl InRequest {
    /// Whether it is everybody's: the file may show an entry whoever stated it.
    #[must_use]
    pub const fn is_for_everybody(self) -> bool {
        !matches!(self, Self::Never | Self::Own)
    }
}

/// What of a list may leave in an export without names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutNames {
    /// All of it: nobody types words there.
    AsItIs,
    /// All but the words that people typed.
    NoWords,
    /// Nothing: it is words and nothing else, or says who is who.
    Never,
}

/// In which copies for somebody else a list is, where not everything is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InCopy {
    /// In all: it says which system it is, who speaks of it, and when.
    System,
    /// With the targets: what is needed, and why.
    Targets,
    /// With the answers: what is done, what shows it, and what is planned.
    Answers,
    /// In none but the whole: which reports were given out. The key of each entry follows from all that it says, so that a copy without them
    /// overrules none.
    Inside,
}

/// As what an entry counts where people are told what a file holds and what came from whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CountsAs {
    /// An answer to an indicator.
    Answer,
    /// An answer of the quick pass.
    QuickAnswer,
    /// A target.
    Target,
    /// A minimum.
    Minimum,
    /// A note.
    Note,
    /// What speaks against an answer.
    Objection,
    /// A piece of evidence.
    Evidence,
    /// Another thing.
    Other,
    /// Nothing: it is only kept for the record. Nobody has to hear of it or decide about it when copies meet.
    Record,
}

/// Which reports show anything of a list, and with that become superseded when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InReport {
    /// None.
    Never,
    /// Every one.
    Always,
    /// Those with levels.
    Levels,
    /// Those with levels, and those with the decision log.
    LevelsAndDecisions,
    /// Those with the decision log.
    Decisions,
    /// Those with what is open, or with the practices one by one.
    Reasons,
    /// Those with what to do.
    Plan,
}
