//! An address that leads nowhere.

use leptos::prelude::*;

use crate::ui::browser::page;
use crate::ui::components::PageHead;
use crate::ui::text as t;

/// An address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <PageHead title=t::NOT_FOUND.to_owned() />
        <div class="card empty">
            <p>{t::NOT_FOUND_WORDS}</p>
            <p>
                <a href=page::home() class="button">{t::TO_START}</a>
            </p>
        </div>
    }
}
