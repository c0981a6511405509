//! What belongs to assessing, side by side.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::desk::desk;
use crate::ui::text as t;

/// The pages that belong to assessing.
#[component]
pub fn AssessNav() -> impl IntoView {
    let desk = desk();
    let links: Vec<_> =
        t::ASSESS_PAGES.iter().map(|(path, name)| view! { <li><A href=desk.link(path) exact=true>{*name}</A></li> }).collect();
    view! { <nav class="side-by-side" aria-label=t::ASSESS_PAGES_LABEL><ul>{links}</ul></nav> }
}
