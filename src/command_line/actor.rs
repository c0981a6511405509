//! Who makes changes on the command line: nobody who was there before.

use sha2::{Digest, Sha256};

use crate::session::ActorId;

/// How many bytes the id of an actor is made of: enough that no two are the same.
const LONG: usize = 12;

/// An actor made from all that the changes depend on, so that no two copies use the same stamps for different things.
pub fn actor(from: &[&[u8]]) -> Result<ActorId, String> {
    let mut hash = Sha256::new();
    for part in from {
        // With its length, so that nothing moves from one part into the next.
        hash.update(part.len().to_string());
        hash.update(b":");
        hash.update(part);
    }
    let id: String = hash.finalize().iter().take(LONG).map(|byte| format!("{byte:02x}")).collect();
    ActorId::try_from(id.as_str()).map_err(|_| id)
}
