//! Files that only a passphrase opens, in the age format (<https://c2sp.org/age>), so that `age -d` opens them on any machine.
//!
//! Of the format there is the recipient that is a passphrase, and no other. What is worked out with bytes is done by the crates that
//! are kept for it; here is only the order in which they are asked. Nothing is made up here: what has to differ from file to file comes in as
//! [`Chance`].

mod armor;
mod error;
mod header;

use chacha20poly1305::ChaCha20Poly1305;
use chacha20poly1305::aead::stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::aead::{Aead, Error, KeyInit};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;

pub use error::{DecryptError, EncryptError};

use super::LARGEST;
use header::Header;

/// What a file is called where files have a type.
pub const AGE_TYPE: &str = "application/octet-stream";

/// What names of encrypted files end with.
pub const AGE_ENDING: &str = ".age";

/// How many bytes of what is encrypted stand in one piece.
const PIECE: usize = 64 * 1024;

/// How many bytes each piece has more, once it is encrypted: by them it is known whether somebody changed it.
const TAG: usize = 16;

/// How many bytes stand between the header and the first piece.
const NONCE: usize = 16;

/// How much work it is to try a passphrase: 2 to the power of it rounds, and as many KiB of memory.
///
/// The one who knows it does this once; whoever guesses does it for each guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkFactor(u8);

impl WorkFactor {
    /// What is written: 128 MiB, which a phone has to spare, and what OWASP asks of scrypt at least. In the engine V8 of Node.js 20 on a
    /// shared core of a server 16 took 0.35 s of the processor, and each step takes twice as much as the one before; a phone, which was not
    /// measured, may be several times as slow.
    pub const WRITTEN: Self = Self(17);

    /// The highest that a browser takes on: 256 MiB. It is what `age -p` writes.
    pub const MOST_IN_BROWSER: Self = Self(18);

    /// The highest that the command line takes on: 1 GiB. `rage -p` writes as much as its machine does in a second.
    pub const MOST: Self = Self(20);

    /// The least there is: for tests, which try many files.
    pub const LEAST: Self = Self(1);

    /// The logarithm, as it stands in files.
    #[must_use]
    pub const fn log_n(self) -> u8 {
        self.0
    }

    /// The memory that it takes, in bytes; nothing where no machine has so much.
    #[must_use]
    pub fn memory(self) -> Option<usize> {
        1_usize.checked_shl(u32::from(self.0))?.checked_mul(BLOCK)
    }
}

/// How many bytes of memory a round takes.
const BLOCK: usize = 128 * ROUNDS as usize;

/// The block size of scrypt in age.
const ROUNDS: u32 = 8;

/// What must not be the same in two files, made by whoever has a good source of chance.
#[derive(Clone)]
pub struct Chance {
    salt: [u8; 16],
    file_key: [u8; 16],
    nonce: [u8; NONCE],
}

impl Chance {
    /// How many bytes of chance a file needs.
    pub const BYTES: usize = 48;

    /// Takes bytes that nobody can guess.
    #[must_use]
    pub fn new(bytes: &[u8; Self::BYTES]) -> Self {
        let mut chance = Self { salt: [0; 16], file_key: [0; 16], nonce: [0; NONCE] };
        let (parts, _) = bytes.as_chunks::<16>();
        for (to, from) in [&mut chance.salt, &mut chance.file_key, &mut chance.nonce].into_iter().zip(parts) {
            *to = *from;
        }
        chance
    }
}

/// Whether bytes begin as an encrypted file does, whoever it is for.
#[must_use]
pub fn is_encrypted(bytes: &[u8]) -> bool {
    header::is_begun(bytes) || armor::is_begun(bytes)
}

/// A file that only a passphrase opens.
///
/// # Errors
/// Where there is no passphrase, more than is read again, or not the memory that the work takes.
pub fn encrypt(plain: &[u8], passphrase: &str, work: WorkFactor, chance: &Chance) -> Result<Vec<u8>, EncryptError> {
    if passphrase.is_empty() {
        return Err(EncryptError::NoPassphrase);
    }
    // What is written is read again by the same limit.
    let pieces = plain.len().div_ceil(PIECE).max(1);
    let bytes = header::LENGTH + NONCE + plain.len() + pieces * TAG;
    if bytes > LARGEST {
        return Err(EncryptError::TooLarge { bytes });
    }
    let wrapping = stretched(passphrase, &chance.salt, work).ok_or(EncryptError::NoMemory { work })?;
    let broken = |_: Error| EncryptError::TooLarge { bytes };
    let wrapped = cipher(&wrapping).encrypt(&[0; 12].into(), &chance.file_key[..]).map_err(broken)?;
    let (mut file, begun) = header::write(&chance.salt, work, &wrapped);
    let mac = begun_mac(&chance.file_key, &begun).map(|mac| mac.finalize().into_bytes());
    header::finish(&mut file, mac.as_deref().unwrap_or_default());
    file.extend(chance.nonce);
    let mut stream = EncryptorBE32::from_aead(cipher(&payload_key(&chance.file_key, &chance.nonce)), &START.into());
    let mut pieces = plain.chunks(PIECE).peekable();
    loop {
        let piece = pieces.next().unwrap_or_default();
        if pieces.peek().is_none() {
            file.extend(stream.encrypt_last(piece).map_err(broken)?);
            return Ok(file);
        }
        file.extend(stream.encrypt_next(piece).map_err(broken)?);
    }
}

