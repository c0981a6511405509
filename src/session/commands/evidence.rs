//! What becomes of giving evidence and taking it away.

use crate::session::{Change, Evidence, EvidenceFile, EvidenceId, EvidenceKind, EvidenceUse, Fact, Session, Yes};

/// Adds a piece of evidence. It says nothing yet, and so shows nothing.
#[must_use]
pub fn add_evidence(id: EvidenceId) -> Change {
    Change::Evidence(id, Some(Evidence::new("", EvidenceKind::Document)))
}

/// Adds a piece of evidence and gives it for an indicator, in one step.
#[must_use]
pub fn give_new_evidence(given: EvidenceUse) -> Change {
    Change::Together(vec![add_evidence(given.evidence.clone()), give_evidence(given)])
}

/// Gives a piece of evidence that is there for an indicator.
#[must_use]
pub fn give_evidence(given: EvidenceUse) -> Change {
    Change::EvidenceUse(given, Some(Yes))
}

/// Takes a piece of evidence away from an indicator: from the part where it was given for that part, else from the whole system,
/// for which it then was given.
#[must_use]
pub fn take_evidence_away(session: &Session, given: EvidenceUse) -> Change {
    let is_given = session.evidence_uses.get(&given).and_then(Fact::value).is_some();
    let given = if is_given { given } else { EvidenceUse { part: None, ..given } };
    Change::EvidenceUse(given, None)
}

/// Alters what is said about a piece of evidence.
#[must_use]
pub fn alter_evidence(session: &Session, id: &EvidenceId, alter: impl FnOnce(&mut Evidence)) -> Option<Change> {
    let mut evidence = session.evidence.get(id).and_then(Fact::value)?.clone();
    alter(&mut evidence);
    Some(Change::Evidence(id.clone(), Some(evidence)))
}

/// Notes what a file is, so that it is known again. The file itself stays where it is. Nothing where that is noted already, or nothing in
/// the file's place can be.
#[must_use]
pub fn note_file(session: &Session, id: &EvidenceId, file: EvidenceFile) -> Option<Change> {
    let is_noted = |it: &EvidenceFile| (&it.name, &it.sha256) == (&file.name, &file.sha256);
    let evidence = session.evidence.get(id).and_then(Fact::value)?;
    let has_room = evidence.files.len() < MOST_FILES_NOTED && !evidence.files.iter().any(is_noted);
    if has_room { alter_evidence(session, id, |it| it.files.push(file)) } else { None }
}

/// So many files are noted with one piece of evidence.
const MOST_FILES_NOTED: usize = 50;

/// Notes no longer what a file is.
#[must_use]
pub fn forget_file(session: &Session, id: &EvidenceId, sha256: &str) -> Option<Change> {
    alter_evidence(session, id, |it| it.files.retain(|file| file.sha256 != sha256))
}
