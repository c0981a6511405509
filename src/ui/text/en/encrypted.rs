//! The words about files that only a passphrase opens.

use crate::exchange::{DecryptError, EncryptError, LARGEST};
use crate::ui::text::en::read_errors::read_error;

/// The program that opens such files everywhere else.
const ELSEWHERE: &str = "age -d";

/// Why an encrypted file did not open, in whole sentences.
pub fn decrypt_error(error: &DecryptError) -> String {
    match error {
        DecryptError::NotEncrypted => "This file is not encrypted as Plumbline does it (age).".to_owned(),
        DecryptError::OtherVersion => {
            format!("The file is encrypted in a newer form of age. A new “{ELSEWHERE}” may open it.")
        }
        DecryptError::OtherRecipient { kind } => format!(
            "The file was encrypted for a key ({kind}), not with a passphrase. Whoever has the key opens it with “{ELSEWHERE}”; \
            Plumbline opens what comes out."
        ),
        DecryptError::Damaged => {
            "The file was changed after it was encrypted, or a part of it got lost on the way. Nothing of it is taken. Have it sent again."
                .to_owned()
        }
        DecryptError::Cut => "The file ends too early: a part of it got lost on the way. Have it sent again.".to_owned(),
        DecryptError::WrongPassphrase => {
            "That passphrase does not open it. Look at capital letters, blanks and the language of the keyboard, and try again.".to_owned()
        }
        DecryptError::TooMuchWork { asked, most } => format!(
            "The file asks for more work than is done here (its work factor is {}, at most {} is tried): it may be meant to stop this machine. \
            If you trust it, open it with “{ELSEWHERE}”.",
            asked.log_n(),
            most.log_n()
        ),
        DecryptError::NoMemory { work } => no_memory(work.memory()),
        DecryptError::TooLarge { bytes } => read_error(&crate::exchange::ReadError::TooLarge { bytes: *bytes }),
    }
}

/// Why nothing was encrypted, in whole sentences.
pub fn encrypt_error(error: &EncryptError) -> String {
    match error {
        EncryptError::NoPassphrase => "Type a passphrase first: without one everybody could open the file.".to_owned(),
        EncryptError::TooLarge { .. } => {
            format!("It is too large to be encrypted: at most {} MB.", LARGEST / 1_000_000)
        }
        EncryptError::NoMemory { work } => no_memory(work.memory()),
    }
}

fn no_memory(bytes: Option<usize>) -> String {
    format!(
        "This device does not have the memory for it: {} MB at once. Close other pages and try again, or use another device.",
        bytes.unwrap_or(usize::MAX) / 1_000_000
    )
}
