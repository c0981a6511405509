//! A session without names and without the words that people typed: levels, targets, answers and days, and nobody's sentences.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Map;

use super::write_session_compact;
use crate::model::{DutyId, ProfileId};
use crate::session::{AnswerRequest, Fact, Facts, Origin, ProfileDuty, Session, SessionId, Target, digest};

/// The profiles that Plumbline brings along, by the names of their files. The id of any other one is made from a name that somebody typed.
const BROUGHT_PROFILES: &[&str] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// How many bytes of the hash make an id.
const LONG: usize = 16;

/// A copy that says less, and is a session of its own: it must never be merged with the one that it comes from, in which the words would
/// then be said to be others. The same session always gives the same copy. Every figure is as it was; what two copies said differently and
/// nobody settled is left out with their words. Profiles that Plumbline does not bring along have a number instead of their id.
///
/// # Errors
/// None that a session could cause; what the serializer says.
pub fn without_names(session: &Session) -> Result<Session, serde_json::Error> {
    let mut copy = number_profiles(session.without_words());
    copy.request =
        session.request.as_ref().map(|note| AnswerRequest { message: String::new(), unknown: Map::new(), ..note.clone() });
    on_its_own(copy)
}

/// A copy as a session of its own, with an id that follows from what is in it: what leaves out something that was said must never be taken
/// for a copy that has seen it. Whoever changed it there would win over what they never saw.
pub(super) fn on_its_own(mut copy: Session) -> Result<Session, serde_json::Error> {
    let id = digest(&[write_session_compact(&copy)?.as_bytes()], LONG);
    copy.id = SessionId::try_from(id.as_str()).unwrap_or(copy.id);
    Ok(copy)
}

/// What profiles that Plumbline does not bring along are called instead, and what they demand.
#[derive(Default)]
struct Numbered {
    profiles: BTreeMap<ProfileId, ProfileId>,
    duties: BTreeMap<ProfileDuty, ProfileDuty>,
}

impl Numbered {
    fn of(session: &Session) -> Self {
        let targets = session.targets.values().chain(session.past_targets.values()).filter_map(Fact::value);
        let named: BTreeSet<&ProfileId> = (session.profiles.keys())
            .chain(session.duties.keys().map(|duty| &duty.profile))
            .chain(targets.flat_map(profiles_of))
            .filter(|id| !BROUGHT_PROFILES.contains(&id.as_str()))
            .collect();
        let numbers = named.into_iter().zip(1..);
        let profiles: BTreeMap<ProfileId, ProfileId> =
            numbers.filter_map(|(id, number)| Some((id.clone(), numbered("own-profile", number)?))).collect();
        let own = session.duties.keys().filter_map(|duty| Some((duty, profiles.get(&duty.profile)?))).zip(1..);
        let duties = own.filter_map(|((duty, profile), number)| {
            let now: DutyId = numbered("duty", number)?;
            Some((duty.clone(), ProfileDuty { profile: profile.clone(), duty: now }))
        });
        let duties = duties.collect();
        Self { profiles, duties }
    }

    fn profile(&self, id: &ProfileId) -> ProfileId {
        self.profiles.get(id).unwrap_or(id).clone()
    }

    fn target(&self, target: &Target) -> Target {
        let mut target = target.clone();
        if let Origin::Profile(id) = &mut target.origin {
            *id = self.profile(id);
        }
        for reason in target.rationale.iter_mut().flat_map(|rationale| &mut rationale.reasons) {
            reason.profile = reason.profile.as_ref().map(|id| self.profile(id));
        }
        target
    }
}

fn numbered<Id: for<'a> TryFrom<&'a str>>(kind: &str, number: usize) -> Option<Id> {
    Id::try_from(format!("{kind}-{number}").as_str()).ok()
}

/// The profiles that a target names.
fn profiles_of(target: &Target) -> impl Iterator<Item = &ProfileId> {
    let origin = match &target.origin {
        Origin::Profile(id) => Some(id),
        Origin::Practice | Origin::Group(_) | Origin::Interview => None,
    };
    let reasons = target.rationale.iter().flat_map(|rationale| &rationale.reasons);
    origin.into_iter().chain(reasons.filter_map(|reason| reason.profile.as_ref()))
}

/// The same with numbers instead of the ids of profiles that are made from what somebody typed.
fn number_profiles(mut session: Session) -> Session {
    let numbered = Numbered::of(&session);
    if numbered.profiles.is_empty() {
        return session;
    }
    session.profiles = with_keys(&session.profiles, |id| numbered.profile(id));
    session.duties = with_keys(&session.duties, |duty| numbered.duties.get(duty).unwrap_or(duty).clone());
    session.targets = with_values(&session.targets, |target| numbered.target(target));
    session.past_targets = with_values(&session.past_targets, |target| numbered.target(target));
    session
}

fn with_keys<K: Ord, V: Clone>(facts: &Facts<K, V>, key: impl Fn(&K) -> K) -> Facts<K, V> {
    let mut all = Facts::new();
    for (on, fact) in facts.iter() {
        all.insert(key(on), fact.clone());
    }
    all
}

fn with_values<K: Ord + Clone, V>(facts: &Facts<K, V>, value: impl Fn(&V) -> V) -> Facts<K, V> {
    let mut all = Facts::new();
    for (on, fact) in facts.iter() {
        all.insert(on.clone(), Fact::new(fact.value().map(&value), fact.by.clone(), fact.at, fact.stamp.clone()));
    }
    all
}
