//! How long an answer stays true.

/// How long an answer to a statement usually stays true, by the kind of fact that it states: some things wear out with time, some hold
/// as long as the thing is built as it is, some as long as nothing happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// So many months; 1 to 120.
    Months(u8),
    /// Until the next release or model of what it is about.
    Release,
    /// Until the next event of the kind that it is about.
    Event,
    /// The model does not say: then no calendar tells.
    NotSaid,
}

impl Lasts {
    /// What lasts by no calendar, each with its name in files.
    pub(super) const WORDS: [(&str, Self); 2] = [("release", Self::Release), ("event", Self::Event)];

    /// The months after which an answer may no longer be true; `None` where no calendar tells.
    #[must_use]
    pub const fn months(self) -> Option<u8> {
        match self {
            Self::Months(months) => Some(months),
            Self::Release | Self::Event | Self::NotSaid => None,
        }
    }
}
