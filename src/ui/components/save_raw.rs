//! What is stored and can't be opened, as a file.

use leptos::prelude::*;

use crate::store::Slot;
use crate::ui::doors::download;
use crate::ui::office::office;
use crate::ui::text as t;

/// Offers what is stored in a slot as a file, byte for byte, if anything is.
#[component]
pub fn SaveRaw(at: Slot) -> impl IntoView {
    let raw = office().shelf().raw(&at).ok().flatten();
    let file = format!("plumbline-{at}.txt");
    raw.map(|raw| {
        let save = move |_| {
            if download::download(&file, "text/plain", &raw).is_err() {
                office().say(t::CANT_DOWNLOAD.to_owned(), None);
            }
        };
        view! { <button type="button" class="button" on:click=save>{t::SAVE_RAW}</button> }
    })
}
