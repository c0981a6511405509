//! What is stored and can't be opened, as a file.

use leptos::prelude::*;

use crate::store::Slot;
use crate::ui::browser::download;
use crate::ui::state::app_state::app_state;
use crate::ui::text as t;

/// Offers what is stored in a slot as a file, byte for byte, if anything is.
#[component]
pub fn SaveRaw(at: Slot) -> impl IntoView {
    let raw = app_state().store_after_saving().raw(&at).ok().flatten();
    let file = format!("plumbline-{at}.txt");
    raw.map(|raw| {
        let save = move |_| {
            if download::download(&file, "text/plain", &raw).is_err() {
                app_state().say(t::CANT_DOWNLOAD.to_owned(), None);
            }
        };
        view! { <button type="button" class="button" on:click=save>{t::SAVE_RAW}</button> }
    })
}
