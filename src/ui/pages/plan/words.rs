//! What is said of an action in a line.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::analysis::{PlannedAction, RESTS_ON_TOLD, Thing};
use crate::session::{Action, ActionId, Owner};
use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;

/// What whoever sees to it is called, where somebody does.
pub fn owner_of(open_session: OpenSession, action: &Action) -> Option<String> {
    let owner = match action.owner.as_ref()? {
        Owner::Person(person) => open_session.name_of(&Thing::Person(person.clone())),
        Owner::Named(words) => words.trim().to_owned(),
    };
    Some(owner).filter(|it| !it.is_empty())
}

/// Who sees to it and until when, how much work it is and what it costs.
pub fn who(open_session: OpenSession, action: &Action) -> String {
    t::who_and_when(owner_of(open_session, action).as_deref(), action)
}

/// The practice it is for, and why it stands where it does.
pub fn why(open_session: OpenSession, planned: &PlannedAction) -> AnyView {
    let action = |id: &ActionId| open_session.name_of(&Thing::Action(id.clone()));
    let waits: Vec<_> = planned.waits_for.iter().map(action).collect();
    let rests: Vec<_> = planned.rests_on_beside().take(RESTS_ON_TOLD + 1).map(action).collect();
    let unplanned: Vec<_> = planned.unplanned.iter().map(|id| open_session.name_of(&Thing::Indicator(id.clone()))).collect();
    let words = t::why_here(planned, &waits, &rests, &unplanned);
    let practice = planned.practice.as_ref().map(|id| {
        let name = open_session.name_of(&Thing::Practice(id.clone()));
        view! { <A href=open_session.link(SessionPage::Full.of(id))>{name}</A> ". " }
    });
    view! { {practice} {words} }.into_any()
}
