//! What becomes of signing a round off, and of taking that back.

use serde_json::Map;

use crate::session::{Change, Date, Session, SignOff, SignOffOf, SignOffTakenBack, Signature};

/// Signs a round off: what is confirmed has to be gathered before. Nothing where it was altered since, somebody said something else in the
/// meantime, or it is signed already.
#[must_use]
pub fn sign(session: &Session, at: SignOffOf, sign_off: SignOff, signature: Option<Signature>) -> Option<Change> {
    let is_new = session.sign_offs.get(&at).is_none_or(|fact| fact.value().is_none());
    let is_as_gathered = sign_off.is_whole(session, &at) && sign_off.facts == session.signed_lists(&at.round);
    let can_be = is_new && session.has_round(&at.round) && is_as_gathered;
    can_be.then(|| Change::SignOff(at, Some(SignOff { signature, ..sign_off })))
}

/// Takes a sign-off back. What was signed stays to be read. Nothing where there is none, or it was taken back already.
#[must_use]
pub fn take_sign_off_back(session: &Session, at: &SignOffOf, why: &str, on: Date) -> Option<Change> {
    let stands = session.sign_offs.get(at)?.value().is_some() && session.sign_off_taken_back(at).is_none();
    let taken_back = SignOffTakenBack { on, why: why.trim().to_owned(), unknown: Map::new() };
    stands.then(|| Change::TakeSignOffBack(at.clone(), Some(taken_back)))
}
