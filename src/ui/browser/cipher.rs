//! Encrypts files and opens them, in a program of its own (src/bin/cipher.rs).

use js_sys::{JsString, Uint8Array};

use crate::exchange::{Chance, DecryptError, EncryptError, spellings};
use crate::ui::browser::program::{CIPHER, ask};

/// Why nothing came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone<E> {
    /// What stands against it.
    Because(E),
    /// The program could not be loaded, or stopped.
    NotHere,
}

/// Bytes as a file that only a passphrase opens.
///
/// # Errors
/// Why not.
pub async fn encrypt(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, Undone<EncryptError>> {
    let passphrase = spelled(passphrase).into_iter().next().unwrap_or_default();
    let mut chance = [0; Chance::BYTES];
    let is_random = web_sys::window().and_then(|window| window.crypto().ok());
    // Without chance nothing is encrypted: two files would be alike.
    let is_random = is_random.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut chance).is_ok());
    if !is_random {
        return Err(Undone::NotHere);
    }
    let given = [Uint8Array::from(plain).into(), passphrase.into(), Uint8Array::from(chance.as_slice()).into()];
    ask(CIPHER, "encrypt", &given).await.map_err(|code| because(EncryptError::of_code(&code)))
}

/// What is in an encrypted file.
///
/// # Errors
/// Why it does not open.
pub async fn decrypt(file: &[u8], passphrase: &str) -> Result<Vec<u8>, Undone<DecryptError>> {
    let mut undone = Undone::NotHere;
    for passphrase in spelled(passphrase) {
        match ask(CIPHER, "decrypt", &[Uint8Array::from(file).into(), passphrase.into()]).await {
            Ok(plain) => return Ok(plain),
            Err(code) => undone = because(DecryptError::of_code(&code)),
        }
        if undone != Undone::Because(DecryptError::WrongPassphrase) {
            break;
        }
    }
    Err(undone)
}

fn spelled(passphrase: &str) -> Vec<String> {
    let typed = JsString::from(passphrase);
    let [together, apart] = ["NFC", "NFD"].map(|form| typed.normalize(form).into());
    spellings(passphrase, together, apart)
}

fn because<E>(error: Option<E>) -> Undone<E> {
    error.map_or(Undone::NotHere, Undone::Because)
}
