//! The link to the book at the top of every page.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_query_map};

use crate::store::Slot;
use crate::ui::state::book::link_to_book;
use crate::ui::text as t;

/// The link to the book at the top of every page. It remembers the session that is open, for the way back.
#[component]
pub fn LearnLink() -> impl IntoView {
    let path = use_location().pathname;
    let query = use_query_map();
    let session = move || {
        let (path, before) = (path.get(), query.with(|query| query.get("from")));
        let slot = path.split_once("/s/").and_then(|(_, within)| within.split('/').next()).map(str::to_owned).or(before);
        slot.and_then(|slot| Slot::try_from(slot).ok())
    };
    view! { <A href=move || link_to_book(session().as_ref(), None, "", "") attr:class="top-link">{t::LEARN}</A> }
}
