//! What belongs to assessing, side by side.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::routes::SessionPage;
use crate::ui::state::open_session::open_session;
use crate::ui::text as t;

/// The pages that belong to assessing.
#[component]
pub fn AssessNav() -> impl IntoView {
    let open_session = open_session();
    let links: Vec<_> = SessionPage::ASSESSING
        .into_iter()
        .map(|page| view! { <li><A href=open_session.link(page) exact=true>{t::assessing(page)}</A></li> })
        .collect();
    view! { <nav class="side-by-side" aria-label=t::ASSESS_PAGES_LABEL><ul>{links}</ul></nav> }
}
