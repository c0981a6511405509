//! One workspace: opening files into it, what is due, its assessments with what changed, and all of them out in one go.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::store::{Workspace, WorkspaceId};
use crate::ui::browser::{page, task};
use crate::ui::components::PageHead;
use crate::ui::pages::import::FileOutcomes;
use crate::ui::pages::workspaces::Refresh;
use crate::ui::pages::workspaces::card::put_back;
use crate::ui::pages::workspaces::due::DueNext;
use crate::ui::pages::workspaces::inside::{Members, PutHere, Rename};
use crate::ui::pages::workspaces::moving::Places;
use crate::ui::pages::workspaces::opening::OpenHere;
use crate::ui::pages::workspaces::out::Together;
use crate::ui::pages::workspaces::row::Row;
use crate::ui::state::app_state::app_state;
use crate::ui::state::import_queue::import_queue;
use crate::ui::text as t;

/// What the pieces of the page share.
#[derive(Clone)]
pub struct Shown {
    /// Which workspace.
    pub id: WorkspaceId,
    /// What it is called.
    pub name: String,
    /// All workspaces, to move something into.
    pub places: Places,
    /// What is in it.
    pub rows: Arc<Vec<Row>>,
    /// Reads all of it anew.
    pub refresh: Refresh,
}

/// One workspace.
#[component]
pub fn OneWorkspace(id: WorkspaceId) -> impl IntoView {
    let app_state = app_state();
    let version = RwSignal::new(0_u32);
    let focus = StoredValue::new(Vec::<String>::new());
    let refresh = Callback::new(move |wanted: Vec<String>| {
        focus.try_set_value(wanted);
        version.try_update(|version| *version += 1);
    });
    let rows = RwSignal::new(None::<Arc<Vec<Row>>>);
    let taken = import_queue().taken;
    let id = StoredValue::new(id);
    let run = StoredValue::new(0_u32);
    // Each is opened and worked out; in between the page reacts. Where something changes meanwhile, it is begun anew.
    Effect::new(move |_| {
        version.track();
        taken.track();
        run.update_value(|run| *run += 1);
        let mine = run.get_value();
        leptos::task::spawn_local(async move {
            let store = app_state.store_after_saving();
            let entries = id.try_with_value(|id| store.in_workspace(id).unwrap_or_default()).unwrap_or_default();
            let mut found = Vec::new();
            for entry in entries {
                let library = match &entry.session {
                    Ok(session) => app_state.model_loaded(session.model.id.clone()).await,
                    Err(_) => None,
                };
                task::breathe().await;
                if run.try_get_value() != Some(mine) {
                    return;
                }
                found.push(Row::of(entry, &store, library.as_deref()));
            }
            rows.try_set(Some(Arc::new(found)));
            page::focus_first_soon(focus.try_update_value(std::mem::take).unwrap_or_default());
        });
    });
    let workspaces = Memo::new(move |_| {
        version.track();
        taken.track();
        app_state.store_after_saving().workspaces().unwrap_or_default()
    });
    let this = Memo::new(move |_| workspaces.with(|all| id.with_value(|id| all.iter().find(|it| it.id == *id).cloned())));
    let name =
        Memo::new(move |_| this.with(|it| t::workspace_name(&it.iter().find_map(|it| it.name.clone().ok()).unwrap_or_default())));
    let content = move || {
        let state = this.get();
        match state {
            None => view! { <p class="banner banner-warning" role="alert">{t::NO_SUCH_WORKSPACE}</p> }.into_any(),
            Some(Workspace { id, deleted: Some(_), .. }) => view! { <IsDeleted id refresh /> }.into_any(),
            Some(Workspace { id, .. }) => view! { <OpenHere id /> <FileOutcomes /> }.into_any(),
        }
    };
    let below = move || {
        let rows = rows.get()?;
        let present = this.with(|it| it.as_ref().is_some_and(|it| it.deleted.is_none()));
        let shown = Shown { id: id.get_value(), name: name.get(), places: workspaces.with(|all| Places::of(all)), rows, refresh };
        present.then(|| view! { <Inside shown /> })
    };
    view! {
        <PageHead title=name above=t::WORKSPACE.to_owned() />
        <p><A href=page::link("/workspaces")>{t::ALL_WORKSPACES}</A></p>
        {content}
        {below}
    }
}

/// What is in it.
#[component]
fn Inside(shown: Shown) -> impl IntoView {
    let is_empty = shown.rows.is_empty();
    view! {
        {is_empty.then(|| view! { <p class="hint">{t::NOTHING_INSIDE}</p> })}
        {(!is_empty).then(|| view! {
            <DueNext rows=shown.rows.clone() />
            <Members shown=shown.clone() />
            <Together shown=shown.clone() />
        })}
        <PutHere shown=shown.clone() />
        <Rename shown />
    }
}

#[component]
fn IsDeleted(id: WorkspaceId, refresh: Refresh) -> impl IntoView {
    let app_state = app_state();
    view! {
        <p class="banner banner-warning" role="alert">{t::WORKSPACE_IS_DELETED}</p>
        <p><button type="button" class="button primary" on:click=move |_| put_back(app_state, &id, refresh)>{t::PUT_BACK}</button></p>
    }
}