/// What is in an encrypted file.
///
/// # Errors
/// Says why not. Nothing of a file that is not whole is given out.
pub fn decrypt(file: &[u8], passphrase: &str, most: WorkFactor) -> Result<Vec<u8>, DecryptError> {
    if file.len() > LARGEST {
        return Err(DecryptError::TooLarge { bytes: file.len() });
    }
    let bytes = armor::taken_off(file)?;
    let (header, rest) = Header::read(&bytes)?;
    if header.work > most {
        return Err(DecryptError::TooMuchWork { asked: header.work, most });
    }
    let (nonce, payload) = rest.split_first_chunk::<NONCE>().ok_or(DecryptError::Cut)?;
    let wrapping = stretched(passphrase, &header.salt, header.work).ok_or(DecryptError::NoMemory { work: header.work })?;
    let file_key = cipher(&wrapping).decrypt(&[0; 12].into(), &header.wrapped[..]).map_err(|_| DecryptError::WrongPassphrase)?;
    let is_whole = begun_mac(&file_key, header.signed).is_some_and(|mac| mac.verify_slice(&header.mac).is_ok());
    if !is_whole {
        return Err(DecryptError::Damaged);
    }
    pieces_of(payload, &payload_key(&file_key, nonce))
}

/// What all pieces say together.
fn pieces_of(payload: &[u8], key: &[u8; 32]) -> Result<Vec<u8>, DecryptError> {
    let mut stream = DecryptorBE32::from_aead(cipher(key), &START.into());
    let mut plain = Vec::with_capacity(payload.len());
    let mut pieces = payload.chunks(PIECE + TAG).peekable();
    loop {
        let piece = pieces.next().ok_or(DecryptError::Cut)?;
        if pieces.peek().is_some() {
            plain.extend(stream.decrypt_next(piece).map_err(|_| DecryptError::Damaged)?);
            continue;
        }
        // Only an empty file ends with an empty piece.
        if piece.len() == TAG && !plain.is_empty() {
            return Err(DecryptError::Damaged);
        }
        // What would be fine if more came after it lost what came after it.
        let cut = DecryptorBE32::from_aead(cipher(key), &START.into());
        return match stream.decrypt_last(piece) {
            Ok(last) => {
                plain.extend(last);
                Ok(plain)
            }
            Err(_) if goes_on(cut, payload) => Err(DecryptError::Cut),
            Err(_) => Err(DecryptError::Damaged),
        };
    }
}

/// Whether all pieces are whole and none of them is the last one.
fn goes_on(mut stream: DecryptorBE32<ChaCha20Poly1305>, payload: &[u8]) -> bool {
    payload.chunks(PIECE + TAG).all(|piece| stream.decrypt_next(piece).is_ok())
}

/// Where the count of the pieces starts.
const START: [u8; 7] = [0; 7];

/// The key that a passphrase is worth; nothing where there is not the memory.
fn stretched(passphrase: &str, salt: &[u8; 16], work: WorkFactor) -> Option<[u8; 32]> {
    // Asked for before it is taken: who takes what is not there stops at once, without a word.
    Vec::<u8>::new().try_reserve_exact(work.memory()?).ok()?;
    let salt = [&b"age-encryption.org/v1/scrypt"[..], salt].concat();
    let parameters = scrypt::Params::new(work.log_n(), ROUNDS, 1, 32).ok()?;
    let mut key = [0; 32];
    scrypt::scrypt(passphrase.as_bytes(), &salt, &parameters, &mut key).ok()?;
    Some(key)
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(key.into())
}

fn payload_key(file_key: &[u8], nonce: &[u8; NONCE]) -> [u8; 32] {
    derived(Some(nonce), file_key, b"payload")
}

fn derived(salt: Option<&[u8]>, file_key: &[u8], what_for: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    // It can only fail where far more bytes are asked for; the file would then not open, and never seem whole.
    let _ = Hkdf::<Sha256>::new(salt, file_key).expand(what_for, &mut key);
    key
}

/// What shows whether a header is as it was written.
fn begun_mac(file_key: &[u8], signed: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&derived(None, file_key, b"header")).ok()?;
    mac.update(signed);
    Some(mac)
}
