//! Why a file could not be encrypted or opened: as values, which the screen puts into words.

use super::WorkFactor;

/// Why there is no encrypted file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncryptError {
    /// The passphrase is empty: everybody could open it.
    NoPassphrase,
    /// More than is read again.
    TooLarge {
        /// How many bytes.
        bytes: usize,
    },
    /// This machine does not have the memory.
    NoMemory {
        /// What would have been done.
        work: WorkFactor,
    },
}

/// Why an encrypted file did not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecryptError {
    /// It does not begin as an encrypted file of this kind does.
    NotEncrypted,
    /// A later version of the format.
    OtherVersion,
    /// It was encrypted for a key, not with a passphrase.
    OtherRecipient {
        /// The kind, as `X25519`: letters, digits and signs of ASCII.
        kind: String,
    },
    /// Its beginning is not as the format has it, or something in it was altered.
    Damaged,
    /// It ends too early.
    Cut,
    /// Another passphrase opens it; or the part that holds the key was altered: nobody can tell these apart.
    WrongPassphrase,
    /// It asks for more work than is taken on here.
    TooMuchWork {
        /// What it asks for.
        asked: WorkFactor,
        /// The most that is taken on.
        most: WorkFactor,
    },
    /// This machine does not have the memory.
    NoMemory {
        /// What it asks for.
        work: WorkFactor,
    },
    /// Larger than any file that is read.
    TooLarge {
        /// How many bytes.
        bytes: usize,
    },
}

impl EncryptError {
    /// What it is called where only letters go through: between a page and its worker.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::NoPassphrase => "no-passphrase".to_owned(),
            Self::TooLarge { bytes } => format!("too-large {bytes}"),
            Self::NoMemory { work } => format!("no-memory {}", work.log_n()),
        }
    }

    /// What a code stands for.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let (word, rest) = code.split_once(' ').unwrap_or((code, ""));
        Some(match word {
            "no-passphrase" => Self::NoPassphrase,
            "too-large" => Self::TooLarge { bytes: rest.parse().ok()? },
            "no-memory" => Self::NoMemory { work: WorkFactor(rest.parse().ok()?) },
            _ => return None,
        })
    }
}

impl DecryptError {
    /// What it is called where only letters go through: between a page and its worker.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::NotEncrypted => "not-encrypted".to_owned(),
            Self::OtherVersion => "other-version".to_owned(),
            Self::OtherRecipient { kind } => format!("other-recipient {kind}"),
            Self::Damaged => "damaged".to_owned(),
            Self::Cut => "cut".to_owned(),
            Self::WrongPassphrase => "wrong-passphrase".to_owned(),
            Self::TooMuchWork { asked, most } => format!("too-much-work {} {}", asked.log_n(), most.log_n()),
            Self::NoMemory { work } => format!("no-memory {}", work.log_n()),
            Self::TooLarge { bytes } => format!("too-large {bytes}"),
        }
    }

    /// What a code stands for.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let (word, rest) = code.split_once(' ').unwrap_or((code, ""));
        let work = |digits: &str| digits.parse().ok().map(WorkFactor);
        Some(match word {
            "not-encrypted" => Self::NotEncrypted,
            "other-version" => Self::OtherVersion,
            "other-recipient" => Self::OtherRecipient { kind: rest.to_owned() },
            "damaged" => Self::Damaged,
            "cut" => Self::Cut,
            "wrong-passphrase" => Self::WrongPassphrase,
            "too-much-work" => {
                let (asked, most) = rest.split_once(' ')?;
                Self::TooMuchWork { asked: work(asked)?, most: work(most)? }
            }
            "no-memory" => Self::NoMemory { work: work(rest)? },
            "too-large" => Self::TooLarge { bytes: rest.parse().ok()? },
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_comes_back_from_its_code() {
        let (work, most) = (WorkFactor(31), WorkFactor::MOST_IN_BROWSER);
        for error in [EncryptError::NoPassphrase, EncryptError::TooLarge { bytes: 7 }, EncryptError::NoMemory { work }] {
            assert_eq!(EncryptError::of_code(&error.code()), Some(error));
        }
        for error in [
            DecryptError::NotEncrypted,
            DecryptError::OtherVersion,
            DecryptError::OtherRecipient { kind: "X25519".to_owned() },
            DecryptError::Damaged,
            DecryptError::Cut,
            DecryptError::WrongPassphrase,
            DecryptError::TooMuchWork { asked: work, most },
            DecryptError::NoMemory { work },
            DecryptError::TooLarge { bytes: 7 },
        ] {
            assert_eq!(DecryptError::of_code(&error.code()), Some(error));
        }
        assert_eq!((DecryptError::of_code(""), EncryptError::of_code("too-large")), (None, None));
    }
}
