//! A short name for content: the same for the same, and another one for anything else.

use sha2::{Digest, Sha256};

use crate::model::hex;

/// The first `bytes` bytes of the SHA-256 of several parts, in hexadecimal. Each part counts with its length, so that nothing moves from one
/// into the next.
#[must_use]
pub fn digest(parts: &[&[u8]], bytes: usize) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_string());
        hash.update(b":");
        hash.update(part);
    }
    hex(hash.finalize().get(..bytes).unwrap_or_default())
}
