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
    let hash = Sha256::digest(write_session_compact(&copy)?);
    let id: String = hash.iter().take(LONG).map(|byte| format!("{byte:02x}")).collect();
    copy.id = SessionId::try_from(id.as_str()).unwrap_or(copy.id);
    Ok(copy)
}
