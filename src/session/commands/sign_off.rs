//! What becomes of signing a round off, and of taking that back.

use serde_json::Map;

use crate::session::{Change, Date, Session, SignOff, SignOffOf, SignOffTakenBack, Signature};

/// Signs a round off: what is confirmed has to be gathered before. Nothing where it was altered since, or is signed already.
#[must_use]
pub fn sign(session: &Session, at: SignOffOf, sign_off: SignOff, signature: Option<Signature>) -> Option<Change> {
    let is_new = session.sign_offs.get(&at).is_none_or(|fact| fact.value().is_none());
    let can_be = is_new && session.has_round(&at.round) && sign_off.is_whole(session, &at);
    can_be.then(|| Change::SignOff(at, Some(SignOff { signature, ..sign_off })))
}

/// Takes a sign-off back. What was signed stays to be read. Nothing where there is none, or it was taken back already.
#[must_use]
pub fn take_sign_off_back(session: &Session, at: &SignOffOf, why: &str, on: Date) -> Option<Change> {
    let stands = session.sign_offs.get(at)?.value().is_some() && session.sign_off_taken_back(at).is_none();
    let taken_back = SignOffTakenBack { on, why: why.trim().to_owned(), unknown: Map::new() };
    stands.then(|| Change::TakeSignOffBack(at.clone(), Some(taken_back)))
}
