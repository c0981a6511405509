//! A copy for somebody else: what leaves is chosen before, and can be looked at as it will stand in the file.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::entry::Entry;
use super::request::ids;
use super::session_file::{members, session_of};
use super::without_names::on_its_own;
use super::{ReadError, without_names};
use crate::model::{PracticeId, Questionnaire};
use crate::session::{About, InCopy, List, Session};

/// What a copy takes along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyFor {
    /// All there is: for whoever works on it, too.
    Everybody,
    /// All but the codes of reports: for whoever reads and judges it.
    Consultant,
    /// No names, and none of the words that people typed: for whoever must not know whose it is.
    Strangers,
    /// Only what is needed, and why.
    Targets,
    /// Only what is said of these practices.
    Practices(BTreeSet<PracticeId>),
}

/// What a copy holds of one list.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving {
    /// The name of the list in files.
    pub list: String,
    /// What leaves, as it stands in the copy.
    pub leaves: Vec<Entry>,
    /// How many entries of it stay here.
    pub stays: usize,
}

impl CopyFor {
    /// Whether what is changed in it can be merged with what it was taken from. One that leaves out answers or targets is a session of its
    /// own: nobody who has not seen them may seem to overrule them.
    #[must_use]
    pub const fn comes_back(&self) -> bool {
        matches!(self, Self::Everybody | Self::Consultant)
    }
}

/// The copy. `asked` has to be what is asked in the session.
///
/// # Errors
/// None that a session with a round could cause.
pub fn copy_for(session: &Session, asked: &Questionnaire, whom: &CopyFor) -> Result<Session, ReadError> {
    match whom {
        CopyFor::Everybody => Ok(session.clone()),
        CopyFor::Strangers => without_names(session).map_err(|error| ReadError::technical(&error)),
        CopyFor::Consultant => taken(session, |entry| is_in(entry, &[InCopy::System, InCopy::Targets, InCopy::Answers])),
        CopyFor::Targets => own(&taken(session, |entry| is_in(entry, &[InCopy::System, InCopy::Targets]))?),
        CopyFor::Practices(practices) => {
            let practices: Vec<PracticeId> = practices.iter().cloned().collect();
            let belongs = Belonging::of(session, with_former(asked, ids(asked, &practices)));
            own(&taken(session, |entry| belongs.takes(entry))?)
        }
    }
}

/// As a session of its own, without what this version does not know: nobody could look at that before it leaves. Nor does what was planned
/// when its rounds were opened: that is of the whole plan.
fn own(copy: &Session) -> Result<Session, ReadError> {
    on_its_own(copy.known_alone().without_former_plans()).map_err(|error| ReadError::technical(&error))
}

/// What a copy holds, list by list in the order of files, beside how much of each list stays: read out of the copy itself, so that it is
/// what leaves. Lists in which nothing was said are left out.
///
/// # Errors
/// None that a session could cause.
pub fn leaving(session: &Session, copy: &Session) -> Result<Vec<Leaving>, ReadError> {
    let (here, mut there) = (members(session)?, members(copy)?);
    let mut all = Vec::new();
    for (list, value) in here.iter().filter(|(_, value)| value.is_array()) {
        let count = value.as_array().map_or(0, Vec::len);
        let leaves = there.remove(list).map(|value| entries(list, value)).unwrap_or_default();
        if count > 0 {
            all.push(Leaving { list: list.clone(), stays: count.saturating_sub(leaves.len()), leaves });
        }
    }
    Ok(all)
}

fn entries(list: &str, value: Value) -> Vec<Entry> {
    let Value::Array(records) = value else { return Vec::new() };
    records.iter().filter_map(|record| Entry::of(list, record)).collect()
}

/// These ids and those that they had in older editions: what was said then is said of them.
fn with_former(asked: &Questionnaire, ids: BTreeSet<String>) -> BTreeSet<String> {
    let former: Vec<String> =
        ids.iter().flat_map(|id| asked.formers(id)).map(|(_, change)| change.id.as_str().to_owned()).collect();
    ids.into_iter().chain(former).collect()
}

