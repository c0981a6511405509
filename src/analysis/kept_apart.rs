//! What two copies said differently and is kept side by side until people have talked. One side counts until then, everywhere the
//! same one; but nobody decided that, so it is marked wherever it shows and stands among no decisions.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use serde_json::{Map, Value};

use super::Assessment;
use crate::model::{IndicatorId, PracticeId};
use crate::session::{About, DiscussionId, Fact, FromFile, List, PartId, PersonId, RoundId, Session, Stamp, Target, moment};

/// The lists that say something of a practice as a whole.
pub const LISTS_OF_PRACTICE: [List; 8] = [
    List::Targets,
    List::CharacteristicTargets,
    List::CharacteristicStates,
    List::Minimums,
    List::Quick,
    List::Scopes,
    List::Overrides,
    List::PracticeNotes,
];

/// Something that is kept apart.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptApart {
    /// The discussion that keeps it.
    pub id: DiscussionId,
    /// The list that it belongs to; `None` for one of a later version.
    pub list: Option<List>,
    /// The id of what it is about: of a practice, an indicator, a person and so on, as `kept_apart_key` gives it.
    pub on: String,
    /// The practice that it is about, if it is about one that is asked.
    pub practice: Option<PracticeId>,
    /// The round, where it is said in one.
    pub round: Option<RoundId>,
    /// The part of the system, where it is about one.
    pub part: Option<PartId>,
    /// Whose it is, where each person says it for themselves.
    pub by: Option<PersonId>,
    /// What is said on each side; `None` where a side took it back.
    pub sides: Vec<Option<Value>>,
    /// The statements themselves, as they stand in a file.
    said: Vec<Map<String, Value>>,
}

/// By what it is found when it is kept apart.
#[must_use]
pub fn kept_apart_key(on: &impl Serialize) -> Option<String> {
    key_of(&serde_json::to_value(on).ok()?)
}

/// By what something that is kept apart is found: the id of the statement or practice that it is about, or else its own; where that has
/// several members, as a duty of a profile, all of them in the order of their names. Nothing where it is no id.
fn key_of(on: &Value) -> Option<String> {
    let Some(members) = on.as_object() else { return on.as_str().map(str::to_owned) };
    let about = members.get("indicator").or_else(|| members.get("practice"));
    if let Some(about) = about {
        return about.as_str().map(str::to_owned);
    }
    let sorted: BTreeMap<_, _> = members.iter().collect();
    let ids: Vec<&str> = sorted.into_values().filter_map(Value::as_str).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

impl KeptApart {
    fn of(id: &DiscussionId, list: &str, sides: &[Map<String, Value>]) -> Option<Self> {
        let first = sides.first()?;
        let word = |name: &str| first.get(name).and_then(Value::as_str);
        let on = first.get("on")?;
        let round = word("round").and_then(|round| RoundId::try_from(round).ok());
        Some(Self {
            id: id.clone(),
            list: List::from_name(list),
            on: key_of(on)?,
            practice: None,
            part: word("part").and_then(|part| PartId::try_from(part).ok()),
            by: word("by").filter(|_| round.is_some()).and_then(|by| PersonId::try_from(by).ok()),
            round,
            sides: sides.iter().map(|side| side.get("value").cloned()).collect(),
            said: sides.to_vec(),
        })
    }

    /// The statement that it is about, if it is about one.
    #[must_use]
    pub fn indicator(&self) -> Option<IndicatorId> {
        let is_of_indicator = self.list.is_some_and(|list| list.about() == About::Indicator);
        IndicatorId::try_from(self.on.as_str()).ok().filter(|_| is_of_indicator)
    }

    fn placed(self, assessment: &Assessment<'_>) -> Self {
        let practice = match self.list.map(List::about) {
            Some(About::Practice) => PracticeId::try_from(self.on.as_str()).ok(),
            Some(About::Indicator) => {
                let found = self.indicator();
                found.and_then(|id| assessment.placed_indicator(&id)).map(|it| it.practice.id.clone())
            }
            _ => None,
        };
        Self { practice: practice.filter(|id| assessment.asked.practice(id).is_some()), ..self }
    }

    /// What the sides say, where it is a target: each that was not taken back and can be read.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        let read = |side: &Value| Target::from_file(side.clone()).ok();
        self.sides.iter().flatten().filter(|_| self.list == Some(List::Targets)).filter_map(read).collect()
    }
}

/// What is kept apart and is not about another round, in the order of the discussions.
#[must_use]
pub fn kept_apart(assessment: &Assessment<'_>) -> Vec<KeptApart> {
    let here = all(assessment.session).filter(|kept| kept.round.as_ref().is_none_or(|round| assessment.is_of_round(round)));
    here.map(|kept| kept.placed(assessment)).collect()
}

fn all(session: &Session) -> impl Iterator<Item = KeptApart> {
    let open = session.discussions.iter().filter_map(|(id, fact)| Some((id, fact.value()?)));
    open.filter_map(|(id, discussion)| KeptApart::of(id, &discussion.list, &discussion.sides))
}

/// What is kept apart, by what it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptApartIndex(HashMap<(List, String), Vec<KeptApart>>);

impl KeptApartIndex {
    /// All that is kept apart in a session, of lists that this version knows.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut index = Self::default();
        for kept in all(session) {
            if let Some(list) = kept.list {
                index.0.entry((list, kept.on.clone())).or_default().push(kept);
            }
        }
        index
    }

    /// What the sides say of a practice's target, each with who said it and when, where that is kept apart.
    #[must_use]
    pub fn sides_of_target(&self, practice: &PracticeId) -> Vec<Fact<Target>> {
        self.about(&[List::Targets], practice.as_str()).flat_map(|kept| kept.said.iter().filter_map(of_target)).collect()
    }

    /// What is kept apart about something in one of these lists.
    pub fn about<'i>(&'i self, lists: &'i [List], on: &'i str) -> impl Iterator<Item = &'i KeptApart> {
        lists.iter().filter_map(move |list| self.0.get(&(*list, on.to_owned()))).flatten()
    }

    /// Whether something of these lists is kept apart about it, for the whole system or any part.
    #[must_use]
    pub fn has(&self, lists: &[List], on: &str) -> bool {
        self.about(lists, on).next().is_some()
    }
}

/// A target as a side says it, or that it was taken back; nothing where this version can't read it.
fn of_target(side: &Map<String, Value>) -> Option<Fact<Target>> {
    let word = |name: &str| side.get(name).and_then(Value::as_str);
    let value = side.get("value").map(|value| Target::from_file(value.clone())).transpose().ok()?;
    let by = word("by").and_then(|by| PersonId::try_from(by).ok());
    Some(Fact::new(value, by, moment(word("at")?)?, Stamp::try_from(word("stamp")?.to_owned()).ok()?))
}
