//! All workspaces: making one, what is in each, those that were deleted, and what is in none.

use std::collections::BTreeMap;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::session::Timestamp;
use crate::store::{Listed, Slot, StorageError, Workspace, WorkspaceId};
use crate::ui::browser::{clock, page};
use crate::ui::components::{PageHead, TextField};
use crate::ui::pages::workspaces::card::{Deleted, WorkspaceCard};
use crate::ui::pages::workspaces::moving::{MoveTo, Places, named};
use crate::ui::pages::workspaces::{NEW, Refresh, path_of};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// What is on the store, as far as workspaces matter.
struct Stored {
    workspaces: Vec<Workspace>,
    seats: BTreeMap<Slot, WorkspaceId>,
    listed: Vec<Listed>,
}

impl Stored {
    fn read(app_state: AppState) -> Result<Self, StorageError> {
        let store = app_state.store_after_saving();
        Ok(Self { workspaces: store.workspaces()?, seats: store.seats()?, listed: store.summaries()? })
    }

    /// How many are in a workspace, and when the last of them was changed.
    fn inside(&self, id: &WorkspaceId) -> (usize, Option<Timestamp>) {
        let inside = || self.listed.iter().filter(|listed| self.seats.get(&listed.slot) == Some(id));
        let changed = inside().filter_map(|listed| listed.summary.as_ref().ok()).map(|summary| summary.changed).max();
        (inside().count(), changed)
    }
}

/// All workspaces.
#[component]
pub fn AllWorkspaces() -> impl IntoView {
    let app_state = app_state();
    let version = RwSignal::new(0_u32);
    let refresh = Callback::new(move |focus: Vec<String>| {
        version.try_update(|version| *version += 1);
        page::focus_first_soon(focus);
    });
    let lists = move || {
        version.track();
        match Stored::read(app_state) {
            Ok(stored) => view! { <Lists stored refresh /> }.into_any(),
            Err(error) => {
                view! { <p class="banner banner-warning" role="alert">{t::cant_list(t::storage_error(error))}</p> }.into_any()
            }
        }
    };
    view! {
        <PageHead title=t::WORKSPACES.to_owned() />
        <p class="lead">{t::WORKSPACES_LEAD}</p>
        <NewWorkspace />
        {lists}
    }
}

/// A field for the name of a new one, which opens at once.
#[component]
fn NewWorkspace() -> impl IntoView {
    let app_state = app_state();
    let name = RwSignal::new(String::new());
    let navigate = use_navigate();
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        let words = name.get_untracked().trim().to_owned();
        if words.is_empty() {
            return page::focus(NEW);
        }
        let id: WorkspaceId = clock::new_id();
        match app_state.store_after_saving().name_workspace(&id, &words) {
            Ok(()) => navigate(&path_of(&id), NavigateOptions::default()),
            Err(error) => app_state.say(t::cant_alter_workspace(&error), None),
        }
    };
    view! {
        <form class="workspace-new" on:submit=make>
            <TextField id=NEW label=t::NEW_WORKSPACE value=name on_type=move |typed: String| name.set(typed) />
            <button type="submit" class="button">{t::MAKE_WORKSPACE}</button>
        </form>
    }
}

#[component]
fn Lists(stored: Stored, refresh: Refresh) -> impl IntoView {
    let (deleted, present): (Vec<_>, Vec<_>) = stored.workspaces.iter().cloned().partition(|it| it.deleted.is_some());
    let places = Places::of(&present);
    let rows: Vec<_> = present
        .iter()
        .map(|workspace| {
            let inside = stored.inside(&workspace.id);
            view! { <WorkspaceCard workspace=workspace.clone() inside refresh /> }
        })
        .collect();
    let none = rows.is_empty().then(|| view! { <p class="hint">{t::NO_WORKSPACES}</p> });
    let back: Vec<_> = deleted.into_iter().map(|workspace| view! { <Deleted workspace refresh /> }).collect();
    let back = (!back.is_empty()).then(|| {
        view! {
            <details class="card help"><summary>{t::DELETED_WORKSPACES}</summary> <ul class="workspace-rows">{back}</ul></details>
        }
    });
    let outside = stored.listed.iter().filter(|listed| !stored.seats.contains_key(&listed.slot)).filter_map(named);
    let outside: Vec<_> = outside
        .map(|(slot, name, words)| {
            view! {
                <li><span dir="auto">{words}</span> <MoveTo at=slot name places=places.clone() here=None refresh /></li>
            }
        })
        .collect();
    let outside = (!outside.is_empty() && !present.is_empty()).then(|| {
        view! {
            <section class="card wide"><h2>{t::IN_NONE}</h2> <ul class="workspace-rows">{outside}</ul></section>
        }
    });
    view! { <ul class="cards">{rows}</ul> {none} {outside} {back} }
}
