//! What is shown of the cross-references: that they load, that they can't be loaded, or what was asked for.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::Crossrefs;
use crate::ui::state::crossrefs::{Loaded, related_frameworks};
use crate::ui::text as t;

/// Shows something of the cross-references once they are here. Every place where they stand says what they are not.
#[component]
pub fn WhenRelated<F>(show: F) -> impl IntoView
where
    F: Fn(Arc<Crossrefs>) -> AnyView + Send + Sync + 'static,
{
    let related = related_frameworks();
    move || match related.loaded.get() {
        Loaded::NotYet => ().into_any(),
        Loaded::OnTheWay => view! { <p class="hint" role="status">{t::REFERENCES_LOADING}</p> }.into_any(),
        Loaded::Failed(why) => view! {
            <div class="banner banner-warning" role="status">
                <p>{why}</p>
                <button type="button" class="button small" on:click=move |_| related.load()>{t::REFERENCES_RETRY}</button>
            </div>
        }
        .into_any(),
        Loaded::Here(crossrefs) => view! {
            <p class="hint">{t::NOT_CONFORMITY}</p>
            {show(crossrefs)}
        }
        .into_any(),
    }
}
