//! What something that was found is about, so that the screen can lead there.

use crate::model::{IndicatorId, PracticeId};
use crate::session::EvidenceId;

/// What something that was found is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A practice as a whole.
    Practice(PracticeId),
    /// An indicator, and the practice for which it is asked.
    Indicator(PracticeId, IndicatorId),
    /// A piece of evidence.
    Evidence(EvidenceId),
}

impl About {
    /// The practice, unless it is about a piece of evidence, which may belong to several or to none.
    #[must_use]
    pub fn practice(&self) -> Option<&PracticeId> {
        match self {
            Self::Practice(practice) | Self::Indicator(practice, _) => Some(practice),
            Self::Evidence(_) => None,
        }
    }
}
