//! Requests: what somebody else has to answer, as a small copy of the session that comes back and folds in.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::ReadError;
use super::entry::Entry;
use super::session_file::{members, session_of};
use crate::model::{PracticeId, Questionnaire, order};
use crate::session::{AnswerRequest, InRequest, List, PersonId, Session, Timestamp};

/// Whether a request shows an entry to its addressee, given that it is about something asked in it.
pub(super) fn carries(note: &AnswerRequest, entry: &Entry) -> bool {
    in_request(entry).is_for_everybody() || is_own(note, entry)
}

/// What goes in of an entry's list. Of a list that this version does not know, what the addressee said themselves: the rest might be
/// anybody's.
fn in_request(entry: &Entry) -> InRequest {
    entry.known_list().map_or(InRequest::Own, List::in_request)
}

/// Whether it is what the addressee said for themselves.
fn is_own(note: &AnswerRequest, entry: &Entry) -> bool {
    entry.is_placed() && entry.by().as_ref() == Some(&note.addressee)
}

/// What one person needs to answer some practices: what the system is called, its parts and rounds, what is asked, who asks, and
/// what they answered themselves so far. No targets, and nothing that anybody else answered.
///
/// `asked` has to be what is asked in the session.
///
/// # Errors
/// None that a session with a round could cause.
pub fn request(
    session: &Session,
    asked: &Questionnaire,
    practices: &[PracticeId],
    to: &PersonId,
    from: Option<&PersonId>,
    message: &str,
    made: Timestamp,
) -> Result<Session, ReadError> {
    let note = AnswerRequest {
        addressee: to.clone(),
        practices: practices.to_vec(),
        message: message.trim().to_owned(),
        from: from.cloned(),
        made,
        unknown: Map::new(),
    };
    let file = members(session)?;
    let mut few: Map<String, Value> =
        Session::HEAD.iter().filter_map(|name| Some(((*name).to_owned(), file.get(*name)?.clone()))).collect();
    let mut scope = Scope { note: &note, ids: ids(asked, practices), evidence: BTreeSet::new() };
    // Before the evidence itself, so that it is known which of it is given for what is asked.
    let uses = List::EvidenceUses.name();
    let uses = file.get(uses).map(|given| scope.of(uses, given)).unwrap_or_default();
    scope.evidence = order::set(uses.iter().filter_map(|given| given.pointer("/on/evidence")?.as_str().map(str::to_owned)));
    for (name, list) in file.iter().filter(|(_, member)| member.is_array()) {
        few.insert(name.clone(), Value::Array(scope.of(name, list)));
    }
    let mut session = session_of(Value::Object(few))?;
    session.request = Some(note);
    Ok(session)
}

/// The practices and everything that is asked about them.
pub(super) fn ids(asked: &Questionnaire, practices: &[PracticeId]) -> BTreeSet<String> {
    let mut ids = order::set(practices.iter().map(ToString::to_string));
    let indicators = practices.iter().filter_map(|id| asked.practice(id)).flat_map(|practice| asked.indicators_of(practice));
    ids.extend(indicators.map(|it| it.indicator.id.to_string()));
    ids
}

/// What goes into a request.
struct Scope<'a> {
    note: &'a AnswerRequest,
    /// Of the practices and indicators.
    ids: BTreeSet<String>,
    /// Of the pieces of evidence that the addressee gave for them.
    evidence: BTreeSet<String>,
}

impl Scope<'_> {
    /// What goes in of a list.
    fn of(&self, name: &str, list: &Value) -> Vec<Value> {
        let records = list.as_array().into_iter().flatten();
        records.filter(|record| Entry::of(name, record).is_some_and(|entry| self.includes(&entry))).cloned().collect()
    }

    fn includes(&self, entry: &Entry) -> bool {
        let about = entry.about();
        match in_request(entry) {
            InRequest::Never => false,
            InRequest::Own => is_own(self.note, entry) && self.ids.contains(about),
            InRequest::NameAlone => about == "name",
            InRequest::AskedAndAsking => {
                about == self.note.addressee.as_str() || self.note.from.as_ref().is_some_and(|from| about == from.as_str())
            }
            InRequest::AllThatStands => entry.value().is_some(),
            InRequest::AddedToPractices => {
                let practice = entry.value().and_then(|own| own.get("practice")).and_then(Value::as_str);
                practice.is_some_and(|practice| self.ids.contains(practice))
            }
            InRequest::GivenEvidence => self.evidence.contains(about),
            InRequest::GivenFor => entry.by().as_ref() == Some(&self.note.addressee) && self.ids.contains(about),
        }
    }
}
