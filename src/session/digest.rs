//! A short name for content: the same for the same, and another one for anything else.

use sha2::{Digest, Sha256};

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
    hash.finalize().iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}
