//! What the plan has for a practice: shown beside what to do first, so that nobody plans it twice.

use std::collections::BTreeMap;

use crate::analysis::{Assessment, Name};
use crate::model::{PracticeId, order};
use crate::session::{Action, ActionId, Date, Owner, PersonId, Work};

/// An action that is ahead and serves a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InPlan {
    /// The action.
    pub id: ActionId,
    /// Its title; may be empty.
    pub title: String,
    /// Who sees to it, where somebody does.
    pub owner: Option<Name>,
    /// The day by which it is to be done.
    pub due: Option<Date>,
    /// How much work it is, where somebody said so.
    pub work: Option<Work>,
    /// What it costs, in people's words; may be empty.
    pub cost: String,
    /// Whether somebody began.
    pub is_under_way: bool,
    /// Whether it is late as of the day of the assessment.
    pub is_late: bool,
}

/// The actions ahead that serve each practice: through their statements, or because they name it.
pub fn by_practice<'a>(assessment: &Assessment<'a>) -> BTreeMap<PracticeId, Vec<(&'a ActionId, &'a Action)>> {
    let session = assessment.session();
    let statements = session.statements_of_actions();
    let mut all: BTreeMap<PracticeId, Vec<(&ActionId, &Action)>> = BTreeMap::new();
    for (id, action) in session.planned().filter(|(_, action)| action.is_ahead()) {
        let of = statements.get(id).map(Vec::as_slice).unwrap_or_default().iter();
        let practices = of.filter_map(|it| Some(&assessment.placed_indicator(it)?.practice.id));
        for practice in order::set(practices.chain(&action.practice)) {
            all.entry(practice.clone()).or_default().push((id, action));
        }
    }
    all
}

/// An action as it is shown there; `name` says what somebody is called.
pub fn in_plan((id, action): (&ActionId, &Action), on: Option<Date>, name: &dyn Fn(&PersonId) -> Name, by_name: bool) -> InPlan {
    let owner = action.owner.as_ref().and_then(|owner| match owner {
        Owner::Person(person) => Some(name(person)),
        Owner::Named(words) if words.trim().is_empty() => None,
        Owner::Named(words) if by_name => Some(Name::Named(words.trim().to_owned())),
        Owner::Named(_) => Some(Name::Somebody),
    });
    InPlan {
        id: id.clone(),
        title: action.title.trim().to_owned(),
        owner,
        due: action.due,
        work: action.work,
        cost: action.cost.trim().to_owned(),
        is_under_way: action.state == crate::session::ActionState::UnderWay,
        is_late: on.is_some_and(|on| action.is_late(on)),
    }
}
