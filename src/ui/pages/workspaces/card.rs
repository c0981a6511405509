//! A workspace among all: what is in it, opening, deleting and putting it back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::session::Timestamp;
use crate::store::{Workspace, WorkspaceId};
use crate::ui::browser::{clock, page};
use crate::ui::pages::workspaces::{NEW, Refresh, path_of};
use crate::ui::state::app_state::{AppState, app_state};
use crate::ui::text as t;

/// A workspace among all, with what is in it in short.
#[component]
pub fn WorkspaceCard(workspace: Workspace, inside: (usize, Option<Timestamp>), refresh: Refresh) -> impl IntoView {
    let app_state = app_state();
    let id = workspace.id;
    let why = workspace.name.as_ref().err().map(|why| view! { <p class="hint">{t::open_error(why)}</p> });
    let name = t::workspace_name(&workspace.name.unwrap_or_default());
    let (count, changed) = inside;
    let words = t::in_workspace(count, changed.map(clock::in_words).as_deref());
    let href = page::link(&path_of(&id));
    let (label, delete_label) = (t::open_workspace(&name), t::delete_workspace(&name));
    let heading = name.clone();
    let delete = move |_| {
        let store = app_state.store_after_saving();
        if let Err(error) = store.delete_workspace(&id, clock::now()) {
            return app_state.say(t::cant_alter_workspace(&error), None);
        }
        let id = id.clone();
        app_state.say(t::workspace_deleted(&name), Some(Arc::new(move || put_back(app_state, &id, refresh))));
        refresh.run(vec![NEW.to_owned()]);
    };
    view! {
        <li class="card session-card">
            <div>
                <h2 dir="auto">{heading}</h2>
                {why}
                <p class="hint">{words}</p>
            </div>
            <div class="actions">
                <A href=href attr:class="button primary" attr:aria-label=label>{t::OPEN}</A>
                <button type="button" class="button plain" aria-label=delete_label on:click=delete>{t::DELETE}</button>
            </div>
        </li>
    }
}

/// A workspace that was deleted.
#[component]
pub fn Deleted(workspace: Workspace, refresh: Refresh) -> impl IntoView {
    let app_state = app_state();
    let id = workspace.id;
    let name = t::workspace_name(&workspace.name.unwrap_or_default());
    let label = t::put_back_named(&name);
    let back = move |_| {
        put_back(app_state, &id, refresh);
    };
    view! {
        <li>
            <span dir="auto">{name}</span>
            <button type="button" class="button small" aria-label=label on:click=back>{t::PUT_BACK}</button>
        </li>
    }
}

/// Puts a workspace back that was deleted.
pub fn put_back(app_state: AppState, id: &WorkspaceId, refresh: Refresh) {
    if let Err(error) = app_state.store_after_saving().put_back_workspace(id) {
        app_state.say(t::cant_alter_workspace(&error), None);
    }
    refresh.try_run(vec![NEW.to_owned()]);
}
