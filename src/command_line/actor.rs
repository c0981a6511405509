//! Who makes changes on the command line: nobody who was there before.

use crate::session::{ActorId, digest};

/// How many bytes the id of an actor is made of: enough that no two are the same.
const LONG: usize = 12;

/// An actor made from all that the changes depend on, so that no two copies use the same stamps for different things.
pub fn actor(from: &[&[u8]]) -> Result<ActorId, String> {
    let id = digest(from, LONG);
    ActorId::try_from(id.as_str()).map_err(|_| id)
}
