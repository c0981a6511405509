//! What encrypts files and opens them, as a small program of its own: a worker of the browser runs it, so that the page goes on meanwhile and
//! nobody loads it who does not need it. How it is asked stands in xtask/cipher/worker.mjs.

/// A program has one; here nothing begins by itself.
fn main() {}

#[cfg(target_arch = "wasm32")]
mod door {
    use plumbline::exchange::{Chance, WorkFactor};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// An encrypted file; or the code of what stands against it.
    #[wasm_bindgen]
    pub fn encrypt(plain: &[u8], passphrase: &str, chance: &[u8]) -> Result<Vec<u8>, String> {
        let chance = chance.try_into().map(Chance::new).map_err(|_| String::new())?;
        plumbline::exchange::encrypt(plain, passphrase, WorkFactor::WRITTEN, &chance).map_err(|why| why.code())
    }

    /// What is in an encrypted file; or the code of what stands against it.
    #[wasm_bindgen]
    pub fn decrypt(file: &[u8], passphrase: &str) -> Result<Vec<u8>, String> {
        plumbline::exchange::decrypt(file, passphrase, WorkFactor::MOST_IN_BROWSER).map_err(|why| why.code())
    }
}
