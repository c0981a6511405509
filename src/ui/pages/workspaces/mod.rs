//! Workspaces: assessments kept together, as those of one client, with what changed in them, what is due, and all of them out in one go.

mod all;
mod due;
mod inside;
mod member;
mod moving;
mod one;
mod opening;
mod out;
mod row;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::store::WorkspaceId;
use crate::ui::browser::page;
use crate::ui::pages::Page;
use crate::ui::pages::workspaces::all::AllWorkspaces;
use crate::ui::pages::workspaces::one::OneWorkspace;
use crate::ui::shell::parts::Contents;

/// The part of the app for workspaces.
pub const PART: Contents = Contents::of(&[(Page::Workspaces, || WorkspacesPage().into_any())]);

/// The member of the address that names a workspace.
const IN: &str = "in";

/// The address of a workspace, from the root of the app.
fn path_of(id: &WorkspaceId) -> String {
    format!("/workspaces?{IN}={id}")
}

/// The address of a workspace.
fn link(id: &WorkspaceId) -> String {
    page::link(&path_of(id))
}

/// All workspaces, or the one that the address names.
#[component]
fn WorkspacesPage() -> impl IntoView {
    let query = use_query_map();
    let named = Memo::new(move |_| query.with(|query| query.get(IN)).map(WorkspaceId::try_from));
    move || match named.get() {
        Some(Ok(id)) => view! { <OneWorkspace id /> }.into_any(),
        _ => view! { <AllWorkspaces /> }.into_any(),
    }
}
