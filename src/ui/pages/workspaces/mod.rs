//! Workspaces: assessments kept together, as those of one client, with what changed in them, what is due, and all of them out in one go.

mod all;
mod card;
mod compare;
mod due;
mod inside;
mod member;
mod moving;
mod one;
mod opening;
mod out;
mod row;

use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_query_map};

use crate::model::BadId;
use crate::store::WorkspaceId;
use crate::ui::pages::Page;
use crate::ui::pages::workspaces::all::AllWorkspaces;
use crate::ui::pages::workspaces::one::OneWorkspace;
use crate::ui::shell::parts::Contents;

/// The part of the app for workspaces.
pub const PART: Contents = Contents::of(&[(Page::Workspaces, || WorkspacesPage().into_any())]);

/// Reads what is shown anew; then the first of these that is there takes the focus, if any are named.
type Refresh = Callback<Vec<String>>;

/// The heading of the assessments of a workspace.
const MEMBERS: &str = "workspace-members";

/// The field for the name of a new workspace.
const NEW: &str = "new-workspace";

/// The choice of an assessment to put into a workspace.
const PUT_HERE: &str = "put-here";

/// Where the focus goes once something went elsewhere.
fn after_moving() -> Vec<String> {
    [MEMBERS, PUT_HERE, NEW].map(str::to_owned).to_vec()
}

/// The member of the address that names a workspace.
const IN: &str = "in";

/// The address of a workspace, from the root of the app.
fn path_of(id: &WorkspaceId) -> String {
    format!("/workspaces?{IN}={id}")
}

/// All workspaces, or the one that the address names.
#[component]
fn WorkspacesPage() -> impl IntoView {
    let (query, path) = (use_query_map(), use_location().pathname);
    // While one leaves for another page, it stays the one that was last named.
    let named = Memo::new(move |before: Option<&Option<Result<WorkspaceId, BadId>>>| match before {
        Some(before) if path.with(|path| Page::of_path(path) != Some(Page::Workspaces)) => before.clone(),
        _ => query.with(|query| query.get(IN)).map(WorkspaceId::try_from),
    });
    move || match named.get() {
        Some(Ok(id)) => view! { <OneWorkspace id /> }.into_any(),
        _ => view! { <AllWorkspaces /> }.into_any(),
    }
}
