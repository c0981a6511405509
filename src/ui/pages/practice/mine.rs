//! What I stated, and what others stated about the same thing, followed wherever I am.

use crate::session::{Facts, Place, Session, mine_or_first, others};
use crate::ui::state::open_session::OpenSession;
use crate::ui::text as t;
use leptos::prelude::*;

/// What I stated about something, as [`mine_or_first`] has it, followed wherever I am or whatever part is being answered.
pub fn mine<Id: Ord + Clone, V: Clone>(
    open_session: OpenSession,
    on: Id,
    facts: fn(&Session) -> &Facts<Place<Id>, V>,
) -> Option<V> {
    open_session.me.track();
    open_session.part.track();
    open_session.soon(|session| mine_or_first(facts(session), &open_session.place(on)?).cloned())
}

/// What others stated about something, each with their name, followed likewise.
pub fn theirs<Id: Ord + Clone, V: Clone>(
    open_session: OpenSession,
    on: Id,
    facts: fn(&Session) -> &Facts<Place<Id>, V>,
) -> Vec<(String, V)> {
    open_session.me.track();
    open_session.part.track();
    open_session.soon(|session| {
        let Some(place) = open_session.place(on) else { return Vec::new() };
        let name = |by| session.person_name(by).unwrap_or(t::SOMEBODY.get()).to_owned();
        others(facts(session), &place).map(|(by, value)| (name(by), value.clone())).collect()
    })
}
