//! The words about files that only a passphrase opens.

use crate::exchange::{DecryptError, EncryptError, LARGEST, PassphraseHint};
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
            "That passphrase does not open it. Look at capital letters, blanks and the language of the keyboard, and try again. If you \
            are sure of it, the beginning of the file was altered on the way: have it sent again."
                .to_owned()
        }
        DecryptError::TooMuchWork { asked, most } => format!(
            "The file asks for more work than is done here: its work factor is {}, at most {} is tried. A strong machine may have made it so, or \
            somebody who wants to stop yours. If you trust it, open it with “{ELSEWHERE}”.",
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

pub const WITH_PASSPHRASE: &str = "Save it with a passphrase";
pub const WITH_PASSPHRASE_WORDS: &str = "Only who knows the passphrase can open the file. Nobody can find it out for you or bring it back: not \
    whoever hosts this page, and not who made it. If it is lost, so is the file.";
pub const PASSPHRASE: &str = "Passphrase";
pub const PASSPHRASE_AGAIN: &str = "The same once more";
pub const SHOW_PASSPHRASE: &str = "Show what I type";
pub const SAVE_ENCRYPTED: &str = "Save encrypted";
pub const OPENS_ELSEWHERE: &str = "Tell the passphrase on another way than the file. The program age opens it, too: age -d.";
pub const PASSPHRASES_DIFFER: &str = "The two are not the same. Type them once more.";
pub const ENCRYPTING: &str = "Encrypting…";
pub const DECRYPTING: &str = "Trying the passphrase…";
pub const CIPHER_NOT_HERE: &str =
    "The part of Plumbline that does this did not load, or stopped. Check the connection and try again. Nothing was changed.";
pub const IS_ENCRYPTED_WORDS: &str = "Type the passphrase to see what is in it. Nothing changes until you say so.";
pub const TYPE_PASSPHRASE: &str = "Type the passphrase first.";
pub const OPEN_ENCRYPTED: &str = "Open it";

/// Why an encrypted file is not read where nobody asks for its passphrase.
pub const IS_ENCRYPTED: &str = "It is encrypted. Open it on the start page with its passphrase, and then compare what is in it.";

/// That a file asks for a passphrase.
pub fn is_encrypted(file: &str) -> String {
    format!("“{file}” is encrypted")
}

/// That a file was saved, and what it takes to open it.
pub fn saved_encrypted(name: &str) -> String {
    format!("“{name}” is in your downloads. Only the passphrase opens it.")
}

/// What can be told of a passphrase while it is typed.
pub const fn passphrase_hint_words(hint: PassphraseHint) -> &'static str {
    match hint {
        PassphraseHint::Empty => "Best are four or more words that have nothing to do with each other.",
        PassphraseHint::Guessed => "This is among the first that people guess.",
        PassphraseHint::Short => "Short: a machine can try many of this length. More words help most.",
        PassphraseHint::Middle => "Longer than most. One more word helps.",
        PassphraseHint::Long => "Long. Whether it is hard to guess depends on how you chose it: words drawn by chance are best.",
    }
}
