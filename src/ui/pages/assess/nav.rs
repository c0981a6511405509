//! What belongs to assessing, side by side.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The pages that belong to assessing.
#[component]
pub fn AssessNav() -> impl IntoView {
    let open_session = open_session();
    let pages = [
        ("assess", t::ASSESS_OVERVIEW),
        ("evidence", t::ASSESS_EVIDENCE),
        ("people", t::ASSESS_PEOPLE),
        ("check", t::ASSESS_CHECK),
    ];
    let links: Vec<_> =
        pages.into_iter().map(|(path, name)| view! { <li><A href=open_session.link(path) exact=true>{name}</A></li> }).collect();
    view! { <nav class="side-by-side" aria-label=t::ASSESS_PAGES_LABEL><ul>{links}</ul></nav> }
}
