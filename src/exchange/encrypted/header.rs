//! The beginning of an encrypted file: lines of text that say how to come to its key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::{DecryptError, WorkFactor};

const VERSION: &[u8] = b"age-encryption.org/v1\n";

/// How any version begins.
const ANY_VERSION: &[u8] = b"age-encryption.org/";

/// No line of a header that is read here is longer.
const LONGEST: usize = 128;

/// A header that is written here has no more bytes.
pub const LENGTH: usize = 160;

/// How many letters of a kind that is not known are shown.
const SHOWN: usize = 40;

const PASSPHRASE: &str = "scrypt";

/// What a header says.
pub struct Header<'a> {
    pub salt: [u8; 16],
    pub work: WorkFactor,
    /// The key of the file, encrypted.
    pub wrapped: [u8; 32],
    pub mac: [u8; 32],
    /// What the `mac` is about.
    pub signed: &'a [u8],
}

/// Whether bytes begin as a header does, of whatever version.
pub fn is_begun(bytes: &[u8]) -> bool {
    bytes.starts_with(ANY_VERSION)
}

/// A header without its last words, and what its last words are about.
pub fn write(salt: &[u8], work: WorkFactor, wrapped: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (salt, wrapped) = (STANDARD_NO_PAD.encode(salt), STANDARD_NO_PAD.encode(wrapped));
    let lines = format!("-> {PASSPHRASE} {salt} {}\n{wrapped}\n---", work.log_n());
    let begun = [VERSION, lines.as_bytes()].concat();
    (begun.clone(), begun)
}

/// Ends a header.
pub fn finish(header: &mut Vec<u8>, mac: &[u8]) {
    header.extend(format!(" {}\n", STANDARD_NO_PAD.encode(mac)).into_bytes());
}

impl<'a> Header<'a> {
    /// Reads a header; gives it with all that comes after it.
    pub fn read(file: &'a [u8]) -> Result<(Self, &'a [u8]), DecryptError> {
        let after = file.strip_prefix(VERSION).ok_or_else(|| without_version(file))?;
        let (kind, after) = line(after)?;
        let mut words = kind.strip_prefix("-> ").ok_or(DecryptError::Damaged)?.split(' ');
        let kind = words.next().unwrap_or_default();
        if kind != PASSPHRASE {
            return Err(other(kind));
        }
        let (Some(salt), Some(work), None) = (words.next(), words.next(), words.next()) else {
            return Err(DecryptError::Damaged);
        };
        let (salt, work) = (of_letters(salt)?, work_factor(work)?);
        let (wrapped, after) = line(after)?;
        let wrapped = of_letters(wrapped)?;
        // A passphrase stands alone: with another way in beside it, who wrote the file would not be who knows it.
        let signed = file.len().saturating_sub(after.len()) + "---".len();
        let (mac, after) = line(after)?;
        let mac = of_letters(mac.strip_prefix("--- ").ok_or(DecryptError::Damaged)?)?;
        let signed = file.get(..signed).ok_or(DecryptError::Cut)?;
        Ok((Self { salt, work, wrapped, mac, signed }, after))
    }
}

/// Why bytes do not begin with the version that is known.
fn without_version(file: &[u8]) -> DecryptError {
    match file {
        _ if VERSION.starts_with(file) && is_begun(file) => DecryptError::Cut,
        _ if is_begun(file) => DecryptError::OtherVersion,
        _ => DecryptError::NotEncrypted,
    }
}

/// A line, and what comes after it.
fn line(bytes: &[u8]) -> Result<(&str, &[u8]), DecryptError> {
    let end = bytes.iter().take(LONGEST).position(|byte| *byte == b'\n');
    let Some((line, after)) = end.and_then(|end| bytes.split_at_checked(end)) else {
        // A way in that is not known may have long lines; its name stands at their beginning.
        let begun = str::from_utf8(bytes.get(..LONGEST).unwrap_or_default()).unwrap_or_default();
        let kind = begun.strip_prefix("-> ").and_then(|line| line.split(' ').next());
        return Err(match kind {
            Some(kind) if kind != PASSPHRASE => other(kind),
            _ if bytes.len() < LONGEST => DecryptError::Cut,
            _ => DecryptError::Damaged,
        });
    };
    let line = str::from_utf8(line).map_err(|_| DecryptError::Damaged)?;
    Ok((line, after.get(1..).unwrap_or_default()))
}

/// That it is for somebody's key.
fn other(kind: &str) -> DecryptError {
    if kind.is_empty() || !kind.bytes().all(|byte| byte.is_ascii_graphic()) {
        return DecryptError::Damaged;
    }
    DecryptError::OtherRecipient { kind: kind.chars().take(SHOWN).collect() }
}

fn of_letters<const N: usize>(letters: &str) -> Result<[u8; N], DecryptError> {
    let mut bytes = [0; N];
    match STANDARD_NO_PAD.decode_slice(letters, &mut bytes) {
        Ok(written) if written == N => Ok(bytes),
        _ => Err(DecryptError::Damaged),
    }
}

/// Digits, and none in front that says nothing.
fn work_factor(digits: &str) -> Result<WorkFactor, DecryptError> {
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    match digits.parse() {
        Ok(log_n) if is_plain => Ok(WorkFactor(log_n)),
        // Absurd, but a number.
        Err(_) if is_plain && !digits.is_empty() => Ok(WorkFactor(u8::MAX)),
        _ => Err(DecryptError::Damaged),
    }
}
