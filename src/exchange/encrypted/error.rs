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
