//! A session without names and without the words that people typed: levels, targets, answers and days, and nobody's sentences.

use serde_json::Map;
use sha2::{Digest, Sha256};

use super::write_session_compact;
use crate::session::{AnswerRequest, Session, SessionId};

/// How many bytes of the hash make an id.
const LONG: usize = 16;

/// A copy that says less, and is a session of its own: it must never be merged with the one that it comes from, in which the words would
/// then be said to be others. The same session always gives the same copy. Every figure is as it was; what two copies said differently and
/// nobody settled is left out with their words.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn without_names(session: &Session) -> Result<Session, serde_json::Error> {
    let mut copy = session.without_words();
    copy.request =
        session.request.as_ref().map(|note| AnswerRequest { message: String::new(), unknown: Map::new(), ..note.clone() });
    on_its_own(copy)
}

/// A copy as a session of its own, with an id that follows from what is in it: what leaves out something that was said must never be taken
/// for a copy that has seen it. Whoever changed it there would win over what they never saw.
pub(super) fn on_its_own(mut copy: Session) -> Result<Session, serde_json::Error> {
    let hash = Sha256::digest(write_session_compact(&copy)?);
    let id: String = hash.iter().take(LONG).map(|byte| format!("{byte:02x}")).collect();
    copy.id = SessionId::try_from(id.as_str()).unwrap_or(copy.id);
    Ok(copy)
}
