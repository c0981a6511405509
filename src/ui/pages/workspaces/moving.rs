//! Putting an assessment into a workspace, into another one, or out of all.

use std::sync::Arc;

use leptos::prelude::*;

use crate::store::{Listed, Looked, SaveError, Slot, Workspace, WorkspaceId};
use crate::ui::browser::clock;
use crate::ui::components::ChooseThen;
use crate::ui::pages::workspaces::{Refresh, after_moving};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// What stands for no workspace; no id is written so.
const NONE: &str = "-";

/// The workspaces that something can be put into, each with its name.
#[derive(Clone)]
pub struct Places(Arc<Vec<(WorkspaceId, String)>>);

impl Places {
    /// Those that can be read, but for deleted ones.
    pub fn of(workspaces: &[Workspace]) -> Self {
        let present = workspaces.iter().filter(|workspace| workspace.deleted.is_none());
        let named = present.map(|it| (it.id.clone(), t::workspace_name(it.name.as_deref().unwrap_or_default())));
        Self(Arc::new(named.collect()))
    }

    /// What a workspace is called.
    pub fn name(&self, id: &WorkspaceId) -> Option<&str> {
        self.0.iter().find(|(other, _)| other == id).map(|(_, name)| name.as_str())
    }
}

/// Where something is, what it is called, and that with when it was changed. What can't be read is named on the start page.
pub fn named(listed: &Listed) -> Option<(Slot, String, String)> {
    let summary = listed.summary.as_ref().ok()?;
    let name = t::system_name(&summary.name);
    let words = t::stored_as(&name, &clock::in_words(summary.changed));
    Some((listed.slot.clone(), name, words))
}

/// Puts what is in a slot into a workspace, or out of all with `None`.
///
/// # Errors
/// Why it can't be.
pub fn seat(app_state: AppState, slot: &Slot, into: Option<&WorkspaceId>) -> Result<(), SaveError> {
    let store = app_state.store_after_saving();
    let looked = || match store.open(slot) {
        Ok(stored) => Looked::now(&stored.session, clock::now()),
        Err(_) => Looked { at: clock::now(), saw: Default::default() },
    };
    store.seat(slot, into, looked)
}

/// The choice of a workspace for an assessment, with the button that moves it there. It can be undone.
#[component]
pub fn MoveTo(
    at: Slot,
    name: String,
    places: Places,
    /// Where it is.
    here: Option<WorkspaceId>,
    refresh: Refresh,
) -> impl IntoView {
    let app_state = app_state();
    let others = places.0.iter().filter(|(id, _)| here.as_ref() != Some(id));
    let mut choices: Vec<(String, String)> = others.map(|(id, name)| (id.to_string(), name.clone())).collect();
    if here.is_some() {
        choices.push((NONE.to_owned(), t::NO_WORKSPACE.to_owned()));
    }
    let (slot, id) = (at.clone(), format!("move-{at}"));
    let nothing = if here.is_some() { t::MOVE_TO } else { t::PUT_INTO };
    let label = t::move_named(&name);
    let act = Callback::new(move |choice: String| {
        let to = WorkspaceId::try_from(choice).ok().filter(|to| places.name(to).is_some());
        if let Err(error) = seat(app_state, &slot, to.as_ref()) {
            return app_state.say(t::cant_alter_workspace(&error), None);
        }
        let (slot, here) = (slot.clone(), here.clone());
        let undo = move || {
            if let Err(error) = seat(app_state, &slot, here.as_ref()) {
                app_state.say(t::cant_alter_workspace(&error), None);
            }
            refresh.try_run(Vec::new());
        };
        let words = t::moved_to(&name, to.as_ref().and_then(|to| places.name(to)));
        app_state.say(words, Some(Arc::new(undo)));
        refresh.run(after_moving());
    });
    view! {
        <div class="move-to">
            <label class="unseen" for=id.clone()>{label}</label>
            <ChooseThen id nothing=nothing.to_owned() choices words=t::MOVE act />
        </div>
    }
}