/// A copy with the entries that are taken along. Of a later version's lists nobody knows what they say: they stay. What a later version adds to
/// an entry, or says of the model, is a part of that.
fn taken(session: &Session, is_taken: impl Fn(&Entry) -> bool) -> Result<Session, ReadError> {
    let mut copy = Map::new();
    for (name, value) in members(session)? {
        if Session::HEAD.contains(&name.as_str()) {
            copy.insert(name, value);
        } else if List::from_name(&name).is_some()
            && let Value::Array(mut records) = value
        {
            records.retain(|record| Entry::of(&name, record).is_some_and(|entry| is_taken(&entry)));
            copy.insert(name, Value::Array(records));
        }
    }
    session_of(Value::Object(copy))
}

fn is_in(entry: &Entry, copies: &[InCopy]) -> bool {
    entry.known_list().is_some_and(|list| copies.contains(&list.in_copy()))
}

/// What belongs to some practices.
struct Belonging {
    /// Of the practices and what is asked about them.
    ids: BTreeSet<String>,
    /// Of the evidence that is given for it.
    evidence: BTreeSet<String>,
    /// Of the actions that lead there.
    actions: BTreeSet<String>,
    /// Of the conflicts that show there, or in no single practice.
    conflicts: BTreeSet<String>,
}

impl Belonging {
    fn of(session: &Session, ids: BTreeSet<String>) -> Self {
        // What was withdrawn leads nowhere.
        let given = session.evidence_uses.iter().filter(|(_, fact)| fact.value().is_some()).map(|(on, _)| on);
        let evidence = given.filter(|on| ids.contains(on.indicator.as_str())).map(|on| on.evidence.to_string()).collect();
        let by_practice = session.actions.iter().filter(|(_, fact)| {
            let practice = fact.value().and_then(|action| action.practice.as_ref());
            practice.is_some_and(|practice| ids.contains(practice.as_str()))
        });
        let satisfied = session.action_statements.iter().filter(|(_, fact)| fact.value().is_some()).map(|(on, _)| on);
        let by_statement = satisfied.filter(|on| ids.contains(on.indicator.as_str())).map(|on| on.action.to_string());
        let actions = by_practice.map(|(id, _)| id.to_string()).chain(by_statement).collect();
        let shows = session.conflicts.iter().filter(|(_, fact)| {
            let practice = fact.value().map(|conflict| conflict.practice.as_ref());
            practice.is_some_and(|practice| practice.is_none_or(|practice| ids.contains(practice.as_str())))
        });
        let conflicts = shows.map(|(id, _)| id.to_string()).collect();
        Self { ids, evidence, actions, conflicts }
    }

    fn takes(&self, entry: &Entry) -> bool {
        let Some(list) = entry.known_list() else { return false };
        match (list, list.in_copy(), list.about()) {
            (_, InCopy::System, _) => true,
            (_, InCopy::Inside, _) => false,
            (List::Indicators, ..) => {
                let practice = entry.value().and_then(|own| own.get("practice")?.as_str());
                practice.is_some_and(|practice| self.ids.contains(practice))
            }
            (List::Evidence | List::ConfirmedEvidence, ..) => self.evidence.contains(entry.about()),
            (List::Actions, ..) => self.actions.contains(entry.about()),
            (List::Conflicts | List::ConflictDecisions, ..) => self.conflicts.contains(entry.about()),
            (List::ActionNeeds, ..) => {
                let of = |member: &str| entry.field("on").and_then(|on| on.get(member)?.as_str()).unwrap_or_default();
                ["action", "needs"].into_iter().all(|member| self.actions.contains(of(member)))
            }
            (_, _, About::Practice | About::Indicator) => self.ids.contains(entry.about()),
            (_, InCopy::Targets, About::Question | About::Nothing) => true,
            (_, InCopy::Targets | InCopy::Answers, _) => false,
        }
    }
}
